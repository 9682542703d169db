/** What was typed, as the words to look for: first as they stand, then with typos, then not all of them. */
import type { WantedWord, WordsWanted } from '../../plan/plan.js';
import { isAscii } from '../../model/values/folding.js';
import { fold } from '../../model/values/text.js';
import { typosAllowed } from '../../model/values/typos.js';
import { consonantsOf, latinOf, wholeWordsOf, wordsOf, type Word } from '../../model/values/words.js';

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
  /** Every word as it was typed: so descriptions and whole texts are looked into as well. */
  readonly isWhole: boolean;
}

/**
 * In the order in which they are made: with words whole that marks divide, as typed, in Latin letters, by consonants;
 * each only while too little was found.
 */
export function attemptsAt(text: string, finished: boolean): Attempt[] {
  const words = wordsOf(text).filter(({ isLatinized }) => !isLatinized);
  const typed = distinct(words.filter(({ isJoined }) => !isJoined));
  const whole = words.some(({ isJoined }) => isJoined) ? wholeWordsOf(text).slice(0, WORDS_MAX) : [];
  const joined = attemptsFor(whole, finished, false).filter(({ match }) => match === 'EVERY');
  const written = [typed, latinWords(text)].flatMap((each) => attemptsFor(each, finished, false));
  return [...joined, ...written, ...attemptsFor(consonantWords(typed), true, true)];
}

const distinct = (words: readonly Word[]): string[] => [...new Set(words.map(({ word }) => word))].slice(0, WORDS_MAX);

/** The same in Latin letters; none where they are Latin already. */
function latinWords(text: string): string[] {
  const folded = fold(text);
  return isAscii(folded) ? [] : wholeWordsOf(latinOf(folded)).slice(0, WORDS_MAX);
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
  const attempt = (words: readonly WantedWord[], match: WordsWanted): Attempt => ({
    words,
    match,
    isOfConsonants,
    isWhole: words === asTyped && !isOfConsonants,
  });
  return [
    attempt(asTyped, 'EVERY'),
    ...(withTypos.some(({ typos }) => typos > 0) ? [attempt(withTypos, 'EVERY')] : []),
    ...(typed.length > 2 ? [attempt(withTypos, 'MOST')] : []),
    ...(typed.length > 1 ? [attempt(withTypos, 'SOME')] : []),
  ];
}
