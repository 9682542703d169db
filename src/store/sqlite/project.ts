/** Brings the projected tables to what a transaction wrote. */
import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3';
import type { RecordWrite } from '../../model/changeset/changeset.js';
import { derivedOf } from '../../model/changeset/documents.js';
import type { RecordName } from '../../model/definition.js';
import { Deriver, nothingTouched, type Touched } from './derive.js';
import { quoted, tableOf } from './names.js';
import { RowWriter } from './rows.js';

/** A version on its way into the tables; `previous` tells that its record has rows already. */
export interface PlacedWrite extends RecordWrite {
  readonly recordedBy?: string | undefined;
}

export class Projector {
  readonly #rows: RowWriter;
  readonly #deriver: Deriver;
  readonly #moment: Database.Statement;
  readonly #tally: Database.Statement;
  readonly #numOf = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {
    this.#rows = new RowWriter(database);
    this.#deriver = new Deriver(database);
    this.#moment = database.prepare('UPDATE "moment" SET "now" = ?');
    this.#tally = database.prepare('UPDATE "tally" SET "active" = "active" + ?, "retracted" = "retracted" + ? WHERE "record" = ?');
  }

  /**
   * All that one transaction wrote, recorded at one moment later than any before. New records take the
   * numbers given, or the next free ones. Gives the row numbers, write by write.
   */
  project(writes: readonly PlacedWrite[], recordedAt: number, given: readonly number[] = []): number[] {
    this.#moment.run(recordedAt);
    const touched = nothingTouched();
    const numbers = writes.map((write, index) => this.#row(write, recordedAt, given[index], touched));
    // Parts may refer to any record of the changeset: only when all rows are there.
    writes.forEach((write, index) => this.#parts(write, numbers[index]!));
    this.#deriver.derive(touched);
    return numbers;
  }

  #row(write: PlacedWrite, recordedAt: number, given: number | undefined, touched: Touched): number {
    const { record, previous, operation } = write;
    const projected = { ...write, recordedAt };
    let num: number;
    if (previous) {
      num = this.#num(record, write.id);
      if (record === 'Citation') touched.claims.add(this.#num('Claim', previous.document['claim'] as string));
      this.#rows.update(projected, num);
    } else num = this.#rows.insert(projected, given);
    if (record === 'Citation') touched.citations.add(num);
    if (record === 'Claim') touched.claims.add(num);
    if (record === 'Source' && previous && previous.document['published'] !== write.document['published']) touched.sources.add(num);
    if (operation === 'CREATED') this.#tally.run(1, 0, record);
    if (operation === 'RETRACTED') this.#tally.run(-1, 1, record);
    if (operation === 'RESTORED') this.#tally.run(1, -1, record);
    return num;
  }

  #parts(write: PlacedWrite, num: number): void {
    const { record, previous } = write;
    if (!previous) return this.#rows.insertParts(write, num);
    const content = { ...write.document, ...derivedOf(record, write.document) };
    const before = { ...previous.document, ...derivedOf(record, previous.document) };
    this.#rows.replaceParts(write, num, (list) => !isDeepStrictEqual(content[list], before[list]));
  }

  #num(record: RecordName, id: string): number {
    let statement = this.#numOf.get(record);
    if (!statement)
      this.#numOf.set(record, (statement = this.database.prepare(`SELECT "num" FROM ${quoted(tableOf(record))} WHERE "id" = ?`).pluck()));
    return statement.get(id) as number;
  }
}
