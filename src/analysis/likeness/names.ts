/**
 * How alike two names are: in any order of the words, with typos, in any script, each word counting as much as it tells.
 * Duplicates and reconciliation stand on this alone. What words tell is asked of the store after the comparing, for the words
 * that are left to be weighed are few.
 */
import { areUnlike } from '../../model/values/numbers.js';
import { preparedName, type NameWord, type PreparedName } from './prepared.js';
import { isInitial, wordLikeness } from './words.js';

/** In Latin letters where one is written in others; by consonants alone where a script leaves vowels out. */
const OF_LATIN = 0.95;
const OF_CONSONANTS = 0.9;
/** The same letters with other spaces between them. */
const OF_JOINED = 0.97;
/** Only the very same counts as the same. */
const NEARLY = 0.999;
/** Where every word weighs the same, names that are less alike are other names, whatever the words weigh. */
const LEAST = 0.4;

/** That a name has an initial more, or less, says little, however rare the letter is. */
const INITIAL_AT_MOST = 0.25;

/** What a word tells, above 0 and up to 1 (weights.ts). */
export type Weight = (word: string) => number;

/** Two names side by side, words not yet weighed. */
export interface NameComparison {
  /** But for case, accents, apostrophes and the stops of initials. */
  readonly isSame: boolean;
  /** They are surely of two things: their numbers, or the initials of their given names, are unlike. */
  readonly differs: 'NUMBER' | 'INITIAL' | undefined;
  /** What the form in which they were compared makes of each word that agrees. */
  readonly factor: number;
  readonly matched: readonly { readonly one: string; readonly other: string; readonly likeness: number }[];
  /** Words that the other name does not have. */
  readonly left: readonly string[];
}

/** Undefined where they are other names, whatever their words weigh. `ofNames`: single letters are initials, as they are not in titles. */
export function compareNames(name: string, otherName: string, ofNames: boolean): NameComparison | undefined {
  const [one, other] = [preparedName(name), preparedName(otherName)];
  const areNumbersUnlike = areUnlike(one.numbers, other.numbers);
  if (one.folded === other.folded) return { isSame: true, differs: undefined, factor: 1, matched: [], left: [] };
  let best: NameComparison | undefined;
  let most = LEAST;
  for (const aligned of alignments(one, other)) {
    const likeness = weighed(aligned, () => 1);
    if (likeness < most) continue;
    most = likeness;
    const differs = areNumbersUnlike ? 'NUMBER' : ofNames && aligned.areInitialsUnlike ? 'INITIAL' : undefined;
    best = { ...aligned, isSame: false, differs };
  }
  return best;
}

/** Whether names are of one that is told by a number and another one that is told by another. */
export const areNumbered = (one: string, other: string): boolean => areUnlike(preparedName(one).numbers, preparedName(other).numbers);
export const hasNumbers = (name: string): boolean => preparedName(name).numbers.length > 0;

/** 0 to 1. What differs surely is for who asks to judge. */
export const likenessOf = (comparison: NameComparison, weight: Weight): number =>
  comparison.isSame ? 1 : Math.min(NEARLY, weighed(comparison, weight));

/** The words whose weight the likeness depends on; where all agree alike, none. */
export function wordsToWeigh({ isSame, matched, left }: NameComparison): string[] {
  if (isSame || (left.length === 0 && matched.every(({ likeness }) => likeness === matched[0]!.likeness))) return [];
  return [...left, ...matched.flatMap(({ one, other }) => [one, other])];
}

function weighed({ factor, matched, left }: Pick<NameComparison, 'factor' | 'matched' | 'left'>, weightOf: Weight): number {
  const weight: Weight = (word) => (isInitial(word) ? Math.min(INITIAL_AT_MOST, weightOf(word)) : weightOf(word));
  let agreeing = 0;
  let all = 0;
  for (const { one, other, likeness } of matched) {
    const both = weight(one) + weight(other);
    agreeing += both * likeness;
    all += both;
  }
  for (const word of left) all += weight(word);
  return all === 0 ? 0 : (factor * agreeing) / all;
}

type Aligned = Pick<NameComparison, 'factor' | 'matched' | 'left'> & { readonly areInitialsUnlike: boolean };

function* alignments(one: PreparedName, other: PreparedName): Generator<Aligned> {
  yield align(one, other, 'written', 1);
  if (one.isForeign || other.isForeign) yield align(one, other, 'latin', OF_LATIN);
  if (one.hasNoVowels !== other.hasNoVowels) yield align(one, other, 'consonants', OF_CONSONANTS);
  if (one.hasNoSpaces !== other.hasNoSpaces || one.words.length !== other.words.length) {
    const joined = joinedLikeness(one, other);
    if (joined > 0)
      yield {
        factor: 1,
        matched: [{ one: one.folded, other: other.folded, likeness: joined }],
        left: [],
        areInitialsUnlike: false,
      };
  }
}

/** Of names as one word each, in whichever order of the words. Where both write spaces, only the same letters count. */
function joinedLikeness(one: PreparedName, other: PreparedName): number {
  if (one.hasNoSpaces === other.hasNoSpaces) return one.joined[0] === other.joined[0] ? OF_JOINED : 0;
  return OF_LATIN * Math.max(...one.joined.flatMap((each) => other.joined.map((its) => wordLikeness(each, its, false))));
}

type Form = Exclude<keyof NameWord, 'isNumber'>;

/** Each word with the one of the other name that it is most like, the most alike first. */
function align(one: PreparedName, other: PreparedName, form: Form, factor: number): Aligned {
  // "II" and "2" are one number.
  const areNumbersSame = one.numbers.length > 0 && one.numbers.join() === other.numbers.join();
  const wordsOf = ({ words }: PreparedName) => words.filter((word) => word[form] !== '' && !(areNumbersSame && word.isNumber));
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  const pairs: { first: number; second: number; likeness: number }[] = [];
  for (const [first, word] of ones.entries())
    for (const [second, its] of others.entries()) {
      // One number is not like another; where they agree as a whole, they were taken out.
      const likeness =
        word.isNumber || its.isNumber ? Number(word[form] === its[form]) : wordLikeness(word[form], its[form], form === 'written');
      if (likeness > 0) pairs.push({ first, second, likeness });
    }
  pairs.sort((a, b) => b.likeness - a.likeness || a.first - b.first || a.second - b.second);
  const [taken, theirs] = [new Set<number>(), new Set<number>()];
  const matched: NameComparison['matched'][number][] = [];
  for (const { first, second, likeness } of pairs) {
    if (taken.has(first) || theirs.has(second)) continue;
    taken.add(first);
    theirs.add(second);
    matched.push({ one: ones[first]!.written, other: others[second]!.written, likeness });
  }
  if (areNumbersSame) for (const number of one.numbers) matched.push({ one: number, other: number, likeness: 1 });
  const left = ones.filter((_, index) => !taken.has(index));
  const theirLeft = others.filter((_, index) => !theirs.has(index));
  return {
    factor,
    matched,
    left: [...left, ...theirLeft].map(({ written }) => written),
    // "J. Smith" is not "Mary Smith"; that one name has an initial more says nothing.
    areInitialsUnlike: left.length > 0 && theirLeft.length > 0 && [...left, ...theirLeft].some((word) => isInitial(word[form])),
  };
}
