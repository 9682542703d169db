/** The entities around one, through claims: the nearest first, then those connected by the most claims. */
import type { Condition } from '../plan/plan.js';
import { linksFrom, type ExploreLimits, type Exploring } from './explore.js';

export interface Neighbour {
  readonly entity: string;
  /** Hops from the entity asked about. */
  readonly depth: number;
  /** The claims that connect it to the entities one hop nearer, the newest first. */
  readonly claims: readonly string[];
}

export interface Neighbourhood {
  readonly neighbours: readonly Neighbour[];
  /** False when a budget ended the search, or some entity has more claims than were looked at. */
  readonly complete: boolean;
}

export function* neighboursOf(start: string, depth: number, where: Condition, limits: ExploreLimits): Exploring<Neighbourhood> {
  const found = new Map<string, { depth: number; claims: Set<string> }>();
  let edge = [start];
  let complete = true;
  let looked = 0;
  for (let level = 1; level <= depth && edge.length > 0; level++) {
    if (looked + edge.length > limits.entitiesMax) {
      complete = false;
      edge = edge.slice(0, limits.entitiesMax - looked);
    }
    looked += edge.length;
    const { links, complete: all } = yield* linksFrom(edge, where, limits);
    if (!all) complete = false;
    for (const { to, claim } of links) {
      if (to === start) continue;
      const neighbour = found.get(to) ?? { depth: level, claims: new Set<string>() };
      found.set(to, neighbour);
      if (neighbour.depth === level) neighbour.claims.add(claim);
    }
    // The best connected first, in case the budget ends here.
    edge = ranked(found).flatMap((each) => (each.depth === level ? each.entity : []));
  }
  return { neighbours: ranked(found), complete };
}

function ranked(found: ReadonlyMap<string, { depth: number; claims: ReadonlySet<string> }>): Neighbour[] {
  return [...found]
    .map(([entity, { depth, claims }]) => ({ entity, depth, claims: [...claims] }))
    .sort((a, b) => a.depth - b.depth || b.claims.length - a.claims.length || (a.entity < b.entity ? -1 : 1));
}
