/**
 * What a transaction's writes come to in a store's tables: documents with their references read through
 * merges, and, where records were merged or parted, every record that refers to them.
 */
import { canonicalDocument, mergeableReferences, redirectedReferences, MERGEABLE, type Canonical } from './canonical.js';
import type { RecordDocument, RecordWrite, StoredRecord } from './changeset.js';
import { dependentsOf, type Dependents } from './dependents.js';
import type { Asking } from './known.js';

/** A record as it goes into the tables. */
export interface Projection {
  readonly stored: StoredRecord;
  /** The document with its references as they are read. */
  readonly document: RecordDocument;
  /** The same of what stands in the tables; undefined for a new record. */
  readonly before: RecordDocument | undefined;
  /** Ids in the document that are read through another record. */
  readonly redirected: readonly string[];
  /** The version that was written; undefined where only the reading of its references changed. */
  readonly write: RecordWrite | undefined;
}

/** Of one transaction's writes, in their order, and then of the records that are only read otherwise now. */
export function* projectionsOf(writes: readonly RecordWrite[]): Asking<Projection[]> {
  const merging = writes.filter(
    ({ record, previous, document }) => MERGEABLE.includes(record) && intoOf(previous?.document) !== intoOf(document),
  );
  const known = new Map<string, string>();
  yield* learn(known, [
    ...writes.flatMap(({ record, document, previous }) => [
      ...mergeableReferences(record, document),
      ...(previous ? mergeableReferences(record, previous.document) : []),
    ]),
    ...merging.map(({ id }) => id),
  ]);
  const before: Canonical = (id) => known.get(id) ?? id;
  if (merging.length === 0) return writes.map((write) => projection(write, write, before, before));

  const { canonical, changed } = yield* regrouped(merging, before);
  const pointing = yield* pointingTo([...changed]);
  yield* learn(
    known,
    pointing.flatMap(({ record, document }) => mergeableReferences(record, document)),
  );
  const written = new Set(writes.map(({ record, id }) => `${record} ${id}`));
  return [
    ...writes.map((write) => projection(write, write, before, canonical)),
    ...pointing
      .filter(({ record, id }) => !written.has(`${record} ${id}`))
      .map((stored) => projection(stored, undefined, before, canonical)),
  ];
}

function projection(stored: StoredRecord, write: RecordWrite | undefined, before: Canonical, after: Canonical): Projection {
  const { record, document } = stored;
  const earlier = write ? write.previous?.document : document;
  return {
    stored,
    document: canonicalDocument(record, document, after),
    before: earlier && canonicalDocument(record, earlier, before),
    redirected: redirectedReferences(record, document, after),
    write,
  };
}

const intoOf = (document: RecordDocument | undefined): string | undefined => document?.['mergedInto'] as string | undefined;

/** Adds what the ids are read through; an id that is no merged record's is read as it is. */
function* learn(known: Map<string, string>, ids: readonly string[]): Asking<void> {
  const asked = [...new Set(ids)].filter((id) => !known.has(id));
  if (asked.length === 0) return;
  for (const [from, to] of (yield { fetch: 'merged', ids: asked }).pairs ?? []) known.set(from, to);
}

/** What records are read through once these are merged or parted, and which are read otherwise than before. */
function* regrouped(merging: readonly RecordWrite[], before: Canonical): Asking<{ canonical: Canonical; changed: ReadonlySet<string> }> {
  const into = new Map<string, string | undefined>();
  for (const record of MERGEABLE) {
    const heads = [...new Set(merging.flatMap((write) => (write.record === record ? [before(write.id)] : [])))];
    if (heads.length === 0) continue;
    const { records = [] } = yield { fetch: 'referring', record, reference: 'mergedInto', ids: heads };
    for (const { id, document } of records) into.set(id, intoOf(document));
  }
  for (const { id, document } of merging) into.set(id, intoOf(document));
  const canonical: Canonical = (id) => {
    const seen = new Set<string>();
    let at = id;
    for (;;) {
      if (seen.has(at)) return at;
      seen.add(at);
      const next = into.has(at) ? into.get(at) : before(at);
      if (next === undefined || next === at) return at;
      at = next;
    }
  };
  return { canonical, changed: new Set([...into.keys()].filter((id) => canonical(id) !== before(id))) };
}

/** Every record whose document refers to one of these. */
function* pointingTo(ids: readonly string[]): Asking<readonly StoredRecord[]> {
  if (ids.length === 0) return [];
  const { records = [] } = yield { fetch: 'pointing', ids };
  return [...new Map(records.map((each) => [`${each.record} ${each.id}`, each])).values()];
}

/** Both, for who has writes alone: a log that is read again. */
export function* projected(writes: readonly RecordWrite[]): Asking<{ projections: Projection[]; dependents: Dependents }> {
  const projections = yield* projectionsOf(writes);
  return { projections, dependents: yield* dependentsOf(projections) };
}
