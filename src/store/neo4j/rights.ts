/** Whose records a write would hide from readers, or show to them. */
import type { ManagedTransaction } from 'neo4j-driver';
import type { Projection } from '../../model/changeset/projections.js';
import type { TouchedRecord } from '../../model/changeset/rights.js';
import { WITHHOLDABLE } from '../../model/withholding.js';
import type { Withheld } from './withhold.js';

/**
 * The first record of somebody else than `name` that is hidden now, or that was changed and is shown now. What was
 * not changed itself is shown because what withheld it is: that was looked at (model/changeset/rights.ts).
 */
export async function touchedOfOthers(
  transaction: Pick<ManagedTransaction, 'run'>,
  withheld: Withheld | undefined,
  projections: readonly Projection[],
  name: string | undefined,
): Promise<TouchedRecord | undefined> {
  if (!withheld) return undefined;
  const others = name === undefined ? '' : ' AND (v.recordedBy IS NULL OR v.recordedBy <> $name)';
  const first = `CYPHER 5 UNWIND $ids AS id MATCH (v:Version) USING INDEX SEEK v:Version(record, id, version)
    WHERE v.record = $record AND v.id = id AND v.version = 1${others} RETURN v.id AS id LIMIT 1`;
  for (const record of WITHHOLDABLE) {
    const flipped = new Set(withheld.changed[record]);
    const changed = projections.filter(
      ({ stored, before, write }) => stored.record === record && before && write && flipped.has(stored.id),
    );
    const ids = [...(withheld.hidden[record] ?? []), ...changed.map(({ stored }) => stored.id)];
    if (ids.length === 0) continue;
    const { records } = await transaction.run(first, { record, ids, ...(name === undefined ? {} : { name }) });
    const id = records[0]?.get('id') as string | undefined;
    if (id !== undefined) return { record, id };
  }
  return undefined;
}
