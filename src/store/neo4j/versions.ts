/** Version nodes as stored records and changes. */
import type { RecordDocument, RetractionDocument, StoredRecord } from '../../model/changeset/changeset.js';
import type { RecordName } from '../../model/definition.js';
import type { Operation } from '../../model/vocabulary.js';
import type { Change, ChangeHeader } from '../store.js';

/** As the database gives it: a property that is not there is null where properties are asked for by name. */
export interface VersionHeader {
  readonly position: number;
  readonly record: RecordName;
  readonly id: string;
  readonly version: number;
  readonly createdAt: number;
  readonly recordedAt: number;
  readonly recordedBy?: string | null;
  readonly operation: Operation;
  readonly reason?: string | null;
}

export interface VersionNode extends VersionHeader {
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

export const changeHeader = (node: VersionHeader): ChangeHeader => ({
  position: node.position,
  record: node.record,
  id: node.id,
  version: node.version,
  operation: node.operation,
  createdAt: node.createdAt,
  recordedAt: node.recordedAt,
  recordedBy: node.recordedBy ?? undefined,
  reason: node.reason ?? undefined,
});

export const change = (node: VersionNode): Change => ({
  ...changeHeader(node),
  retraction: node.retraction === undefined ? undefined : (JSON.parse(node.retraction) as RetractionDocument),
  document: JSON.parse(node.document) as RecordDocument,
});
