/** The words of a text, as the search compares them, with where they stand. */
import transliterate from '@sindresorhus/transliterate';
import anyAscii from 'any-ascii';
import { LRUCache } from 'lru-cache';
import { COMPOUND, fold, isAscii, RUN, UNSPACED_SCRIPTS } from './folding.js';

export interface Word {
  /** Folded (folding.ts): no case, no accents. */
  readonly word: string;
  /** Where it stands in the text, in code points; `end` is the first one after it. */
  readonly start: number;
  readonly end: number;
  /** It stands in the text in another script: this is how it is written in Latin letters. */
  readonly isLatinized?: boolean;
  /** Marks divide it: its pieces are words as well ("l’or" is lor, l and or). */
  readonly isJoined?: boolean;
}

const NO_PART_OF_A_WORD = /[^\p{L}\p{N}\p{M}]+/u;
/** Scripts that are searched within words. */
export const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
const UNSPACED_RUN = new RegExp(
  `[${UNSPACED_SCRIPTS}\\p{Default_Ignorable_Code_Point}\\p{M}\uFF9E\uFF9F]+|(?:(?![${UNSPACED_SCRIPTS}]).)+`,
  'gsu',
);
/** One character with its marks; a Hangul syllable may be written letter by letter. */
const CHARACTER =
  /[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6]+[\u11A8-\u11FF\uD7CB-\uD7FB]*|.[\p{M}\p{Default_Ignorable_Code_Point}\uFF9E\uFF9F]*/gsu;

/** Letters of most languages that are written in Latin ones, each a code unit: to match without asking Unicode about each character. */
const LETTER = 'a-zA-ZÀ-ÖØ-öø-ɏ';
const LATIN = new RegExp(`^[\\x00-\\x7F${LETTER}×÷]*$`);
const LATIN_MARKED = new RegExp(`['\`]|(?:^|[^0-9${LETTER}])[${LETTER}]\\.`);
const LATIN_WORD = new RegExp(`[0-9${LETTER}]+`, 'g');

/** What only a text of ASCII characters with it needs to be looked at for: words that marks join. */
const MARKED = /['`]|(?:^|[^a-z0-9])[a-z]\./i;

/**
 * Runs of letters and digits. Where a script puts no space between words, every two neighbouring
 * characters are a word, so that any piece of a text is found (as Lucene's CJK analyzer does it).
 */
export function wordsOf(text: string): Word[] {
  if (isAscii(text)) return MARKED.test(text) ? anyWords(text) : asciiWords(text);
  return LATIN.test(text) && !LATIN_MARKED.test(text) ? latinWords(text) : anyWords(text);
}

/** The same, for most texts, without asking Unicode about each character. */
function asciiWords(text: string): Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  for (const { 0: word, index } of lower.matchAll(/[a-z0-9]+/g)) words.push({ word, start: index, end: index + word.length });
  return words;
}

function latinWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(LATIN_WORD)) words.push(...plainWords(run, index, index + run.length));
  return words;
}

/** The words in their own script, those that marks divide whole ("l’or" is lor alone). */
export function wholeWordsOf(text: string): string[] {
  const words = wordsOf(text).filter(({ isLatinized }) => !isLatinized);
  const joined = words.filter(({ isJoined }) => isJoined);
  const isPiece = ({ start, end, isJoined }: Word) => !isJoined && joined.some((whole) => whole.start <= start && end <= whole.end);
  return [...new Set(words.filter((word) => !isPiece(word)).map(({ word }) => word))];
}

function anyWords(text: string): Word[] {
  const words: Word[] = [];
  const pointAt = pointCounter(text);
  for (const { 0: compound, index } of text.matchAll(COMPOUND)) {
    const first = pointAt(index);
    const runs = [...compound.matchAll(RUN)];
    for (const run of runs) words.push(...wordsOfRun(run[0], first + codePoints(compound.slice(0, run.index))));
    if (runs.length > 1 && !UNSPACED.test(compound))
      words.push(...plainWords(compound, first, first + codePoints(compound)).map((word) => ({ ...word, isJoined: true })));
  }
  return words;
}

/** Places in code points, of places in code units that are asked for in order. */
function pointCounter(text: string): (index: number) => number {
  let index = 0;
  let point = 0;
  return (next) => {
    point += codePoints(text.slice(index, next));
    index = next;
    return point;
  };
}

function wordsOfRun(run: string, first: number): Word[] {
  if (!UNSPACED.test(run)) return plainWords(run, first, first + codePoints(run));
  let start = first;
  return [...run.matchAll(UNSPACED_RUN)].flatMap(([piece]) => {
    const from = start;
    start += codePoints(piece);
    return UNSPACED.test(piece) ? pairsOf(piece, from) : plainWords(piece, from, start);
  });
}

const codePoints = (text: string): number => (isAscii(text) ? text.length : [...text].length);

interface Forms {
  readonly words: readonly string[];
  readonly latin: readonly string[];
}

// Texts repeat their words.
const knownForms = new LRUCache<string, Forms>({ max: 20_000 });

/** Folding may take one run apart ("½" is 1 and 2). A word of another script stands there in Latin letters as well. */
function formsOf(run: string): Forms {
  let forms = knownForms.get(run);
  if (!forms) {
    const folded = fold(run);
    const words = pieces(folded);
    const latin = isAscii(folded) ? [] : latinForms(folded).filter((word) => !words.includes(word));
    knownForms.set(run, (forms = { words, latin }));
  }
  return forms;
}

function plainWords(run: string, start: number, end: number): Word[] {
  const { words, latin } = formsOf(run);
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

/**
 * Folded text in Latin letters, as far as there is a way of writing it so: as the languages of a script are usually
 * written, and letter by letter, syllable by syllable or sign by sign where nothing better is known.
 */
export function latinOf(folded: string): string {
  if (isAscii(folded)) return folded;
  // Folding takes the Armenian ligature apart, which is known whole.
  const known = transliterate(folded.replaceAll('\u0565\u0582', '\u0587'));
  return fold(known.replace(/(?:(?!\p{ASCII})[\p{L}\p{M}\p{N}])+/gu, anyAscii));
}

/** The longest run of characters without spaces that is taken for one word to be written in Latin letters. */
const LONGEST_NAME = 8;

function pairsOf(run: string, start: number): Word[] {
  let at = start;
  const characters = [...run.matchAll(CHARACTER)].map(([character]) => {
    const from = at;
    at += codePoints(character);
    return { character, from, until: at };
  });
  if (characters.length <= 1) return plainWords(run, start, at);
  const pairs = characters
    .slice(1)
    .flatMap(({ character, until }, before) => plainWords(characters[before]!.character + character, characters[before]!.from, until));
  if (characters.length === 2 || characters.length > LONGEST_NAME) return pairs;
  return [...pairs, ...formsOf(run).latin.map((word) => ({ word, start, end: at, isLatinized: true }))];
}
