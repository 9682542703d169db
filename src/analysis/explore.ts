/**
 * Searching from entity to entity through the claims that both take part in, as subject or object. Each
 * level is one plan: the claims of all entities at the edge of the search, filtered like any list, and of
 * each at most its newest few, so that a hub is no danger.
 */
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import { rolesMask } from '../model/changeset/documents.js';
import type { Condition, Plan, PlanOf, Selection } from '../plan/plan.js';
import { rowsOf, type PageRows, type PlanRows, type Row } from '../plan/rows.js';
import { shapeOf } from '../model/graph.js';

/** Work that asks a store for plans as it goes. */
export type Exploring<T> = Generator<Plan, T, PlanRows>;

export interface ExploreLimits {
  /** Claims looked at of one entity, the newest first. */
  readonly claimsMax: number;
  /** Claims looked at in one step of a neighbourhood, shared among the entities that it goes out from. */
  readonly stepClaimsMax: number;
  /** Entities whose claims are looked at in one search. */
  readonly entitiesMax: number;
  /** How long the search may take; not given: as long as it does. */
  readonly clock?: Clock;
}

const ENTITIES_A_PLAN = 200;
const SLOT = 'claims';
const ENDS = [
  { slot: 'subject', role: 'SUBJECT' },
  { slot: 'object', role: 'OBJECT' },
] as const;

/** What a search goes through. */
export interface Through {
  readonly where: Condition;
  /** Only entities of these kinds are reached, */
  readonly kinds?: readonly string[] | undefined;
  /** and this one, whatever it is. */
  readonly always?: string | undefined;
  /** Links tell how well their claims are supported. */
  readonly supported?: boolean;
}

/** An entity reached from another, by a claim. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly claim: string;
  /** Independent origins that support the claim; 0 where that was not asked for. */
  readonly support: number;
}

export interface Explored {
  readonly links: readonly Link[];
  /** False when some entity has more claims than were looked at. */
  readonly complete: boolean;
}

/** The links that lead away from these entities. */
export function* linksFrom(entities: readonly string[], through: Through, limits: ExploreLimits): Exploring<Explored> {
  const { clock = NO_DEADLINE } = limits;
  const links: Link[] = [];
  let complete = true;
  for (let start = 0; start < entities.length; start += ENTITIES_A_PLAN) {
    const rows = yield* rowsOf(claimsPlan(entities.slice(start, start + ENTITIES_A_PLAN), through, limits));
    for (const row of rows.rows) {
      if (!row) continue;
      const page = row[SLOT] as PageRows;
      if (page.hasNext) complete = false;
      for (const { row: claim } of page.items) {
        clock.check();
        links.push(...linksOf(row['id'] as string, claim, through));
      }
    }
  }
  return { links, complete };
}

function linksOf(from: string, claim: Row, { kinds, always }: Through): Link[] {
  const ends = ENDS.flatMap(({ slot }) => (claim[slot] as { id: string; kind?: string } | null) ?? []);
  const support = (claim['independentSupporting'] as number | undefined) ?? 0;
  const others = ends.filter(({ id, kind }) => id !== from && (!kinds || id === always || kinds.includes(kind!)));
  return [...new Set(others.map(({ id }) => id))].map((to) => ({ from, to, claim: claim['id'] as string, support }));
}

function claimsPlan(ids: readonly string[], { where, kinds, supported }: Through, { claimsMax }: ExploreLimits): PlanOf<'nodes'> {
  const entity: Selection = { shape: 'Entity', fields: ['id'], edges: [] };
  const reached: Selection = kinds ? { ...entity, fields: ['id', 'kind'] } : entity;
  const claim: Selection = {
    shape: 'Claim',
    fields: supported ? ['id', 'independentSupporting'] : ['id'],
    edges: ENDS.map(({ slot }) => ({ kind: 'plain', slot, edge: slot, selection: reached })),
  };
  const { field, direction } = shapeOf('Claim').order;
  const selections: Record<'Entity', Selection> = {
    Entity: {
      ...entity,
      edges: [
        {
          kind: 'page',
          slot: SLOT,
          edge: 'claims',
          list: {
            where,
            roles: rolesMask(ENDS.map(({ role }) => role)),
            retracted: 'EXCLUDE',
            order: [{ field, direction, nulls: 'LAST' }],
            page: {
              size: claimsMax,
              direction: 'forward',
              wants: { items: true, positions: false, total: false, previous: false, next: true },
            },
            selection: claim,
          },
        },
      ],
    },
  };
  return { kind: 'nodes', ids, selections };
}
