/** The writer: a changeset into one durable transaction. Runs in a worker thread (write.worker.ts). */
import type Database from 'better-sqlite3';
import type { Changeset, ChangesetResult, RecordWrite } from '../../model/changeset/changeset.js';
import { parseItems } from '../../model/changeset/input.js';
import { changesetDigest, repeatedResult, type AppliedChangeset } from '../../model/changeset/repeated.js';
import { resolveChangeset, type Resolution } from '../../model/changeset/resolve.js';
import { Deriver, nothingTouched, type Touched } from './derive.js';
import { Fetcher } from './fetch.js';
import { quoted, tableOf } from './names.js';
import { RowWriter } from './rows.js';

export class Writer {
  readonly #rows: RowWriter;
  readonly #fetcher: Fetcher;
  readonly #deriver: Deriver;
  readonly #statements: Record<
    'applied' | 'remember' | 'lastTime' | 'closeVersion' | 'addVersion' | 'addText' | 'tally',
    Database.Statement
  >;
  readonly #numOf = new Map<string, Database.Statement>();

  constructor(private readonly database: Database.Database) {
    this.#rows = new RowWriter(database);
    this.#fetcher = new Fetcher(database);
    this.#deriver = new Deriver(database);
    const prepare = (sql: string) => database.prepare(sql);
    this.#statements = {
      applied: prepare('SELECT "digest", "result" FROM "changeset" WHERE "key" = ?'),
      remember: prepare('INSERT INTO "changeset" VALUES (?, ?, ?, ?, ?)'),
      lastTime: prepare('SELECT max("recorded_at") FROM "version"').pluck(),
      closeVersion: prepare('UPDATE "version" SET "recorded_until" = ? WHERE "record" = ? AND "num" = ? AND "version" = ?'),
      addVersion: prepare('INSERT INTO "version" VALUES (NULL, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)'),
      addText: prepare('INSERT OR IGNORE INTO "source_text" VALUES (?, ?)'),
      tally: prepare('UPDATE "tally" SET "active" = "active" + ?, "retracted" = "retracted" + ? WHERE "record" = ?'),
    };
  }

  /** Nothing is written when an item is refused, unless the changeset says SKIP_ITEM. */
  write(changeset: Changeset): ChangesetResult {
    const parsed = parseItems(changeset.items);
    const digest = changeset.key === undefined ? '' : changesetDigest(changeset);
    return this.database
      .transaction((): ChangesetResult => {
        const before = this.#appliedBefore(changeset, digest);
        if (before) return before;
        // Later than every version there is, even when the clock was set back.
        const now = Math.max(Date.now(), ((this.#statements.lastTime.get() as number | null) ?? 0) + 1);
        const conversation = resolveChangeset(parsed, { now, by: changeset.by, onProblem: changeset.onProblem ?? 'REFUSE_ALL' });
        let step = conversation.next({});
        while (!step.done) step = conversation.next(this.#fetcher.fetch(step.value));
        const resolution: Resolution = step.value;
        this.#apply(resolution, now, changeset.by);
        const { result } = resolution;
        if (changeset.key !== undefined && result.applied)
          this.#statements.remember.run(changeset.key, digest, now, changeset.by ?? null, JSON.stringify(result));
        return result;
      })
      .immediate();
  }

  #appliedBefore(changeset: Changeset, digest: string): ChangesetResult | undefined {
    if (changeset.key === undefined) return undefined;
    return repeatedResult(changeset, digest, this.#statements.applied.get(changeset.key) as AppliedChangeset | undefined);
  }

  #apply({ writes, texts }: Resolution, now: number, by: string | undefined): void {
    for (const [digest, text] of texts) this.#statements.addText.run(digest, text);
    const touched = nothingTouched();
    const numbers = writes.map((write) => this.#applyRow(write, now, by, touched));
    // Parts may refer to any record of the changeset: only when all rows are there.
    writes.forEach((write, index) => {
      const statusOnly = write.operation === 'RETRACTED' || write.operation === 'RESTORED';
      if (statusOnly) return;
      if (write.previous) this.#rows.deleteParts(write.record, numbers[index]!);
      this.#rows.insertParts(write, numbers[index]!);
    });
    this.#deriver.derive(touched);
  }

  #applyRow(write: RecordWrite, now: number, by: string | undefined, touched: Touched): number {
    const { record, previous } = write;
    const projected = { ...write, recordedAt: now, recordedBy: by };
    let num: number;
    if (previous) {
      num = this.#num(record, write.id);
      if (record === 'Citation') touched.claims.add(this.#num('Claim', previous.document['claim'] as string));
      this.#statements.closeVersion.run(now, record, num, previous.version);
      this.#rows.update(projected, num);
    } else num = this.#rows.insert(projected);
    this.#statements.addVersion.run(
      record,
      num,
      write.id,
      write.version,
      write.createdAt,
      now,
      by ?? null,
      write.operation,
      write.reason ?? null,
      write.retraction ? JSON.stringify(write.retraction) : null,
      JSON.stringify(write.document),
    );

    if (record === 'Citation') touched.citations.add(num);
    if (record === 'Claim') touched.claims.add(num);
    if (record === 'Source' && previous && previous.document['published'] !== write.document['published']) touched.sources.add(num);
    if (write.operation === 'CREATED') this.#statements.tally.run(1, 0, record);
    if (write.operation === 'RETRACTED') this.#statements.tally.run(-1, 1, record);
    if (write.operation === 'RESTORED') this.#statements.tally.run(1, -1, record);
    return num;
  }

  #num(record: RecordWrite['record'], id: string): number {
    let statement = this.#numOf.get(record);
    if (!statement)
      this.#numOf.set(record, (statement = this.database.prepare(`SELECT "num" FROM ${quoted(tableOf(record))} WHERE "id" = ?`).pluck()));
    return statement.get(id) as number;
  }
}
