/** Records with given words in their texts, as one expression: a list of rows. */
import { int } from 'neo4j-driver';
import { fullTextQuery } from '../../full-text-query.js';
import { isEverything, type MatchRead, type WantedWord } from '../../../plan/plan.js';
import { RETRACTED, wordsIndexOf } from '../names.js';
import { referenceProperty } from '../ordered-edges.js';
import { conditionCypher } from './condition.js';
import { rowCypher } from './row.js';
import type { Statement } from './statement.js';

export function matchesCypher(statement: Statement, { record, words, match, where, limit, selection, inTexts }: MatchRead): string {
  const alias = statement.variable();
  const query = statement.parameter(fullTextQuery(words.map(luceneTerm), match));
  const most = statement.parameter(int(limit));
  // The index gives them best first; of those it gives, few are retracted. Behind a filter all of them are needed.
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
  return `COLLECT { ${found} WHERE ${conditions.join(' AND ')} WITH ${alias}, score ORDER BY score DESC LIMIT ${most} RETURN ${rowCypher(statement, selection, { alias, prefix: '' })} }`;
}

/** For retracted ones, which the index has too. */
const SPARE = 100;

/** The words are letters and digits in lower case: no syntax of Lucene's. */
function luceneTerm({ word, prefix, typos }: WantedWord): string {
  const terms = [word, ...(prefix ? [`${word}*`] : []), ...(typos > 0 ? [`${word}~${typos}`] : [])];
  return terms.length === 1 ? word : `(${terms.join(' OR ')})`;
}
