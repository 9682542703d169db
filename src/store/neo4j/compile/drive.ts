/**
 * Where a root list begins: the condition that narrows best is turned into MATCH clauses that start
 * from it and walk to the record, so that the planner enters by an index and not by a label.
 */
import { MERGEABLE } from '../../../model/changeset/canonical.js';
import type { EdgeDefinition, RecordName, ShapeName } from '../../../model/definition.js';
import { edgeOf, isRecordName, targetOf } from '../../../model/graph.js';
import type { Condition } from '../../../plan/plan.js';
import { DRIVING_RANKS, rank, uniqueValue } from '../../rank.js';
import { isRelationship, relationshipOf, RETRACTED } from '../names.js';
import { orderedReference, referenceProperty } from '../ordered-edges.js';
import { conditionCypher, whereCypher } from './condition.js';
import type { Statement } from './statement.js';
import { hop, recordPattern, statesOf, type Hop } from './time.js';

export interface Start {
  /** MATCH clauses that bind the alias, with every condition met. */
  readonly clauses: string;
  /** The clauses may bind the same record several times. */
  readonly repeats: boolean;
}

export function startCypher(statement: Statement, shape: ShapeName, alias: string, condition: Condition, extra: readonly string[]): Start {
  const conjuncts = condition.kind === 'all' ? condition.conditions : [condition];
  const place = { alias, prefix: '' };
  const check = (each: Condition) => conditionCypher(statement, shape, place, each);
  const ranks = conjuncts.map((each) => rank(shape, each));
  const best = Math.min(...ranks);
  const driver = conjuncts[ranks.indexOf(best)];
  if (statement.asOf !== undefined && best === 1 && driver?.kind === 'in') {
    const others = conjuncts.filter((each) => each !== driver).map(check);
    return { clauses: namedThen(statement, shape as RecordName, alias, driver, [...others, ...extra]), repeats: false };
  }
  const driving = best <= DRIVING_RANKS && driver?.kind === 'related' ? driver : undefined;
  const ranged = driving && statement.asOf === undefined ? rangeOf(statement, shape, alias, driving, conjuncts) : undefined;
  const walked = driving && !ranged ? walk(statement, shape, alias, edgeOf(shape, driving.edge), driving.condition) : undefined;
  const rest = [...conjuncts.filter((each) => !(ranged ?? walked) || each !== driver).map(check), ...extra];
  if (ranged) return { clauses: `${ranged.clauses}${whereCypher(alias, [...ranged.conditions, ...rest])}`, repeats: false };
  const where = whereCypher(alias, rest);
  if (walked) return { clauses: `${walked}${where}`, repeats: true };
  if (!isRecordName(shape)) return { clauses: `MATCH (${alias}:${shape})${where}`, repeats: false };
  const { pattern, held } = recordPattern(statement, alias, shape);
  return { clauses: `MATCH ${pattern}${whereCypher(alias, [...held, ...rest])}`, repeats: false };
}

/**
 * Records by a name of theirs as of an earlier time: the states that had the name, their records (or those
 * that they were read through), and the states of these.
 */
function namedThen(
  statement: Statement,
  record: RecordName,
  alias: string,
  { field, values }: Extract<Condition, { kind: 'in' }>,
  rest: readonly string[],
): string {
  const named = statement.variable();
  const own = statement.variable();
  const there = recordPattern(statement, named, record);
  const names = `${named}.${field} IN ${statement.parameter([...values])}`;
  const id = MERGEABLE.includes(record) ? `coalesce(${named}.${referenceProperty('mergedInto')}, ${named}.id)` : `${named}.id`;
  const { pattern, held } = statesOf(statement, own, record, alias);
  const first = `MATCH ${there.pattern} WHERE ${[names, ...there.held].join(' AND ')} WITH DISTINCT ${id} AS ${named}`;
  return `${first} MATCH (${own}:${record}) WHERE ${own}.id = ${named} MATCH ${pattern}${whereCypher(alias, [...held, ...rest])}`;
}

/**
 * The records that refer to one, within a range of their usual sort key: both stand in one index, so that
 * of a hub's records only those in the range are looked at.
 */
function rangeOf(
  statement: Statement,
  shape: ShapeName,
  alias: string,
  driver: Extract<Condition, { kind: 'related' }>,
  conjuncts: readonly Condition[],
): { clauses: string; conditions: string[] } | undefined {
  if (!isRecordName(shape)) return undefined;
  const edge = edgeOf(shape, driver.edge);
  const { far, sort, own, field, name } = orderedReference(shape, edge.name);
  const inRange = conjuncts.some((each) => each.kind === 'within' && each.field === field);
  if (edge.kind !== 'reference' || !inRange || !uniqueValue(edge.to, driver.condition)) return undefined;
  const there = statement.variable();
  const { clauses } = startCypher(statement, edge.to, there, driver.condition, []);
  return {
    clauses: `${clauses} MATCH (${alias}:${shape}) USING INDEX ${alias}:${name}(${far}, ${sort}, ${own})`,
    conditions: [`${alias}.${far} = ${there}.id`, `${alias}.${own} >= ''`],
  };
}

/** From the far end of an edge back to the alias; undefined where the edge cannot be entered so. */
function walk(statement: Statement, shape: ShapeName, alias: string, edge: EdgeDefinition, inner: Condition): string | undefined {
  const target = { alias, shape };
  const there = { alias: statement.variable(), shape: targetOf(edge) };
  const begin = (extra: readonly string[] = []) => startCypher(statement, there.shape, there.alias, inner, extra).clauses;
  const back = (from: string, direction: 'out' | 'in', type: string) =>
    `${from} ${matched(hop(statement, there, direction, type, target), alias)}`;
  const inForce = `${there.alias}.${RETRACTED} = false`;
  switch (edge.kind) {
    case 'reference':
      return back(begin(), 'in', relationshipOf(shape, edge));
    case 'parts':
      return isRelationship(edge.part)
        ? walkRelationship(statement, shape, alias, edge, inner)
        : back(begin(), 'in', relationshipOf(shape, edge));
    case 'inverse':
      return back(begin([inForce]), 'out', relationshipOf(edge.to, edgeOf(edge.to, edge.via)));
    case 'holders':
      return back(begin([inForce]), 'out', relationshipOf(edge.to, edgeOf(edge.to, edge.parts)));
    case 'through':
      return back(begin([inForce]), 'in', relationshipOf(shape, edgeOf(shape, edge.parts)));
    case 'across': {
      const first = edgeOf(shape, edge.inverse);
      if (first.kind !== 'inverse') return undefined;
      const middle = { alias: statement.variable(), shape: first.to };
      const here = hop(statement, there, 'in', relationshipOf(first.to, edgeOf(first.to, edge.reference)), middle);
      const on = hop(statement, middle, 'out', relationshipOf(first.to, edgeOf(first.to, first.via)), target);
      const standing = `${middle.alias}.${RETRACTED} = false`;
      return `${begin([inForce])} MATCH ${here.pattern} WHERE ${[standing, ...here.held].join(' AND ')} WITH ${middle.alias} ${matched(on, alias)}`;
    }
    case 'embedded':
    case 'history':
      return undefined;
  }
}

/** The next clause may begin with a WHERE of its own: what is checked here is closed by a WITH. */
const matched = ({ pattern, held }: Hop, alias: string): string =>
  `MATCH ${pattern}${held.length === 0 ? '' : ` WHERE ${held.join(' AND ')} WITH ${alias}`}`;

/** The part is a relationship: begin at the record it leads to, then look at the part itself. */
function walkRelationship(
  statement: Statement,
  shape: ShapeName,
  alias: string,
  edge: Extract<EdgeDefinition, { kind: 'parts' }>,
  inner: Condition,
): string | undefined {
  const conjuncts = inner.kind === 'all' ? inner.conditions : [inner];
  const referring = conjuncts.find((each) => each.kind === 'related' && rank(edge.part, each) <= DRIVING_RANKS);
  if (referring?.kind !== 'related') return undefined;
  const there = { alias: statement.variable(), shape: targetOf(edgeOf(edge.part, referring.edge)) };
  const part = statement.variable();
  const begin = startCypher(statement, there.shape, there.alias, referring.condition, []).clauses;
  const { pattern, held } = hop(statement, there, 'in', relationshipOf(shape, edge), { alias, shape }, part);
  const rest = conjuncts
    .filter((each) => each !== referring)
    .map((each) => conditionCypher(statement, edge.part, { alias: part, prefix: '', end: there.alias }, each));
  return `${begin} ${matched({ pattern, held: [...held, ...rest] }, alias)}`;
}
