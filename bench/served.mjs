/** The server as it is run: a process of its own, over a store that was loaded before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../dist/config/settings.js';
import { openStore } from '../dist/store/open.js';
import { hasJava, startJava } from '../test/support/neo4j-java.ts';
import { addressOf } from './address.mjs';
import { load } from './load.mjs';

/** The collector of Neo4j's own configuration: what a caller waits for is measured here, pauses included. */
const AS_CONFIGURED = '-XX:+UseG1GC';

/** Loads the generated graph where the store is empty, and more items; says how fast. */
async function fill(name, address, scale, more = []) {
  const store = await openStore(readSettings({ CLAIMGRAPH_STORE: address }), 'make');
  if ((await store.position()) === 0) {
    console.log(await load(name, store, scale));
    for (let start = 0; start < more.length; start += 2_000) await store.write({ by: 'bench', items: more.slice(start, start + 2_000) });
  }
  await store.close();
}

/** Measures on a SQLite file and on a Neo4j, each loaded: those that the environment names, or ones that last as long as the run. */
export async function onEachStore(scale, more, measure) {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
  const given = process.env.CLAIMGRAPH_BENCH_NEO4J;
  const started = given || !hasJava() ? undefined : await startJava(undefined, undefined, AS_CONFIGURED);
  const neo4j = given ?? started?.uri;
  if (!neo4j) console.log('*** Neo4j is NOT measured: no Java 17 with Maven, and no CLAIMGRAPH_BENCH_NEO4J ***');
  try {
    for (const [name, address] of Object.entries({
      SQLite: process.env.CLAIMGRAPH_BENCH_SQLITE ?? join(folder, 'graph.db'),
      ...(neo4j ? { Neo4j: neo4j } : {}),
    })) {
      await fill(name, address, scale, more);
      await measure(name, address);
    }
  } finally {
    await started?.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Starts `claimgraph serve`; it must be stopped. */
export async function serve(address, flags = []) {
  const child = spawn(process.execPath, ['dist/main.js', 'serve', '--port', '0', '--store', address, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let isStopping = false;
  child.once('exit', (code, signal) => {
    if (isStopping) return;
    console.error(`the server ended: ${code ?? signal}`);
    process.exit(1);
  });
  const url = await addressOf(child);
  return {
    url,
    pid: child.pid,
    stop: async () => {
      isStopping = true;
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Bytes of an answer. */
const KEPT = 64 * 1024;

/** A client with connections of its own, from an address of its own: another caller is another address. */
export function clientFrom(localAddress, maxSockets = Infinity) {
  const agent = new Agent({ keepAlive: true, maxSockets, localAddress });
  const ask = (url, { path = '/graphql', method = 'POST', headers = {}, body } = {}) =>
    new Promise((resolve) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sending = request(`${url}${path}`, { method, agent, localAddress, headers: { ...headers, ...length } }, (response) => {
        const chunks = [];
        let kept = 0;
        // The beginning tells how it ended; to gather the rest would hold the load itself up.
        response.on('data', (chunk) => {
          if (kept > KEPT) return;
          chunks.push(chunk);
          kept += chunk.length;
        });
        response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
        response.on('error', () => resolve({ status: 'cut', text: '' }));
      });
      sending.on('error', ({ code }) => resolve({ status: `cut: ${code}`, text: '' }));
      sending.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

export const JSON_TYPE = { 'content-type': 'application/json' };

export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
