/** How likely an entity is the one that a cell of a table means. */
import { ratio, token_sort_ratio } from 'fuzzball';
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import { fold } from '../../model/values/text.js';
import { consonantsOf, latinOf, WITHOUT_VOWELS } from '../../model/values/words.js';

export interface Candidate {
  readonly id: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** What the graph says of it: texts and names by property. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

export interface Wanted {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly properties: readonly { readonly property: string; readonly values: readonly string[] }[];
}

export interface Judged {
  /** 0 to 100. */
  readonly score: number;
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

/** Names count for this much of the score where properties are given as well. */
const OF_NAMES = 0.6;
const OTHER_KIND = 0.8;
/** Names less alike than this are other names. */
const LEAST_LIKENESS = 0.5;

/** @throws {StoreError} TIMEOUT where it takes longer than the clock has. */
export function judged(candidate: Candidate, wanted: Wanted, clock: Clock = NO_DEADLINE): Judged | undefined {
  const identified = wanted.properties.some(({ property, values }) =>
    candidate.identifiers.some(({ scheme, value }) => scheme === property && values.includes(value)),
  );
  const likeness = nameLikeness(wanted.name, candidate.names, clock);
  const kind = wanted.kinds.length === 0 || wanted.kinds.includes(candidate.kind);
  const agreeing = wanted.properties.map(({ property, values }) => propertyLikeness(values, candidate, property, clock));
  const features = [
    { id: 'name_likeness', value: rounded(100 * likeness) },
    { id: 'kind_matches', value: kind },
    ...(identified ? [{ id: 'identifier_matches', value: true }] : []),
    ...wanted.properties.map(({ property }, index) => ({ id: `property_${property}`, value: rounded(100 * agreeing[index]!) })),
  ];
  if (identified) return { score: 100, features };
  if (likeness < LEAST_LIKENESS) return undefined;
  const agreed =
    agreeing.length === 0
      ? likeness
      : OF_NAMES * likeness + (1 - OF_NAMES) * (agreeing.reduce((sum, each) => sum + each, 0) / agreeing.length);
  return { score: rounded(100 * agreed * (kind ? 1 : OTHER_KIND)), features };
}

const rounded = (number: number): number => Math.round(number * 10) / 10;

/** 0 to 1: the most alike of the names, in any order of the words, in its own script or in Latin letters, or by its consonants. */
export function nameLikeness(typed: string, names: readonly string[], clock: Clock = NO_DEADLINE): number {
  const wanted = forms(typed);
  const written = Math.max(0, ...names.flatMap((name) => forms(name).flatMap((form) => wanted.map((each) => alike(each, form, clock)))));
  if (names.every((name) => !WITHOUT_VOWELS.test(name))) return written;
  const spoken = names.map((name) => alike(consonants(typed), consonants(name), clock));
  return Math.max(written, OF_CONSONANTS * Math.max(...spoken));
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

function alike(one: string, other: string, clock: Clock): number {
  clock.check();
  if (one === other) return 1;
  const options = { full_process: false };
  // Only the very same counts as the same.
  return Math.min(0.999, Math.max(token_sort_ratio(one, other, options), ratio(one, other, options)) / 100);
}

function propertyLikeness(values: readonly string[], { identifiers, properties }: Candidate, property: string, clock: Clock): number {
  const known = [...(properties.get(property) ?? []), ...identifiers.filter(({ scheme }) => scheme === property).map(({ value }) => value)];
  return Math.max(0, ...values.map((value) => nameLikeness(value, known, clock)));
}
