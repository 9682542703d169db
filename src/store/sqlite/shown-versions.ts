/**
 * Keeps which versions of the change log readers may see: those in which their record was shown, as long as the
 * record itself is. So the next changes for a reader are the next rows of an index, however much is withheld.
 */
import type Database from 'better-sqlite3';
import type { RecordName } from '../../model/definition.js';
import { RECORD_NAMES } from '../../model/graph.js';
import { isWithholdable } from '../../model/withholding.js';
import { pastTableOf, quoted, tableOf } from './names.js';

const GIVEN = '(SELECT "value" FROM json_each(@numbers))';

/** The positions of a kind's versions that readers may see; `among` restricts the records `r` by number. */
export function shownPositions(record: RecordName, among = 'true'): string {
  const table = quoted(tableOf(record));
  const version = (state: string) =>
    `CROSS JOIN "version" v ON v."record" = '${record}' AND v."num" = r."num" AND v."version" = ${state}."version"`;
  if (!isWithholdable(record))
    return `SELECT v."position" FROM "version" v WHERE v."record" = '${record}' AND ${among.replaceAll('r.', 'v.')}`;
  const shown = `${table} r WHERE r."withheld" = 0 AND ${among}`;
  return `SELECT v."position" FROM (SELECT r."num", r."version" FROM ${shown}) r ${version('r')}
    UNION SELECT v."position" FROM (SELECT r."num" FROM ${shown}) r
      CROSS JOIN ${quoted(pastTableOf(tableOf(record)))} s ON s."num" = r."num" AND s."withheld" = 0 ${version('s')}`;
}

export class ShownVersions {
  readonly #statements: ReadonlyMap<RecordName, Readonly<Record<'add' | 'hide' | 'show', Database.Statement>>>;

  constructor(database: Database.Database) {
    this.#statements = new Map(
      RECORD_NAMES.map((record) => {
        const isShown = isWithholdable(record)
          ? ` WHERE NOT EXISTS (SELECT 1 FROM ${quoted(tableOf(record))} WHERE "num" = @num AND "withheld" = 1)`
          : '';
        return [
          record,
          {
            add: database.prepare(`INSERT OR IGNORE INTO "shown_version" SELECT @position${isShown}`),
            hide: database.prepare(
              `DELETE FROM "shown_version" WHERE "position" IN (SELECT v."position" FROM json_each(@numbers) j CROSS JOIN "version" v ON v."record" = '${record}' AND v."num" = j."value")`,
            ),
            show: database.prepare(`INSERT INTO "shown_version" ${shownPositions(record, `r."num" IN ${GIVEN}`)}`),
          },
        ];
      }),
    );
  }

  /** Adds a version that was written, if its record's row says that readers may see it. */
  add(record: RecordName, num: number, position: number): void {
    const { add } = this.#statements.get(record)!;
    // SQLite takes a parameter that the statement does not have for a mistake.
    if (isWithholdable(record)) add.run({ num, position });
    else add.run({ position });
  }

  /** Works out anew which versions of these records are shown: they, or states of theirs, are withheld now, or not any more. */
  mark(record: RecordName, numbers: readonly number[]): void {
    if (numbers.length === 0) return;
    const { hide, show } = this.#statements.get(record)!;
    const given = { numbers: JSON.stringify(numbers) };
    hide.run(given);
    show.run(given);
  }
}
