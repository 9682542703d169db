/** Nodes and edges as tables: for Gephi, and for `neo4j-admin database import`. */
import { stringify } from 'csv-stringify/sync';
import type { Store } from '../../store/store.js';
import type { ExportScope } from '../exporting.js';
import type { ExportFile } from '../files.js';
import { spreadsheetText } from './spreadsheet.js';
import { plainEdges, plainNodes, type PlainEdge, type PlainNode } from './edges.js';

interface Columns<T> {
  readonly name: string;
  readonly value: (of: T) => string;
}

/** To the letter: for programs, and for dates, which are digits and signs that the model has checked. */
const column = <T>(name: string, of: keyof T): Columns<T> => ({ name, value: (row) => row[of] as string });
/** For tables that people open, too. */
const textColumn = <T>(name: string, of: keyof T): Columns<T> => ({ name, value: (row) => spreadsheetText(row[of] as string) });

/** The names of columns that Gephi gives a meaning to. */
const GEPHI_NODES: readonly Columns<PlainNode>[] = [
  textColumn('Id', 'id'),
  textColumn('Label', 'label'),
  textColumn('Type', 'type'),
  textColumn('Kind', 'kind'),
  textColumn('Key', 'key'),
  textColumn('Url', 'url'),
  column('Date', 'date'),
];
const GEPHI_EDGES: readonly Columns<PlainEdge>[] = [
  textColumn('Source', 'from'),
  textColumn('Target', 'to'),
  { name: 'Type', value: () => 'Directed' },
  textColumn('Id', 'id'),
  textColumn('Label', 'type'),
  textColumn('Stance', 'stance'),
  column('Date', 'date'),
  textColumn('Speaker', 'speaker'),
];

/** Headers of the Neo4j Operations Manual, "Import": ids, labels and types. */
const NEO4J_NODES: readonly Columns<PlainNode>[] = [
  column('id:ID', 'id'),
  column('name', 'label'),
  column('kind', 'kind'),
  column('key', 'key'),
  column('url', 'url'),
  column('date', 'date'),
  column(':LABEL', 'type'),
];
const NEO4J_EDGES: readonly Columns<PlainEdge>[] = [
  column(':START_ID', 'from'),
  column(':END_ID', 'to'),
  column('id', 'id'),
  column('stance', 'stance'),
  column('date', 'date'),
  column('speaker', 'speaker'),
  column(':TYPE', 'type'),
];

export const writeGephi = (store: Store, scope: ExportScope): AsyncGenerator<ExportFile> => tables(store, scope, GEPHI_NODES, GEPHI_EDGES);
export const writeNeo4jAdmin = (store: Store, scope: ExportScope): AsyncGenerator<ExportFile> =>
  tables(store, scope, NEO4J_NODES, NEO4J_EDGES);

async function* tables(
  store: Store,
  scope: ExportScope,
  nodeColumns: readonly Columns<PlainNode>[],
  edgeColumns: readonly Columns<PlainEdge>[],
): AsyncGenerator<ExportFile> {
  const ids = new Set<string>();
  yield {
    name: 'nodes.csv',
    text: table(
      nodeColumns,
      kept(plainNodes(store, scope), ({ id }) => ids.add(id).size > 0),
    ),
  };
  yield {
    name: 'edges.csv',
    text: table(
      edgeColumns,
      kept(plainEdges(store, scope), ({ from, to }) => ids.has(from) && ids.has(to)),
    ),
  };
}

async function* kept<T>(rows: AsyncIterable<T>, isKept: (row: T) => boolean): AsyncGenerator<T> {
  for await (const row of rows) if (isKept(row)) yield row;
}

async function* table<T>(columns: readonly Columns<T>[], rows: AsyncIterable<T>): AsyncGenerator<string> {
  yield stringify([columns.map(({ name }) => name)]);
  for await (const row of rows) yield stringify([columns.map(({ value }) => value(row))]);
}
