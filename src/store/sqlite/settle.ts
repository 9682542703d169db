/** Works out the corroboration of claims that unsettle.ts has marked, some at a time, in the writing thread. */
import type Database from 'better-sqlite3';
import { SETTLED_AT_ONCE, settledCorroborations, type SettledCorroboration } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { answered } from './answered.js';
import { Fetcher } from './fetch.js';
import { pastTableOf, SETTLED, SINCE, UNTIL } from './names.js';

const PAST = pastTableOf('claim');
const set = `"${SETTLED}" = 1, "independent_supporting" = @independentSupporting, "independent_refuting" = @independentRefuting,
  "independent_groups" = @independentGroups, "corroboration_complete" = @complete`;

interface Unsettled {
  readonly row: number;
  readonly id: string;
}

const unsettledIn = (table: string): string => `"${table}" WHERE "${SETTLED}" = 0`;
const heldAt = (moment: string): string => `"${SINCE}" <= ${moment} AND "${UNTIL}" > ${moment}`;

/** 1 while there is anything to work out: of claims as they are, and as they were at the moments of a JSON array. */
export const UNSETTLED = `SELECT EXISTS (SELECT 1 FROM ${unsettledIn('claim')})
  OR EXISTS (SELECT 1 FROM json_each(?) m WHERE EXISTS (SELECT 1 FROM ${unsettledIn(PAST)} AND ${heldAt('m."value"')}))`;

export class Settler {
  readonly #fetcher: Fetcher;
  readonly #statements: Record<'current' | 'past' | 'anyPast' | 'setCurrent' | 'setPast', Database.Statement>;

  constructor(private readonly database: Database.Database) {
    this.#fetcher = new Fetcher(database);
    this.#statements = {
      current: database.prepare(`SELECT "num" AS "row", "id" FROM ${unsettledIn('claim')} LIMIT ?`),
      past: database.prepare(`SELECT rowid AS "row", "id" FROM ${unsettledIn(PAST)} AND ${heldAt('@moment')} LIMIT @limit`),
      anyPast: database.prepare(`SELECT "${SINCE}" FROM ${unsettledIn(PAST)} LIMIT 1`).pluck(),
      setCurrent: database.prepare(`UPDATE "claim" SET ${set} WHERE "num" = @row`),
      setPast: database.prepare(`UPDATE "${PAST}" SET ${set} WHERE rowid = @row`),
    };
  }

  /**
   * One transaction's worth, of claims as they are while there are any; then of claims as they were at these
   * moments, or at any. False: there was nothing to work out.
   */
  some(moments: readonly number[] | 'ANY'): boolean {
    return this.database
      .transaction(() => {
        const current = this.#statements.current.all(SETTLED_AT_ONCE) as Unsettled[];
        if (current.length > 0) {
          this.#settle(current, this.#statements.setCurrent, undefined);
          return true;
        }
        // A state is the same as long as it held: all that held at a moment are seen as of it.
        for (const moment of moments === 'ANY' ? this.#pastMoment() : moments) {
          const past = this.#statements.past.all({ moment, limit: SETTLED_AT_ONCE }) as Unsettled[];
          if (past.length === 0) continue;
          this.#settle(past, this.#statements.setPast, moment);
          return true;
        }
        return false;
      })
      .immediate();
  }

  #pastMoment(): number[] {
    const since = this.#statements.anyPast.get() as number | undefined;
    return since === undefined ? [] : [since];
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
