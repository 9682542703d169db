/**
 * Whether the database is there. The first operation that finds it away tells all others that wait for
 * it, and those that come later are told at once, until a probe finds it back.
 */
import { connect } from 'node:net';
import type { Driver } from 'neo4j-driver';
import type { StoreError } from '../../model/errors.js';
import { isAway, silent, unavailable } from './failures.js';

const PROBE_EVERY = 250;
/** After so long without an answer the database's door is tried: one that is shutting down keeps its callers waiting for seconds. */
const PATIENCE = 1_000;

export class Availability {
  #away: StoreError | undefined;
  #probe: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #closed = false;
  /** Those that wait for an answer, the longest waiting first, with when they began. */
  readonly #waiting = new Map<(error: StoreError) => void, number>();

  constructor(
    private readonly driver: Driver,
    private readonly database: string,
    private readonly uri: string,
  ) {}

  /**
   * Throws STORE_UNAVAILABLE as soon as anybody finds the database away, and TIMEOUT when it has not answered
   * within so many milliseconds: one that is stopped, or behind a line that is cut, says nothing at all. What
   * was under way then may still happen; work that has yet to begin asks `withdrawn` first, for its caller has
   * been told.
   */
  async whileThere<T>(work: (withdrawn: () => boolean) => Promise<T>, within: number): Promise<T> {
    if (this.#away) throw this.#away;
    let told: (error: StoreError) => void = () => undefined;
    let withdrawn = false;
    const lost = new Promise<never>((_, reject) => {
      told = (error) => {
        withdrawn = true;
        reject(error);
      };
      this.#waiting.set(told, performance.now());
    });
    const working = work(() => withdrawn).catch((error: unknown) => {
      if (isAway(error)) this.#lost(unavailable(error));
      throw error;
    });
    // The loser of the race is nobody's to handle.
    working.catch(() => undefined);
    this.#watch ??= setInterval(() => void this.#look(), PATIENCE).unref();
    const late = within === Infinity ? undefined : setTimeout(() => told(silent()), within);
    try {
      return await Promise.race([working, lost]);
    } finally {
      clearTimeout(late);
      this.#waiting.delete(told);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#probe);
    clearInterval(this.#watch);
  }

  /** A database that is merely busy still takes connections; a cluster has other members to go to. */
  async #look(): Promise<void> {
    const [began] = this.#waiting.values();
    if (began === undefined || performance.now() - began < PATIENCE) return;
    const { protocol, hostname, port } = new URL(this.uri);
    if (protocol.startsWith('bolt') && (await isRefused(hostname, Number(port || BOLT_PORT)))) this.#lost(unavailable(undefined));
  }

  #lost(error: StoreError): void {
    if (this.#away) return;
    this.#away = error;
    for (const tell of this.#waiting.keys()) tell(error);
    this.#probeLater();
  }

  #probeLater(): void {
    if (this.#closed) return;
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

const BOLT_PORT = 7_687;

function isRefused(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (refused: boolean) => {
      socket.destroy();
      resolve(refused);
    };
    socket.setTimeout(PATIENCE, () => answer(false));
    socket.once('connect', () => answer(false));
    socket.once('error', (error: NodeJS.ErrnoException) => answer(error.code === 'ECONNREFUSED'));
  });
}
