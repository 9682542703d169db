/**
 * How well the texts of a record answer what was typed: BM25 over its members, each with a weight and a usual length of its own, as a
 * share of what a text would reach that is the very question. Stores find records that have the words; which come first, and why, is
 * decided here, so that every store gives the same hits.
 */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import { stemOfWord, type SearchedText } from '../../model/searched.js';
import { fold } from '../../model/values/text.js';
import { typosBetween } from '../../model/values/typos.js';
import { wordsOf, type Word } from '../../model/values/words.js';
import type { WantedWord } from '../../plan/plan.js';
import type { Question } from './question.js';

/** How a text has what was typed: all of it and nothing else, from its beginning, every word in one of its forms, begun words, words with typos, some words, the same consonants; by its meaning alone. */
export type Likeness = 'SAME' | 'BEGINNING' | 'WORDS' | 'PREFIX' | 'TYPO' | 'SOME_WORDS' | 'CONSONANTS' | 'MEANING';

export interface Highlight {
  /** Code points of the text; `end` is the first one after it. */
  readonly start: number;
  readonly end: number;
}

export interface TextMatch extends SearchedText {
  readonly how: Likeness;
  /** 0 to 1. */
  readonly score: number;
  readonly highlights: readonly Highlight[];
}

export interface RecordMatch {
  /** 0 to 1. */
  readonly score: number;
  /** The best text first. */
  readonly matches: readonly TextMatch[];
}

/** What one typed word is worth where it is found so. */
const WORTH = { EXACT: 1, STEM: 0.9, PREFIX: 0.8, ONE_TYPO: 0.6, TWO_TYPOS: 0.4 } as const;
/** BM25's parameters: how soon a word that stands there again says nothing more, and how much a longer text says less. */
const SATURATION = 1.2;
const BY_LENGTH = 0.75;
/** Words that a text of a member mostly has. */
const USUAL_LENGTH: Readonly<Record<string, number>> = { names: 3, aliases: 3, title: 10, texts: 18, descriptions: 12, text: 500 };
const OTHER_LENGTH = 25;
/** What is said of a record tells less of it than what it is called, and an alias less than a name. */
const OF_MEMBER: Readonly<Record<string, number>> = { aliases: 0.95, descriptions: 0.7, text: 0.6 };
/** Two words that stand together as they were typed, of what the commoner one of them weighs. */
const OF_PAIR = 0.4;
/** What a second text of the record in the same language adds for a word that a first one has. */
const OF_SECOND = 0.3;
/** How much of what is missing a text makes up for that begins with all that was typed. */
const OF_BEGINNING = 0.3;
/** Of words that are known by their consonants alone. */
const OF_CONSONANTS = 0.5;
/** Only what is the very same reaches all. */
const MOST = 0.99;

/** Where a typed word stands in a text. */
interface Found {
  worth: number;
  readonly places: Word[];
}

/** What a text has of the question. */
interface Judged {
  readonly match: TextMatch;
  /** How much of the score each word gives, and the pairs of words. */
  readonly shares: readonly number[];
  readonly ofPairs: number;
}

/** Undefined where no text has any of the words, or none every one when every one is asked for. */
export function recordMatch(texts: readonly SearchedText[], question: Question, clock: Clock = NO_DEADLINE): RecordMatch | undefined {
  const judged = texts.flatMap((text) => judgedText(text, question, clock) ?? []).sort((a, b) => b.match.score - a.match.score);
  if (judged.length === 0) return undefined;
  const matches = judged.map(({ match }) => match);
  const best = matches[0]!;
  if (best.how === 'SAME' || judged.length === 1) return { score: best.score, matches };
  // What a translation says again says nothing more.
  const told = judged.filter(({ match }) => languageOf(match) === languageOf(best));
  const together = sum(
    question.words.map((_, index) => {
      const most = Math.max(...judged.map(({ shares }) => shares[index]!));
      const second = told.map(({ shares }) => shares[index]!).toSorted((a, b) => b - a)[1] ?? 0;
      return most + OF_SECOND * second;
    }),
  );
  const score = Math.max(best.score, together + Math.max(...judged.map(({ ofPairs }) => ofPairs)));
  return { score: Math.min(score, MOST * (OF_MEMBER[best.member] ?? 1)), matches };
}

const languageOf = ({ language }: SearchedText): string | undefined => language?.split('-', 1)[0]!.toLowerCase();

function judgedText(text: SearchedText, question: Question, clock: Clock): Judged | undefined {
  const { words: wanted, weights, pairs, every, isOfConsonants, folded } = question;
  const words = wordsOf(text.text);
  const found = findWords(question, isOfConsonants ? words.filter(({ isLatinized }) => isLatinized) : words, text.language, clock);
  if (found.every((each) => !each) || (every && found.some((each) => !each))) return undefined;
  const order = orderOf(words);
  const usual = USUAL_LENGTH[text.member] ?? OTHER_LENGTH;
  const ofMember = OF_MEMBER[text.member] ?? 1;
  const all = sum(weights) * saturated(1, wanted.length, usual) + OF_PAIR * sum(pairs.map(({ weight }) => weight));
  const share = (ofMember * (isOfConsonants ? OF_CONSONANTS : 1)) / all;
  const shares = found.map((each, index) =>
    each ? share * weights[index]! * each.worth * saturated(timesOf(each.places, order), order.size, usual) : 0,
  );
  const together = pairs.map(({ first, second, weight }) => weight * worthTogether(found[first], found[second], order));
  const ofPairs = share * OF_PAIR * sum(together);
  const how = isOfConsonants ? 'CONSONANTS' : likenessOf(beginsAlike(words, wanted) ? fold(text.text) : '', folded, found);
  const score = scoreOf(how, sum(shares) + ofPairs, ofMember);
  return { match: { ...text, how, score, highlights: merged(found.flatMap((each) => each?.places ?? [])) }, shares, ofPairs };
}

function scoreOf(how: Likeness, reached: number, most: number): number {
  if (how === 'SAME') return most;
  return Math.min(MOST * most, how === 'BEGINNING' ? reached + OF_BEGINNING * Math.max(0, most - reached) : reached);
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}

/** What a word is worth that stands so often in a text of this length; 1 where it stands once in a text of the usual one. */
function saturated(times: number, length: number, usual: number): number {
  return (times * (SATURATION + 1)) / (times + SATURATION * (1 - BY_LENGTH + (BY_LENGTH * length) / usual));
}

/** Where words begin, each with how many begin before it. */
function orderOf(words: readonly Word[]): ReadonlyMap<number, number> {
  const order = new Map<number, number>();
  for (const { start } of words) if (!order.has(start)) order.set(start, order.size);
  return order;
}

/** What two words are worth where the second one follows the first one somewhere: as much as the less certain of them. */
function worthTogether(first: Found | undefined, second: Found | undefined, order: ReadonlyMap<number, number>): number {
  if (!first || !second) return 0;
  const follow = first.places.some((one) => second.places.some((other) => order.get(other.start) === order.get(one.start)! + 1));
  return follow ? Math.min(first.worth, second.worth) : 0;
}

/** Whether the text could begin with what was typed: folding it to see is the dear part. */
const beginsAlike = (words: readonly Word[], [first]: readonly WantedWord[]): boolean =>
  words.some(({ start, word }) => start === words[0]!.start && word.startsWith(first!.word));

/** At how many places of a text a word was found; one that marks divide stands at those of its pieces. */
function timesOf(places: readonly Word[], order: ReadonlyMap<number, number>): number {
  const found = new Set(places.map(({ start }) => start));
  for (const { start, end, isJoined } of places)
    if (isJoined) for (const each of order.keys()) if (each > start && each < end) found.add(each);
  return found.size;
}

/** Where each typed word stands, in any of its forms; begun or with typos only where it does not. */
function findWords(question: Question, words: readonly Word[], language: string | undefined, clock: Clock): (Found | undefined)[] {
  const { byWord, byStem, tolerant } = question;
  const found = Array.from<Found | undefined>({ length: question.words.length });
  const add = (index: number, worth: number, word: Word) => {
    const known = (found[index] ??= { worth, places: [] });
    known.worth = Math.max(known.worth, worth);
    known.places.push(word);
  };
  for (const word of words) {
    clock.check();
    const exact = byWord.get(word.word);
    if (exact !== undefined) add(exact, WORTH.EXACT, word);
    const stem = byStem.size === 0 ? undefined : stemOfWord(word, language);
    if (stem !== undefined) for (const index of byStem.get(stem) ?? []) if (index !== exact) add(index, WORTH.STEM, word);
  }
  for (const index of tolerant) found[index] ??= nearest(question.words[index]!, words, clock);
  return found;
}

function nearest({ word, prefix, typos }: WantedWord, words: readonly Word[], clock: Clock): Found | undefined {
  let worth = 0;
  let places: Word[] = [];
  for (const each of words) {
    clock.check();
    const its = worthOf(word, each.word, prefix, typos);
    if (its === 0 || its < worth) continue;
    if (its > worth) places = [];
    worth = its;
    places.push(each);
  }
  return worth === 0 ? undefined : { worth, places };
}

function worthOf(word: string, there: string, prefix: boolean, typos: number): number {
  if (prefix && there.startsWith(word)) return WORTH.PREFIX;
  const steps = typos > 0 ? typosBetween(word, there, typos) : undefined;
  return steps === undefined ? 0 : steps === 1 ? WORTH.ONE_TYPO : WORTH.TWO_TYPOS;
}

function likenessOf(text: string, typed: string, found: readonly (Found | undefined)[]): Likeness {
  if (text === typed) return 'SAME';
  if (found.some((each) => !each)) return 'SOME_WORDS';
  const least = Math.min(...found.map((each) => each!.worth));
  if (least < WORTH.PREFIX) return 'TYPO';
  if (text.startsWith(typed)) return 'BEGINNING';
  return least < WORTH.STEM ? 'PREFIX' : 'WORDS';
}

/** In order, overlapping ones as one. */
function merged(places: readonly Highlight[]): Highlight[] {
  const result: Highlight[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}
