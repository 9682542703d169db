/** The shortest ways from one entity to another through claims: searched from both ends, the smaller edge first. */
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import { listed } from './provenance.js';
import { linksFrom, type ExploreLimits, type Exploring, type Link, type Through } from './explore.js';

export interface Hop {
  readonly from: string;
  readonly to: string;
  /** The claims that connect the two, the newest first. */
  readonly claims: readonly string[];
}

export interface PathSearch {
  /** All of the same, least length; each a list of hops from end to end. */
  readonly paths: readonly (readonly Hop[])[];
  /** False when a budget ended the search, or some entity has more claims than were looked at: shorter ways may exist then. */
  readonly complete: boolean;
}

interface Side {
  readonly depthOf: Map<string, number>;
  /** By entity, the links by which it was first reached. */
  readonly reachedBy: Map<string, Link[]>;
  edge: string[];
  depth: number;
}

export interface PathOptions {
  /** Hops at most. */
  readonly maxLength: number;
  /** Paths at most. */
  readonly limit: number;
  readonly through: Through;
}

export function* pathsBetween(
  from: string,
  to: string,
  { maxLength, limit, through }: PathOptions,
  limits: ExploreLimits,
): Exploring<PathSearch> {
  if (from === to) return { paths: [[]], complete: true };
  const { clock = NO_DEADLINE } = limits;
  const [forward, backward] = [sideAt(from), sideAt(to)];
  let complete = true;
  let looked = 0;
  while (forward.depth + backward.depth < maxLength && forward.edge.length > 0 && backward.edge.length > 0) {
    const side = forward.edge.length <= backward.edge.length ? forward : backward;
    looked += side.edge.length;
    if (looked > limits.entitiesMax) return { paths: [], complete: false };
    const { links, complete: all } = yield* linksFrom(side.edge, { ...through, always: side === forward ? to : from }, limits);
    if (!all) complete = false;
    advance(side, links, clock);
    const meeting = side.edge.filter(
      (entity) => forward.depthOf.get(entity) === forward.depth && backward.depthOf.get(entity) === backward.depth,
    );
    if (meeting.length > 0) return { paths: joined(meeting, { forward, backward }, limit, clock), complete };
  }
  return { paths: [], complete };
}

const sideAt = (entity: string): Side => ({ depthOf: new Map([[entity, 0]]), reachedBy: new Map(), edge: [entity], depth: 0 });

/** One level further: every link to what is new at this level is kept, for there may be several shortest ways. */
function advance(side: Side, links: readonly Link[], clock: Clock): void {
  side.depth++;
  const next = new Set<string>();
  for (const link of links) {
    clock.check();
    const known = side.depthOf.get(link.to);
    if (known !== undefined && known !== side.depth) continue;
    side.depthOf.set(link.to, side.depth);
    listed(side.reachedBy, link.to, link);
    next.add(link.to);
  }
  side.edge = [...next].sort();
}

function joined(
  meeting: readonly string[],
  { forward, backward }: { forward: Side; backward: Side },
  limit: number,
  clock: Clock,
): Hop[][] {
  const paths: Hop[][] = [];
  for (const entity of meeting) {
    for (const head of waysTo(forward, entity, clock)) {
      for (const tail of waysTo(backward, entity, clock)) {
        if (paths.length === limit) return paths;
        // The tail was walked from its other end.
        paths.push([...head, ...tail.toReversed().map((hop) => ({ from: hop.to, to: hop.from, claims: hop.claims }))]);
      }
    }
  }
  return paths;
}

/** The ways from a side's start to an entity that it reached, one after the other. */
function* waysTo(side: Side, entity: string, clock: Clock): Generator<Hop[]> {
  if (side.depthOf.get(entity) === 0) {
    yield [];
    return;
  }
  const claims = new Map<string, string[]>();
  for (const { from, claim } of side.reachedBy.get(entity) ?? []) {
    clock.check();
    listed(claims, from, claim);
  }
  for (const from of [...claims.keys()].sort())
    for (const way of waysTo(side, from, clock)) yield [...way, { from, to: entity, claims: claims.get(from)! }];
}
