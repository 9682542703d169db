/** A thread that another thread started, asked over a port. */
import type { MessagePort } from 'node:worker_threads';
import { StoreError } from '../model/errors.js';
import type { Reply } from './messages.js';
import { Replies } from './replies.js';

/** Whoever does work when asked, on a thread of its own. */
export interface Asking<Work, Result> {
  readonly ask: (work: Work) => Promise<Result>;
  /** A port on which another thread of the process can ask the same. */
  readonly connect: () => Promise<MessagePort>;
  readonly close: () => Promise<void>;
}

export class ThreadPort<Work extends object, Result> implements Asking<Work, Result> {
  #port: Promise<MessagePort> | undefined;
  readonly #replies = new Replies<Result>();

  /** `connect` gives a port, again when the thread was replaced; `died` is what those are told whose request it had. */
  constructor(
    readonly connect: () => Promise<MessagePort>,
    private readonly died: string,
  ) {}

  async ask(work: Work): Promise<Result> {
    const port = await (this.#port ??= this.#open());
    return this.#replies.next((id) => port.postMessage({ id, ...work }));
  }

  async close(): Promise<void> {
    (await this.#port)?.close();
  }

  async #open(): Promise<MessagePort> {
    try {
      const port = await this.connect();
      port.on('message', (reply: Reply<Result>) => this.#replies.take(reply));
      port.on('close', () => {
        this.#port = undefined;
        this.#replies.fail(new StoreError('STORE_UNAVAILABLE', this.died));
      });
      return port;
    } catch (error) {
      this.#port = undefined;
      throw error;
    }
  }
}
