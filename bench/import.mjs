/**
 * A long file of own JSON Lines into a store by the command line, killed once in the middle and called
 * again: rate, peak memory, and that every line is there once.
 * `node bench/import.mjs [lines] [store]`; the store is a file of its own where none is named.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../dist/config/settings.js';
import { openStore } from '../dist/store/open.js';
import { changesets, sizes } from './generate.mjs';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const lines = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-'));
const store = process.argv[3] ?? join(folder, 'graph.db');
const file = join(folder, 'graph.jsonl');
try {
  await write();
  const started = performance.now();
  const killed = await run(lines / 2);
  console.log(`killed after ${await entries()} entries, ${killed.seconds.toFixed(0)} s, peak ${killed.peak} MB resident`);
  const second = await run();
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `${lines} lines in ${seconds.toFixed(0)} s with the kill (${Math.round(lines / seconds)} a second), peak ${second.peak} MB resident`,
  );
  console.log(second.output.trim());
  await count();
} finally {
  rmSync(folder, { recursive: true });
}

async function write() {
  const out = createWriteStream(file);
  const { entities, claims, sources, citations, links } = sizes(1);
  let left = lines;
  for (const { items } of changesets(lines / (entities + claims + sources + citations + links))) {
    for (const item of items) if (left-- > 0 && !out.write(`${JSON.stringify(item)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** What the store has by now; nothing where it is not there yet. */
async function entries() {
  const opened = await openStore(readSettings({ CLAIMGRAPH_STORE: store })).catch(() => undefined);
  if (!opened) return 0;
  try {
    return await opened.position();
  } finally {
    await opened.close();
  }
}

/** Kills it when so many entries are written. */
async function run(killAt = Infinity) {
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'import', 'jsonl', file, '--store', store, '--import-batch', '2000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  let peak = 0;
  const watching = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 50);
  const killing = setInterval(async () => {
    if (killAt < Infinity && (await entries()) >= killAt) child.kill('SIGKILL');
  }, 1_000);
  await once(child, 'exit');
  clearInterval(watching);
  clearInterval(killing);
  return { output, peak: Math.round(peak / 1_000), seconds: (performance.now() - began) / 1_000 };
}

async function count() {
  const opened = await openStore(readSettings({ CLAIMGRAPH_STORE: store }));
  const { counts } = await opened.read({ kind: 'stats' });
  const found = counts.reduce((sum, { active, retracted }) => sum + active + retracted, 0);
  console.log(
    `${found} records there, ${await opened.position()} versions: ${found === lines ? 'every line once' : 'NOT EVERY LINE ONCE'}`,
  );
  await opened.close();
}
