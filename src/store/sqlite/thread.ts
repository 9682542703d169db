/** A thread of the store: started when it is first asked, requests in, results out; one that dies is replaced at the next request. */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { StoreError } from '../../model/errors.js';
import { Replies } from './replies.js';
import type { Reply, ThreadData } from './thread-messages.js';

export class Thread<Work extends object, Result> {
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  readonly #replies = new Replies<Result>();

  /** `name` is that of the file beside this one; `died` is what those are told whose request it had. */
  constructor(
    private readonly name: string,
    private readonly data: ThreadData,
    private readonly died: string,
  ) {}

  async ask(work: Work): Promise<Result> {
    const worker = await this.#started();
    return this.#replies.next((id) => worker.postMessage({ id, ...work }));
  }

  /** A port on which another thread of the process can ask the same; it closes when the thread ends. */
  async connect(): Promise<MessagePort> {
    const worker = await this.#started();
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ connect: port1 }, [port1]);
    return port2;
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
          if (this.#worker === worker) {
            this.#worker = undefined;
            this.#replies.fail(error);
          }
          reject(error);
        };
        worker.on('message', (message: Reply<Result> | 'ready') => (message === 'ready' ? resolve() : this.#replies.take(message)));
        worker.on('error', (error) => ended(asThrown(error)));
        worker.on('exit', () => ended(new StoreError('STORE_UNAVAILABLE', this.died)));
      });
    }
    await this.#ready;
    return this.#worker;
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
