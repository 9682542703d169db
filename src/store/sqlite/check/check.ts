/** Looks a whole file over: what `claimgraph check` reports. */
import type Database from 'better-sqlite3';
import { readThrough } from '../../../model/changeset/canonical.js';
import { readByReaders } from '../../../model/changeset/readers.js';
import type { Asking } from '../../../model/changeset/known.js';
import type { RecordName, ShapeName } from '../../../model/definition.js';
import { edgesOf, RECORD_NAMES } from '../../../model/graph.js';
import { PEER_LISTS } from '../../../model/peers.js';
import { runChecks, type Check, type CheckName, type Finding } from '../../check/checks.js';
import { cycleFindings, documentFindings, passageFindings, textFindings, type KeptPassage } from '../../check/content.js';
import { checkStates, type StateFindings } from '../../check/states.js';
import type { CheckFinding, CheckProgress } from '../../store.js';
import { answered } from '../answered.js';
import { Fetcher } from '../fetch.js';
import { columnOf, embeddedPrefix, partsTableOf, pastTableOf, quoted, tableOf } from '../names.js';
import { TABLES } from '../schema.js';
import { checkCorroboration, checkDerived } from './derived.js';
import { Pages, ROWS_AT_ONCE } from './pages.js';
import { checkReadersNumbers, checkShownVersions, checkWithheld } from './readers.js';
import { checkedRows, loggedVersion, projectedStates, type CheckedRow } from './states.js';
import { checkStorage } from './storage.js';
import { checkWords } from './words.js';

/** Versions whose states and parts are compared together. */
const VERSIONS_AT_ONCE = 200;
/** Each may bring a text of a megabyte with it. */
const PASSAGES_AT_ONCE = 50;
const TEXTS_AT_ONCE = 20;

/** `database` is a connection that nobody else uses; it is closed by whoever opened it. */
export function checkDatabase(
  database: Database.Database,
  report: (progress: CheckProgress) => void,
  names?: readonly CheckName[],
): Promise<CheckFinding[]> {
  const pages = new Pages(database);
  const fetcher = new Fetcher(database);
  const asked = (forReaders: boolean) =>
    (<T>(asking: Asking<T>) =>
      Promise.resolve(
        answered(asking, (wanted) =>
          answered((forReaders ? readByReaders : readThrough)(wanted), (each) => fetcher.fetch(each, undefined, forReaders)),
        ),
      )) as <T>(asking: Asking<T>) => Promise<T>;
  const states = statesOnce(pages, fetcher);
  const checks: Record<CheckName, Check> = {
    storage: () => checkStorage(pages),
    versions: () => checkVersions(pages),
    documents: () => checkDocuments(pages),
    references: () => checkReferences(pages),
    projections: () => states('projections'),
    past: () => checkPast(pages, states('past')),
    merges: () => states('merges'),
    words: () => checkWords(pages),
    derived: () => checkDerived(pages),
    withheld: () => checkWithheld(pages),
    'shown versions': () => checkShownVersions(pages),
    corroboration: () => checkCorroboration(pages, asked(false)),
    'corroboration for readers': () => checkReadersNumbers(pages, asked(true)),
    texts: () => checkTexts(pages),
    passages: () => checkPassages(pages),
    cycles: () => checkCycles(pages),
  };
  return runChecks(checks, report, names);
}

/** Several checks look at the same states: they are read once, and what the others found is kept. */
function statesOnce(pages: Pages, fetcher: Fetcher): (which: keyof StateFindings) => AsyncGenerator<Finding[]> {
  const kept: StateFindings = { projections: [], past: [], merges: [], words: [] };
  let isRead = false;
  const projected = projectedStates(pages, fetcher);
  return async function* (which) {
    if (!isRead) {
      isRead = true;
      for await (const { after, upTo } of pages.ranges('version', 'position', VERSIONS_AT_ONCE)) {
        const found = await pages.at(() => {
          const rows = pages.all<CheckedRow>(checkedRows(), { after, upTo });
          return checkStates(projected, rows.map(loggedVersion), () => false);
        });
        for (const name of ['projections', 'past', 'merges', 'words'] as const) kept[name].push(...found[name].slice(0, KEPT));
        yield [];
      }
    }
    yield kept[which];
  };
}
/** Of each page. */
const KEPT = 100;

async function* checkVersions(pages: Pages): AsyncGenerator<Finding[]> {
  for (const record of RECORD_NAMES) {
    const table = tableOf(record);
    const ask = (condition: string, message: string) =>
      pages.found<{ id: string }>(
        table,
        'num',
        `SELECT r."id" FROM ${quoted(table)} r WHERE r."num" > @after AND r."num" <= @upTo AND ${condition}`,
        ({ id }) => ({ record, id, message }),
      );
    const versions = `FROM "version" v WHERE v."record" = '${record}' AND v."num" = r."num"`;
    yield* ask(
      `(SELECT count(*) ${versions} AND v."recorded_until" IS NULL AND v."version" = r."version" AND v."id" = r."id") <> 1`,
      'its current version is not in the history',
    );
    yield* ask(`(SELECT count(*) ${versions}) <> r."version"`, 'versions are missing from its history');
  }
  const log = (condition: string, message: string) =>
    pages.found<{ record: RecordName; id: string }>(
      'version',
      'position',
      `SELECT v."record", v."id" FROM "version" v WHERE v."position" > @after AND v."position" <= @upTo AND ${condition}`,
      ({ record, id }) => ({ record, id, message }),
    );
  yield* log(
    `v."recorded_until" IS NOT (SELECT n."recorded_at" FROM "version" n WHERE n."record" = v."record" AND n."num" = v."num" AND n."version" = v."version" + 1)`,
    'its history has a gap',
  );
  for (const record of RECORD_NAMES)
    yield* log(
      `v."record" = '${record}' AND NOT EXISTS (SELECT 1 FROM ${quoted(tableOf(record))} r WHERE r."num" = v."num")`,
      'it exists only in the history',
    );
}

async function* checkDocuments(pages: Pages): AsyncGenerator<Finding[]> {
  const existing = async (record: RecordName, ids: readonly string[]) =>
    new Set(
      pages
        .all<{ id: string }>(`SELECT "id" FROM ${quoted(tableOf(record))} WHERE "id" IN (SELECT "value" FROM json_each(@ids))`, {
          ids: JSON.stringify(ids),
        })
        .map(({ id }) => id),
    );
  for await (const range of pages.ranges('version', 'position'))
    yield await pages.at(() =>
      documentFindings(pages.all<CheckedRow>(checkedRows('v."recorded_until" IS NULL'), range).map(loggedVersion), existing),
    );
}

/** Every reference column of a shape, with those of its embedded parts. */
function referenceColumns(shape: ShapeName, prefix = ''): { column: string; to: RecordName; required: boolean }[] {
  return edgesOf(shape).flatMap((edge) => {
    if (edge.kind === 'reference') return [{ column: columnOf(prefix, edge.name), to: edge.to, required: edge.required && prefix === '' }];
    return edge.kind === 'embedded' ? referenceColumns(edge.part, embeddedPrefix(prefix, edge.name)) : [];
  });
}

async function* checkReferences(pages: Pages): AsyncGenerator<Finding[]> {
  for (const table of TABLES) {
    const record = table.owner ?? (table.shape as RecordName);
    const id = table.owner
      ? `coalesce((SELECT o."id" FROM ${quoted(tableOf(table.owner))} o WHERE o."num" = t."owner"), 'row ' || t."num")`
      : 't."id"';
    const ask = (condition: string, message: string) =>
      pages.found<{ id: string }>(
        table.name,
        'num',
        `SELECT ${id} AS "id" FROM ${quoted(table.name)} t WHERE t."num" > @after AND t."num" <= @upTo AND (${condition})`,
        (row) => ({ record, id: row.id, message }),
      );
    if (table.owner)
      yield* ask(
        `NOT EXISTS (SELECT 1 FROM ${quoted(tableOf(table.owner))} o WHERE o."num" = t."owner")`,
        `${table.list}: a part without an owner`,
      );
    for (const { column, to, required } of referenceColumns(table.shape)) {
      const missing = `t.${quoted(column)} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${quoted(tableOf(to))} r WHERE r."num" = t.${quoted(column)})`;
      yield* ask(
        `${missing}${required ? ` OR t.${quoted(column)} IS NULL` : ''}`,
        `${table.list ? `${table.list}.` : ''}${column} leads nowhere`,
      );
    }
  }
}

/** States of no version, beside what the versions' own states have shown. */
async function* checkPast(pages: Pages, ofVersions: AsyncGenerator<Finding[]>): AsyncGenerator<Finding[]> {
  yield* ofVersions;
  for (const record of RECORD_NAMES) {
    const past = pastTableOf(tableOf(record));
    yield* pages.found<{ id: string }>(
      past,
      'rowid',
      `SELECT s."id" FROM ${quoted(past)} s WHERE s.rowid > @after AND s.rowid <= @upTo AND NOT EXISTS (SELECT 1 FROM "version" v WHERE v."record" = '${record}' AND v."num" = s."num" AND v."version" = s."version")`,
      ({ id }) => ({ record, id, message: 'a past state belongs to no version' }),
    );
  }
}

async function* checkTexts(pages: Pages): AsyncGenerator<Finding[]> {
  for (let last = ''; ;) {
    const texts = pages.all<{ digest: string; text: string }>(
      `SELECT "digest", "text" FROM "source_text" WHERE "digest" > @last ORDER BY "digest" LIMIT ${TEXTS_AT_ONCE}`,
      { last },
    );
    if (texts.length === 0) return;
    last = texts.at(-1)!.digest;
    yield textFindings(texts);
  }
}

async function* checkPassages(pages: Pages): AsyncGenerator<Finding[]> {
  for await (const range of pages.ranges('citation', 'num', PASSAGES_AT_ONCE))
    yield passageFindings(
      pages.all<KeptPassage>(
        `SELECT c."id", c."passage_state" AS "state", c."passage_exact" AS "exact", c."passage_prefix" AS "prefix", c."passage_suffix" AS "suffix",
           c."passage_start" AS "start", c."passage_end" AS "end", iif(c."passage_state" = 'VERIFIED', x."text", NULL) AS "text"
         FROM "citation" c JOIN "source" s ON s."num" = c."source" LEFT JOIN "source_text" x ON x."digest" = s."digest"
         WHERE c."num" > @after AND c."num" <= @upTo AND c."passage_present" = 1`,
        range,
      ),
    );
}

async function* checkCycles(pages: Pages): AsyncGenerator<Finding[]> {
  for (const { record, list, reference } of PEER_LISTS) {
    const table = partsTableOf(record, list);
    const steps = new Map<string, string[]>();
    for await (const { after, upTo } of pages.ranges(table, 'num', ROWS_AT_ONCE)) {
      const rows = pages.all<{ from: string; to: string }>(
        `SELECT a."id" AS "from", b."id" AS "to" FROM ${quoted(table)} p JOIN ${quoted(tableOf(record))} a ON a."num" = p."owner"
           JOIN ${quoted(tableOf(record))} b ON b."num" = p.${quoted(columnOf('', reference))} WHERE p."num" > @after AND p."num" <= @upTo`,
        { after, upTo },
      );
      for (const { from, to } of rows) {
        const known = steps.get(from);
        if (known) known.push(to);
        else steps.set(from, [to]);
      }
      yield [];
    }
    yield cycleFindings(record, steps);
  }
}
