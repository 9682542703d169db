/** Controls and broken surrogate pairs, which no text of the graph holds: replaced one for one, so that positions stay. */
import type { Item } from './entry.js';

// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const CONTROL = /[\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
const BLANK = ' ';

export const REPLACED = 'control characters, each replaced by a space';

/** The same text where there are none. */
export const withoutControls = (text: string, replacement = BLANK): string => text.replace(CONTROL, replacement);

/** The item with the paths of its texts that had some: [] for any element of a list. */
export function itemWithoutControls(item: Item): { readonly item: Item; readonly paths: readonly string[] } {
  const paths = new Set<string>();
  const cleaned = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      const text = withoutControls(value);
      if (text !== value) paths.add(path);
      return text;
    }
    if (Array.isArray(value)) return value.map((each) => cleaned(each, `${path}[]`));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cleaned(each, path === '' ? name : `${path}.${name}`)]));
  };
  const found = cleaned(item, '') as Item;
  return paths.size === 0 ? { item, paths: [] } : { item: found, paths: [...paths] };
}
