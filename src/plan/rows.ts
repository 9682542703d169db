/** What a store gives back for a Plan. */
import type { RecordName } from '../model/definition.js';
import type { Plan, Position } from './plan.js';

/** Where a row carries the moment as of which it was read, epoch milliseconds; not there when that is now. */
export const READ_AS_OF = Symbol('read as of');
export const readAsOf = (from: object): number | undefined => (from as { [READ_AS_OF]?: number })[READ_AS_OF];

/** Lets everything in what was worked out as of a moment carry it, so that records it names are read as of then. */
export function carrying<T>(worked: T, asOf: number | undefined): T {
  if (asOf === undefined || typeof worked !== 'object' || worked === null) return worked;
  // What is frozen is shared, and holds no results.
  if (worked instanceof Map || worked instanceof Set || Object.isFrozen(worked)) return worked;
  if (!Array.isArray(worked)) (worked as { [READ_AS_OF]?: number })[READ_AS_OF] = asOf;
  for (const inner of Object.values(worked)) carrying(inner, asOf);
  return worked;
}

/** Fields by their name, edges by their slot; `record` tells an interface which kind this is. */
export interface Row {
  readonly [slot: string]: unknown;
}

export interface PageItem {
  readonly position: Position;
  readonly row: Row;
}

/** A page in the list's order, whichever direction it was read in. */
export interface PageRows {
  readonly items: readonly PageItem[];
  readonly total: number | undefined;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

export interface RecordCount {
  readonly record: RecordName;
  readonly active: number;
  readonly retracted: number;
}

/** How many values a date has in a group. */
export const VALUES_OF_DATE = 5;

export interface GroupCount {
  /** One a field; five for a date: its bounds, null where it has none, 1 where it is doubtful, and the stored zones of its bounds (values/date-bounds.ts). */
  readonly values: readonly (string | number | boolean | null)[];
  /** Records that have them, each once. */
  readonly count: number;
}

/** Of a kind: all of its records, retracted ones included, and those that have each word. */
export interface WordCount {
  readonly all: number;
  readonly words: readonly number[];
}

/** What reading a plan of this kind gives. */
export type RowsOf<P extends Plan> = Extract<PlanRows, { readonly kind: P['kind'] }>;

/** In an analysis that yields its plans: what reading this one gives. */
export function* rowsOf<P extends Plan>(plan: P): Generator<Plan, RowsOf<P>, unknown> {
  return (yield plan) as RowsOf<P>;
}

export type PlanRows =
  | { readonly kind: 'lists'; readonly pages: readonly PageRows[] }
  | { readonly kind: 'groups'; readonly groups: readonly GroupCount[]; readonly total: number }
  | { readonly kind: 'list'; readonly page: PageRows }
  | { readonly kind: 'one'; readonly row: Row | null }
  | { readonly kind: 'nodes'; readonly rows: readonly (Row | null)[] }
  | { readonly kind: 'matches'; readonly rows: readonly (readonly Row[])[] }
  | { readonly kind: 'wordCounts'; readonly counts: readonly WordCount[] }
  | { readonly kind: 'stats'; readonly counts: readonly RecordCount[] };
