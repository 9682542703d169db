/** Goes through tables some rows at a time, on a connection of its own: each page is of one moment, and holds nobody up. */
import type Database from 'better-sqlite3';
import type { Finding } from '../../check/checks.js';

/** Rows of a page. */
export const ROWS_AT_ONCE = 1_000;

export class Pages {
  readonly #statements = new Map<string, Database.Statement>();

  constructor(readonly database: Database.Database) {}

  /** Runs one page's reads on one snapshot. */
  async at<T>(work: () => T | Promise<T>): Promise<T> {
    this.database.exec('BEGIN');
    try {
      return await work();
    } finally {
      this.database.exec('COMMIT');
    }
  }

  all<Row>(sql: string, parameters: Readonly<Record<string, unknown>> = {}): Row[] {
    return this.#statement(sql).all(parameters) as Row[];
  }

  // oxlint-disable-next-line no-unnecessary-type-parameters -- whoever asks knows the columns of the question
  get<Row>(sql: string, parameters: Readonly<Record<string, unknown>> = {}): Row | undefined {
    return this.#statement(sql).get(parameters) as Row | undefined;
  }

  /** Each page of a table as a range of numbers; `number` is its primary key. */
  async *ranges(table: string, number = 'num', size = ROWS_AT_ONCE): AsyncGenerator<{ readonly after: number; readonly upTo: number }> {
    for (let after = -1; ;) {
      const row = this.get<{ last: number | null }>(
        `SELECT max("${number}") AS "last" FROM (SELECT "${number}" FROM "${table}" WHERE "${number}" > @after ORDER BY "${number}" LIMIT ${size})`,
        { after },
      );
      if (row?.last === null || row === undefined) return;
      yield { after, upTo: row.last };
      after = row.last;
    }
  }

  /** Findings of a question that is asked page by page; it restricts its rows by @after and @upTo. */
  // oxlint-disable-next-line no-unnecessary-type-parameters -- as above
  async *found<Row>(table: string, number: string, sql: string, finding: (row: Row) => Finding): AsyncGenerator<Finding[]> {
    for await (const range of this.ranges(table, number)) yield await this.at(() => this.all<Row>(sql, range).map(finding));
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
}
