/** Claims whose texts mean nearly the same as a text, asked of the thread that has the embeddings. */
import type { MessagePort } from 'node:worker_threads';
import type { Settings } from '../config/settings.js';
import type { EmbeddingCount, Near } from '../store/embeddings.js';
import { ThreadPort, type Asking } from '../threads/port.js';
import { Thread } from '../threads/thread.js';

/** What the thread is asked. */
export type EmbeddingWork = { readonly nearest: { readonly text: string; readonly limit: number } } | { readonly count: true };
export type EmbeddingResult = readonly Near[] | EmbeddingCount;

export interface EmbeddingThreadData {
  readonly settings: Settings;
}

const WORKER = new URL('./embedding.worker.js', import.meta.url);
const DIED = 'the thread of the embeddings ended';

export class Embeddings {
  private constructor(private readonly thread: Asking<EmbeddingWork, EmbeddingResult>) {}

  /**
   * On a thread of its own, which works out embeddings in the background from now on. A start that fails is told like
   * any other failure: searches answer by words alone.
   */
  static started(settings: Settings, onTold: (told: string) => void): Embeddings {
    const data: EmbeddingThreadData = { settings };
    const thread = new Thread<EmbeddingWork, EmbeddingResult>(WORKER, data, DIED, onTold);
    thread.start().catch((error: unknown) => onTold((error as Error).message));
    return new Embeddings(thread);
  }

  /** Those that another thread has; `connect` gives a port to it. */
  static shared(connect: () => Promise<MessagePort>): Embeddings {
    return new Embeddings(new ThreadPort(connect, DIED));
  }

  /** At most so many texts of claims, the nearest first. @throws StoreError where the model gives no embedding in time. */
  async nearest(text: string, limit: number): Promise<readonly Near[]> {
    return (await this.thread.ask({ nearest: { text, limit } })) as readonly Near[];
  }

  async count(): Promise<EmbeddingCount> {
    return (await this.thread.ask({ count: true })) as EmbeddingCount;
  }

  connect(): Promise<MessagePort> {
    return this.thread.connect();
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}
