/**
 * One command, one table: the same generated graph and the same questions on the embedded store, on a
 * real Neo4j, on the same Neo4j with @neo4j/graphql in front, and by the driver alone.
 * `npm run bench -- [scale] [seconds] [pattern of shapes' names]`; scale 1 is 200k claims. CLAIMGRAPH_BENCH_NEO4J names a Neo4j,
 * and CLAIMGRAPH_BENCH_SQLITE a file, to keep (loaded unless it has claims); otherwise both last as long as the run.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';
import { readSettings } from '../dist/config/settings.js';
import { openStore } from '../dist/store/open.js';
import { hasJava, startJava } from '../test/support/neo4j-java.ts';
import { sizes } from './generate.mjs';
import { load } from './load.mjs';
import { press } from './press.mjs';
import { bodies, plain, SHAPES } from './shapes.mjs';

const scale = Number(process.argv[2] ?? 0.5);
const seconds = Number(process.argv[3] ?? 3);
const only = new RegExp(process.argv[4] ?? '');
const CLIENTS = [1, 8, 32];

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const given = process.env.CLAIMGRAPH_BENCH_NEO4J;
const started = given || !hasJava() ? undefined : await startJava();
const uri = given ?? started?.uri;
try {
  console.log(
    `\nscale ${scale}: ${JSON.stringify(sizes(scale))}, ${cpus().length} cores (${cpus()[0].model.trim()}), Node ${process.version}`,
  );
  const addresses = { SQLite: process.env.CLAIMGRAPH_BENCH_SQLITE ?? join(folder, 'graph.db'), ...(uri ? { Neo4j: uri } : {}) };
  if (!uri) console.log('*** Neo4j and the peer are NOT measured: no Java 17 with Maven, and no CLAIMGRAPH_BENCH_NEO4J ***');
  for (const [name, address] of Object.entries(addresses)) await fill(name, address);
  await ask(addresses);
} finally {
  await started?.stop();
  rmSync(folder, { recursive: true });
}

async function fill(name, address) {
  const store = await openStore(readSettings({ CLAIMGRAPH_STORE: address }), 'make');
  console.log((await store.position()) > 0 ? `${name}: loaded before` : await load(name, store, scale));
  await store.close();
}

async function ask(addresses) {
  const sides = {};
  for (const [name, address] of Object.entries(addresses)) sides[name] = await start('./server.mjs', address);
  if (addresses.Neo4j) {
    if (!existsSync(new URL('./peer/node_modules', import.meta.url)))
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: new URL('./peer/', import.meta.url), stdio: 'inherit' });
    sides.peer = await start('./peer/server.mjs', addresses.Neo4j);
  }
  for (const [name, side] of Object.entries(sides)) if (name !== 'peer') side.asOf = await beforeCorrections(side.url);
  console.log(
    '\n| shape | clients | SQLite p50 / p95 ms | Neo4j p50 / p95 ms | peer p50 / p95 ms | peer ÷ Neo4j p50, p95 | driver alone p50 ms | over it ms |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const shape of SHAPES.filter(({ name }) => only.test(name))) {
    await agree(sides, shape);
    for (const clients of CLIENTS) await row(sides, shape, clients);
  }
  for (const side of Object.values(sides)) await side.ask('stop');
}

async function start(file, address) {
  const worker = new Worker(new URL(file, import.meta.url), { workerData: { address } });
  const message = async () => (await once(worker, 'message'))[0];
  const url = await message();
  return {
    url,
    ask: (ask, rest = {}) => {
      worker.postMessage({ ask, ...rest });
      return message();
    },
  };
}

/** The last moment at which the first entity was as it was loaded. */
async function beforeCorrections(url) {
  const query = '{ entity(key: "e0") { history { version recordedAt } } }';
  const { data } = await answer(url, JSON.stringify({ query }));
  const corrected = data.entity.history.find(({ version }) => version === 2);
  return new Date(Date.parse(corrected.recordedAt) - 1).toISOString();
}

function bodiesOf(name, { query, variables, peer, peerVariables, asOf }, side) {
  if (name !== 'peer') return bodies(query, asOf ? variables.map((each) => ({ ...each, asOf: side.asOf })) : variables);
  return peer ? bodies(peer, peerVariables ?? variables) : undefined;
}

/** Every question once on every side, which warms it up; Neo4j and the peer must give the same records in the same order. */
async function agree(sides, shape) {
  const answers = {};
  for (const [name, side] of Object.entries(sides)) {
    answers[name] = [];
    for (const body of bodiesOf(name, shape, side) ?? []) answers[name].push(await answer(side.url, body));
  }
  if (!answers.peer) return;
  answers.peer.forEach((other, index) => {
    const ours = plain(answers.Neo4j[index].data);
    const theirs = plain(other.data);
    if (!isDeepStrictEqual(ours, theirs))
      throw new Error(`${shape.name}: the answers differ\n${JSON.stringify(ours)}\n${JSON.stringify(theirs)}`);
  });
}

async function answer(url, body) {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const json = await response.json();
  if (json.errors) throw new Error(JSON.stringify(json.errors));
  return json;
}

async function row(sides, shape, clients) {
  const measured = {};
  for (const [name, side] of Object.entries(sides)) {
    const asked = bodiesOf(name, shape, side);
    if (!asked) continue;
    if (name !== 'peer') await side.ask('reset');
    // Just-in-time compilers on both ends of the wire need some hundreds of calls.
    await press(side.url, asked, clients, 1_000);
    measured[name] = await press(side.url, asked, clients, seconds * 1_000);
    if (name === 'Neo4j' && (!shape.analysis || shape.oneStatement)) measured.floor = await side.ask('floor', { asked, clients, seconds });
  }
  const { SQLite, Neo4j, peer, floor } = measured;
  const pair = (times) => (times ? `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)}` : '–');
  const ratio = (share) => (quantile(peer, share) / quantile(Neo4j, share)).toFixed(1);
  const over = floor ? (quantile(Neo4j, 0.5) - quantile(floor, 0.5)).toFixed(2) : '–';
  const cells = [
    shape.name,
    clients,
    pair(SQLite),
    pair(Neo4j),
    pair(peer),
    peer ? `${ratio(0.5)}, ${ratio(0.95)}` : '–',
    floor ? quantile(floor, 0.5).toFixed(2) : '–',
    over,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
