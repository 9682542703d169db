/** Takes over another store's versions as they are: ids, times and positions stay. */
import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import type { Change } from '../store.js';
import { VersionLog } from './log.js';
import { Projector } from './project.js';
import { storedRecord, type VersionRow } from './versions.js';

export function replayChanges(database: Database.Database, changes: readonly Change[], texts: ReadonlyMap<string, string>): void {
  const projector = new Projector(database);
  const log = new VersionLog(database);
  const find = database.prepare('SELECT * FROM "version" WHERE "record" = ? AND "id" = ? ORDER BY "version" DESC LIMIT 1');
  const known = new Map<string, StoredRecord>();
  database
    .transaction(() => {
      log.addTexts(texts);
      for (const written of transactionsOf(changes)) {
        const writes = written.map((change) => {
          const name = `${change.record} ${change.id}`;
          const before = change.version === 1 ? undefined : (known.get(name) ?? stored(find.get(change.record, change.id)));
          known.set(name, change);
          return { ...change, previous: before };
        });
        const { recordedAt } = written[0]!;
        const numbers = projector.project(writes, recordedAt);
        writes.forEach((write, index) => log.add(write, numbers[index]!, recordedAt));
      }
    })
    .immediate();
}

const stored = (row: unknown): StoredRecord | undefined => (row === undefined ? undefined : storedRecord(row as VersionRow));

/** Each transaction is recorded at a moment of its own. */
function* transactionsOf(changes: readonly Change[]): Generator<readonly Change[]> {
  for (let start = 0; start < changes.length;) {
    let end = start + 1;
    while (end < changes.length && changes[end]!.recordedAt === changes[start]!.recordedAt) end++;
    yield changes.slice(start, end);
    start = end;
  }
}
