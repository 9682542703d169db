/** A file as the first format had it: keys of changesets of the whole graph, no authors, no fingerprint. */
import type Database from 'better-sqlite3';
import { logSchemaOf } from '../../src/store/sqlite/formats.js';

/** To the letter, for files are compared so. */
const CHANGED = logSchemaOf(1)
  .split(';')
  .filter((statement) => /TABLE "(changeset|model)"/.test(statement))
  .join(';');

export function makeFirstFormat(database: Database.Database): void {
  database.exec(`
    CREATE TEMP TABLE kept AS SELECT "key", "digest", "applied_at", nullif("by", '') AS "by", "result" FROM "changeset";
    DROP TABLE "changeset"; DROP TABLE "author"; DROP TABLE "model"; DROP TABLE "shown_version"; DROP TABLE "import_progress";
    ${CHANGED};
    INSERT INTO "changeset" SELECT * FROM kept; DROP TABLE kept; INSERT INTO "model" VALUES (4);
    PRAGMA user_version = 1`);
}
