/**
 * Where a root list begins: the condition that narrows best is turned into MATCH clauses that start
 * from it and walk to the record, so that the planner enters by an index and not by a label.
 */
import type { EdgeDefinition, ShapeName } from '../../../model/definition.js';
import { edgeOf, isRecordName, targetOf } from '../../../model/graph.js';
import type { Condition } from '../../../plan/plan.js';
import { DRIVING_RANKS, rank, uniqueValue } from '../../rank.js';
import { isRelationship, relationshipOf, RETRACTED } from '../names.js';
import { orderedReference } from '../ordered-edges.js';
import { conditionCypher, whereCypher } from './condition.js';
import type { Statement } from './statement.js';

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
  const driving = best <= DRIVING_RANKS && driver?.kind === 'related' ? driver : undefined;
  const ranged = driving && rangeOf(statement, shape, alias, driving, conjuncts);
  const walked = driving && !ranged ? walk(statement, shape, alias, edgeOf(shape, driving.edge), driving.condition) : undefined;
  const rest = [...conjuncts.filter((each) => !(ranged ?? walked) || each !== driver).map(check), ...extra];
  if (ranged) return { clauses: `${ranged.clauses}${whereCypher(alias, [...ranged.conditions, ...rest])}`, repeats: false };
  const where = whereCypher(alias, rest);
  return walked ? { clauses: `${walked}${where}`, repeats: true } : { clauses: `MATCH (${alias}:${shape})${where}`, repeats: false };
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
  const there = statement.variable();
  const begin = (extra: readonly string[] = []) => startCypher(statement, targetOf(edge), there, inner, extra).clauses;
  const inForce = `${there}.${RETRACTED} = false`;
  switch (edge.kind) {
    case 'reference':
      return `${begin()} MATCH (${there})<-[:${relationshipOf(shape, edge)}]-(${alias}:${shape})`;
    case 'parts':
      return isRelationship(edge.part)
        ? walkRelationship(statement, shape, alias, edge, inner)
        : `${begin()} MATCH (${there})<-[:${relationshipOf(shape, edge)}]-(${alias}:${shape})`;
    case 'inverse':
      return `${begin([inForce])} MATCH (${there})-[:${relationshipOf(edge.to, edgeOf(edge.to, edge.via))}]->(${alias}:${shape})`;
    case 'holders':
      return `${begin([inForce])} MATCH (${there})-[:${relationshipOf(edge.to, edgeOf(edge.to, edge.parts))}]->(${alias}:${shape})`;
    case 'through':
      return `${begin([inForce])} MATCH (${there})<-[:${relationshipOf(shape, edgeOf(shape, edge.parts))}]-(${alias}:${shape})`;
    case 'across': {
      const first = edgeOf(shape, edge.inverse);
      if (first.kind !== 'inverse') return undefined;
      const middle = statement.variable();
      const path = `(${there})<-[:${relationshipOf(first.to, edgeOf(first.to, edge.reference))}]-(${middle}:${first.to} {${RETRACTED}: false})-[:${relationshipOf(first.to, edgeOf(first.to, first.via))}]->(${alias}:${shape})`;
      return `${begin([inForce])} MATCH ${path}`;
    }
    case 'embedded':
    case 'history':
      return undefined;
  }
}

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
  const there = statement.variable();
  const part = statement.variable();
  const begin = startCypher(statement, targetOf(edgeOf(edge.part, referring.edge)), there, referring.condition, []).clauses;
  const rest = conjuncts
    .filter((each) => each !== referring)
    .map((each) => conditionCypher(statement, edge.part, { alias: part, prefix: '', end: there }, each));
  // The next clause may go on with AND: what is checked here stands in a WITH of its own.
  return `${begin} MATCH (${there})<-[${part}:${relationshipOf(shape, edge)}]-(${alias}:${shape})${rest.length === 0 ? '' : ` WHERE ${rest.join(' AND ')} WITH ${alias}`}`;
}
