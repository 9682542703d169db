/** From the nested lists that a statement gives to the rows of a plan. The same for every store. */
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import type { FieldDefinition, RecordName, ShapeName } from '../model/definition.js';
import { edgeOf, fieldOf, RECORD_NAMES } from '../model/graph.js';
import { PARTICIPANT_ROLES } from '../model/vocabulary.js';
import type { EdgeSelection, ListRead, OrderKey, Plan, Position, Selection } from '../plan/plan.js';
import { READ_AS_OF, type PageRows, type PlanRows, type Row } from '../plan/rows.js';
import { NO_DATE } from './no-date.js';

/**
 * A plan's result as stores give it: `[[fields…], edge, edge…]` for a row, in the order of its selection;
 * `[[position | null, row]…, [total, previous, next]]` for a page; a list of at most one row for a reference;
 * for a list of parts also the JSON text of their documents, or null.
 * Yes and no may be 1 and 0.
 * @throws {StoreError} TIMEOUT where it takes longer than the clock has.
 */
export function decodeRows(plan: Plan, result: unknown, clock: Clock = NO_DEADLINE): PlanRows {
  switch (plan.kind) {
    case 'list':
      return { kind: 'list', page: pageOf(plan.record, plan.list, result as PageJson, clock) };
    case 'lists':
      return { kind: 'lists', pages: (result as PageJson[]).map((page, index) => pageOf(plan.record, plan.lists[index]!, page, clock)) };
    case 'groups': {
      const [groups, total] = result as [[(string | number | boolean)[], number][], number];
      return {
        kind: 'groups',
        groups: groups.map(([values, count]) => ({ values: values.map((value) => (value === NO_DATE ? null : value)), count })),
        total,
      };
    }
    case 'one':
      return { kind: 'one', row: result === null ? null : rowOf(plan.selection, result as RowJson, clock) };
    case 'nodes': {
      const found = new Map(
        (result as [[RecordName, string], RowJson][]).map(([[record, id], row]) => [
          id,
          { ...rowOf(plan.selections[record]!, row, clock), record },
        ]),
      );
      return { kind: 'nodes', rows: plan.ids.map((id) => found.get(id) ?? null) };
    }
    case 'matches':
      return {
        kind: 'matches',
        rows: (result as RowJson[][]).map((rows, index) => rows.map((row) => rowOf(plan.matches[index]!.selection, row, clock))),
      };
    case 'wordCounts':
      return { kind: 'wordCounts', counts: (result as [number, number[]][]).map(([all, words]) => ({ all, words })) };
    case 'stats': {
      const counts = new Map(
        (result as [RecordName, number, number][]).map(([record, active, retracted]) => [record, { record, active, retracted }]),
      );
      return { kind: 'stats', counts: RECORD_NAMES.map((record) => counts.get(record)!) };
    }
  }
}

type RowJson = [unknown[], ...unknown[]];
type Flag = 0 | 1 | boolean | null;
type PageJson = [[(string | number | null)[] | null, RowJson][], [number | null, Flag, Flag]];

function pageOf(
  record: RecordName,
  { page, order, selection }: ListRead,
  [items, [total, previous, next]]: PageJson,
  clock: Clock,
): PageRows {
  const forward = page.direction === 'forward';
  const more = items.length > page.size;
  const kept = more ? items.slice(0, page.size) : items;
  if (!forward) kept.reverse();
  return {
    items: kept.map(([values, row]) => ({
      position: values ? positionOf(record, order, values) : NOT_ASKED,
      row: rowOf(selection, row, clock),
    })),
    total: total ?? undefined,
    hasNext: forward ? more || isYes(next) : isYes(next),
    hasPrevious: forward ? isYes(previous) : more || isYes(previous),
  };
}

const NOT_ASKED: Position = { id: '', values: [] };

const isYes = (value: unknown): boolean => value === 1 || value === true;

function positionOf(record: RecordName, order: readonly OrderKey[], values: readonly (string | number | null)[]): Position {
  return {
    id: values[order.length] as string,
    values: order.map((key, index) => {
      const field = fieldOf(record, key.field);
      const value = values[index] ?? null;
      const absent = (field.type === 'date' && value === NO_DATE) || (field.type !== 'text' && !field.required && value === '');
      return absent ? null : value;
    }),
  };
}

function rowOf(selection: Selection, json: RowJson, clock: Clock): Row {
  clock.check();
  const row: Record<string | symbol, unknown> = {};
  if (selection.carries !== undefined) row[READ_AS_OF] = selection.carries;
  const [fields] = json;
  selection.fields.forEach((name, index) => {
    row[name] = valueOf(fieldOf(selection.shape, name), fields[index]);
  });
  selection.edges.forEach((edge, index) => {
    row[edge.slot] = edgeValueOf(selection.shape, edge, json[index + 1], clock);
  });
  return row;
}

function edgeValueOf(shape: ShapeName, selected: EdgeSelection, json: unknown, clock: Clock): unknown {
  const edge = edgeOf(shape, selected.edge);
  if (selected.kind === 'page') return pageOf((edge as { to: RecordName }).to, selected.list, json as PageJson, clock);
  if (edge.kind === 'parts' && (typeof json === 'string' || json === null)) return documentsOf(selected.selection, json, clock);
  if (edge.kind === 'parts' || edge.kind === 'history') return (json as RowJson[]).map((each) => rowOf(selected.selection, each, clock));
  // A reference is a list of at most one row.
  const row = edge.kind === 'reference' ? (json as RowJson[])[0] : (json as RowJson | null);
  return row ? rowOf(selected.selection, row, clock) : null;
}

/** A list of parts as it stands in the record's document. */
function documentsOf({ shape, fields }: Selection, json: string | null, clock: Clock): Row[] {
  const documents = json === null ? [] : (JSON.parse(json) as Readonly<Record<string, unknown>>[]);
  return documents.map((document) => {
    clock.check();
    return Object.fromEntries(fields.map((name) => [name, valueOf(fieldOf(shape, name), document[name])]));
  });
}

function valueOf(field: FieldDefinition, value: unknown): unknown {
  if (value === null || value === undefined) return field.type === 'enums' ? [] : field.type === 'mark' ? false : null;
  switch (field.type) {
    case 'boolean':
    case 'mark':
      return isYes(value);
    case 'instant':
      return new Date(value as number).toISOString();
    case 'enums':
    case 'json':
      return JSON.parse(value as string);
    case 'roles':
      return PARTICIPANT_ROLES.filter((_, bit) => (value as number) & (1 << bit));
    default:
      return value;
  }
}
