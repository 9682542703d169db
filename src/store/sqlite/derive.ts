/**
 * Fields of a record that follow from other records: a citation's effective date, a claim's first and
 * last date and number of citations. Kept when written, for whatever the write could have changed.
 */
import type Database from 'better-sqlite3';
import { COPIED, NO_DATE, RETRACTED } from './names.js';

/** Citations whose own date or whose source's date may be another now. */
const CITATION_DATES = `
UPDATE "citation" SET ("effective_date", "effective_date_lower", "effective_date_upper") = (
  SELECT iif("citation"."said_at" IS NOT NULL, "citation"."said_at", s."published"),
         iif("citation"."said_at" IS NOT NULL, "citation"."said_at_lower", s."published_lower"),
         iif("citation"."said_at" IS NOT NULL, "citation"."said_at_upper", s."published_upper")
  FROM "source" s WHERE s."num" = "citation"."source")`;

const inForce = `c."claim" = "claim"."num" AND c."${RETRACTED}" = 0`;
const dated = `SELECT c."effective_date", c."effective_date_lower", c."effective_date_upper" FROM "citation" c WHERE ${inForce} AND c."effective_date_lower" > ${NO_DATE}`;
const CLAIM_DATES = `
UPDATE "claim" SET
  "citation_count" = (SELECT count(*) FROM "citation" c WHERE ${inForce}),
  ("first_said", "first_said_lower", "first_said_upper") = (
    SELECT * FROM (${dated} ORDER BY c."effective_date_lower" ASC, c."id" ASC LIMIT 1) UNION ALL SELECT NULL, ${NO_DATE}, ${NO_DATE} LIMIT 1),
  ("last_said", "last_said_lower", "last_said_upper") = (
    SELECT * FROM (${dated} ORDER BY c."effective_date_lower" DESC, c."id" DESC LIMIT 1) UNION ALL SELECT NULL, ${NO_DATE}, ${NO_DATE} LIMIT 1)`;

const PARTICIPANT_COPIES = `
UPDATE "claim_participants" SET ("${COPIED.sort}", "${COPIED.retracted}") = (
  SELECT c."first_said_lower", c."${RETRACTED}" FROM "claim" c WHERE c."num" = "claim_participants"."owner")`;

/** What a transaction wrote that derived fields depend on, by row number. */
export interface Touched {
  /** Citations written. */
  readonly citations: Set<number>;
  /** Claims written, and claims that a written citation has left. */
  readonly claims: Set<number>;
  /** Sources whose date changed. */
  readonly sources: Set<number>;
}

export const nothingTouched = (): Touched => ({ citations: new Set(), claims: new Set(), sources: new Set() });

export class Deriver {
  readonly #citations: Database.Statement;
  readonly #citationsOfSources: Database.Statement;
  readonly #claimsOf: Database.Statement;
  readonly #claims: Database.Statement;
  readonly #participants: Database.Statement;

  constructor(database: Database.Database) {
    const given = 'IN (SELECT "value" FROM json_each(?))';
    this.#citations = database.prepare(`${CITATION_DATES} WHERE "num" ${given}`);
    this.#citationsOfSources = database.prepare(`SELECT "num" FROM "citation" WHERE "source" ${given}`).pluck();
    this.#claimsOf = database.prepare(`SELECT DISTINCT "claim" FROM "citation" WHERE "num" ${given}`).pluck();
    this.#claims = database.prepare(`${CLAIM_DATES} WHERE "num" ${given}`);
    this.#participants = database.prepare(`${PARTICIPANT_COPIES} WHERE "owner" ${given}`);
  }

  derive({ citations, claims, sources }: Touched): void {
    if (sources.size > 0) for (const num of this.#citationsOfSources.all(list(sources)) as number[]) citations.add(num);
    if (citations.size > 0) {
      this.#citations.run(list(citations));
      for (const num of this.#claimsOf.all(list(citations)) as number[]) claims.add(num);
    }
    if (claims.size === 0) return;
    this.#claims.run(list(claims));
    this.#participants.run(list(claims));
  }
}

const list = (numbers: ReadonlySet<number>): string => JSON.stringify([...numbers]);

/** Everything anew, and the counts of records. */
export function rederiveAll(database: Database.Database): void {
  database.exec(`${CITATION_DATES}; ${CLAIM_DATES}; ${PARTICIPANT_COPIES};`);
  recount(database);
}

/** The counts of records, from the versions. */
export function recount(database: Database.Database): void {
  const records = database.prepare('SELECT "record" FROM "tally"').pluck().all() as string[];
  for (const record of records) {
    database
      .prepare(
        `UPDATE "tally" SET ("active", "retracted") = (
           SELECT count(*) FILTER (WHERE "retraction" IS NULL), count("retraction") FROM "version"
           WHERE "record" = ?1 AND "recorded_until" IS NULL) WHERE "record" = ?1`.replaceAll('?1', '@record'),
      )
      .run({ record });
  }
}
