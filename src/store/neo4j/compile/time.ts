/** Steps through the graph as it is, or as it was: where a pattern goes through states and relationships that are no more. */
import { isRecordName } from '../../../model/graph.js';
import type { RecordName, ShapeName } from '../../../model/definition.js';
import { heldAt, PAST_OF, pastLabel, pastRelationship } from '../names.js';
import type { Statement } from './statement.js';

/** A node of a pattern: a state of a record, or a part. */
export interface End {
  readonly alias: string;
  readonly shape: ShapeName;
}

export interface Hop {
  readonly pattern: string;
  /** That what the pattern goes through held at the moment looked at. */
  readonly held: readonly string[];
}

/** The node of a record in the state looked at. */
export function recordPattern(statement: Statement, alias: string, record: RecordName): Hop {
  const { asOf } = statement;
  if (asOf === undefined) return { pattern: `(${alias}:${record})`, held: [] };
  return { pattern: `(${alias}:${record}|${pastLabel(record)})`, held: [heldAt(alias, asOf)] };
}

/**
 * From one end to the other over a relationship of the type, along its direction or against it.
 * `within`: the moment at which the relationship is looked at, where it is another than that of the far end; null: now.
 */
export function hop(
  statement: Statement,
  from: End,
  direction: 'out' | 'in',
  type: string,
  to: End,
  relationship = '',
  within: string | null = statement.asOf ?? null,
): Hop {
  const { asOf } = statement;
  if (asOf === undefined && within === null) {
    const [left, right] = direction === 'out' ? ['-', '->'] : ['<-', '-'];
    return { pattern: `(${from.alias})${left}[${relationship}:${type}]${right}(${to.alias}:${to.shape})`, held: [] };
  }
  // What goes out from a part is never replaced: the part is.
  const timed = isRecordName(direction === 'out' ? from.shape : to.shape) && within !== null;
  const between = relationship === '' && timed ? statement.variable() : relationship;
  const step = `[${between}:${timed ? `${type}|${pastRelationship(type)}` : type}]`;
  const start = isRecordName(from.shape) ? `(${from.alias})-[:${PAST_OF}*0..1]->(:${from.shape})` : `(${from.alias})`;
  const end =
    isRecordName(to.shape) && asOf !== undefined ? `(:${to.shape})<-[:${PAST_OF}*0..1]-(${to.alias})` : `(${to.alias}:${to.shape})`;
  return {
    pattern: `${start}${direction === 'out' ? `-${step}->` : `<-${step}-`}${end}`,
    held: [...(timed ? [heldAt(between, within)] : []), ...(isRecordName(to.shape) && asOf !== undefined ? [heldAt(to.alias, asOf)] : [])],
  };
}

/** From a record's node to its state at the moment looked at, which there must be. */
export function statesOf(statement: Statement, own: string, record: RecordName, alias: string): Hop {
  const { asOf } = statement;
  if (asOf === undefined) throw new Error(`${record}: a state of now is the node itself`);
  return { pattern: `(${own})<-[:${PAST_OF}*0..1]-(${alias})`, held: [heldAt(alias, asOf)] };
}

/**
 * From a state of a record to the one of the moment looked at. Two patterns: one alone would not go back
 * over the relationship that it came by.
 */
export function sameRecord(statement: Statement, from: End, to: string): Hop {
  const { asOf } = statement;
  if (asOf === undefined) return { pattern: `(${from.alias})-[:${PAST_OF}*0..1]->(${to}:${from.shape})`, held: [] };
  const record = statement.variable();
  return {
    pattern: `(${from.alias})-[:${PAST_OF}*0..1]->(${record}:${from.shape}) MATCH (${record})<-[:${PAST_OF}*0..1]-(${to})`,
    held: [heldAt(to, asOf)],
  };
}
