/** Words that are looked for, as Lucene's queries. They are letters and digits in lower case: no syntax of Lucene's. */
import type { MatchRead, WantedWord, WeighedWord } from '../../../plan/plan.js';

/** Records with every word, or with any of them, whose words weigh most first. */
export const luceneQuery = (read: MatchRead): string =>
  read.match === 'EVERY' ? read.words.map(luceneTerm).join(' AND ') : likeliest(read.words);

/**
 * Of words that many records have, any of those that have most of them are as likely: their length is not asked for, so that the index
 * needs not look at all of them.
 */
function likeliest(words: readonly WeighedWord[]): string {
  const byLength = words.some(({ isCommon }) => !isCommon);
  return words.map((word) => weighed(word, byLength)).join(' OR ');
}

/** What has one of the forms of a word. */
export function luceneTerm({ word, stems = [], prefix, typos }: WantedWord): string {
  const terms = [word, ...stems, ...(prefix ? [`${word}*`] : []), ...(typos > 0 ? [`${word}~${typos}`] : [])];
  return terms.length === 1 ? word : `(${terms.join(' OR ')})`;
}

/**
 * Of records whose words weigh the same, those with fewer words come first. Small enough never to outweigh a word: weights are whole
 * numbers.
 */
const OF_LENGTH = 0.001;
/** A near word's score is not its boost alone, but up to ten times that. */
const OF_TYPOS = 0.1;

/** A pattern counts its boost, once, whichever of the forms a record has and however often. */
function weighed({ word, stems = [], prefix, typos, weight }: WeighedWord, byLength: boolean): string {
  const forms = [word, ...stems];
  const pattern = `/${[...forms, ...(prefix ? [`${word}.*`] : [])].join('|')}/^${weight}`;
  const near = typos > 0 ? [`${word}~${typos}^${weight * OF_TYPOS}`] : [];
  const shortest = byLength ? forms.map((form) => `${form}^${OF_LENGTH}`) : [];
  return [pattern, ...near, ...shortest].join(' OR ');
}
