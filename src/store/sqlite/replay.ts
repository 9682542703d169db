/** Takes over another store's versions as they are: ids, times and positions stay. */
import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import { projected } from '../../model/changeset/projections.js';
import type { Change } from '../store.js';
import { transactionsOf, writtenMeanwhile } from '../transactions.js';
import { answered } from './answered.js';
import { lastPosition } from './backup.js';
import { Fetcher } from './fetch.js';
import { VersionLog } from './log.js';
import { Projector } from './project.js';
import { dropProjections, projectionSchema } from './schema.js';
import { storedRecord, type VersionRow } from './versions.js';

export function replayChanges(
  database: Database.Database,
  changes: readonly Change[],
  texts: ReadonlyMap<string, string>,
  instead?: number,
): void {
  const projector = new Projector(database);
  const log = new VersionLog(database);
  const fetcher = new Fetcher(database);
  const find = database.prepare('SELECT * FROM "version" WHERE "record" = ? AND "id" = ? ORDER BY "version" DESC LIMIT 1');
  database
    .transaction(() => {
      if (instead !== undefined) takeAway(database, instead);
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

/** Everything, where the log ends at the position. */
function takeAway(database: Database.Database, position: number): void {
  if (lastPosition(database) !== position) throw writtenMeanwhile();
  database.exec(`
    ${dropProjections()}
    ${projectionSchema()}
    DELETE FROM "version"; DELETE FROM "changeset"; DELETE FROM "author"; DELETE FROM "source_text";
    DELETE FROM sqlite_sequence WHERE "name" = 'version';`);
}

const stored = (row: unknown): StoredRecord | undefined => (row === undefined ? undefined : storedRecord(row as VersionRow));
