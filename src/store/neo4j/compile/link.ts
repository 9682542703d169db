/** From a parent to the records of one of its lists: by expanding, or by an index. */
import { edgeOf } from '../../../model/graph.js';
import { isUsualOrder } from '../../../plan/page.js';
import type { ListRead } from '../../../plan/plan.js';
import { pastLabel, pastListing, relationshipOf, SINCE, UNTIL } from '../names.js';
import { orderedEdge, type OrderedEdge } from '../ordered-edges.js';
import { rolesCypher, stepCypher, whereCypher } from './condition.js';
import type { SortedBy } from './order.js';
import type { Parent, Place, Statement } from './statement.js';
import { hop } from './time.js';

/** A list entered by an index. */
export interface Entry {
  readonly match: string;
  readonly conditions: readonly string[];
  readonly by: SortedBy;
  /** What says whether the record is in force. */
  readonly carrier: string;
  /** The index's first and second column, where it gives the list's order. */
  readonly inOrder?: { readonly far: string; readonly sort: string };
}

/**
 * The entries, where the edge has such an index and the list wants its order. Of an earlier time there are
 * two: the states that still hold, in order, and those that have ended since, which are found by when.
 */
export function entriesOf(statement: Statement, { place, edge }: Parent, list: ListRead, alias: string): Entry[] {
  const ordered = orderedEdge(edge);
  if (!ordered || !isUsualOrder(ordered.record, list.order)) return [];
  const present = presentEntry(statement, ordered, place, list, alias);
  return statement.asOf === undefined ? [present] : [present, pastEntry(statement, ordered, place, list, alias, statement.asOf)];
}

function presentEntry(statement: Statement, ordered: OrderedEdge, place: Place, list: ListRead, alias: string): Entry {
  const { asOf } = statement;
  const carrier = ordered.on === 'node' ? alias : statement.variable();
  const pattern = ordered.on === 'node' ? `(${alias}:${ordered.name})` : `(${alias}:${ordered.record})-[${carrier}:${ordered.name}]->()`;
  const far = `${carrier}.${ordered.far}`;
  return {
    match: `MATCH ${pattern} USING INDEX ${carrier}:${ordered.name}(${ordered.far}, ${ordered.sort}, ${ordered.own})`,
    // The index is used only when every column of it is in a condition.
    conditions: [
      `${far} = ${place.alias}.id`,
      `${carrier}.${ordered.own} >= ''`,
      ...inRoles(statement, carrier, list),
      ...(asOf === undefined ? [] : [...new Set([carrier, alias])].map((each) => `${each}.${SINCE} <= ${asOf}`)),
    ],
    by: { alias: carrier, id: ordered.own },
    carrier,
    inOrder: { far, sort: `${carrier}.${ordered.sort}` },
  };
}

function pastEntry(statement: Statement, ordered: OrderedEdge, place: Place, list: ListRead, alias: string, asOf: string): Entry {
  const carrier = ordered.on === 'node' ? alias : statement.variable();
  const label = pastLabel(ordered.record);
  const listing = pastListing(ordered.name);
  const pattern = ordered.on === 'node' ? `(${alias}:${label})` : `(${alias}:${label})-[${carrier}:${listing}]->()`;
  return {
    match: `MATCH ${pattern} USING INDEX ${carrier}:${ordered.on === 'node' ? label : listing}(${ordered.far}, ${UNTIL})`,
    conditions: [
      `${carrier}.${ordered.far} = ${place.alias}.id`,
      `${carrier}.${UNTIL} > ${asOf}`,
      `${carrier}.${SINCE} <= ${asOf}`,
      ...inRoles(statement, carrier, list),
    ],
    by: { alias, id: 'id' },
    carrier,
  };
}

const inRoles = (statement: Statement, carrier: string, { roles }: ListRead): string[] =>
  roles === undefined ? [] : [rolesCypher(statement, `${carrier}.roles`, roles)];

export const enteredCypher = ({ match, conditions, carrier }: Entry, alias: string, more: readonly string[]): string =>
  `${match}${whereCypher([...new Set([alias, carrier])].join(', '), [...conditions, ...more])}`;

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
  const { pattern, conditions, held } = stepCypher(statement, record, place.alias, edge, alias, undefined, list.forReaders);
  // Whether the target itself is in force is the list's to say.
  const between = conditions.filter((condition) => !condition.startsWith(`${alias}.`));
  return { pattern, conditions: [...held, ...between], repeats };
}
