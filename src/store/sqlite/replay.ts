/** Takes over another store's versions as they are: ids, times and positions stay. */
import type Database from 'better-sqlite3';
import type { StoredRecord } from '../../model/changeset/changeset.js';
import { RECORD_NAMES } from '../../model/graph.js';
import type { Change } from '../store.js';
import { Deriver, nothingTouched, recount } from './derive.js';
import { quoted, tableOf } from './names.js';
import { RowWriter } from './rows.js';

export function replayChanges(database: Database.Database, changes: readonly Change[], texts: ReadonlyMap<string, string>): void {
  const rows = new RowWriter(database);
  const addText = database.prepare('INSERT OR IGNORE INTO "source_text" VALUES (?, ?)');
  const close = database.prepare('UPDATE "version" SET "recorded_until" = ? WHERE "record" = ? AND "num" = ? AND "version" = ?');
  const add = database.prepare('INSERT INTO "version" VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)');
  // Of a record with several versions here, only the last has a row.
  const last = new Map(changes.map((change) => [`${change.record} ${change.id}`, change]));
  const numbers = new Map<string, number>();

  database
    .transaction(() => {
      for (const [digest, text] of texts) addText.run(digest, text);
      const touched = nothingTouched();
      for (const record of RECORD_NAMES) {
        const find = database.prepare(`SELECT "num" FROM ${quoted(tableOf(record))} WHERE "id" = ?`).pluck();
        for (const [name, change] of last) {
          if (change.record !== record) continue;
          const known = find.get(change.id) as number | undefined;
          const projected = { ...storedOf(change), recordedAt: change.recordedAt, recordedBy: change.recordedBy };
          if (known === undefined) numbers.set(name, rows.insert(projected));
          else {
            rows.update(projected, known);
            numbers.set(name, known);
          }
          const num = numbers.get(name)!;
          if (record === 'Citation') touched.citations.add(num);
          if (record === 'Claim') touched.claims.add(num);
          if (record === 'Source') touched.sources.add(num);
        }
      }
      for (const [name, change] of last) {
        rows.deleteParts(change.record, numbers.get(name)!);
        rows.insertParts(storedOf(change), numbers.get(name)!);
      }
      for (const change of changes) {
        const num = numbers.get(`${change.record} ${change.id}`)!;
        close.run(change.recordedAt, change.record, num, change.version - 1);
        const { position, record, id, version, createdAt, recordedAt, recordedBy, operation, reason, retraction, document } = change;
        add.run(
          position,
          record,
          num,
          id,
          version,
          createdAt,
          recordedAt,
          recordedBy ?? null,
          operation,
          reason ?? null,
          retraction ? JSON.stringify(retraction) : null,
          JSON.stringify(document),
        );
      }
      new Deriver(database).derive(touched);
      recount(database);
    })
    .immediate();
}

function storedOf({ record, id, version, createdAt, retraction, document }: Change): StoredRecord {
  return { record, id, version, createdAt, retraction, document };
}
