/** Works out the corroboration of claims that unsettle.ts has marked, some at a time, in the writing thread. */
import type Database from 'better-sqlite3';
import { SETTLED_AT_ONCE, settledCorroborations, type SettledCorroboration } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { readByReaders } from '../../model/changeset/readers.js';
import { OF_READERS } from '../../model/graph.js';
import { KEPT_OF_CORROBORATION } from '../../model/kept-corroboration.js';
import { KNOWN_THROUGH } from '../filled-later.js';
import { answered } from './answered.js';
import { Fetcher } from './fetch.js';
import { partsTableOf, pastTableOf, SETTLED, SINCE, snake, UNTIL } from './names.js';
import { dateColumns, saidOf } from './derive.js';

const PAST = pastTableOf('claim');
const SAID = ['citationCount', 'firstSaid', 'lastSaid'] as const;
const setOf = (names: readonly string[]): string => names.map((name) => `"${snake(name)}" = @${name}`).join(', ');
const set = `"${SETTLED}" = 1, ${setOf(KEPT_OF_CORROBORATION)}`;
const columnsOf = (name: string): string[] => (name.endsWith('Said') ? dateColumns(snake(name)) : [snake(name)]);
const readers = [...KEPT_OF_CORROBORATION, ...SAID].flatMap((name) =>
  columnsOf(OF_READERS[name]!).map((column, index) => [column, columnsOf(name)[index]!] as const),
);
/** Readers' numbers are kept with every claim that is settled once anything is withheld; the mark says where they are others. */
const setForReaders = (table: string, row: string, then: boolean): string =>
  `UPDATE "${table}" SET ${setOf(KEPT_OF_CORROBORATION.map((name) => OF_READERS[name]!))}, ${SAID.flatMap((name) =>
    columnsOf(OF_READERS[name]!),
  )
    .map((column) => `"${column}" = w."${column.replace('readers_', '')}"`)
    .join(', ')}
  FROM (${saidOf(`"${table}" k WHERE k.${row} = @row`, then)}) w WHERE "${table}".${row} = @row`;
const differs = (table: string, row: string): string =>
  `UPDATE "${table}" SET "readers_differ" = (${readers.map(([own, all]) => `"${own}" IS NOT "${all}"`).join(' OR ')}) WHERE ${row} = @row`;

/** Parts hold as long as the state of the claim that they are of, or until it is marked (unsettle.ts). */
const knownThrough = (list: string, ofPast: boolean): string => {
  const parts = partsTableOf('Claim', list);
  const [into, columns, values, row] = ofPast
    ? [pastTableOf(parts), `"num", "${UNTIL}", `, `0, k."${UNTIL}", `, 'rowid']
    : [parts, '', '', '"num"'];
  return `INSERT INTO "${into}" (${columns}"owner", "position", "source", "${SINCE}")
    SELECT ${values}k."num", j."key", s."num", k."${SINCE}" FROM "${ofPast ? PAST : 'claim'}" k CROSS JOIN json_each(@sources) j CROSS JOIN "source" s ON s."id" = j."value"
    WHERE k.${row} = @row`;
};

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
  readonly #statements: Record<'current' | 'past' | 'anyPast' | 'ever', Database.Statement>;

  readonly #current: Updates;
  readonly #past: Updates;

  constructor(private readonly database: Database.Database) {
    this.#fetcher = new Fetcher(database);
    this.#statements = {
      current: database.prepare(`SELECT "num" AS "row", "id" FROM ${unsettledIn('claim')} LIMIT ?`),
      past: database.prepare(`SELECT rowid AS "row", "id" FROM ${unsettledIn(PAST)} AND ${heldAt('@moment')} LIMIT @limit`),
      anyPast: database.prepare(`SELECT "${SINCE}" FROM ${unsettledIn(PAST)} LIMIT 1`).pluck(),
      ever: database.prepare('SELECT "ever" FROM "withholding"').pluck(),
    };
    this.#current = updatesOf(database, 'claim', '"num"', false);
    this.#past = updatesOf(database, PAST, 'rowid', true);
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
          this.#settle(current, this.#current, undefined);
          return true;
        }
        // A state is the same as long as it held: all that held at a moment are seen as of it.
        for (const moment of moments === 'ANY' ? this.#pastMoment() : moments) {
          const past = this.#statements.past.all({ moment, limit: SETTLED_AT_ONCE }) as Unsettled[];
          if (past.length === 0) continue;
          this.#settle(past, this.#past, moment);
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

  #settle(claims: readonly Unsettled[], updates: Updates, asOf: number | undefined): void {
    const numbersOf = (forReaders: boolean) => {
      const settled = answered(settledCorroborations(claims.map(({ id }) => id)), (wanted) =>
        answered((forReaders ? readByReaders : readThrough)(wanted), (each) => this.#fetcher.fetch(each, asOf, forReaders)),
      );
      return new Map(settled.map((each) => [each.claim, each]));
    };
    const all = numbersOf(false);
    for (const { row, id } of claims) updates.all.run({ row, ...bound(all.get(id)!) });
    const isOtherForReaders = this.#statements.ever.get() === 1;
    const readers = isOtherForReaders ? numbersOf(true) : all;
    for (const { row, id } of claims) {
      keepSources(updates.knownThrough.forAll, row, all.get(id)!);
      keepSources(updates.knownThrough.forReaders, row, readers.get(id)!);
    }
    if (!isOtherForReaders) return;
    for (const { row, id } of claims) {
      const numbers = Object.entries(bound(readers.get(id)!)).map(([name, value]) => [OF_READERS[name], value]);
      updates.readers.run({ row, ...(asOf === undefined ? {} : { asOf }), ...Object.fromEntries(numbers) });
      updates.differs.run({ row });
    }
  }
}

type Updates = Readonly<Record<'all' | 'readers' | 'differs', Database.Statement>> & {
  readonly knownThrough: Readonly<Record<keyof typeof KNOWN_THROUGH, Database.Statement>>;
};

function updatesOf(database: Database.Database, table: string, row: string, then: boolean): Updates {
  return {
    all: database.prepare(`UPDATE "${table}" SET ${set} WHERE ${row} = @row`),
    readers: database.prepare(setForReaders(table, row, then)),
    differs: database.prepare(differs(table, row)),
    knownThrough: {
      forAll: database.prepare(knownThrough(KNOWN_THROUGH.forAll, then)),
      forReaders: database.prepare(knownThrough(KNOWN_THROUGH.forReaders, then)),
    },
  };
}

function keepSources(statement: Database.Statement, row: number, { knownOnlyThrough }: SettledCorroboration): void {
  if (knownOnlyThrough.length > 0) statement.run({ row, sources: JSON.stringify(knownOnlyThrough) });
}

function bound({
  claim: _claim,
  knownOnlyThrough: _sources,
  corroborationComplete,
  ...numbers
}: SettledCorroboration): Record<string, number> {
  return { ...numbers, corroborationComplete: Number(corroborationComplete) };
}
