/** Records as items of a changeset that write them again: the way back of model/changeset/input.ts. */
import type { RecordDocument } from '../../model/changeset/changeset.js';
import { itemName } from '../../model/changeset/input.js';
import type { RecordName, ShapeName } from '../../model/definition.js';
import { edgesOf, fieldsOf } from '../../model/graph.js';
import type { Row } from '../../plan/rows.js';
import type { Item } from '../reading/entry.js';
import { documentOf } from '../exporting.js';

/** The record as it stands, under its id; a source with its text where one is given. */
export function itemOf(record: RecordName, row: Row, text: string | undefined): Item {
  const { id } = row as { id: string };
  const content = givenPart(record, documentOf(row));
  // A predicate's id is its key.
  const named = record === 'Predicate' ? content : { id, ...content };
  return { [itemName(record)]: { ...named, ...(text === undefined ? {} : { text }) } };
}

/** That it is retracted, or merged: said after every record is there. */
export function statusOf(record: RecordName, row: Row): Item | undefined {
  const { id, retraction, mergedInto } = row as { id: string; retraction: { reason: string } | null; mergedInto?: { id: string } | null };
  if (mergedInto) {
    const history = row['history'] as readonly { operation: string; reason?: string | null; data: RecordDocument }[];
    const merge = history.find(({ operation }) => operation === 'MERGED');
    const into = documentOf(row)['mergedInto'] as string;
    return { merge: { kind: record, reference: id, into, reason: merge?.reason ?? retraction?.reason } };
  }
  return retraction ? { retract: { kind: record, reference: id, reason: retraction.reason } } : undefined;
}

/** Only what a caller can give. */
function givenPart(shape: ShapeName, document: RecordDocument): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const field of fieldsOf(shape)) {
    if (!field.system && !field.derived && document[field.name] !== undefined) given[field.name] = document[field.name];
  }
  for (const edge of edgesOf(shape)) {
    if (edge.kind === 'through') {
      if (edge.derived) continue;
      const parts = document[edge.parts] as readonly RecordDocument[] | undefined;
      if (parts) given[edge.name] = parts.map((part) => part[edge.reference]);
      continue;
    }
    const value = document[edge.name];
    if (value === undefined) continue;
    if (edge.kind === 'reference' && !edge.system) given[edge.name] = value;
    if (edge.kind === 'embedded' && !edge.system) given[edge.name] = givenPart(edge.part, value as RecordDocument);
    if (edge.kind === 'parts' && !edge.derived && !edge.hidden)
      given[edge.name] = (value as readonly RecordDocument[]).map((part) => givenPart(edge.part, part));
  }
  return given;
}
