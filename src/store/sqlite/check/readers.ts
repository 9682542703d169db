/** What is kept for readers, looked over: which records and versions are withheld, and the numbers that claims have without them. */
import { SETTLED_AT_ONCE } from '../../../analysis/settling.js';
import type { Asking } from '../../../model/changeset/known.js';
import { OF_READERS, RECORD_NAMES } from '../../../model/graph.js';
import { KEPT_OF_CORROBORATION } from '../../../model/kept-corroboration.js';
import { WITHHOLDABLE } from '../../../model/withholding.js';
import type { Finding } from '../../check/checks.js';
import { corroborationFindings } from '../../check/corroboration.js';
import { KNOWN_THROUGH } from '../../filled-later.js';
import { dateColumns, saidOf } from '../derive.js';
import { quoted, SETTLED, snake, tableOf } from '../names.js';
import { shownPositions } from '../shown-versions.js';
import { isToBeWithheld } from '../withhold.js';
import { keptOf, keptSources, type KeptRow } from './kept.js';
import type { Pages } from './pages.js';

const STALE = 'its kept corroboration is stale for readers';
const EVER = 'SELECT "ever" FROM "withholding"';

export async function* checkWithheld(pages: Pages): AsyncGenerator<Finding[]> {
  const ever = pages.get<{ ever: number }>(EVER)?.ever === 1;
  for (const record of WITHHOLDABLE) {
    const range = 't."num" > @after AND t."num" <= @upTo';
    yield* pages.found<{ id: string }>(
      tableOf(record),
      'num',
      `SELECT t."id" FROM ${quoted(tableOf(record))} t WHERE ${range} AND (t."withheld" <> ${isToBeWithheld(record)}${ever ? '' : ` OR t."visibility" <> 'PUBLIC'`})`,
      ({ id }) => ({ record, id, message: 'it is hidden from readers, or shown to them, contrary to its visibility' }),
    );
  }
}

export async function* checkShownVersions(pages: Pages): AsyncGenerator<Finding[]> {
  for (const record of RECORD_NAMES) {
    const table = tableOf(record);
    const shown = `r."num" > @after AND r."num" <= @upTo`;
    yield* pages.found<{ id: string }>(
      table,
      'num',
      `WITH expected(position) AS (${shownPositions(record, shown)}),
         kept(position) AS (SELECT v."position" FROM ${quoted(table)} r CROSS JOIN "version" v ON v."record" = '${record}' AND v."num" = r."num"
           WHERE ${shown} AND EXISTS (SELECT 1 FROM "shown_version" s WHERE s."position" = v."position"))
       SELECT v."id" FROM "version" v WHERE v."position" IN (SELECT position FROM expected EXCEPT SELECT position FROM kept)
         OR v."position" IN (SELECT position FROM kept EXCEPT SELECT position FROM expected)`,
      ({ id }) => ({ record, id, message: 'the change log shows readers its versions, or hides them, contrary to what readers may see' }),
    );
  }
  yield* pages.found<{ position: number }>(
    'shown_version',
    'position',
    `SELECT s."position" FROM "shown_version" s WHERE s."position" > @after AND s."position" <= @upTo AND NOT EXISTS (SELECT 1 FROM "version" v WHERE v."position" = s."position")`,
    ({ position }) => ({ message: `position ${position} of the change log is shown to readers, but does not exist` }),
  );
}

const SAID = ['citationCount', 'firstSaid', 'lastSaid'] as const;
const columnsOf = (name: string): string[] => (name.endsWith('Said') ? dateColumns(snake(name)) : [snake(name)]);

export async function* checkReadersNumbers(pages: Pages, answered: <T>(asking: Asking<T>) => Promise<T>): AsyncGenerator<Finding[]> {
  if (pages.get<{ ever: number }>(EVER)?.ever !== 1) {
    yield* otherLists(pages);
    return;
  }
  const own = (column: string) => `iif(k."readers_differ", k."readers_${column}", k."${column}")`;
  for await (const range of pages.ranges('claim', 'num', SETTLED_AT_ONCE)) {
    const among = `k."num" > @after AND k."num" <= @upTo AND k."${SETTLED}" = 1`;
    yield await pages.at(async () => {
      const kept = pages.all<KeptRow>(
        `SELECT k."id" AS "claim", ${KEPT_OF_CORROBORATION.map((name) => `${own(snake(name))} AS "${name}"`).join(', ')},
           ${keptSources(KNOWN_THROUGH.forReaders)} AS "knownOnlyThrough" FROM "claim" k WHERE ${among}`,
        range,
      );
      const numbers = await corroborationFindings(keptOf(kept), STALE, answered);
      const columns = SAID.flatMap(columnsOf);
      const worked = pages.all<Record<string, unknown>>(
        `SELECT * FROM (${saidOf(`(SELECT * FROM "claim" k WHERE ${among} ORDER BY k."num") k`, false)})`,
        range,
      );
      const said = pages.all<Record<string, unknown>>(
        `SELECT k."id" AS "claim", ${columns.map((column) => `${own(column)} AS "${column}"`).join(', ')} FROM "claim" k WHERE ${among} ORDER BY k."num"`,
        range,
      );
      const stale = said.filter((row, index) => columns.some((column) => row[column] !== worked[index]![column]));
      const differ = pages.all<{ id: string }>(
        `SELECT k."id" FROM "claim" k WHERE ${among} AND k."readers_differ" IS NOT (k."readers_citation_count" IS NOT NULL AND (${differing}))`,
        range,
      );
      return [
        ...numbers,
        ...stale.map(({ claim }): Finding => ({
          record: 'Claim',
          id: claim as string,
          message: 'its dates or its number of citations are stale for readers',
        })),
        ...differ.map(({ id }): Finding => ({ record: 'Claim', id, message: 'whether it has other numbers for readers is stale' })),
      ];
    });
  }
}

/** Where nothing was ever withheld, readers are given what everybody is. */
const otherLists = (pages: Pages): AsyncGenerator<Finding[]> =>
  pages.found<{ id: string }>(
    'claim',
    'num',
    `SELECT k."id" FROM "claim" k WHERE k."num" > @after AND k."num" <= @upTo AND ${keptSources(KNOWN_THROUGH.forAll)} <> ${keptSources(KNOWN_THROUGH.forReaders)}`,
    ({ id }) => ({ record: 'Claim', id, message: STALE }),
  );

/** True of a claim `k` that has other numbers for readers. */
const differing = Object.entries(OF_READERS)
  .flatMap(([name, readers]) => columnsOf(readers).map((column, index) => `k."${column}" IS NOT k."${columnsOf(name)[index]!}"`))
  .join(' OR ');
