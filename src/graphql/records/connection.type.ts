/** Pages of records (GraphQL Cursor Connections Specification). */
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { capitalized, pluralOf, withArticle } from '../../model/nouns.js';
import type { RecordName } from '../../model/definition.js';
import { typeOf } from './named-types.js';

@ObjectType({ description: 'The position of a page in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are records after the page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether there are records before the page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'The cursor of the first record.' })
  startCursor?: string | null;
  @Field(() => String, { nullable: true, description: 'The cursor of the last record.' })
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
  Field(() => String, { description: 'Pass it as `after` or `before` to continue from here.' })(edge.prototype, 'cursor');
  Field(() => node, { description: 'The record.' })(edge.prototype, 'node');
  ObjectType(`${record}Edge`, { description: `${capitalized(withArticle(record))} on a page, with its cursor.` })(edge);

  const connection = { [`${record}Connection`]: class {} }[`${record}Connection`] as ClassType;
  const prototype = connection.prototype;
  Field(() => [node], { description: 'The records on the page.' })(prototype, 'nodes');
  Field(() => [edge], { description: 'The records on the page, with their cursors.' })(prototype, 'edges');
  Field(() => PageInfo, { description: 'The position of the page in the list.' })(prototype, 'pageInfo');
  Field(() => Int, { description: 'The number of records in the whole list. It is counted only if selected.' })(prototype, 'totalCount');
  ObjectType(`${record}Connection`, { description: `A page of ${pluralOf(record)}.` })(connection);
  return connection;
}
