/**
 * What things cost. One unit is about a tenth of a millisecond of CPU time on the graph of `bench/cost.mjs`
 * (30,000 claims, 60,000 citations), and never less than one record read: the default limit of 20,000 is
 * about two seconds. Measured there, on SQLite; read the table in bench/README.md before changing a number.
 */

/** Grows with the number of parents: `once` for the field, and `each` for every parent that it is asked of. */
export interface Weight {
  readonly once: number;
  readonly each: number;
}

export const NO_WEIGHT: Weight = { once: 0, each: 0 };

type Arguments = Readonly<Record<string, unknown>>;
type Weighing = Weight | ((given: Arguments) => Weight);

/** Analyses and searches, by type and field. Records of a page share one fetch a level, which is what `once` is for. */
export const FIELD_WEIGHTS: Readonly<Record<string, Readonly<Record<string, Weighing>>>> = {
  Claim: {
    corroboration: { once: 1_000, each: 50 },
    origins: { once: 1_000, each: 50 },
    contradictions: { once: 1_000, each: 50 },
  },
  Citation: {
    chain: { once: 200, each: 20 },
    impact: { once: 5_000, each: 100 },
  },
  Source: {
    retellings: { once: 1_000, each: 50 },
    impact: { once: 5_000, each: 120 },
  },
  /** Of a retraction, or of one that only asks. */
  StatusPayload: {
    impact: { once: 0, each: 5_000 },
  },
  ClaimPayload: {
    similar: { once: 0, each: 800 },
  },
  Entity: {
    neighbours: ({ depth }) => ({ once: 100, each: depth === 1 ? 100 : depth === 2 ? 250 : 500 }),
  },
  Query: {
    paths: { once: 2_000, each: 0 },
    contradictions: { once: 8_000, each: 0 },
    findDuplicates: ({ of }) => ({ once: typeof of === 'string' ? 200 : 8_000, each: 0 }),
    // As many headers as it looks at (CLAIMGRAPH_CHANGES_MAX) where conditions leave some out.
    changes: ({ where, kinds }) => ({ once: where || kinds ? 200 : 0, each: 0 }),
    search: ({ kinds }) => ({ once: 250 * (Array.isArray(kinds) ? kinds.length : SEARCHED_KINDS), each: 0 }),
    // A claim has texts in several languages, and each is looked for.
    matchingClaims: ({ claim }) => ({ once: typeof claim === 'string' ? 800 : 400, each: 0 }),
    importPreview: ({ text, match }) => ({
      once: 100 + (match ? 5_000 : 0) + (typeof text === 'string' ? text.length / CHARACTERS_PARSED : 0),
      each: 0,
    }),
  },
};

const SEARCHED_KINDS = 4;
const CHARACTERS_PARSED = 500;

/** Counting by value looks at every record that the conditions leave; these look at all where there are none. */
export const COUNTING: Readonly<Record<string, number>> = { timeline: 1_500, claimCounts: 1_500, citationCounts: 1_500 };

/** Characters of a long field that cost as much as a record. */
export const CHARACTERS_OF_A_RECORD = 2_000;
/** Texts up to this long cost nothing beside their record. */
export const SHORT_TEXT = 10_000;
/** Fields without a length of their own: whole documents. */
export const DOCUMENT = 2;

/** Lists that are read whole: how long they are taken to be. */
export const LIST_SIZES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AttributionChain: { steps: 20, origins: 5 },
};
export const HISTORY_SIZE = 10;

export const LIST = {
  /** A filter that names no few records looks at all of them. */
  SCAN: 100,
  /** Where a condition names few records, so little of the rest is looked at. */
  NARROW: 0.1,
  /** A list below a record is as long as the whole where the record is a hub, and that is one of many: this much for each parent. */
  EACH_PARENT: 0.01,
  /** Counting a list without conditions, which the stores know. */
  TOTAL: 5,
  TOTAL_OF_EACH: 1,
  /** Another order than the usual one. */
  ORDER: 50,
  ORDER_OF_EACH: 2,
} as const;

/** Of a condition, evaluated over a whole list. */
export const CONDITION = {
  EQUAL: 1,
  RANGE: 5,
  STARTS_WITH: 20,
  CONTAINS: 100,
  /** For every so many values of `in`. */
  VALUES: 50,
  REFERENCE: 1,
  EXISTS: 10,
  /** `some` is looked up from its far end; what is in it costs this much more. */
  SOME: 100,
  SOME_GROWTH: 1.5,
  /** `none`, `every`, and `some` within these or in `not`, are looked at record by record: parts and own lists, and lists that may be long. */
  ABSENT_OF_FEW: 500,
  ABSENT_OF_MANY: 2_000,
  /** A condition of this weight within one of them doubles it. */
  ABSENT_DOUBLES: 500,
  /** From many records to one and from there to many again: what is behind a hub is looked at as often as it is long. */
  BACK_THROUGH_ONE: 4,
} as const;
