/** Version nodes as stored records and changes. */
import type { RecordDocument, RetractionDocument, StoredRecord } from '../../model/changeset/changeset.js';
import type { RecordName } from '../../model/definition.js';
import type { Operation } from '../../model/vocabulary.js';
import type { Change } from '../store.js';

export interface VersionNode {
  readonly position: number;
  readonly record: RecordName;
  readonly id: string;
  readonly version: number;
  readonly createdAt: number;
  readonly recordedAt: number;
  readonly recordedBy?: string;
  readonly operation: Operation;
  readonly reason?: string;
  readonly retraction?: string;
  readonly document: string;
}

export function storedRecord(node: VersionNode): StoredRecord {
  const { record, id, version, createdAt, retraction } = node;
  return {
    record,
    id,
    version,
    createdAt,
    retraction: retraction === undefined ? undefined : (JSON.parse(retraction) as RetractionDocument),
    document: JSON.parse(node.document) as RecordDocument,
  };
}

export function change(node: VersionNode): Change {
  const { position, record, id, version, operation, createdAt, recordedAt, recordedBy, reason, retraction } = node;
  return {
    position,
    record,
    id,
    version,
    operation,
    createdAt,
    recordedAt,
    recordedBy,
    reason,
    retraction: retraction === undefined ? undefined : (JSON.parse(retraction) as RetractionDocument),
    document: JSON.parse(node.document) as RecordDocument,
  };
}
