/** What a store gives back for a Plan. */
import type { RecordName } from '../model/definition.js';
import type { Position } from './plan.js';

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

export type PlanRows =
  | { readonly kind: 'list'; readonly page: PageRows }
  | { readonly kind: 'one'; readonly row: Row | null }
  | { readonly kind: 'nodes'; readonly rows: readonly (Row | null)[] }
  | { readonly kind: 'stats'; readonly counts: readonly RecordCount[] };
