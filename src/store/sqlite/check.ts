/** Looks a whole file over: what `claimgraph check` reports. Each check is a question with no rows when all is well. */
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { SETTLED_AT_ONCE, settledCorroborations, type SettledCorroboration } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { derivedOf, normalDocument } from '../../model/changeset/documents.js';
import { referencesIn } from '../../model/changeset/references.js';
import type { RecordName, ShapeName } from '../../model/definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
import { dateBounds } from '../../model/values/dates.js';
import { anchorPassage, type AnchoredPassage } from '../../model/values/passages.js';
import type { CheckFinding, CheckProgress } from '../store.js';
import { answered } from './answered.js';
import { checkReadersNumbers, checkWithheld } from './check-readers.js';
import { Fetcher } from './fetch.js';
import { columnOf, embeddedPrefix, quoted, RETRACTED, SETTLED, tableOf } from './names.js';
import { TABLES } from './schema.js';
import { storedRecord, type VersionRow } from './versions.js';

const FINDINGS_A_CHECK = 100;

export function checkDatabase(database: Database.Database, report: (progress: CheckProgress) => void): CheckFinding[] {
  const steps: [string, () => CheckFinding[]][] = [
    ['file', () => checkFile(database)],
    ['versions', () => checkVersions(database)],
    ['references', () => checkReferences(database)],
    ['documents', () => checkDocuments(database)],
    ['date bounds', () => checkBounds(database)],
    ['derived fields', () => checkDerived(database)],
    ['corroboration', () => [...checkCorroboration(database), ...checkReadersNumbers(database)]],
    ['withheld', () => checkWithheld(database)],
    ['passages', () => checkPassages(database)],
    ['cycles', () => checkCycles(database)],
  ];
  return steps.flatMap(([step, run]) => {
    report({ step });
    return run().slice(0, FINDINGS_A_CHECK);
  });
}

/**
 * On a connection of its own: one that has read the full-text indexes before remembers their segments,
 * and the pragma then misses those that a merge has since removed (SQLite 3.54.1).
 */
function checkFile({ name }: Database.Database): CheckFinding[] {
  const fresh = new Database(name, { readonly: true });
  let rows: { integrity_check: string }[];
  try {
    rows = fresh.pragma('integrity_check') as typeof rows;
  } finally {
    fresh.close();
  }
  return rows.filter((row) => row.integrity_check !== 'ok').map((row) => ({ check: 'file', message: row.integrity_check }));
}

type IdRow = { id: string };

function idsOf(database: Database.Database, sql: string): string[] {
  return (database.prepare(`${sql} LIMIT ${FINDINGS_A_CHECK}`).all() as IdRow[]).map(({ id }) => id);
}

function checkVersions(database: Database.Database): CheckFinding[] {
  return RECORD_NAMES.flatMap((record) => {
    const table = quoted(tableOf(record));
    const finding = (message: string) => (id: string) => ({ check: 'versions', record, id, message });
    return [
      ...idsOf(
        database,
        `SELECT r."id" FROM ${table} r WHERE (SELECT count(*) FROM "version" v WHERE v."record" = '${record}' AND v."num" = r."num" AND v."recorded_until" IS NULL AND v."version" = r."version" AND v."id" = r."id") <> 1`,
      ).map(finding('its current version is not in the history')),
      ...idsOf(
        database,
        `SELECT r."id" FROM ${table} r WHERE (SELECT count(*) FROM "version" v WHERE v."record" = '${record}' AND v."num" = r."num") <> r."version"`,
      ).map(finding('versions are missing from its history')),
      ...idsOf(
        database,
        `SELECT v."id" FROM "version" v JOIN "version" n ON n."record" = v."record" AND n."num" = v."num" AND n."version" = v."version" + 1 WHERE v."record" = '${record}' AND v."recorded_until" IS NOT n."recorded_at"`,
      ).map(finding('its history has a gap')),
      ...idsOf(
        database,
        `SELECT v."id" FROM "version" v WHERE v."record" = '${record}' AND NOT EXISTS (SELECT 1 FROM ${table} r WHERE r."num" = v."num")`,
      ).map(finding('it is in the history alone')),
    ];
  });
}

/** Every reference column of a shape, with those of its embedded parts. */
function referenceColumns(shape: ShapeName, prefix = ''): { column: string; to: RecordName; required: boolean }[] {
  return edgesOf(shape).flatMap((edge) => {
    if (edge.kind === 'reference') return [{ column: columnOf(prefix, edge.name), to: edge.to, required: edge.required && prefix === '' }];
    return edge.kind === 'embedded' ? referenceColumns(edge.part, embeddedPrefix(prefix, edge.name)) : [];
  });
}

function checkReferences(database: Database.Database): CheckFinding[] {
  return TABLES.flatMap((table) => {
    const owner = table.owner ?? (table.shape as RecordName);
    const id = table.owner
      ? `coalesce((SELECT o."id" FROM ${quoted(tableOf(table.owner))} o WHERE o."num" = t."owner"), 'row ' || t."num")`
      : 't."id"';
    const lost = table.owner
      ? idsOf(
          database,
          `SELECT ${id} AS "id" FROM ${quoted(table.name)} t WHERE NOT EXISTS (SELECT 1 FROM ${quoted(tableOf(table.owner))} o WHERE o."num" = t."owner")`,
        )
      : [];
    return [
      ...lost.map((each) => ({ check: 'references', record: owner, id: each, message: `${table.list}: a part without an owner` })),
      ...referenceColumns(table.shape).flatMap(({ column, to, required }) => {
        const missing = `t.${quoted(column)} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${quoted(tableOf(to))} r WHERE r."num" = t.${quoted(column)})`;
        return idsOf(
          database,
          `SELECT ${id} AS "id" FROM ${quoted(table.name)} t WHERE ${missing}${required ? ` OR t.${quoted(column)} IS NULL` : ''}`,
        ).map((each) => ({
          check: 'references',
          record: owner,
          id: each,
          message: `${table.list ? `${table.list}.` : ''}${column} leads nowhere`,
        }));
      }),
    ];
  });
}

function checkDocuments(database: Database.Database): CheckFinding[] {
  const exists = new Map(
    RECORD_NAMES.map((record) => [record, database.prepare(`SELECT 1 FROM ${quoted(tableOf(record))} WHERE "id" = ?`)]),
  );
  const rowOf = new Map(
    RECORD_NAMES.map((record) => [record, database.prepare(`SELECT * FROM ${quoted(tableOf(record))} WHERE "num" = ?`)]),
  );
  const findings: CheckFinding[] = [];
  for (const row of currentVersions(database)) {
    const { record, id, document } = storedRecord(row);
    const finding = (message: string) => findings.push({ check: 'documents', record, id, message });
    if (JSON.stringify(normalDocument(record, document)) !== row.document) finding('its document is not in its normal form');
    for (const { to, value, path } of referencesIn(record, document)) {
      if (!exists.get(to)!.get(value)) finding(`${path.join('.')} leads to no ${to}`);
    }
    const derived = derivedOf(record, document);
    const columns = rowOf.get(record)!.get(row.num) as Record<string, unknown> | undefined;
    // Without a row it is in the history alone, which is told there.
    if (!columns) continue;
    for (const field of fieldsOf(record)) {
      const expected = document[field.name] ?? derived[field.name];
      if (field.system || field.type === 'content' || expected === undefined) continue;
      const stored = columns[columnOf('', field.name)];
      const same =
        field.type === 'boolean'
          ? Boolean(stored) === expected
          : field.type === 'enums'
            ? stored === JSON.stringify(expected)
            : stored === expected;
      if (!same) finding(`${field.name} differs between its row and its document`);
    }
    if (findings.length >= FINDINGS_A_CHECK) break;
  }
  return findings;
}

function* currentVersions(database: Database.Database, record?: RecordName): Generator<VersionRow> {
  const page = database.prepare(
    `SELECT * FROM "version" WHERE "position" > ? AND "recorded_until" IS NULL ${record ? `AND "record" = '${record}'` : ''} ORDER BY "position" LIMIT 1000`,
  );
  for (let last = 0; ;) {
    const rows = page.all(last) as VersionRow[];
    yield* rows;
    if (rows.length === 0) return;
    last = rows.at(-1)!.position;
  }
}

/** Every date column of a shape, with those of its embedded parts. */
function dateColumns(shape: ShapeName, prefix = ''): string[] {
  return [
    ...fieldsOf(shape)
      .filter((field) => field.type === 'date')
      .map((field) => columnOf(prefix, field.name)),
    ...edgesOf(shape).flatMap((edge) => (edge.kind === 'embedded' ? dateColumns(edge.part, embeddedPrefix(prefix, edge.name)) : [])),
  ];
}

function checkBounds(database: Database.Database): CheckFinding[] {
  return TABLES.flatMap((table) =>
    dateColumns(table.shape).flatMap((column) => {
      const rows = database
        .prepare(
          `SELECT DISTINCT ${quoted(column)} AS "text", ${quoted(`${column}_lower`)} AS "lower", ${quoted(`${column}_upper`)} AS "upper" FROM ${quoted(table.name)} WHERE ${quoted(column)} IS NOT NULL`,
        )
        .all() as { text: string; lower: number; upper: number }[];
      return rows.flatMap(({ text, lower, upper }) => {
        const bounds = dateBounds(text);
        if (bounds.ok && bounds.value.lower === lower && bounds.value.upper === upper) return [];
        return [
          {
            check: 'date bounds',
            record: table.owner ?? (table.shape as RecordName),
            message: `${table.name}.${column}: the bounds of "${text}" are wrong`,
          },
        ];
      });
    }),
  );
}

function checkDerived(database: Database.Database): CheckFinding[] {
  const count = `(SELECT count(*) FROM "citation" c WHERE c."claim" = r."num" AND c."${RETRACTED}" = 0)`;
  const first = `(SELECT min(c."effective_date_lower") FROM "citation" c WHERE c."claim" = r."num" AND c."${RETRACTED}" = 0 AND c."effective_date" IS NOT NULL)`;
  const claims = idsOf(
    database,
    `SELECT r."id" FROM "claim" r WHERE r."citation_count" IS NOT ${count} OR (CASE WHEN r."first_said" IS NULL THEN NULL ELSE r."first_said_lower" END) IS NOT ${first}`,
  );
  const tallies = (database.prepare(`SELECT "record" AS "id", "active" FROM "tally"`).all() as { id: RecordName; active: number }[]).filter(
    ({ id, active }) =>
      database
        .prepare(`SELECT count(*) FROM ${quoted(tableOf(id))} WHERE "${RETRACTED}" = 0`)
        .pluck()
        .get() !== active,
  );
  return [
    ...claims.map((id) => ({
      check: 'derived fields',
      record: 'Claim' as const,
      id,
      message: 'its dates or its number of citations are stale',
    })),
    ...tallies.map(({ id }) => ({ check: 'derived fields', record: id, message: 'the count of its records is wrong' })),
  ];
}

/** The numbers that are kept, against the analysis; what is marked is yet to be worked out. */
function checkCorroboration(database: Database.Database): CheckFinding[] {
  const page = database.prepare(
    `SELECT "num", "id" AS "claim", "independent_supporting" AS "independentSupporting", "independent_refuting" AS "independentRefuting",
       "independent_groups" AS "independentGroups", "corroboration_complete" AS "corroborationComplete"
     FROM "claim" WHERE "${SETTLED}" = 1 AND "num" > ? ORDER BY "num" LIMIT ${SETTLED_AT_ONCE}`,
  );
  const fetcher = new Fetcher(database);
  const findings: CheckFinding[] = [];
  for (let last = 0; findings.length < FINDINGS_A_CHECK;) {
    const kept = page.all(last) as ({ num: number; corroborationComplete: number } & Omit<SettledCorroboration, 'corroborationComplete'>)[];
    if (kept.length === 0) break;
    last = kept.at(-1)!.num;
    const worked = answered(settledCorroborations(kept.map(({ claim }) => claim)), (wanted) =>
      answered(readThrough(wanted), (each) => fetcher.fetch(each)),
    );
    worked.forEach((each, index) => {
      const { num: _num, corroborationComplete, ...numbers } = kept[index]!;
      if (!isDeepStrictEqual({ ...numbers, corroborationComplete: corroborationComplete === 1 }, each))
        findings.push({ check: 'corroboration', record: 'Claim', id: each.claim, message: 'its kept corroboration is stale' });
    });
  }
  return findings;
}

function checkPassages(database: Database.Database): CheckFinding[] {
  const rows = database.prepare(
    `SELECT c."id", c."passage_state" AS "state", c."passage_exact" AS "exact", c."passage_prefix" AS "prefix", c."passage_suffix" AS "suffix",
       c."passage_start" AS "start", c."passage_end" AS "end", x."text"
     FROM "citation" c JOIN "source" s ON s."num" = c."source" LEFT JOIN "source_text" x ON x."digest" = s."digest" WHERE c."passage_present" = 1`,
  );
  const findings: CheckFinding[] = [];
  for (const row of rows.iterate() as Iterable<
    Record<'id' | 'state', string> & Record<'exact' | 'prefix' | 'suffix' | 'text', string | null> & Record<'start' | 'end', number | null>
  >) {
    const finding = (message: string) => findings.push({ check: 'passages', record: 'Citation', id: row.id, message });
    if (row.state === 'DRIFTED') finding('the passage has drifted: the quote no longer stands where it stood in the text');
    const anchored = {
      exact: row.exact ?? undefined,
      prefix: row.prefix ?? undefined,
      suffix: row.suffix ?? undefined,
      start: row.start,
      end: row.end ?? undefined,
    };
    if (row.state === 'VERIFIED' && row.text !== null && (row.start === null || !anchorPassage(row.text, anchored as AnchoredPassage).ok))
      finding('the passage is marked as verified, but the quote is not in the text');
  }
  return findings;
}

function checkCycles(database: Database.Database): CheckFinding[] {
  const lists = [
    ['Citation', 'citation_relay_parts', 'citation'],
    ['Source', 'source_derivations', 'source'],
  ] as const;
  return lists.flatMap(([record, table, column]) =>
    idsOf(
      database,
      `SELECT r."id" FROM ${quoted(tableOf(record))} r WHERE EXISTS (SELECT 1 FROM ${quoted(table)} p WHERE p."owner" = r."num") AND r."num" IN (
         WITH RECURSIVE reached(num) AS (SELECT p."${column}" FROM ${quoted(table)} p WHERE p."owner" = r."num" UNION SELECT p."${column}" FROM reached CROSS JOIN ${quoted(table)} p ON p."owner" = reached.num)
         SELECT num FROM reached)`,
    ).map((id) => ({ check: 'cycles', record, id, message: 'it leads back to itself' })),
  );
}
