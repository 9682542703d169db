/** Who owns whom, level by level, some levels in one statement: Cypher cannot go on from what it found without going every way there. */
import { LRUCache } from 'lru-cache';
import { int, type ManagedTransaction } from 'neo4j-driver';
import type { Fetch, Ownership } from '../../model/changeset/known.js';
import { OWNERSHIP } from '../../model/vocabulary.js';
import { heldAt, pastLabel, RETRACTED } from './names.js';
import { referenceProperty } from './ordered-edges.js';

/** Levels of one statement, while they are small: each leaves out what the ones before it looked at. */
const LEVELS_AT_ONCE = 4;
const SMALL = 500;
/** Entities whose owners a store remembers. */
const KNOWN_MAX = 100_000;

const newlyKnown = () => ({
  all: new LRUCache<string, readonly Ownership[]>({ max: KNOWN_MAX }),
  readers: new LRUCache<string, readonly Ownership[]>({ max: KNOWN_MAX }),
});

/** What is said of who owns whom, by the one that is owned, as long as nobody writes otherwise: who owns whom is asked often and seldom changes. */
export class KnownOwners {
  /** What the log says of the last write that changed who owns whom. */
  #changed: number | undefined;
  #owners = newlyKnown();

  /** What is known since that change, of all claims or of those that readers see. A reader that began before another change keeps what it was given. */
  since(changed: number, forReaders: boolean): LRUCache<string, readonly Ownership[]> {
    if (changed !== this.#changed) {
      this.#changed = changed;
      this.#owners = newlyKnown();
    }
    return this.#owners[forReaders ? 'readers' : 'all'];
  }
}

const OWNERS_CHANGED = 'ownersChanged';
/** Says that a write changed who owns whom; within its transaction. */
export const CHANGE_OWNERS = `CYPHER 5 MATCH (log:ClaimgraphLog {name: 'log'}) SET log.${OWNERS_CHANGED} = coalesce(log.${OWNERS_CHANGED}, 0) + 1`;

export async function ownershipsAbove(
  transaction: Pick<ManagedTransaction, 'run'>,
  { ids, limit }: Extract<Fetch, { fetch: 'owners' }>,
  asOf: number | undefined,
  kept: KnownOwners | undefined,
  forReaders: boolean,
): Promise<Ownership[]> {
  const known =
    kept && asOf === undefined ? kept.since(await ownersChanged(transaction), forReaders) : new Map<string, readonly Ownership[]>();
  const all: Ownership[] = [];
  const looked = new Set<string>();
  for (let edge = [...new Set(ids)]; edge.length > 0 && looked.size < limit;) {
    const unknown = edge.filter((id) => !known.has(id));
    if (unknown.length > 0) for (const [id, said] of await levelsAbove(transaction, unknown, asOf, forReaders)) known.set(id, said);
    const next = new Set<string>();
    for (const id of edge) {
      looked.add(id);
      for (const ownership of known.get(id) ?? []) {
        all.push(ownership);
        if (!ownership.negated) next.add(ownership.owner);
      }
    }
    edge = [...next].filter((id) => !looked.has(id));
  }
  return all;
}

async function ownersChanged(transaction: Pick<ManagedTransaction, 'run'>): Promise<number> {
  const { records } = await transaction.run(
    `CYPHER 5 OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'}) RETURN coalesce(log.${OWNERS_CHANGED}, 0) AS changed`,
  );
  return records[0]!.get('changed') as number;
}

/** What is said of who owns these, and of who owns some levels of those. */
async function levelsAbove(
  transaction: Pick<ManagedTransaction, 'run'>,
  edge: readonly string[],
  asOf: number | undefined,
  forReaders: boolean,
): Promise<Map<string, Ownership[]>> {
  const cypher = levelsCypher(edge.length > SMALL ? 1 : LEVELS_AT_ONCE, asOf, forReaders);
  const { records } = await transaction.run(cypher, { edge, ...(asOf === undefined ? {} : { asOf: int(asOf) }) });
  const levels = records[0]!.get('levels') as Found[][];
  const asked = [...edge, ...levels.slice(0, -1).flatMap((level) => level.flatMap(({ owner, negated }) => (negated ? [] : owner)))];
  const owned = new Map(asked.map((id) => [id, new Map<string, Ownership>()]));
  for (const each of levels.flat())
    owned.get(each.owned)!.set(each.claim, { ...each, validFrom: each.validFrom ?? undefined, validUntil: each.validUntil ?? undefined });
  return new Map([...owned].map(([id, said]) => [id, [...said.values()]]));
}

/** As Neo4j gives it. */
type Found = Omit<Ownership, 'validFrom' | 'validUntil'> & { readonly validFrom: string | null; readonly validUntil: string | null };

/** One row: what is said on each level, of the entities `$edge` and those that own them. */
function levelsCypher(count: number, asOf: number | undefined, forReaders: boolean): string {
  const then = (alias: string) => (asOf === undefined ? '' : ` AND ${heldAt(alias, '$asOf')}`);
  const states = (label: 'Predicate' | 'Claim') => (asOf === undefined ? [label] : [label, pastLabel(label)]);
  const predicates = Object.keys(OWNERSHIP).map(
    (key, index) =>
      `COLLECT { MATCH (p:${states('Predicate').join('|')}) WHERE p.key = '${key}'${then('p')} RETURN p.id } AS predicates${index}`,
  );
  // By the index over one end and the predicate.
  const owners = Object.values(OWNERSHIP).flatMap((ownerRole, index) => {
    const [owner, owned] = [ownerRole, ownerRole === 'subject' ? 'object' : 'subject'].map(referenceProperty);
    const predicate = referenceProperty('predicate');
    return states('Claim').map(
      (
        label,
      ) => `MATCH (c:${label}) USING INDEX c:${label}(${owned}, ${predicate}) WHERE c.${owned} = id AND c.${predicate} IN predicates${index}
        AND c.${RETRACTED} = false AND c.${owner} IS NOT NULL${forReaders ? ' AND c.withheld IS NULL' : ''}${then('c')} RETURN c AS claim, c.${owner} AS owner`,
    );
  });
  const levels = Array.from({ length: count }, (_, level) => {
    const before = Array.from({ length: level + 1 }, (_each, index) => `NOT said.owner IN edge${index}`).join(' AND ');
    return `CALL (*) { UNWIND edge${level} AS id CALL (*) { ${owners.join(' UNION ')} } RETURN collect(claim {claim: claim.id, owned: id, owner: owner, .negated, .validFrom, .validUntil}) AS level${level} }
      CALL (*) { UNWIND level${level} AS said WITH said WHERE NOT said.negated AND ${before} RETURN collect(DISTINCT said.owner) AS edge${level + 1} }`;
  });
  const all = levels.map((_, level) => `level${level}`).join(', ');
  return `CYPHER 5 WITH $edge AS edge0, ${predicates.join(', ')} ${levels.join(' ')} RETURN [${all}] AS levels`;
}
