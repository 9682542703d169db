/** A name in the forms that names are compared in: worked out once for all that it is compared with. */
import { LRUCache } from 'lru-cache';
import { numbersIn } from '../../model/values/numbers.js';
import { fold } from '../../model/values/text.js';
import { consonantsOf, latinOf, UNSPACED, WITHOUT_VOWELS } from '../../model/values/words.js';

/** A word as it is written, in Latin letters, and without its vowels ("" where nothing is left, or it is an article). */
export interface NameWord {
  readonly written: string;
  readonly latin: string;
  readonly consonants: string;
  /** It stands for a number: a digit, a Roman numeral, "Jr.". */
  readonly isNumber: boolean;
}

export interface PreparedName {
  readonly folded: string;
  readonly words: readonly NameWord[];
  readonly numbers: readonly string[];
  /** Of another script than Latin. */
  readonly isForeign: boolean;
  readonly hasNoVowels: boolean;
  /** Of a script that puts no spaces between words: its Latin form is one word, where others write several. */
  readonly hasNoSpaces: boolean;
  /** In Latin letters as one word, in the orders in which names are written. */
  readonly joined: readonly string[];
}

const NAMES_KEPT = 20_000;
// A name is compared with those of many records.
const kept = new LRUCache<string, PreparedName>({ max: NAMES_KEPT });

export function preparedName(name: string): PreparedName {
  let prepared = kept.get(name);
  if (!prepared) kept.set(name, (prepared = prepare(name)));
  return prepared;
}

/** Words of a name between others, such as its articles in Latin letters. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el']);

function prepare(name: string): PreparedName {
  const folded = fold(name);
  const numbers = numbersIn(name);
  const words = wordsIn(folded).map((written): NameWord => {
    const latin = wordsIn(latinOf(written)).join('');
    return {
      written,
      latin,
      consonants: ARTICLES.has(latin) ? '' : consonantsOf(latin),
      isNumber: numbers.length > 0 && standsForNumber(written, numbers),
    };
  });
  return {
    folded,
    words,
    numbers,
    isForeign: words.some(({ written, latin }) => written !== latin),
    hasNoVowels: WITHOUT_VOWELS.test(name),
    hasNoSpaces: UNSPACED.test(name),
    joined: joinedOrders(words.map(({ latin }) => latin)),
  };
}

/** As a word behind another one. One letter is a numeral where it is one in the name as it is written, in capitals. */
function standsForNumber(word: string, numbers: readonly string[]): boolean {
  const inCapitals = numbersIn(`no ${word.toUpperCase()}`);
  return numbersIn(`no ${word}`).length > 0 || inCapitals.some((number) => numbers.includes(number));
}

export const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');

/** The words of a name as one, in the orders in which names are written: as they stand, and with the family name at the other end. */
export function joinedOrders(words: readonly string[]): string[] {
  const [first = '', ...rest] = words;
  return [...new Set([words.join(''), [...rest, first].join(''), [...words.slice(-1), ...words.slice(0, -1)].join('')])];
}

/** A name of two to four characters as its family name and the other one, as they are mostly written in Latin letters. */
export function familyNames(name: string): string[][] {
  const characters = [...name.normalize('NFC').replace(/[^\p{L}]+/gu, '')];
  if (!UNSPACED.test(name) || characters.length < 2 || characters.length > 4) return [];
  return [1, ...(characters.length === 4 ? [2] : [])].map((place) =>
    [characters.slice(0, place), characters.slice(place)].map((part) => latinOf(fold(part.join('')))),
  );
}
