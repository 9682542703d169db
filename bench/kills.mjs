/**
 * Processes that are killed while they write, by `node bench/kills.mjs [kills] [sqlite | neo4j]`: whether
 * everything acknowledged is there, once, and whole. Of a Neo4j every fifth time it is the database itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../dist/config/settings.js';
import { openStore } from '../dist/store/open.js';
import { startJava } from '../test/support/neo4j-java.ts';
import { addressOf } from './address.mjs';
import { random } from './generate.mjs';

const kills = Number(process.argv[2] ?? 100);
const kind = process.argv[3] ?? 'sqlite';
const WRITERS = 4;
const CLAIMS = 3;
const WRITE = 'mutation ($key: String!, $items: [ChangeItemInput!]!) { applyChangeset(input: { key: $key, items: $items }) { applied } }';

const next = random(23);
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-kills-'));
let database = kind === 'neo4j' ? await startJava(join(folder, 'neo4j')) : undefined;
const address = database?.uri ?? join(folder, 'graph.db');
let server = await started();
const stopped = new AbortController();
const acknowledged = new Set();
let sent = 0;
const writers = Array.from({ length: WRITERS }, (_, index) => writing(index));

const began = performance.now();
for (let kill = 1; kill <= kills; kill++) {
  const before = acknowledged.size;
  // Something is written between any two.
  while (acknowledged.size === before) await sleep(10);
  await sleep(next() * 400);
  if (database && kill % 5 === 0) {
    const { port } = database;
    await database.kill();
    database = await startJava(join(folder, 'neo4j'), port);
  } else {
    const { process: running } = server;
    const exit = once(running, 'exit');
    running.kill('SIGKILL');
    await exit;
    server = await started();
  }
}
stopped.abort();
await Promise.all(writers);
const exit = once(server.process, 'exit');
server.process.kill();
await exit;

const store = await openStore(readSettings({ CLAIMGRAPH_STORE: address }), 'make');
const [lost, partial, twice] = await compared();
const findings = await store.check(() => undefined);
await store.close();
await database?.stop();
rmSync(folder, { recursive: true });
console.log(
  `${kind}: ${kills} kills in ${((performance.now() - began) / 1_000).toFixed(0)} s, ${acknowledged.size} changesets acknowledged of ${sent} sent`,
);
console.log(`lost ${lost}, in part ${partial}, written twice ${twice}, findings of the check ${findings.length}`);
process.exitCode = lost + partial + twice + findings.length === 0 ? 0 : 1;

async function started() {
  const args = ['dist/main.js', 'serve', '--port', '0', '--store', address, '--tokens-file', join(folder, 'none')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return { process: child, url: await addressOf(child) };
}

/** One changeset after the other; one that was not acknowledged is sent again under the same key. */
async function writing(writer) {
  for (let number = 0; !stopped.signal.aborted; number++) {
    const key = `kill-${writer}-${number}`;
    const claims = Array.from({ length: CLAIMS }, (_, index) => `${key}-${index}`);
    const items = [
      { source: { key: `${key}-source`, kind: 'POST', title: 'A post' } },
      ...claims.map((claim) => ({
        claim: {
          key: claim,
          texts: [{ language: 'en', text: `Claim ${claim}` }],
          // Without keys: written twice they would be twice as many.
          citations: [1, 2].map(() => ({ source: `${key}-source`, stance: 'SUPPORTS' })),
        },
      })),
    ];
    sent++;
    while (!(await isApplied(key, items))) await sleep(20);
    acknowledged.add(key);
  }
}

async function isApplied(key, items) {
  try {
    const body = JSON.stringify({ query: WRITE, variables: { key, items } });
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return (await answer.json()).data?.applyChangeset?.applied === true;
  } catch {
    return false;
  }
}

async function compared() {
  let [lost_, partial_, twice_] = [0, 0, 0];
  for (const key of acknowledged) {
    const keys = Array.from({ length: CLAIMS }, (_, index) => `${key}-${index}`);
    const { records } = await store.ask({ fetch: 'records', record: 'Claim', ids: [], keys });
    if (records.length === 0) lost_++;
    else if (records.length < CLAIMS) partial_++;
    const ids = records.map(({ id }) => id);
    const citations = (await store.ask({ fetch: 'referring', record: 'Citation', reference: 'claim', ids })).records.length;
    if (citations > 2 * records.length || records.some(({ version }) => version !== 1)) twice_++;
    if (citations < 2 * records.length) partial_++;
  }
  return [lost_, partial_, twice_];
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
