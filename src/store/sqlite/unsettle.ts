/** Marks the claims whose corroboration a write may have changed; settle.ts works it out anew. */
import type Database from 'better-sqlite3';
import type { Dependents } from '../../model/changeset/dependents.js';
import { SETTLED, SINCE } from './names.js';
import { NOW } from './schema.js';

const numbers = (table: string, given: string): string =>
  `SELECT "num" FROM "${table}" WHERE "id" IN (SELECT "value" FROM json_each(${given}))`;

/** That a citation of one claim relays one of another: kept once seen, for it costs nothing to look once too often. */
const CARRIED = `
INSERT OR IGNORE INTO "carried"
SELECT r."claim", c."claim" FROM "citation" c CROSS JOIN "citation_relay_parts" p ON p."owner" = c."num" CROSS JOIN "citation" r ON r."num" = p."citation"
  WHERE c."num" IN (${numbers('citation', '@citations')}) AND r."claim" <> c."claim"
UNION SELECT c."claim", o."claim" FROM "citation" c CROSS JOIN "citation_relay_parts" p ON p."citation" = c."num" CROSS JOIN "citation" o ON o."num" = p."owner"
  WHERE c."num" IN (${numbers('citation', '@citations')}) AND o."claim" <> c."claim"`;

const ownedBy = (predicate: string, owner: string, owned: string): string =>
  `SELECT c."${owned}" FROM owned CROSS JOIN "claim" c ON c."${owner}" = owned.num
   WHERE c."${owned}" IS NOT NULL AND c."predicate" = (SELECT "num" FROM "predicate" WHERE "key" = '${predicate}')`;

/** A state that has held for a while stays as it was: the mark begins a new one. */
const MARK = `UPDATE "claim" SET "${SETTLED}" = 0, "${SINCE}" = ${NOW} WHERE ("${SETTLED}" = 1 OR "${SINCE}" < ${NOW})`;

const AFFECTED = `
WITH RECURSIVE
  owned(num) AS (${numbers('entity', '@owners')} UNION ${ownedBy('owns', 'subject', 'object')} UNION ${ownedBy('owned-by', 'object', 'subject')}),
  sources(num) AS (${numbers('source', '@sources')} UNION SELECT s."num" FROM owned CROSS JOIN "source" s ON s."publisher" = owned.num
    UNION SELECT d."owner" FROM sources CROSS JOIN "source_derivations" d ON d."source" = sources.num),
  affected(num) AS (${numbers('claim', '@claims')} UNION SELECT c."claim" FROM sources CROSS JOIN "citation" c ON c."source" = sources.num
    UNION SELECT k."to" FROM affected CROSS JOIN "carried" k ON k."from" = affected.num)
${MARK} AND "num" IN (SELECT num FROM affected)`;

export class Unsettler {
  readonly #carried: Database.Statement;
  readonly #affected: Database.Statement;
  readonly #everything: Database.Statement;

  constructor(database: Database.Database) {
    this.#carried = database.prepare(CARRIED);
    this.#affected = database.prepare(AFFECTED);
    this.#everything = database.prepare(MARK);
  }

  /** In the transaction that wrote, when all rows are there. */
  mark({ claims, citations, sources, owners, everything }: Dependents): void {
    if (citations.length > 0) this.#carried.run({ citations: JSON.stringify(citations) });
    if (everything) this.#everything.run();
    else if (claims.length + sources.length + owners.length > 0)
      this.#affected.run({ claims: JSON.stringify(claims), sources: JSON.stringify(sources), owners: JSON.stringify(owners) });
  }
}
