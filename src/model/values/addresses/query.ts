/** The query of an address, taken apart without losing what is not UTF-8. */

/** One parameter, as it stands in the address, and its name and value as they are meant. */
export interface Parameter {
  readonly text: string;
  readonly name: string;
  readonly value: string;
}

/** Of a query with its question mark, or an empty one. */
export function parametersOf(search: string): Parameter[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((text) => text !== '')
    .map((text) => {
      const at = text.indexOf('=');
      const name = at < 0 ? text : text.slice(0, at);
      return { text, name: meaning(name), value: at < 0 ? '' : meaning(text.slice(at + 1)) };
    });
}

export const searchOf = (parameters: readonly Parameter[]): string =>
  parameters.length === 0 ? '' : `?${parameters.map(({ text }) => text).join('&')}`;

/** Whether all of its escapes are UTF-8, so that taking it apart and putting it together changes no letter. */
export function isUtf8(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Escapes of another encoding stay as they are but for the case of their digits, which says nothing. */
export const withUpperCaseEscapes = (text: string): string => text.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());

/** In the order that every spelling of the address has; parameters of one name stay in theirs. */
export const sorted = (parameters: readonly Parameter[]): Parameter[] =>
  [...parameters].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

function meaning(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  return isUtf8(spaced) ? decodeURIComponent(spaced) : withUpperCaseEscapes(spaced);
}
