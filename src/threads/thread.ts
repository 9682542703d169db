/**
 * A thread that others ask: started when it is first asked, requests in, results out; one that dies is replaced at the next request.
 *
 * It is no pool of piscina's: such a pool gives a task to any of its threads, while here there is one thread that owns what
 * cannot be shared (the one writing connection, the index of embeddings), other threads ask it over a port of their own,
 * and it works on by itself between requests. Operation threads (http/operations) take part in a lane, stream their answers
 * piece by piece, and are asked for a word before they are ended; a pool has none of this.
 */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { StoreError } from '../model/errors.js';
import type { Reply } from './messages.js';
import type { Asking } from './port.js';
import { Replies } from './replies.js';

/** What a thread says besides its replies: that it can be asked, or a word for whoever started it. */
type Said<Result> = Reply<Result> | 'ready' | { readonly told: string };

export class Thread<Work extends object, Result> implements Asking<Work, Result> {
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  readonly #replies = new Replies<Result>();

  /** `file` is the one it runs; `died` is what those are told whose request it had. */
  constructor(
    private readonly file: URL,
    private readonly data: object,
    private readonly died: string,
    /** Hears what the thread tells by itself. */
    private readonly onTold: (told: string) => void = () => undefined,
  ) {}

  /** Starts it before it is asked. */
  async start(): Promise<void> {
    await this.#started();
  }

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
      const worker = new Worker(this.file, { workerData: this.data });
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
        worker.on('message', (message: Said<Result>) => {
          if (message === 'ready') resolve();
          else if ('told' in message) this.onTold(message.told);
          else this.#replies.take(message);
        });
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
