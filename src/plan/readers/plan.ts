/** A Plan as it is for readers: the answer is the one of a graph in which what is withheld from them never was. */
import { OF_READERS } from '../../model/graph.js';
import { WITHHOLDABLE } from '../../model/withholding.js';
import type { ListRead, Plan, Selection } from '../plan.js';
import type { GroupCount, PlanRows, Row } from '../rows.js';
import { allOf, conditionForReaders, conditionsApart, shown, withheld } from './conditions.js';
import { isWithheld, listForReaders, selectionForReaders, withWithheld, type FoundDocument } from './selections.js';

export interface PlanForReaders {
  /** Nearly always one. */
  readonly plans: readonly Plan[];
  /** The rows of the plan from those of the plans; documents that are still to be looked through are added to `found`. */
  readonly restore: (rows: readonly PlanRows[], found: FoundDocument[]) => PlanRows;
}

type Of<Kind extends Plan['kind']> = Extract<Plan, { kind: Kind }>;
type RowsOf<Kind extends Plan['kind']> = Extract<PlanRows, { kind: Kind }>;

export function planForReaders(plan: Plan): PlanForReaders {
  switch (plan.kind) {
    case 'list':
      return list(plan);
    case 'lists':
      return lists(plan);
    case 'one':
      return one(plan);
    case 'nodes':
      return nodes(plan);
    case 'groups':
      return groups(plan);
    case 'stats':
      return stats(plan);
    case 'matches':
      return matches(plan);
    case 'wordCounts': {
      // Nobody is to learn by what is found first whether a word stands in what is withheld.
      const counts = plan.counts.map((read) => ({ ...read, where: allOf([...shown(read.record, false), read.where]) }));
      return { plans: [{ ...plan, counts }], restore: ([rows]) => rows! };
    }
  }
}

const isThen = ({ asOf }: Plan): boolean => asOf !== undefined;

function list(plan: Of<'list'>): PlanForReaders {
  const { lists: read, restore } = listForReaders(plan.record, plan.list, isThen(plan));
  const [only] = read;
  if (read.length === 1)
    return {
      plans: [{ ...plan, list: only! }],
      restore: ([rows], found) => ({ kind: 'list', page: restore([(rows as RowsOf<'list'>).page], found) }),
    };
  return {
    plans: [{ kind: 'lists', record: plan.record, lists: read, asOf: plan.asOf }],
    restore: ([rows], found) => ({ kind: 'list', page: restore((rows as RowsOf<'lists'>).pages, found) }),
  };
}

function lists(plan: Of<'lists'>): PlanForReaders {
  const each = plan.lists.map((read) => listForReaders(plan.record, read, isThen(plan)));
  return {
    plans: [{ ...plan, lists: each.flatMap(({ lists: read }) => read) }],
    restore: ([rows], found) => {
      const pages = [...(rows as RowsOf<'lists'>).pages];
      return { kind: 'lists', pages: each.map(({ lists: read, restore }) => restore(pages.splice(0, read.length), found)) };
    },
  };
}

function one(plan: Of<'one'>): PlanForReaders {
  const { selection, restore } = rowForReaders(plan.selection, isThen(plan));
  return {
    plans: [{ ...plan, selection }],
    restore: ([rows], found) => ({ kind: 'one', row: restore((rows as RowsOf<'one'>).row, found) }),
  };
}

function nodes(plan: Of<'nodes'>): PlanForReaders {
  const each = Object.entries(plan.selections).map(([record, selection]) => [record, rowForReaders(selection, isThen(plan))] as const);
  const byRecord = new Map<unknown, ReturnType<typeof rowForReaders>>(each);
  return {
    plans: [{ ...plan, selections: Object.fromEntries(each.map(([record, { selection }]) => [record, selection])) }],
    restore: ([rows], found) => ({
      kind: 'nodes',
      rows: (rows as RowsOf<'nodes'>).rows.map((row) => row && byRecord.get(row['record'])!.restore(row, found)),
    }),
  };
}

/** A record that is named: it may be withheld. */
function rowForReaders(given: Selection, then: boolean) {
  const { selection, restore } = selectionForReaders(given, then);
  return {
    selection: withWithheld(selection, then),
    restore: (row: Row | null, found: FoundDocument[]): Row | null => (row === null || isWithheld(row) ? null : restore(row, found)),
  };
}

/** Values past this many are not put together. */
const GROUPS_MAX = 1_000_000;

function groups(plan: Of<'groups'>): PlanForReaders {
  const { record, path, limit } = plan;
  if (record !== 'Claim' || path.edges.length > 0 || !path.fields.some((field) => OF_READERS[field] !== undefined)) {
    const where = allOf([...shown(record, isThen(plan)), conditionForReaders(record, plan.where, isThen(plan))]);
    return { plans: [{ ...plan, where, forReaders: true }], restore: ([rows]) => rows! };
  }
  const read = { ...plan, limit: GROUPS_MAX, forReaders: true };
  const fields = path.fields.map((field) => OF_READERS[field] ?? field);
  const { asForAll, differing } = conditionsApart(plan.where, isThen(plan));
  return {
    plans: [
      { ...read, where: asForAll },
      { ...read, where: differing, path: { ...path, fields } },
    ],
    restore: (rows) => mergedGroups(rows as readonly RowsOf<'groups'>[], limit),
  };
}

function mergedGroups(rows: readonly RowsOf<'groups'>[], limit: number): PlanRows {
  const counts = new Map<string, GroupCount>();
  for (const { values, count } of rows.flatMap(({ groups: all }) => all)) {
    const key = JSON.stringify(values);
    counts.set(key, { values, count: count + (counts.get(key)?.count ?? 0) });
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count || compareValues(a.values, b.values));
  return { kind: 'groups', groups: sorted.slice(0, limit), total: rows.reduce((sum, { total }) => sum + total, 0) };
}

/** Of dates: their bounds; absent ones first. */
function compareValues(one: GroupCount['values'], other: GroupCount['values']): number {
  const differing = one.findIndex((value, index) => value !== other[index]);
  if (differing < 0) return 0;
  const [a, b] = [one[differing], other[differing]].map((value) => (value === null ? -Infinity : Number(value))) as [number, number];
  return a - b;
}

/** The counts are kept of all records: what is withheld, which is little, is counted and taken off. */
function stats(plan: Of<'stats'>): PlanForReaders {
  const total = (record: (typeof WITHHOLDABLE)[number], retracted: 'EXCLUDE' | 'ONLY'): ListRead => ({
    where: withheld(record, isThen(plan)),
    retracted,
    order: [{ field: 'createdAt', direction: 'ASC', nulls: 'LAST' }],
    page: { size: 1, direction: 'forward', wants: { items: false, total: true, previous: false, next: false } },
    selection: { shape: record, fields: ['id'], edges: [] },
  });
  return {
    plans: [
      plan,
      ...WITHHOLDABLE.map((record): Plan => {
        const read = [total(record, 'EXCLUDE'), total(record, 'ONLY')];
        return { kind: 'lists', record, lists: read, asOf: plan.asOf };
      }),
    ],
    restore: ([all, ...off]) => {
      const taken = new Map(
        WITHHOLDABLE.map((record, index) => [record, (off[index] as RowsOf<'lists'>).pages.map((page) => page.total ?? 0)]),
      );
      const counts = (all as RowsOf<'stats'>).counts.map(({ record, active, retracted }) => {
        const [ofActive = 0, ofRetracted = 0] = taken.get(record) ?? [];
        return { record, active: active - ofActive, retracted: retracted - ofRetracted };
      });
      return { kind: 'stats', counts };
    },
  };
}

function matches(plan: Of<'matches'>): PlanForReaders {
  const each = plan.matches.map((read) => {
    const { selection, restore } = selectionForReaders(read.selection, false);
    const where = allOf([...shown(read.record, false), conditionForReaders(read.record, read.where, false)]);
    return { read: { ...read, selection, where }, restore };
  });
  return {
    plans: [{ ...plan, matches: each.map(({ read }) => read) }],
    restore: ([rows], found) => ({
      kind: 'matches',
      rows: (rows as RowsOf<'matches'>).rows.map((list_, index) => list_.map((row) => each[index]!.restore(row, found))),
    }),
  };
}
