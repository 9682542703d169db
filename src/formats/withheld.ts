/** What an export for some lacks of what it would hold for all. */
import type { RecordName } from '../model/definition.js';
import { RECORD_NAMES } from '../model/graph.js';
import { isEverything } from '../plan/plan.js';
import type { Store } from '../store/store.js';
import { idsInScope, type ExportScope } from './exporting.js';

export interface WithheldCount {
  readonly record: RecordName;
  readonly count: number;
}

/** How many records of each kind are in the scope, and not in it as `shown` has it; kinds without any are left out. */
export async function withheldFrom(store: Store, shown: Store, scope: ExportScope): Promise<WithheldCount[]> {
  if (!(await store.withholds())) return [];
  const [all, some] = [await counted(store, scope), await counted(shown, scope)];
  return RECORD_NAMES.map((record) => ({ record, count: (all.get(record) ?? 0) - (some.get(record) ?? 0) })).filter(
    ({ count }) => count > 0,
  );
}

async function counted(store: Store, { where }: ExportScope): Promise<ReadonlyMap<RecordName, number>> {
  if (!isEverything(where)) return new Map([...(await idsInScope(store, where))].map(([record, ids]) => [record, ids.size]));
  const stats = await store.read({ kind: 'stats' });
  return new Map(stats.counts.map(({ record, active, retracted }) => [record, active + retracted]));
}
