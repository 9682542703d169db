/** Threads for reads that may take a while, so that others are answered meanwhile; first come, first served. */
import { StoreError } from '../../model/errors.js';
import { givenUp, type Reading, type ReadText } from './read.js';
import type { StorePool } from '../store.js';
import { Thread } from './thread.js';
import type { ThreadData } from './thread-messages.js';

const DIED = 'the reading thread ended before it answered; try again';

interface Waiting {
  readonly reading: Reading;
  /** By performance.now(): waiting counts too. */
  readonly deadline: number;
  readonly resolve: (text: ReadText) => void;
  readonly reject: (error: unknown) => void;
}

export class ReaderThreads {
  readonly #all: readonly Thread<Reading, ReadText>[];
  readonly #idle: Thread<Reading, ReadText>[];
  readonly #waiting: Waiting[] = [];

  constructor(count: number, data: ThreadData) {
    this.#all = Array.from({ length: count }, () => new Thread<Reading, ReadText>('read.worker.js', data, DIED));
    this.#idle = [...this.#all];
  }

  /** Throws TIMEOUT where no thread is free in time, or the statement takes longer. */
  read(reading: Reading): Promise<ReadText> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ reading, deadline: performance.now() + reading.timeout, resolve, reject });
      this.#next();
    });
  }

  get pool(): StorePool {
    return { size: this.#all.length, busy: this.#all.length - this.#idle.length, waiting: this.#waiting.length };
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((thread) => thread.close()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const thread = this.#idle.pop();
    if (!thread) return;
    const { reading, deadline, resolve, reject } = this.#waiting.shift()!;
    const left = deadline - performance.now();
    const isGivenUp = reading.isGivenUp?.[0] === 1;
    const read = isGivenUp ? Promise.reject(givenUp()) : left > 0 ? thread.ask({ ...reading, timeout: left }) : Promise.reject(tooLate());
    void read.then(resolve, reject).finally(() => {
      this.#idle.push(thread);
      this.#next();
    });
  }
}

const tooLate = (): StoreError => new StoreError('TIMEOUT', 'the read waited longer than its limit for a thread that is free');
