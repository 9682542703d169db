/** What was typed, prepared for the texts of one kind of record. */
import { fold } from '../../model/values/text.js';
import type { RareWord } from './rarity.js';
import type { Attempt } from './wanted.js';

/** What an attempt is, but for its words. */
export type How = Omit<Attempt, 'words' | 'pairs'>;

export interface Question extends How {
  /** All that was typed. */
  readonly folded: string;
  readonly words: readonly RareWord[];
  /** What each word weighs. */
  readonly weights: readonly number[];
  /** Places of words that were typed one after the other, with what they weigh together: as much as the commoner one. */
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly weight: number }[];
  /** Places of words, by word and by stem. */
  readonly byWord: ReadonlyMap<string, number>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Places of words that may be begun or have typos. */
  readonly tolerant: readonly number[];
}

/** `text`: all that was typed; `order`: which places in `words` were typed one after the other. */
export function questionOf(how: How, text: string, words: readonly RareWord[], order: Attempt['pairs']): Question {
  const weights = words.map(({ rarity, emphasis }) => rarity * emphasis);
  const stems = words.flatMap(({ stems: each = [] }, index) => each.map((stem) => ({ stem, index })));
  return {
    ...how,
    folded: fold(text),
    words,
    weights,
    pairs: order.map(([first, second]) => ({ first, second, weight: Math.min(weights[first]!, weights[second]!) })),
    byWord: new Map(words.map(({ word }, index) => [word, index])),
    byStem: new Map([...Map.groupBy(stems, ({ stem }) => stem)].map(([stem, found]) => [stem, found.map(({ index }) => index)])),
    tolerant: words.flatMap(({ prefix, typos }, index) => (prefix || typos > 0 ? index : [])),
  };
}
