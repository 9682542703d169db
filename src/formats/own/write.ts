/** claimgraph's own JSON Lines: one item of a changeset a line, under the records' own ids. */
import type { Store } from '../../store/store.js';
import { recordsToExport, type ExportScope } from '../exporting.js';
import type { Item } from '../reading/entry.js';
import { itemOf, statusOf } from './items.js';

export async function* writeOwn(store: Store, scope: ExportScope): AsyncGenerator<string> {
  // Few are retracted or merged: they wait until everything is there.
  const withdrawn: Item[] = [];
  for await (const { record, rows } of recordsToExport(store, scope)) {
    const digests = record === 'Source' ? rows.flatMap(({ digest }) => (typeof digest === 'string' ? [digest] : [])) : [];
    const texts = digests.length > 0 ? await store.texts(digests) : new Map<string, string>();
    for (const row of rows) {
      yield `${JSON.stringify(itemOf(record, row, texts.get(row['digest'] as string)))}\n`;
      const status = statusOf(record, row);
      if (status) withdrawn.push(status);
    }
  }
  for (const item of inOrder(withdrawn))
    yield `${JSON.stringify(item)}
`;
}

interface Status {
  readonly reference: string;
  readonly into?: string;
}

/** Merges before retractions, and of a chain of merges the first link first: what a merge leads to must be in force. */
function inOrder(items: readonly Item[]): Item[] {
  const status = (item: Item): Status => Object.values(item)[0] as Status;
  const into = new Map(items.map((item) => [status(item).reference, status(item).into]));
  const links = (item: Item): number => {
    let count = 0;
    for (let next = status(item).into; next !== undefined; next = into.get(next)) count++;
    return count;
  };
  return [...items].sort((a, b) => links(b) - links(a) || (status(a).reference < status(b).reference ? -1 : 1));
}
