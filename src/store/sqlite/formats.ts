/** Brings a file of an earlier format to this one: what is kept beside the projected tables, which migrate.ts builds again. */
import type Database from 'better-sqlite3';
import { AUTHORS, CHANGESETS, NEW_PSEUDONYM } from './schema.js';

/** The form of versions, changesets and authors; a file of a higher one is not touched. */
export const FORMAT = 2;

/** From each format to the next one. */
const STEPS: Readonly<Record<number, string>> = {
  // Keys were the whole graph's: each is now its author's, as it was recorded.
  1: `ALTER TABLE "changeset" RENAME TO "changeset_before";
    ${CHANGESETS}
    INSERT INTO "changeset" SELECT ifnull("by", ''), "key", "digest", "applied_at", "result" FROM "changeset_before";
    DROP TABLE "changeset_before";
    ${AUTHORS}
    INSERT INTO "author" SELECT "name", ${NEW_PSEUDONYM} FROM (
      SELECT "recorded_by" AS "name" FROM "version" WHERE "recorded_by" IS NOT NULL
      UNION SELECT "retraction" ->> 'by' FROM "version" WHERE "retraction" ->> 'by' IS NOT NULL);`,
};

/** One transaction; another process may have been first. */
export function upgradeFormat(database: Database.Database): void {
  if (formatOf(database) === FORMAT) return;
  database
    .transaction(() => {
      for (let format = formatOf(database); format < FORMAT; format++) database.exec(STEPS[format]!);
      database.pragma(`user_version = ${FORMAT}`);
    })
    .immediate();
}

export const formatOf = (database: Database.Database): number => database.pragma('user_version', { simple: true }) as number;
