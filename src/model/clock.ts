/** How long work may still take. Loops whose length a caller decides look at it. */
import { StoreError } from './errors.js';

export interface Clock {
  /**
   * To be called once for each record, pair or step: it hardly costs anything.
   * @throws {StoreError} TIMEOUT past the time.
   */
  readonly check: () => void;
}

/** Steps between two looks at the time: a step is some microseconds. */
const STEPS = 128;

/** `deadline` in milliseconds of `performance.now()`. */
export function clockUntil(deadline: number): Clock {
  let steps = 0;
  return {
    check: () => {
      if (++steps % STEPS === 0 && performance.now() > deadline) throw new StoreError('TIMEOUT', 'the request took longer than its limit');
    },
  };
}

/** Of work that nobody waits for, such as a store's own. */
export const NO_DEADLINE: Clock = Object.freeze({ check: () => undefined });
