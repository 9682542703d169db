/** Fields that follow from other records, looked over: as they are, and as they were. */
import { RECORD_NAMES } from '../../../model/graph.js';
import type { Finding } from '../../check/checks.js';
import { NO_DATE } from '../../no-date.js';
import { DATE_PARTS, heldAt, PAST_OF, pastRelationship, RETRACTED, SINCE, UNTIL } from '../names.js';
import { orderedHoldersTo } from '../ordered-edges.js';
import type { Pages } from './pages.js';

/** Claims whose earlier states are looked at together. */
const CLAIMS_AT_ONCE = 200;
/** Of what has changed more often the earlier states are not compared: each would be with all that led to it. */
const STATES_MAX = 100;

export async function* checkDerived(pages: Pages): AsyncGenerator<Finding[]> {
  for (const record of RECORD_NAMES) {
    for (const { name, far, own } of orderedHoldersTo(record))
      yield* pages.of(
        record,
        `EXISTS { MATCH (n)-[r:${name}]->(e) WHERE NOT coalesce(r.${far} = e.id AND r.${own} = n.id AND ${DATE_PARTS.map(({ suffix }) => `r.firstSaid${suffix} = n.firstSaid${suffix} AND `).join('')}r.${RETRACTED} = n.${RETRACTED}, false) }`,
        'the sort key of its participants is stale',
      );
  }
  const text = (one: string, other: string) => `coalesce(${one}, '') <> coalesce(${other}, '')`;
  const said = ['', ...DATE_PARTS.map(({ suffix }) => suffix)].map((bound) => {
    const worked = `CASE WHEN n.saidAt IS NULL THEN s.published${bound} ELSE n.saidAt${bound} END`;
    return bound === '' ? text('n.effectiveDate', worked) : `NOT coalesce(n.effectiveDate${bound} = ${worked}, false)`;
  });
  yield* pages.of(
    'Citation',
    `NOT EXISTS { (n)-[:SOURCE]->() } OR EXISTS { MATCH (n)-[:SOURCE]->(s) WHERE ${said.join(' OR ')} }`,
    'its date by its source is stale',
  );
  yield* pages.of(
    'Claim',
    `NOT ${claimIsRight('n', 'MATCH (n)<-[:CLAIM]-(x:Citation) WHERE true')}`,
    'its dates or its number of citations are stale',
  );
  // As they were: by the citations, and the state of each, that held when the state of the claim began.
  const then = `MATCH (n)-[:${PAST_OF}]->(:Claim)<-[r:CLAIM|${pastRelationship('CLAIM')}]-(:Citation)<-[:${PAST_OF}*0..1]-(x) WHERE ${heldAt('r', `n.${SINCE}`)} AND ${heldAt('x', `n.${SINCE}`)}`;
  for (let last = ''; ;) {
    const page = `MATCH (k:Claim) WHERE k.id > $last WITH k ORDER BY k.id LIMIT ${CLAIMS_AT_ONCE}`;
    const from = last;
    let upTo: string | null = null;
    const { found } = await pages.recurring(async () => {
      const [row] = await pages.run<{ last: string | null; found: string[] }>(
        `${page} WITH k, COUNT { (k)<-[:${PAST_OF}]-() } <= ${STATES_MAX} AND EXISTS { MATCH (k)<-[:${PAST_OF}]-(n) WHERE n.${UNTIL} > n.${SINCE} AND NOT ${claimIsRight('n', then)} } AS wrong
         RETURN max(k.id) AS last, collect(CASE WHEN wrong THEN k.id END) AS found`,
        { last: from },
      );
      upTo = row!.last;
      return {
        found: row!.found.map((id): Finding => ({
          record: 'Claim',
          id,
          message: 'its dates or its number of citations of an earlier state are stale',
        })),
      };
    });
    if (upTo === null) return;
    last = upTo;
    yield found;
  }
}

/** True of a state of a claim whose dates and number of citations are those of the states `x` of its citations. */
function claimIsRight(state: string, citations: string): string {
  const date = (name: string, from: string) => [
    `coalesce(${state}.${name}, '') = coalesce(${from}.effectiveDate, '')`,
    ...DATE_PARTS.map(({ suffix, absent }) => `${state}.${name}${suffix} = coalesce(${from}.effectiveDate${suffix}, ${absent})`),
  ];
  const conditions = [`${state}.citationCount = citations`, ...date('firstSaid', 'first'), ...date('lastSaid', 'last')];
  return `head(COLLECT { OPTIONAL ${citations} AND x.${RETRACTED} = false
    WITH x ORDER BY x.effectiveDateLower, x.id WITH count(x) AS citations, [each IN collect(x) WHERE each.effectiveDateLower > ${NO_DATE}] AS dated
    WITH citations, dated[0] AS first, dated[-1] AS last RETURN coalesce(${conditions.join(' AND ')}, false) })`;
}
