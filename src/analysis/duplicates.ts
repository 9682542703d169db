/**
 * Records that may be two of one thing: proposed with a score and what it rests on. Nothing follows from
 * a proposal; merging is a judgement, and somebody's.
 */
import { process_and_sort, ratio } from 'fuzzball';
import { LRUCache } from 'lru-cache';
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import { fold } from '../model/values/text.js';
import type { Condition } from '../plan/plan.js';

export type DuplicateReason = 'SAME_IDENTIFIER' | 'SAME_NAME' | 'SIMILAR_NAME' | 'SAME_TEXT' | 'SAME_TITLE' | 'SAME_PUBLISHER';

/** What is compared of a record. */
export interface Comparable {
  readonly id: string;
  readonly kind: string;
  /** Names and aliases, or the title. */
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly digest?: string | undefined;
  readonly publisher?: string | undefined;
}

export interface Duplicate {
  readonly record: string;
  readonly other: string;
  /** 0 to 1: 1 where an identifier or the whole text is the same. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** Of two names that are the same but for case and accents; the rest of the way to 1 is for identifiers. */
const SAME_NAME = 0.9;
/** Names less alike than this (token sort ratio, 0 to 1) are other names. */
const SIMILAR = 0.8;
/** Of one kind and another one. */
const OTHER_KIND = 0.5;
/** Titles are shared by chance more often than names are. */
const SAME_TITLE_ALONE = 0.6;

/** @throws {StoreError} TIMEOUT where it takes longer than the clock has. */
export function comparedAs(record: 'Entity' | 'Source', one: Comparable, other: Comparable, clock: Clock = NO_DEADLINE): Duplicate {
  const { score, reasons } = record === 'Entity' ? entities(one, other, clock) : sources(one, other, clock);
  return { record: one.id, other: other.id, score: Math.round(score * 1_000) / 1_000, reasons };
}

type Judged = Pick<Duplicate, 'score' | 'reasons'>;

function entities(one: Comparable, other: Comparable, clock: Clock): Judged {
  const kinds = one.kind === other.kind ? 1 : OTHER_KIND;
  if (one.identifiers.some((each) => other.identifiers.some((its) => each.scheme === its.scheme && each.value === its.value)))
    return { score: 1, reasons: ['SAME_IDENTIFIER'] };
  const likeness = mostAlike(one.names, other.names, clock);
  if (likeness === 1) return { score: SAME_NAME * kinds, reasons: ['SAME_NAME'] };
  return likeness < SIMILAR ? { score: 0, reasons: [] } : { score: SAME_NAME * likeness * kinds, reasons: ['SIMILAR_NAME'] };
}

function sources(one: Comparable, other: Comparable, clock: Clock): Judged {
  if (one.digest !== undefined && one.digest === other.digest) return { score: 1, reasons: ['SAME_TEXT'] };
  const likeness = mostAlike(one.names, other.names, clock);
  if (likeness < SIMILAR) return { score: 0, reasons: [] };
  const publisher = one.publisher !== undefined && one.publisher === other.publisher;
  const reason: DuplicateReason = likeness === 1 ? 'SAME_TITLE' : 'SIMILAR_NAME';
  return publisher
    ? { score: SAME_NAME * likeness, reasons: [reason, 'SAME_PUBLISHER'] }
    : { score: SAME_TITLE_ALONE * likeness, reasons: [reason] };
}

/** 0 to 1; the order of the words does not matter (token sort ratio). Names that are surely other names count as not alike at all. */
function mostAlike(names: readonly string[], others: readonly string[], clock: Clock): number {
  let most = 0;
  for (const one of names.map(preparedName)) {
    for (const other of others.map(preparedName)) {
      clock.check();
      if (one.folded === other.folded) return 1;
      if (isLikelyAlike(one.sorted.length, other.sorted.length))
        most = Math.max(most, ratio(one.sorted, other.sorted, { full_process: false }) / 100);
    }
  }
  // Only the very same counts as the same.
  return Math.min(most, 0.999);
}

/** The ratio is twice what both have in common, over the length of both: at most twice the shorter one. In whole hundredths, as it is. */
const isLikelyAlike = (length: number, otherLength: number): boolean =>
  Math.round((200 * Math.min(length, otherLength)) / (length + otherLength)) >= 100 * SIMILAR;

interface PreparedName {
  readonly folded: string;
  /** Its words in alphabetical order. */
  readonly sorted: string;
}

// A candidate is one of many records.
const prepared = new LRUCache<string, PreparedName>({ max: 10_000 });

function preparedName(name: string): PreparedName {
  let known = prepared.get(name);
  if (!known) {
    const folded = fold(name);
    prepared.set(name, (known = { folded, sorted: process_and_sort(folded) }));
  }
  return known;
}

const MOST_NAMES = 5;
const PREFIX = 4;
const LEAST_WORD = 3;

/** The records that could be duplicates of one: those with an identifier, a beginning of a name or a long word of it in common. */
export function candidatesOf(record: 'Entity' | 'Source', { id, names, identifiers, digest }: Comparable): Condition {
  const likely: Condition[] = [...new Set(names.map(fold))].slice(0, MOST_NAMES).flatMap((folded) => namedLike(record, folded));
  for (const { scheme, value } of identifiers) {
    const same = [
      { kind: 'in', field: 'scheme', values: [scheme] },
      { kind: 'in', field: 'value', values: [value] },
    ] as const;
    likely.push({ kind: 'related', edge: 'identifiers', condition: { kind: 'all', conditions: same } });
  }
  if (digest !== undefined) likely.push({ kind: 'in', field: 'digest', values: [digest] });
  const itself: Condition = { kind: 'in', field: 'id', values: [id] };
  return {
    kind: 'all',
    conditions: [
      { kind: 'any', conditions: likely },
      { kind: 'not', condition: itself },
    ],
  };
}

function namedLike(record: 'Entity' | 'Source', folded: string): Condition[] {
  const points = [...folded];
  const words = folded.split(/[^\p{L}\p{N}]+/u).sort((a, b) => b.length - a.length);
  const longest = words[0] ?? '';
  const conditions = (field: string): Condition[] => [
    { kind: 'startsWith', field, prefix: points.slice(0, PREFIX).join('') },
    ...([...longest].length < LEAST_WORD ? [] : [{ kind: 'contains', field, folded: longest } as const]),
  ];
  if (record === 'Source') return conditions('title');
  return ['names', 'aliases'].map((edge) => ({ kind: 'related', edge, condition: { kind: 'any', conditions: conditions('text') } }));
}
