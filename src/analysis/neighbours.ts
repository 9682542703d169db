/** The entities around one, through claims. */
import { NO_DEADLINE } from '../model/clock.js';
import { linksFrom, type ExploreLimits, type Exploring, type Through } from './explore.js';

/** NEAREST: by hops, then by claims; CLAIMS: by claims, whatever the hops; SUPPORT: by the best supported claim that connects. */
export type NeighbourOrder = 'NEAREST' | 'CLAIMS' | 'SUPPORT';

export interface Neighbour {
  readonly entity: string;
  /** Hops from the entity asked about. */
  readonly depth: number;
  /** The claims that connect it to the entities one hop nearer, the newest first. */
  readonly claims: readonly string[];
  /** Independent origins of the best supported of them; 0 where the order does not ask for it. */
  readonly support: number;
}

export interface Neighbourhood {
  readonly neighbours: readonly Neighbour[];
  /** False when a budget ended the search, or some entity has more claims than were looked at. */
  readonly complete: boolean;
}

interface Found {
  readonly depth: number;
  readonly claims: Set<string>;
  support: number;
}

export function* neighboursOf(
  start: string,
  depth: number,
  through: Through,
  order: NeighbourOrder,
  limits: ExploreLimits,
): Exploring<Neighbourhood> {
  const { clock = NO_DEADLINE } = limits;
  const found = new Map<string, Found>();
  let edge = [start];
  let complete = true;
  let looked = 0;
  for (let level = 1; level <= depth && edge.length > 0; level++) {
    if (looked + edge.length > limits.entitiesMax) {
      complete = false;
      edge = edge.slice(0, limits.entitiesMax - looked);
    }
    looked += edge.length;
    const share = { ...limits, claimsMax: shareOf(limits, edge.length) };
    const { links, complete: all } = yield* linksFrom(edge, { ...through, supported: order === 'SUPPORT' }, share);
    if (!all) complete = false;
    for (const { to, claim, support } of links) {
      clock.check();
      if (to === start) continue;
      const neighbour = found.get(to) ?? { depth: level, claims: new Set<string>(), support: 0 };
      found.set(to, neighbour);
      if (neighbour.depth !== level) continue;
      neighbour.claims.add(claim);
      neighbour.support = Math.max(neighbour.support, support);
    }
    // The best first, in case the budget ends here.
    edge = ranked(found, order).flatMap((each) => (each.depth === level ? each.entity : []));
  }
  return { neighbours: ranked(found, order), complete };
}

/** However many there are, each is looked at a little. */
const LEAST_CLAIMS = 5;
const shareOf = ({ claimsMax, stepClaimsMax }: ExploreLimits, entities: number): number =>
  Math.min(claimsMax, Math.max(LEAST_CLAIMS, Math.floor(stepClaimsMax / entities)));

function ranked(found: ReadonlyMap<string, Found>, order: NeighbourOrder): Neighbour[] {
  const by: Record<NeighbourOrder, (a: Neighbour, b: Neighbour) => number> = {
    NEAREST: (a, b) => a.depth - b.depth || b.claims.length - a.claims.length,
    CLAIMS: (a, b) => b.claims.length - a.claims.length || a.depth - b.depth,
    SUPPORT: (a, b) => b.support - a.support || a.depth - b.depth || b.claims.length - a.claims.length,
  };
  return [...found]
    .map(([entity, { depth, claims, support }]) => ({ entity, depth, claims: [...claims], support }))
    .sort((a, b) => by[order](a, b) || (a.entity < b.entity ? -1 : 1));
}
