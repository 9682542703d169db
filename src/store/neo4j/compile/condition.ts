/**
 * Conditions as Cypher predicates. Cypher's third truth value becomes false wherever a `not` stands
 * above it.
 */
import type { EdgeDefinition, FieldDefinition, RecordName, ShapeName } from '../../../model/definition.js';
import { MERGEABLE } from '../../../model/changeset/canonical.js';
import { edgeOf, edgesOf, fieldOf, targetOf } from '../../../model/graph.js';
import { EARLIEST, LATEST, type DateClock, type DateEnd } from '../../../model/values/date-bounds.js';
import { decimalOrder } from '../../../model/values/decimals.js';
import { fold } from '../../../model/values/text.js';
import { PARTICIPANT_ROLES } from '../../../model/vocabulary.js';
import type { Condition } from '../../../plan/plan.js';
import { endExpression, widestLimit } from '../../date-ends.js';
import { languageRanges } from '../../language-ranges.js';
import { NO_DATE } from '../../no-date.js';
import {
  embeddedPrefix,
  heldAt,
  isRelationship,
  PAST_OF,
  pastRelationship,
  presentProperty,
  propertyOf,
  relationshipOf,
  RETRACTED,
} from '../names.js';
import type { Place, Statement } from './statement.js';
import { referenceProperty } from '../ordered-edges.js';
import { hop, recordPattern, type End, type Hop } from './time.js';

export function conditionCypher(statement: Statement, shape: ShapeName, place: Place, condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.conditions.length === 0
        ? 'true'
        : `(${condition.conditions.map((each) => conditionCypher(statement, shape, place, each)).join(' AND ')})`;
    case 'any':
      if (condition.conditions.length === 0)
        // As a parameter: a literal would be folded, and with it what an index hint stands on.
        return statement.parameter(false);
      return (
        languagesCypher(statement, place, condition.conditions) ??
        `(${condition.conditions.map((each) => conditionCypher(statement, shape, place, each)).join(' OR ')})`
      );
    case 'not':
      return `NOT coalesce(${conditionCypher(statement, shape, place, condition.condition)}, false)`;
    case 'related':
      return relatedCypher(statement, shape, place, edgeOf(shape, condition.edge), condition.condition);
    default:
      return fieldCypher(statement, shape, place, condition);
  }
}

function languagesCypher(statement: Statement, place: Place, conditions: readonly Condition[]): string | undefined {
  const languages = languageRanges(conditions);
  if (!languages) return undefined;
  const property = `${place.alias}.${propertyOf(place.prefix, languages.field)}`;
  return `any(range IN ${statement.parameter([...languages.ranges])} WHERE ${property} = range OR ${property} STARTS WITH range + '-')`;
}

/** True where the roles kept in the property hold one of the mask's. */
export function rolesCypher(statement: Statement, property: string, mask: number): string {
  const names = PARTICIPANT_ROLES.filter((_, bit) => mask & (1 << bit));
  return `any(role IN ${property}Names WHERE role IN ${statement.parameter(names)})`;
}

/**
 * A WHERE with what stands on the record first, and what must be looked for beyond it only for those that
 * are left. DISTINCT keeps the planner from making one WHERE of both, beginning with either, and planning what
 * lies beyond for each way to begin. `kept`: the variables that are still needed, with commas between.
 */
export function whereCypher(kept: string, conditions: readonly string[]): string {
  const beyond = (condition: string) => condition.includes('EXISTS { MATCH');
  const own = conditions.filter((condition) => !beyond(condition));
  const others = conditions.filter(beyond);
  const first = own.length === 0 ? '' : ` WHERE ${own.join(' AND ')}`;
  if (others.length === 0) return first;
  return `${first} WITH DISTINCT ${kept} WHERE ${others.join(' AND ')}`;
}

type FieldCondition = Exclude<Condition, { kind: 'all' | 'any' | 'not' | 'related' }>;

function fieldCypher(statement: Statement, shape: ShapeName, place: Place, condition: FieldCondition): string {
  const field = fieldOf(shape, condition.field);
  const property = `${place.alias}.${propertyOf(place.prefix, field.name)}`;
  switch (condition.kind) {
    case 'present':
      return `${property} IS NOT NULL`;
    case 'in': {
      const values = [...condition.values];
      if (field.type === 'mark') return `${property} IS ${values[0] ? 'NOT ' : ''}NULL`;
      if (isReadThrough(shape, field)) return canonicalCypher(statement, shape as RecordName, place, field.name, values);
      // To the letter, but found by the folded property, which has the index.
      if (field.type === 'text')
        return `(${isIn(
          statement,
          `${property}Folded`,
          values.map((value) => fold(String(value))),
        )} AND ${isIn(statement, property, values)})`;
      return field.type === 'decimal'
        ? isIn(
            statement,
            `${property}Ordered`,
            values.map((value) => decimalOrder(String(value))),
          )
        : isIn(statement, property, values);
    }
    case 'compare':
      return field.type === 'decimal'
        ? `${property}Ordered ${condition.operator} ${statement.parameter(decimalOrder(String(condition.value)))}`
        : `${property} ${condition.operator} ${statement.parameter(condition.value)}`;
    case 'startsWith':
      return `${field.type === 'text' ? `${property}Folded` : property} STARTS WITH ${statement.parameter(condition.prefix)}`;
    case 'contains':
      return `${property}Folded CONTAINS ${statement.parameter(condition.folded)}`;
    case 'within': {
      const isSurely = condition.match === 'SURELY';
      const { lowerClock = 'CALENDAR', upperClock = 'CALENDAR' } = condition;
      const [first, last] = isSurely ? (['lower', 'upper'] as const) : (['upper', 'lower'] as const);
      return `(${[
        ...endCypher(statement, property, first, lowerClock, '>=', condition.lower),
        ...endCypher(statement, property, last, upperClock, '<=', condition.upper),
        `${property}Lower > ${NO_DATE}`,
        ...(isSurely ? [`${property}Doubtful = 0`] : []),
      ].join(' AND ')})`;
    }
    case 'language':
      return `(${property} = ${statement.parameter(condition.range)} OR ${property} STARTS WITH ${statement.parameter(`${condition.range}-`)})`;
    case 'roles':
      return rolesCypher(statement, property, condition.mask);
  }
}

/** What an end of a date must be: first what an index can be entered by, then to the letter. */
function endCypher(statement: Statement, property: string, end: DateEnd, clock: DateClock, operator: '>=' | '<=', limit: number): string[] {
  if (limit === (operator === '>=' ? EARLIEST : LATEST)) return [];
  const name = end === 'lower' ? 'Lower' : 'Upper';
  const exact = endExpression(end, clock, `${property}${name}`, `${property}${name}Zone`);
  return [
    `${property}${name} ${operator} ${statement.parameter(widestLimit(operator, limit))}`,
    `${exact} ${operator} ${statement.parameter(limit)}`,
  ];
}

const isReadThrough = (shape: ShapeName, field: FieldDefinition): boolean =>
  (MERGEABLE as readonly string[]).includes(shape) && field.unique && (field.type === 'id' || field.type === 'key');

/** The name of a merged record is one of the record that it is read through. */
function canonicalCypher(statement: Statement, record: RecordName, place: Place, name: string, values: readonly unknown[]): string {
  return `${place.alias}.id IN COLLECT { ${canonicalIds(statement, record, (alias) => isIn(statement, `${alias}.${name}`, values))} }`;
}

/** Clauses that give the ids that records of this kind are read by. */
function canonicalIds(statement: Statement, record: RecordName, named: (alias: string) => string): string {
  const alias = statement.variable();
  const { pattern, held } = recordPattern(statement, alias, record);
  return `MATCH ${pattern} WHERE ${[named(alias), ...held].join(' AND ')} RETURN coalesce(${alias}.${referenceProperty('mergedInto')}, ${alias}.id)`;
}

function isIn(statement: Statement, property: string, values: readonly unknown[]): string {
  return values.length === 1 ? `${property} = ${statement.parameter(values[0])}` : `${property} IN ${statement.parameter(values)}`;
}

function relatedCypher(statement: Statement, shape: ShapeName, place: Place, edge: EdgeDefinition, inner: Condition): string {
  if (edge.kind === 'embedded') {
    const within = { ...place, prefix: embeddedPrefix(place.prefix, edge.name) };
    return `(${place.alias}.${presentProperty(place.prefix, edge.name)} AND ${conditionCypher(statement, edge.part, within, inner)})`;
  }
  // The part is the relationship itself, and its reference the node at its end.
  if (edge.kind === 'reference' && place.end) return conditionCypher(statement, edge.to, { alias: place.end, prefix: '' }, inner);
  const { pattern, target, conditions, held } = stepCypher(statement, shape, place.alias, edge);
  const all = [
    ...held,
    ...conditions,
    conditionCypher(statement, edge.kind === 'parts' ? edge.part : (edge as { to: RecordName }).to, target, inner),
  ];
  return `EXISTS { MATCH ${pattern}${whereCypher(target.end ? `${target.alias}, ${target.end}` : target.alias, all)} }`;
}

export interface Step extends Hop {
  readonly target: Place;
  /** That what is listed is in force. */
  readonly conditions: readonly string[];
}

/** From a node along an edge of its shape: the pattern, and what it binds. */
export function stepCypher(
  statement: Statement,
  shape: ShapeName,
  from: string,
  edge: EdgeDefinition,
  to = statement.variable(),
  within: string | null = statement.asOf ?? null,
  forReaders = false,
): Step {
  const target = { alias: to, prefix: '' };
  const start = { alias: from, shape };
  const inForce = (alias: string) => `${alias}.${RETRACTED} = false`;
  switch (edge.kind) {
    case 'reference': {
      const end = { alias: to, shape: edge.to };
      return { ...hop(statement, start, 'out', relationshipOf(shape, edge), end, '', within), target, conditions: [] };
    }
    case 'parts': {
      const type = relationshipOf(shape, edge);
      if (!isRelationship(edge.part))
        return { ...hop(statement, start, 'out', type, { alias: to, shape: edge.part }), target, conditions: [] };
      const end = { alias: statement.variable(), shape: targetOf(edgesOf(edge.part)[0]!) };
      return { ...hop(statement, start, 'out', type, end, to), target: { ...target, end: end.alias }, conditions: [] };
    }
    case 'inverse': {
      const type = relationshipOf(edge.to, edgeOf(edge.to, edge.via));
      return { ...hop(statement, start, 'in', type, { alias: to, shape: edge.to }), target, conditions: [inForce(to)] };
    }
    case 'holders': {
      const type = relationshipOf(edge.to, edgeOf(edge.to, edge.parts));
      return { ...hop(statement, start, 'in', type, { alias: to, shape: edge.to }), target, conditions: [inForce(to)] };
    }
    case 'through': {
      const type = relationshipOf(shape, edgeOf(shape, edge.parts));
      return { ...hop(statement, start, 'out', type, { alias: to, shape: edge.to }), target, conditions: [inForce(to)] };
    }
    case 'across': {
      const first = edgeOf(shape, edge.inverse);
      if (first.kind !== 'inverse') throw new Error(`${edge.inverse} is no inverse edge`);
      const here = relationshipOf(first.to, edgeOf(first.to, first.via));
      const there = relationshipOf(first.to, edgeOf(first.to, edge.reference));
      return {
        ...acrossHop(statement, start, here, first.to, there, { alias: to, shape: edge.to }, forReaders),
        target,
        conditions: [inForce(to)],
      };
    }
    case 'embedded':
    case 'history':
      throw new Error(`${edge.name} is no step`);
  }
}

/** Over records in force that refer to both ends. */
function acrossHop(statement: Statement, start: End, here: string, over: RecordName, there: string, end: End, forReaders: boolean): Hop {
  const middle = statement.variable();
  const { asOf } = statement;
  const shown = (state: string) => (forReaders ? ` AND ${state}.withheld IS NULL` : '');
  if (asOf === undefined) {
    const pattern = `(${start.alias})<-[:${here}]-(${middle}:${over})-[:${there}]->(${end.alias}:${end.shape})`;
    return { pattern, held: [`${middle}.${RETRACTED} = false${shown(middle)}`] };
  }
  const [first, second, state] = [statement.variable(), statement.variable(), statement.variable()];
  // Without MATCH: it must be looked at while the middle is bound (whereCypher).
  const standing = `EXISTS { (${middle})<-[:${PAST_OF}*0..1]-(${state}) WHERE ${heldAt(state, asOf)} AND ${state}.${RETRACTED} = false${shown(state)} }`;
  return {
    pattern:
      `(${start.alias})-[:${PAST_OF}*0..1]->(:${start.shape})<-[${first}:${here}|${pastRelationship(here)}]-(${middle}:${over})` +
      `-[${second}:${there}|${pastRelationship(there)}]->(:${end.shape})<-[:${PAST_OF}*0..1]-(${end.alias})`,
    held: [heldAt(first, asOf), heldAt(second, asOf), heldAt(end.alias, asOf), standing],
  };
}
