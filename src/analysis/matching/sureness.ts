/**
 * How likely two claims that are alike are one: a logistic regression over how alike their words are and what agrees or
 * differs. The coefficients were fitted on pairs that people judged, by `node bench/match.mjs`, which measures them on others;
 * bench/README.md has how often each score was right.
 */
import type { Comparison } from './comparison.js';

export interface Alike {
  /** Of the search by words, 0 to 1; 0 where it was found by its meaning alone. */
  readonly likeness: number;
  /** By how much the search thinks less of it than of the best one, 0 to 1. */
  readonly behind: number;
  /** How near its meaning is, 0 to 1 (search/meaning.ts); undefined where no model is asked. */
  readonly nearness?: number | undefined;
  readonly comparison: Comparison;
}

/**
 * By words alone, and by words and meaning: in the order of `featuresOf`, the last one is added as it is. Of a claim whose meaning is
 * known to be near, the surer one holds: what has the words needs no model, and what has other words has nothing else.
 */
const COEFFICIENTS = {
  WORDS: [5.09, 1.57, 3.53, 2.77, -0.56, 1.88, -11.22, 0.61, 1.88, -5.09],
  MEANING: [1.31, 0.64, 2.96, 3.6, -0.46, 1.48, -5.15, 2.71, -4.16],
} as const;

/** The same sentence with another number, date or name is another claim, and so is its denial: told, and never likely the same. */
const MOST_OF_OTHERS = 0.3;

/** That names alone agree, or that a text is a part of what the other says, is no match either: told, and less than even. */
const MOST_OF_PARTS = 0.4;

/** Only what is the very same reaches all (matching.ts). */
const MOST = 0.999;

const counted = (texts: readonly string[], most: number): number => Math.min(texts.length, most) / most;

/**
 * Each 0 to 1.
 *
 * @public bench/match.mjs fits the coefficients of these.
 */
export function featuresOf({ likeness, behind, nearness, comparison }: Alike): number[] {
  const { names, numbers, dates, ofAsked, ofFound, content } = comparison;
  return [
    likeness,
    ofFound,
    ofAsked,
    counted(names.agree, 4),
    Number(names.asked.length > 0),
    counted([...numbers.agree, ...dates.agree], 3),
    Math.min(1, behind),
    ...(nearness === undefined ? [content.ofAsked, content.ofFound] : [nearness]),
  ];
}

/**
 * Whether what differs makes them two claims, however alike they are.
 *
 * @public bench/match.mjs leaves such pairs out of the fitting.
 */
export const isOther = ({ numbers, dates, areOfOthers, denies }: Comparison): boolean =>
  denies || numbers.asked.length > 0 || dates.asked.length > 0 || areOfOthers;

/**
 * Whether what agrees is too little to make them one claim.
 *
 * @public bench/match.mjs leaves such pairs out of the fitting.
 */
export const isPart = ({ content }: Comparison): boolean => content.isOfNamesAlone || content.isFragment;

/** 0 to 1. */
export function surenessOf(alike: Alike): number {
  const byWords = likelihood({ ...alike, nearness: undefined }, COEFFICIENTS.WORDS);
  const sure = alike.nearness === undefined ? byWords : Math.max(byWords, likelihood(alike, COEFFICIENTS.MEANING));
  const most = isOther(alike.comparison) ? MOST_OF_OTHERS : isPart(alike.comparison) ? MOST_OF_PARTS : MOST;
  return Math.round(1_000 * Math.min(sure, most)) / 1_000;
}

function likelihood(alike: Alike, coefficients: readonly number[]): number {
  const features = featuresOf(alike);
  const logit = features.reduce((sum, feature, index) => sum + feature * coefficients[index]!, coefficients[features.length]!);
  return 1 / (1 + Math.exp(-logit));
}
