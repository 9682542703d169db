/**
 * Many clients that follow every change while a writer writes, and are cut off at random, by
 * `node bench/subscribers.mjs [clients] [changes a second] [seconds] [store]`: whether each has every change once, in order.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { WebSocket } from 'ws';
import { addressOf } from './address.mjs';
import { random } from './generate.mjs';

const QUERY = 'subscription ($since: Int) { changes(since: $since) { position id record { id } } }';
const CUT_EVERY = 50;
const CUT_SHARE = 0.004;
const AWAY_MAX = 1_000;
const BATCH = 20;
const PATIENCE = 180_000;

if (isMainThread)
  await main(Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 200), Number(process.argv[4] ?? 20), process.argv[5]);
else follow(workerData);

async function main(clients, rate, seconds, given) {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-subscribers-'));
  const store = given ?? join(folder, 'graph.db');
  const args = [
    'dist/main.js',
    'serve',
    '--port',
    '0',
    '--store',
    store,
    '--live-clients-max',
    String(2 * clients),
    '--live-per-caller-max',
    String(2 * clients),
    '--tokens-file',
    join(folder, 'none'),
  ];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(server);
  const followers = new Worker(new URL(import.meta.url), { workerData: { url, clients } });
  const said = async () => (await once(followers, 'message'))[0];
  await said();
  const began = performance.now();
  let written = 0;
  const lags = [];
  while (written < rate * seconds) {
    const due = began + (written / rate) * 1_000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    lags.push(performance.now() - due);
    await write(url, written);
    written += BATCH;
  }
  const wrote = (performance.now() - began) / 1_000;
  followers.postMessage(written);
  const { lost, repeated, messages, cuts, behind } = await said();
  const all = (performance.now() - began) / 1_000;
  console.log(
    `${clients} clients, ${written} changes in ${wrote.toFixed(1)} s (${(written / wrote).toFixed(0)} a second), ${cuts} connections cut`,
  );
  console.log(
    `${messages} messages, ${(messages / all).toFixed(0)} a second; the last client had all of them ${(all - wrote).toFixed(1)} s after the last change`,
  );
  console.log(`lost ${lost}, repeated or out of order ${repeated}, clients that did not get to the end ${behind}`);
  await followers.terminate();
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true });
  process.exitCode = lost + repeated + behind === 0 ? 0 : 1;
}

async function write(url, from) {
  const query = 'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { items: $items }) { applied } }';
  const items = Array.from({ length: BATCH }, (_, index) => ({
    entity: { key: `w${from + index}`, kind: 'PERSON', names: [{ language: 'en', text: 'Ada' }] },
  }));
  for (;;) {
    const body = JSON.stringify({ query, variables: { items } });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (answer.status === 200 && (await answer.json()).data?.applyChangeset.applied) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function follow({ url, clients }) {
  const next = random(5);
  const address = `${url.replace('http', 'ws')}/graphql`;
  const all = Array.from({ length: clients }, () => ({ last: 0, socket: undefined, following: false }));
  let [lost, repeated, messages, cuts] = [0, 0, 0, 0];
  let started = 0;
  const connect = (client) => {
    const socket = new WebSocket(address, 'graphql-transport-ws');
    client.socket = socket;
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const text = Buffer.from(data).toString();
      if (text.includes('"connection_ack"')) {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { since: client.last } } }));
        if (!client.following && ++started === clients) parentPort.postMessage('following');
        client.following = true;
        return;
      }
      const position = Number(/"position":(\d+)/.exec(text)?.[1]);
      if (!position) return;
      messages++;
      if (position <= client.last) repeated++;
      else lost += position - client.last - 1;
      client.last = position;
    });
    const again = () => {
      if (client.socket !== socket) return;
      client.socket = undefined;
      setTimeout(() => connect(client), next() * AWAY_MAX);
    };
    socket.on('close', again);
    socket.on('error', again);
  };
  all.forEach(connect);
  const cutting = setInterval(() => {
    for (const client of all) {
      if (!client.following || next() > CUT_SHARE) continue;
      cuts++;
      client.socket?.terminate();
    }
  }, CUT_EVERY);
  parentPort.once('message', async (end) => {
    clearInterval(cutting);
    const until = performance.now() + PATIENCE;
    const behind = () => all.filter(({ last }) => last < end).length;
    while (behind() > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    parentPort.postMessage({ lost, repeated, messages, cuts, behind: behind() });
  });
}
