/**
 * Whether the store takes writes: a disk that is full, or a file that is read-only, answers every read as
 * before. Writes that fail are told to the log, now and then, and to whoever asks whether the server is ready.
 */
import { StoreError } from '../model/errors.js';
import type { Store } from '../store/store.js';

export interface WriteHealth {
  /** The same store, its writes watched. */
  readonly store: Store;
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

export function watchWrites(given: Store, log: WarningLog): WriteHealth {
  let failing: StoreError | undefined;
  let provenAt = -Infinity;
  let saidAt = -Infinity;
  let probing: Promise<void> | undefined;

  const proven = (): void => {
    if (failing) log.warn({}, 'the store takes writes again');
    failing = undefined;
    provenAt = performance.now();
    saidAt = -Infinity;
  };
  const failed = (error: StoreError): void => {
    failing = error;
    if (performance.now() - saidAt < SAID_EVERY) return;
    saidAt = performance.now();
    log.warn({ code: error.code, reason: error.message }, 'the store does not take writes: each is answered STORE_UNAVAILABLE');
  };
  const watched = async <T>(write: () => Promise<T>): Promise<T> => {
    try {
      const result = await write();
      proven();
      return result;
    } catch (error) {
      // One that is busy, or slow, takes the next write.
      if (isUnavailable(error)) failed(error);
      throw error;
    }
  };
  const probe = (): Promise<void> => {
    probing ??= watched(() => given.probeWrite()).finally(() => (probing = undefined));
    return probing;
  };
  return {
    store: {
      ...given,
      write: (changeset) => watched(() => given.write(changeset)),
      replay: (changes, texts) => watched(() => given.replay(changes, texts)),
    },
    ready: async () => {
      await given.health();
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
