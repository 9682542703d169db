/** The writing thread, from outside: from the thread that started it, or from another one over a port. */
import type { MessagePort } from 'node:worker_threads';
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import type { Need } from '../../plan/settled.js';
import type { Change, WriteOptions } from '../store.js';
import { lookAt } from '../write-limits.js';
import { epochNow } from '../../threads/messages.js';
import { ThreadPort, type Asking } from '../../threads/port.js';
import { Thread } from '../../threads/thread.js';
import type { ThreadData } from './thread-messages.js';
import type { WriteWork } from './write.worker.js';

const WORKER = new URL('./write.worker.js', import.meta.url);
const DIED = 'the writing thread ended before it answered; whether the change was written is not known, repeat it with the same key';

export class WriterThread {
  private constructor(private readonly thread: Asking<WriteWork, ChangesetResult>) {}

  static started(data: ThreadData): WriterThread {
    return new WriterThread(new Thread<WriteWork, ChangesetResult>(WORKER, data, DIED));
  }

  /** One that another thread has; `connect` gives a port to it, again when the writing thread was replaced. */
  static shared(connect: () => Promise<MessagePort>): WriterThread {
    return new WriterThread(new ThreadPort(connect, DIED));
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
