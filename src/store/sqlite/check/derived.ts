/** Fields that follow from other records, looked over: as they are, and as they were. */
import { SETTLED_AT_ONCE } from '../../../analysis/settling.js';
import type { Asking } from '../../../model/changeset/known.js';
import type { RecordName } from '../../../model/definition.js';
import { RECORD_NAMES } from '../../../model/graph.js';
import { KEPT_OF_CORROBORATION } from '../../../model/kept-corroboration.js';
import type { Finding } from '../../check/checks.js';
import { corroborationFindings } from '../../check/corroboration.js';
import { KNOWN_THROUGH } from '../../filled-later.js';
import { dateColumns } from '../derive.js';
import { DATE_PARTS, NO_DATE, pastTableOf, quoted, RETRACTED, SETTLED, SINCE, snake, tableOf, UNTIL } from '../names.js';
import { keptOf, keptSources, type KeptRow } from './kept.js';
import type { Pages } from './pages.js';

export async function* checkDerived(pages: Pages): AsyncGenerator<Finding[]> {
  for (const isPast of [false, true]) {
    yield* stale(pages, 'Citation', isPast, citationIsStale(isPast), 'its date by its source');
    yield* stale(pages, 'Claim', isPast, claimIsStale(isPast), 'its dates or its number of citations');
  }
  yield await pages.at(() => tallyFindings(pages));
}

function stale(pages: Pages, record: RecordName, isPast: boolean, condition: string, what: string): AsyncGenerator<Finding[]> {
  const table = isPast ? pastTableOf(tableOf(record)) : tableOf(record);
  const number = isPast ? 'rowid' : 'num';
  // What has changed very often is compared as it is: each of its states would be compared with all that led to it.
  const few = isPast ? ` AND (SELECT count(*) FROM ${quoted(table)} p WHERE p."num" = r."num") <= ${STATES_MAX}` : '';
  return pages.found<{ id: string }>(
    table,
    number,
    `SELECT r."id" FROM ${quoted(table)} r WHERE r.${number} > @after AND r.${number} <= @upTo${few} AND (${condition})`,
    ({ id }) => ({ record, id, message: `${what}${isPast ? ' of an earlier state' : ''} ${what.includes(' or ') ? 'are' : 'is'} stale` }),
  );
}
/** Earlier states of one record whose derived fields are looked over. */
const STATES_MAX = 100;

/** The rows of a record `c` that meet a condition, as they are or as they were when the state `r` began: each by its own index. */
function rowsThen(record: RecordName, columns: readonly string[], condition: string, isPast: boolean): string {
  const table = tableOf(record);
  const arm = (from: string, until: string) =>
    `SELECT ${columns.map((name) => `c."${name}"`).join(', ')} FROM ${quoted(from)} c WHERE ${condition}${isPast ? ` AND c."${SINCE}" <= r."${SINCE}"${until}` : ''}`;
  const now = arm(table, '');
  return isPast ? `(${now} UNION ALL ${arm(pastTableOf(table), ` AND c."${UNTIL}" > r."${SINCE}"`)})` : `(${now})`;
}

function citationIsStale(isPast: boolean): string {
  const source = rowsThen('Source', dateColumns('published'), 'c."num" = r."source"', isPast);
  const said = dateColumns('said_at');
  const dates = dateColumns('published').map((column, index) => `iif(r."said_at" IS NOT NULL, r."${said[index]!}", s."${column}")`);
  const kept = dateColumns('effective_date').map((column) => `r."${column}"`);
  return `(${kept.join(', ')}) IS NOT (SELECT ${dates.join(', ')} FROM ${source} s)`;
}

function claimIsStale(isPast: boolean): string {
  const dated = [...dateColumns('effective_date'), 'id'];
  const citations = rowsThen('Citation', dated, `c."claim" = r."num" AND c."${RETRACTED}" = 0`, isPast);
  const said = (name: string, order: string) =>
    [{ suffix: '', absent: 'NULL' }, ...DATE_PARTS].map(({ suffix, absent }) => {
      const value = `(SELECT c."effective_date${suffix}" FROM ${citations} c WHERE c."effective_date_lower" > ${NO_DATE} ORDER BY c."effective_date_lower" ${order}, c."id" ${order} LIMIT 1)`;
      return `r."${name}${suffix}" IS NOT ifnull(${value}, ${absent})`;
    });
  return [`r."citation_count" IS NOT (SELECT count(*) FROM ${citations})`, ...said('first_said', 'ASC'), ...said('last_said', 'DESC')].join(
    ' OR ',
  );
}

function tallyFindings(pages: Pages): Finding[] {
  const kept = pages.all<{ record: RecordName; active: number; retracted: number }>('SELECT * FROM "tally"');
  return RECORD_NAMES.flatMap((record): Finding[] => {
    const counted = pages.get<{ active: number; retracted: number }>(
      `SELECT count(*) FILTER (WHERE "${RETRACTED}" = 0) AS "active", count(*) FILTER (WHERE "${RETRACTED}" = 1) AS "retracted" FROM ${quoted(tableOf(record))}`,
    )!;
    const tally = kept.find((each) => each.record === record);
    return tally?.active === counted.active && tally.retracted === counted.retracted
      ? []
      : [{ record, message: 'the count of its records is wrong' }];
  });
}

/** The numbers and lists that are kept; what is marked is yet to be worked out. */
export async function* checkCorroboration(pages: Pages, answered: <T>(asking: Asking<T>) => Promise<T>): AsyncGenerator<Finding[]> {
  for await (const range of pages.ranges('claim', 'num', SETTLED_AT_ONCE))
    yield await pages.at(() => {
      const kept = pages.all<KeptRow>(
        `SELECT "id" AS "claim", ${KEPT_OF_CORROBORATION.map((name) => `"${snake(name)}" AS "${name}"`).join(', ')},
           ${keptSources(KNOWN_THROUGH.forAll)} AS "knownOnlyThrough"
         FROM "claim" k WHERE "num" > @after AND "num" <= @upTo AND "${SETTLED}" = 1`,
        range,
      );
      return corroborationFindings(keptOf(kept), 'its kept corroboration is stale', answered);
    });
}
