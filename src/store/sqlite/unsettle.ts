/** Marks the claims whose corroboration a write may have changed; settle.ts works it out anew. */
import type Database from 'better-sqlite3';
import type { Dependents } from '../../model/changeset/dependents.js';
import type { RecordName } from '../../model/definition.js';
import { PEER_LISTS } from '../../model/peers.js';
import { KNOWN_THROUGH } from '../filled-later.js';
import { columnOf, partsTableOf, pastTableOf, quoted, SETTLED, SINCE } from './names.js';
import { NOW } from './schema.js';
import type { Withheld } from './withhold.js';

const LISTS = Object.values(KNOWN_THROUGH).map((list) => partsTableOf('Claim', list));

const numbers = (table: string, given: string): string =>
  `SELECT "num" FROM "${table}" WHERE "id" IN (SELECT "value" FROM json_each(${given}))`;

const ownedBy = (predicate: string, owner: string, owned: string): string =>
  `SELECT c."${owned}" FROM owned CROSS JOIN "claim" c ON c."${owner}" = owned.num
   WHERE c."${owned}" IS NOT NULL AND c."predicate" = (SELECT "num" FROM "predicate" WHERE "key" = '${predicate}')`;

/** A state that has held for a while stays as it was: the mark begins a new one. */
const MARK = `UPDATE "claim" SET "${SETTLED}" = 0, "${SINCE}" = ${NOW} WHERE ("${SETTLED}" = 1 OR "${SINCE}" < ${NOW})`;
/** What was worked out of a state goes with it: triggers keep it as what was. */
const END = LISTS.map((list) => `DELETE FROM "${list}"`);

/** Of each list by which a record says what it was got from, or is suspected to have been: its table, and the column that leads there. */
const along = (record: RecordName) => (term: (list: { readonly table: string; readonly column: string }) => string) =>
  PEER_LISTS.filter((each) => each.record === record)
    .map(({ list, reference }) => term({ table: quoted(partsTableOf(record, list)), column: quoted(columnOf('', reference)) }))
    .join(' ');
const relays = along('Citation');
const copies = along('Source');

/**
 * Claims in sources, from where something was written up to what goes back to it: what relays a citation,
 * and what copies of its source say of its claim, with or without a citation in between; suspected ones, too.
 */
const affected = (owned: string, sources: string, places: string): string => `
WITH RECURSIVE
  owned(num) AS (${owned} UNION ${ownedBy('owns', 'subject', 'object')} UNION ${ownedBy('owned-by', 'object', 'subject')}),
  sources(num) AS (${sources} UNION SELECT s."num" FROM owned CROSS JOIN "source" s ON s."publisher" = owned.num
    ${copies(({ table, column }) => `UNION SELECT d."owner" FROM sources CROSS JOIN ${table} d ON d.${column} = sources.num`)}),
  places(citation, source, claim) AS (
    ${places}
    UNION SELECT c."num", c."source", c."claim" FROM sources CROSS JOIN "citation" c ON c."source" = sources.num
    ${relays(
      ({ table, column }) => `UNION SELECT o."num", o."source", o."claim" FROM places CROSS JOIN ${table} p ON p.${column} = places.citation
      CROSS JOIN "citation" o ON o."num" = p."owner"`,
    )}
    ${copies(({ table, column }) => `UNION SELECT NULL, d."owner", places.claim FROM places CROSS JOIN ${table} d ON d.${column} = places.source`)}
    UNION SELECT c."num", c."source", c."claim" FROM places CROSS JOIN "citation" c ON c."source" = places.source
      WHERE places.citation IS NULL AND c."claim" = places.claim)`;

const CLAIMS = 'SELECT DISTINCT claim FROM places WHERE claim IS NOT NULL';
const AFFECTED = `${affected(
  numbers('entity', '@owned'),
  numbers('source', '@sources'),
  `SELECT c."num", s."num", k."num" FROM json_each(@places) j CROSS JOIN "citation" c ON c."id" = j."value" ->> 'citation'
      CROSS JOIN "source" s ON s."id" = j."value" ->> 'source' CROSS JOIN "claim" k ON k."id" = j."value" ->> 'claim'`,
)} ${CLAIMS}`;

const given = (name: string): string => `(SELECT "value" FROM json_each(@${name}))`;
const ownedIn = (predicate: string, owned: string): string =>
  `SELECT "${owned}" FROM "claim" WHERE "num" IN ${given('claims')} AND "${owned}" IS NOT NULL AND "predicate" = (SELECT "num" FROM "predicate" WHERE "key" = '${predicate}')`;

/** The same by row number, of records that are withheld now, or not any more: each one's part in the corroboration is for some, not for others. */
const AFFECTED_BY_WITHHOLDING = affected(
  `${ownedIn('owns', 'object')} UNION ${ownedIn('owned-by', 'subject')}`,
  'SELECT "value" FROM json_each(@sources)',
  `SELECT c."num", c."source", c."claim" FROM "citation" c WHERE c."num" IN ${given('citations')}`,
);
const AFFECTED_BY_NUMBER = `${AFFECTED_BY_WITHHOLDING} ${CLAIMS}`;
const THOSE = `"num" IN (SELECT "value" FROM json_each(@claims))`;
/** Claims that these citations, or citations in these sources, carried once. */
const CARRIED = `SELECT DISTINCT "claim" FROM "${pastTableOf('citation')}" WHERE "num" IN ${given('citations')} OR "source" IN ${given('sources')}`;
/** What is withheld now is so of the past, too. */
const MARK_THEN = `UPDATE "${pastTableOf('claim')}" SET "${SETTLED}" = 0 WHERE "${SETTLED}" = 1 AND ${THOSE}`;
const OF_THOSE = `"owner" IN (SELECT "value" FROM json_each(@claims))`;
const STATE_SINCE = (list: string): string => `(SELECT k."${SINCE}" FROM "claim" k WHERE k."num" = "${list}"."owner")`;
/** What has held for longer than the present state of its claim holds from there on: what was is worked out anew. */
const END_THEN = LISTS.flatMap((list) => [
  `UPDATE "${list}" SET "${SINCE}" = ${STATE_SINCE(list)} WHERE ${OF_THOSE} AND "${SINCE}" < ${STATE_SINCE(list)}`,
  `DELETE FROM "${pastTableOf(list)}" WHERE ${OF_THOSE}`,
]);

export class Unsettler {
  readonly #statements: Record<'affected' | 'affectedByNumber' | 'carried', Database.Statement>;
  readonly #marks: Record<'everything' | 'those' | 'past', readonly Database.Statement[]>;

  constructor(database: Database.Database) {
    const found = (sql: string) => database.prepare(sql).pluck();
    this.#statements = { affected: found(AFFECTED), affectedByNumber: found(AFFECTED_BY_NUMBER), carried: found(CARRIED) };
    const prepared = (statements: readonly string[]) => statements.map((sql) => database.prepare(sql));
    this.#marks = {
      everything: prepared([MARK, ...END]),
      those: prepared([`${MARK} AND ${THOSE}`, ...END.map((sql) => `${sql} WHERE ${OF_THOSE}`)]),
      past: prepared([MARK_THEN, ...END_THEN]),
    };
  }

  /** In the transaction that wrote, when all rows are there. */
  mark({ places, sources, owned, everything }: Dependents, withheld: Withheld | undefined): void {
    if (withheld) this.#markWithheld(withheld);
    if (everything) for (const mark of this.#marks.everything) mark.run();
    else if (places.length + sources.length + owned.length > 0) {
      const given = { places: JSON.stringify(places), sources: JSON.stringify(sources), owned: JSON.stringify(owned) };
      this.#mark(this.#marks.those, this.#statements.affected.all(given) as number[]);
    }
  }

  #markWithheld({ changed, hidden }: Withheld): void {
    const isAny = (seeds: Withheld['changed']) => Object.values(seeds).some((numbers) => numbers.length > 0);
    if (isAny(changed)) this.#mark(this.#marks.those, this.#byNumber(changed));
    if (!isAny(hidden)) return;
    const { Citation = [], Source = [] } = hidden;
    const carried = this.#statements.carried.all({ citations: JSON.stringify(Citation), sources: JSON.stringify(Source) }) as number[];
    this.#mark(this.#marks.past, [...this.#byNumber(hidden), ...carried]);
  }

  #byNumber({ Citation = [], Source = [], Claim = [] }: Withheld['changed']): number[] {
    const given = { citations: JSON.stringify(Citation), sources: JSON.stringify(Source), claims: JSON.stringify(Claim) };
    return [...Claim, ...(this.#statements.affectedByNumber.all(given) as number[])];
  }

  /** These, and what follows from them: what holds up who owns whom bears on all that the owned published. */
  #mark(marks: readonly Database.Statement[], claims: readonly number[]): void {
    const all = new Set(claims);
    for (let edge = [...all]; edge.length > 0;) {
      edge = this.#byNumber({ Claim: edge }).filter((claim) => !all.has(claim));
      for (const claim of edge) all.add(claim);
    }
    if (all.size > 0) for (const mark of marks) mark.run({ claims: JSON.stringify([...all]) });
  }
}
