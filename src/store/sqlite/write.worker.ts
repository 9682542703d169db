/** The writing side of a SQLite store: one thread, one connection, one changeset at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import { StoreError } from '../../model/errors.js';
import { asStoreError, openForWriting, type OpenOptions } from './open.js';
import { Writer } from './write.js';

export interface WorkerData extends OpenOptions {
  readonly file: string;
}

export interface WriteRequest {
  readonly id: number;
  readonly changeset: Changeset;
}

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

function answer({ id, changeset }: WriteRequest): WriteReply {
  try {
    return { id, result: writer.write(changeset) };
  } catch (thrown) {
    const error = asStoreError(file, thrown);
    if (error instanceof StoreError) return { id, failure: { code: error.code, message: error.message } };
    const { message, stack } = error as Error;
    return { id, failure: { code: 'DEFECT', message, stack } };
  }
}
