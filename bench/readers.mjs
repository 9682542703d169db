/**
 * What it costs that something is withheld, by `node bench/readers.mjs [scale] [seconds] [store]`: the same questions by an
 * admin, and by a reader from whom one source in a hundred is withheld; 4 clients, and each one's ratio to the admin's.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../dist/config/settings.js';
import { createServer } from '../dist/http/server.js';
import { openStore } from '../dist/store/open.js';
import { load } from './load.mjs';
import { press } from './press.mjs';
import { bodies, SHAPES } from './shapes.mjs';

const scale = Number(process.argv[2] ?? 0.1);
const seconds = Number(process.argv[3] ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const address = process.argv[4] ?? join(folder, 'graph.db');
const CLIENTS = 4;
const WITHHELD_EVERY = 100;
/** They begin at entities that a smaller graph has not. */
const OF_THE_WHOLE = new Set(['paths of up to 6']);

const store = await openStore(readSettings({ CLAIMGRAPH_STORE: address }), 'make');
if ((await store.position()) === 0) console.log(await load('store', store, scale));
const sources = Math.round(40_000 * scale);
const items = Array.from({ length: Math.floor(sources / WITHHELD_EVERY) }, (_, index) => ({
  source: { key: `s${index * WITHHELD_EVERY}`, visibility: 'RESTRICTED' },
}));
const began = performance.now();
const { applied } = await store.write({ items });
if (!applied) throw new Error('the sources were not restricted');
console.log(`${items.length} sources restricted in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
const servers = {};
for (const role of ['admin', 'reader']) {
  const settings = readSettings({
    CLAIMGRAPH_STORE: address,
    CLAIMGRAPH_ANONYMOUS_ROLE: role,
    CLAIMGRAPH_CONCURRENCY_MAX: '64',
    CLAIMGRAPH_RATE_MAX: '0',
  });
  const server = await createServer({ store, settings });
  servers[role] = { server, url: `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql` };
}
console.log('| shape | admin p50 / p95 ms | reader p50 / p95 ms | ratio of p50, p95 |\n| --- | --- | --- | --- |');
for (const { name, query, variables, asOf } of SHAPES) {
  if (asOf || (scale < 1 && OF_THE_WHOLE.has(name))) continue;
  const asked = bodies(query, variables);
  const times = {};
  for (const [role, { url }] of Object.entries(servers)) {
    await press(url, asked, CLIENTS, 1_000);
    times[role] = await press(url, asked, CLIENTS, seconds * 1_000);
  }
  const at = (role, share) => times[role][Math.min(times[role].length - 1, Math.floor(times[role].length * share))];
  const pair = (role) => `${at(role, 0.5).toFixed(1)} / ${at(role, 0.95).toFixed(1)}`;
  const ratio = (share) => (at('reader', share) / at('admin', share)).toFixed(1);
  console.log(`| ${name} | ${pair('admin')} | ${pair('reader')} | ${ratio(0.5)}, ${ratio(0.95)} |`);
}
for (const { server } of Object.values(servers)) await server.close();
await store.close();
rmSync(folder, { recursive: true });
