/** How likely an entity is the one that a cell of a table means. */
import { compareCell, type Comparison, type Literal } from '../../model/values/compare.js';
import { compareNames, likenessOf, wordsToWeigh, type NameComparison, type Weight } from '../likeness/names.js';

export interface Candidate {
  readonly id: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** What the graph says of it, by property. */
  readonly properties: ReadonlyMap<string, readonly KnownValue[]>;
}

/** A value in words; of what is no prose also the literal, which is compared by what it means. */
export interface KnownValue {
  readonly text: string;
  readonly literal?: Literal;
}

export interface Wanted {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly properties: readonly { readonly property: string; readonly values: readonly string[] }[];
}

export interface Judged {
  /** 0 to 100. */
  readonly score: number;
  /** How many of the properties that are given are known of it, and agree. */
  readonly agreeing: number;
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

/** Names count for this much of the score where properties are given as well. */
const OF_NAMES = 0.6;
const OTHER_KIND = 0.8;
/** Of values that are compared by what they mean: a year and a day in it agree. */
const LIKENESS: Readonly<Record<Exclude<Comparison, 'UNKNOWN'>, number>> = { EQUAL: 1, COMPATIBLE: 1, EXCLUDING: 0 };
const AGREES = 0.9;
/** Of what is surely another one by its number or initials: shown to who decides, and never taken for the one. */
const OF_DIFFERENT = 0.6;
/** Names less alike than this are other names. */
const LEAST_LIKENESS = 0.5;

/** The candidate's names beside the one that is wanted, words not yet weighed. */
export interface NamedCandidate<C extends Candidate = Candidate> {
  readonly candidate: C;
  readonly names: readonly NameComparison[];
}

/** `check` is called now and then. */
export function namedCandidate<C extends Candidate>(wanted: Wanted, candidate: C, check: () => void): NamedCandidate<C> {
  check();
  const names = candidate.names.flatMap((name) => compareNames(wanted.name, name, true) ?? []);
  return { candidate, names };
}

/** The words of which it is to be known what they tell. */
export const wordsOfNames = ({ names }: NamedCandidate): string[] => names.flatMap(wordsToWeigh);

/** Gives how likely a candidate is the one that is wanted; undefined where it has another name. `check` is called now and then. */
export function judgeOf(
  wanted: Wanted,
  weight: Weight,
  check: () => void = () => undefined,
): (named: NamedCandidate) => Judged | undefined {
  // A blank cell says nothing.
  const properties = wanted.properties.flatMap(({ property, values: given }) => {
    const texts = new Set(given.filter((each) => each.trim() !== ''));
    return texts.size === 0 ? [] : [{ property, texts }];
  });
  return ({ candidate, names }) => {
    check();
    const identified = properties.some(({ property, texts }) =>
      candidate.identifiers.some(({ scheme, value }) => scheme === property && texts.has(value)),
    );
    const likeness = Math.max(0, ...names.map((each) => likenessOf(each, weight) * (each.differs ? OF_DIFFERENT : 1)));
    const kind = wanted.kinds.length === 0 || wanted.kinds.includes(candidate.kind);
    if (!identified && likeness < LEAST_LIKENESS) return undefined;
    // What nobody knows of it, or what cannot be compared, speaks neither for it nor against it.
    const compared = properties.flatMap(({ property, texts }) => {
      const likeness = propertyLikeness(texts, candidate, property, check);
      return likeness === undefined ? [] : [{ property, likeness }];
    });
    const agreeing = compared.filter(({ likeness: each }) => each >= AGREES).length;
    const features = [
      { id: 'name_likeness', value: rounded(100 * likeness) },
      { id: 'kind_matches', value: kind },
      ...(identified ? [{ id: 'identifier_matches', value: true }] : []),
      ...compared.map(({ property, likeness: each }) => ({ id: `property_${property}`, value: rounded(100 * each) })),
    ];
    if (identified) return { score: 100, agreeing, features };
    const agreed =
      compared.length === 0
        ? likeness
        : OF_NAMES * likeness + (1 - OF_NAMES) * (compared.reduce((sum, each) => sum + each.likeness, 0) / compared.length);
    return { score: rounded(100 * agreed * (kind ? 1 : OTHER_KIND)), agreeing, features };
  };
}

const rounded = (number: number): number => Math.round(number * 10) / 10;

/** Of the best of its values; undefined where none can be compared. */
function propertyLikeness(
  texts: ReadonlySet<string>,
  { identifiers, properties }: Candidate,
  property: string,
  check: () => void,
): number | undefined {
  const known = [
    ...(properties.get(property) ?? []),
    ...identifiers.filter(({ scheme }) => scheme === property).map(({ value }): KnownValue => ({ text: value })),
  ];
  if (known.some(({ text }) => texts.has(text))) return 1;
  const literals = known.flatMap(({ literal }) => literal ?? []);
  const prose = known.filter(({ literal }) => literal === undefined);
  let most: number | undefined;
  for (const text of texts)
    for (const literal of literals) {
      check();
      const compared = compareCell(text, literal);
      if (compared !== 'UNKNOWN') most = Math.max(most ?? 0, LIKENESS[compared]);
    }
  for (const value of prose.length === 0 ? [] : texts)
    for (const { text } of prose) {
      check();
      const compared = compareNames(value, text, true);
      most = Math.max(most ?? 0, compared && !compared.differs ? likenessOf(compared, evenly) : 0);
      if (most === 1) return 1;
    }
  return most;
}

/** Values of properties are of many kinds: what their words tell is not known. */
const evenly: Weight = () => 1;
