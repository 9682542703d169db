/** Counting records by a value of theirs, or of what they lead to: what can be asked, and where it stands. */
import type { RecordName } from '../model/definition.js';

/** Edges from the counted record, and the fields at their end; a date is counted by its bounds, a moment by its day. */
export interface GroupPath {
  readonly edges: readonly string[];
  readonly fields: readonly string[];
  /** The records that the values are ids of. */
  readonly of?: RecordName;
}

export const GROUPS = {
  Claim: {
    PREDICATE: { edges: ['predicate'], fields: ['id'], of: 'Predicate' },
    SUBJECT: { edges: ['subject'], fields: ['id'], of: 'Entity' },
    PUBLISHER: { edges: ['citations', 'source', 'publisher'], fields: ['id'], of: 'Entity' },
    SPEAKER: { edges: ['citations', 'speaker'], fields: ['id'], of: 'Entity' },
    STANCE: { edges: ['citations'], fields: ['stance'] },
    LANGUAGE: { edges: ['citations', 'source'], fields: ['language'] },
    VERDICT: { edges: ['citations', 'rating'], fields: ['verdict'] },
    MONTH: { edges: [], fields: ['firstSaid'] },
  },
  Citation: {
    PREDICATE: { edges: ['claim', 'predicate'], fields: ['id'], of: 'Predicate' },
    SUBJECT: { edges: ['claim', 'subject'], fields: ['id'], of: 'Entity' },
    PUBLISHER: { edges: ['source', 'publisher'], fields: ['id'], of: 'Entity' },
    SPEAKER: { edges: ['speaker'], fields: ['id'], of: 'Entity' },
    STANCE: { edges: [], fields: ['stance'] },
    LANGUAGE: { edges: ['source'], fields: ['language'] },
    VERDICT: { edges: ['rating'], fields: ['verdict'] },
    MONTH: { edges: [], fields: ['effectiveDate'] },
  },
} as const satisfies Partial<Record<RecordName, Readonly<Record<string, GroupPath>>>>;

export type GroupKey = keyof (typeof GROUPS)['Claim'];
export const GROUP_KEYS = Object.keys(GROUPS.Claim) as GroupKey[];

/** Milliseconds of the days that moments are counted by. */
export const DAY = 86_400_000;
