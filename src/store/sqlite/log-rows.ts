/** Rows of a log of versions that comes from outside: taken only where a writer could have made them. */
import { documentFault } from '../../model/changeset/document-form.js';
import { referencesIn } from '../../model/changeset/references.js';
import type { RecordName } from '../../model/definition.js';
import { isRecordName } from '../../model/graph.js';
import { OPERATIONS } from '../../model/vocabulary.js';
import type { RecordDocument, RetractionDocument } from '../../model/changeset/changeset.js';
import type { VersionRow } from './versions.js';

/** What is wrong with a row by itself and after those before it, in words; undefined where nothing is. */
export class LogRows {
  #recordedAt = 0;
  #position = 0;

  fault(row: VersionRow): string | undefined {
    const { position, record, version, recorded_at: recordedAt, operation } = row;
    if (position <= this.#position) return 'its position is not after the one before it';
    if (recordedAt < this.#recordedAt) return 'it was recorded earlier than the change before it';
    this.#position = position;
    this.#recordedAt = recordedAt;
    if (!isRecordName(record)) return 'it has an unknown kind of record';
    if (!OPERATIONS.includes(operation)) return 'it has an unknown operation';
    if (version < 1 || (version === 1) !== (operation === 'CREATED')) return 'its version does not match its operation';
    const document = parsed(row.document);
    if (document === undefined) return 'its document is not JSON';
    return documentFault(record, document) ?? retractionFault(row.retraction);
  }
}

function retractionFault(text: string | null): string | undefined {
  if (text === null) return undefined;
  const { at, by, reason } = (parsed(text) ?? {}) as Partial<RetractionDocument>;
  const isSound = Number.isSafeInteger(at) && typeof reason === 'string' && (by === undefined || typeof by === 'string');
  return isSound ? undefined : 'its retraction has the wrong form';
}

/** The first reference of the row's document that leads nowhere, in words. */
export function lostReference(row: VersionRow, isThere: (record: RecordName, id: string) => boolean): string | undefined {
  const found = referencesIn(row.record, JSON.parse(row.document) as RecordDocument);
  const lost = found.find(({ to, value }) => !isThere(to, value));
  return lost && `${lost.path.join('.')} leads to no ${lost.to}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
