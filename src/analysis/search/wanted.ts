/** What was typed, as the words to look for: first as they stand, then with typos, then not all of them. */
import type { WantedWord, WordsWanted } from '../../plan/plan.js';
import { typosAllowed } from '../../model/values/typos.js';
import { consonantsOf, latinOf, wordsOf } from '../../model/values/words.js';

/**
 * Words of a question beyond this many are not looked at. All but one of them are looked for as well, so that a query
 * has their square of terms: Lucene takes 1,024.
 */
const WORDS_MAX = 20;

export interface Attempt {
  readonly words: readonly WantedWord[];
  readonly match: WordsWanted;
  /** The words are consonants: only words of scripts that leave vowels out are meant. */
  readonly isOfConsonants: boolean;
}

/** In the order in which they are made: as typed, in Latin letters, by consonants; each only while too little was found. */
export function attemptsAt(text: string, finished: boolean): Attempt[] {
  const typed = typedWords(text);
  const written = [typed, latinWords(typed)].flatMap((words) => attemptsFor(words, finished, false));
  return [...written, ...attemptsFor(consonantWords(typed), true, true)];
}

/** The distinct words that were typed, in their own script. */
function typedWords(text: string): string[] {
  return [
    ...new Set(
      wordsOf(text)
        .filter(({ isLatinized }) => !isLatinized)
        .map(({ word }) => word),
    ),
  ].slice(0, WORDS_MAX);
}

/** The same in Latin letters; none where they are Latin already. */
function latinWords(typed: readonly string[]): string[] {
  const latin = typed.flatMap((word) => wordsOf(latinOf(word)).map((each) => each.word));
  return typed.every((word, index) => word === latin[index]) ? [] : [...new Set(latin)].slice(0, WORDS_MAX);
}

/** Their consonants, for names of scripts without vowels; none where that leaves too little. */
function consonantWords(typed: readonly string[]): string[] {
  const words = typed.filter((word) => word !== 'al' && word !== 'el').map((word) => consonantsOf(latinOf(word)));
  return words.every((word) => word.length >= LEAST_CONSONANTS) ? [...new Set(words)] : [];
}

const LEAST_CONSONANTS = 2;

function attemptsFor(typed: readonly string[], finished: boolean, isOfConsonants: boolean): Attempt[] {
  if (typed.length === 0) return [];
  const asTyped = typed.map((word, index): WantedWord => ({ word, prefix: !finished && index === typed.length - 1, typos: 0 }));
  const withTypos = asTyped.map((each) => ({ ...each, typos: typosAllowed(each.word) }));
  const attempt = (words: readonly WantedWord[], match: WordsWanted): Attempt => ({ words, match, isOfConsonants });
  return [
    attempt(asTyped, 'EVERY'),
    ...(withTypos.some(({ typos }) => typos > 0) ? [attempt(withTypos, 'EVERY')] : []),
    ...(typed.length > 2 ? [attempt(withTypos, 'MOST')] : []),
    ...(typed.length > 1 ? [attempt(withTypos, 'SOME')] : []),
  ];
}
