/**
 * What inflected forms of a word have in common: Snowball's stemmers where a language has one, otherwise how the word begins.
 * Words come folded on both sides, so that those who type no accents find the same.
 */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { LRUCache } from 'lru-cache';
import { isAscii, UNSPACED_SCRIPTS } from './folding.js';

type Stemmer = (word: string) => string;

/** By primary language subtag. The first of a script is also taken for texts whose language is not said. */
const STEMMERS: ReadonlyMap<string, Readonly<Record<string, Stemmer>>> = new Map<string, Readonly<Record<string, Stemmer>>>([
  [
    'Latin',
    {
      en: english,
      fr: french,
      de: german,
      es: spanish,
      it: italian,
      pt: portuguese,
      nl: dutch,
      sv: swedish,
      da: danish,
      no: norwegian,
      fi: finnish,
      ro: romanian,
      hu: hungarian,
      tr: turkish,
    },
  ],
  ['Cyrillic', { ru: russian, uk: ukrainian, bg: bulgarian }],
  ['Arabic', { ar: arabic }],
  ['Greek', { el: greek }],
  ['Armenian', { hy: armenian }],
]);

/** The two ways of writing Norwegian have one stemmer. */
const WRITTEN: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };
/** Said of a text, they name no language. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['und', 'mul', 'zxx']);

/** Before a stem and before its word, in the words of a record: no word has it. */
const MARK = '¬';
/** In the place of a language: words of languages without a stemmer, by their beginning. */
const BY_BEGINNING = 'x';
/** Code points of a longer word that stand for it. */
const BEGINNING = 6;
/** A stemmer may leave less than this of a word: the word is then taken whole. */
const LEAST = 2;

/** Numbers have one form, and scripts without spaces are taken apart otherwise. */
const WITHOUT_STEM = new RegExp(`[\\p{N}${UNSPACED_SCRIPTS}]`, 'u');

const scripts = [...STEMMERS.keys()].map((script) => [script, new RegExp(`^\\p{Script=${script}}`, 'u')] as const);
const scriptOf = (word: string): string | undefined => (isAscii(word) ? 'Latin' : scripts.find(([, pattern]) => pattern.test(word))?.[0]);

const known = new LRUCache<string, string>({ max: 50_000 });

/**
 * The stem of a folded word of a text in this language (BCP 47; the first of its script where none is said), as the index has it:
 * with the language, so that stems of two languages never meet. Undefined for words that have one form.
 */
export function stemOf(word: string, language: string | undefined): string | undefined {
  if (WITHOUT_STEM.test(word)) return undefined;
  const stemmers = STEMMERS.get(scriptOf(word) ?? '') ?? {};
  const given = language?.split('-', 1)[0]!.toLowerCase();
  const subtag = given === undefined || NO_LANGUAGE.has(given) ? Object.keys(stemmers)[0] : (WRITTEN[given] ?? given);
  return subtag !== undefined && Object.hasOwn(stemmers, subtag) ? stemIn(stemmers, subtag, word) : beginningOf(word);
}

/** Its stems in every language that it could be of. */
export function stemsOf(word: string): string[] {
  if (WITHOUT_STEM.test(word)) return [];
  const stemmers = STEMMERS.get(scriptOf(word) ?? '') ?? {};
  return [...Object.keys(stemmers).map((language) => stemIn(stemmers, language, word)), beginningOf(word)];
}

/** The language of a stem, as the index has it of each text beside its words: what no text is in needs not be looked for. */
export const languageOfStem = (stem: string): string => stem.slice(0, stem.lastIndexOf(MARK));
export const isLanguageMark = (word: string): boolean => word.lastIndexOf(MARK) === 0;

/** For words that are written in another script than their text is, and those of languages without a stemmer. */
export const beginningOf = (word: string): string => `${MARK}${BY_BEGINNING}${MARK}${[...word].slice(0, BEGINNING).join('')}`;

function stemIn(stemmers: Readonly<Record<string, Stemmer>>, language: string, word: string): string {
  const key = `${language}${MARK}${word}`;
  let stem = known.get(key);
  if (stem === undefined) {
    const found = stemmed(stemmers[language]!, word);
    known.set(key, (stem = `${MARK}${language}${MARK}${[...found].length < LEAST ? word : found}`));
  }
  return stem;
}

/** The Bulgarian stemmer of @orama/stemmers throws at some endings (-ци, -зи, -си, -е?и): it writes into a text. Then the word stands for itself. */
function stemmed(stemmer: Stemmer, word: string): string {
  try {
    return stemmer(word);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return word;
  }
}
