/** The writing side of a SQLite store: one thread, one connection, one changeset at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import { StoreError } from '../../model/errors.js';
import { asStoreError, openForWriting, type OpenOptions } from './open.js';
import type { Change } from '../store.js';
import { replayChanges } from './replay.js';
import { Settler } from './settle.js';
import { Writer } from './write.js';

export interface WorkerData extends OpenOptions {
  readonly file: string;
}

/** A changeset to write, or another store's versions to take over. */
export type WriteWork =
  | { readonly changeset: Changeset }
  /** Answered when the corroboration of every claim is worked out: as they are, or also as they were. */
  | { readonly settle: 'NOW' | 'THEN' }
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
const settler = new Settler(database);

/** Milliseconds without a write after which claims are settled that nobody has asked for yet. */
const IDLE = 200;
const DONE: ChangesetResult = { applied: true, repeated: false, results: [] };

let waiting: { readonly id: number; readonly settle: 'NOW' | 'THEN' }[] = [];
let idle: NodeJS.Timeout | undefined;
let settling = false;

parentPort!.on('message', (message: WriteRequest | 'close') => {
  if (message === 'close') {
    database.close();
    process.exit(0);
  }
  if ('settle' in message) waiting.push(message);
  else parentPort!.postMessage(answer(message));
  clearTimeout(idle);
  if (waiting.length > 0) settleOn();
  else idle = setTimeout(settleOn, IDLE);
});
parentPort!.postMessage('ready');
idle = setTimeout(settleOn, IDLE);

/** Some claims at a time, so that writes come in between. */
function settleOn(): void {
  if (settling) return;
  settling = true;
  setImmediate(() => {
    settling = false;
    try {
      const settled = settler.some();
      const done = waiting.filter(({ settle }) => settled === 'NOTHING' || (settled === 'THEN' && settle === 'NOW'));
      waiting = waiting.filter((each) => !done.includes(each));
      for (const { id } of done) parentPort!.postMessage({ id, result: DONE });
      if (settled !== 'NOTHING') settleOn();
    } catch (thrown) {
      for (const { id } of waiting) parentPort!.postMessage(failed(id, thrown));
      waiting = [];
    }
  });
}

function answer(request: Exclude<WriteRequest, { settle: unknown }>): WriteReply {
  const { id } = request;
  try {
    if ('changeset' in request) return { id, result: writer.write(request.changeset) };
    replayChanges(database, request.replay.changes, request.replay.texts);
    return { id, result: DONE };
  } catch (thrown) {
    return failed(id, thrown);
  }
}

function failed(id: number, thrown: unknown): WriteReply {
  const error = asStoreError(file, thrown);
  if (error instanceof StoreError) return { id, failure: { code: error.code, message: error.message } };
  const { message, stack } = error as Error;
  return { id, failure: { code: 'DEFECT', message, stack } };
}
