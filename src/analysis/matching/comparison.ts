/** What two texts agree in and what not, beside their words: numbers, dates, names, and whether one denies what the other says. */
import { aligned, type Alignment, type Gap } from './alignment.js';
import { contentOf, has, shareOf, surelyNames, telling, type Content } from './content.js';
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
  /** The names that differ stand in the same place of both, or in sentences of like length that agree in others. */
  readonly areOfOthers: boolean;
  /** Shares of the words that say something, 0 to 1: of the asked text's those that the found one has, and the reverse. */
  readonly ofAsked: number;
  readonly ofFound: number;
  readonly content: Content;
}

type ComparedNames = Pick<Comparison, 'names' | 'areOfOthers'>;

/** More words than this in the place of others are another sentence, not another name. */
const MOST_IN_PLACE = 4;

export function compare(asked: Told, found: Told): Comparison {
  const isOneLanguage = asked.language === undefined || found.language === undefined || asked.language === found.language;
  const { gaps, inOrder } = aligned(asked.words, found.words);
  const names = comparedNames(asked, found, { gaps, inOrder }, isOneLanguage);
  const content = contentOf(asked, found, isOneLanguage);
  return {
    numbers: agreement(asked.numbers, found.numbers, areSameQuantity, ({ written }) => written),
    dates: agreement(
      asked.dates,
      found.dates,
      (one, other) => canBeSameDate(one, other) === true,
      ({ written }) => written,
    ),
    ...names,
    words: content.isOfNamesAlone ? content.words : isOneLanguage && inOrder >= SAME_SENTENCE ? inPlace(gaps, asked, found) : NOTHING,
    denies: isDenial(asked, found, isOneLanguage) || isDenial(found, asked, isOneLanguage),
    ofAsked: shareOf(telling(asked.words), found.words),
    ofFound: shareOf(telling(found.words), asked.words),
    content,
  };
}

const NOTHING = { asked: [], found: [] } as const;
/** From this share of words in the same order, two texts are one sentence with other words in it. */
const SAME_SENTENCE = 0.6;

function agreement<T>(
  asked: readonly T[],
  found: readonly T[],
  areSame: (one: T, other: T) => boolean,
  written: (one: T) => string,
): Agreement {
  const isIn = (one: T, all: readonly T[]) => all.some((other) => areSame(one, other));
  const texts = (all: readonly T[]) => [...new Set(all.map(written))];
  const agree = asked.filter((each) => isIn(each, found));
  const ofAsked = asked.filter((each) => !isIn(each, found));
  const ofFound = found.filter((each) => !isIn(each, asked));
  const differ = ofAsked.length > 0 && ofFound.length > 0;
  return { agree: texts(agree), asked: differ ? texts(ofAsked) : [], found: differ ? texts(ofFound) : [] };
}

/** Names of persons and places are spelt otherwise in other languages: there only those that agree say something. */
function comparedNames(asked: Told, found: Told, { gaps, inOrder }: Alignment, isOneLanguage: boolean): ComparedNames {
  const agree = textsOf(asked.words.filter((word) => word.isName && has(found.words, word)));
  if (!isOneLanguage) return { names: { agree, asked: [], found: [] }, areOfOthers: false };
  const alone = (words: readonly ToldWord[], others: Told) =>
    words.filter((word) => !has(others.words, word) && !isInitials(word, others.words));
  const placed = gaps.flatMap((gap) => {
    if (gap.asked.length > MOST_IN_PLACE || gap.found.length > MOST_IN_PLACE) return [];
    const isSentence = inOrder >= NEARLY_SAME && gap.asked.length <= 2 && gap.found.length <= 2;
    const ofAsked = alone(namesAt(gap.asked, asked, gap.found, surelyNames(found), isSentence), found);
    const ofFound = alone(namesAt(gap.found, found, gap.asked, surelyNames(asked), isSentence), asked);
    return ofAsked.length > 0 && ofFound.length > 0 ? [{ ofAsked, ofFound }] : [];
  });
  const named = (told: Told) => told.words.filter((word) => word.isName && !word.beginsSentence);
  const ofAsked = [...placed.flatMap((each) => each.ofAsked), ...alone(named(asked), found)];
  const ofFound = [...placed.flatMap((each) => each.ofFound), ...alone(named(found), asked)];
  const differ = ofAsked.length > 0 && ofFound.length > 0;
  return {
    names: { agree, asked: differ ? textsOf(ofAsked) : [], found: differ ? textsOf(ofFound) : [] },
    areOfOthers: placed.length > 0 || (differ && agree.length > 0 && areOfLikeLength(asked, found)),
  };
}

/** Of a longer text more is told than of the claim in it: its other names say nothing. */
function areOfLikeLength({ words: asked }: Told, { words: found }: Told): boolean {
  return Math.max(asked.length, found.length) <= LIKE_LENGTH * Math.min(asked.length, found.length);
}

const LIKE_LENGTH = 1.5;

const textsOf = (words: readonly ToldWord[]): string[] => [...new Set(words.map(({ written }) => written))];

/** From this share of words in the same order, another word is another name where a script does not show which are names. */
const NEARLY_SAME = 0.75;

/** What is, or may be, a name among words that stand in the place of others. */
function namesAt(
  words: readonly ToldWord[],
  { showsNames, isCaseless }: Told,
  others: readonly ToldWord[],
  names: readonly ToldWord[],
  isSentence: boolean,
): readonly ToldWord[] {
  const said = telling(words);
  if (isCaseless) return isSentence ? said : [];
  // Where a text is all in small letters, what stands in the place of a name is one.
  if (!showsNames) return others.some((word) => names.includes(word)) ? said : [];
  const named = words.filter(({ isName }) => isName);
  // The first word of a sentence has a capital letter anyway: it is a name where nothing but names stands there.
  return said.length === named.length ? named : named.filter(({ beginsSentence }) => !beginsSentence);
}

/** "US" and "United States". */
function isInitials({ word }: ToldWord, others: readonly ToldWord[]): boolean {
  if (word.length < 2 || word.length > 5) return false;
  return others.some(
    (_, at) =>
      others
        .slice(at, at + word.length)
        .map((each) => each.word[0])
        .join('') === word,
  );
}

function inPlace(gaps: readonly Gap[], asked: Told, found: Told): Comparison['words'] {
  const alone = (words: readonly ToldWord[], others: Told) =>
    telling(words)
      .filter((word) => !has(others.words, word))
      .map(({ written }) => written);
  const pairs = gaps
    .filter((gap) => gap.asked.length <= MOST_IN_PLACE && gap.found.length <= MOST_IN_PLACE)
    .map((gap) => ({ asked: alone(gap.asked, found), found: alone(gap.found, asked) }))
    .filter((each) => each.asked.length > 0 && each.found.length > 0);
  return { asked: [...new Set(pairs.flatMap((each) => each.asked))], found: [...new Set(pairs.flatMap((each) => each.found))] };
}

/** Words on both sides of a word that denies, in its sentence, that it is about. */
const AROUND = 5;

/** Whether `one` denies something that `other` says without a word of denial: more than half of what it denies. */
function isDenial(one: Told, other: Told, isOneLanguage: boolean): boolean {
  return one.denials.some(({ place }) => {
    // That the whole is not so denies a sentence that denies, too.
    if (other.denials.some((each) => place !== undefined || each.place === undefined)) return false;
    if (!isOneLanguage) return true;
    const { sentence } = one.words[place ?? 0]!;
    const around = place === undefined ? one.words : one.words.slice(Math.max(0, place - AROUND), place + AROUND + 1);
    const denied = around.filter(
      (word) => (place === undefined || (word.sentence === sentence && word !== one.words[place])) && !word.isLittle && !word.isOfNumber,
    );
    const said = place === undefined ? other.words.filter(({ isLittle, isOfNumber }) => !isLittle && !isOfNumber) : denied;
    return 2 * denied.filter((word) => has(other.words, word)).length > Math.min(denied.length, said.length);
  });
}
