/** Rows of the version table as stored records. */
import type { RecordDocument, RetractionDocument, StoredRecord } from '../../model/changeset/changeset.js';
import type { RecordName } from '../../model/definition.js';
import type { Operation } from '../../model/vocabulary.js';

export interface VersionRow {
  readonly position: number;
  readonly record: RecordName;
  readonly num: number;
  readonly id: string;
  readonly version: number;
  readonly created_at: number;
  readonly recorded_at: number;
  readonly recorded_until: number | null;
  readonly recorded_by: string | null;
  readonly operation: Operation;
  readonly reason: string | null;
  readonly retraction: string | null;
  readonly document: string;
}

/** What a stored record is made from: the rest of a version's row need not be read for it. */
export const STORED_COLUMNS = ['record', 'id', 'version', 'created_at', 'retraction', 'document'] as const satisfies (keyof VersionRow)[];

export function storedRecord(row: Pick<VersionRow, (typeof STORED_COLUMNS)[number]>): StoredRecord {
  return {
    record: row.record,
    id: row.id,
    version: row.version,
    createdAt: row.created_at,
    retraction: row.retraction === null ? undefined : (JSON.parse(row.retraction) as RetractionDocument),
    document: JSON.parse(row.document) as RecordDocument,
  };
}
