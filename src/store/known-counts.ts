/**
 * How many records have a word, remembered for a while where they are many: counting those takes longest, and what some more or
 * fewer change is little. Rare words are counted each time.
 */
import { LRUCache } from 'lru-cache';
import { COUNTED_MAX, type Plan, type WantedWord, type WordCountRead } from '../plan/plan.js';
import type { PlanRows } from '../plan/rows.js';

type CountPlan = Extract<Plan, { kind: 'wordCounts' }>;
type Counts = Extract<PlanRows, { kind: 'wordCounts' }>;

/** Milliseconds. */
const REMEMBERED = 60_000;
const WORDS_KEPT = 20_000;

export class KnownCounts {
  readonly #known = new LRUCache<string, number>({ max: WORDS_KEPT, ttl: REMEMBERED });

  /** `read` counts the words that are not known. */
  async counts(plan: CountPlan, read: (plan: CountPlan) => Promise<PlanRows>): Promise<Counts> {
    const unknown = plan.counts.map((each) => ({ ...each, words: each.words.filter((word) => !this.#known.has(keyOf(each, word))) }));
    const { counts } = (await read({ ...plan, counts: unknown })) as Counts;
    return {
      kind: 'wordCounts',
      counts: plan.counts.map((each, index) => {
        const { all, words: counted } = counts[index]!;
        const found = new Map(unknown[index]!.words.map((word, place) => [word, counted[place]!]));
        const words = each.words.map((word) => {
          const count = found.get(word);
          // Remembered while this was read, it may be forgotten by now.
          if (count === undefined) return this.#known.get(keyOf(each, word), { allowStale: true }) ?? COUNTED_MAX;
          if (count > COUNTED_MAX) this.#known.set(keyOf(each, word), count);
          return count;
        });
        return { all, words };
      }),
    };
  }
}

const keyOf = ({ record }: WordCountRead, word: WantedWord): string => JSON.stringify([record, word]);
