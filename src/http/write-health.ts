/**
 * Whether the store takes writes: a disk that is full, or a file that is read-only, answers every read as
 * before. Writes that fail are told to the log, now and then, and to whoever asks whether the server is ready.
 */
import { StoreError } from '../model/errors.js';
import type { Store } from '../store/store.js';
import type { Observation } from './operations/work.js';

export interface WriteHealth {
  /** Takes in what was measured where writes are made. */
  readonly observe: (observations: readonly Observation[]) => void;
  /** Resolves when the store can be read and written; throws StoreError otherwise. */
  readonly ready: () => Promise<void>;
}

/** Milliseconds after which a write is no longer proof that the next one will be taken: then one is tried that changes nothing. */
const PROOF_LASTS = 5_000;
/** Milliseconds between two lines in the log while it fails. */
const SAID_EVERY = 60_000;

export interface WarningLog {
  warn(details: object, message: string): void;
}

export function watchWrites(store: Pick<Store, 'health' | 'probeWrite'>, log: WarningLog): WriteHealth {
  let failing: StoreError | undefined;
  let provenAt = -Infinity;
  let saidAt = -Infinity;
  let probing: Promise<void> | undefined;

  const proven = (): void => {
    if (failing) log.warn({}, 'the store accepts writes again');
    failing = undefined;
    provenAt = performance.now();
    saidAt = -Infinity;
  };
  const failed = (reason: string): void => {
    failing = new StoreError('STORE_UNAVAILABLE', reason);
    if (performance.now() - saidAt < SAID_EVERY) return;
    saidAt = performance.now();
    log.warn({ code: failing.code, reason }, 'the store does not accept writes; each is answered with STORE_UNAVAILABLE');
  };
  const tried = async (): Promise<void> => {
    try {
      await store.probeWrite();
      proven();
    } catch (error) {
      // One that is busy, or slow, takes the next write.
      if (isUnavailable(error)) failed(error.message);
      throw error;
    }
  };
  const probe = (): Promise<void> => {
    probing ??= tried().finally(() => (probing = undefined));
    return probing;
  };
  return {
    observe: (observations) => {
      for (const each of observations) {
        if (each.of !== 'store' || each.call !== 'write') continue;
        if (each.outcome === 'answered') proven();
        else if (each.outcome === 'STORE_UNAVAILABLE') failed(each.reason ?? each.outcome);
      }
    },
    ready: async () => {
      await store.health();
      if (!failing && performance.now() - provenAt < PROOF_LASTS) return;
      try {
        await probe();
      } catch (error) {
        if (isUnavailable(error)) throw error;
      }
    },
  };
}

const isUnavailable = (error: unknown): error is StoreError => error instanceof StoreError && error.code === 'STORE_UNAVAILABLE';
