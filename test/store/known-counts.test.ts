/** Counts of common words and languages are remembered, those of rare ones are not. */
import { expect, it } from 'vitest';
import { KnownCounts } from '../../src/store/known-counts.js';
import { EVERYTHING, type Plan, type WantedWord } from '../../src/plan/plan.js';

type Counting = Extract<Plan, { kind: 'wordCounts' }>;

it('asks again only for words that few records have', async () => {
  const known = new KnownCounts();
  const asked: string[][] = [];
  const counts: Record<string, number> = { the: 5_000, zeppelin: 3 };
  const read = async (plan: Counting) => {
    asked.push(plan.counts[0]!.words.map(({ word }) => word));
    return {
      kind: 'wordCounts' as const,
      counts: plan.counts.map(({ words }) => ({ all: 9_000, words: words.map(({ word }) => counts[word]!) })),
    };
  };
  const words = ['the', 'zeppelin'].map((word) => ({ word, prefix: false, typos: 0 }));
  const plan: Counting = { kind: 'wordCounts', counts: [{ record: 'Claim', words, where: EVERYTHING }] };
  const first = await known.counts(plan, read);
  counts['the'] = 5_001;
  counts['zeppelin'] = 4;
  expect(first.counts).toEqual([{ all: 9_000, words: [5_000, 3] }]);
  expect((await known.counts(plan, read)).counts).toEqual([{ all: 9_000, words: [5_000, 4] }]);
  expect(asked).toEqual([['the', 'zeppelin'], ['zeppelin']]);
  // Of another kind of record it is another count.
  const ofSources: Counting = { kind: 'wordCounts', counts: [{ record: 'Source', words, where: EVERYTHING }] };
  expect((await known.counts(ofSources, read)).counts).toEqual([{ all: 9_000, words: [5_001, 4] }]);
});

it('asks for languages that no text is in together, and for none again that one is in', async () => {
  const known = new KnownCounts();
  const asked: string[][] = [];
  const counts: Record<string, number> = { '¬en': 3, '¬fr': 0, '¬de': 0 };
  const read = async (plan: Counting) => {
    asked.push(plan.counts[0]!.words.map(({ word, stems = [] }) => [word, ...stems].join(' ')));
    const ofWord = ({ word, stems = [] }: WantedWord) => [word, ...stems].reduce((sum, each) => sum + counts[each]!, 0);
    return { kind: 'wordCounts' as const, counts: plan.counts.map(({ words }) => ({ all: 9, words: words.map(ofWord) })) };
  };
  const words = ['¬en', '¬fr', '¬de'].map((word) => ({ word, prefix: false, typos: 0 }));
  const plan: Counting = { kind: 'wordCounts', counts: [{ record: 'Claim', words, where: EVERYTHING }] };
  expect((await known.counts(plan, read)).counts).toEqual([{ all: 9, words: [3, 0, 0] }]);
  expect((await known.counts(plan, read)).counts).toEqual([{ all: 9, words: [3, 0, 0] }]);
  counts['¬de'] = 1;
  expect((await known.counts(plan, read)).counts).toEqual([{ all: 9, words: [3, 0, 1] }]);
  expect(asked).toEqual([['¬en ¬fr ¬de'], ['¬en', '¬fr', '¬de'], ['¬fr ¬de'], ['¬fr ¬de'], ['¬fr', '¬de']]);
});
