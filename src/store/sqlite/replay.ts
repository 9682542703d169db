/** Takes over another store's versions as they are: ids, times and positions stay. */
import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import { projected } from '../../model/changeset/projections.js';
import type { Change } from '../store.js';
import { transactionsOf } from '../transactions.js';
import { answered } from './answered.js';
import { Fetcher } from './fetch.js';
import { VersionLog } from './log.js';
import { Projector } from './project.js';
import { storedRecord, type VersionRow } from './versions.js';

export function replayChanges(database: Database.Database, changes: readonly Change[], texts: ReadonlyMap<string, string>): void {
  const projector = new Projector(database);
  const log = new VersionLog(database);
  const fetcher = new Fetcher(database);
  const find = database.prepare('SELECT * FROM "version" WHERE "record" = ? AND "id" = ? ORDER BY "version" DESC LIMIT 1');
  database
    .transaction(() => {
      log.addTexts(texts);
      for (const written of transactionsOf(changes)) {
        const writes = written.map((change) => ({ ...change, previous: stored(find.get(change.record, change.id)) }));
        const { recordedAt: at, recordedBy: by } = written[0]!;
        const { projections, dependents } = answered(projected(writes), (wanted) => fetcher.fetch(wanted));
        const { numbers } = projector.project(projections, dependents, { at, by });
        writes.forEach((write, index) => log.add(write, numbers[index]!, at));
      }
    })
    .immediate();
}

const stored = (row: unknown): StoredRecord | undefined => (row === undefined ? undefined : storedRecord(row as VersionRow));
