/** Marks the claims whose corroboration a write may have changed; settle.ts works it out anew. */
import { int, type ManagedTransaction, type QueryResult } from 'neo4j-driver';
import type { Dependents, Place } from '../../model/changeset/dependents.js';
import { edgeOf } from '../../model/graph.js';
import { OWNERSHIP } from '../../model/vocabulary.js';
import { CHANGE_OWNERS } from './owners.js';
import { KNOWN_THROUGH } from '../filled-later.js';
import { matchBy, PAST_OF, pastRelationship, peerRelationships, relationshipOf, SINCE, UNSETTLED, UNTIL } from './names.js';
import { referenceProperty } from './ordered-edges.js';
import { keepState } from './past.js';
import type { Withheld } from './withhold.js';

const RELAYS = peerRelationships('Citation');
const DERIVATIONS = peerRelationships('Source');

/** What goes back to places, or is suspected to: what relays a citation, and what copies of its source say of its claim. */
const ABOVE = `
CYPHER 5 UNWIND $places AS place
CALL (place) {
  ${matchBy('c', 'Citation', 'id', 'place.citation')} MATCH (c)<-[:${RELAYS}]-(o:Citation) RETURN o
  UNION ${matchBy('s', 'Source', 'id', 'place.source')} MATCH (s)<-[:${DERIVATIONS}*1..]-(:Source)<-[:SOURCE]-(o:Citation) WHERE o.claimId = place.claim RETURN o
}
RETURN DISTINCT o.id AS citation, o.sourceId AS source, o.claimId AS claim`;

const LISTS = Object.values(KNOWN_THROUGH).map((list) => relationshipOf('Claim', edgeOf('Claim', list)));
/** What was worked out of a state goes with it. */
const END = LISTS.map(
  (type) =>
    `CALL (claim) { MATCH (claim)-[r:${type}]->(x) CREATE (claim)-[past:${pastRelationship(type)}]->(x) SET past = properties(r), past.${UNTIL} = $now DELETE r }`,
).join(' ');
/** A state that has held for a while stays as it was: the mark begins a new one. */
const MARK = `WITH claim WHERE claim.${UNSETTLED} IS NULL OR claim.${SINCE} < $now
${keepState('Claim', 'claim', '$now')} SET claim.${UNSETTLED} = true, claim.${SINCE} = $now WITH claim ${END}`;

const AFFECTED = `
CYPHER 5 UNWIND $ids AS id ${matchBy('claim', 'Claim', 'id', 'id')} WITH claim ${MARK}`;
const PLACES_IN_SOURCES = `
CYPHER 5 UNWIND $ids AS id ${matchBy('first', 'Source', 'id', 'id')} MATCH (first)<-[:${DERIVATIONS}*0..]-(s:Source) WITH DISTINCT s
MATCH (s)<-[:SOURCE]-(c:Citation) RETURN c.id AS citation, c.sourceId AS source, c.claimId AS claim`;
const PUBLISHED = `CYPHER 5 UNWIND $ids AS id ${matchBy('e', 'Entity', 'id', 'id')} MATCH (e)<-[:PUBLISHER]-(s:Source) RETURN DISTINCT s.id AS id`;

/** Of citations that are withheld now, or not any more: where they carry their claims. */
const PLACES_OF = `
CYPHER 5 UNWIND $ids AS id ${matchBy('c', 'Citation', 'id', 'id')} RETURN c.id AS citation, c.sourceId AS source, c.claimId AS claim`;
/** Of claims: whom they say to be owned. */
const OWNED_IN = `
CYPHER 5 UNWIND $ids AS id ${matchBy('c', 'Claim', 'id', 'id')} MATCH (c)-[:PREDICATE]->(p:Predicate) WHERE p.key IN $predicates
WITH CASE p.key ${Object.entries(OWNERSHIP)
  .map(([predicate, owner]) => `WHEN '${predicate}' THEN c.${referenceProperty(owner === 'subject' ? 'object' : 'subject')}`)
  .join(' ')} END AS owned WHERE owned IS NOT NULL RETURN DISTINCT owned AS id`;
/** Claims that citations, or citations in sources, ever carried. */
const EVER_CARRIED = [
  `CYPHER 5 UNWIND $citations AS id ${matchBy('c', 'Citation', 'id', 'id')} MATCH (c)-[:CLAIM|${pastRelationship('CLAIM')}]->(k:Claim) RETURN DISTINCT k.id AS id`,
  `CYPHER 5 UNWIND $sources AS id ${matchBy('s', 'Source', 'id', 'id')} MATCH (s)<-[:SOURCE|${pastRelationship('SOURCE')}]-(:Citation)-[:CLAIM|${pastRelationship('CLAIM')}]->(k:Claim) RETURN DISTINCT k.id AS id`,
];
const MARK_THEN = [
  `CYPHER 5 UNWIND $ids AS id ${matchBy('k', 'Claim', 'id', 'id')} MATCH (k)<-[:${PAST_OF}]-(state) SET state.${UNSETTLED} = true`,
  // What has held for longer than the present state of its claim holds from there on: what was is worked out anew.
  `CYPHER 5 UNWIND $ids AS id ${matchBy('k', 'Claim', 'id', 'id')} MATCH (k)-[r:${LISTS.join('|')}]->() WHERE r.${SINCE} < k.${SINCE} SET r.${SINCE} = k.${SINCE}`,
  `CYPHER 5 UNWIND $ids AS id ${matchBy('k', 'Claim', 'id', 'id')} MATCH (k)-[r:${LISTS.map(pastRelationship).join('|')}]->() DELETE r`,
];

type Seeds = Omit<Dependents, 'everything'>;

export async function unsettle(
  transaction: ManagedTransaction,
  { everything, ...dependents }: Dependents,
  withheld: Withheld | undefined,
  recordedAt: number,
): Promise<void> {
  const now = int(recordedAt);
  const byWithholding = withheld && (await seedsOf(transaction, withheld.changed));
  if (everything || dependents.owned.length > 0 || byWithholding?.owned.length) await transaction.run(CHANGE_OWNERS);
  if (everything) {
    await transaction.run(`CYPHER 5 MATCH (claim:Claim) ${MARK}`, { now });
  } else {
    const ids = new Set([
      ...(await affected(transaction, dependents)),
      ...(byWithholding ? await affected(transaction, byWithholding) : []),
    ]);
    for (const id of withheld?.changed.Claim ?? []) ids.add(id);
    if (ids.size > 0) await transaction.run(AFFECTED, { ids: [...ids], now });
  }
  if (withheld) await unsettleThen(transaction, withheld);
}

/** What is withheld now is so of the past, too. */
async function unsettleThen(transaction: ManagedTransaction, { hidden }: Withheld): Promise<void> {
  const { Citation: citations = [], Source: sources = [] } = hidden;
  const ids = await affected(transaction, await seedsOf(transaction, hidden));
  for (const cypher of EVER_CARRIED)
    for (const row of (await transaction.run(cypher, { citations, sources })).records) ids.add(row.get('id') as string);
  if (ids.size > 0) for (const cypher of MARK_THEN) await transaction.run(cypher, { ids: [...ids] });
}

/** Each one's part in the corroboration is for some, not for others. */
async function seedsOf(transaction: ManagedTransaction, { Citation = [], Source = [], Claim = [] }: Withheld['changed']): Promise<Seeds> {
  const owned = await ownedIn(transaction, Claim);
  const places = Citation.length === 0 ? [] : placesOf(await transaction.run(PLACES_OF, { ids: Citation }));
  return { places, sources: Source, owned };
}

async function ownedIn(transaction: ManagedTransaction, claims: readonly string[]): Promise<string[]> {
  if (claims.length === 0) return [];
  const { records } = await transaction.run(OWNED_IN, { ids: claims, predicates: Object.keys(OWNERSHIP) });
  return records.map((row) => row.get('id') as string);
}

/** Ids of claims. What holds up who owns whom bears on all that the owned published, and so on. */
async function affected(transaction: ManagedTransaction, seeds: Seeds): Promise<Set<string>> {
  const all = new Set<string>();
  const known = new Set(seeds.owned);
  for (let from = seeds; ;) {
    const edge = [...(await affectedOnce(transaction, from))].filter((claim) => !all.has(claim));
    for (const claim of edge) all.add(claim);
    const owned = (await ownedIn(transaction, edge)).filter((id) => !known.has(id));
    if (owned.length === 0) return all;
    for (const id of owned) known.add(id);
    from = { places: [], sources: [], owned };
  }
}

async function affectedOnce(transaction: ManagedTransaction, { places, sources, owned }: Seeds): Promise<Set<string>> {
  const found = async (cypher: string, ids: readonly string[]): Promise<string[]> =>
    ids.length === 0 ? [] : (await transaction.run(cypher, { ids })).records.map((row) => row.get('id') as string);
  const otherwise = [...sources, ...(await found(PUBLISHED, await ownedBy(owned, found)))];
  const inSources = otherwise.length === 0 ? [] : placesOf(await transaction.run(PLACES_IN_SOURCES, { ids: otherwise }));
  return new Set((await withAbove(transaction, [...places, ...inSources])).map(({ claim }) => claim));
}

const placesOf = ({ records }: QueryResult): Place[] => records.map((row) => row.toObject() as Place);

/** Level by level, until nothing more goes back to what was found. */
async function withAbove(transaction: ManagedTransaction, places: readonly Place[]): Promise<Place[]> {
  const all = new Map(places.map((place) => [`${place.citation} ${place.source} ${place.claim}`, place]));
  for (let edge: readonly Place[] = places; edge.length > 0;) {
    const above = placesOf(await transaction.run(ABOVE, { places: edge }));
    edge = above.filter(({ citation, source, claim }) => !all.has(`${citation} ${source} ${claim}`));
    for (const place of edge) all.set(`${place.citation} ${place.source} ${place.claim}`, place);
  }
  return [...all.values()];
}

/** These, what they own, and so on. */
async function ownedBy(owned: readonly string[], found: (cypher: string, ids: readonly string[]) => Promise<string[]>): Promise<string[]> {
  const all = new Set(owned);
  for (let edge: readonly string[] = owned; edge.length > 0;) {
    const next: string[] = [];
    for (const [predicate, owner] of Object.entries(OWNERSHIP)) {
      const [own, other] = owner === 'subject' ? ['SUBJECT', 'OBJECT'] : ['OBJECT', 'SUBJECT'];
      const cypher = `CYPHER 5 UNWIND $ids AS id ${matchBy('e', 'Entity', 'id', 'id')} MATCH (e)<-[:${own}]-(c:Claim)-[:${other}]->(o:Entity) WHERE EXISTS { (c)-[:PREDICATE]->(:Predicate {key: '${predicate}'}) } RETURN DISTINCT o.id AS id`;
      next.push(...(await found(cypher, edge)));
    }
    edge = [...new Set(next)].filter((id) => !all.has(id));
    for (const id of edge) all.add(id);
  }
  return [...all];
}
