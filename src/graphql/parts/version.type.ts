import { Field, ObjectType } from 'type-graphql';
import { Computed, ShapeType, Value } from '../members.js';
import { Json } from '../scalars.js';

@ObjectType({ description: 'The change of one member of a record in a version.' })
export class Difference {
  @Field(() => String, { description: 'The name of the member.' })
  member!: string;
  @Field(() => Json, { nullable: true, description: 'The value before the change. Null if there was none.' })
  before?: unknown;
  @Field(() => Json, { nullable: true, description: 'The value after the change.' })
  after?: unknown;
}

@ShapeType()
export class Version {
  @Computed(() => [Difference], {
    description: 'The changes from the previous version, member by member. For the first version, all of its members.',
  })
  differences!: unknown;
  @Value()
  version!: number;
  @Value()
  recordedAt!: string;
  @Value()
  recordedUntil?: string | null;
  @Value()
  recordedBy?: string | null;
  @Value()
  operation!: string;
  @Value()
  reason?: string | null;
  @Value()
  data!: unknown;
}
