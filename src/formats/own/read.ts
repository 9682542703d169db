/** claimgraph's own JSON Lines: every line an item of a changeset, or a whole changeset with its items. */
import { entriesOf, jsonDocuments } from '../reading/documents.js';
import { refusal, refused, type Entry, type Input, type Item, type Place, type ReadOptions } from '../reading/entry.js';

export async function* readOwn(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  yield* entriesOf(jsonDocuments(input, options, ['items']), options, (value, place) => [entryOf(value, place)]);
}

function entryOf(value: unknown, place: Place): Entry {
  if (!value || typeof value !== 'object' || Array.isArray(value))
    return refused(place, refusal('BAD_INPUT', '', 'no item', 'an object such as {"entity": {…}}'));
  return { place, items: [mayBeNew(value as Item)], lost: [], refusals: [] };
}

/** An id that this graph does not have is one of the graph it comes from: kept. */
function mayBeNew(item: Item): Item {
  return Object.fromEntries(
    Object.entries(item).map(([kind, content]) => {
      const { id, mustExist } = (content ?? {}) as { id?: unknown; mustExist?: unknown };
      return [kind, id !== undefined && mustExist === undefined ? { ...(content as object), mustExist: false } : content];
    }),
  );
}
