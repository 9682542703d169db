/** Words that are looked for, as terms of FTS5's queries: each worked out once a statement, as a row of the table of words. */
import { quoted, vocabularyOf } from '../names.js';
import type { MatchRead } from '../../../plan/plan.js';
import type { Statement } from './statement.js';

/** Words of more records than this are nobody's typo: whoever means them finds too much. */
const NEAR_MAX = 5_000;

/** Longer beginnings of words than the index knows are looked up in its vocabulary: the index would gather all that have them first. */
const PREFIX_INDEXED = 3;
/** Words that a beginning stands for; where there are more, it is left to the index. */
const BEGUN_MAX = 64;

/**
 * Rows with each word's "term", a query of its own in brackets, its "place", "weight" and whether it is "common". The words are
 * letters and digits: no syntax. Near words are looked up in the vocabulary of the index, by their first letter. The texts of sources
 * have none.
 */
export function termsSql(
  statement: Statement,
  { record, words, inTexts = false }: Pick<MatchRead, 'record' | 'words' | 'inTexts'>,
): string {
  const rows = words.map((each) => {
    const { word, stems = [], prefix, typos } = each;
    const isLookedUp = prefix && !inTexts && [...word].length > PREFIX_INDEXED;
    const query = [`"${word}"${prefix && !isLookedUp ? ' *' : ''}`, ...stems.map((stem) => `"${stem}"`)].join(' OR ');
    const first = word.codePointAt(0)!;
    const weighed = 'weight' in each ? { weight: each.weight, common: Number(each.isCommon) } : {};
    return {
      query,
      ...weighed,
      ...(isLookedUp ? { begun: word, beyond: `${word}\u{10FFFF}` } : {}),
      ...(typos > 0 ? { word, typos, from: String.fromCodePoint(first), until: String.fromCodePoint(first + 1) } : {}),
    };
  });
  const part = (name: string) => `json_extract(j."value", '$.${name}')`;
  const isNear = [
    `v."term" >= ${part('from')} AND v."term" < ${part('until')}`,
    `v."doc" <= ${NEAR_MAX}`,
    `abs(length(v."term") - length(${part('word')})) <= ${part('typos')}`,
    `typos(${part('word')}, v."term", ${part('typos')})`,
  ].join(' AND ');
  const near = `SELECT group_concat('"' || v."term" || '"', ' OR ') FROM ${quoted(vocabularyOf(record))} v WHERE ${isNear}`;
  const nearest = `CASE WHEN ${part('typos')} IS NULL THEN '' ELSE coalesce(' OR ' || (${near}), '') END`;
  const begun = `SELECT iif(count(*) > ${BEGUN_MAX}, '"' || ${part('begun')} || '" *', group_concat('"' || "term" || '"', ' OR ')) FROM (SELECT v."term" FROM ${quoted(vocabularyOf(record))} v WHERE v."term" > ${part('begun')} AND v."term" < ${part('beyond')} LIMIT ${BEGUN_MAX + 1})`;
  const begunBy = `CASE WHEN ${part('begun')} IS NULL THEN '' ELSE coalesce(' OR ' || (${begun}), '') END`;
  return `SELECT j."key" AS "place", '(' || ${part('query')} || ${begunBy} || ${nearest} || ')' AS "term", ${part('weight')} AS "weight", ${part('common')} AS "common" FROM json_each(${statement.parameter(JSON.stringify(rows))}) j`;
}
