/**
 * The oracle: evaluates a Plan over plain objects, with no thought of speed. Written from the plan's
 * own documentation, not from a store.
 */
import type { EdgeDefinition, FieldDefinition, RecordName, ShapeName } from '../../src/model/definition.js';
import { edgeOf, fieldOf, isListEdge, isRecordName, RECORD_NAMES, targetOf } from '../../src/model/graph.js';
import { searchedWords, textWords } from '../../src/model/searched.js';
import { typosBetween } from '../../src/model/values/typos.js';
import { endOnClock, storedZone } from '../../src/model/values/date-bounds.js';
import { boundsOf, spanOf } from '../../src/model/values/dates.js';
import { matchesLanguage } from '../../src/model/values/languages.js';
import { compareCodePoints, fold } from '../../src/model/values/text.js';
import { PARTICIPANT_ROLES } from '../../src/model/vocabulary.js';
import type {
  Condition,
  ListRead,
  MatchRead,
  OrderKey,
  Plan,
  Position,
  Scalar,
  Selection,
  WantedWord,
  WordCountRead,
} from '../../src/plan/plan.js';
import type { PageRows, PlanRows, Row, WordCount } from '../../src/plan/rows.js';
import { isRetracted, recordNamed, type MemoryGraph, type MemoryRecord } from './memory-graph.js';

type Values = Record<string, unknown>;

export function evaluate(plan: Plan, now: MemoryGraph): PlanRows {
  const graph = now.at(plan.asOf);
  switch (plan.kind) {
    case 'list':
      return { kind: 'list', page: evaluateAll(graph, plan.record, plan.list) };
    case 'lists':
      return { kind: 'lists', pages: plan.lists.map((list) => evaluateAll(graph, plan.record, list)) };
    case 'groups':
      return evaluateGroups(graph, plan);
    case 'one': {
      const found = recordNamed(graph, plan.record, plan.by, plan.value);
      return { kind: 'one', row: found ? evaluateRow(graph, plan.selection, found.values, found) : null };
    }
    case 'nodes': {
      const rows = plan.ids.map((id): Row | null => {
        const found = RECORD_NAMES.map((name) => recordNamed(graph, name, 'id', id)).find(Boolean);
        const selection = found && plan.selections[found.record];
        return selection ? { ...evaluateRow(graph, selection, found.values, found), record: found.record } : null;
      });
      return { kind: 'nodes', rows };
    }
    case 'wordCounts':
      return { kind: 'wordCounts', counts: plan.counts.map((each) => evaluateCounts(graph, each)) };
    case 'matches':
      return { kind: 'matches', rows: plan.matches.map((each) => evaluateMatches(graph, each)) };
    case 'stats':
      return {
        kind: 'stats',
        counts: RECORD_NAMES.map((record) => {
          const all = [...graph.records.get(record)!.values()];
          const retracted = all.filter(isRetracted).length;
          return { record, active: all.length - retracted, retracted };
        }),
      };
  }
}

/** All of them: what is cut off is a store's choice. */
function evaluateMatches(graph: MemoryGraph, { record, words, match, where, selection, inTexts }: MatchRead): Row[] {
  return [...graph.records.get(record)!.values()]
    .filter((each) => {
      const there = inTexts ? textWords(graph.texts.get(each.values['digest'] as string) ?? '').split(' ') : wordsThere(record, each);
      return words.filter((word) => hasWord(there, word)).length >= (match === 'EVERY' ? words.length : 1);
    })
    .filter((each) => !isRetracted(each) || each.values['mergedInto'] !== undefined)
    .filter((each) => meets(graph, record, each.values, each, where))
    .map((each) => evaluateRow(graph, selection, each.values, each));
}

function evaluateCounts(graph: MemoryGraph, { record, words, where }: WordCountRead): WordCount {
  const all = [...graph.records.get(record)!.values()];
  const there = all.filter((each) => meets(graph, record, each.values, each, where)).map((each) => wordsThere(record, each));
  return { all: all.length, words: words.map((word) => there.filter((each) => hasWord(each, word)).length) };
}

const wordsThere = (record: MatchRead['record'], { values }: MemoryRecord): string[] => searchedWords(record, values).split(' ');

const hasWord = (there: readonly string[], { word, stems = [], prefix, typos }: WantedWord): boolean =>
  there.some(
    (each) =>
      each === word ||
      stems.includes(each) ||
      (prefix && each.startsWith(word)) ||
      (typos > 0 && typosBetween(word, each, typos) !== undefined),
  );

function evaluateAll(around: MemoryGraph, record: RecordName, list: ListRead): PageRows {
  const graph = list.asOf === undefined ? around : around.at(list.asOf);
  return evaluateList(graph, record, list, [...graph.records.get(record)!.values()]);
}

function evaluateGroups(graph: MemoryGraph, { record, where, path, limit }: Extract<Plan, { kind: 'groups' }>): PlanRows {
  const all = [...graph.records.get(record)!.values()].filter(
    (each) => !isRetracted(each) && meets(graph, record, each.values, each, where),
  );
  const counts = new Map<string, Set<string>>();
  for (const each of all) {
    for (const { shape, values } of ends(graph, record, each, path.edges)) {
      const found = path.fields.flatMap((name) => groupValues(fieldOf(shape, name), values[name]));
      if (found.includes(undefined)) continue;
      const key = JSON.stringify(found);
      counts.set(key, (counts.get(key) ?? new Set()).add(each.id));
    }
  }
  const groups = [...counts].map(([key, ids]) => ({ values: JSON.parse(key) as (string | number | null)[], count: ids.size }));
  return { kind: 'groups', groups: groups.sort(byCount).slice(0, limit), total: all.length };
}

/** Of an equal count, by the values; absent ones come first, as the lowest. */
const byCount = (a: { values: (string | number | null)[]; count: number }, b: typeof a): number => {
  if (a.count !== b.count) return b.count - a.count;
  for (const [index, one] of a.values.entries()) {
    const other = b.values[index]!;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? -1 : 1;
    return typeof one === 'string' ? compareCodePoints(one, other as string) : one - (other as number);
  }
  return 0;
};

function groupValues(field: FieldDefinition, value: unknown): (string | number | null | undefined)[] {
  if (field.type === 'date') {
    if (value === undefined) return [null, null, 0, 0, 0];
    const { possible, certain, zones } = spanOf(value as string);
    return [possible.lower, possible.upper, certain ? 0 : 1, storedZone(zones.lower), storedZone(zones.upper)];
  }
  if (field.type === 'instant') return [Math.floor((value as number) / 86_400_000) * 86_400_000];
  return [(value as string | undefined) ?? undefined];
}

function ends(
  graph: MemoryGraph,
  record: RecordName,
  from: MemoryRecord,
  edges: readonly string[],
): { shape: ShapeName; values: Values }[] {
  let found: { shape: ShapeName; values: Values; owner: MemoryRecord }[] = [{ shape: record, values: from.values, owner: from }];
  for (const name of edges) {
    found = found.flatMap(({ shape, values, owner }) => {
      const edge = edgeOf(shape, name);
      const target = targetOf(edge);
      if (isListEdge(edge))
        return neighbours(graph, edge, owner)
          .filter((each) => !isRetracted(each))
          .map((each) => ({ shape: target, values: each.values, owner: each }));
      if (edge.kind === 'embedded') return values[name] === undefined ? [] : [{ shape: target, values: values[name] as Values, owner }];
      const referred = reference(graph, edge, values);
      return referred ? [{ shape: target, values: referred.values, owner: referred }] : [];
    });
  }
  return found;
}

/** Filters, sorts and cuts the candidates. */
export function evaluateList(graph: MemoryGraph, record: RecordName, list: ListRead, candidates: readonly MemoryRecord[]): PageRows {
  const { page } = list;
  const matching = candidates.filter(
    (each) =>
      (list.retracted === 'INCLUDE' || isRetracted(each) === (list.retracted === 'ONLY')) &&
      meets(graph, record, each.values, each, list.where),
  );
  const sorted = matching
    .map((each) => ({ each, position: positionOf(record, each, list.order) }))
    .sort((a, b) => comparePositions(record, list.order, a.position, b.position));
  const compare = (position: Position, other: Position) => comparePositions(record, list.order, position, other);
  const between = sorted.filter(
    ({ position }) => (!page.after || compare(position, page.after) > 0) && (!page.before || compare(position, page.before) < 0),
  );
  const forward = page.direction === 'forward';
  const asked = page.wants.items || page.wants.next || page.wants.previous;
  const kept = !asked ? [] : forward ? between.slice(0, page.size) : page.size === 0 ? [] : between.slice(-page.size);
  const more = asked && between.length > page.size;
  const beyondBefore = page.wants.next && page.before !== undefined && sorted.some(({ position }) => compare(position, page.before!) >= 0);
  const beyondAfter = page.wants.previous && page.after !== undefined && sorted.some(({ position }) => compare(position, page.after!) <= 0);
  return {
    items: kept.map(({ each, position }) => ({ position, row: evaluateRow(graph, list.selection, each.values, each) })),
    total: page.wants.total ? matching.length : undefined,
    hasNext: forward ? more || beyondBefore : beyondBefore,
    hasPrevious: forward ? beyondAfter : more || beyondAfter,
  };
}

function evaluateRow(graph: MemoryGraph, selection: Selection, values: Values, owner: MemoryRecord): Row {
  const row: Record<string, unknown> = {};
  for (const name of selection.fields) row[name] = shown(graph, fieldOf(selection.shape, name), values);
  for (const selected of selection.edges) {
    const edge = edgeOf(selection.shape, selected.edge);
    if (selected.kind === 'page') {
      const to = targetOf(edge) as RecordName;
      const { asOf, roles } = selected.list;
      const then = asOf === undefined ? graph : graph.at(asOf);
      row[selected.slot] = evaluateList(then, to, selected.list, neighbours(then, edge, asItWas(then, owner), roles));
      continue;
    }
    const inner = (each: Values, its: MemoryRecord) => evaluateRow(graph, selected.selection, each, its);
    if (edge.kind === 'history') row[selected.slot] = owner.versions.toReversed().map((version) => inner(version, owner));
    else if (edge.kind === 'parts')
      row[selected.slot] = ((values[edge.name] as Values[] | undefined) ?? []).map((part) => inner(part, owner));
    else {
      const then = selected.asOf === undefined ? graph : graph.at(selected.asOf);
      const target = edge.kind === 'reference' ? reference(then, edge, values) : undefined;
      const embedded = edge.kind === 'embedded' ? (values[edge.name] as Values | undefined) : target?.values;
      row[selected.slot] = embedded ? evaluateRow(then, selected.selection, embedded, target ?? owner) : null;
    }
  }
  return row;
}

/** The same record in another time's graph; one that was not there yet has nothing on it. */
export const asItWas = (graph: MemoryGraph, { record, id }: MemoryRecord): MemoryRecord =>
  graph.records.get(record)!.get(id) ?? { record, id, values: {}, versions: [] };

function reference(graph: MemoryGraph, edge: EdgeDefinition, values: Values): MemoryRecord | undefined {
  const id = values[edge.name];
  return id === undefined ? undefined : graph.records.get(targetOf(edge) as RecordName)!.get(id as string);
}

function shown(graph: MemoryGraph, field: FieldDefinition, values: Values): unknown {
  const value = values[field.name];
  if (field.type === 'content') return graph.texts.get(values['digest'] as string) ?? null;
  if (field.type === 'enums') return value ?? [];
  if (value === undefined || value === null) return null;
  if (field.type === 'instant') return new Date(value as number).toISOString();
  if (field.type === 'roles') return PARTICIPANT_ROLES.filter((_, bit) => (value as number) & (1 << bit));
  return value;
}

/** Records at the other end of a list edge, retracted ones included. */
export function neighbours(graph: MemoryGraph, edge: EdgeDefinition, owner: MemoryRecord, roles?: number): MemoryRecord[] {
  if (!isListEdge(edge)) throw new Error(`${edge.name} is no list`);
  const targets = [...graph.records.get(edge.to)!.values()];
  switch (edge.kind) {
    case 'inverse':
      return targets.filter(({ values }) => values[edge.via] === owner.id);
    case 'holders':
      return targets.filter(({ values }) =>
        ((values[edge.parts] as Values[] | undefined) ?? []).some(
          (part) => part[edge.reference] === owner.id && (roles === undefined || ((part['roles'] as number) & roles) !== 0),
        ),
      );
    case 'through': {
      const ids = new Set(((owner.values[edge.parts] as Values[] | undefined) ?? []).map((part) => part[edge.reference]));
      return targets.filter(({ id }) => ids.has(id));
    }
    case 'across': {
      const first = edgeOf(owner.record, edge.inverse);
      const middle = neighbours(graph, first, owner).filter((each) => !isRetracted(each));
      const ids = new Set(middle.map(({ values }) => values[edge.reference]));
      return targets.filter(({ id }) => ids.has(id));
    }
  }
}

/** Whether a condition is true of a record, or of one of its parts. */
function meets(graph: MemoryGraph, shape: ShapeName, values: Values, owner: MemoryRecord, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.conditions.every((each) => meets(graph, shape, values, owner, each));
    case 'any':
      return condition.conditions.some((each) => meets(graph, shape, values, owner, each));
    case 'not':
      return !meets(graph, shape, values, owner, condition.condition);
    case 'related': {
      const edge = edgeOf(shape, condition.edge);
      const inner = (its: Values, whose: MemoryRecord) => meets(graph, targetOf(edge), its, whose, condition.condition);
      if (isListEdge(edge)) return neighbours(graph, edge, owner).some((each) => !isRetracted(each) && inner(each.values, each));
      if (edge.kind === 'parts') return ((values[edge.name] as Values[] | undefined) ?? []).some((part) => inner(part, owner));
      if (edge.kind === 'embedded') return values[edge.name] !== undefined && inner(values[edge.name] as Values, owner);
      const target = reference(graph, edge, values);
      return target !== undefined && inner(target.values, target);
    }
    default:
      if (condition.kind === 'in' && (condition.field === 'id' || condition.field === 'key') && isRecordName(shape)) {
        const by = condition.field;
        return condition.values.some((value) => recordNamed(graph, shape, by, value)?.id === owner.id);
      }
      return meetsField(fieldOf(shape, condition.field), values[condition.field], condition);
  }
}

function meetsField(field: FieldDefinition, value: unknown, condition: Extract<Condition, { field: string }>): boolean {
  const absent = value === undefined || value === null;
  if (condition.kind === 'present') return !absent;
  if (absent) return false;
  switch (condition.kind) {
    case 'in':
      return condition.values.some((each) =>
        field.type === 'decimal' ? differenceOf(value as string, String(each)) === 0n : value === each,
      );
    case 'compare': {
      const [number, other] =
        field.type === 'decimal' ? [differenceOf(value as string, String(condition.value)), 0n] : [Number(value), Number(condition.value)];
      return { '<': number < other, '<=': number <= other, '>': number > other, '>=': number >= other }[condition.operator];
    }
    case 'contains':
      return fold(value as string).includes(condition.folded);
    case 'startsWith':
      return (field.type === 'text' ? fold(value as string) : (value as string)).startsWith(condition.prefix);
    case 'within': {
      const { possible, certain, zones } = spanOf(value as string);
      const { lowerClock = 'CALENDAR', upperClock = 'CALENDAR' } = condition;
      const isSurely = condition.match === 'SURELY';
      const [first, last] = isSurely ? (['lower', 'upper'] as const) : (['upper', 'lower'] as const);
      const [start, end] = [
        endOnClock(first, lowerClock, possible[first], zones[first]),
        endOnClock(last, upperClock, possible[last], zones[last]),
      ];
      return (!isSurely || certain !== undefined) && start >= condition.lower && end <= condition.upper;
    }
    case 'language':
      return matchesLanguage(value as string, condition.range);
    case 'roles':
      return ((value as number) & condition.mask) !== 0;
  }
}

/** Of decimals, in units of their last places: no digit is lost. */
function differenceOf(one: string, other: string): bigint {
  const places = Math.max(...[one, other].map((each) => each.split('.')[1]?.length ?? 0));
  const whole = (decimal: string): bigint => {
    const [before = '', after = ''] = decimal.split('.');
    return BigInt(before + after.padEnd(places, '0'));
  };
  return whole(one) - whole(other);
}

function sortValue(record: RecordName, { values }: MemoryRecord, name: string): Scalar | null {
  const field = fieldOf(record, name);
  const value = values[name];
  if (value === undefined || value === null) return null;
  if (field.type === 'text') return fold(value as string);
  if (field.type === 'date') return boundsOf(value as string).lower;
  return value as Scalar;
}

export function positionOf(record: RecordName, each: MemoryRecord, order: readonly OrderKey[]): Position {
  return { values: order.map(({ field }) => sortValue(record, each, field)), id: each.id };
}

function comparePositions(_record: RecordName, order: readonly OrderKey[], left: Position, right: Position): number {
  for (const [index, { direction, nulls }] of order.entries()) {
    const a = left.values[index]!;
    const b = right.values[index]!;
    if (a === b) continue;
    if (a === null || b === null) return (a === null) === (nulls === 'FIRST') ? -1 : 1;
    const compared = typeof a === 'string' ? compareCodePoints(a, b as string) : Number(a) - Number(b);
    if (compared !== 0) return direction === 'DESC' ? -compared : compared;
  }
  const byId = compareCodePoints(left.id, right.id);
  return order.at(-1)?.direction === 'DESC' ? -byId : byId;
}
