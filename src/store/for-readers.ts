/** A store as readers may read it: nothing tells them of what is withheld, nor, unless it is wished, the names of those who wrote. */
import { withheldPeers, withoutPeers } from '../model/changeset/readers.js';
import type { Asking } from '../model/changeset/known.js';
import { RECORD_NAMES } from '../model/graph.js';
import type { Plan } from '../plan/plan.js';
import { planForReaders } from '../plan/readers/plan.js';
import type { FoundDocument } from '../plan/readers/selections.js';
import type { PlanRows } from '../plan/rows.js';
import { withPseudonyms } from './pseudonyms.js';
import type { Change, ReadOptions, Store } from './store.js';

/** Changes that are looked at together for those that readers may see. */
const CHANGES_AT_ONCE = 1_000;

export interface ReadersOptions {
  /** The names of those who wrote, instead of pseudonyms. */
  readonly showAuthors?: boolean;
}

export function storeForReaders(store: Store, { showAuthors = false }: ReadersOptions = {}): Store {
  const shown = withoutWithheld(store);
  return showAuthors ? shown : withPseudonyms(shown, store);
}

function withoutWithheld(store: Store): Store {
  // Once anything was ever withheld, it stays so.
  let withholds = false;
  const isAllShown = async (options: ReadOptions | undefined): Promise<boolean> => {
    withholds ||= await store.withholds(options);
    return !withholds;
  };

  const readShown = async (plan: Plan, options: ReadOptions): Promise<PlanRows> => {
    const { plans, restore } = planForReaders(plan);
    const rows: PlanRows[] = [];
    for (const each of plans) rows.push(await store.read(each, options));
    const found: FoundDocument[] = [];
    const restored = restore(rows, found);
    await takeOut(found, options);
    return restored;
  };

  const takeOut = async (found: readonly FoundDocument[], options: ReadOptions): Promise<void> => {
    const written = found.map(({ record, row }) => ({ record, document: row.data }));
    const withheld = await asked(withheldPeers(written), options);
    for (const { record, row } of found) row.data = withoutPeers({ record, document: row.data }, withheld);
  };

  const asked = async <T>(asking: Asking<T>, options: ReadOptions): Promise<T> => {
    let step = asking.next({});
    while (!step.done) step = asking.next(await store.ask(step.value, options));
    return step.value;
  };

  const shownOf = async (changes: readonly Change[], options: ReadOptions): Promise<Change[]> => {
    const shown = new Set<string>();
    for (const record of RECORD_NAMES) {
      const versions = changes.filter((change) => change.record === record).map(({ id, version }) => ({ id, version }));
      if (versions.length === 0) continue;
      const { pairs = [] } = await store.ask({ fetch: 'shownVersions', record, versions }, options);
      for (const [id, version] of pairs) shown.add(`${id} ${version}`);
    }
    const seen = changes.filter(({ id, version }) => shown.has(`${id} ${version}`));
    const withheld = await asked(withheldPeers(seen), options);
    return seen.map((change) => ({ ...change, document: withoutPeers(change, withheld) }));
  };

  return {
    ...store,
    read: async (plan, options = {}) => {
      if (!withholds) {
        const rows = await store.read(plan, options);
        if (await isAllShown(options)) return rows;
      }
      return readShown(plan, options);
    },
    ask: async (wanted, options = {}) => {
      if (!withholds) {
        const fetched = await store.ask(wanted, options);
        if (await isAllShown(options)) return fetched;
      }
      return store.ask(wanted, { ...options, forReaders: true });
    },
    changes: async (since, limit, options = {}) => {
      const shown: Change[] = [];
      for (let position = since; ;) {
        const looked = await store.changes(position, Math.max(limit, CHANGES_AT_ONCE), options);
        shown.push(...((await isAllShown(options)) ? looked : await shownOf(looked, options)));
        const last = looked.at(-1);
        if (shown.length >= limit || !last || looked.length < CHANGES_AT_ONCE) return shown.slice(0, limit);
        position = last.position;
      }
    },
  };
}
