/** The server under load, in a thread: counts what its store takes and how long it is busy. */
import { parentPort } from 'node:worker_threads';
import { readSettings } from '../dist/config/settings.js';
import { createServer } from '../dist/http/server.js';
import { openSqliteStore } from '../dist/store/sqlite/sqlite-store.js';

const store = openSqliteStore(process.argv[2]);
let count = 0;
let milliseconds = 0;
let before = performance.eventLoopUtilization();
const timed = {
  ...store,
  read: async (plan, options) => {
    const started = performance.now();
    const rows = await store.read(plan, options);
    milliseconds += performance.now() - started;
    count++;
    return rows;
  },
};
const server = await createServer({ store: timed, settings: readSettings({}) });
const url = await server.listen({ host: '127.0.0.1', port: 0 });

parentPort.on('message', async (message) => {
  if (message === 'reset') {
    count = 0;
    milliseconds = 0;
    before = performance.eventLoopUtilization();
    parentPort.postMessage('done');
  }
  if (message === 'reads') parentPort.postMessage({ count, milliseconds, busy: performance.eventLoopUtilization(before).active });
  if (message === 'stop') {
    await server.close();
    await store.close();
    parentPort.postMessage('done');
    parentPort.close();
  }
});
parentPort.postMessage(`${url}/graphql`);
