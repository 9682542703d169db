/** Fields that follow from other records, looked over: as they are, and as they were. */
import { SETTLED_AT_ONCE, type SettledCorroboration } from '../../../analysis/settling.js';
import type { Asking } from '../../../model/changeset/known.js';
import type { RecordName } from '../../../model/definition.js';
import { RECORD_NAMES } from '../../../model/graph.js';
import type { Finding } from '../../check/checks.js';
import { corroborationFindings } from '../../check/corroboration.js';
import { NO_DATE, pastTableOf, quoted, RETRACTED, SETTLED, SINCE, statesOf, tableOf, UNTIL } from '../names.js';
import type { Pages } from './pages.js';

export async function* checkDerived(pages: Pages): AsyncGenerator<Finding[]> {
  for (const isPast of [false, true]) {
    const stale = (
      record: 'Citation' | 'Claim',
      condition: (held: (alias: string) => string, from: (table: string) => string) => string,
      what: string,
    ) => {
      const table = isPast ? pastTableOf(tableOf(record)) : tableOf(record);
      const number = isPast ? 'rowid' : 'num';
      const held = (alias: string) => (isPast ? ` AND ${alias}."${SINCE}" <= r."${SINCE}" AND ${alias}."${UNTIL}" > r."${SINCE}"` : '');
      const from = (name: string) => quoted(isPast ? statesOf(name) : name);
      return pages.found<{ id: string }>(
        table,
        number,
        `SELECT r."id" FROM ${quoted(table)} r WHERE r.${number} > @after AND r.${number} <= @upTo AND (${condition(held, from)})`,
        ({ id }) => ({
          record,
          id,
          message: isPast
            ? `${what} of an earlier state ${what.startsWith('its date ') ? 'is' : 'are'} stale`
            : `${what} ${what.startsWith('its date ') ? 'is' : 'are'} stale`,
        }),
      );
    };
    yield* stale(
      'Citation',
      (held, from) =>
        `(r."effective_date", r."effective_date_lower", r."effective_date_upper") IS NOT (SELECT iif(r."said_at" IS NOT NULL, r."said_at", s."published"),
           iif(r."said_at" IS NOT NULL, r."said_at_lower", s."published_lower"), iif(r."said_at" IS NOT NULL, r."said_at_upper", s."published_upper")
         FROM ${from('source')} s WHERE s."num" = r."source"${held('s')})`,
      'its date by its source',
    );
    yield* stale(
      'Claim',
      (held, from) => {
        const among = `FROM ${from('citation')} c WHERE c."claim" = r."num" AND c."${RETRACTED}" = 0${held('c')}`;
        const dated = `${among} AND c."effective_date_lower" > ${NO_DATE}`;
        const said = (name: string, order: string) =>
          ['', '_lower', '_upper']
            .map((suffix) => {
              const value = `(SELECT c."effective_date${suffix}" ${dated} ORDER BY c."effective_date_lower" ${order}, c."id" ${order} LIMIT 1)`;
              return `r."${name}${suffix}" IS NOT ${suffix === '' ? value : `ifnull(${value}, ${NO_DATE})`}`;
            })
            .join(' OR ');
        return `r."citation_count" IS NOT (SELECT count(*) ${among}) OR ${said('first_said', 'ASC')} OR ${said('last_said', 'DESC')}`;
      },
      'its dates or its number of citations',
    );
  }
  yield await pages.at(() => tallyFindings(pages));
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

/** The numbers that are kept; what is marked is yet to be worked out. */
export async function* checkCorroboration(pages: Pages, answered: <T>(asking: Asking<T>) => Promise<T>): AsyncGenerator<Finding[]> {
  for await (const range of pages.ranges('claim', 'num', SETTLED_AT_ONCE))
    yield await pages.at(() => {
      const kept = pages.all<Omit<SettledCorroboration, 'corroborationComplete'> & { corroborationComplete: number }>(
        `SELECT "id" AS "claim", "independent_supporting" AS "independentSupporting", "independent_refuting" AS "independentRefuting",
           "independent_groups" AS "independentGroups", "corroboration_complete" AS "corroborationComplete"
         FROM "claim" WHERE "num" > @after AND "num" <= @upTo AND "${SETTLED}" = 1`,
        range,
      );
      return corroborationFindings(
        kept.map((each) => ({ ...each, corroborationComplete: each.corroborationComplete === 1 })),
        'its kept corroboration is stale',
        answered,
      );
    });
}
