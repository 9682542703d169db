/** Works out the corroboration of claims that unsettle.ts has marked, some at a time, in the writing thread. */
import type Database from 'better-sqlite3';
import { SETTLED_AT_ONCE, settledCorroborations, type SettledCorroboration } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { answered } from './answered.js';
import { Fetcher } from './fetch.js';
import { pastTableOf, SETTLED, SINCE } from './names.js';

const PAST = pastTableOf('claim');
const set = `"${SETTLED}" = 1, "independent_supporting" = @independentSupporting, "independent_refuting" = @independentRefuting,
  "independent_groups" = @independentGroups, "corroboration_complete" = @complete`;

interface Unsettled {
  readonly row: number;
  readonly id: string;
  /** Of a state that was: the moment that it began with. */
  readonly since: number;
}

const unsettledIn = (table: string): string => `SELECT 1 FROM "${table}" WHERE "${SETTLED}" = 0`;
/** 1 while there is anything to work out: of claims as they are, and of claims as they were. */
export const UNSETTLED = {
  NOW: `SELECT EXISTS (${unsettledIn('claim')})`,
  THEN: `SELECT EXISTS (${unsettledIn('claim')}) OR EXISTS (${unsettledIn(PAST)})`,
};

/** What was worked out, some of it. */
export type Settled = 'NOW' | 'THEN' | 'NOTHING';

export class Settler {
  readonly #fetcher: Fetcher;
  readonly #statements: Record<'current' | 'past' | 'setCurrent' | 'setPast', Database.Statement>;

  constructor(private readonly database: Database.Database) {
    this.#fetcher = new Fetcher(database);
    this.#statements = {
      current: database.prepare(`SELECT "num" AS "row", "id", "${SINCE}" AS "since" FROM "claim" WHERE "${SETTLED}" = 0 LIMIT ?`),
      // One moment at a time: all of it is seen as of then.
      past: database.prepare(
        `SELECT rowid AS "row", "id", "${SINCE}" AS "since" FROM "${PAST}" WHERE "${SETTLED}" = 0
           AND "${SINCE}" = (SELECT "${SINCE}" FROM "${PAST}" WHERE "${SETTLED}" = 0 LIMIT 1) LIMIT ?`,
      ),
      setCurrent: database.prepare(`UPDATE "claim" SET ${set} WHERE "num" = @row`),
      setPast: database.prepare(`UPDATE "${PAST}" SET ${set} WHERE rowid = @row`),
    };
  }

  /** One transaction's worth, of claims as they are while there are any. */
  some(): Settled {
    return this.database
      .transaction(() => {
        const current = this.#statements.current.all(SETTLED_AT_ONCE) as Unsettled[];
        if (current.length > 0) {
          this.#settle(current, this.#statements.setCurrent, undefined);
          return 'NOW';
        }
        const past = this.#statements.past.all(SETTLED_AT_ONCE) as Unsettled[];
        if (past.length === 0) return 'NOTHING';
        this.#settle(past, this.#statements.setPast, past[0]!.since);
        return 'THEN';
      })
      .immediate();
  }

  #settle(claims: readonly Unsettled[], update: Database.Statement, asOf: number | undefined): void {
    const settled = answered(settledCorroborations(claims.map(({ id }) => id)), (wanted) =>
      answered(readThrough(wanted), (each) => this.#fetcher.fetch(each, asOf)),
    );
    const byClaim = new Map(settled.map((each) => [each.claim, each]));
    for (const { row, id } of claims) {
      const { claim: _claim, corroborationComplete, ...numbers } = byClaim.get(id) as SettledCorroboration;
      update.run({ row, ...numbers, complete: Number(corroborationComplete) });
    }
  }
}
