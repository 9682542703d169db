/** Keeps which records are withheld from readers (model/withholding.ts), when a transaction's rows are all there. */
import type Database from 'better-sqlite3';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import type { RecordName } from '../../model/definition.js';
import { WITHHOLDABLE, WITHHOLDINGS, type Withholding } from '../../model/withholding.js';
import { columnOf, partsTableOf, pastTableOf, quoted, SINCE, tableOf } from './names.js';
import { NOW } from './schema.js';
import { ShownVersions } from './shown-versions.js';

export type Numbers = Partial<Record<RecordName, readonly number[]>>;

/** Row numbers of records that are withheld now, or not any more. */
export interface Withheld {
  readonly changed: Numbers;
  /** Of them, the ones that are withheld now. */
  readonly hidden: Numbers;
}

const GIVEN = '(SELECT "value" FROM json_each(?))';
const withheld = (table: string, num: string): string =>
  `EXISTS (SELECT 1 FROM ${quoted(table)} x WHERE x."num" = ${num} AND x."withheld" = 1)`;
const partsOf = ({ from, list }: Withholding): string => quoted(partsTableOf(from, list!));

/** True of a row `t` that is to be withheld. */
export function isToBeWithheld(record: RecordName): string {
  const passed = WITHHOLDINGS.filter(({ from }) => from === record).map((each) => {
    const column = quoted(columnOf('', each.reference));
    return each.list === undefined
      ? withheld(tableOf(each.to), `t.${column}`)
      : `EXISTS (SELECT 1 FROM ${partsOf(each)} p WHERE p."owner" = t."num" AND ${withheld(tableOf(each.to), `p.${column}`)})`;
  });
  const own = `(t."visibility" <> 'PUBLIC' OR ${passed.join(' OR ')})`;
  // Whoever knows a merged record's id is led to the one that it is read through, if they may see that.
  return MERGEABLE.includes(record) ? `iif(t."merged_into" IS NULL, ${own}, ${withheld(tableOf(record), 't."merged_into"')})` : own;
}

/** The rows that refer to the given ones; `past`: that ever did. */
function referring(each: Withholding, past: boolean): string {
  const column = quoted(columnOf('', each.reference));
  const table = each.list === undefined ? tableOf(each.from) : partsTableOf(each.from, each.list);
  return `SELECT ${each.list === undefined ? '"num"' : '"owner"'} FROM ${quoted(past ? pastTableOf(table) : table)} WHERE ${column} IN ${GIVEN}`;
}

export class Withholder {
  readonly #ever: Database.Statement;
  readonly #begin: Database.Statement;
  readonly #shownVersions: ShownVersions;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {
    this.#ever = database.prepare('SELECT "ever" FROM "withholding"').pluck();
    this.#begin = database.prepare('UPDATE "withholding" SET "ever" = 1');
    this.#shownVersions = new ShownVersions(database);
  }

  /** Whether anything ever was. */
  get ever(): boolean {
    return this.#ever.get() === 1;
  }

  /** `written`: the rows that the transaction wrote; `isMarked`: one of them is not for everybody. Undefined: nothing changed. */
  apply(written: Numbers, isMarked: boolean): Withheld | undefined {
    if (!isMarked && !this.ever) return undefined;
    this.#begin.run();
    const changed: Partial<Record<RecordName, number[]>> = {};
    const hidden: Partial<Record<RecordName, number[]>> = {};
    // Entities before what refers to them, and so on (WITHHOLDABLE is in that order).
    for (const record of WITHHOLDABLE) {
      for (let candidates = [...(written[record] ?? []), ...this.#referring(record, changed, false)]; candidates.length > 0;) {
        const flipped = this.#flip(record, candidates);
        (changed[record] ??= []).push(...flipped.map(({ num }) => num));
        (hidden[record] ??= []).push(...flipped.flatMap(({ num, withheld: was }) => (was === 0 ? num : [])));
        // A merged record follows the one that it is read through.
        candidates =
          flipped.length === 0
            ? []
            : this.#referringWithin(
                record,
                flipped.map(({ num }) => num),
              );
      }
    }
    for (const record of WITHHOLDABLE) {
      const numbers = [...(hidden[record] ?? []), ...this.#referring(record, hidden, true)];
      if (numbers.length > 0)
        this.#run(`UPDATE ${quoted(pastTableOf(tableOf(record)))} SET "withheld" = 1 WHERE "num" IN ${GIVEN} AND "withheld" = 0`, numbers);
      this.#shownVersions.mark(record, [...new Set([...(changed[record] ?? []), ...numbers])]);
    }
    return { changed, hidden };
  }

  #flip(record: RecordName, candidates: readonly number[]): { num: number; withheld: number }[] {
    const table = quoted(tableOf(record));
    const other = this.#all(
      `SELECT t."num" AS "num", t."withheld" AS "withheld" FROM ${table} t WHERE t."num" IN ${GIVEN} AND t."withheld" <> ${isToBeWithheld(record)}`,
      candidates,
    ) as { num: number; withheld: number }[];
    if (other.length > 0)
      this.#run(
        `UPDATE ${table} SET "withheld" = 1 - "withheld", "${SINCE}" = ${NOW} WHERE "num" IN ${GIVEN}`,
        other.map(({ num }) => num),
      );
    return other;
  }

  /** Rows of a kind that refer to these records of kinds before it. */
  #referring(record: RecordName, to: Numbers, past: boolean): number[] {
    return WITHHOLDINGS.filter((each) => each.from === record && (past || each.to !== record)).flatMap((each) => {
      const numbers = to[each.to] ?? [];
      if (numbers.length === 0) return [];
      return (this.#all(referring(each, past), numbers) as Record<string, number>[]).map((row) => Object.values(row)[0]!);
    });
  }

  #referringWithin(record: RecordName, numbers: readonly number[]): number[] {
    return WITHHOLDINGS.filter(({ from, to }) => from === record && to === record).flatMap((each) =>
      (this.#all(referring(each, false), numbers) as Record<string, number>[]).map((row) => Object.values(row)[0]!),
    );
  }

  #all(sql: string, numbers: readonly number[]): unknown[] {
    return this.#statement(sql).all(JSON.stringify(numbers));
  }

  #run(sql: string, numbers: readonly number[]): void {
    this.#statement(sql).run(JSON.stringify(numbers));
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#prepared.get(sql);
    if (!statement) this.#prepared.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
}
