/**
 * How many records have a word, remembered for a while where they are many: counting those takes longest, and what some more or
 * fewer change is little. Rare words are counted each time. Of languages it is asked whether a kind of record has any text in them:
 * those that it has are remembered, and for all others together one count is made, as mostly it has none of them.
 */
import { LRUCache } from 'lru-cache';
import { isLanguageMark } from '../model/values/stems.js';
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
    const unknown = plan.counts.map((each): Unknown => {
      const words = each.words.filter((word) => !this.#known.has(keyOf(each, word)));
      return { ...each, words: words.filter((word) => !isLanguage(word)), languages: words.filter(isLanguage) };
    });
    const ask = async (counts: readonly WordCountRead[]) => ((await read({ ...plan, counts })) as Counts).counts;
    const counted = await ask(unknown.map(({ languages, ...each }) => ({ ...each, words: [...each.words, ...together(languages)] })));
    const spoken = unknown.filter(({ words, languages }, index) => languages.length > 0 && counted[index]!.words[words.length]! > 0);
    const countedOfSpoken = spoken.length === 0 ? [] : await ask(spoken.map(({ languages, ...each }) => ({ ...each, words: languages })));
    return {
      kind: 'wordCounts',
      counts: plan.counts.map((each, index) => {
        const its = unknown[index]!;
        const { all, words: ofWords } = counted[index]!;
        const ofLanguages = countedOfSpoken[spoken.indexOf(its)]?.words;
        const found = new Map([
          ...its.words.map((word, place) => [word, ofWords[place]!] as const),
          ...its.languages.map((word, place) => [word, ofLanguages?.[place] ?? 0] as const),
        ]);
        const words = each.words.map((word) => {
          const count = found.get(word);
          // Remembered while this was read, it may be forgotten by now.
          if (count === undefined) return this.#known.get(keyOf(each, word), { allowStale: true }) ?? COUNTED_MAX;
          if (count > (isLanguage(word) ? 0 : COUNTED_MAX)) this.#known.set(keyOf(each, word), count);
          return count;
        });
        return { all, words };
      }),
    };
  }
}

/** What of a kind of record is not remembered. */
interface Unknown extends WordCountRead {
  readonly languages: readonly WantedWord[];
}

const isLanguage = ({ word }: WantedWord): boolean => isLanguageMark(word);

/** One word that stands for all of them; none of none. */
function together([first, ...others]: readonly WantedWord[]): WantedWord[] {
  return first ? [{ ...first, stems: others.map(({ word }) => word) }] : [];
}

const keyOf = ({ record }: WordCountRead, word: WantedWord): string => JSON.stringify([record, word]);
