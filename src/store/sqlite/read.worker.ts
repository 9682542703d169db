/** A reading thread of a SQLite store: one connection, one statement at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from './open.js';
import { Reader, type Reading, type ReadText } from './read.js';
import { failed, type Reply, type Request, type ThreadData } from './thread-messages.js';

const { file, busyTimeout } = workerData as ThreadData;
const database = openForReading(file, { busyTimeout });
const reader = new Reader(database);

parentPort!.on('message', (message: Request<Reading> | 'close') => {
  if (message === 'close') {
    database.close();
    process.exit(0);
  }
  parentPort!.postMessage(answer(message));
});
parentPort!.postMessage('ready');

function answer({ id, ...reading }: Request<Reading>): Reply<ReadText> {
  try {
    return { id, result: reader.read(reading) };
  } catch (thrown) {
    return failed(file, id, thrown);
  }
}
