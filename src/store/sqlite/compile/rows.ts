/** What stands behind FROM: the rows of a table that are, or those that were. */
import { pastTableOf, quoted, SINCE, UNTIL } from '../names.js';
import type { Statement } from './statement.js';

export interface Found {
  readonly table: string;
  readonly alias: string;
}

/** The rows of a table under an alias that meet the conditions; `tail` orders and cuts them, by columns of the alias. */
export function rowsOf(statement: Statement, { table, alias }: Found, conditions: readonly string[], tail = ''): string {
  const { asOf } = statement;
  if (asOf === undefined) return `${quoted(table)} ${alias}${whereOf(conditions)}${tail}`;
  // Both halves are written out: within a view the planner would not enter either by an index of its own.
  const since = `${alias}."${SINCE}" <= ${asOf}`;
  const current = `SELECT ${alias}.*, NULL FROM ${quoted(table)} ${alias}${whereOf([since, ...conditions])}`;
  const past = `SELECT ${alias}.* FROM ${quoted(pastTableOf(table))} ${alias}${whereOf([since, `${alias}."${UNTIL}" > ${asOf}`, ...conditions])}`;
  // The LIMIT keeps the planner from moving what stands around into both halves, again and again.
  if (tail === '') return `(${current} UNION ALL ${past} LIMIT -1) ${alias}`;
  const cut = tail.includes('LIMIT') ? tail : `${tail} LIMIT -1`;
  return `(SELECT * FROM (SELECT * FROM (${current}${cut}) UNION ALL SELECT * FROM (${past}${cut})) ${alias}${cut}) ${alias}`;
}

const whereOf = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`);
