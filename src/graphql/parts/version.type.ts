import { Field, ObjectType } from 'type-graphql';
import { Computed, ShapeType, Value } from '../members.js';
import { Json } from '../scalars.js';

@ObjectType({ description: 'What a version changed in one member of its record.' })
export class Difference {
  @Field(() => String, { description: "The member's name." })
  member!: string;
  @Field(() => Json, { nullable: true, description: 'What it held before; null where it held nothing.' })
  before?: unknown;
  @Field(() => Json, { nullable: true, description: 'What it holds since.' })
  after?: unknown;
}

@ShapeType()
export class Version {
  @Computed(() => [Difference], { description: 'What changed from the version before, member by member; of the first, all that it has.' })
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
