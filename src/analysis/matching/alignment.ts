/** Which words of two texts stand in the same place: between words that both have in the same order. */
import { typosAllowed, typosBetween } from '../../model/values/typos.js';
import type { ToldWord } from './told.js';

/** Words that two texts have between words that they share: what one says in the place of the other. */
export interface Gap {
  readonly asked: readonly ToldWord[];
  readonly found: readonly ToldWord[];
}

export interface Alignment {
  /** Words that stand in the same order in both, of those of the shorter text; 0 to 1. */
  readonly inOrder: number;
  /** Those that are not empty on either side. */
  readonly gaps: readonly Gap[];
}

/** Words of a longer text are aligned by its beginning: the work is that of each word with each. */
const ALIGNED = 120;
/** The least letters that a word and a longer one have in common to be forms of one. */
const LEAST_ALIKE = 5;

/** Whether two words are one: the same, forms of one, spelt a little otherwise, or written in other letters. */
export function areSameWord(one: ToldWord, other: ToldWord): boolean {
  if (one.word === other.word || one.stem === other.stem) return true;
  if (one.isOfNumber || other.isOfNumber) return false;
  if (one.latin !== undefined || other.latin !== undefined) {
    const [a, b] = [one.latin ?? one.word, other.latin ?? other.word];
    return a === b || isTypoOf(a, b);
  }
  return isTypoOf(one.word, other.word) || isLongerForm(one.word, other.word);
}

/** One letter of each five may be wrong: in a short name one letter makes another. */
function isTypoOf(one: string, other: string): boolean {
  // Most words are other words, and this says so soon.
  if (one[0] !== other[0] || one.length < LEAST_ALIKE || other.length < LEAST_ALIKE || Math.abs(one.length - other.length) > 2)
    return false;
  const most = Math.min(typosAllowed(one), typosAllowed(other), Math.floor(Math.min(one.length, other.length) / LEAST_ALIKE));
  return most > 0 && typosBetween(one, other, most) !== undefined;
}

/** "Berlin" and "Berliner". */
function isLongerForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= LEAST_ALIKE && long.length - short.length <= 2 && long.startsWith(short);
}

/** The longest common subsequence of both, and what lies between. */
export function aligned(asked: readonly ToldWord[], found: readonly ToldWord[]): Alignment {
  const [a, b] = [asked.slice(0, ALIGNED), found.slice(0, ALIGNED)];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const same = new Uint8Array(a.length * b.length);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const isSame = areSameWord(a[i]!, b[j]!);
      if (isSame) same[i * b.length + j] = 1;
      lengths[i * width + j] = isSame
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  const gaps: Gap[] = [];
  let [i, j, fromA, fromB, matched] = [0, 0, 0, 0, 0];
  const close = () => {
    if (i > fromA && j > fromB) gaps.push({ asked: a.slice(fromA, i), found: b.slice(fromB, j) });
  };
  while (i < a.length && j < b.length) {
    if (same[i * b.length + j] === 1) {
      close();
      matched++;
      [i, j] = [i + 1, j + 1];
      [fromA, fromB] = [i, j];
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  close();
  return { inOrder: matched / Math.max(1, Math.min(a.length, b.length)), gaps };
}
