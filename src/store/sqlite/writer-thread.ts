/** Talks to the writing thread: requests in, results out; a thread that dies is replaced at the next write. */
import { Worker } from 'node:worker_threads';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import { StoreError } from '../../model/errors.js';
import type { Change } from '../store.js';
import type { WorkerData, WriteReply, WriteWork } from './write.worker.js';

// Run from its sources (tests), the thread's file is the built one.
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/store/sqlite/write.worker.js', import.meta.url)
  : new URL('./write.worker.js', import.meta.url);

interface Waiting {
  readonly resolve: (result: ChangesetResult) => void;
  readonly reject: (error: Error) => void;
}

export class WriterThread {
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(private readonly data: WorkerData) {}

  write(changeset: Changeset): Promise<ChangesetResult> {
    return this.#ask({ changeset });
  }

  async replay(changes: readonly Change[], texts: ReadonlyMap<string, string>): Promise<void> {
    await this.#ask({ replay: { changes, texts } });
  }

  /** Resolves when the corroboration of every claim is worked out: as they are, or also as they were. */
  async settle(settle: 'NOW' | 'THEN'): Promise<void> {
    await this.#ask({ settle });
  }

  async #ask(work: WriteWork): Promise<ChangesetResult> {
    const worker = await this.#started();
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...work });
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    await this.#ready?.catch(() => undefined);
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('close');
    await ended;
  }

  async #started(): Promise<Worker> {
    if (!this.#worker) {
      const worker = new Worker(WORKER, { workerData: this.data });
      this.#worker = worker;
      this.#ready = new Promise<void>((resolve, reject) => {
        worker.on('message', (message: WriteReply | 'ready') => (message === 'ready' ? resolve() : this.#answered(message)));
        worker.on('error', (error) => {
          this.#ended(error as Error);
          reject(error as Error);
        });
        worker.on('exit', () => {
          const error = new StoreError(
            'STORE_UNAVAILABLE',
            'the writing thread ended before it answered; whether the change was written is not known, repeat it with the same key',
          );
          this.#ended(error);
          reject(error);
        });
      });
    }
    await this.#ready;
    return this.#worker;
  }

  #answered(reply: WriteReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (!waiting) return;
    if ('result' in reply) return waiting.resolve(reply.result);
    const { code, message, stack } = reply.failure;
    if (code !== 'DEFECT') return waiting.reject(new StoreError(code, message));
    const defect = new Error(message);
    if (stack) defect.stack = stack;
    waiting.reject(defect);
  }

  #ended(error: Error): void {
    this.#worker = undefined;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
