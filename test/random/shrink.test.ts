/** Failing random cases are cut down to what they fail by. */
import { parse, validate } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { onRandomGraph, shrunkBytes, shrunkList, shrunkOperation } from '../support/shrink.js';
import { temporaryFolder } from '../support/stores.js';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

it('a list, to the items that matter', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  expect(await shrunkList(items, (fewer) => fewer.includes(17) && fewer.includes(80))).toEqual([17, 80]);
  expect(await shrunkList(items, () => false)).toEqual(items);
});

it('bytes, to the ones that matter', async () => {
  const text = Buffer.from('{"name": "value", "other": [1, 2, 3]}');
  expect(String(await shrunkBytes(text, (fewer) => fewer.includes('[1')))).toBe('[1');
});

it('an operation, to the field and the argument that matter, and stays one that the schema takes', async () => {
  const schema = await createSchema();
  const query = `query ($yes: Boolean!, $first: Int, $unused: Int) {
    stats { records { kind active } }
    entities(first: $first, where: { kind: { eq: PERSON }, or: [{ key: { eq: "a" } }] }) {
      nodes { key ... @include(if: $yes) { name } ...More }
      totalCount
    }
    sources(first: $unused) { nodes { title } }
  }
  fragment More on Entity { claims(first: 3) { totalCount nodes { key } } }`;
  const variables = { yes: true, first: 2, unused: 1 };
  expect(validate(schema, parse(query))).toEqual([]);
  const small = await shrunkOperation(
    schema,
    { query, variables },
    async ({ query: text }) => /kind:/.test(text) && /totalCount/.test(text),
  );
  expect(validate(schema, parse(small.query))).toEqual([]);
  expect(small.query.replace(/\s+/g, ' ')).toBe('{ entities(where: {kind: {}}) { totalCount } }');
  expect(small.variables).toEqual({});
});

it('a graph, to the writes that matter, with its seed', async () => {
  const size = { entities: 3, sources: 3, claims: 3, citations: 3, links: 1 };
  let opened = 0;
  const trial = onRandomGraph(7, size, async (fill) => {
    const folder = temporaryFolder();
    folders.push(folder);
    const store = openSqliteStore(join(folder, `${opened++}.db`));
    try {
      await fill(store, async () => {
        const changes = await store.changes(0, 1_000);
        if (changes.some(({ document }) => document['key'] === 'entity-2')) throw new Error('entity-2 is there');
      });
    } finally {
      await store.close();
    }
  });
  const { message } = await trial.then(
    () => expect.fail('nothing failed'),
    (error: Error) => error,
  );
  expect(message).toMatch(/^seed 7: entity-2 is there\nafter 1 of \d+ writes alone: \[/);
});
