/** Runs compiled plans, on whichever thread: statements in, the JSON texts of their results out. */
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { StoreError } from '../../model/errors.js';
import { typosBetween } from '../../model/values/typos.js';
import type { CompiledPlan } from './compile/compile.js';
import { isSet, type GivenUp } from '../given-up.js';
import { UNSETTLED } from './settle.js';
import type { Need } from '../../plan/settled.js';

const STATEMENTS_KEPT = 500;

export interface Reading extends CompiledPlan {
  /** Milliseconds, from when the statement begins. */
  readonly timeout: number;
  /** What must be settled for it. */
  readonly need?: Need | undefined;
  readonly isGivenUp?: GivenUp | undefined;
}

/** What the statement gave: JSON, or null for nothing; UNSETTLED where what it needs is not settled. */
export type ReadText = { readonly text: string | null } | 'UNSETTLED';

export const givenUp = (): StoreError => new StoreError('TIMEOUT', 'the client no longer waits for the answer');

export class Reader {
  readonly #statements = new LRUCache<string, Database.Statement>({ max: STATEMENTS_KEPT });
  readonly #unsettled: Database.Statement;
  readonly #settledOnly: (reading: Reading, need: Need) => ReadText;
  #deadline = Infinity;
  #isGivenUp: Reading['isGivenUp'];

  constructor(private readonly database: Database.Database) {
    // SQLite cannot be interrupted from here; the statement itself asks, row by row of what it filters.
    database.function('within_time', { deterministic: false, directOnly: true }, () => {
      if (performance.now() > this.#deadline) throw new StoreError('TIMEOUT', 'the read took longer than its limit');
      if (this.#isGivenUp && isSet(this.#isGivenUp)) throw givenUp();
      return 1;
    });
    database.function('typos', { deterministic: true, directOnly: true }, (typed, word, most) =>
      typosBetween(typed as string, word as string, most as number) === undefined ? 0 : 1,
    );
    this.#unsettled = database.prepare(UNSETTLED).pluck();
    // Of one snapshot.
    this.#settledOnly = database.transaction((reading: Reading, { moments }: Need) =>
      this.#unsettled.get(JSON.stringify(moments)) === 1 ? 'UNSETTLED' : this.#run(reading),
    );
  }

  read(reading: Reading): ReadText {
    return reading.need ? this.#settledOnly(reading, reading.need) : this.#run(reading);
  }

  #run({ sql, parameters, timeout, isGivenUp }: Reading): ReadText {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql).pluck()));
    this.#deadline = performance.now() + timeout;
    this.#isGivenUp = isGivenUp;
    return { text: statement.get(parameters) as string | null };
  }
}
