/** Brings the projected tables to what a transaction wrote. */
import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3';
import type { RecordWrite } from '../../model/changeset/changeset.js';
import type { Dependents } from '../../model/changeset/dependents.js';
import { derivedOf } from '../../model/changeset/documents.js';
import type { Projection } from '../../model/changeset/projections.js';
import type { RecordName } from '../../model/definition.js';
import { Deriver, nothingTouched, type Touched } from './derive.js';
import { quoted, tableOf } from './names.js';
import { RowWriter } from './rows.js';
import { Unsettler } from './unsettle.js';
import { Withholder, type Numbers, type Withheld } from './withhold.js';
import { WordWriter } from './words.js';

export interface Recorded {
  /** Later than any transaction before, epoch milliseconds. */
  readonly at: number;
  readonly by?: string | undefined;
  /** The numbers of new records, write by write; the next free ones where they are not given. */
  readonly numbers?: readonly number[] | undefined;
}

export interface Projected {
  /** Of rows, one a projection. */
  readonly numbers: readonly number[];
  /** What readers see otherwise than before. */
  readonly withheld: Withheld | undefined;
}

export class Projector {
  readonly #rows: RowWriter;
  readonly #deriver: Deriver;
  readonly #unsettler: Unsettler;
  readonly #words: WordWriter;
  readonly #withholder: Withholder;
  readonly #statements: Record<'moment' | 'tally' | 'redirect' | 'redirectNot', Database.Statement>;
  readonly #numOf = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {
    this.#rows = new RowWriter(database);
    this.#deriver = new Deriver(database);
    this.#unsettler = new Unsettler(database);
    this.#words = new WordWriter(database);
    this.#withholder = new Withholder(database);
    this.#statements = {
      moment: database.prepare('UPDATE "moment" SET "now" = ?'),
      tally: database.prepare('UPDATE "tally" SET "active" = "active" + ?, "retracted" = "retracted" + ? WHERE "record" = ?'),
      redirect: database.prepare('INSERT OR IGNORE INTO "redirected" VALUES (?, ?, ?)'),
      redirectNot: database.prepare('DELETE FROM "redirected" WHERE "record" = ? AND "num" = ?'),
    };
  }

  /** All that one transaction wrote. */
  project(projections: readonly Projection[], dependents: Dependents, recorded: Recorded): Projected {
    this.#statements.moment.run(recorded.at);
    const touched = nothingTouched();
    const numbers = projections.map((projection, index) => this.#row(projection, recorded, recorded.numbers?.[index], touched));
    // References may lead to any record of the changeset: parts only when all rows are there.
    projections.forEach((projection, index) => {
      this.#parts(projection, numbers[index]!);
      this.#words.write(projection, numbers[index]!);
    });
    this.#deriver.derive(touched);
    const withheld = this.#withholder.apply(
      numbersOf(projections, numbers),
      projections.some(({ document }) => document['visibility'] !== undefined),
    );
    this.#unsettler.mark(dependents, withheld);
    return { numbers, withheld };
  }

  #row(projection: Projection, { at, by }: Recorded, given: number | undefined, touched: Touched): number {
    const { stored, document, before, write } = projection;
    const { record } = stored;
    const projected = { ...stored, document, recordedAt: at, recordedBy: by, createdBy: by };
    let num: number;
    if (before) {
      num = this.#num(record, stored.id);
      if (record === 'Citation') touched.claims.add(this.#num('Claim', before['claim'] as string));
      if (write) this.#rows.update(projected, num);
      else this.#rows.updateReferences(record, document, num);
      this.#statements.redirectNot.run(record, num);
    } else num = this.#rows.insert(projected, given);
    for (const id of projection.redirected) this.#statements.redirect.run(id, record, num);
    if (record === 'Citation') touched.citations.add(num);
    if (record === 'Claim') touched.claims.add(num);
    if (record === 'Source' && before && before['published'] !== document['published']) touched.sources.add(num);
    if (write) this.#count(write);
    return num;
  }

  #count({ operation, record, retraction }: RecordWrite): void {
    if (operation === 'CREATED') this.#statements.tally.run(retraction ? 0 : 1, retraction ? 1 : 0, record);
    if (operation === 'RETRACTED' || operation === 'MERGED') this.#statements.tally.run(-1, 1, record);
    if (operation === 'RESTORED' || operation === 'UNMERGED') this.#statements.tally.run(1, -1, record);
  }

  #parts({ stored, document, before }: Projection, num: number): void {
    const { record } = stored;
    if (!before) return this.#rows.insertParts(stored, document, num);
    const content = { ...document, ...derivedOf(record, document) };
    const earlier = { ...before, ...derivedOf(record, before) };
    this.#rows.replaceParts(stored, document, num, (list) => !isDeepStrictEqual(content[list], earlier[list]));
  }

  #num(record: RecordName, id: string): number {
    let statement = this.#numOf.get(record);
    if (!statement)
      this.#numOf.set(record, (statement = this.database.prepare(`SELECT "num" FROM ${quoted(tableOf(record))} WHERE "id" = ?`).pluck()));
    return statement.get(id) as number;
  }
}

function numbersOf(projections: readonly Projection[], numbers: readonly number[]): Numbers {
  const written: Partial<Record<RecordName, number[]>> = {};
  projections.forEach(({ stored }, index) => (written[stored.record] ??= []).push(numbers[index]!));
  return written;
}
