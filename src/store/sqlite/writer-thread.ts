/** The writing thread, from outside: from the thread that started it, or from another one over a port. */
import type { MessagePort } from 'node:worker_threads';
import { StoreError } from '../../model/errors.js';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import type { Need } from '../../plan/settled.js';
import type { Change, WriteOptions } from '../store.js';
import { lookAt } from '../write-limits.js';
import { Replies } from './replies.js';
import { Thread } from './thread.js';
import { epochNow, type Reply, type ThreadData } from './thread-messages.js';
import type { WriteWork } from './write.worker.js';

const DIED = 'the writing thread ended before it answered; whether the change was written is not known, repeat it with the same key';

/** Sends work to the writing thread. */
interface Asking {
  readonly ask: (work: WriteWork) => Promise<ChangesetResult>;
  readonly connect: () => Promise<MessagePort>;
  readonly close: () => Promise<void>;
}

export class WriterThread {
  private constructor(private readonly thread: Asking) {}

  static started(data: ThreadData): WriterThread {
    return new WriterThread(new Thread<WriteWork, ChangesetResult>('write.worker.js', data, DIED));
  }

  /** One that another thread has; `connect` gives a port to it, again when the writing thread was replaced. */
  static shared(connect: () => Promise<MessagePort>): WriterThread {
    return new WriterThread(new WriterPort(connect));
  }

  /** Given up when `timeout`, in milliseconds, is over before it is worked out, or when nobody waits for it any more. */
  async write(changeset: Changeset, { timeout, signal, isGivenUp }: WriteOptions = {}): Promise<ChangesetResult> {
    lookAt({ isOver: () => false, signal, isGivenUp })();
    return this.thread.ask({ changeset, isGivenUp, ...(timeout === undefined ? {} : { until: epochNow() + timeout }) });
  }

  async replay(changes: readonly Change[], texts: ReadonlyMap<string, string>, instead?: number): Promise<void> {
    await this.thread.ask({ replay: { changes, texts, instead } });
  }

  async probe(): Promise<void> {
    await this.thread.ask({ probe: true });
  }

  /** Resolves when the corroboration of every claim that is needed is worked out. */
  async settle(need: Need): Promise<void> {
    await this.thread.ask({ settle: need });
  }

  connect(): Promise<MessagePort> {
    return this.thread.connect();
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}

class WriterPort implements Asking {
  #port: Promise<MessagePort> | undefined;
  readonly #replies = new Replies<ChangesetResult>();

  constructor(readonly connect: () => Promise<MessagePort>) {}

  async ask(work: WriteWork): Promise<ChangesetResult> {
    const port = await (this.#port ??= this.#open());
    return this.#replies.next((id) => port.postMessage({ id, ...work }));
  }

  async close(): Promise<void> {
    (await this.#port)?.close();
  }

  async #open(): Promise<MessagePort> {
    try {
      const port = await this.connect();
      port.on('message', (reply: Reply<ChangesetResult>) => this.#replies.take(reply));
      port.on('close', () => {
        this.#port = undefined;
        this.#replies.fail(new StoreError('STORE_UNAVAILABLE', DIED));
      });
      return port;
    } catch (error) {
      this.#port = undefined;
      throw error;
    }
  }
}
