/** Pairs that the graph itself says are two: by a claim that one entity is different from the other. */
import type { Mergeable } from '../../model/changeset/canonical.js';
import type { Duplicate } from './judge.js';
import { fetched, type Looking } from './looking.js';

/** Of the starter vocabulary (Wikidata's P1889). */
export const DIFFERENT_FROM = 'different-from';
/** Of the entities of one question, the claims of this kind that are looked at. */
const CLAIMS = 10_000;

/** Tells of a pair whether a claim in force says so. */
export function* saidToDiffer(record: Mergeable, found: readonly Duplicate[]): Looking<(pair: Duplicate) => boolean> {
  if (record !== 'Entity' || found.length === 0) return () => false;
  const { records: predicates = [] } = yield* fetched({ fetch: 'records', record: 'Predicate', ids: [], keys: [DIFFERENT_FROM] });
  const [predicate] = predicates;
  if (!predicate) return () => false;
  const { records: claims = [] } = yield* fetched({
    fetch: 'referring',
    record: 'Claim',
    reference: 'subject',
    ids: [...new Set(found.flatMap((each) => [each.record, each.other]))],
    also: { reference: 'predicate', id: predicate.id },
    limit: CLAIMS,
  });
  const differing = new Set(
    claims
      .filter(({ retraction, document }) => !retraction && document['negated'] !== true)
      .map(({ document }) => pairOf(document['subject'] as string, document['object'] as string)),
  );
  return (pair) => differing.has(pairOf(pair.record, pair.other));
}

const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');
