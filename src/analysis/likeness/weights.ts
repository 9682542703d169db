/** What words of names tell: the fewer records have one, the more. */
import { EVERYTHING, type Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import type { SearchedRecord } from '../../model/searched.js';
import { powerOfTwo } from '../search/rarity.js';
import type { Weight } from './names.js';

/** Of fewer records little is told by how many have a word. */
const LEAST_RECORDS = 64;
/** What a word weighs that all records have: it still tells a name from another one a little. */
const LEAST_WEIGHT = 0.05;

/** How many records of a kind have each word in what they are called, and how many there are. */
export interface WordCounts {
  readonly all: number;
  readonly of: ReadonlyMap<string, number>;
}

/** The plan that counts them. */
export const countsPlan = (record: SearchedRecord, words: readonly string[]): Plan => ({
  kind: 'wordCounts',
  counts: [{ record, words: words.map((word) => ({ word, prefix: false, typos: 0 })), where: EVERYTHING }],
});

export function countsIn(rows: PlanRows, words: readonly string[]): WordCounts {
  if (rows.kind !== 'wordCounts') throw new Error('counts of words were planned');
  const [{ all, words: counted } = { all: 0, words: [] }] = rows.counts;
  return { all, of: new Map(words.map((word, index) => [word, counted[index] ?? 0])) };
}

/**
 * The share of what there is to tell that each word tells: 1 for one that a single record has, next to nothing for one that all
 * have. Both counts to a power of two, so that a record more or less changes no score. A word that was not counted tells all.
 */
export function weightsOf({ all, of }: WordCounts): Weight {
  const bits = Math.log2(powerOfTwo(Math.max(all, LEAST_RECORDS)));
  return (word) => {
    const having = Math.log2(powerOfTwo(Math.max(1, of.get(word) ?? 1)));
    return Math.max(LEAST_WEIGHT, 1 - having / bits);
  };
}
