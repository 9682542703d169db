/** Reads the change log. */
import type Database from 'better-sqlite3';
import type { RecordDocument, RetractionDocument } from '../../model/changeset/changeset.js';
import { StoreError } from '../../model/errors.js';
import type { Change, ChangeHeader, ChangesOptions } from '../store.js';
import { givenUp } from './read.js';
import type { VersionRow } from './versions.js';

/** SQLite stops at a row, not within one: rows between two looks at the clock. */
const ROWS_BETWEEN_LOOKS = 50;
const HEADER = ['position', 'record', 'id', 'version', 'operation', 'created_at', 'recorded_at', 'recorded_by', 'reason'];
type HeaderRow = Pick<
  VersionRow,
  'position' | 'record' | 'id' | 'version' | 'operation' | 'created_at' | 'recorded_at' | 'recorded_by' | 'reason'
>;
type Which = 'all' | 'shown';

export class ChangeReader {
  readonly #headers: Readonly<Record<Which, Database.Statement<[number, number], HeaderRow>>>;
  readonly #whole: Readonly<Record<Which, Database.Statement<[number, number], VersionRow>>>;
  readonly #position: Database.Statement<[], number | null>;

  constructor(database: Database.Database) {
    const columns = (names: readonly string[]) => names.map((name) => `v."${name}"`).join(', ');
    const statements = <Row>(selected: string) => ({
      all: database.prepare<[number, number], Row>(
        `SELECT ${selected} FROM "version" v WHERE v."position" > ? ORDER BY v."position" LIMIT ?`,
      ),
      shown: database.prepare<[number, number], Row>(
        `SELECT ${selected} FROM "shown_version" s CROSS JOIN "version" v ON v."position" = s."position" WHERE s."position" > ? ORDER BY s."position" LIMIT ?`,
      ),
    });
    this.#headers = statements<HeaderRow>(columns(HEADER));
    this.#whole = statements<VersionRow>(columns([...HEADER, 'retraction', 'document']));
    this.#position = database.prepare<[], number | null>('SELECT max("position") FROM "version"').pluck();
  }

  /** Throws TIMEOUT. */
  changes(since: number, limit: number, options: ChangesOptions = {}): Change[] {
    return inTime(() => this.#whole[whichOf(options)].iterate(since, limit), change, options);
  }

  /** Throws TIMEOUT. */
  headers(since: number, limit: number, options: ChangesOptions = {}): ChangeHeader[] {
    return inTime(() => this.#headers[whichOf(options)].iterate(since, limit), header, options);
  }

  position(): number {
    return this.#position.get() ?? 0;
  }
}

const whichOf = ({ forReaders }: ChangesOptions): Which => (forReaders ? 'shown' : 'all');

function inTime<Row, Result>(
  rows: () => Iterable<Row>,
  decode: (row: Row) => Result,
  { timeout = Infinity, signal }: ChangesOptions,
): Result[] {
  const deadline = performance.now() + timeout;
  const decoded: Result[] = [];
  if (signal?.aborted) throw givenUp();
  for (const row of rows()) {
    if (decoded.length % ROWS_BETWEEN_LOOKS === 0 && performance.now() > deadline)
      throw new StoreError('TIMEOUT', 'the read took longer than its limit');
    decoded.push(decode(row));
  }
  return decoded;
}

const header = (row: HeaderRow): ChangeHeader => ({
  position: row.position,
  record: row.record,
  id: row.id,
  version: row.version,
  operation: row.operation,
  createdAt: row.created_at,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by ?? undefined,
  reason: row.reason ?? undefined,
});

const change = (row: VersionRow): Change => ({
  ...header(row),
  retraction: row.retraction === null ? undefined : (JSON.parse(row.retraction) as RetractionDocument),
  document: JSON.parse(row.document) as RecordDocument,
});
