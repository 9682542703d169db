/**
 * Writes wait their turn here, so that those which wait for the database's one writer hold no connection
 * that a read could have. When the database turns out to be away, all that wait are told at once.
 */
import { StoreError } from '../../model/errors.js';

interface Waiting {
  readonly start: () => void;
  readonly refuse: (error: StoreError) => void;
}

export class WriteQueue {
  #running = 0;
  #waiting: Waiting[] = [];

  constructor(private readonly atOnce: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.atOnce) {
      await new Promise<void>((start, refuse) => {
        this.#waiting.push({ start, refuse });
      });
    }
    this.#running++;
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreError && error.code === 'STORE_UNAVAILABLE') this.#refuseAll(error);
      throw error;
    } finally {
      this.#running--;
      this.#waiting.shift()?.start();
    }
  }

  #refuseAll(error: StoreError): void {
    for (const { refuse } of this.#waiting) refuse(error);
    this.#waiting = [];
  }
}
