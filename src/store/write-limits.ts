/** When a write that has not come to its end is given up: nothing of it is written then. */
import { StoreError } from '../model/errors.js';
import { isSet, type GivenUp } from './given-up.js';

export interface WriteLimits {
  /** Whether its time is over. */
  readonly isOver: () => boolean;
  /** Set when the client no longer waits for the answer. */
  readonly isGivenUp?: GivenUp | undefined;
  /** The same, on the thread that hears it. */
  readonly signal?: AbortSignal | undefined;
}

/** A look at the limits, to be called before each step of a write. It throws StoreError, TIMEOUT. */
export function lookAt({ isOver, isGivenUp, signal }: WriteLimits): () => void {
  return () => {
    if (isOver()) throw new StoreError('TIMEOUT', 'the write took longer than its limit; nothing was written');
    if (signal?.aborted === true || (isGivenUp && isSet(isGivenUp)))
      throw new StoreError('TIMEOUT', 'the client no longer waits for the answer; nothing was written');
  };
}

/** Of a write that nobody bounds. */
export const UNBOUNDED = (): void => undefined;
