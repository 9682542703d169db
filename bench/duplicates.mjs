/**
 * How long a page of findDuplicates takes, and how fast a whole pass goes: over the entities and sources of the generated graph at
 * scale 1, without its claims, which are not looked at. `node bench/duplicates.mjs sqlite|neo4j [place] [folders of builds]`: `place`
 * is a file or an address of a Neo4j to keep (loaded where it is empty); several builds answer in turn, on the same data.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startJava } from '../test/support/neo4j-java.ts';
import { changesets } from './generate.mjs';

const [kind = 'sqlite', given, ...builds] = process.argv.slice(2);
const SCALE = 1;
const [ROUNDS, PAGES] = kind === 'neo4j' ? [2, 2] : [2, 5];
const QUERIES = {
  'entities, minimum 1': 'kind: ENTITY, minimumScore: 1, first: 100',
  'sources, minimum 1': 'kind: SOURCE, minimumScore: 1, first: 100',
  'entities, as asked by default': 'kind: ENTITY',
  'sources, as asked by default': 'kind: SOURCE',
};

const folders = builds.length > 0 ? builds : [new URL('../dist', import.meta.url).pathname];
const modules = await Promise.all(folders.map(buildIn));
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-duplicates-'));
const java = kind === 'neo4j' && !given ? await startJava() : undefined;
const place = given || java?.uri || join(folder, 'graph.db');
try {
  await fill(modules[0]);
  const times = new Map();
  for (let round = 0; round < ROUNDS; round++)
    for (const build of modules) for (const [name, query] of Object.entries(QUERIES)) await measure(build, name, query, times);
  console.log('| build | pages of | p50 / longest ms | records a page | records a second | pairs |\n| --- | --- | --- | --- | --- | --- |');
  for (const [name, all] of times) console.log(`| ${name} | ${told(all)} |`);
} finally {
  await java?.stop();
  rmSync(folder, { recursive: true });
}

async function buildIn(path) {
  const load = (name) => import(pathToFileURL(join(resolve(path), name)).href);
  const [{ readSettings }, { openStore }, { createServer }] = await Promise.all(
    ['config/settings.js', 'store/open.js', 'http/server.js'].map(load),
  );
  return { path, readSettings, openStore, createServer };
}

async function fill({ readSettings, openStore }) {
  const store = await openStore(readSettings({ CLAIMGRAPH_STORE: place }), 'make');
  if ((await store.position()) === 0)
    for (const { by, items } of changesets(SCALE)) {
      const looked = items.filter((item) => item.entity || item.source);
      if (looked.length === 0 && items.some((item) => item.citation)) break;
      if (looked.length > 0) await store.write({ by, items: looked });
    }
  await store.close();
}

async function measure({ path, readSettings, openStore, createServer }, name, query, times) {
  const settings = readSettings({ CLAIMGRAPH_STORE: place });
  const store = await openStore(settings, 'make');
  const server = await createServer({ store, settings });
  try {
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    await ask(url, '{ stats { records { kind } } }');
    let after = '';
    for (let page = 0; page < PAGES; page++) {
      const started = performance.now();
      const { findDuplicates } = await ask(
        url,
        `{ findDuplicates(${query}${after}) { complete recordsLookedAt endCursor found { score } } }`,
      );
      const took = performance.now() - started;
      const label = `${path} | ${name}`;
      times.set(label, [...(times.get(label) ?? []), { took, looked: findDuplicates.recordsLookedAt, found: findDuplicates.found.length }]);
      if (findDuplicates.complete) break;
      after = `, after: "${findDuplicates.endCursor}"`;
    }
  } finally {
    await server.close();
    await store.close();
  }
}

async function ask(url, query) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function told(all) {
  const sum = (of) => all.reduce((total, each) => total + of(each), 0);
  const took = all.map((each) => each.took).toSorted((a, b) => a - b);
  const looked = sum((each) => each.looked);
  const [middle, longest] = [took[Math.floor(took.length / 2)], took.at(-1)].map((each) => each.toFixed(0));
  return `${middle} / ${longest} | ${Math.round(looked / all.length)} | ${Math.round(looked / (sum((each) => each.took) / 1_000))} | ${sum((each) => each.found)}`;
}
