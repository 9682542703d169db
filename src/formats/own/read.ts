/** claimgraph's own JSON Lines: every line an item of a changeset, or a whole changeset with its items. */
import { itemWithoutControls, REPLACED } from '../reading/controls.js';
import { entriesOf, jsonDocuments } from '../reading/documents.js';
import { refusal, refused, type Entry, type Input, type Item, type Place, type ReadOptions } from '../reading/entry.js';

export async function* readOwn(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  yield* entriesOf(jsonDocuments(input, options, ['items']), options, (value, place) => [entryOf(value, place)]);
}

function entryOf(value: unknown, place: Place): Entry {
  if (!value || typeof value !== 'object' || Array.isArray(value))
    return refused(place, refusal('BAD_INPUT', '', 'not an item', 'an object such as {"entity": {…}}'));
  const { item, paths } = itemWithoutControls(value as Item);
  // The digest is that of the text as it was.
  const { item: sound, lost } = paths.includes('source.text') ? withoutDigest(item) : { item, lost: [] };
  return { place, items: [mayBeNew(sound)], lost: [...paths.map((path) => `${path} (${REPLACED})`), ...lost], refusals: [] };
}

function withoutDigest(item: Item): { readonly item: Item; readonly lost: readonly string[] } {
  const { digest, ...source } = item['source'] as Item;
  return digest === undefined
    ? { item, lost: [] }
    : { item: { source }, lost: ['source.digest (of the text with its control characters)'] };
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
