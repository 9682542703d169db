/**
 * Mixed load at twice what the server can do, with faults, by `node bench/endurance.mjs [minutes] [scale]`: what is
 * admitted and how long it takes, the memory's slope, and whether every acknowledged write is there in the end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readSettings } from '../dist/config/settings.js';
import { openStore } from '../dist/store/open.js';
import { ATTACKS, sent } from '../test/support/attacks.ts';
import { addressOf } from './address.mjs';
import { random } from './generate.mjs';
import { load } from './load.mjs';
import { bodies, SHAPES } from './shapes.mjs';

const minutes = Number(process.argv[2] ?? 30);
const scale = Number(process.argv[3] ?? 0.1);
const MIXED = new Set([
  'point read',
  'dossier',
  'filtered page with count',
  "speaker's claims",
  'counts by publisher of a subject',
  'groups of origins of 20 claims',
]);
const WRITE_SHARE = 0.1;
const CALIBRATION = Number(process.argv[4] ?? 20) * 1_000;
const TICK = 5;
const FAULT_EVERY = 15_000;
const SAMPLE_EVERY = 10_000;
/** Caches fill and code is compiled until then. */
const WARM_AFTER = Math.min(5 * 60_000, (minutes * 60_000) / 3);

const next = random(11);
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-endurance-'));
const file = join(folder, 'graph.db');
const store = await openStore(readSettings({ CLAIMGRAPH_STORE: file }), 'make');
console.log(await load('SQLite', store, scale));
await store.close();

const server = spawn(process.execPath, ['dist/main.js', 'serve', '--port', '0', '--store', file], { stdio: ['ignore', 'pipe', 'inherit'] });
let over = false;
server.once('exit', (code, signal) => {
  if (over) return;
  console.error(`the server ended: ${code ?? signal}`);
  process.exit(1);
});
const url = await addressOf(server);
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const reads = SHAPES.filter(({ name }) => MIXED.has(name)).map(({ query, variables }) => bodies(query, variables.slice(1)));
const acknowledged = new Set();
const WRITE = 'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { items: $items }) { applied } }';
let written = 0;

// Code is compiled as it runs.
await closed(8, CALIBRATION);
const unloaded = (await closed(1, CALIBRATION)).sort(ascending);
const busy = await closed(4, CALIBRATION);
const capacity = busy.length / (CALIBRATION / 1_000);
console.log(`unloaded p95 ${quantile(unloaded, 0.95).toFixed(1)} ms; capacity ${capacity.toFixed(0)} requests a second`);

const own = monitorEventLoopDelay({ resolution: 5 });
own.enable();
const began = performance.now();
const outcomes = new Map();
const admitted = [];
const memory = [];
const sampling = setInterval(() => memory.push([performance.now() - began, residentOf(server.pid)]), SAMPLE_EVERY);
const faults = [halfRequests, clientsThatLeave, attacks, aLockedDatabase, aPause];
const injecting = setInterval(() => faults[Math.floor(next() * faults.length)](), FAULT_EVERY);
let owed = 0;
let last = began;
await new Promise((resolve) => {
  const ticking = setInterval(() => {
    const now = performance.now();
    if (now - began > minutes * 60_000) {
      clearInterval(ticking);
      resolve();
      return;
    }
    owed = Math.min(owed + ((now - last) / 1_000) * 2 * capacity, capacity);
    last = now;
    for (; owed >= 1; owed--) void arrive();
  }, TICK);
});
clearInterval(sampling);
clearInterval(injecting);
own.disable();
await new Promise((resolve) => setTimeout(resolve, 3_000));

over = true;
server.kill();
await once(server, 'exit');
const reopened = await openStore(readSettings({ CLAIMGRAPH_STORE: file }), 'make');
const present = await presentOf(reopened, [...acknowledged]);
const findings = await reopened.check(() => undefined);
await reopened.close();
rmSync(folder, { recursive: true });

admitted.sort(ascending);
const warm = memory.filter(([at]) => at > WARM_AFTER);
console.log(
  `${minutes} minutes at twice the capacity: ${JSON.stringify(Object.fromEntries([...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))))}`,
);
console.log(
  `admitted: p50 ${quantile(admitted, 0.5).toFixed(1)}, p95 ${quantile(admitted, 0.95).toFixed(1)} ms, ${(quantile(admitted, 0.95) / quantile(unloaded, 0.95)).toFixed(2)} times the unloaded one (the client itself was late by ${(own.percentile(50) / 1e6 - 5).toFixed(1)}, p95 ${(own.percentile(95) / 1e6 - 5).toFixed(1)} ms)`,
);
console.log(
  `memory: ${megabytes(warm[0]?.[1] ?? 0)} MB when warm, ${megabytes(warm.at(-1)?.[1] ?? 0)} MB at the end, slope ${((slopeOf(warm) * 60_000) / 1e6).toFixed(2)} MB a minute`,
);
console.log(`acknowledged writes: ${acknowledged.size}, of them present ${present}; check: ${findings.length} findings`);

function anyBody() {
  if (next() >= WRITE_SHARE) {
    const list = reads[Math.floor(next() * reads.length)];
    return { body: list[Math.floor(next() * list.length)] };
  }
  const key = `endurance-${written++}`;
  const claim = {
    key,
    texts: [{ language: 'en', text: `Claim ${key}` }],
    subject: `e${Math.floor(next() * 200)}`,
    predicate: 'met',
    object: `e${Math.floor(next() * 200)}`,
    citations: [{ key: `${key}-c`, source: 's1', stance: 'SUPPORTS' }],
  };
  return { body: JSON.stringify({ query: WRITE, variables: { items: [{ claim }] } }), key };
}

/** One request; its milliseconds where it was admitted. */
async function ask(leaves = false) {
  const { body, key } = anyBody();
  const started = performance.now();
  const { status, text } = await post(body, leaves);
  if (key !== undefined && status === 200 && text.includes('"applied":true')) acknowledged.add(key);
  if (status === 200 && text.startsWith('{"errors"')) return { outcome: /"code":"(\w+)"/.exec(text)?.[1] ?? text };
  return { outcome: String(status), milliseconds: status === 200 ? performance.now() - started : undefined };
}

async function arrive(leaves = false) {
  const { outcome, milliseconds } = await ask(leaves);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (milliseconds !== undefined) admitted.push(milliseconds);
}

async function closed(clients, milliseconds) {
  const until = performance.now() + milliseconds;
  const times = [];
  const client = async () => {
    while (performance.now() < until) {
      const { milliseconds: took } = await ask();
      if (took !== undefined) times.push(took);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

function post(body, leaves) {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sending = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
      response.on('error', () => resolve({ status: 'cut', text: '' }));
    });
    sending.on('error', (error) =>
      resolve({ status: leaves ? 'left' : `cut: ${error.code}${sending.reusedSocket ? ' reused' : ''}`, text: '' }),
    );
    sending.end(body);
    if (leaves) setTimeout(() => sending.destroy(), 5 + next() * 50);
  });
}

function halfRequests() {
  const { port } = new URL(url);
  for (let index = 0; index < 50; index++) {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{'),
    );
    socket.on('error', () => undefined);
    setTimeout(() => socket.destroy(), 1_000 + next() * 20_000).unref();
  }
}

function clientsThatLeave() {
  for (let index = 0; index < 50; index++) void arrive(true);
}

async function attacks() {
  for (let index = 0; index < 5; index++) {
    const attack = ATTACKS[Math.floor(next() * ATTACKS.length)];
    const answer = await sent(url, attack).catch(() => undefined);
    const outcome = `attack: ${answer?.status ?? 'cut'}`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await answer?.text().catch(() => undefined);
  }
}

/** Another process that writes, and takes a second for it. */
async function aLockedDatabase() {
  const database = new Database(file, { timeout: 5_000 });
  try {
    database.exec('BEGIN IMMEDIATE');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    database.exec('ROLLBACK');
  } catch {
    // The server wrote all the time.
  }
  database.close();
}

/** As on a machine that has other things to do. */
function aPause() {
  server.kill('SIGSTOP');
  setTimeout(() => server.kill('SIGCONT'), 500);
}

async function presentOf(reading, keys) {
  let count = 0;
  for (let start = 0; start < keys.length; start += 500) {
    const values = keys.slice(start, start + 500);
    const rows = await reading.ask({ fetch: 'records', record: 'Claim', ids: [], keys: values });
    count += rows.records.length;
  }
  return count;
}

/** What the process itself holds, without the file's pages that it maps. */
function residentOf(pid) {
  return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1_024;
}

/** Bytes a millisecond, by least squares. */
function slopeOf(points) {
  const mean = (index) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return points.reduce((sum, [at, bytes]) => sum + (at - x) * (bytes - y), 0) / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(0);
}
function ascending(a, b) {
  return a - b;
}
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
