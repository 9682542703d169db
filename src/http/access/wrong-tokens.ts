/**
 * Whoever tries tokens out is slowed down: past some wrong ones in a minute an address is told to wait. A right
 * token of the same address is taken as ever, so that nobody who shares it is shut out.
 */
import { LRUCache } from 'lru-cache';
import { shareOfAddress } from '../shares.js';
import { CallerRefused, type CallerFinder } from './authenticate.js';
import type { Caller } from './caller.js';

/** Milliseconds in which wrong tokens are counted, from the first one on. */
const WINDOW = 60_000;
/** Addresses that are remembered: of more, those that tried longest ago are forgotten. */
const ADDRESSES_MAX = 10_000;

/** Finds who asks, by an Authorization header and an address; throws CallerRefused. */
export type SlowedFinder = (authorization: string | undefined, address: string) => Promise<Caller>;

interface Tried {
  wrong: number;
  /** By performance.now(). */
  readonly since: number;
}

/** `most` wrong tokens a minute; 0: as many as anybody likes. */
export function slowedFinder(find: CallerFinder, most: number): SlowedFinder {
  const tried = new LRUCache<string, Tried>({ max: ADDRESSES_MAX, ttl: WINDOW });
  return async (authorization, address) => {
    try {
      return await find(authorization);
    } catch (error) {
      // Who sends no token tries none, and a provider that is away says nothing of one.
      if (most === 0 || authorization === undefined || !(error instanceof CallerRefused) || error.status !== 401) throw error;
      const network = shareOfAddress(address);
      let known = tried.get(network);
      if (!known) tried.set(network, (known = { wrong: 0, since: performance.now() }));
      if (++known.wrong <= most) throw error;
      const seconds = Math.max(1, Math.ceil((known.since + WINDOW - performance.now()) / 1_000));
      throw new CallerRefused(429, 'TOO_MANY_REQUESTS', `more than ${most} invalid tokens in a minute; a valid one is accepted at once`, {
        retryAfter: seconds,
      });
    }
  };
}
