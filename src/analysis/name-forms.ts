/** The forms that names are compared in: as they are, in Latin letters, by their consonants. */
import { fold } from '../model/values/text.js';
import { consonantsOf, latinOf, WITHOUT_VOWELS } from '../model/values/words.js';

/** A name in the forms that names are compared in: worked out once for all that it is compared with. */
export interface NameForms {
  /** Folded, and where it is of another script in Latin letters as well. */
  readonly forms: readonly string[];
  readonly consonants: () => string;
  readonly hasNoVowels: boolean;
}

export function formsOf(text: string): NameForms {
  let found: string | undefined;
  return { forms: forms(text), consonants: () => (found ??= consonants(text)), hasNoVowels: WITHOUT_VOWELS.test(text) };
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
