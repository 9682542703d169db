/** Builds the projected tables again from the versions' documents: how a file of an older model is opened. */
import type Database from 'better-sqlite3';
import type { RecordName } from '../../model/definition.js';
import { RECORD_NAMES } from '../../model/graph.js';
import { rederiveAll } from './derive.js';
import { RowWriter } from './rows.js';
import { dropProjections, projectionSchema } from './schema.js';
import { storedRecord, type VersionRow } from './versions.js';

/** One transaction: afterwards the file is wholly of the new model, or untouched. */
export function migrate(database: Database.Database, modelVersion: number): void {
  database
    .transaction(() => {
      database.exec(dropProjections());
      database.exec(projectionSchema());
      projectAll(database);
      database.prepare('UPDATE "model" SET "version" = ?').run(modelVersion);
    })
    .immediate();
}

function projectAll(database: Database.Database): void {
  const rows = new RowWriter(database);
  for (const record of RECORD_NAMES) {
    eachCurrent(database, record, (row) =>
      rows.insert({ ...storedRecord(row), recordedAt: row.recorded_at, recordedBy: row.recorded_by ?? undefined }, row.num),
    );
  }
  // Parts refer to records of their own kind: only when all are there.
  for (const record of RECORD_NAMES) eachCurrent(database, record, (row) => rows.insertParts(storedRecord(row), row.num));
  rederiveAll(database);
}

const ROWS_AT_ONCE = 1_000;

function eachCurrent(database: Database.Database, record: RecordName, visit: (row: VersionRow) => void): void {
  const page = database.prepare(
    'SELECT * FROM "version" WHERE "record" = ? AND "recorded_until" IS NULL AND "num" > ? ORDER BY "num" LIMIT ?',
  );
  for (let last = 0; ;) {
    const rows = page.all(record, last, ROWS_AT_ONCE) as VersionRow[];
    rows.forEach(visit);
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)!.num;
  }
}
