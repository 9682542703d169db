/** A store in which those who wrote are known by pseudonyms alone: what readers are given, unless they are told the names. */
import { LRUCache } from 'lru-cache';
import { authorsNeeded, renamedRows, translatedPlan } from '../plan/readers/authors.js';
import type { Plan } from '../plan/plan.js';
import type { PlanRows } from '../plan/rows.js';
import { typedRead, type Change, type ChangeHeader, type ReadOptions, type Store } from './store.js';

/** Authors remembered: a pseudonym never changes. */
const REMEMBERED = 10_000;

/** Where an author has none, as one that a process of an older claimgraph wrote. */
const NOBODY = 'contributor';

/** `shown`: the store as readers may otherwise read it; `store`: the one that knows who is who. */
export function withPseudonyms(shown: Store, store: Store): Store {
  const remembered = new LRUCache<string, string>({ max: REMEMBERED });

  /** From a name to its pseudonym, for these names. */
  const pseudonyms = async (names: ReadonlySet<string>, options: ReadOptions): Promise<(name: string) => string> => {
    const known = new Map([...names].map((name) => [name, remembered.get(name)]));
    const missing = [...names].filter((name) => known.get(name) === undefined);
    if (missing.length > 0) {
      const { pairs = [] } = await store.ask({ fetch: 'authors', names: missing, pseudonyms: [] }, options);
      for (const [name, pseudonym] of pairs) {
        known.set(name, pseudonym);
        remembered.set(name, pseudonym);
      }
    }
    return (name) => known.get(name) ?? NOBODY;
  };

  /** The plan as the store can answer it, asked of names. */
  const byNames = async (plan: Plan, options: ReadOptions): Promise<Plan> => {
    const asked = new Set<string>();
    translatedPlan(plan, (pseudonym) => {
      asked.add(pseudonym);
      return [];
    });
    const { pairs = [] } = asked.size === 0 ? {} : await store.ask({ fetch: 'authors', names: [], pseudonyms: [...asked] }, options);
    const names = new Map(pairs.map(([name, pseudonym]) => [pseudonym, name]));
    return translatedPlan(plan, (pseudonym) => {
      const name = names.get(pseudonym);
      return name === undefined ? [] : [name];
    });
  };

  const renamed = async (plan: Plan, rows: PlanRows, options: ReadOptions): Promise<PlanRows> => {
    const names = new Set<string>();
    renamedRows(plan, rows, (name) => {
      names.add(name);
      return name;
    });
    return names.size === 0 ? rows : renamedRows(plan, rows, await pseudonyms(names, options));
  };

  return {
    ...shown,
    read: typedRead(async (plan, options = {}) => {
      const { inRows, inConditions } = authorsNeeded(plan);
      const rows = await shown.read(inConditions ? await byNames(plan, options) : plan, options);
      return inRows ? renamed(plan, rows, options) : rows;
    }),
    ask: async (wanted, options) => {
      const fetched = await shown.ask(wanted, options);
      // Analyses look at whether a record is retracted, never at who did it.
      if (!fetched.records?.some(({ retraction }) => retraction?.by !== undefined)) return fetched;
      const records = fetched.records.map((each) =>
        each.retraction ? { ...each, retraction: { ...each.retraction, by: undefined } } : each,
      );
      return { ...fetched, records };
    },
    changeHeaders: async (since, limit, options = {}) => {
      const headers = await shown.changeHeaders(since, limit, options);
      const pseudonymOf = await pseudonyms(new Set(headers.flatMap(({ recordedBy }) => recordedBy ?? [])), options);
      return headers.map((header): ChangeHeader => ({
        ...header,
        recordedBy: header.recordedBy === undefined ? undefined : pseudonymOf(header.recordedBy),
      }));
    },
    changes: async (since, limit, options = {}) => {
      const changes = await shown.changes(since, limit, options);
      const names = new Set(changes.flatMap(({ recordedBy, retraction }) => [recordedBy ?? [], retraction?.by ?? []].flat()));
      const pseudonymOf = await pseudonyms(names, options);
      return changes.map((change): Change => ({
        ...change,
        recordedBy: change.recordedBy === undefined ? undefined : pseudonymOf(change.recordedBy),
        retraction: change.retraction && {
          ...change.retraction,
          by: change.retraction.by === undefined ? undefined : pseudonymOf(change.retraction.by),
        },
      }));
    },
  };
}
