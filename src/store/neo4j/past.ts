/** Keeping what was: before a node or a relationship changes, its state goes to one of the past (names.ts). */
import type { RecordName } from '../../model/definition.js';
import { PAST_OF, pastLabel, pastListing, pastRelationship, SINCE, UNTIL } from './names.js';
import { orderedHoldersTo } from './ordered-edges.js';

/** A clause that keeps a node's state; what held for no time is not kept. `now` is an expression. */
export function keepState(record: RecordName, node: string, now: string): string {
  const listings = orderedHoldersTo(record).map(
    ({ name }) =>
      ` WITH * CALL (*) { MATCH (${node})-[r:${name}]->(x) CREATE (past)-[l:${pastListing(name)}]->(x) SET l = properties(r), l.${SINCE} = past.${SINCE}, l.${UNTIL} = ${now} }`,
  );
  return `WITH * CALL (*) { WITH * WHERE ${node}.${SINCE} < ${now} CREATE (past:${pastLabel(record)})-[:${PAST_OF}]->(${node}) SET past = properties(${node}), past.${UNTIL} = ${now}${listings.join('')} }`;
}

/** Clauses that end a node's relationships of a type at `row.now`. */
export const keepRelationships = (type: string): string =>
  `MATCH (n)-[r:${type}]->(x) CREATE (n)-[past:${pastRelationship(type)}]->(x) SET past = properties(r), past.${UNTIL} = row.now DELETE r`;
