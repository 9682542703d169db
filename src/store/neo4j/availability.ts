/**
 * Whether the database is there. The first operation that finds it away tells all others that wait for
 * it, and those that come later are told at once, until a probe finds it back.
 */
import { Neo4jError, type Driver } from 'neo4j-driver';
import { StoreError } from '../../model/errors.js';

const PROBE_EVERY = 250;

export class Availability {
  #away: StoreError | undefined;
  #probe: NodeJS.Timeout | undefined;
  readonly #waiting = new Set<(error: StoreError) => void>();

  constructor(
    private readonly driver: Driver,
    private readonly database: string,
  ) {}

  /**
   * Throws STORE_UNAVAILABLE as soon as anybody finds the database away. What was under way then may still
   * happen; work that has yet to begin asks `withdrawn` first, for its caller has been told.
   */
  async whileThere<T>(work: (withdrawn: () => boolean) => Promise<T>): Promise<T> {
    if (this.#away) throw this.#away;
    let told: (error: StoreError) => void = () => undefined;
    let withdrawn = false;
    const lost = new Promise<never>((_, reject) => {
      told = (error) => {
        withdrawn = true;
        reject(error);
      };
      this.#waiting.add(told);
    });
    const working = work(() => withdrawn).catch((error: unknown) => {
      if (isAway(error)) this.#lost(unavailable(error));
      throw error;
    });
    // The loser of the race is nobody's to handle.
    working.catch(() => undefined);
    try {
      return await Promise.race([working, lost]);
    } finally {
      this.#waiting.delete(told);
    }
  }

  close(): void {
    clearTimeout(this.#probe);
  }

  #lost(error: StoreError): void {
    if (this.#away) return;
    this.#away = error;
    for (const tell of this.#waiting) tell(error);
    this.#probeLater();
  }

  #probeLater(): void {
    this.#probe = setTimeout(async () => {
      try {
        await this.driver.verifyConnectivity({ database: this.database });
        this.#away = undefined;
      } catch {
        this.#probeLater();
      }
    }, PROBE_EVERY).unref();
  }
}

export const unavailable = (cause: unknown): StoreError =>
  new StoreError('STORE_UNAVAILABLE', 'the database cannot be reached; try again', { cause: cause as Error });

/** The connection is gone, or the database behind it is going. A pool with no free connection is neither. */
export function isAway(error: unknown): boolean {
  return (
    error instanceof Neo4jError &&
    (error.code === 'ServiceUnavailable' ||
      error.code === 'SessionExpired' ||
      error.code === 'Neo.TransientError.General.DatabaseUnavailable')
  );
}
