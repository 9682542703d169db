/**
 * What a transaction's writes can change of the corroboration of claims. Rather too much than too little:
 * what is named here is worked out anew, and nothing else.
 */
import type { RecordName } from '../definition.js';
import { isSeen } from '../seen.js';
import { OWNERSHIP } from '../vocabulary.js';
import type { RecordDocument } from './changeset.js';
import type { Asking } from './known.js';
import type { Projection } from './projections.js';

/** A claim in a source. */
export interface Place {
  readonly citation: string;
  readonly source: string;
  readonly claim: string;
}

export interface Dependents {
  /** Where a written citation carries a claim, or carried it: what relays it goes back to it, and so do copies of the source. */
  readonly places: readonly Place[];
  /** Sources that stand otherwise now: what they carry, and what copies of them carry, depends on them. */
  readonly sources: readonly string[];
  /** Entities that are owned otherwise now: so are the sources that they, and what they own, published. */
  readonly owned: readonly string[];
  /** What the graph calls owning has changed. */
  readonly everything: boolean;
}

export const NOTHING_DEPENDS: Dependents = { places: [], sources: [], owned: [], everything: false };

export function* dependentsOf(projections: readonly Projection[]): Asking<Dependents> {
  const of = (record: RecordName) => projections.filter(({ stored }) => stored.record === record);
  return {
    places: of('Citation').flatMap(({ stored, document, before }) =>
      [document, ...(before ? [before] : [])].map((each) => placeOf(stored.id, each)),
    ),
    sources: of('Source')
      .filter(standsOtherwise)
      .map(({ stored }) => stored.id),
    owned: yield* ownedOf(of('Claim')),
    everything: of('Predicate').some(
      ({ document, before }) => before?.['key'] !== document['key'] && (isOwnership(before) || isOwnership(document)),
    ),
  };
}

const placeOf = (citation: string, { source, claim }: RecordDocument): Place => ({
  citation,
  source: source as string,
  claim: claim as string,
});

const isOwnership = (predicate: RecordDocument | undefined): boolean =>
  predicate !== undefined && Object.hasOwn(OWNERSHIP, String(predicate['key']));

/** Nothing depends on a source that is new. Of its date depends when its claims were said, for readers (each store's settle.ts). */
function standsOtherwise({ stored, document, before, write }: Projection): boolean {
  if (!before) return false;
  const content = (of: RecordDocument) =>
    JSON.stringify([of['publisher'], of['derivations'], of['suspectedDerivations'], of['published'], isSeen(of)]);
  return changesStanding({ stored, write }) || content(document) !== content(before);
}

/** Whom the claims say to be owned, where they say so otherwise now: what the owner has beside stays as it is. */
function* ownedOf(claims: readonly Projection[]): Asking<string[]> {
  const changed = claims.filter(saysOtherwise);
  if (changed.every(({ document, before }) => (document['predicate'] ?? before?.['predicate']) === undefined)) return [];
  const { records = [] } = yield { fetch: 'records', record: 'Predicate', ids: [], keys: Object.keys(OWNERSHIP) };
  const ownerRole = new Map<unknown, string>(records.map(({ id, document }) => [id, OWNERSHIP[document['key'] as keyof typeof OWNERSHIP]]));
  const owned = changed.flatMap(({ document, before }) =>
    [document, before].flatMap((each) => {
      const role = each && ownerRole.get(each['predicate']);
      return role === undefined ? [] : each![role === 'subject' ? 'object' : 'subject'];
    }),
  );
  return unique(owned);
}

function saysOtherwise({ stored, document, before, write }: Projection): boolean {
  if (!before) return true;
  const content = (of: RecordDocument) =>
    JSON.stringify(['predicate', 'subject', 'object', 'negated', 'validFrom', 'validUntil'].map((name) => of[name]));
  return changesStanding({ stored, write }) || content(document) !== content(before);
}

/** It is retracted now, or restored. */
const changesStanding = ({ stored, write }: Pick<Projection, 'stored' | 'write'>): boolean =>
  write?.previous !== undefined && Boolean(write.previous.retraction) !== Boolean(stored.retraction);

const unique = (ids: readonly unknown[]): string[] => [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
