/** Pages of records (GraphQL Cursor Connections Specification). */
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { RecordName } from '../../model/definition.js';
import { typeOf } from './named-types.js';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether something comes after the page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether something comes before the page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'The cursor of its first item.' })
  startCursor?: string | null;
  @Field(() => String, { nullable: true, description: 'The cursor of its last item.' })
  endCursor?: string | null;
}

const connections = new Map<RecordName, ClassType>();

/** The connection type of a record, made at first use. */
export function connectionOf(record: RecordName): ClassType {
  let connection = connections.get(record);
  if (!connection) connections.set(record, (connection = declaredConnection(record)));
  return connection;
}

function declaredConnection(record: RecordName): ClassType {
  const node = typeOf(record);
  const edge = { [`${record}Edge`]: class {} }[`${record}Edge`] as ClassType;
  Field(() => String, { description: 'Give it as after or before to go on from here.' })(edge.prototype, 'cursor');
  Field(() => node, { description: 'The record.' })(edge.prototype, 'node');
  ObjectType(`${record}Edge`, { description: `A ${record} in a page, with its cursor.` })(edge);

  const connection = { [`${record}Connection`]: class {} }[`${record}Connection`] as ClassType;
  const prototype = connection.prototype;
  Field(() => [node], { description: 'The records of the page.' })(prototype, 'nodes');
  Field(() => [edge], { description: 'The records of the page with their cursors.' })(prototype, 'edges');
  Field(() => PageInfo, { description: 'Where the page stands in the list.' })(prototype, 'pageInfo');
  Field(() => Int, { description: 'How many records the whole list has; counted only when asked for.' })(prototype, 'totalCount');
  ObjectType(`${record}Connection`, { description: `A page of ${record} records.` })(connection);
  return connection;
}
