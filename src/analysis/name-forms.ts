/** The forms that names are compared in: as they are, in Latin letters, by their consonants. */
import { fold } from '../model/values/text.js';
import { consonantsOf, latinOf, UNSPACED, WITHOUT_VOWELS } from '../model/values/words.js';

/** A name in the forms that names are compared in: worked out once for all that it is compared with. */
export interface NameForms {
  /** Folded, and where it is of another script in Latin letters as well. */
  readonly forms: readonly string[];
  readonly consonants: () => string;
  readonly hasNoVowels: boolean;
  /** Of a script that puts no spaces between words: its Latin form is one word, where others write several. */
  readonly hasNoSpaces: boolean;
}

export function formsOf(text: string): NameForms {
  let found: string | undefined;
  return {
    forms: forms(text),
    consonants: () => (found ??= consonants(text)),
    hasNoVowels: WITHOUT_VOWELS.test(text),
    hasNoSpaces: UNSPACED.test(text),
  };
}

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

const consonants = (name: string): string =>
  latinOf(fold(name))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== 'al' && word !== 'el')
    .map(consonantsOf)
    .join(' ');

function forms(name: string): string[] {
  const folded = fold(name);
  const latin = latinOf(folded);
  return latin === folded || latin === '' ? [folded] : [folded, latin];
}
