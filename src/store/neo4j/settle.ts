/** Works out the corroboration of claims that unsettle.ts has marked, some at a time. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import { SETTLED_AT_ONCE, settledCorroborations, type SettledCorroboration } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { readByReaders } from '../../model/changeset/readers.js';
import { edgeOf, OF_READERS } from '../../model/graph.js';
import { KEPT_NUMBERS } from '../../model/kept-corroboration.js';
import { KNOWN_THROUGH } from '../filled-later.js';
import { NO_DATE } from '../no-date.js';
import { answered, fetchRead } from './fetch.js';
import type { KnownOwners } from './owners.js';
import { lockLog } from './lock.js';
import type { Need } from '../../plan/settled.js';
import { saidAt } from './derive.js';
import {
  DATE_PARTS,
  heldAt,
  matchBy,
  PAST_OF,
  pastLabel,
  pastRelationship,
  relationshipOf,
  RETRACTED,
  SINCE,
  UNSETTLED,
  UNTIL,
} from './names.js';
import { everWithheld, isWithheld } from './withhold.js';

const CURRENT = 'Claim';
const PAST = pastLabel('Claim');

const unsettledIn = (label: string): string => `MATCH (c:${label}) WHERE c.${UNSETTLED} = true`;
const pastAt = (moment: string): string =>
  `MATCH (c:${PAST}) USING INDEX c:${PAST}(${UNSETTLED}, ${UNTIL}) WHERE c.${UNSETTLED} = true AND c.${UNTIL} > ${moment} AND c.${SINCE} <= ${moment}`;

/** One row: whether there is anything to work out, of claims as they are and as they were at `$moments`, and where the change log ends. */
export const SETTLEMENT = `CYPHER 5 OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'})
RETURN EXISTS { ${unsettledIn(CURRENT)} } OR any(moment IN $moments WHERE EXISTS { ${pastAt('moment')} }) AS unsettled, coalesce(log.position, 0) AS position`;

export interface Settlement {
  readonly unsettled: boolean;
  readonly position: number;
}

/** By claim. */
type Settled = ReadonlyMap<string, SettledCorroboration>;

interface Unsettled {
  /** Of the node. */
  readonly node: string;
  readonly id: string;
}

/**
 * One transaction's worth, of claims as they are while there are any; then of claims as they were at the
 * moments. False: there was nothing to work out.
 */
export async function settleSome(transaction: ManagedTransaction, { moments }: Need, known: KnownOwners): Promise<boolean> {
  const current = () => found(transaction, unsettledIn(CURRENT));
  if ((await current()).length > 0) {
    // Nothing may be written between what is read here and what follows from it.
    await lockLog(transaction);
    const claims = await current();
    if (claims.length > 0) await settle(transaction, claims, known, undefined);
    return true;
  }
  for (const moment of moments) {
    // What was does not change any more: writers need not wait. A state is the same as long as it held.
    const past = await found(transaction, pastAt('$moment'), moment);
    if (past.length === 0) continue;
    await settle(transaction, past, known, moment);
    return true;
  }
  return false;
}

async function found(transaction: ManagedTransaction, match: string, moment = 0): Promise<Unsettled[]> {
  const { records } = await transaction.run(`CYPHER 5 ${match} WITH c LIMIT $limit RETURN elementId(c) AS node, c.id AS id`, {
    limit: int(SETTLED_AT_ONCE),
    moment: int(moment),
  });
  return records.map((row) => row.toObject() as Unsettled);
}

async function settle(
  transaction: ManagedTransaction,
  claims: readonly Unsettled[],
  known: KnownOwners,
  asOf: number | undefined,
): Promise<void> {
  const all = await settledOf(transaction, claims, known, asOf, false);
  const rows = claims.map(({ node, id }) => ({ node, id, properties: numbersOf(all.get(id)!) }));
  await transaction.run(
    `CYPHER 5 UNWIND $rows AS row MATCH (c) WHERE elementId(c) = row.node SET c += row.properties REMOVE c.${UNSETTLED}`,
    { rows },
  );
  const isOtherForReaders = await everWithheld(transaction);
  const readers = isOtherForReaders ? await settledOf(transaction, claims, known, asOf, true) : all;
  await keepSources(transaction, KNOWN_THROUGH.forAll, claims, all, asOf);
  await keepSources(transaction, KNOWN_THROUGH.forReaders, claims, readers, asOf);
  if (!isOtherForReaders) return;
  const own = (numbers: object) =>
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [OF_READERS[name]!, value as unknown]));
  await transaction.run(saidToReaders(asOf), {
    rows: claims.map(({ node, id }) => ({ node, id, properties: own(numbersOf(readers.get(id)!)) })),
    ...(asOf === undefined ? {} : { asOf: int(asOf) }),
  });
}

async function settledOf(
  transaction: ManagedTransaction,
  claims: readonly Unsettled[],
  known: KnownOwners,
  asOf: number | undefined,
  forReaders: boolean,
): Promise<Settled> {
  const settled = await answered(settledCorroborations(claims.map(({ id }) => id)), (wanted) =>
    answered((forReaders ? readByReaders : readThrough)(wanted), (each) => fetchRead(transaction, each, known, asOf, forReaders)),
  );
  return new Map(settled.map((each) => [each.claim, each]));
}

const numbersOf = (settled: SettledCorroboration) => ({
  ...Object.fromEntries(KEPT_NUMBERS.map((name) => [name, int(settled[name])])),
  corroborationComplete: settled.corroborationComplete,
});

/** Relationships hold as long as the state of the claim that they are of, or until it is marked (unsettle.ts). */
async function keepSources(
  transaction: ManagedTransaction,
  list: string,
  claims: readonly Unsettled[],
  settled: Settled,
  asOf: number | undefined,
): Promise<void> {
  const rows = claims.flatMap(({ node, id }) =>
    settled.get(id)!.knownOnlyThrough.map((source, position) => ({ node, source, position: int(position) })),
  );
  if (rows.length === 0) return;
  const type = relationshipOf('Claim', edgeOf('Claim', list));
  const source = matchBy('s', 'Source', 'id', 'row.source');
  // Two who settle the same state of the past must not both add to it.
  const kept =
    asOf === undefined
      ? `${source} CREATE (c)-[:${type} {position: row.position, ${SINCE}: c.${SINCE}}]->(s)`
      : `MATCH (c)-[:${PAST_OF}]->(k:Claim) ${source} MERGE (k)-[:${pastRelationship(type)} {position: row.position, ${SINCE}: c.${SINCE}, ${UNTIL}: c.${UNTIL}}]->(s)`;
  await transaction.run(`CYPHER 5 UNWIND $rows AS row MATCH (c) WHERE elementId(c) = row.node ${kept}`, { rows });
}

/** Readers' numbers are kept with every claim that is settled once anything is withheld; the mark says where they are others. */
function saidToReaders(asOf: number | undefined): string {
  const citations =
    asOf === undefined
      ? `MATCH (k:Claim {id: row.id})<-[:CLAIM]-(m:Citation) WITH m, m AS x WHERE true`
      : `MATCH (k:Claim {id: row.id})<-[r:CLAIM|${pastRelationship('CLAIM')}]-(m:Citation)<-[:${PAST_OF}*0..1]-(x) WHERE ${heldAt('r', '$asOf')} AND ${heldAt('x', '$asOf')}`;
  return `CYPHER 5 UNWIND $rows AS row MATCH (c) WHERE elementId(c) = row.node
CALL (row) { ${citations} AND x.${RETRACTED} = false AND NOT ${isWithheld('m', 'Citation', asOf)}
  WITH x ORDER BY x.effectiveDateLower, x.id WITH count(x) AS citations, [each IN collect(x) WHERE each.effectiveDateLower > ${NO_DATE}] AS dated
  RETURN citations, dated[0] AS first, dated[-1] AS last }
SET c += row.properties, c += { ${OF_READERS['citationCount']}: citations, ${saidAt(OF_READERS['firstSaid']!, 'first')}, ${saidAt(OF_READERS['lastSaid']!, 'last')} }
SET c.readersDiffer = CASE WHEN ${readersDiffer('c')} THEN true END`;
}

/** True of a claim that has other numbers for readers. */
export function readersDiffer(claim: string): string {
  const compared = Object.entries(OF_READERS).flatMap(([name, own]) =>
    (name.endsWith('Said') ? ['', ...DATE_PARTS.map(({ suffix }) => suffix)] : ['']).map(
      (bound) => [`${claim}.${name}${bound}`, `${claim}.${own}${bound}`] as const,
    ),
  );
  return compared.map(([one, other]) => `NOT coalesce(${one} = ${other}, ${one} IS NULL AND ${other} IS NULL)`).join(' OR ');
}
