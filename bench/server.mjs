/**
 * claimgraph's server under load, in a thread of its own so that the load's work is not the server's:
 * counts what its store takes, and runs the same reads by the driver alone, as the floor.
 */
import { parentPort, workerData } from 'node:worker_threads';
import neo4j from 'neo4j-driver';
import { readSettings } from '../dist/config/settings.js';
import { warmUp } from '../dist/cli/warm-up.js';
import { createServer } from '../dist/http/server.js';
import { compilePlan } from '../dist/store/neo4j/compile/compile.js';
import { openStore } from '../dist/store/open.js';
import { pressWith } from './press.mjs';

const { address } = workerData;
// All clients are let in: what is measured is the work.
const settings = readSettings({ CLAIMGRAPH_STORE: address, CLAIMGRAPH_CONCURRENCY_MAX: '64' });
const store = await openStore(settings, 'make');
let plans = new Set();
let count = 0;
let milliseconds = 0;
let before = performance.eventLoopUtilization();
const timed = {
  ...store,
  read: async (plan, options) => {
    plans.add(plan);
    const started = performance.now();
    const rows = await store.read(plan, options);
    milliseconds += performance.now() - started;
    count++;
    return rows;
  },
};
const server = await createServer({ store: timed, settings });
const url = await server.listen({ host: '127.0.0.1', port: 0 });
// As `claimgraph serve` does.
await warmUp(server);
const driver = address.startsWith('bolt')
  ? neo4j.driver(address, undefined, { disableLosslessIntegers: true, maxConnectionPoolSize: 16 })
  : undefined;

const answers = {
  reset: () => {
    plans = new Set();
    count = 0;
    milliseconds = 0;
    before = performance.eventLoopUtilization();
  },
  reads: () => ({ count, milliseconds, busy: performance.eventLoopUtilization(before).active }),

  floor: ({ clients, seconds }) => {
    const statements = [...new Map([...plans].map((plan) => [JSON.stringify(plan), compilePlan(plan)])).values()];
    return pressWith((index) => raw(statements[index % statements.length]), clients, seconds * 1_000);
  },
  stop: async () => {
    await server.close();
    await store.close();
    await driver?.close();
  },
};

async function raw({ cypher, parameters }) {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ, database: 'neo4j' });
  await session.run(cypher, parameters);
  await session.close();
}

parentPort.on('message', async ({ ask, ...rest }) => {
  parentPort.postMessage((await answers[ask](rest)) ?? 'done');
  if (ask === 'stop') parentPort.close();
});
parentPort.postMessage(`${url}/graphql`);
