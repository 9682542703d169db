/** A store as readers may read it: nothing tells them of what is withheld, nor, unless it is wished, the names of those who wrote. */
import { withheldPeers, withoutPeers } from '../model/changeset/readers.js';
import type { Asking } from '../model/changeset/known.js';
import type { Plan } from '../plan/plan.js';
import { planForReaders } from '../plan/readers/plan.js';
import type { FoundDocument } from '../plan/readers/selections.js';
import type { PlanRows } from '../plan/rows.js';
import { StoreError } from '../model/errors.js';
import { withPseudonyms } from './pseudonyms.js';
import { typedRead, type ReadOptions, type Store } from './store.js';

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

  return {
    ...store,
    read: typedRead(async (plan, options = {}) => {
      if (!withholds) {
        const rows = await store.read(plan, options);
        if (await isAllShown(options)) return rows;
      }
      return readShown(plan, options);
    }),
    ask: async (wanted, options = {}) => {
      if (!withholds) {
        const fetched = await store.ask(wanted, options);
        if (await isAllShown(options)) return fetched;
      }
      return store.ask(wanted, { ...options, forReaders: true });
    },
    changes: async (since, limit, options = {}) => {
      const left = timeLeft(options);
      const shown = await store.changes(since, limit, { ...options, forReaders: true });
      if (await isAllShown(left())) return shown;
      const withheld = await asked(withheldPeers(shown), left());
      return shown.map((change) => ({ ...change, document: withoutPeers(change, withheld) }));
    },
    changeHeaders: (since, limit, options = {}) => store.changeHeaders(since, limit, { ...options, forReaders: true }),
  };
}

/** The options of the next of several reads that have one time limit together; throws TIMEOUT when nothing is left. */
function timeLeft(options: ReadOptions): () => ReadOptions {
  if (options.timeout === undefined) return () => options;
  const deadline = performance.now() + options.timeout;
  return () => {
    const timeout = deadline - performance.now();
    if (timeout <= 0) throw new StoreError('TIMEOUT', 'the read took longer than its limit');
    return { ...options, timeout };
  };
}
