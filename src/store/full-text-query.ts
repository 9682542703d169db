/** The terms of a search as one full-text query, in the syntax that FTS5 and Lucene have in common. */
import type { WordsWanted } from '../plan/plan.js';

/** Terms are queries of their own, in brackets where they hold an operator. */
export function fullTextQuery(terms: readonly string[], match: WordsWanted): string {
  if (match === 'EVERY') return terms.join(' AND ');
  if (match === 'SOME') return terms.join(' OR ');
  return allButOne(terms);
}

/**
 * At least all but one: every one of one half and all but one of the other. As a list of what may be missing it
 * would grow with the square of the terms, and past what either index takes.
 */
function allButOne(terms: readonly string[]): string {
  if (terms.length <= 2) return `(${terms.join(' OR ')})`;
  const middle = Math.ceil(terms.length / 2);
  const halves = [terms.slice(0, middle), terms.slice(middle)] as const;
  const [first, second] = halves.map((half) => half.join(' AND '));
  const [someFirst, someSecond] = halves.map((half) => (half.length === 1 ? '' : allButOne(half)));
  return `((${first}${someSecond === '' ? '' : ` AND ${someSecond}`}) OR (${someFirst === '' ? '' : `${someFirst} AND `}${second}))`;
}
