/** The writing side of a SQLite store: one thread, one connection, one changeset at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import { StoreError } from '../../model/errors.js';
import { asStoreError, openForWriting, type OpenOptions } from './open.js';
import type { Change } from '../store.js';
import { replayChanges } from './replay.js';
import { Writer } from './write.js';

export interface WorkerData extends OpenOptions {
  readonly file: string;
}

/** A changeset to write, or another store's versions to take over. */
export type WriteWork =
  | { readonly changeset: Changeset }
  | { readonly replay: { readonly changes: readonly Change[]; readonly texts: ReadonlyMap<string, string> } };

export type WriteRequest = { readonly id: number } & WriteWork;

export interface WriteFailure {
  readonly code: StoreError['code'] | 'DEFECT';
  readonly message: string;
  readonly stack?: string | undefined;
}

export type WriteReply = { readonly id: number } & ({ readonly result: ChangesetResult } | { readonly failure: WriteFailure });

const { file, busyTimeout } = workerData as WorkerData;
const database = openForWriting(file, { busyTimeout });
const writer = new Writer(database);

parentPort!.on('message', (message: WriteRequest | 'close') => {
  if (message === 'close') {
    database.close();
    process.exit(0);
  }
  parentPort!.postMessage(answer(message));
});
parentPort!.postMessage('ready');

const REPLAYED: ChangesetResult = { applied: true, repeated: false, results: [] };

function answer(request: WriteRequest): WriteReply {
  const { id } = request;
  try {
    if ('changeset' in request) return { id, result: writer.write(request.changeset) };
    replayChanges(database, request.replay.changes, request.replay.texts);
    return { id, result: REPLAYED };
  } catch (thrown) {
    const error = asStoreError(file, thrown);
    if (error instanceof StoreError) return { id, failure: { code: error.code, message: error.message } };
    const { message, stack } = error as Error;
    return { id, failure: { code: 'DEFECT', message, stack } };
  }
}
