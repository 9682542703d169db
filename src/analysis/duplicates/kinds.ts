/** The kinds of records that can be proposed as duplicates: how proposals are found among them. One entry a kind. */
import type { Clock } from '../../model/clock.js';
import type { RecordName } from '../../model/definition.js';
import { claimDuplicatesOf } from '../matching/claim-duplicates.js';
import { duplicatesOf } from './find.js';
import type { Duplicate } from './judge.js';
import type { Looking } from './looking.js';

/** Of each record its likely duplicates of at least this score, the likeliest first. */
export type FindDuplicates = (ids: readonly string[], minimumScore: number, clock?: Clock) => Looking<Duplicate[][]>;

export const DUPLICATES_AMONG = {
  Entity: (ids, minimumScore, clock) => duplicatesOf('Entity', ids, minimumScore, clock),
  Source: (ids, minimumScore, clock) => duplicatesOf('Source', ids, minimumScore, clock),
  Claim: (ids, minimumScore, clock) => claimDuplicatesOf(ids, minimumScore, clock),
} as const satisfies Partial<Record<RecordName, FindDuplicates>>;

export type DuplicateKind = keyof typeof DUPLICATES_AMONG;
