import { Field, ID, InterfaceType, type ClassType } from 'type-graphql';
import { aboutMember } from '../../model/descriptions.js';
import { Computed, Edge, Value } from '../members.js';
import { Retraction } from '../parts/retraction.type.js';
import { Version } from '../parts/version.type.js';
import type { Rel } from '../rel.js';

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
  @Edge(() => Retraction as ClassType)
  retraction?: Rel<Retraction> | null;
  @Edge(() => Version as ClassType)
  history!: Rel<Version>[];
}
