/** By what a record finds those that may be of the same thing: keys that few others have. */
import { CONSONANTS_MARK, consonantWords } from '../../model/searched.js';
import { fold } from '../../model/values/text.js';
import { latinOf, wholeWordsOf } from '../../model/values/words.js';
import type { Mergeable } from '../../model/changeset/canonical.js';
import type { AlikeKey } from '../../model/changeset/known.js';
import { familyNames, joinedOrders, wordsIn } from '../likeness/prepared.js';
import type { WordCounts } from '../likeness/weights.js';
import type { Comparable } from './comparable.js';

/** Texts of a record that candidates are looked for by, and words of one. */
const MOST_NAMES = 5;
const MOST_WORDS = 8;
/** Words that more of all records have narrow nothing. */
const COMMON_SHARE = 0.25;

/** Words that records are found by together. */
interface WordKey {
  readonly words: readonly string[];
  /** Also by some of them, the rarest, that few records have together. */
  readonly hasRest: boolean;
  /** The record itself is found by them, too. */
  readonly isOwn: boolean;
  /** Of a form that is in the index beside the words themselves. */
  readonly beside?: readonly string[];
}

/** Of a name what it is found by, before anything is known of how many have its words. */
export interface NameKeys {
  readonly order: string;
  readonly words: readonly WordKey[];
}

export function nameKeys(record: Mergeable, { names }: Comparable): NameKeys {
  const keys = names.slice(0, MOST_NAMES).flatMap((name): WordKey[] => {
    const written: WordKey = { words: wholeWordsOf(name), hasRest: true, isOwn: true };
    if (record !== 'Entity') return [written];
    const latin = wordsIn(latinOf(fold(name)));
    // In another script, and spelt otherwise.
    const isForeign = latin.some((word) => !written.words.includes(word));
    const joined =
      latin.length === 2 || latin.length === 3 ? joinedOrders(latin).map((word) => ({ words: [word], hasRest: false, isOwn: false })) : [];
    const consonants = consonantWords([name]);
    const bare = { words: consonants.map((word) => CONSONANTS_MARK + word), hasRest: false, isOwn: true, beside: written.words };
    return [
      written,
      ...(isForeign ? [{ words: latin, hasRest: true, isOwn: true }] : []),
      ...familyNames(name).map((words) => ({ words, hasRest: false, isOwn: false })),
      ...joined,
      ...(consonants.length > 1 ? [bare] : []),
    ];
  });
  return { order: fold(names[0]!), words: keys };
}

/** The words of which it is to be known how many records have them. */
export const wordsToCount = ({ words }: NameKeys): string[] => words.flatMap((key) => key.words);

/** Those keys by which others than the record itself can be found; `few` candidates are looked at by each. */
export function keysOf({ order, words }: NameKeys, { identifiers, digest }: Comparable, counts: WordCounts, few: number): AlikeKey[] {
  const keys = new Map<string, AlikeKey>();
  const ask = (asked: readonly string[]): void => {
    if (asked.length > 0) keys.set(asked.toSorted().join(' '), { by: 'words', words: asked });
  };
  for (const { words: all, hasRest, isOwn, beside } of words) {
    const having = (word: string): number => counts.of.get(word) ?? 0;
    // The same records have them as have the words as they are written: no other ones are found.
    if (beside && sameCounts(all, beside, having)) continue;
    // What has others only in itself finds nobody; nor does one word of several that must be had together.
    const shared = all.filter((word) => having(word) > (isOwn ? 1 : 0));
    if (!hasRest && shared.length < all.length) continue;
    const narrowing = shared.filter((word) => having(word) <= COMMON_SHARE * counts.all);
    const rarest = (narrowing.length > 0 ? narrowing : shared)
      .toSorted((a, b) => having(a) - having(b) || (a < b ? -1 : 1))
      .slice(0, MOST_WORDS);
    ask(rarest);
    if (hasRest) ask(telling(rarest, having, counts.all, few));
  }
  return [
    { by: 'order', folded: order },
    ...keys.values(),
    ...identifiers.map(({ scheme, value }): AlikeKey => ({ by: 'identifier', scheme, value })),
    ...(digest === undefined ? [] : [{ by: 'digest', digest } as const]),
  ];
}

const sameCounts = (words: readonly string[], others: readonly string[], having: (word: string) => number): boolean =>
  words.length === others.length && words.every((word, index) => having(word) === having(others[index]!));

/**
 * As many of the rarest as it takes until few records have them together, were words independent of each other; none where it takes
 * more than half of them: what has so many of its words is alike by them all, or not at all.
 */
function telling(rarest: readonly string[], having: (word: string) => number, all: number, few: number): readonly string[] {
  let expected = all;
  for (const [index, word] of rarest.slice(0, Math.ceil(rarest.length / 2)).entries()) {
    expected *= having(word) / Math.max(1, all);
    if (expected <= few) return rarest.slice(0, index + 1);
  }
  return [];
}
