/** The messages between the serving thread and a thread that executes operations. */
import type { MessagePort } from 'node:worker_threads';
import type { Settings } from '../../config/settings.js';
import type { StorePool } from '../../store/store.js';
import type { GivenUp } from '../../store/given-up.js';
import type { AnswerOf, Observation, Work } from './work.js';

export interface OperationThreadData {
  readonly settings: Settings;
  /** Whether the store of the serving thread writes for all. */
  readonly sharesWriter: boolean;
  /** Whether claims are found by embeddings, which a thread of their own has. */
  readonly hasEmbeddings: boolean;
  /** Whether it gives way to the other threads of the process where there are more than processors. */
  readonly givesWay: boolean;
}

/** To the thread. */
export type ToThread =
  | { readonly work: Work; readonly id: number; readonly isGivenUp: GivenUp }
  | { readonly gone: number }
  /** Bytes of an export were taken: the next ones may come. */
  | { readonly more: number }
  | { readonly ping: number }
  | { readonly document: { readonly digest: string; readonly text: string } }
  | { readonly writer: MessagePort }
  | { readonly embeddings: MessagePort }
  | 'close';

/** What was thrown, as far as it can be told on another thread. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** Comes along with every answer. */
export interface Measured {
  readonly observations: readonly Observation[];
  readonly pool: StorePool;
}

/** From the thread. */
export type FromThread =
  | 'ready'
  | { readonly failed: Thrown & { readonly code: string | undefined } }
  | ({ readonly id: number; readonly answer: AnswerOf[keyof AnswerOf] } & Measured)
  | ({ readonly id: number; readonly thrown: Thrown } & Measured)
  /** Of an export, after its head; undefined: that was all. */
  | { readonly id: number; readonly bytes: Uint8Array | undefined }
  | { readonly pong: number }
  | { readonly defect: Thrown }
  | { readonly document: { readonly digest: string; readonly text: string } }
  | 'needsWriter'
  | 'needsEmbeddings';
