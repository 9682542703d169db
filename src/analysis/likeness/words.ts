/** How alike two words are, as people misspell them. */
import { ratio } from 'fuzzball';
import { LRUCache } from 'lru-cache';

/** A word that is shorter is mostly another word where a letter of it is another. */
const LEAST_FOR_TYPOS = 4;
const OF_SHORT = 0.5;
/** Of the ratio (0 to 1): a typo or two. What is less alike counts less and less, down to `OTHER`. */
const TYPO = 0.8;
const OTHER = 0.5;
/** "J." and "John". */
const OF_INITIAL = 0.8;
const PAIRS_KEPT = 50_000;

// The same few words meet again and again.
const known = new LRUCache<string, number>({ max: PAIRS_KEPT });

/**
 * 0 to 1; 1 where they are the same. `isSpelt`: both are as they were written. Otherwise one of them was turned into other letters,
 * which never come out quite the same: then each letter that agrees counts.
 */
export function wordLikeness(one: string, other: string, isSpelt: boolean): number {
  if (one === other) return one === '' ? 0 : 1;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (isInitial(shorter)) return longer.startsWith(shorter) && !isInitial(longer) ? OF_INITIAL : 0;
  // What is in one alone is no part of what both have.
  if ((2 * shorter.length) / (shorter.length + longer.length) <= OTHER) return 0;
  const pair = `${shorter} ${longer}`;
  let same = known.get(pair);
  if (same === undefined) known.set(pair, (same = ratio(one, other, { full_process: false }) / 100));
  if (!isSpelt) return same > OTHER ? same : 0;
  return shorter.length < LEAST_FOR_TYPOS ? OF_SHORT * same : ofTypos(same);
}

/** One letter, of a script that writes words with several. */
export const isInitial = (word: string): boolean => /^(?!\p{Script=Han})\p{L}$/u.test(word);

const ofTypos = (same: number): number => (same >= TYPO ? same : Math.max(0, (TYPO * (same - OTHER)) / (TYPO - OTHER)));
