/**
 * A Plan: what a root field asks of a store, free of any query language. Plain data; a store
 * compiles it to one statement and gives back rows of nested plain values (see rows.ts).
 */
import type { RecordName, ShapeName } from '../model/definition.js';
import type { DateClock } from '../model/values/date-bounds.js';
import type { SearchedRecord } from '../model/searched.js';
import type { GroupPath } from './groups.js';

export type Scalar = string | number | boolean;

/** Which records a list shows by their being retracted. */
export type RetractedChoice = 'EXCLUDE' | 'INCLUDE' | 'ONLY';

/**
 * A condition is true or false of a record, never unknown: on an absent value every comparison is
 * false, and `not` turns that into true.
 */
export type Condition =
  | { readonly kind: 'all'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  /** Equal to one of the values; on a text to the letter. */
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly Scalar[] }
  /** By number; the value of a decimal is its text, which loses no digit. */
  | { readonly kind: 'compare'; readonly field: string; readonly operator: '<' | '<=' | '>' | '>='; readonly value: number | string }
  | { readonly kind: 'present'; readonly field: string }
  /** The folded text holds the folded needle. */
  | { readonly kind: 'contains'; readonly field: string; readonly folded: string }
  /** The text (folded where the field is prose) begins with the prefix. */
  | { readonly kind: 'startsWith'; readonly field: string; readonly prefix: string }
  /**
   * The date may lie (POSSIBLY) or surely lies within the bounds, both inclusive epoch milliseconds; a doubtful one
   * never surely does. Each bound is one by the calendar, which is the default, or a moment (values/date-bounds.ts).
   */
  | {
      readonly kind: 'within';
      readonly field: string;
      readonly lower: number;
      readonly upper: number;
      readonly lowerClock?: DateClock;
      readonly upperClock?: DateClock;
      readonly match: 'POSSIBLY' | 'SURELY';
    }
  /** The language tag falls in the range by RFC 4647 basic filtering. */
  | { readonly kind: 'language'; readonly field: string; readonly range: string }
  /** The roles hold at least one of the mask's bits. */
  | { readonly kind: 'roles'; readonly field: string; readonly mask: number }
  /** At least one record or part at the end of the edge meets the condition (for a reference: the one). */
  | { readonly kind: 'related'; readonly edge: string; readonly condition: Condition };

export const EVERYTHING: Condition = Object.freeze({ kind: 'all', conditions: [] });
export const isEverything = (where: Condition): boolean => where.kind === 'all' && where.conditions.length === 0;
export const NOTHING: Condition = Object.freeze({ kind: 'any', conditions: [] });

export interface OrderKey {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls: 'FIRST' | 'LAST';
}

/** The sort values of a record, one an order key, and its id as the last tie-break. */
export interface Position {
  readonly values: readonly (Scalar | null)[];
  readonly id: string;
}

export interface PageRequest {
  readonly size: number;
  /** forward: the first ones after the position; backward: the last ones before it. */
  readonly direction: 'forward' | 'backward';
  readonly after?: Position | undefined;
  readonly before?: Position | undefined;
  /** `positions`: those of the items, to go on from; they are given unless it is false. */
  readonly wants: {
    readonly items: boolean;
    readonly positions?: false;
    readonly total: boolean;
    readonly previous: boolean;
    readonly next: boolean;
  };
}

/** What is read of one record or part. Slots name the results: unique for edge and arguments. */
export interface Selection {
  readonly shape: ShapeName;
  /** Rows carry this moment (rows.ts), for analyses that begin from them. */
  readonly carries?: number | undefined;
  readonly fields: readonly string[];
  readonly edges: readonly EdgeSelection[];
}

export type EdgeSelection =
  /** A reference, an embedded part, or the whole list of parts or versions. */
  | {
      readonly kind: 'plain';
      readonly slot: string;
      readonly edge: string;
      readonly selection: Selection;
      /** For this edge and what is below it, like a list's. */
      readonly asOf?: number | undefined;
      /** Of a history: only the versions that readers may see. */
      readonly forReaders?: boolean;
    }
  | { readonly kind: 'page'; readonly slot: string; readonly edge: string; readonly list: ListRead };

/** A page of records: filtered, ordered, cut. */
export interface ListRead {
  /** The graph as it was at this moment (epoch milliseconds), for the list and what is below it; as around it when absent. */
  readonly asOf?: number | undefined;
  readonly where: Condition;
  /** For an entity's claims: the ways in which it takes part. */
  readonly roles?: number | undefined;
  readonly retracted: RetractedChoice;
  /** What leads from one record to those listed must be what readers may see. */
  readonly forReaders?: boolean;
  readonly order: readonly OrderKey[];
  readonly page: PageRequest;
  readonly selection: Selection;
}

/** A word that was typed: the words of the graph that it stands for. */
export interface WantedWord {
  /** Folded letters and digits (model/values/words.ts), as the index has them (model/searched.ts). */
  readonly word: string;
  /** What it may be a form of (model/values/stems.ts), as the index has them. */
  readonly stems?: readonly string[];
  /** Also words that begin with it. */
  readonly prefix: boolean;
  /** Also words that are so many typos away, if they begin with the same letter; a store may give more. */
  readonly typos: number;
}

/** A word with what it tells, where records need not have every one. */
export interface WeighedWord extends WantedWord {
  /** A whole number: the rarer the word, the more. Those of the words that a record has are added up. */
  readonly weight: number;
  /** So many records have it that it tells too little of them to be looked up in each. */
  readonly isCommon: boolean;
}

/** Records in force, and merged ones, whose texts have the words; the likeliest ones where there are too many. */
export type MatchRead = {
  readonly record: SearchedRecord;
  /** The folded whole that was typed: texts that begin with it are among the likeliest. */
  readonly beginning?: string;
  /** Of sources: looked for in the texts that are kept of them, to the letter (no typos). */
  readonly inTexts?: boolean;
  readonly where: Condition;
  readonly limit: number;
  readonly selection: Selection;
} & (
  | { readonly match: 'EVERY'; readonly words: readonly WantedWord[] }
  | { readonly match: 'LIKELIEST'; readonly words: readonly WeighedWord[] }
);

/** How many records of a kind have each of these words in what they are called or say. */
export interface WordCountRead {
  readonly record: SearchedRecord;
  readonly words: readonly WantedWord[];
  /** Those to count. A word that COUNTED_MAX have is counted wherever it stands. */
  readonly where: Condition;
}

/** Of a word of more records than this nothing is told by how many of them meet a condition. */
export const COUNTED_MAX = 1_000;

/** A plan of one kind. */
export type PlanOf<Kind extends Plan['kind']> = Extract<Plan, { readonly kind: Kind }>;

export type Plan = (
  | { readonly kind: 'list'; readonly record: RecordName; readonly list: ListRead }
  /** One record by its id or its key. */
  | { readonly kind: 'one'; readonly record: RecordName; readonly by: 'id' | 'key'; readonly value: string; readonly selection: Selection }
  /** Records of any kind by id, in the order of the ids; a selection for every kind looked for. */
  | { readonly kind: 'nodes'; readonly ids: readonly string[]; readonly selections: Readonly<Partial<Record<RecordName, Selection>>> }
  /** Several pages of one kind of record, in one statement. */
  | { readonly kind: 'lists'; readonly record: RecordName; readonly lists: readonly ListRead[] }
  /** How many records there are of each value, the most frequent first; records without a value are in none. */
  | {
      readonly kind: 'groups';
      readonly record: RecordName;
      readonly where: Condition;
      readonly path: GroupPath;
      /** Values at most. */
      readonly limit: number;
      /** The path leads to what readers may see alone. */
      readonly forReaders?: boolean;
    }
  /** How many records of each kind there are, in force and retracted. */
  | { readonly kind: 'stats' }
  /** Records of several kinds that have words in their texts; as they are. */
  | { readonly kind: 'matches'; readonly matches: readonly MatchRead[] }
  /** How rare words are; as they are. */
  | { readonly kind: 'wordCounts'; readonly counts: readonly WordCountRead[] }
) & {
  /** The graph as it was at this moment, epoch milliseconds; as it is when absent. */
  readonly asOf?: number | undefined;
};
