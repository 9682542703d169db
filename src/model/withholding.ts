/**
 * What is withheld from readers: what is marked so, and all that refers to it, for it could not be shown
 * whole. What only relays or copies something withheld, or is suspected to, is shown without saying so.
 */
import type { PartName, RecordName } from './definition.js';
import { edgeOf, edgesOf, RECORD_NAMES, targetOf } from './graph.js';
import { PEER_LISTS } from './peers.js';

/** Parts that lead from a record to one of its own kind that it was got from, or is suspected to have been got from. */
export const PEER_PARTS: Partial<Record<PartName, string>> = Object.fromEntries(
  PEER_LISTS.map(({ record, list, reference }) => [targetOf(edgeOf(record, list)), reference]),
);

export const isWithholdable = (record: string): boolean => record !== 'Predicate';
export const WITHHOLDABLE: readonly RecordName[] = RECORD_NAMES.filter(isWithholdable);

/** A way by which being withheld passes on: `from` refers to `to`, by itself or in a list of parts. */
export interface Withholding {
  readonly from: RecordName;
  readonly to: RecordName;
  readonly reference: string;
  readonly list?: string;
}

export const WITHHOLDINGS: readonly Withholding[] = WITHHOLDABLE.flatMap((from) =>
  edgesOf(from).flatMap((edge): Withholding[] => {
    if (edge.kind === 'reference') return isWithholdable(edge.to) ? [{ from, to: edge.to, reference: edge.name }] : [];
    // Participants are all the entities that a claim's other lists have.
    if (edge.kind !== 'parts' || PEER_PARTS[edge.part] || (from === 'Claim' && edge.part !== 'Participant')) return [];
    return edgesOf(edge.part).flatMap((inner) =>
      inner.kind === 'reference' && isWithholdable(inner.to) ? [{ from, to: inner.to, reference: inner.name, list: edge.name }] : [],
    );
  }),
);

/** What a record must have shown of what it refers to when it is looked at as of an earlier time. */
export const SHOWN_WITH: Partial<Record<RecordName, readonly string[]>> = { Citation: ['claim', 'source'], ClaimLink: ['from', 'to'] };
