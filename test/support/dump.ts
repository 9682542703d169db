/** All that a store's projections hold, as text: what is compared when they are made anew. */
import Database from 'better-sqlite3';
import neo4j from 'neo4j-driver';
import { SEARCHED_RECORDS } from '../../src/model/searched.js';
import type { Plan } from '../../src/plan/plan.js';
import { pastTableOf, quoted, TEXT_NUMBERS, TEXT_WORDS, vocabularyOf } from '../../src/store/sqlite/names.js';
import { TABLES } from '../../src/store/sqlite/schema.js';
import type { Store } from '../../src/store/store.js';

/** Waits until the corroboration of every claim is worked out, now and at these moments. */
export async function settled(store: Store, moments: readonly number[]): Promise<void> {
  const byCorroboration = (asOf: number | undefined): Plan => ({
    kind: 'list',
    record: 'Claim',
    asOf,
    list: {
      where: { kind: 'all', conditions: [] },
      retracted: 'INCLUDE',
      order: [{ field: 'independentSupporting', direction: 'DESC', nulls: 'LAST' }],
      page: { size: 1, direction: 'forward', wants: { items: true, total: false, previous: false, next: false } },
      selection: { shape: 'Claim', fields: ['id'], edges: [] },
      ...(asOf === undefined ? {} : { asOf }),
    },
  });
  for (const moment of [undefined, ...moments]) await store.read(byCorroboration(moment));
}

export function dumpedSqlite(file: string): string {
  const database = new Database(file, { readonly: true });
  const rows = (name: string, order = 'rowid') => database.prepare(`SELECT * FROM ${quoted(name)} ORDER BY ${order}`).all();
  const tables = TABLES.flatMap(({ name }) => [name, pastTableOf(name)]);
  const dump: [string, unknown[]][] = [
    ...[...tables, 'shown_version', 'tally', 'withholding'].map((name): [string, unknown[]] => [name, rows(name)]),
    ['redirected', rows('redirected', '"given", "record", "num"')],
    ...SEARCHED_RECORDS.map((record): [string, unknown[]] => [vocabularyOf(record), rows(vocabularyOf(record), '"term"')]),
  ];
  const texts = database.prepare(`SELECT "digest" FROM ${quoted(TEXT_NUMBERS)} ORDER BY "digest"`).all();
  database.exec(`CREATE VIRTUAL TABLE temp."text_vocabulary" USING fts5vocab('main', '${TEXT_WORDS}', 'row')`);
  dump.push([TEXT_NUMBERS, texts], [TEXT_WORDS, rows('text_vocabulary', '"term"')]);
  database.close();
  return JSON.stringify(dump, undefined, 1);
}

export async function dumpedNeo4j(uri: string): Promise<string> {
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true });
  const session = driver.session();
  const inOrder = (properties: object) => JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
  const without = 'NOT (n:ClaimgraphModel OR n:ClaimgraphLease OR n:ClaimgraphLog OR n:Changeset)';
  const nodes = await session.run(`MATCH (n) WHERE ${without} RETURN labels(n) AS labels, properties(n) AS properties`);
  const relationships = await session.run(
    `MATCH (n)-[r]->(m) WHERE ${without} RETURN type(r) AS type, properties(r) AS properties, properties(n) AS start, properties(m) AS end`,
  );
  await session.close();
  await driver.close();
  const texts = [
    ...nodes.records.map((row) => `${String(row.get('labels'))} ${inOrder(row.get('properties') as object)}`),
    ...relationships.records.map((row) =>
      [row.get('type'), ...['properties', 'start', 'end'].map((name) => inOrder(row.get(name) as object))].join(' '),
    ),
  ];
  return texts.sort().join('\n');
}
