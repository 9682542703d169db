/** Builds the projected tables again from the log of versions: how a file of an older model is opened. */
import type Database from 'better-sqlite3';
import type { RecordWrite, StoredRecord } from '../../model/changeset/changeset.js';
import { projected } from '../../model/changeset/projections.js';
import { Fetcher } from './fetch.js';
import { Projector } from './project.js';
import { answered } from './answered.js';
import { dropProjections, projectionSchema } from './schema.js';
import { storedRecord, type VersionRow } from './versions.js';

/** One transaction: afterwards the file is wholly of the new model, or untouched, as when `verify` throws at its end. */
export function migrate(database: Database.Database, modelVersion: number, verify: () => void): void {
  database
    .transaction(() => {
      database.exec(dropProjections());
      database.exec(projectionSchema());
      projectAll(database);
      database.prepare('UPDATE "model" SET "version" = ?').run(modelVersion);
      verify();
    })
    .immediate();
}

/** Fills the empty projected tables, transaction by transaction, as they were written: so the past is there as well. */
export function projectAll(database: Database.Database, heard: ProjectionListener = {}): void {
  const projector = new Projector(database);
  const before = database.prepare('SELECT * FROM "version" WHERE "record" = ? AND "num" = ? AND "version" = ?');
  const previousOf = (row: VersionRow): StoredRecord | undefined =>
    row.version === 1 ? undefined : storedRecord(before.get(row.record, row.num, row.version - 1) as VersionRow);
  const fetcher = new Fetcher(database);
  for (const rows of transactions(database)) {
    heard.before?.(rows);
    const writes = rows.map((row): RecordWrite => ({ ...storedRecord(row), operation: row.operation, previous: previousOf(row) }));
    const { projections, dependents } = answered(projected(writes), (wanted) => fetcher.fetch(wanted));
    const recorded = { at: rows[0]!.recorded_at, by: rows[0]!.recorded_by ?? undefined, numbers: rows.map(({ num }) => num) };
    projector.project(projections, dependents, recorded);
    heard.after?.(rows);
  }
}

/** Hears of each transaction before and after its rows are projected. */
export interface ProjectionListener {
  readonly before?: (rows: readonly VersionRow[]) => void;
  readonly after?: (rows: readonly VersionRow[]) => void;
}

const ROWS_AT_ONCE = 1_000;

/** The log's rows, those of one transaction together: each is recorded at a moment of its own. */
function* transactions(database: Database.Database): Generator<readonly VersionRow[]> {
  const page = database.prepare('SELECT * FROM "version" WHERE "position" > ? ORDER BY "position" LIMIT ?');
  let written: VersionRow[] = [];
  for (let last = 0; ;) {
    const rows = page.all(last, ROWS_AT_ONCE) as VersionRow[];
    for (const row of rows) {
      if (written.length > 0 && written[0]!.recorded_at !== row.recorded_at) {
        yield written;
        written = [];
      }
      written.push(row);
    }
    if (rows.length < ROWS_AT_ONCE) break;
    last = rows.at(-1)!.position;
  }
  if (written.length > 0) yield written;
}
