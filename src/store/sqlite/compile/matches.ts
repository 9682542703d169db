/** Records with given words in their texts, as one expression: the text of a JSON array of rows. */
import type { MatchRead, WantedWord } from '../../../plan/plan.js';
import { isEverything } from '../../../plan/plan.js';
import { columnOf, quoted, RETRACTED, tableOf, vocabularyOf, wordsTableOf } from '../names.js';
import { conditionSql } from './condition.js';
import { rowSql } from './row.js';
import type { Statement } from './statement.js';

export function matchesSql(statement: Statement, { record, words, match, where, limit, selection }: MatchRead): string {
  const place = { table: tableOf(record), alias: statement.alias(), prefix: '' };
  const { alias } = place;
  const index = quoted(wordsTableOf(record));
  const wanted = words.map((word) => wantedSql(statement, record, word)).join(match === 'EVERY' ? ` || ' AND ' || ` : ` || ' OR ' || `);
  const standing = `(${alias}.${quoted(RETRACTED)} = 0${selection.edges.some(({ edge }) => edge === 'mergedInto') ? ` OR ${alias}.${quoted(columnOf('', 'mergedInto'))} IS NOT NULL` : ''})`;
  const conditions = [`${alias}."num" = w.rowid`, standing];
  if (!isEverything(where)) conditions.push(conditionSql(statement, record, place, where, 'checking'));
  const found = `SELECT rowid FROM ${index} WHERE ${index} MATCH (${wanted}) ORDER BY rank`;
  const rows = `SELECT ${rowSql(statement, selection, place)} AS "item" FROM (${found}) w CROSS JOIN ${quoted(place.table)} ${alias} WHERE ${conditions.join(' AND ')} LIMIT ${statement.parameter(limit)}`;
  return `(SELECT '[' || coalesce(group_concat("item", ','), '') || ']' FROM (${rows}))`;
}

/** An expression that gives one term of the full-text query. The words are letters and digits: no syntax. */
function wantedSql(statement: Statement, record: MatchRead['record'], { word, prefix, typos }: WantedWord): string {
  const own = statement.parameter(`"${word}"${prefix ? ' *' : ''}`);
  if (typos === 0) return own;
  const [first] = [...word];
  const next = String.fromCodePoint(first!.codePointAt(0)! + 1);
  const typed = statement.parameter(word);
  const near = `SELECT group_concat('"' || "term" || '"', ' OR ') FROM ${quoted(vocabularyOf(record))} WHERE "term" >= ${statement.parameter(first!)} AND "term" < ${statement.parameter(next)} AND abs(length("term") - length(${typed})) <= ${statement.parameter(typos)} AND typos(${typed}, "term", ${statement.parameter(typos)})`;
  return `'(' || ${own} || coalesce(' OR ' || (${near}), '') || ')'`;
}
