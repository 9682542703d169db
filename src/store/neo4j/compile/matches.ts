/** Records with given words in their texts, as one expression: a list of rows; and how many there are. */
import { int } from 'neo4j-driver';
import { COUNTED_MAX, isEverything, type MatchRead, type WordCountRead } from '../../../plan/plan.js';
import { RETRACTED, wordsIndexOf } from '../names.js';
import { referenceProperty } from '../ordered-edges.js';
import { conditionCypher } from './condition.js';
import { luceneQuery, luceneTerm } from './lucene.js';
import { rowCypher } from './row.js';
import type { Statement } from './statement.js';

export function matchesCypher(statement: Statement, read: MatchRead): string {
  const { record, where, limit, selection, inTexts } = read;
  const alias = statement.variable();
  const query = statement.parameter(luceneQuery(read));
  const most = statement.parameter(int(limit));
  // The index gives them best first; of those it gives, few are retracted. Behind a filter all of them may be needed: they are looked at until there are enough.
  const options = isEverything(where) ? `, {limit: ${statement.parameter(int(limit + SPARE))}}` : '';
  const merged = selection.edges.some(({ edge }) => edge === 'mergedInto')
    ? ` OR ${alias}.${referenceProperty('mergedInto')} IS NOT NULL`
    : '';
  const conditions = [`(${alias}.${RETRACTED} = false${merged})`];
  if (!isEverything(where)) conditions.push(conditionCypher(statement, record, { alias, prefix: '' }, where));
  const text = statement.variable();
  const found = inTexts
    ? `CALL db.index.fulltext.queryNodes('${wordsIndexOf('SourceText')}', ${query}${options}) YIELD node AS ${text}, score MATCH (${alias}:${record}) USING INDEX ${alias}:${record}(digest) WHERE ${alias}.digest = ${text}.digest WITH ${alias}, score`
    : `CALL db.index.fulltext.queryNodes('${wordsIndexOf(record)}', ${query}${options}) YIELD node AS ${alias}, score`;
  return `COLLECT { ${found} WHERE ${conditions.join(' AND ')} WITH ${alias}, score LIMIT ${most} RETURN ${rowCypher(statement, selection, { alias, prefix: '' })} }`;
}

/** For retracted ones, which the index has too. */
const SPARE = 100;

/** All records of the kind, and those that have each word. */
export function wordCountsCypher(statement: Statement, { record, words, where }: WordCountRead): string {
  const query = statement.variable();
  const find = `CALL db.index.fulltext.queryNodes('${wordsIndexOf(record)}', ${query}) YIELD node`;
  const anywhere = `COUNT { ${find} }`;
  const alias = statement.variable();
  const meeting = isEverything(where)
    ? undefined
    : `COUNT { ${find} WITH node AS ${alias} WHERE ${conditionCypher(statement, record, { alias, prefix: '' }, where)} RETURN ${alias} }`;
  const count = meeting === undefined ? anywhere : `CASE WHEN ${anywhere} > ${COUNTED_MAX} THEN ${anywhere} ELSE ${meeting} END`;
  return `[COUNT { MATCH (:${record}) }, COLLECT { UNWIND ${statement.parameter(words.map(luceneTerm))} AS ${query} RETURN ${count} }]`;
}
