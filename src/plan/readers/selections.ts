/**
 * What is read of a row for readers, and the row as they see it. Beside what was selected, that is what says
 * whether something is withheld, and the numbers that a claim has for them.
 */
import type { RecordName, ShapeName } from '../../model/definition.js';
import { edgeOf, isRecordName, OF_READERS } from '../../model/graph.js';
import type { RecordDocument } from '../../model/changeset/changeset.js';
import { PEER_LISTS } from '../../model/peers.js';
import { isWithholdable, PEER_PARTS, SHOWN_WITH } from '../../model/withholding.js';
import type { EdgeSelection, ListRead, Selection } from '../plan.js';
import type { PageRows, Row } from '../rows.js';
import { allOf, conditionForReaders, conditionsApart, edgeForReaders, shown } from './conditions.js';
import { mergedPage } from './pages.js';

/** A document in a row that may name something withheld: it is looked through when all rows are there. */
export interface FoundDocument {
  readonly record: RecordName;
  /** Where it stands, as `data`. */
  readonly row: { data: RecordDocument };
}

export interface SelectionForReaders {
  readonly selection: Selection;
  readonly restore: (row: Row, found: FoundDocument[]) => Row;
}

export interface ListForReaders {
  readonly lists: readonly ListRead[];
  readonly restore: (pages: readonly PageRows[], found: FoundDocument[]) => PageRows;
}

type Restore = (row: Record<string, unknown>, found: FoundDocument[]) => void;

const OTHERS = ' for readers';
const WITHHELD = 'withheld';

export function selectionForReaders(selection: Selection, isThen: boolean): SelectionForReaders {
  const { shape } = selection;
  const own = shape === 'Claim' ? selection.fields.filter((name) => OF_READERS[name] !== undefined) : [];
  const fields = own.length === 0 ? [] : ['readersDiffer', ...own.map((name) => OF_READERS[name]!)];
  const edges: EdgeSelection[] = [];
  const restores: Restore[] = own.length === 0 ? [] : [takeReadersFields(own)];
  for (const edge of selection.edges) {
    const { edges: read, restore } = edge.kind === 'page' ? pageEdge(shape, edge, isThen) : plainEdge(shape, edge, isThen);
    edges.push(...read);
    restores.push(restore);
  }
  return {
    selection: { ...selection, fields: [...new Set([...selection.fields, ...fields])], edges },
    restore: (row, found) => {
      const restored: Record<string, unknown> = { ...row };
      for (const restore of restores) restore(restored, found);
      return restored;
    },
  };
}

/** Adds to the selection of one record what says whether readers may see it. */
export function withWithheld(selection: Selection, isThen: boolean): Selection {
  const { shape } = selection;
  if (!isRecordName(shape) || !isWithholdable(shape)) return selection;
  const beside = isThen ? (SHOWN_WITH[shape] ?? []) : [];
  return {
    ...selection,
    fields: [...new Set([...selection.fields, WITHHELD])],
    edges: [...selection.edges, ...beside.map((edge) => markOf(shape, edge))],
  };
}

/** Of a row of such a selection. */
export function isWithheld(row: Row): boolean {
  const beside = Object.entries(row).filter(([slot]) => slot.startsWith(`${WITHHELD}:`));
  return row[WITHHELD] === true || beside.some(([, there]) => there === null || (there as Row)[WITHHELD] === true);
}

function markOf(shape: ShapeName, edge: string): EdgeSelection {
  const { to } = edgeOf(shape, edge) as { to: RecordName };
  return { kind: 'plain', slot: `${WITHHELD}:${edge}`, edge, selection: { shape: to, fields: [WITHHELD], edges: [] } };
}

function takeReadersFields(own: readonly string[]): Restore {
  return (row) => {
    if (row['readersDiffer'] === true) for (const name of own) row[name] = row[OF_READERS[name]!];
  };
}

/** A page of records; of claims that are sorted by what may be another for readers, two that are put together. */
export function listForReaders(record: RecordName, list: ListRead, isThen: boolean): ListForReaders {
  const then = isThen || list.asOf !== undefined;
  const { selection, restore } = selectionForReaders(list.selection, then);
  const restored = ({ items, ...rest }: PageRows, found: FoundDocument[]): PageRows => ({
    ...rest,
    items: items.map(({ position, row }) => ({ position, row: restore(row, found) })),
  });
  if (record !== 'Claim' || !list.order.some(({ field }) => OF_READERS[field] !== undefined)) {
    const where = allOf([...shown(record, then), conditionForReaders(record, list.where, then)]);
    return { lists: [{ ...list, selection, where, forReaders: true }], restore: ([page], found) => restored(page!, found) };
  }
  const { positions: _positions, ...wants } = list.page.wants;
  const page = { ...list.page, wants };
  const others = list.order.map((key) => ({ ...key, field: OF_READERS[key.field] ?? key.field }));
  const { asForAll, differing } = conditionsApart(list.where, then);
  return {
    lists: [
      { ...list, page, selection, where: asForAll, forReaders: true },
      { ...list, page, selection, where: differing, order: others, forReaders: true },
    ],
    restore: ([one, other], found) => restored(mergedPage(list, one!, other!), found),
  };
}

interface EdgesForReaders {
  readonly edges: readonly EdgeSelection[];
  readonly restore: Restore;
}

function pageEdge(shape: ShapeName, edge: Extract<EdgeSelection, { kind: 'page' }>, isThen: boolean): EdgesForReaders {
  const { to } = edgeOf(shape, edge.edge) as { to: RecordName };
  const { lists, restore } = listForReaders(to, edge.list, isThen);
  const slots = lists.map((_, index) => (index === 0 ? edge.slot : edge.slot + OTHERS));
  return {
    edges: lists.map((list, index) => ({ ...edge, edge: edgeForReaders(shape, edge.edge), slot: slots[index]!, list })),
    restore: (row, found) => {
      row[edge.slot] = restore(
        slots.map((slot) => row[slot] as PageRows),
        found,
      );
    },
  };
}

function plainEdge(shape: ShapeName, edge: Extract<EdgeSelection, { kind: 'plain' }>, isThen: boolean): EdgesForReaders {
  const definition = edgeOf(shape, edge.edge);
  const then = isThen || edge.asOf !== undefined;
  const { selection: inner, restore } = selectionForReaders(edge.selection, then);
  if (definition.kind === 'history') {
    const isNaming = PEER_LISTS.some(({ record }) => record === shape) && inner.fields.includes('data');
    return {
      edges: [{ ...edge, selection: inner, forReaders: true }],
      restore: (row, found) => {
        const versions = (row[edge.slot] as readonly Row[]).map((each) => ({ ...each }));
        row[edge.slot] = versions;
        if (isNaming)
          found.push(...versions.map((each) => ({ record: shape as RecordName, row: each as unknown as { data: RecordDocument } })));
      },
    };
  }
  if (definition.kind === 'parts') {
    const peer = PEER_PARTS[definition.part];
    const selection = peer === undefined ? inner : { ...inner, edges: [...inner.edges, markOf(definition.part, peer)] };
    return {
      edges: [{ ...edge, selection }],
      restore: (row, found) => {
        const parts = row[edge.slot] as readonly Row[];
        row[edge.slot] = (peer === undefined ? parts : parts.filter((part) => !isWithheld(part))).map((part) => restore(part, found));
      },
    };
  }
  // What a record refers to is seen with it, but not at every time.
  const selection = definition.kind === 'reference' && then ? withWithheld(inner, true) : inner;
  return {
    edges: [{ ...edge, selection }],
    restore: (row, found) => {
      const there = row[edge.slot] as Row | null;
      row[edge.slot] = there === null || (selection !== inner && isWithheld(there)) ? null : restore(there, found);
    },
  };
}
