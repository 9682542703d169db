/** claimgraph's own JSON Lines: one item of a changeset a line, under the records' own ids. */
import type { Store } from '../../store/store.js';
import { recordsToExport, type ExportScope } from '../exporting.js';
import type { Item } from '../reading/entry.js';
import { itemOf, statusOf } from './items.js';

export async function* writeOwn(store: Store, scope: ExportScope): AsyncGenerator<string> {
  // Few are retracted or merged: they wait until everything is there.
  const withdrawn: { at: string; item: Item }[] = [];
  for await (const { record, rows } of recordsToExport(store, scope)) {
    const digests = record === 'Source' ? rows.flatMap(({ digest }) => (typeof digest === 'string' ? [digest] : [])) : [];
    const texts = digests.length > 0 ? await store.texts(digests) : new Map<string, string>();
    for (const row of rows) {
      yield `${JSON.stringify(itemOf(record, row, texts.get(row['digest'] as string)))}\n`;
      const status = statusOf(record, row);
      if (status) withdrawn.push({ at: row['recordedAt'] as string, item: status });
    }
  }
  // In the order in which it happened: what a merge leads to was in force then.
  for (const { item } of withdrawn.sort((a, b) => (a.at < b.at ? -1 : 1))) yield `${JSON.stringify(item)}\n`;
}
