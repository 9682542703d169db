/** What a stranger's worst requests cost the server: milliseconds that its thread was busy, by `node bench/attacks.mjs`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readSettings } from '../dist/config/settings.js';
import { openStore } from '../dist/store/open.js';
import { ATTACKS, sent } from '../test/support/attacks.ts';
import { changesets } from './generate.mjs';

const TIMES = 5;
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const address = join(folder, 'graph.db');
const store = await openStore(readSettings({ CLAIMGRAPH_STORE: address }), 'make');
for (const changeset of changesets(0.01)) await store.write(changeset);
await store.close();

const worker = new Worker(new URL('./server.mjs', import.meta.url), { workerData: { address } });
const message = async () => (await once(worker, 'message'))[0];
const url = (await message()).replace(/\/graphql$/, '');
const ask = (what) => {
  worker.postMessage({ ask: what });
  return message();
};

/** A text that was asked before is neither parsed nor checked again: who means harm sends another each time. */
const asAnother = (attack, time) =>
  typeof attack.body === 'string' ? { ...attack, body: attack.body.replace('"query":"', `"query":"# ${time}\\n`) } : attack;

const costs = [];
for (const attack of ATTACKS) {
  const times = [];
  for (let time = 0; time < TIMES; time++) {
    await ask('reset');
    await (await sent(url, asAnother(attack, time))).text();
    times.push(await ask('busy'));
  }
  // The first ones compile what the later ones run.
  costs.push({ name: attack.name, first: times[0], median: times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] });
}
costs.sort((a, b) => b.first - a.first);
console.log('| attack | busy ms, the first time | median of five |\n| --- | --- | --- |');
for (const { name, first, median } of costs.slice(0, 12)) console.log(`| ${name} | ${first.toFixed(1)} | ${median.toFixed(1)} |`);
console.log(
  `\n${costs.length} attacks, ${costs.filter(({ median }) => median > 100).length} of them over 100 ms, ${costs.filter(({ first }) => first > 100).length} the first time`,
);
await ask('stop');
rmSync(folder, { recursive: true });
