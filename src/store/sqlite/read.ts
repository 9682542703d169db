/** Runs compiled plans and gives their JSON back as rows. */
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { StoreError } from '../../model/errors.js';
import { typosBetween } from '../../model/values/typos.js';
import type { Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import { compilePlan } from './compile/compile.js';
import { decodeRows } from '../decode.js';

const STATEMENTS_KEPT = 500;
const MILLISECONDS_UNLIMITED = 24 * 60 * 60 * 1_000;

export class Reader {
  readonly #statements = new LRUCache<string, Database.Statement>({ max: STATEMENTS_KEPT });
  #deadline = Infinity;

  /** `onStatement` hears every statement that is run. */
  constructor(
    private readonly database: Database.Database,
    private readonly onStatement?: (sql: string) => void,
  ) {
    // SQLite cannot be interrupted from here; the statement itself asks, row by row of what it filters.
    database.function('within_time', { deterministic: false, directOnly: true }, () => {
      if (performance.now() > this.#deadline) throw new StoreError('TIMEOUT', 'the read took longer than its limit');
      return 1;
    });
    database.function('typos', { deterministic: true, directOnly: true }, (typed, word, most) =>
      typosBetween(typed as string, word as string, most as number) === undefined ? 0 : 1,
    );
  }

  read(plan: Plan, timeout = MILLISECONDS_UNLIMITED): PlanRows {
    const { sql, parameters } = compilePlan(plan);
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql).pluck()));
    this.#deadline = performance.now() + timeout;
    this.onStatement?.(sql);
    const text = statement.get(parameters) as string | null;
    return decodeRows(plan, text === null ? null : (JSON.parse(text) as unknown));
  }
}
