/** What two texts say beside the names and numbers in it: that both name somebody does not make them one claim. */
import { areSameWord } from './alignment.js';
import type { Told, ToldWord } from './told.js';

export interface Content {
  /** Shares of the words that are no names, numbers, dates or titles, 0 to 1: of the asked text's those that the found one has, and the reverse. */
  readonly ofAsked: number;
  readonly ofFound: number;
  /** Both say something beside names, and next to none of it agrees. */
  readonly isOfNamesAlone: boolean;
  /** What each says beside names, as it has it. */
  readonly words: { readonly asked: readonly string[]; readonly found: readonly string[] };
  /** The asked text is a topic or a part of a sentence: it says much less than the found one. */
  readonly isFragment: boolean;
}

/** Below this share of the words of each that the other has, what agrees is chance. */
const LEAST_AGREED = 0.25;
/** Fewer words than this are a sentence only where the found one has hardly more. */
const LEAST_OF_SENTENCE = 3;
/** The least share of the found text's words and numbers that a text has which says the same. */
const LEAST_OF_FOUND = 0.5;
const NEARLY_ALL = 0.75;

/** `isOneLanguage`: words of another language cannot agree; there what names and numbers say is all that is known. */
export function contentOf(asked: Told, found: Told, isOneLanguage: boolean): Content {
  const [said, other] = [wordsSaid(asked, found), wordsSaid(found, asked)];
  const ofAsked = shareOf(said, found.words);
  const ofFound = shareOf(other, asked.words);
  return {
    ofAsked,
    ofFound,
    isOfNamesAlone: isOneLanguage && said.length > 0 && other.length > 0 && Math.max(ofAsked, ofFound) < LEAST_AGREED,
    words: { asked: textsOf(said), found: textsOf(other) },
    isFragment: isFragment(asked, found),
  };
}

/** Words that say something by themselves, numbers left out: they are compared as numbers, however they are written. */
export const telling = (words: readonly ToldWord[]): readonly ToldWord[] =>
  words.filter(({ isLittle, isOfNumber }) => !isLittle && !isOfNumber);

/** Whether one of the words is this one, or a form of it. */
export const has = (words: readonly ToldWord[], word: ToldWord): boolean => words.some((each) => areSameWord(word, each));

/** Of the words those that are among the others, 0 to 1; 0 where there are none. */
export function shareOf(words: readonly ToldWord[], others: readonly ToldWord[]): number {
  const known = new Set(others.flatMap(({ word, stem }) => [word, stem]));
  const found = words.filter((word) => known.has(word.word) || known.has(word.stem) || has(others, word));
  return words.length === 0 ? 0 : found.length / words.length;
}

const textsOf = (words: readonly ToldWord[]): string[] => [...new Set(words.map(({ written }) => written))];

function wordsSaid(told: Told, other: Told): readonly ToldWord[] {
  const names = [...surelyNames(told), ...surelyNames(other)];
  return telling(told.words).filter((word) => !word.isTitle && !has(names, word));
}

/** The first word of a sentence has a capital letter anyway: it is a name where another one follows. */
export const surelyNames = ({ words }: Told): readonly ToldWord[] =>
  words.filter(({ isName, beginsSentence }, place) => isName && (!beginsSentence || words[place + 1]?.isName === true));

function isFragment(asked: Told, found: Told): boolean {
  const [own, its] = [telling(asked.words), telling(found.words)];
  const said = ({ numbers, dates }: Told, words: readonly ToldWord[]) => words.length + numbers.length + dates.length;
  const [count, whole] = [said(asked, own), said(found, its)];
  if (count < LEAST_OF_FOUND * whole) return true;
  return count < LEAST_OF_SENTENCE && (count < whole || shareOf(its, own) < NEARLY_ALL);
}
