/** What was typed, as the words to look for: first as they stand, then with typos, then not all of them. */
import type { WantedWord, WordsWanted } from '../../plan/plan.js';
import { typosAllowed } from '../../model/values/typos.js';
import { consonantsOf, latinOf, wordsOf } from '../../model/values/words.js';

/** Words of a question beyond this many are not looked at. */
export const WORDS_MAX = 32;

export interface Attempt {
  readonly words: readonly WantedWord[];
  readonly match: WordsWanted;
}

/** The distinct words that were typed, in their own script. */
export function typedWords(text: string): string[] {
  return [
    ...new Set(
      wordsOf(text)
        .filter(({ isLatinized }) => !isLatinized)
        .map(({ word }) => word),
    ),
  ].slice(0, WORDS_MAX);
}

/** The same in Latin letters; none where they are Latin already. */
export function latinWords(typed: readonly string[]): string[] {
  const latin = typed.flatMap((word) => wordsOf(latinOf(word)).map((each) => each.word));
  return typed.every((word, index) => word === latin[index]) ? [] : [...new Set(latin)];
}

/** Their consonants, for names of scripts without vowels; none where that leaves too little. */
export function consonantWords(typed: readonly string[]): string[] {
  const words = typed.filter((word) => word !== 'al' && word !== 'el').map((word) => consonantsOf(latinOf(word)));
  return words.every((word) => word.length >= LEAST_CONSONANTS) ? [...new Set(words)] : [];
}

const LEAST_CONSONANTS = 2;

/** Each is tried only while too little was found. */
export function attemptsFor(typed: readonly string[], finished: boolean): Attempt[] {
  const asTyped = typed.map((word, index): WantedWord => ({ word, prefix: !finished && index === typed.length - 1, typos: 0 }));
  const withTypos = asTyped.map((each) => ({ ...each, typos: typosAllowed(each.word) }));
  return [
    { words: asTyped, match: 'EVERY' },
    ...(withTypos.some(({ typos }) => typos > 0) ? [{ words: withTypos, match: 'EVERY' } as const] : []),
    ...(typed.length > 2 ? [{ words: withTypos, match: 'MOST' } as const] : []),
    ...(typed.length > 1 ? [{ words: withTypos, match: 'SOME' } as const] : []),
  ];
}
