/**
 * Records that may be two of one thing: proposed with a score and what it rests on. Nothing follows from
 * a proposal; merging is a judgement, and somebody's.
 */
import { process_and_sort, ratio } from 'fuzzball';
import { LRUCache } from 'lru-cache';
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import { CONSONANTS_MARK, consonantWords } from '../model/searched.js';
import { areUnlike, numbersIn } from '../model/values/numbers.js';
import { fold } from '../model/values/text.js';
import type { Mergeable } from '../model/changeset/canonical.js';
import type { StoredRecord } from '../model/changeset/changeset.js';
import type { AlikeKey, Asking } from '../model/changeset/known.js';
import { latinOf, wholeWordsOf } from '../model/values/words.js';
import { familyNames, formsOf, joinedOrders } from './name-forms.js';

export type DuplicateReason =
  | 'SAME_IDENTIFIER'
  | 'SAME_NAME'
  | 'SIMILAR_NAME'
  | 'SAME_TEXT'
  | 'SIMILAR_TEXT'
  | 'SAME_TITLE'
  | 'SAME_PUBLISHER';

/** What is compared of a record. */
interface Comparable {
  readonly id: string;
  readonly kind: string;
  /** Names and aliases, or the title. */
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly digest?: string | undefined;
  readonly publisher?: string | undefined;
}

export interface Duplicate {
  readonly record: string;
  readonly other: string;
  /** 0 to 1: 1 where an identifier or the whole text is the same. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** Of two names that are the same but for case and accents; the rest of the way to 1 is for identifiers. */
const SAME_NAME = 0.9;
/** Names less alike than this (token sort ratio, 0 to 1) are other names. */
const SIMILAR = 0.8;
/** In Latin letters where one is written in others; by consonants alone where a script leaves vowels out. */
const OF_LATIN = 0.95;
const OF_CONSONANTS = 0.85;
/** Of one kind and another one. */
const OTHER_KIND = 0.5;
/** Titles are shared by chance more often than names are. */
const SAME_TITLE_ALONE = 0.6;

function comparedAs(record: Mergeable, one: Comparable, other: Comparable, clock: Clock): Duplicate {
  const { score, reasons } = record === 'Entity' ? entities(one, other, clock) : sources(one, other, clock);
  return { record: one.id, other: other.id, score: Math.round(score * 1_000) / 1_000, reasons };
}

type Judged = Pick<Duplicate, 'score' | 'reasons'>;

function entities(one: Comparable, other: Comparable, clock: Clock): Judged {
  const kinds = one.kind === other.kind ? 1 : OTHER_KIND;
  if (one.identifiers.some((each) => other.identifiers.some((its) => each.scheme === its.scheme && each.value === its.value)))
    return { score: 1, reasons: ['SAME_IDENTIFIER'] };
  const likeness = mostAlike(one.names, other.names, clock);
  if (likeness === 1) return { score: SAME_NAME * kinds, reasons: ['SAME_NAME'] };
  return likeness < SIMILAR ? { score: 0, reasons: [] } : { score: SAME_NAME * likeness * kinds, reasons: ['SIMILAR_NAME'] };
}

function sources(one: Comparable, other: Comparable, clock: Clock): Judged {
  if (one.digest !== undefined && one.digest === other.digest) return { score: 1, reasons: ['SAME_TEXT'] };
  const likeness = mostAlike(one.names, other.names, clock);
  if (likeness < SIMILAR) return { score: 0, reasons: [] };
  const publisher = one.publisher !== undefined && one.publisher === other.publisher;
  const reason: DuplicateReason = likeness === 1 ? 'SAME_TITLE' : 'SIMILAR_NAME';
  return publisher
    ? { score: SAME_NAME * likeness, reasons: [reason, 'SAME_PUBLISHER'] }
    : { score: SAME_TITLE_ALONE * likeness, reasons: [reason] };
}

/**
 * 0 to 1; the order of the words does not matter (token sort ratio), nor does the script. Names that are surely other
 * names count as not alike at all, and so do those whose numbers are unlike: Wing 14 is not Wing 15.
 */
function mostAlike(names: readonly string[], others: readonly string[], clock: Clock): number {
  let most = 0;
  const [ones, theirs] = [names.map(preparedName), others.map(preparedName)];
  // Then a name that says nothing of numbers may be what both are called in short.
  const areOthers = areUnlike(ones[0]!.numbers, theirs[0]!.numbers);
  for (const one of ones) {
    for (const other of theirs) {
      clock.check();
      if (areUnlike(one.numbers, other.numbers) || (areOthers && (one.numbers.length === 0 || other.numbers.length === 0))) continue;
      if (one.folded === other.folded) return 1;
      most = Math.max(most, alike(one, other));
    }
  }
  // Only the very same counts as the same.
  return Math.min(most, 0.999);
}

function alike(one: PreparedName, other: PreparedName): number {
  const asWritten = sortedRatio(one.sorted, other.sorted);
  if (one.latin === undefined && other.latin === undefined) return asWritten;
  const inLatin = OF_LATIN * sortedRatio(one.latin ?? one.sorted, other.latin ?? other.sorted);
  const bare = one.hasNoVowels === other.hasNoVowels ? 0 : OF_CONSONANTS * sortedRatio(one.consonants, other.consonants);
  return Math.max(asWritten, inLatin, bare, one.hasNoSpaces === other.hasNoSpaces ? 0 : OF_LATIN * joinedRatio(one, other));
}

/** Of names as one word each, in whichever order of the words. */
const joinedRatio = (one: PreparedName, other: PreparedName): number =>
  Math.max(...one.joined.flatMap((each) => other.joined.map((its) => sortedRatio(each, its))));

function sortedRatio(one: string, other: string): number {
  if (one === '' || other === '' || !isLikelyAlike(one.length, other.length)) return 0;
  return ratio(one, other, { full_process: false }) / 100;
}

/** The ratio is twice what both have in common, over the length of both: at most twice the shorter one. In whole hundredths, as it is. */
const isLikelyAlike = (length: number, otherLength: number): boolean =>
  Math.round((200 * Math.min(length, otherLength)) / (length + otherLength)) >= 100 * SIMILAR;

/** Each with its words in alphabetical order, but for `folded`. */
interface PreparedName {
  readonly folded: string;
  readonly sorted: string;
  /** Undefined where the name is in Latin letters. */
  readonly latin: string | undefined;
  readonly consonants: string;
  readonly hasNoVowels: boolean;
  readonly hasNoSpaces: boolean;
  /** In Latin letters, without spaces. */
  readonly joined: readonly string[];
  readonly numbers: readonly string[];
}

// A candidate is one of many records.
const prepared = new LRUCache<string, PreparedName>({ max: 10_000 });

function preparedName(name: string): PreparedName {
  let known = prepared.get(name);
  if (!known) {
    const { forms, consonants, hasNoVowels, hasNoSpaces } = formsOf(name);
    const [folded, latin] = forms as [string, string?];
    known = {
      folded,
      sorted: process_and_sort(folded),
      latin: latin === undefined ? undefined : inOrder(latin),
      consonants: inOrder(consonants()),
      hasNoVowels,
      hasNoSpaces,
      joined: joinedOrders(wordsIn(latin ?? folded)),
      numbers: numbersIn(name),
    };
    prepared.set(name, known);
  }
  return known;
}

const wordsIn = (name: string): string[] => name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');

const inOrder = (name: string): string => wordsIn(name).sort().join(' ');

/** Texts of a record that candidates are looked for by, and words of one. */
const MOST_NAMES = 5;
const MOST_WORDS = 8;
/** The longest words tell records apart best: what has both may be the same with other words beside them. */
const TELLING_WORDS = 2;
/** Candidates by one key; those by name, on each side of it. */
const CANDIDATES = 15;

/**
 * Each record's likely duplicates, the likeliest first. It is compared with those that are next to it by name or title,
 * and with some that have the same words, identifier or text: the work for one is bounded, however many there are.
 * @throws {StoreError} TIMEOUT where it takes longer than the clock has.
 */
export function* duplicatesOf(record: Mergeable, ids: readonly string[], clock: Clock = NO_DEADLINE): Asking<Duplicate[][]> {
  const known = new Map<string, Comparable>();
  const learn = function* (wanted: readonly string[]): Asking<void> {
    const unknown = [...new Set(wanted)].filter((id) => !known.has(id));
    if (unknown.length === 0) return;
    const { records = [] } = yield { fetch: 'records', record, ids: unknown, keys: [] };
    for (const stored of records) known.set(stored.id, comparable(stored));
  };
  yield* learn(ids);
  const keys = ids.flatMap((id) => (known.has(id) ? keysOf(record, known.get(id)!).map((key) => ({ id, key })) : []));
  const { pairs = [] } = yield { fetch: 'alike', record, keys: keys.map(({ key }) => key), limit: CANDIDATES };
  yield* learn(pairs.map(([, id]) => id));
  const candidates = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const [place, id] of pairs) candidates.get(keys[Number(place)]!.id)!.add(id);
  return ids.map((id) =>
    [...candidates.get(id)!]
      .flatMap((other) => (other !== id && known.has(other) ? [comparedAs(record, known.get(id)!, known.get(other)!, clock)] : []))
      .filter(({ score }) => score > 0)
      .sort(likeliestFirst),
  );
}

export const likeliestFirst = (a: Duplicate, b: Duplicate): number =>
  b.score - a.score || (`${a.record} ${a.other}` < `${b.record} ${b.other}` ? -1 : 1);

function comparable({ id, record, document }: StoredRecord): Comparable {
  const texts = (list: string) => ((document[list] as readonly { text: string }[] | undefined) ?? []).map(({ text }) => text);
  return {
    id,
    kind: document['kind'] as string,
    names: record === 'Source' ? [document['title'] as string] : [...texts('names'), ...texts('aliases')],
    identifiers: (document['identifiers'] as Comparable['identifiers'] | undefined) ?? [],
    digest: document['digest'] as string | undefined,
    publisher: document['publisher'] as string | undefined,
  };
}

function keysOf(record: Mergeable, { names, identifiers, digest }: Comparable): AlikeKey[] {
  const keys: AlikeKey[] = [{ by: 'order', folded: fold(names[0]!) }];
  const asked = new Set<string>();
  const ask = (words: readonly string[]): void => {
    const key = words.join(' ');
    if (words.length === 0 || asked.has(key)) return;
    asked.add(key);
    keys.push({ by: 'words', words });
  };
  for (const name of names.slice(0, MOST_NAMES)) {
    const longest = longestWords(name);
    ask(longest);
    ask(longest.slice(0, TELLING_WORDS));
    if (record !== 'Entity') continue;
    // In another script, and spelt otherwise.
    ask(longestWords(latinOf(fold(name))));
    familyNames(name).forEach(ask);
    const words = wordsIn(latinOf(fold(name)));
    if (words.length === 2 || words.length === 3) for (const joined of joinedOrders(words)) ask([joined]);
    const consonants = consonantWords([name]);
    if (consonants.length > 1) ask(consonants.slice(0, MOST_WORDS).map((word) => CONSONANTS_MARK + word));
  }
  for (const { scheme, value } of identifiers) keys.push({ by: 'identifier', scheme, value });
  if (record === 'Source' && digest !== undefined) keys.push({ by: 'digest', digest });
  return keys;
}

/** What is as long is taken in alphabetical order. Of a word that marks divide, the whole: it is found by that with and without them. */
const longestWords = (name: string): string[] =>
  wholeWordsOf(name)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS);
