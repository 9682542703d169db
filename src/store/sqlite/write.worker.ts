/** The writing side of a SQLite store: one thread, one connection, one changeset at a time. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import { StoreError } from '../../model/errors.js';
import { openForWriting } from './open.js';
import type { Change } from '../store.js';
import type { Need } from '../../plan/settled.js';
import type { GivenUp } from '../given-up.js';
import { lookAt } from '../write-limits.js';
import { refuseFull } from './disk.js';
import { replayChanges } from './replay.js';
import { Settler } from './settle.js';
import { epochNow, type Reply, type Request } from '../../threads/messages.js';
import { failed, type ThreadData } from './thread-messages.js';
import { Writer } from './write.js';

/** A changeset to write, or another store's versions to take over. */
export type WriteWork =
  /** `until`: by the clock of `epochNow`; a changeset whose time is over before it is worked out is not written, nor one that is given up. */
  | { readonly changeset: Changeset; readonly until?: number | undefined; readonly isGivenUp?: GivenUp | undefined }
  /** Answered when the corroboration of every claim is worked out. */
  | { readonly settle: Need }
  | { readonly probe: true }
  | {
      readonly replay: {
        readonly changes: readonly Change[];
        readonly texts: ReadonlyMap<string, string>;
        readonly instead?: number | undefined;
      };
    };

const { file, busyTimeout } = workerData as ThreadData;
// Made before: a file that went away since is not made anew, empty.
const database = openForWriting(file, { busyTimeout, mustExist: true });
const writer = new Writer(database);
const settler = new Settler(database);

/** Milliseconds without a write after which claims are settled that nobody has asked for yet. */
const IDLE = 200;
const DONE: ChangesetResult = { applied: true, repeated: false, results: [] };

type Port = Pick<MessagePort, 'postMessage'>;

let waiting: { readonly id: number; readonly settle: Need; readonly port: Port }[] = [];
let idle: NodeJS.Timeout | undefined;
let settling = false;

parentPort!.on('message', (message: Request<WriteWork> | 'close' | { readonly connect: MessagePort }) => {
  if (message === 'close') {
    database.close();
    process.exit(0);
  }
  if ('connect' in message) {
    const { connect } = message;
    connect.on('message', (asked: Request<WriteWork>) => take(asked, connect));
  } else take(message, parentPort!);
});
parentPort!.postMessage('ready');
idle = setTimeout(settleOn, IDLE);

function take(message: Request<WriteWork>, port: Port): void {
  if ('settle' in message) waiting.push({ ...message, port });
  else port.postMessage(answer(message));
  clearTimeout(idle);
  if (waiting.length > 0) settleOn();
  else idle = setTimeout(settleOn, IDLE);
}

/** Some claims at a time, so that writes come in between. */
function settleOn(): void {
  if (settling) return;
  settling = true;
  setImmediate(() => {
    settling = false;
    try {
      const [first] = waiting;
      const worked = settler.some(first?.settle.moments ?? 'ANY');
      if (!worked && first) {
        waiting.shift();
        first.port.postMessage({ id: first.id, result: DONE });
      }
      if (worked || first) settleOn();
    } catch (thrown) {
      for (const { id, port } of waiting) port.postMessage(failed(file, id, thrown));
      waiting = [];
    }
  });
}

function answer(request: Exclude<Request<WriteWork>, { settle: unknown }>): Reply<ChangesetResult> {
  const { id } = request;
  try {
    if ('changeset' in request) {
      if (request.until !== undefined && epochNow() > request.until)
        throw new StoreError('TIMEOUT', 'the write waited longer than its limit; nothing was written');
      const { changeset, until = Infinity, isGivenUp } = request;
      return { id, result: writer.write(changeset, lookAt({ isOver: () => epochNow() > until, isGivenUp })) };
    }
    if ('probe' in request) {
      writer.probe();
      refuseFull(file);
    } else {
      const { changes, texts, instead } = request.replay;
      replayChanges(database, changes, texts, instead);
    }
    return { id, result: DONE };
  } catch (thrown) {
    return failed(file, id, thrown);
  }
}
