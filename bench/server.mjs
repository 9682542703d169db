/**
 * claimgraph's server under load, in a thread of its own so that the load's work is not the server's; it also runs
 * the same reads by the driver alone, as the floor.
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
const settings = readSettings({ CLAIMGRAPH_STORE: address });
const store = await openStore(settings, 'make');
const server = await createServer({ store, settings });
const url = await server.listen({ host: '127.0.0.1', port: 0 });
// As `claimgraph serve` does.
await warmUp(server, settings);
let before = performance.eventLoopUtilization();
const driver = address.startsWith('bolt')
  ? neo4j.driver(address, undefined, { disableLosslessIntegers: true, maxConnectionPoolSize: 16 })
  : undefined;

const answers = {
  reset: () => {
    before = performance.eventLoopUtilization();
  },
  /** Milliseconds that the thread which serves was busy. */
  busy: () => performance.eventLoopUtilization(before).active,
  floor: async ({ asked, clients, seconds }) => {
    const statements = [...new Map((await plansOf(asked)).map((plan) => [JSON.stringify(plan), compilePlan(plan)])).values()];
    return pressWith((index) => raw(statements[index % statements.length]), clients, seconds * 1_000);
  },
  stop: async () => {
    await server.close();
    await store.close();
    await driver?.close();
  },
};

/** The plans that these requests make, by a server that executes them where they can be seen. */
async function plansOf(asked) {
  const plans = [];
  const watched = { ...store, read: (plan, options) => (plans.push(plan), store.read(plan, options)) };
  const here = await createServer({ store: watched, settings: { ...settings, operationThreads: 0 } });
  for (const payload of asked)
    await here.inject({ method: 'POST', url: '/graphql', headers: { host: 'localhost', 'content-type': 'application/json' }, payload });
  await here.close();
  return plans;
}

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
