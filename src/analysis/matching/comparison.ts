/** What two texts agree in and what not, beside their words: numbers, dates, names, and whether one denies what the other says. */
import { aligned, areSameWord, type Gap } from './alignment.js';
import { canBeSameDate } from './dates-told.js';
import { areSameQuantity } from './quantities.js';
import type { Told, ToldWord } from './told.js';

/** What one leaves out it does not say otherwise: only where each has something that the other has not, they differ. */
export interface Agreement {
  /** What both have, as the asked text has it. */
  readonly agree: readonly string[];
  /** What each has instead of what the other has, as it has it. */
  readonly asked: readonly string[];
  readonly found: readonly string[];
}

export interface Comparison {
  readonly numbers: Agreement;
  readonly dates: Agreement;
  readonly names: Agreement;
  /** Words that stand in the same place of both and are others; names too where a script does not show which they are. */
  readonly words: Omit<Agreement, 'agree'>;
  /** One of the two denies what the other says. */
  readonly denies: boolean;
  /** The names that differ stand in the same place of both. */
  readonly differInPlace: boolean;
  /** Shares of the words that say something, 0 to 1: of the asked text's those that the found one has, and the reverse. */
  readonly ofAsked: number;
  readonly ofFound: number;
  /** Of the words of the shorter text, those that stand in the same order in both, 0 to 1. */
  readonly inOrder: number;
}

/** More words than this in the place of others are another sentence, not another name. */
const MOST_IN_PLACE = 4;

export function compare(asked: Told, found: Told): Comparison {
  const isOneLanguage = asked.language === undefined || found.language === undefined || asked.language === found.language;
  const { gaps, inOrder } = aligned(asked.words, found.words);
  const names = comparedNames(asked, found, gaps, isOneLanguage);
  // Numbers are compared as numbers, however they are written.
  const telling = (words: readonly ToldWord[]) => words.filter(({ isLittle, isOfNumber }) => !isLittle && !isOfNumber);
  return {
    numbers: agreement(asked.numbers, found.numbers, areSameQuantity, ({ written }) => written),
    dates: agreement(asked.dates, found.dates, (one, other) => canBeSameDate(one, other) === true, ({ written }) => written),
    ...names,
    words: isOneLanguage && inOrder >= SAME_SENTENCE ? inPlace(gaps, asked, found) : NOTHING,
    denies: isDenial(asked, found, isOneLanguage) || isDenial(found, asked, isOneLanguage),
    ofAsked: shareOf(telling(asked.words), found.words),
    ofFound: shareOf(telling(found.words), asked.words),
    inOrder,
  };
}

const NOTHING = { asked: [], found: [] } as const;
/** From this share of words in the same order, two texts are one sentence with other words in it. */
const SAME_SENTENCE = 0.6;

function agreement<T>(asked: readonly T[], found: readonly T[], areSame: (one: T, other: T) => boolean, written: (one: T) => string): Agreement {
  const isIn = (one: T, all: readonly T[]) => all.some((other) => areSame(one, other));
  const texts = (all: readonly T[]) => [...new Set(all.map(written))];
  const agree = asked.filter((each) => isIn(each, found));
  const ofAsked = asked.filter((each) => !isIn(each, found));
  const ofFound = found.filter((each) => !isIn(each, asked));
  const differ = ofAsked.length > 0 && ofFound.length > 0;
  return { agree: texts(agree), asked: differ ? texts(ofAsked) : [], found: differ ? texts(ofFound) : [] };
}

const has = (words: readonly ToldWord[], word: ToldWord): boolean => words.some((each) => areSameWord(word, each));

function shareOf(words: readonly ToldWord[], others: readonly ToldWord[]): number {
  const known = new Set(others.flatMap(({ word, stem }) => [word, stem]));
  const found = words.filter((word) => known.has(word.word) || known.has(word.stem) || has(others, word));
  return words.length === 0 ? 0 : found.length / words.length;
}

/** Names of persons and places are spelt otherwise in other languages: there only those that agree say something. */
function comparedNames(asked: Told, found: Told, gaps: readonly Gap[], isOneLanguage: boolean): Pick<Comparison, 'names' | 'differInPlace'> {
  const isTold = (word: ToldWord) => word.isName && !word.beginsSentence;
  const agree = asked.words.filter((word) => word.isName && has(found.words, word));
  const texts = (words: readonly ToldWord[]) => [...new Set(words.map(({ written }) => written))];
  if (!isOneLanguage) return { names: { agree: texts(agree), asked: [], found: [] }, differInPlace: false };
  const alone = (words: readonly ToldWord[], others: Told) => words.filter((word) => !has(others.words, word) && !isInitials(word, others.words));
  const placed = gaps.flatMap((gap) => {
    if (gap.asked.length > MOST_IN_PLACE || gap.found.length > MOST_IN_PLACE) return [];
    const [ofAsked, ofFound] = [alone(namesAt(gap.asked, asked, gap.found), found), alone(namesAt(gap.found, found, gap.asked), asked)];
    return ofAsked.length > 0 && ofFound.length > 0 ? [{ ofAsked, ofFound }] : [];
  });
  // In German every noun has a capital letter: only what stands in the same place says that it is another.
  const elsewhere = asked.language === 'de' || found.language === 'de' ? { a: [], f: [] } : {
    a: alone(asked.words.filter(isTold), found),
    f: alone(found.words.filter(isTold), asked),
  };
  const [a, f] = [[...placed.flatMap(({ ofAsked }) => ofAsked), ...elsewhere.a], [...placed.flatMap(({ ofFound }) => ofFound), ...elsewhere.f]];
  const differ = a.length > 0 && f.length > 0;
  return { names: { agree: texts(agree), asked: differ ? texts(a) : [], found: differ ? texts(f) : [] }, differInPlace: placed.length > 0 };
}

/** Where a text is all in small letters, what stands in the place of a name is one. */
function namesAt(words: readonly ToldWord[], { showsNames }: Told, others: readonly ToldWord[]): readonly ToldWord[] {
  if (showsNames || !others.some(({ isName }) => isName)) return words.filter(({ isName }) => isName);
  return words.filter(({ isLittle, isOfNumber }) => !isLittle && !isOfNumber);
}

/** "US" and "United States". */
function isInitials({ word }: ToldWord, others: readonly ToldWord[]): boolean {
  if (word.length < 2 || word.length > 5) return false;
  return others.some((_, at) => others.slice(at, at + word.length).map((each) => each.word[0]).join('') === word);
}

function inPlace(gaps: readonly Gap[], asked: Told, found: Told): Comparison['words'] {
  const telling = (words: readonly ToldWord[], others: Told) =>
    words.filter((word) => !word.isLittle && !word.isOfNumber && !has(others.words, word)).map(({ written }) => written);
  const pairs = gaps
    .filter((gap) => gap.asked.length <= MOST_IN_PLACE && gap.found.length <= MOST_IN_PLACE)
    .map((gap) => ({ asked: telling(gap.asked, found), found: telling(gap.found, asked) }))
    .filter((each) => each.asked.length > 0 && each.found.length > 0);
  return { asked: [...new Set(pairs.flatMap((each) => each.asked))], found: [...new Set(pairs.flatMap((each) => each.found))] };
}

/** Words on both sides of a word that denies, in its sentence, that it is about. */
const AROUND = 5;

/** Whether `one` denies something that `other` says without a word of denial. */
function isDenial(one: Told, other: Told, isOneLanguage: boolean): boolean {
  if (one.denials.length === 0 || other.denials.length > 0) return false;
  return one.denials.some(({ place }) => {
    if (place === undefined || !isOneLanguage) return true;
    const { sentence } = one.words[place]!;
    return one.words
      .slice(Math.max(0, place - AROUND), place + AROUND + 1)
      .some((word) => word.sentence === sentence && !word.isLittle && one.words[place] !== word && has(other.words, word));
  });
}
