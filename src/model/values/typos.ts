/** How far one word may be from another and still be meant. */
import damerauLevenshtein from 'damerau-levenshtein';

const LEAST_FOR_ONE = 4;
const LEAST_FOR_TWO = 8;

/** Letters that may be missing, too many, wrong or swapped in a word that was typed; another number is another number. */
export function typosAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0;
  const length = [...word].length;
  return length < LEAST_FOR_ONE ? 0 : length < LEAST_FOR_TWO ? 1 : 2;
}

/** How many typos make one word the other; undefined when more than `most`, or when they do not begin alike. */
export function typosBetween(typed: string, word: string, most: number): number | undefined {
  if (Math.abs(typed.length - word.length) > most || typed.codePointAt(0) !== word.codePointAt(0)) return undefined;
  const { steps } = damerauLevenshtein(typed, word);
  return steps <= most ? steps : undefined;
}
