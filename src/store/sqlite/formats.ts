/** Brings a file of an earlier format to this one: what is kept beside the projected tables, which migrate.ts builds again. */
import type Database from 'better-sqlite3';
import { AUTHORS, baseSchema, CHANGESETS, MODEL, NEW_PSEUDONYM } from './schema.js';

/** The form of versions, changesets and authors; a file of a higher one is not touched. */
export const FORMAT = 2;

/** What a file of format 1 holds, to the letter. */
const FIRST_FORMAT = `
CREATE TABLE "version" (
  "position" INTEGER PRIMARY KEY AUTOINCREMENT, "record" TEXT NOT NULL, "num" INTEGER NOT NULL, "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL, "created_at" INTEGER NOT NULL, "recorded_at" INTEGER NOT NULL, "recorded_until" INTEGER,
  "recorded_by" TEXT, "operation" TEXT NOT NULL, "reason" TEXT, "retraction" TEXT, "document" TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX "version_of" ON "version"("record", "num", "version");
CREATE INDEX "version_by_time" ON "version"("recorded_at");
CREATE TABLE "changeset" (
  "key" TEXT PRIMARY KEY, "digest" TEXT NOT NULL, "applied_at" INTEGER NOT NULL, "by" TEXT, "result" TEXT NOT NULL) STRICT;
CREATE TABLE "source_text" ("digest" TEXT PRIMARY KEY, "text" TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE "model" ("version" INTEGER NOT NULL) STRICT;
`;

/** The tables beside the projections, as a file of this format has them. */
export const logSchemaOf = (format: number): string => (format === 1 ? FIRST_FORMAT : baseSchema());

/** Keys of changesets were the whole graph's in format 1: each is now its author's, as it was recorded. */
const CHANGESETS_OF: Readonly<Record<number, string>> = {
  1: 'SELECT ifnull("by", \'\'), "key", "digest", "applied_at", "result" FROM "changeset"',
  2: 'SELECT * FROM "changeset"',
};

/** Those of a file of this format, as rows of this one's table. */
export const changesetsOf = (database: Database.Database): string => CHANGESETS_OF[formatOf(database)]!;

/** Gives everybody in the log who has none a pseudonym. */
export const ADD_AUTHORS = `INSERT OR IGNORE INTO "author" SELECT "name", ${NEW_PSEUDONYM} FROM (
  SELECT "recorded_by" AS "name" FROM "version" WHERE "recorded_by" IS NOT NULL
  UNION SELECT "retraction" ->> 'by' FROM "version" WHERE "retraction" ->> 'by' IS NOT NULL)`;

/** From each format to the next one. */
const STEPS: Readonly<Record<number, string>> = {
  1: `ALTER TABLE "changeset" RENAME TO "changeset_before";
    ${CHANGESETS}
    INSERT INTO "changeset" ${CHANGESETS_OF[1]!.replace('"changeset"', '"changeset_before"')};
    DROP TABLE "changeset_before";
    ${AUTHORS}
    ${ADD_AUTHORS};
    ALTER TABLE "model" RENAME TO "model_before";
    ${MODEL}
    INSERT INTO "model" SELECT "version", '' FROM "model_before";
    DROP TABLE "model_before";`,
};

/** Within a transaction of the caller's. */
export function upgradeFormat(database: Database.Database): void {
  for (let format = formatOf(database); format < FORMAT; format++) database.exec(STEPS[format]!);
  database.pragma(`user_version = ${FORMAT}`);
}

export const formatOf = (database: Database.Database): number => database.pragma('user_version', { simple: true }) as number;
