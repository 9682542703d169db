/** How likely an entity is the one that a cell of a table means. */
import { ratio, token_sort_ratio } from 'fuzzball';
import { formsOf as nameOf, type NameForms as Name } from '../name-forms.js';

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

/** Gives how likely a candidate is the one that is wanted; undefined where it has another name. `check` is called now and then. */
export function judgeOf(wanted: Wanted, check: () => void = () => undefined): (candidate: Candidate) => Judged | undefined {
  const name = nameOf(wanted.name);
  const properties = wanted.properties.map(({ property, values }) => ({ property, texts: new Set(values), values: values.map(nameOf) }));
  return (candidate) => {
    check();
    const identified = properties.some(({ property, texts }) =>
      candidate.identifiers.some(({ scheme, value }) => scheme === property && texts.has(value)),
    );
    const likeness = likenessOf(name, candidate.names.map(nameOf));
    const kind = wanted.kinds.length === 0 || wanted.kinds.includes(candidate.kind);
    if (!identified && likeness < LEAST_LIKENESS) return undefined;
    const agreeing = properties.map(({ property, texts, values }) => propertyLikeness(texts, values, candidate, property, check));
    const features = [
      { id: 'name_likeness', value: rounded(100 * likeness) },
      { id: 'kind_matches', value: kind },
      ...(identified ? [{ id: 'identifier_matches', value: true }] : []),
      ...properties.map(({ property }, index) => ({ id: `property_${property}`, value: rounded(100 * agreeing[index]!) })),
    ];
    if (identified) return { score: 100, features };
    const agreed =
      agreeing.length === 0
        ? likeness
        : OF_NAMES * likeness + (1 - OF_NAMES) * (agreeing.reduce((sum, each) => sum + each, 0) / agreeing.length);
    return { score: rounded(100 * agreed * (kind ? 1 : OTHER_KIND)), features };
  };
}

const rounded = (number: number): number => Math.round(number * 10) / 10;

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

/** Where it could not be more than `least`, it is not worked out, and 0. */
function alike(one: string, other: string, least: number): number {
  if (one === other) return 1;
  // Signs that are in one alone are so many steps.
  if ((2 * Math.min(one.length, other.length)) / (one.length + other.length) <= least) return 0;
  const options = { full_process: false };
  // Only the very same counts as the same.
  return Math.min(0.999, Math.max(token_sort_ratio(one, other, options), ratio(one, other, options)) / 100);
}

function propertyLikeness(
  texts: ReadonlySet<string>,
  values: readonly Name[],
  { identifiers, properties }: Candidate,
  property: string,
  check: () => void,
): number {
  const known = [...(properties.get(property) ?? []), ...identifiers.filter(({ scheme }) => scheme === property).map(({ value }) => value)];
  if (known.length === 0) return 0;
  if (known.some((each) => texts.has(each))) return 1;
  const names = known.map(nameOf);
  let most = 0;
  for (const value of values) {
    check();
    most = Math.max(most, likenessOf(value, names));
    if (most === 1) break;
  }
  return most;
}
