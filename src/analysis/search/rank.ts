/**
 * How well a text answers what was typed. Stores find records that have the words; which come first, and
 * why, is decided here, so that every store gives the same hits.
 */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import type { SearchedText } from '../../model/searched.js';
import { fold } from '../../model/values/text.js';
import { typosBetween } from '../../model/values/typos.js';
import { wordsOf } from '../../model/values/words.js';
import type { WantedWord } from '../../plan/plan.js';
import type { Attempt } from './wanted.js';

/** How a text has what was typed: all of it and nothing else, from its beginning, word for word, begun words, words with typos, some words, the same consonants. */
export type Likeness = 'SAME' | 'BEGINNING' | 'WORDS' | 'PREFIX' | 'TYPO' | 'SOME_WORDS' | 'CONSONANTS';

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

/** What one typed word is worth where it is found so. */
const WORTH = { EXACT: 1, PREFIX: 0.8, ONE_TYPO: 0.6, TWO_TYPOS: 0.4 } as const;
/** The share of the score that the words give; the rest is for how much else there is in the text. */
const OF_WORDS = 0.75;
const BONUS = { SAME: 1, BEGINNING: 0.5, OTHER: 0 } as const;
/** Of words that are known by their consonants alone. */
const OF_CONSONANTS = 0.5;
/** What is said of a record tells less of it than what it is called, and an alias less than a name. */
const OF_MEMBER: Readonly<Record<string, number>> = { aliases: 0.95, descriptions: 0.7, text: 0.6 };

interface Place extends Highlight {
  readonly isJoined?: boolean | undefined;
}

interface Found {
  readonly worth: number;
  readonly places: readonly Place[];
}

/**
 * `folded` is all that was typed. Longer words weigh more, and much more where some may be missing: the short ones are
 * mostly those that every text has. Undefined where the text has none of the words, or not every one when `every` is asked for.
 */
export function matchOf(
  text: SearchedText,
  folded: string,
  { words: wanted, match, isOfConsonants }: Attempt,
  clock: Clock = NO_DEADLINE,
): TextMatch | undefined {
  const words = wordsOf(text.text);
  const meant = isOfConsonants ? words.filter(({ isLatinized }) => isLatinized) : words;
  const found = wanted.map((each) => findWord(each, meant, clock));
  if (found.every((each) => !each) || (match === 'EVERY' && found.some((each) => !each))) return undefined;
  const weights = wanted.map(({ word }) => (match === 'EVERY' ? Math.log2(1 + [...word].length) : [...word].length ** 2));
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  const reached =
    (found.reduce((sum, each, index) => sum + (each?.worth ?? 0) * weights[index]!, 0) / most) * (isOfConsonants ? OF_CONSONANTS : 1);
  const how = isOfConsonants ? 'CONSONANTS' : likenessOf(beginsAlike(words, wanted) ? fold(text.text) : '', folded, found);
  const places = found.flatMap((each) => each?.places ?? []);
  const starts = new Set(words.map(({ start }) => start));
  const filled = startsIn(places, starts) / starts.size;
  const bonus = how === 'SAME' ? BONUS.SAME : how === 'BEGINNING' ? BONUS.BEGINNING : BONUS.OTHER;
  const score = reached * (OF_WORDS + (1 - OF_WORDS) * Math.max(bonus, filled * 0.9)) * (OF_MEMBER[text.member] ?? 1);
  return { ...text, how, score, highlights: merged(places) };
}

/** Whether the text could begin with what was typed: folding it to see is the dear part. */
const beginsAlike = (words: ReturnType<typeof wordsOf>, [first]: readonly WantedWord[]): boolean =>
  words.some(({ start, word }) => start === words[0]!.start && word.startsWith(first!.word));

/** How many of a text's words were found; one that marks divide is as many as its pieces. */
function startsIn(places: readonly Place[], starts: ReadonlySet<number>): number {
  const found = new Set(places.map(({ start }) => start));
  for (const { start, end, isJoined } of places) if (isJoined) for (const each of starts) if (each > start && each < end) found.add(each);
  return found.size;
}

function findWord({ word, prefix, typos }: WantedWord, words: ReturnType<typeof wordsOf>, clock: Clock): Found | undefined {
  let worth = 0;
  let places: Place[] = [];
  for (const { word: there, start, end, isJoined } of words) {
    clock.check();
    const its = worthOf(word, there, prefix, typos);
    if (its === 0 || its < worth) continue;
    if (its > worth) places = [];
    worth = its;
    places.push({ start, end, isJoined });
  }
  return worth === 0 ? undefined : { worth, places };
}

function worthOf(word: string, there: string, prefix: boolean, typos: number): number {
  if (word === there) return WORTH.EXACT;
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
  return least < WORTH.EXACT ? 'PREFIX' : 'WORDS';
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
