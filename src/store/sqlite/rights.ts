/** Whose records a write would hide from readers, or show to them. */
import type Database from 'better-sqlite3';
import type { Projection } from '../../model/changeset/projections.js';
import type { TouchedRecord } from '../../model/changeset/rights.js';
import { WITHHOLDABLE } from '../../model/withholding.js';
import type { Withheld } from './withhold.js';

/**
 * The first record of somebody else than `name` that is hidden now, or that was changed and is shown now. What was
 * not changed itself is shown because what withheld it is: that was looked at (model/changeset/rights.ts).
 */
export function touchedOfOthers(
  database: Database.Database,
  withheld: Withheld | undefined,
  projections: readonly Projection[],
  numbers: readonly number[],
  name: string | undefined,
): TouchedRecord | undefined {
  if (!withheld) return undefined;
  const others = name === undefined ? '' : ' AND "recorded_by" IS NOT @name';
  const first = database.prepare(
    `SELECT "record", "id" FROM "version" WHERE "record" = @record AND "version" = 1 AND "num" IN (SELECT "value" FROM json_each(@numbers))${others} LIMIT 1`,
  );
  for (const record of WITHHOLDABLE) {
    const flipped = new Set(withheld.changed[record]);
    const changed = numbers.filter((num, index) => flipped.has(num) && isChange(projections[index]!, record));
    const looked = [...(withheld.hidden[record] ?? []), ...changed];
    if (looked.length === 0) continue;
    const found = first.get({ record, numbers: JSON.stringify(looked), ...(name === undefined ? {} : { name }) });
    if (found) return found as TouchedRecord;
  }
  return undefined;
}

const isChange = ({ stored, before, write }: Projection, record: string): boolean =>
  stored.record === record && before !== undefined && write !== undefined;
