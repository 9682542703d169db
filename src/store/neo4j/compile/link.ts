/** From a parent to the records of one of its lists: by expanding, or by the index that has them in order. */
import type { ListEdge, RecordName } from '../../../model/definition.js';
import { edgeOf } from '../../../model/graph.js';
import { isUsualOrder } from '../../../plan/page.js';
import type { ListRead } from '../../../plan/plan.js';
import { relationshipOf } from '../names.js';
import { orderedEdge } from '../ordered-edges.js';
import { rolesCypher, stepCypher } from './condition.js';
import type { SortedBy } from './order.js';
import type { Place, Statement } from './statement.js';
import { hop } from './time.js';

export interface Parent {
  readonly record: RecordName;
  readonly place: Place;
  readonly edge: ListEdge;
}

/** A list entered by an index that gives its order. */
export interface Entry {
  readonly match: string;
  readonly conditions: readonly string[];
  readonly by: SortedBy;
  /** The index's first and second column. */
  readonly far: string;
  readonly sort: string;
}

/** The entry, where the edge has such an index and the list wants its order. */
export function entryOf(statement: Statement, { place, edge }: Parent, list: ListRead, alias: string): Entry | undefined {
  const ordered = statement.asOf === undefined ? orderedEdge(edge) : undefined;
  if (!ordered || !isUsualOrder(ordered.record, list.order)) return undefined;
  const carrier = ordered.on === 'node' ? alias : statement.variable();
  const pattern = ordered.on === 'node' ? `(${alias}:${ordered.name})` : `(${alias}:${ordered.record})-[${carrier}:${ordered.name}]->()`;
  const far = `${carrier}.${ordered.far}`;
  return {
    match: `MATCH ${pattern} USING INDEX ${carrier}:${ordered.name}(${ordered.far}, ${ordered.sort}, ${ordered.own})`,
    // The index is used only when every column of it is in a condition.
    conditions: [
      `${far} = ${place.alias}.id`,
      `${carrier}.${ordered.own} >= ''`,
      ...(list.roles === undefined ? [] : [rolesCypher(statement, `${carrier}.roles`, list.roles)]),
    ],
    by: { alias: carrier, id: ordered.own },
    far,
    sort: `${carrier}.${ordered.sort}`,
  };
}

export const inOrderCypher = ({ match, conditions }: Entry, more: readonly string[]): string =>
  `${match} WHERE ${[...conditions, ...more].join(' AND ')}`;

export function linkCypher(
  statement: Statement,
  { record, place, edge }: Parent,
  alias: string,
  list: ListRead,
): { pattern: string; conditions: string[]; repeats: boolean } {
  const repeats = edge.kind !== 'inverse' && !(edge.kind === 'holders' && edge.sorted);
  if (edge.kind === 'holders' && list.roles !== undefined) {
    const part = statement.variable();
    const type = relationshipOf(edge.to, edgeOf(edge.to, edge.parts));
    const { pattern, held } = hop(statement, { alias: place.alias, shape: record }, 'in', type, { alias, shape: edge.to }, part);
    return { pattern, conditions: [...held, rolesCypher(statement, `${part}.roles`, list.roles)], repeats };
  }
  const { pattern, conditions, held } = stepCypher(statement, record, place.alias, edge, alias);
  // Whether the target itself is in force is the list's to say.
  const between = conditions.filter((condition) => !condition.startsWith(`${alias}.`));
  return { pattern, conditions: [...held, ...between], repeats };
}
