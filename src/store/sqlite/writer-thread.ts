/** The writing thread, from outside. */
import type { Changeset, ChangesetResult } from '../../model/changeset/changeset.js';
import type { Need } from '../../plan/settled.js';
import type { Change } from '../store.js';
import { Thread } from './thread.js';
import type { ThreadData } from './thread-messages.js';
import type { WriteWork } from './write.worker.js';

const DIED = 'the writing thread ended before it answered; whether the change was written is not known, repeat it with the same key';

export class WriterThread {
  readonly #thread: Thread<WriteWork, ChangesetResult>;

  constructor(data: ThreadData) {
    this.#thread = new Thread('write.worker.js', data, DIED);
  }

  write(changeset: Changeset): Promise<ChangesetResult> {
    return this.#thread.ask({ changeset });
  }

  async replay(changes: readonly Change[], texts: ReadonlyMap<string, string>): Promise<void> {
    await this.#thread.ask({ replay: { changes, texts } });
  }

  async probe(): Promise<void> {
    await this.#thread.ask({ probe: true });
  }

  /** Resolves when the corroboration of every claim that is needed is worked out. */
  async settle(need: Need): Promise<void> {
    await this.#thread.ask({ settle: need });
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
