/** The items of a changeset as they were given, checked for their form. */
import { excerpt, type Path } from '../errors.js';
import { RECORD_NAMES } from '../graph.js';
import { itemName, parseRecord, type ParsedItem } from './input.js';
import { parseSplit } from './split.js';
import { isStatusItem, parseStatus, STATUS_ITEMS } from './status.js';

const RECORD_OF_ITEM = new Map(RECORD_NAMES.map((record) => [itemName(record), record]));

/** Checks the shape of every item; a claim's own citations become items that follow it. */
export function parseItems(items: readonly unknown[]): ParsedItem[] {
  return items.flatMap((item, index) => parseItem(item, ['items', index]));
}

function parseItem(given: unknown, path: Path): ParsedItem[] {
  const names = [...RECORD_OF_ITEM.keys(), ...STATUS_ITEMS, 'split'];
  const entries =
    given && typeof given === 'object' && !Array.isArray(given)
      ? Object.entries(given).filter(([, value]) => value !== undefined && value !== null)
      : [];
  const [name, content] = entries[0] ?? [];
  if (entries.length !== 1 || !names.includes(name!)) {
    const message =
      entries.length === 0
        ? 'the item is empty'
        : entries.length === 1
          ? `"${excerpt(name)}" is not a kind of item`
          : 'the item has several kinds';
    return [{ record: 'Claim', path, problems: [{ code: 'BAD_INPUT', message, path, hint: `one of ${names.join(', ')}` }] }];
  }
  if (isStatusItem(name!)) return [parseStatus(name, content, [...path, name])];
  if (name === 'split') {
    const { item, split } = parseSplit(content, [...path, name]);
    return [{ ...item, split }];
  }
  return parseRecord(RECORD_OF_ITEM.get(name!)!, content, [...path, name!]);
}
