/** How many records have words, as one expression: the text of a JSON array of all records of the kind and the counts. */
import { COUNTED_MAX, isEverything, type WordCountRead } from '../../../plan/plan.js';
import { quoted, tableOf, wordsTableOf } from '../names.js';
import { conditionSql } from './condition.js';
import type { Statement } from './statement.js';
import { termsSql } from './terms.js';

export function wordCountsSql(statement: Statement, { record, words, where }: WordCountRead): string {
  const index = quoted(wordsTableOf(record));
  const all = `(SELECT "active" + "retracted" FROM "tally" WHERE "record" = '${record}')`;
  const terms = statement.alias();
  const anywhere = `(SELECT count(*) FROM ${index} WHERE ${index} MATCH "term")`;
  const counted = isEverything(where) ? anywhere : `iif("anywhere" > ${COUNTED_MAX}, "anywhere", ${meeting(statement, { record, where })})`;
  const from = isEverything(where) ? terms : `(SELECT *, ${anywhere} AS "anywhere" FROM ${terms})`;
  return `(WITH ${terms} AS MATERIALIZED (${termsSql(statement, { record, words })}) SELECT json_array(${all}, json((SELECT json_group_array("count") FROM (SELECT ${counted} AS "count" FROM ${from} ORDER BY "place")))))`;
}

function meeting(statement: Statement, { record, where }: Pick<WordCountRead, 'record' | 'where'>): string {
  const index = quoted(wordsTableOf(record));
  const place = { table: tableOf(record), alias: statement.alias(), prefix: '' };
  const condition = conditionSql(statement, record, place, where, 'checking');
  return `(SELECT count(*) FROM ${index} x CROSS JOIN ${quoted(place.table)} ${place.alias} ON ${place.alias}."num" = x.rowid WHERE x.${index} MATCH "term" AND ${condition})`;
}
