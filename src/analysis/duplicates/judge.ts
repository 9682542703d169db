/** How likely two records are of one thing, and what that rests on. */
import type { Mergeable } from '../../model/changeset/canonical.js';
import { areNumbered, compareNames, hasNumbers, likenessOf, type NameComparison, type Weight } from '../likeness/names.js';
import { powerOfTwo } from '../search/rarity.js';
import type { Comparable } from './comparable.js';

export type DuplicateReason =
  | 'SAME_IDENTIFIER'
  | 'SAME_NAME'
  | 'SIMILAR_NAME'
  | 'SAME_TEXT'
  | 'SIMILAR_TEXT'
  | 'SAME_TITLE'
  | 'SAME_PUBLISHER'
  | 'SAME_DATE';

export interface Duplicate {
  readonly record: string;
  readonly other: string;
  /** 0 to 1: 1 where an identifier or the whole text is the same. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** Of two names that are the same but for case and accents; the rest of the way to 1 is for identifiers. */
const SAME_NAME = 0.9;
/** Names less alike than this are other names. */
const SIMILAR = 0.75;
/** Of one kind and another one. */
const OTHER_KIND = 0.5;
/** Titles are shared by chance more often than names are. */
const SAME_TITLE_ALONE = 0.6;
/** One title again by one publisher, as columns and bulletins have it. */
const OTHER_DATE = 0.8;
/** Sources that may have one title without its telling less. */
const FEW_SOURCES = 4;

/** Two records side by side, the words of their names not yet weighed. */
export interface ComparedPair {
  readonly one: Comparable;
  readonly other: Comparable;
  /** What they have in common that leaves nothing to compare. */
  readonly certain: DuplicateReason | undefined;
  readonly names: readonly NameComparison[];
  /** The sources that have the title of the one, as far as they were looked at; 1 of other records. */
  readonly sharing: number;
}

/** Undefined where nothing speaks for them. */
export function comparedPair(record: Mergeable, one: Comparable, other: Comparable, sharing: number): ComparedPair | undefined {
  const certain = certainReason(one, other);
  const names = certain ? [] : alikeNames(one.names, other.names, record === 'Entity');
  return certain || names.length > 0 ? { one, other, certain, names, sharing } : undefined;
}

function certainReason(one: Comparable, other: Comparable): DuplicateReason | undefined {
  if (one.identifiers.some((each) => other.identifiers.some((its) => each.scheme === its.scheme && each.value === its.value)))
    return 'SAME_IDENTIFIER';
  return one.digest !== undefined && one.digest === other.digest ? 'SAME_TEXT' : undefined;
}

/** Names that are surely of two things are left out: Wing 14 is not Wing 15. */
function alikeNames(names: readonly string[], others: readonly string[], ofNames: boolean): NameComparison[] {
  // Then a name that says nothing of numbers may be what both are called in short.
  const areOthers = areNumbered(names[0]!, others[0]!);
  const found: NameComparison[] = [];
  for (const name of names)
    for (const other of others) {
      if (areOthers && !(hasNumbers(name) && hasNumbers(other))) continue;
      const compared = compareNames(name, other, ofNames);
      if (!compared || compared.differs) continue;
      if (compared.isSame) return [compared];
      found.push(compared);
    }
  return found;
}

/** The score is 0 where they are of two things. */
export function judged(record: Mergeable, pair: ComparedPair, weight: Weight): Duplicate {
  const { score, reasons } = verdict(record, pair, weight);
  return { record: pair.one.id, other: pair.other.id, score: Math.round(score * 1_000) / 1_000, reasons };
}

type Verdict = Pick<Duplicate, 'score' | 'reasons'>;
const NO_DUPLICATES: Verdict = { score: 0, reasons: [] };

function verdict(record: Mergeable, pair: ComparedPair, weight: Weight): Verdict {
  if (pair.certain) return { score: 1, reasons: [pair.certain] };
  const likeness = Math.max(...pair.names.map((each) => likenessOf(each, weight)));
  if (likeness < SIMILAR) return NO_DUPLICATES;
  return record === 'Entity' ? entities(pair, likeness) : sources(pair, likeness);
}

const entities = ({ one, other }: ComparedPair, likeness: number): Verdict => ({
  score: SAME_NAME * likeness * (one.kind === other.kind ? 1 : OTHER_KIND),
  reasons: [likeness === 1 ? 'SAME_NAME' : 'SIMILAR_NAME'],
});

function sources({ one, other, sharing }: ComparedPair, likeness: number): Verdict {
  const reasons: DuplicateReason[] = [likeness === 1 ? 'SAME_TITLE' : 'SIMILAR_NAME'];
  const hasPublisher = one.publisher !== undefined && one.publisher === other.publisher;
  if (hasPublisher) reasons.push('SAME_PUBLISHER');
  const dates = compareDates(one.published, other.published);
  if (dates === 'SAME') reasons.push('SAME_DATE');
  // To a power of two, so that one source more or less changes nothing.
  const rare = Math.min(1, FEW_SOURCES / powerOfTwo(sharing));
  const isBorneOut = hasPublisher && dates === 'SAME';
  const ofTitle = (hasPublisher ? SAME_NAME : SAME_TITLE_ALONE) * (isBorneOut ? Math.sqrt(rare) : rare);
  return { score: ofTitle * likeness * (hasPublisher && dates === 'OTHER' ? OTHER_DATE : 1), reasons };
}

/** A day and its month do not speak against each other. */
function compareDates(one: string | undefined, other: string | undefined): 'SAME' | 'OTHER' | 'UNKNOWN' {
  if (one === undefined || other === undefined) return 'UNKNOWN';
  if (one === other) return 'SAME';
  return one.startsWith(other) || other.startsWith(one) ? 'UNKNOWN' : 'OTHER';
}

export const likeliestFirst = (a: Duplicate, b: Duplicate): number =>
  b.score - a.score || (`${a.record} ${a.other}` < `${b.record} ${b.other}` ? -1 : 1);
