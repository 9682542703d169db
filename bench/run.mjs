/**
 * Loads a generated graph and asks a real server over HTTP. Prints one table; ratios within it are
 * what counts, since machines differ. `npm run bench -- [scale] [seconds]`, scale 0.5 is 100k claims.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openSqliteStore } from '../dist/store/sqlite/sqlite-store.js';
import { changesets, sizes } from './generate.mjs';
import { press } from './press.mjs';
import { SHAPES } from './shapes.mjs';

const scale = Number(process.argv[2] ?? 0.5);
const seconds = Number(process.argv[3] ?? 5);
const CLIENTS = [1, 8, 32];

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const file = join(folder, 'graph.db');
try {
  await load();
  await ask();
} finally {
  rmSync(folder, { recursive: true });
}

async function load() {
  const store = openSqliteStore(file);
  const started = performance.now();
  let items = 0;
  let peak = 0;
  for (const changeset of changesets(scale)) {
    const { applied, results } = await store.write(changeset);
    if (!applied) throw new Error(JSON.stringify(results.find(({ problems }) => problems.length > 0)));
    items += changeset.items.length;
    peak = Math.max(peak, process.memoryUsage().rss);
    if (process.stderr.isTTY) process.stderr.write(`\rloading: ${items} records`);
  }
  const elapsed = (performance.now() - started) / 1_000;
  await store.close();
  console.log(
    `\nscale ${scale}: ${JSON.stringify(sizes(scale))}, ${cpus().length} cores (${cpus()[0].model.trim()}), Node ${process.version}`,
  );
  console.log(
    `loaded ${items} records in ${elapsed.toFixed(1)} s (${Math.round(items / elapsed)} a second), peak ${Math.round(peak / 1e6)} MB resident, file ${Math.round(statSync(file).size / 1e6)} MB\n`,
  );
}

/** The server in a thread of its own, so that the load's work is not the server's. */
async function ask() {
  const server = new Worker(new URL('./server.mjs', import.meta.url), { argv: [file] });
  const message = async () => (await once(server, 'message'))[0];
  const url = await message();
  console.log('| shape | records | clients | requests/s | p50 ms | p95 ms | store ms | store share |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const shape of SHAPES) {
    const records = await warmUp(url, shape);
    for (const clients of CLIENTS) {
      server.postMessage('reset');
      await message();
      const times = await press(url, shape.bodies, clients, seconds * 1_000);
      server.postMessage('reads');
      const { count, milliseconds, busy } = await message();
      const row = [
        shape.name,
        records,
        clients,
        Math.round(times.length / seconds),
        quantile(times, 0.5),
        quantile(times, 0.95),
        (milliseconds / count).toFixed(3),
        `${Math.round((milliseconds / busy) * 100)} %`,
      ];
      console.log(`| ${row.join(' | ')} |`);
    }
  }
  server.postMessage('stop');
  await message();
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
}

/** Every body once, so that statements are prepared; counts the records of the first answer. */
async function warmUp(url, { bodies }) {
  let first;
  for (const body of bodies) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    first ??= answer;
  }
  return JSON.stringify(first).split('"id"').length - 1;
}
