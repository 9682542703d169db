/**
 * Reading through a merge: what a record refers to stays in its document as it was given, and is looked
 * at through the record that it was merged into.
 */
import type { RecordName, ShapeName } from '../definition.js';
import { edgesOf } from '../graph.js';
import type { RecordDocument } from './changeset.js';
import type { Asking, Fetch, Fetched } from './known.js';
import { replaceReferences } from './references.js';

/** Records that can turn out to be two records of one thing. */
export const MERGEABLE: readonly RecordName[] = ['Entity', 'Source'];
export type Mergeable = 'Entity' | 'Source';

/** From the id of a merged record to that of the record that it is read through, at the end of any chain. */
export type Canonical = (id: string) => string;

/** The references that may lead to a merged record, by id. */
export function mergeableReferences(shape: ShapeName, document: RecordDocument, found: string[] = []): string[] {
  // Each record that is read or written passes here: only the members that can hold one are looked at.
  for (const { name, inner } of membersOf(shape)) {
    const value = document[name];
    if (value === undefined || value === null) continue;
    if (inner === undefined) found.push(value as string);
    else if (Array.isArray(value)) for (const part of value) mergeableReferences(inner, part as RecordDocument, found);
    else mergeableReferences(inner, value as RecordDocument, found);
  }
  return found;
}

/** A reference, or a part that has one. */
interface Member {
  readonly name: string;
  readonly inner: ShapeName | undefined;
}

const members = new Map<ShapeName, readonly Member[]>();

function membersOf(shape: ShapeName): readonly Member[] {
  let found = members.get(shape);
  if (!found) {
    found = edgesOf(shape).flatMap((edge): Member[] => {
      if (edge.kind === 'reference') return MERGEABLE.includes(edge.to) ? [{ name: edge.name, inner: undefined }] : [];
      if (edge.kind !== 'embedded' && edge.kind !== 'parts') return [];
      return membersOf(edge.part).length > 0 ? [{ name: edge.name, inner: edge.part }] : [];
    });
    members.set(shape, found);
  }
  return found;
}

/** The document with every reference as it is read. */
export function canonicalDocument(record: RecordName, document: RecordDocument, canonical: Canonical): RecordDocument {
  if (mergeableReferences(record, document).every((id) => canonical(id) === id)) return document;
  return replaceReferences(record, document, (to, value) => (MERGEABLE.includes(to) ? canonical(value) : value));
}

/** The references of the document that are read through another record, each once. */
export function redirectedReferences(record: RecordName, document: RecordDocument, canonical: Canonical): string[] {
  return [...new Set(mergeableReferences(record, document).filter((id) => canonical(id) !== id))];
}

/** A question whose answer's references are those that are read: for everyone but the writer, who keeps them as given. */
export function* readThrough(wanted: Fetch): Asking<Fetched> {
  const fetched = yield wanted;
  const records = fetched.records ?? [];
  if (fetched.through) return canonically(fetched, fetched.through);
  const ids = [...new Set(records.flatMap(({ record, document }) => mergeableReferences(record, document)))];
  if (ids.length === 0) return fetched;
  return canonically(fetched, (yield { fetch: 'merged', ids }).pairs ?? []);
}

function canonically(fetched: Fetched, pairs: readonly (readonly [string, string])[]): Fetched {
  if (pairs.length === 0) return fetched;
  const through = new Map(pairs);
  const canonical: Canonical = (id) => through.get(id) ?? id;
  const records = fetched.records?.map((each) => ({ ...each, document: canonicalDocument(each.record, each.document, canonical) }));
  return { ...fetched, ...(records ? { records } : {}) };
}
