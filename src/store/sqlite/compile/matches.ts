/** Records with given words in their texts, as one expression: the text of a JSON array of rows. */
import { nearMembers } from '../../../model/searched.js';
import { edgesOf } from '../../../model/graph.js';
import { isEverything, type Condition, type MatchRead, type WantedWord } from '../../../plan/plan.js';
import { fullTextQuery } from '../../full-text-query.js';
import { columnOf, quoted, RETRACTED, tableOf, TEXT_NUMBERS, TEXT_WORDS, vocabularyOf, wordsTableOf } from '../names.js';
import { conditionSql } from './condition.js';
import { rowSql } from './row.js';
import type { Statement } from './statement.js';

/** A word that more records have than this tells too little of them to be looked up in each, and costs too much. */
const TELLING = 5_000;
/** Of one member's texts that begin with what was typed. */
const BEGINNING = 50;
/** A full-text query that nothing meets. */
const NOTHING = `'""'`;

/** What begins with what was typed comes first, then what has the rarest of the words, then anything that meets the query. */
export function matchesSql(statement: Statement, read: MatchRead): string {
  const { record, where, limit, selection, inTexts = false } = read;
  const place = { table: tableOf(record), alias: statement.alias(), prefix: '' };
  const { alias } = place;
  const index = quoted(inTexts ? TEXT_WORDS : wordsTableOf(record));
  const isMerged = selection.edges.some(({ edge }) => edge === 'mergedInto')
    ? ` OR ${alias}.${quoted(columnOf('', 'mergedInto'))} IS NOT NULL`
    : '';
  const conditions = [`${alias}."num" = w."num"`, `(${alias}.${quoted(RETRACTED)} = 0${isMerged})`];
  if (!isEverything(where)) conditions.push(conditionSql(statement, record, place, where, 'checking'));
  const terms = statement.alias();
  const query = queryOf(read, terms);
  const meeting = `SELECT rowid AS "num" FROM ${index} WHERE ${index} MATCH ${query}`;
  const first = [
    ...(read.beginning === undefined ? [] : [beginningSql(statement, read, read.beginning)]),
    // Where each has every word, none has rarer ones; texts are asked for with every word.
    ...(read.match === 'EVERY' || inTexts ? [] : [rarestSql(read, index, terms, query)]),
  ].map((sql) => ({ name: statement.alias(), sql }));
  const named = [{ name: terms, sql: termsSql(statement, read) }, ...first].map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`);
  const candidates = [...first.map(({ name }) => `SELECT "num" FROM ${name}`), inTexts ? sourcesOf(meeting) : meeting].map(
    (sql, number) => {
      const before = first.slice(0, number).map(({ name }) => `"num" NOT IN (SELECT "num" FROM ${name})`);
      return before.length === 0 ? sql : `SELECT "num" FROM (${sql}) WHERE ${before.join(' AND ')}`;
    },
  );
  const rows = `WITH ${named.join(', ')} SELECT ${rowSql(statement, selection, place)} AS "item" FROM (${candidates.join(' UNION ALL ')}) w CROSS JOIN ${quoted(place.table)} ${alias} WHERE ${conditions.join(' AND ')} LIMIT ${statement.parameter(limit)}`;
  return `(SELECT '[' || coalesce(group_concat("item", ','), '') || ']' FROM (${rows}))`;
}

/**
 * Records that meet the query, those with the rarest words first: a word weighs by how few have it (inverse document
 * frequency, as in BM25). FTS5 ranks nothing in an index without positions.
 */
function rarestSql({ record, words, match }: MatchRead, index: string, terms: string, query: string): string {
  const countOf = (term: string) => `(SELECT count(*) FROM (SELECT 1 FROM ${index} WHERE ${index} MATCH ${term} LIMIT ${TELLING + 1}))`;
  const counted = words.map((_, number) => `SELECT "t${number}" AS "term", ${countOf(`"t${number}"`)} AS "count" FROM ${terms}`);
  const all = `(SELECT coalesce(max("num"), 0) AS "all" FROM ${quoted(tableOf(record))})`;
  const weight = 'ln(1 + (max("all" - "count", 0) + 0.5) / ("count" + 0.5))';
  const telling = `SELECT "term", ${weight} AS "weight" FROM (${counted.join(' UNION ALL ')}) CROSS JOIN ${all} WHERE "count" <= ${TELLING}`;
  const found = `SELECT x.rowid AS "num", "weight" FROM (${telling}) CROSS JOIN ${index} x WHERE x.${index} MATCH "term"`;
  // What has one of the words meets a query for some; which meet another one is looked up, unless they are many.
  const few = `iif(${countOf(query)} > ${TELLING}, ${NOTHING}, ${query})`;
  const meets = match === 'SOME' ? '' : ` WHERE "num" IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ${few})`;
  return `SELECT "num" FROM (${found})${meets} GROUP BY "num" ORDER BY sum("weight") DESC, "num"`;
}

/** The sources that have the texts of these numbers, in their order. */
const sourcesOf = (texts: string): string =>
  `SELECT s."num" FROM (${texts}) f CROSS JOIN ${quoted(TEXT_NUMBERS)} t ON t."num" = f."num" CROSS JOIN ${quoted(tableOf('Source'))} s ON s."digest" = t."digest"`;

/** The number of a term, as it stands in the query before the terms do. */
const TERM = /<(\d+)>/;

/** The terms of the query, a column each: each is worked out once, wherever it stands. */
const termsSql = (statement: Statement, { record, words }: MatchRead): string =>
  `SELECT ${words.map((word, index) => `${wantedSql(statement, record, word)} AS "t${index}"`).join(', ')}`;

/** An expression that gives the text of the full-text query of these terms. */
function queryOf({ words, match }: MatchRead, terms: string): string {
  const query = fullTextQuery(
    words.map((_, index) => `<${index}>`),
    match,
  );
  // What is between the terms, and their numbers, by turns.
  const pieces = query.split(TERM).map((piece, index) => (index % 2 === 1 ? `"t${piece}"` : `'${piece}'`));
  return `(SELECT ${pieces.join(' || ')} FROM ${terms})`;
}

/** An expression that gives one term of it. The words are letters and digits: no syntax. */
function wantedSql(statement: Statement, record: MatchRead['record'], { word, prefix, typos }: WantedWord): string {
  const own = statement.parameter(`"${word}"${prefix ? ' *' : ''}`);
  if (typos === 0) return own;
  const first = String.fromCodePoint(word.codePointAt(0)!);
  const next = String.fromCodePoint(word.codePointAt(0)! + 1);
  const typed = statement.parameter(word);
  const most = statement.parameter(typos);
  const near = `SELECT group_concat('"' || "term" || '"', ' OR ') FROM ${quoted(vocabularyOf(record))} WHERE "term" >= ${statement.parameter(first)} AND "term" < ${statement.parameter(next)} AND abs(length("term") - length(${typed})) <= ${most} AND typos(${typed}, "term", ${most})`;
  return `'(' || ${own} || coalesce(' OR ' || (${near}), '') || ')'`;
}

/** Records with a text that begins with all that was typed, by each member that is searched. */
function beginningSql(statement: Statement, { record }: MatchRead, prefix: string): string {
  const begun = nearMembers(record).map((member) => {
    const place = { table: tableOf(record), alias: statement.alias(), prefix: '' };
    const [name, field] = member.split('.') as [string, string?];
    const isPart = edgesOf(record).some((edge) => edge.name === name);
    const begins: Condition = { kind: 'startsWith', field: isPart ? (field ?? 'text') : name, prefix };
    const condition: Condition = isPart ? { kind: 'related', edge: name, condition: begins } : begins;
    const sql = `SELECT ${place.alias}."num" FROM ${quoted(place.table)} ${place.alias} WHERE ${conditionSql(statement, record, place, condition, 'driving')}`;
    return `SELECT "num" FROM (${sql} LIMIT ${BEGINNING})`;
  });
  return begun.join(' UNION ');
}
