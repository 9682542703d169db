/** Records with given words in their texts, as one expression: the text of a JSON array of rows. */
import { nearMembers } from '../../../model/searched.js';
import { edgesOf } from '../../../model/graph.js';
import { isEverything, type Condition, type MatchRead } from '../../../plan/plan.js';
import { columnOf, partsTableOf, quoted, RETRACTED, tableOf, TEXT_NUMBERS, TEXT_WORDS, wordsTableOf } from '../names.js';
import { conditionSql } from './condition.js';
import { rowSql } from './row.js';
import type { Statement } from './statement.js';
import { termsSql } from './terms.js';

/** Of one member's texts, those that begin with what was typed are at most this share of all: others may be likelier. */
const BEGINNING = 1 / 3;

interface Candidates {
  readonly name: string;
  /** A query for numbers of records. Named ones are asked once, and left out of those that come after. */
  readonly sql: string;
}

/** What begins with what was typed comes first, then what has the rarest of the words, then anything that has one. */
export function matchesSql(statement: Statement, read: MatchRead): string {
  const { record, where, limit, selection, inTexts = false } = read;
  const place = { table: tableOf(record), alias: statement.alias(), prefix: '' };
  const { alias } = place;
  const isMerged = selection.edges.some(({ edge }) => edge === 'mergedInto')
    ? ` OR ${alias}.${quoted(columnOf('', 'mergedInto'))} IS NOT NULL`
    : '';
  const conditions = [`${alias}."num" = w."num"`, `(${alias}.${quoted(RETRACTED)} = 0${isMerged})`];
  if (!isEverything(where)) conditions.push(conditionSql(statement, record, place, where, 'checking'));
  const most = statement.parameter(limit);
  const terms = statement.alias();
  const words = `${terms} AS MATERIALIZED (${termsSql(statement, read)})`;
  const { first, last } = candidatesOf(statement, read, { terms, most });
  const named = [words, ...first.map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`)];
  const candidates = [...first.map(({ name }) => `SELECT "num" FROM ${name}`), inTexts ? sourcesOf(last) : last].map((sql, number) => {
    const before = first.slice(0, number).map(({ name }) => `"num" NOT IN (SELECT "num" FROM ${name})`);
    return before.length === 0 ? sql : `SELECT "num" FROM (${sql}) WHERE ${before.join(' AND ')}`;
  });
  const rows = `WITH ${named.join(', ')} SELECT ${rowSql(statement, selection, place)} AS "item" FROM (${candidates.join(' UNION ALL ')}) w CROSS JOIN ${quoted(place.table)} ${alias} WHERE ${conditions.join(' AND ')} LIMIT ${most}`;
  return `(SELECT '[' || coalesce(group_concat("item", ','), '') || ']' FROM (${rows}))`;
}

interface Names {
  /** The table of words (terms.ts). */
  readonly terms: string;
  /** The parameter that says how many are wanted. */
  readonly most: string;
}

/** In the order in which they are taken, until there are enough; the last ones are not named. */
function candidatesOf(statement: Statement, read: MatchRead, { terms, most }: Names): { first: Candidates[]; last: string } {
  const index = quoted(read.inTexts ? TEXT_WORDS : wordsTableOf(read.record));
  const meeting = (query: string) => `SELECT rowid AS "num" FROM ${index} WHERE ${index} MATCH ${query}`;
  const joined = (operator: string) => `(SELECT group_concat("term", ' ${operator} ') FROM ${terms})`;
  const beginning = read.beginning === undefined ? [] : [beginningSql(statement, read, read.beginning)];
  const first = (queries: readonly string[]) => queries.map((sql) => ({ name: statement.alias(), sql }));
  if (read.match === 'EVERY') return { first: first(beginning), last: meeting(joined('AND')) };
  const likely = read.words.some(({ isCommon }) => !isCommon)
    ? [likeliestSql(statement, read, index, { terms, most })]
    : // Every word is one of those that many have: records with all of them are likelier than those with all but one.
      [...(read.words.length > 1 ? [meeting(joined('AND'))] : []), ...(read.words.length > 2 ? [meeting(allButOne(terms))] : [])].map(
        (sql) => `${sql} LIMIT ${most}`,
      );
  return { first: first([...beginning, ...likely]), last: meeting(joined('OR')) };
}

/** All but one of the words, whichever it is: for a few words. */
const allButOne = (terms: string): string =>
  `(SELECT group_concat('(' || "others" || ')', ' OR ') FROM (SELECT (SELECT group_concat(o."term", ' AND ') FROM ${terms} o WHERE o."place" <> t."place") AS "others" FROM ${terms} t))`;

/**
 * Records with the words that tell something, those whose words weigh most first; of as many, those with fewer words. Common words
 * are looked for only in records that have another one: what has common words alone weighs less than what is found so.
 */
function likeliestSql(statement: Statement, { record }: MatchRead, index: string, { terms, most }: Names): string {
  const telling = `(SELECT group_concat("term", ' OR ') FROM ${terms} WHERE "common" = 0)`;
  const has = (query: string) => `CROSS JOIN ${index} x WHERE x.${index} MATCH ${query}`;
  const found = `SELECT x.rowid AS "num", "weight" FROM (SELECT "term", "weight" FROM ${terms} WHERE "common" = 0) ${has('"term"')} UNION ALL SELECT x.rowid, "weight" FROM (SELECT "weight", "term" || ' AND (' || ${telling} || ')' AS "query" FROM ${terms} WHERE "common" = 1) ${has('"query"')}`;
  const scored = statement.alias();
  const least = `(SELECT coalesce((SELECT "sum" FROM ${scored} ORDER BY "sum" DESC LIMIT 1 OFFSET ${most} - 1), 0) AS "least")`;
  // How many words a record has is looked up only where it decides.
  const size = `iif("sum" >= "least", (SELECT d."sz" FROM ${quoted(`${wordsTableOf(record)}_docsize`)} d WHERE d."id" = "num"), NULL)`;
  return `WITH ${scored} AS MATERIALIZED (SELECT "num", sum("weight") AS "sum" FROM (${found}) GROUP BY "num") SELECT "num" FROM ${scored} CROSS JOIN ${least} ORDER BY "sum" DESC, ${size}, "num"`;
}

/** The sources that have the texts of these numbers, in their order. */
const sourcesOf = (texts: string): string =>
  `SELECT s."num" FROM (${texts}) f CROSS JOIN ${quoted(TEXT_NUMBERS)} t ON t."num" = f."num" CROSS JOIN ${quoted(tableOf('Source'))} s ON s."digest" = t."digest"`;

/**
 * Records with a text that begins with all that was typed, by each member that is searched: those of the first texts by the index, the
 * very same one before all, so that no more are looked at than are wanted.
 */
function beginningSql(statement: Statement, { record, limit }: MatchRead, prefix: string): string {
  const most = statement.parameter(Math.ceil(limit * BEGINNING));
  const begun = nearMembers(record).map((member) => {
    const [name, field] = member.split('.') as [string, string?];
    const edge = edgesOf(record).find((each) => each.name === name);
    const isList = edge?.kind === 'parts';
    const place = { table: isList ? partsTableOf(record, name) : tableOf(record), alias: statement.alias(), prefix: '' };
    const begins: Condition = { kind: 'startsWith', field: edge ? (field ?? 'text') : name, prefix };
    const condition: Condition = edge && !isList ? { kind: 'related', edge: name, condition: begins } : begins;
    const number = `${place.alias}.${quoted(isList ? 'owner' : 'num')}`;
    const where = conditionSql(statement, isList ? edge.part : record, place, condition, 'driving');
    return `SELECT "num" FROM (SELECT DISTINCT ${number} AS "num" FROM ${quoted(place.table)} ${place.alias} WHERE ${where} LIMIT ${most})`;
  });
  return begun.join(' UNION ');
}
