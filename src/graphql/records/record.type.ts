/** The interfaces that records implement. */
import { Field, ID, InterfaceType } from 'type-graphql';
import { aboutMember } from '../../model/descriptions.js';
import { Computed, Edge, Value } from '../members.js';
import { typeOf } from './named-types.js';

@InterfaceType({
  description: 'An object with an id that is unique in the whole graph (Relay, Global Object Identification).',
  resolveType: (row: { record: string }) => row.record,
})
export abstract class Node {
  @Field(() => ID, { description: aboutMember('Entity', 'id') })
  id!: string;
}

@InterfaceType('Record', {
  implements: Node,
  description: 'The fields that all records have.',
  resolveType: (row: { record: string }) => row.record,
})
export abstract class RecordFields extends Node {
  @Value()
  key?: string | null;
  @Value()
  version!: number;
  @Value()
  createdAt!: string;
  @Value()
  createdBy?: string | null;
  @Value()
  recordedAt!: string;
  @Value()
  recordedBy?: string | null;
  @Computed(() => Boolean, { description: 'Whether the record has been retracted.' })
  retracted!: boolean;
  @Edge(() => typeOf('Retraction'))
  retraction?: object | null;
  @Edge(() => typeOf('Version'))
  history!: object[];
}
