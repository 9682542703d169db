/** What a word tells of a record: the fewer records have it, the more. */
import type { WeighedWord } from '../../plan/plan.js';
import type { TypedWord } from './wanted.js';

/** A word of a question with what it weighs in a text of one kind of record. */
export interface RareWord extends TypedWord {
  /** How many records have it. */
  readonly count: number;
  /** Inverse document frequency, as in BM25. */
  readonly rarity: number;
}

/** A word that more records have than this tells too little of them to be looked up in each, and costs too much. */
const COMMON = 5_000;
/** Words of a question that records are looked for by: those that tell most. The others count where a text is looked at. */
const LOOKED_FOR = { RARE: 24, COMMON: 6 } as const;
/** Weights of the words that a store adds up are whole numbers, so that every store gets the same sums. */
const WEIGHT_OF_RARITY = 10;
/** Of fewer records nothing is told by how few have a word. */
const LEAST_RECORDS = 64;

/** What a word that no record has is taken to be, where it stands for near ones: as rare as one of so many. */
const RARITY_OF_NEAR = Math.log(100);

/** The nearest one, so that a record more or less changes no score. */
export const powerOfTwo = (count: number): number => 2 ** Math.round(Math.log2(count));

/** `all`: the records of the kind. */
export function rareWords(words: readonly (TypedWord & { readonly count: number })[], all: number): RareWord[] {
  const records = powerOfTwo(Math.max(all, LEAST_RECORDS));
  return words.map((word) => {
    const having = Math.min(word.count, records);
    const isNear = word.count === 0 && word.typos > 0;
    return { ...word, rarity: isNear ? RARITY_OF_NEAR : Math.log(1 + (records - having + 0.5) / (having + 0.5)) };
  });
}

/** Words that are looked for with near ones, unknown ones first: Lucene takes 1,024 terms, and up to fifty near ones of a word. */
const WITH_TYPOS = 12;

/** The words to look for in the store. Those that no record has, and that stand for no near ones, are left out. */
export function lookedFor(words: readonly RareWord[]): WeighedWord[] {
  const rarest = words.filter(({ count, typos }) => count > 0 || typos > 0).toSorted((a, b) => b.rarity - a.rarity);
  const isCommon = ({ count }: RareWord) => count > COMMON;
  const near = new Set(rarest.toSorted((a, b) => Number(a.count > 0) - Number(b.count > 0)).slice(0, WITH_TYPOS));
  return [
    ...rarest.filter((word) => !isCommon(word)).slice(0, LOOKED_FOR.RARE),
    ...rarest.filter(isCommon).slice(0, LOOKED_FOR.COMMON),
  ].map((each) => ({
    word: each.word,
    ...(each.stems ? { stems: each.stems } : {}),
    prefix: each.prefix,
    typos: near.has(each) ? each.typos : 0,
    weight: Math.max(1, Math.round(each.rarity * WEIGHT_OF_RARITY)),
    isCommon: isCommon(each),
  }));
}
