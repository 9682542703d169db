/** Builds the projected tables again from the log of versions: how a file of another model is opened. */
import type Database from 'better-sqlite3';
import type { RecordWrite, StoredRecord } from '../../model/changeset/changeset.js';
import { projected } from '../../model/changeset/projections.js';
import { Fetcher } from './fetch.js';
import { Projector } from './project.js';
import { answered } from './answered.js';
import { ShownVersions } from './shown-versions.js';
import { FORMAT, formatOf, upgradeFormat } from './formats.js';
import { dropProjections, projectionSchema } from './schema.js';
import { storedRecord, type VersionRow } from './versions.js';
import { TextWordWriter } from './words.js';

export interface Model {
  readonly version: number;
  readonly fingerprint: string;
}

/**
 * Does nothing where the file is of this model. One transaction: afterwards it is wholly of this model, or untouched, as
 * when `verify` throws at its end.
 */
export function migrate(database: Database.Database, model: Model, verify: () => void): void {
  if (isOf(database, model)) return;
  database
    .transaction(() => {
      // Another process may have been first.
      if (isOf(database, model)) return;
      upgradeFormat(database);
      database.exec(dropProjections());
      database.exec(projectionSchema());
      projectAll(database);
      database.prepare('UPDATE "model" SET "version" = @version, "fingerprint" = @fingerprint').run(model);
      verify();
    })
    .immediate();
}

/** Whether the file was projected under this model. */
export const isOf = (database: Database.Database, { version, fingerprint }: Model): boolean =>
  formatOf(database) === FORMAT &&
  database.prepare('SELECT 1 FROM "model" WHERE "version" = ? AND "fingerprint" = ?').get(version, fingerprint) !== undefined;

/** Fills the empty projected tables, transaction by transaction, as they were written: so the past is there as well. */
export function projectAll(database: Database.Database, heard: ProjectionListener = {}): void {
  new TextWordWriter(database).writeAll();
  const projector = new Projector(database);
  const before = database.prepare('SELECT * FROM "version" WHERE "record" = ? AND "num" = ? AND "version" = ?');
  const previousOf = (row: VersionRow): StoredRecord | undefined =>
    row.version === 1 ? undefined : storedRecord(before.get(row.record, row.num, row.version - 1) as VersionRow);
  const fetcher = new Fetcher(database);
  const shown = new ShownVersions(database);
  for (const rows of transactions(database)) {
    heard.before?.(rows);
    const writes = rows.map((row): RecordWrite => ({ ...storedRecord(row), operation: row.operation, previous: previousOf(row) }));
    const { projections, dependents } = answered(projected(writes), (wanted) => fetcher.fetch(wanted));
    const recorded = { at: rows[0]!.recorded_at, by: rows[0]!.recorded_by ?? undefined, numbers: rows.map(({ num }) => num) };
    projector.project(projections, dependents, recorded);
    for (const { record, num, position } of rows) shown.add(record, num, position);
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
