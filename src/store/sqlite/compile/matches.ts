/** Records with given words in their texts, as one expression: the text of a JSON array of rows. */
import { nearMembers } from '../../../model/searched.js';
import { edgesOf } from '../../../model/graph.js';
import { isEverything, type Condition, type MatchRead, type WantedWord } from '../../../plan/plan.js';
import { fullTextQuery } from '../../full-text-query.js';
import { columnOf, quoted, RETRACTED, tableOf, TEXT_NUMBERS, TEXT_WORDS, vocabularyOf, wordsTableOf } from '../names.js';
import { conditionSql } from './condition.js';
import { rowSql } from './row.js';
import type { Statement } from './statement.js';

/**
 * Up to so many records with the words are ranked; it costs some half a microsecond a record. Of more,
 * which differ little in what they have, those that begin with what was typed come first, and then any.
 */
const RANKED = 5_000;
/** Of one member's texts that begin so. */
const BEGINNING = 50;
/** A full-text query that nothing meets. */
const NOTHING = `'""'`;

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
  const asked = statement.alias();
  const matching = (query: string, order = '') => {
    // The LIMIT keeps the order, which SQLite would take for nobody's business.
    const rows = `SELECT * FROM (SELECT rowid AS "num" FROM ${index} WHERE ${index} MATCH (SELECT ${query} FROM ${asked})${order} LIMIT -1)`;
    return inTexts ? sourcesOf(rows) : rows;
  };
  const query = `SELECT "query", (SELECT count(*) FROM (SELECT 1 FROM ${index} WHERE ${index} MATCH "query" LIMIT ${RANKED + 1})) > ${RANKED} AS "many" FROM (SELECT ${querySql(statement, read)} AS "query")`;
  const candidates = [
    matching(`iif("many", ${NOTHING}, "query")`, ' ORDER BY rank'),
    ...beginningSql(statement, read).map((sql) => `SELECT * FROM (${sql} LIMIT ${BEGINNING}) WHERE (SELECT "many" FROM ${asked})`),
    matching(`iif("many", "query", ${NOTHING})`),
  ];
  const rows = `WITH ${asked} AS MATERIALIZED (${query}) SELECT ${rowSql(statement, selection, place)} AS "item" FROM (${candidates.join(' UNION ALL ')}) w CROSS JOIN ${quoted(place.table)} ${alias} WHERE ${conditions.join(' AND ')} LIMIT ${statement.parameter(limit)}`;
  return `(SELECT '[' || coalesce(group_concat("item", ','), '') || ']' FROM (${rows}))`;
}

/** The sources that have the texts of these numbers, in their order. */
const sourcesOf = (texts: string): string =>
  `SELECT s."num" FROM (${texts}) f CROSS JOIN ${quoted(TEXT_NUMBERS)} t ON t."num" = f."num" CROSS JOIN ${quoted(tableOf('Source'))} s ON s."digest" = t."digest"`;

/** The number of a term, as it stands in the query before the terms do. */
const TERM = /<(\d+)>/;

/** An expression that gives the text of a full-text query. Each term is worked out once, wherever it stands. */
function querySql(statement: Statement, { record, words, match }: MatchRead): string {
  const terms = words.map((word, index) => `${wantedSql(statement, record, word)} AS "t${index}"`);
  const query = fullTextQuery(
    words.map((_, index) => `<${index}>`),
    match,
  );
  // What is between the terms, and their numbers, by turns.
  const pieces = query.split(TERM).map((piece, index) => (index % 2 === 1 ? `"t${piece}"` : `'${piece}'`));
  const all = statement.alias();
  return `(WITH ${all} AS MATERIALIZED (SELECT ${terms.join(', ')}) SELECT ${pieces.join(' || ')} FROM ${all})`;
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
function beginningSql(statement: Statement, { record, beginning }: MatchRead): string[] {
  if (beginning === undefined) return [];
  return nearMembers(record).map((member) => {
    const place = { table: tableOf(record), alias: statement.alias(), prefix: '' };
    const [name, field] = member.split('.') as [string, string?];
    const isPart = edgesOf(record).some((edge) => edge.name === name);
    const begins: Condition = { kind: 'startsWith', field: isPart ? (field ?? 'text') : name, prefix: beginning };
    const condition: Condition = isPart ? { kind: 'related', edge: name, condition: begins } : begins;
    return `SELECT ${place.alias}."num" FROM ${quoted(place.table)} ${place.alias} WHERE ${conditionSql(statement, record, place, condition, 'driving')}`;
  });
}
