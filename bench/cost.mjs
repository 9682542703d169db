/**
 * What an operation costs, beside the CPU time that it takes: the weights of `src/plan/cost` are chosen by this table.
 * `node bench/cost.mjs [file] [pattern of names]`; the file is a SQLite store, loaded at scale 0.15 (30k claims, 60k citations) when it is
 * empty. Costs are not limited here, so that what the default limit refuses is measured, too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../dist/config/settings.js';
import { createServer } from '../dist/http/server.js';
import { openStore } from '../dist/store/open.js';
import { COSTLY } from './costly.mjs';
import { load } from './load.mjs';

const SCALE = 0.15;
const pattern = new RegExp(process.argv[3] ?? '');
const folder = process.argv[2] ? undefined : mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const settings = readSettings({
  CLAIMGRAPH_STORE: process.argv[2] ?? join(folder, 'graph.db'),
  CLAIMGRAPH_COST_MAX: '100000000',
  CLAIMGRAPH_CONDITION_DEPTH_MAX: '100',
  CLAIMGRAPH_REQUEST_TIMEOUT: '60000',
  CLAIMGRAPH_LOG_LEVEL: 'error',
  // Its CPU time is that of this process alone.
  CLAIMGRAPH_OPERATION_THREADS: '0',
});
const store = await openStore(settings, 'make');
try {
  if ((await store.position()) === 0) console.log(await load('SQLite', store, SCALE));
  const server = await createServer({ store, settings });
  await ask(server, { query: '{ stats { records { kind } } }' });
  console.log('| operation | cost | CPU ms | wall ms | CPU ms a 1,000 of cost | answer |\n| --- | --- | --- | --- | --- | --- |');
  for (const { name, ...operation } of COSTLY.filter((each) => pattern.test(each.name)))
    console.log(row(name, await ask(server, operation)));
  await server.close();
} finally {
  await store.close();
  if (folder) rmSync(folder, { recursive: true });
}

async function ask(server, operation) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const { body } = await server.inject({ method: 'POST', url: '/graphql', payload: operation });
  const { user, system } = process.cpuUsage(before);
  return { ...JSON.parse(body), bytes: body.length, wall: performance.now() - started, cpu: (user + system) / 1_000 };
}

function row(name, { errors, extensions, bytes, wall, cpu }) {
  const cost = extensions?.cost?.cost;
  const answer = errors ? errors[0].extensions.code : `${bytes} bytes`;
  return `| ${name} | ${cost ?? '–'} | ${Math.round(cpu)} | ${Math.round(wall)} | ${cost ? Math.round((1_000 * cpu) / cost) : '–'} | ${answer} |`;
}
