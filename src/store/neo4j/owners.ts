/** Who owns whom, level by level, some levels in one statement: Cypher cannot go on from what it found without going every way there. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import type { Fetch } from '../../model/changeset/known.js';
import { OWNERSHIP } from '../../model/vocabulary.js';
import { heldAt, pastLabel, RETRACTED } from './names.js';
import { referenceProperty } from './ordered-edges.js';

/** Levels of one statement, while they are small: each leaves out what the ones before it looked at. */
const LEVELS_AT_ONCE = 4;
const SMALL = 500;

type Pair = readonly [owned: string, owner: string];

export async function ownerPairs(
  transaction: Pick<ManagedTransaction, 'run'>,
  { ids, limit }: Extract<Fetch, { fetch: 'owners' }>,
  asOf: number | undefined,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const looked = new Set<string>();
  for (let edge: readonly string[] = [...new Set(ids)]; edge.length > 0 && looked.size < limit;) {
    const cypher = levelsCypher(edge.length > SMALL ? 1 : LEVELS_AT_ONCE, asOf);
    const { records } = await transaction.run(cypher, { edge, ...(asOf === undefined ? {} : { asOf: int(asOf) }) });
    const levels = records[0]!.get('levels') as Pair[][];
    for (const id of edge) looked.add(id);
    pairs.push(...levels.flat());
    const last = levels.at(-1)!;
    // Whoever is owned at some level has been looked at.
    for (const [owned] of levels.flat()) looked.add(owned);
    edge = [...new Set(last.map(([, owner]) => owner))].filter((id) => !looked.has(id));
  }
  return unique(pairs);
}

/** One row: the pairs of each level, of the entities `$edge` and those that own them. */
function levelsCypher(count: number, asOf: number | undefined): string {
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
        AND c.negated = false AND c.${RETRACTED} = false AND c.${owner} IS NOT NULL${then('c')} RETURN c.${owner} AS owner`,
    );
  });
  const levels = Array.from({ length: count }, (_, level) => {
    const before = Array.from({ length: level + 1 }, (_each, index) => `NOT pair[1] IN edge${index}`).join(' AND ');
    return `CALL (*) { UNWIND edge${level} AS id CALL (*) { ${owners.join(' UNION ')} } RETURN collect([id, owner]) AS level${level} }
      CALL (*) { UNWIND level${level} AS pair WITH pair WHERE ${before} RETURN collect(DISTINCT pair[1]) AS edge${level + 1} }`;
  });
  const all = levels.map((_, level) => `level${level}`).join(', ');
  return `CYPHER 5 WITH $edge AS edge0, ${predicates.join(', ')} ${levels.join(' ')} RETURN [${all}] AS levels`;
}

function unique(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}
