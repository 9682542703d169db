/** A thread that executes operations: one executor over a store of its own. */
import { setPriority } from 'node:os';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Embeddings } from '../../embeddings/nearest.js';
import { StoreError } from '../../model/errors.js';
import { openStore } from '../../store/open.js';
import { createExecutor, type Executing } from './executor.js';
import type { FromThread, Measured, OperationThreadData, Thrown, ToThread } from './messages.js';
import type { ExportWork, Work } from './work.js';

const { settings, sharesWriter, hasEmbeddings, givesWay } = workerData as OperationThreadData;

/** A thread of this niceness has about a third of what one of the usual niceness has, where both want the same processor. */
const GIVING_WAY = 5;
// Linux alone sets it for the thread that asks, and not for the process (setpriority(2)).
if (givesWay && process.platform === 'linux') setPriority(0, GIVING_WAY);

const send = (message: FromThread, transfer: readonly ArrayBuffer[] = []): void => parentPort!.postMessage(message, transfer);

/** Asked for when the first write, or the first read that waits for a write, comes; and anew when the writing thread was replaced. */
let takeWriter: ((port: MessagePort) => void) | undefined;
const connectWriter = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    takeWriter = resolve;
    send('needsWriter');
  });

let takeEmbeddings: ((port: MessagePort) => void) | undefined;
const connectEmbeddings = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    takeEmbeddings = resolve;
    send('needsEmbeddings');
  });

const underWay = new Map<number, AbortController>();
/** Exports that wait until what they gave is taken. */
const waiting = new Map<number, () => void>();

try {
  const store = await openStore(settings, 'must-exist', sharesWriter ? connectWriter : undefined);
  const executor = await createExecutor({
    store,
    embeddings: hasEmbeddings ? Embeddings.shared(connectEmbeddings) : undefined,
    settings,
    report: (defect) => send({ defect: asThrown(defect) }),
    onDocument: (digest, text) => send({ document: { digest, text } }),
  });

  const measured = (): Measured => ({ observations: executor.observations(), pool: store.pool() });
  const execute = async (work: Exclude<Work, ExportWork>, id: number, executing: Executing): Promise<void> => {
    const answer = await executor.run(work, executing);
    send({ id, answer, ...measured() }, transferable(answer));
  };

  const exportOn = async (work: ExportWork, id: number, executing: Executing): Promise<void> => {
    const { head, bytes } = await executor.export(work, executing);
    send({ id, answer: head, ...measured() });
    for await (const piece of bytes) {
      const taken = new Promise<void>((resolve) => waiting.set(id, resolve));
      send({ id, bytes: piece });
      await taken;
      if (executing.signal.aborted) return;
    }
    send({ id, bytes: undefined });
  };

  parentPort!.on('message', (message: ToThread) => {
    if (message === 'close')
      void executor
        .close()
        .then(() => store.close())
        .finally(() => process.exit(0));
    else if ('gone' in message) {
      underWay.get(message.gone)?.abort();
      waiting.get(message.gone)?.();
    } else if ('more' in message) waiting.get(message.more)?.();
    else if ('ping' in message) send({ pong: message.ping });
    else if ('document' in message) executor.remember(message.document.digest, message.document.text);
    else if ('writer' in message) takeWriter?.(message.writer);
    else if ('embeddings' in message) takeEmbeddings?.(message.embeddings);
    else {
      const { id, work, isGivenUp } = message;
      const gone = new AbortController();
      underWay.set(id, gone);
      const executing: Executing = { signal: gone.signal, isGivenUp };
      (work.kind === 'export' ? exportOn(work, id, executing) : execute(work, id, executing))
        .catch((error: unknown) => send({ id, thrown: asThrown(error), ...measured() }))
        .finally(() => {
          underWay.delete(id);
          waiting.delete(id);
        });
    }
  });
  send('ready');
} catch (error) {
  // Before anything was taken on: whoever waits for the thread is told.
  send({ failed: { ...asThrown(error), code: error instanceof StoreError ? error.code : undefined } });
}

/** The bytes of an answer change hands; they are not copied. */
function transferable(answer: unknown): ArrayBuffer[] {
  const { body } = answer as { body?: unknown };
  // A small buffer is a part of one that others share.
  return body instanceof Uint8Array && body.byteLength === body.buffer.byteLength ? [body.buffer as ArrayBuffer] : [];
}

function asThrown(error: unknown): Thrown {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: 'Error', message: String(error), stack: undefined };
}
