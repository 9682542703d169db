/** The words of a text, as the search compares them, with where they stand. */
import transliterate from '@sindresorhus/transliterate';
import { fold } from './text.js';

export interface Word {
  /** Folded (text.ts): no case, no accents. */
  readonly word: string;
  /** Where it stands in the text, in code points; `end` is the first one after it. */
  readonly start: number;
  readonly end: number;
  /** It stands in the text in another script: this is how it is written in Latin letters. */
  readonly isLatinized?: boolean;
}

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const NO_PART_OF_A_WORD = /[^\p{L}\p{N}]+/u;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_RUN = new RegExp(`${UNSPACED.source}+|(?:(?!${UNSPACED.source}).)+`, 'gsu');

/**
 * Runs of letters and digits. Where a script puts no space between words, every two neighbouring
 * characters are a word, so that any piece of a text is found (as Lucene's CJK analyzer does it).
 */
export function wordsOf(text: string): Word[] {
  return isAscii(text) ? asciiWords(text) : anyWords(text);
}

// oxlint-disable-next-line no-control-regex -- the whole of ASCII is meant
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** The same, for most texts, without asking Unicode about each character. */
function asciiWords(text: string): Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  for (const { 0: word, index } of lower.matchAll(/[a-z0-9]+/g)) words.push({ word, start: index, end: index + word.length });
  return words;
}

function anyWords(text: string): Word[] {
  const words: Word[] = [];
  for (const run of text.matchAll(RUN)) {
    let start = codePoints(text.slice(0, run.index));
    for (const [piece] of run[0].matchAll(UNSPACED_RUN)) {
      const length = codePoints(piece);
      words.push(...(UNSPACED.test(piece) ? pairsOf(piece, start) : plainWords(piece, start, start + length)));
      start += length;
    }
  }
  return words;
}

const codePoints = (text: string): number => [...text].length;

/** Folding may take one run apart ("½" is 1 and 2). A word of another script stands there in Latin letters as well. */
function plainWords(run: string, start: number, end: number): Word[] {
  const folded = fold(run);
  const words = pieces(folded);
  const latin = isAscii(folded) ? [] : latinForms(folded).filter((word) => !words.includes(word));
  return [...words.map((word) => ({ word, start, end })), ...latin.map((word) => ({ word, start, end, isLatinized: true }))];
}

/** Scripts that leave most vowels out: what is left is how such a word can be known by. */
export const WITHOUT_VOWELS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

function latinForms(folded: string): string[] {
  const latin = pieces(latinOf(folded));
  return WITHOUT_VOWELS.test(folded) ? [...new Set([...latin, ...latin.map(consonantsOf)])].filter((word) => word !== '') : latin;
}

/**
 * A word's consonants, so that "Mohammed" and the letters m-h-m-d meet: doubled letters once, without an
 * article (al-), vowels and the letters that stand for long ones; without a last h, which is an ending.
 */
export function consonantsOf(latin: string): string {
  const bare = latin.replace(/^(al|el)-?(?=..)/, '').replace(/[^a-z0-9]/g, '');
  return bare
    .replace(/(.)\1+/g, '$1')
    .replace(/ou|[aeiouwy]/g, '')
    .replace(/(?<=.)h$/, '');
}

const pieces = (text: string): string[] => text.split(NO_PART_OF_A_WORD).filter((word) => word !== '');

/** Folded text in Latin letters, as far as there is a way of writing it so. */
export const latinOf = (folded: string): string => fold(transliterate(folded));

function pairsOf(run: string, start: number): Word[] {
  const characters = [...run].map((character, index) => ({ character, index })).filter(({ character }) => !/\p{M}/u.test(character));
  if (characters.length === 1) return plainWords(run, start, start + codePoints(run));
  return characters.slice(1).flatMap(({ character, index }, before) => {
    const first = characters[before]!;
    return plainWords(first.character + character, start + first.index, start + index + 1);
  });
}
