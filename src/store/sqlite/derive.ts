/**
 * Fields of a record that follow from other records: a citation's effective date, a claim's first and
 * last date and number of citations. Kept when written, for whatever the write could have changed.
 */
import type Database from 'better-sqlite3';
import { withheldStates } from './fetch.js';
import { COPIED, DATE_PARTS, NO_DATE, quoted, RETRACTED, SINCE, statesOf, UNTIL } from './names.js';
import { NOW } from './schema.js';

const GIVEN = 'IN (SELECT "value" FROM json_each(?))';

/** Sets what is worked out anew where it differs: a row that stays as it is has no past. */
const update = (table: string, key: string, columns: readonly string[], worked: string): string => `
UPDATE "${table}" SET "${SINCE}" = ${NOW}, ${columns.map((column) => `"${column}" = w."${column}"`).join(', ')}
  FROM (${worked}) w
  WHERE w."key" = "${table}"."${key}" AND (${columns.map((column) => `"${table}"."${column}" IS NOT w."${column}"`).join(' OR ')})`;

export const dateColumns = (column: string) => [column, ...DATE_PARTS.map(({ suffix }) => column + suffix)];

/** Citations whose own date or whose source's date may be another now. */
const CITATION_DATES = update(
  'citation',
  'num',
  dateColumns('effective_date'),
  `SELECT c."num" AS "key", ${['', ...DATE_PARTS.map((part) => part.suffix)]
    .map((suffix) => `iif(c."said_at" IS NOT NULL, c."said_at${suffix}", s."published${suffix}") AS "effective_date${suffix}"`)
    .join(', ')}
   FROM "citation" c CROSS JOIN "source" s ON s."num" = c."source" WHERE c."num" ${GIVEN}`,
);

const inForce = `c."claim" = k."num" AND c."${RETRACTED}" = 0`;
/** The number of the claim's first or last citation in force that has a date. */
const dated = (direction: 'ASC' | 'DESC', column: string, from: string, among: string): string =>
  `(SELECT c."${column}" FROM ${from} c WHERE ${among} AND c."effective_date_lower" > ${NO_DATE} ORDER BY c."effective_date_lower" ${direction}, c."id" ${direction} LIMIT 1)`;
const saidAt = (alias: string, column: string): string =>
  [
    `${alias}."effective_date" AS "${column}"`,
    ...DATE_PARTS.map(({ suffix, absent }) => `ifnull(${alias}."effective_date${suffix}", ${absent}) AS "${column}${suffix}"`),
  ].join(', ');
const counted = (from: string, among: string): string => `(SELECT count(*) FROM ${from} c WHERE ${among}) AS "citation_count"`;
const CLAIM_DATES = update(
  'claim',
  'num',
  ['citation_count', ...dateColumns('first_said'), ...dateColumns('last_said')],
  `SELECT k."num" AS "key", ${counted('"citation"', inForce)}, ${saidAt('f', 'first_said')}, ${saidAt('l', 'last_said')}
   FROM "claim" k LEFT JOIN "citation" f ON f."num" = ${dated('ASC', 'num', '"citation"', inForce)} LEFT JOIN "citation" l ON l."num" = ${dated('DESC', 'num', '"citation"', inForce)} WHERE k."num" ${GIVEN}`,
);

/** The same for readers, of claims `k`; `then`: as of the moment @asOf. */
export function saidOf(claims: string, then: boolean): string {
  const from = then ? quoted(statesOf('citation')) : '"citation"';
  const held = then ? ` AND c."${SINCE}" <= @asOf AND c."${UNTIL}" > @asOf` : '';
  const shown = `${inForce}${held} AND NOT EXISTS (${withheldStates('Citation', 'c."num"', then ? 0 : undefined)})`;
  const columns = (column: string, direction: 'ASC' | 'DESC') => {
    const value = (suffix: string) => dated(direction, `effective_date${suffix}`, from, shown);
    return [
      `${value('')} AS "${column}"`,
      ...DATE_PARTS.map(({ suffix, absent }) => `ifnull(${value(suffix)}, ${absent}) AS "${column}${suffix}"`),
    ];
  };
  return `SELECT ${[counted(from, shown), ...columns('first_said', 'ASC'), ...columns('last_said', 'DESC')].join(', ')} FROM ${claims}`;
}

const copied = `SELECT k."first_said_lower", k."first_said_upper", k."first_said_doubtful", k."${RETRACTED}" FROM "claim" k WHERE k."num" = "claim_participants"."owner"`;
const COPIES = `"${COPIED.sort}", "${COPIED.sortUpper}", "${COPIED.sortDoubtful}", "${COPIED.retracted}"`;
const PARTICIPANT_COPIES = `
UPDATE "claim_participants" SET "${SINCE}" = ${NOW}, (${COPIES}) = (${copied})
  WHERE "owner" ${GIVEN} AND (${COPIES}) IS NOT (${copied})`;

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
    this.#citations = database.prepare(CITATION_DATES);
    this.#citationsOfSources = database.prepare(`SELECT "num" FROM "citation" WHERE "source" ${GIVEN}`).pluck();
    this.#claimsOf = database.prepare(`SELECT DISTINCT "claim" FROM "citation" WHERE "num" ${GIVEN}`).pluck();
    this.#claims = database.prepare(CLAIM_DATES);
    this.#participants = database.prepare(PARTICIPANT_COPIES);
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
