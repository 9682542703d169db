/** What stands behind FROM: the rows of a table that are, or those that were. */
import { quoted, SINCE, statesOf, UNTIL } from '../names.js';
import type { Statement } from './statement.js';

export interface Found {
  readonly table: string;
  readonly alias: string;
}

/** The rows of a table under an alias that meet the conditions; `tail` orders and cuts them, by columns of the alias. */
export function rowsOf(statement: Statement, { table, alias }: Found, conditions: readonly string[], tail = ''): string {
  const { asOf } = statement;
  if (asOf === undefined) return `${quoted(table)} ${alias}${whereOf(conditions)}${tail}`;
  const held = [`${alias}."${SINCE}" <= ${asOf}`, `${alias}."${UNTIL}" > ${asOf}`, ...conditions];
  // The LIMIT keeps SQLite from moving what stands around into both halves of the view, again and again.
  const limited = tail.includes('LIMIT') ? tail : `${tail} LIMIT -1`;
  return `(SELECT * FROM ${quoted(statesOf(table))} ${alias}${whereOf(held)}${limited}) ${alias}`;
}

const whereOf = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`);
