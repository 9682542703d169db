/** The words for the kinds of the table in sentences that are made from it: "an archived copy", "entities". */
import type { ShapeName } from './definition.js';

/** `ArchivedCopy` is "archived copy". */
export const nounOf = (shape: ShapeName): string => shape.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();

/** `ArchivedCopy` is "archived copies". */
export const pluralOf = (shape: ShapeName): string => {
  const noun = nounOf(shape);
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
};

/** `Entity` is "an entity". */
export const withArticle = (shape: ShapeName): string => {
  const noun = nounOf(shape);
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
};

/** For the beginning of a sentence. */
export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
