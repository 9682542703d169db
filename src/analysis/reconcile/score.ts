/** How likely an entity is the one that a cell of a table means. */
import { ratio, token_sort_ratio } from 'fuzzball';
import { compareCell, type Comparison, type Literal } from '../../model/values/compare.js';
import { fold } from '../../model/values/text.js';
import { consonantsOf, latinOf, WITHOUT_VOWELS } from '../../model/values/words.js';

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
/** Names less alike than this are other names. */
const LEAST_LIKENESS = 0.5;

/** Gives how likely a candidate is the one that is wanted; undefined where it has another name. `check` is called now and then. */
export function judgeOf(wanted: Wanted, check: () => void = () => undefined): (candidate: Candidate) => Judged | undefined {
  const name = nameOf(wanted.name);
  // A blank cell says nothing.
  const properties = wanted.properties.flatMap(({ property, values: given }) => {
    const values = given.filter((each) => each.trim() !== '');
    return values.length === 0 ? [] : [{ property, texts: new Set(values), values: values.map(nameOf) }];
  });
  return (candidate) => {
    check();
    const identified = properties.some(({ property, texts }) =>
      candidate.identifiers.some(({ scheme, value }) => scheme === property && texts.has(value)),
    );
    const likeness = likenessOf(name, candidate.names.map(nameOf));
    const kind = wanted.kinds.length === 0 || wanted.kinds.includes(candidate.kind);
    if (!identified && likeness < LEAST_LIKENESS) return undefined;
    // What nobody knows of it, or what cannot be compared, speaks neither for it nor against it.
    const compared = properties.flatMap(({ property, texts, values }) => {
      const likeness = propertyLikeness(texts, values, candidate, property, check);
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

/** A name in the forms that names are compared in: worked out once for all that it is compared with. */
interface Name {
  readonly forms: readonly string[];
  readonly consonants: () => string;
  readonly hasNoVowels: boolean;
}

function nameOf(text: string): Name {
  let found: string | undefined;
  return { forms: forms(text), consonants: () => (found ??= consonants(text)), hasNoVowels: WITHOUT_VOWELS.test(text) };
}

/** 0 to 1: the most alike of the names, in any order of the words, in its own script or in Latin letters, or by its consonants. */
function likenessOf(typed: Name, names: readonly Name[]): number {
  let most = 0;
  for (const name of names) for (const form of name.forms) for (const each of typed.forms) most = Math.max(most, alike(each, form, most));
  // Once one of the names is of a script without vowels, all are looked at.
  if (names.some(({ hasNoVowels }) => hasNoVowels))
    for (const each of names) most = Math.max(most, OF_CONSONANTS * alike(typed.consonants(), each.consonants(), most / OF_CONSONANTS));
  return most;
}

/** Names that differ in vowels alone are less surely one. */
const OF_CONSONANTS = 0.95;

const consonants = (name: string): string =>
  latinOf(fold(name))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== 'al' && word !== 'el')
    .map(consonantsOf)
    .join(' ');

function forms(name: string): string[] {
  const folded = fold(name);
  const latin = latinOf(folded);
  return latin === folded || latin === '' ? [folded] : [folded, latin];
}

/** Where it could not be more than `least`, it is not worked out, and 0. */
function alike(one: string, other: string, least: number): number {
  if (one === other) return 1;
  // Signs that are in one alone are so many steps.
  if ((2 * Math.min(one.length, other.length)) / (one.length + other.length) <= least) return 0;
  const options = { full_process: false };
  // Only the very same counts as the same.
  return Math.min(0.999, Math.max(token_sort_ratio(one, other, options), ratio(one, other, options)) / 100);
}

/** Of the best of its values; undefined where none can be compared. */
function propertyLikeness(
  texts: ReadonlySet<string>,
  values: readonly Name[],
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
  const names = known.filter(({ literal }) => literal === undefined).map(({ text }) => nameOf(text));
  let most: number | undefined;
  for (const text of texts)
    for (const literal of literals) {
      check();
      const compared = compareCell(text, literal);
      if (compared !== 'UNKNOWN') most = Math.max(most ?? 0, LIKENESS[compared]);
    }
  if (names.length === 0) return most;
  for (const value of values) {
    check();
    most = Math.max(most ?? 0, likenessOf(value, names));
    if (most === 1) break;
  }
  return most;
}
