/** A thread of the store: started when it is first asked, requests in, results out; one that dies is replaced at the next request. */
import { Worker } from 'node:worker_threads';
import { StoreError } from '../../model/errors.js';
import { errorOf, type Reply, type ThreadData } from './thread-messages.js';

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export class Thread<Work extends object, Result> {
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** `name` is that of the file beside this one; `died` is what those are told whose request it had. */
  constructor(
    private readonly name: string,
    private readonly data: ThreadData,
    private readonly died: string,
  ) {}

  async ask(work: Work): Promise<Result> {
    const worker = await this.#started();
    return new Promise<Result>((resolve, reject) => {
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
      const worker = new Worker(fileOf(this.name), { workerData: this.data });
      this.#worker = worker;
      this.#ready = new Promise<void>((resolve, reject) => {
        const ended = (error: Error): void => {
          // A worker that fails also exits: by then another may have its place.
          if (this.#worker === worker) this.#ended(error);
          reject(error);
        };
        worker.on('message', (message: Reply<Result> | 'ready') => (message === 'ready' ? resolve() : this.#answered(message)));
        worker.on('error', (error) => ended(asThrown(error)));
        worker.on('exit', () => ended(new StoreError('STORE_UNAVAILABLE', this.died)));
      });
    }
    await this.#ready;
    return this.#worker;
  }

  #answered(reply: Reply<Result>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('result' in reply) waiting?.resolve(reply.result as never);
    else waiting?.reject(errorOf(reply.failure));
  }

  #ended(error: Error): void {
    this.#worker = undefined;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

/** An error that ended a thread comes as a copy without its class. */
function asThrown(error: unknown): Error {
  const { name, code, message } = error as StoreError;
  return name === 'StoreError' ? new StoreError(code, message) : (error as Error);
}

/** Run from its sources (tests), the thread's file is the built one. */
const fileOf = (name: string): URL =>
  import.meta.url.endsWith('.ts') ? new URL(`../../../dist/store/sqlite/${name}`, import.meta.url) : new URL(`./${name}`, import.meta.url);
