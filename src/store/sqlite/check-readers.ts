/** What is kept for readers, looked over: which records are withheld, and the numbers that claims have without them. */
import type Database from 'better-sqlite3';
import { SETTLED_AT_ONCE, settledCorroborations } from '../../analysis/settling.js';
import { readByReaders } from '../../model/changeset/readers.js';
import { WITHHOLDABLE } from '../../model/withholding.js';
import type { CheckFinding } from '../store.js';
import { answered } from './answered.js';
import { Fetcher } from './fetch.js';
import { quoted, SETTLED, tableOf } from './names.js';
import { isToBeWithheld } from './withhold.js';

const FINDINGS_A_CHECK = 100;

export function checkWithheld(database: Database.Database): CheckFinding[] {
  return WITHHOLDABLE.flatMap((record) => {
    const wrong = `SELECT t."id" FROM ${quoted(tableOf(record))} t WHERE t."withheld" <> ${isToBeWithheld(record)} LIMIT ${FINDINGS_A_CHECK}`;
    const ids = database.prepare(wrong).pluck().all() as string[];
    return ids.map((id): CheckFinding => ({
      check: 'withheld',
      record,
      id,
      message: 'it is withheld from readers, or shown to them, against what it says',
    }));
  });
}

export function checkReadersNumbers(database: Database.Database): CheckFinding[] {
  if (database.prepare('SELECT "ever" FROM "withholding"').pluck().get() !== 1) return [];
  const own = (name: string) => `iif("readers_differ", "readers_${name}", "${name}")`;
  const page = database.prepare(
    `SELECT "num", "id", ${own('independent_supporting')} AS "supporting", ${own('independent_refuting')} AS "refuting", ${own('independent_groups')} AS "groups"
     FROM "claim" WHERE "${SETTLED}" = 1 AND "num" > ? ORDER BY "num" LIMIT ${SETTLED_AT_ONCE}`,
  );
  const fetcher = new Fetcher(database);
  const findings: CheckFinding[] = [];
  for (let last = 0; findings.length < FINDINGS_A_CHECK;) {
    const kept = page.all(last) as { num: number; id: string; supporting: number; refuting: number; groups: number }[];
    if (kept.length === 0) break;
    last = kept.at(-1)!.num;
    const worked = answered(settledCorroborations(kept.map(({ id }) => id)), (wanted) =>
      answered(readByReaders(wanted), (each) => fetcher.fetch(each, undefined, true)),
    );
    worked.forEach(({ claim, independentSupporting, independentRefuting, independentGroups }, index) => {
      const { supporting, refuting, groups } = kept[index]!;
      if (supporting === independentSupporting && refuting === independentRefuting && groups === independentGroups) return;
      findings.push({ check: 'corroboration', record: 'Claim', id: claim, message: 'its kept corroboration is stale for readers' });
    });
  }
  return findings;
}
