import { Edge, ShapeType } from '../members.js';
import { Predicate } from '../records/predicate.type.js';
import { Entity } from '../records/entity.type.js';
import { Value } from './value.type.js';
import type { Rel } from '../rel.js';

@ShapeType()
export class Qualifier {
  @Edge(() => Predicate)
  predicate!: Rel<Predicate>;
  @Edge(() => Entity)
  entity?: Rel<Entity> | null;
  @Edge(() => Value)
  value?: Rel<Value> | null;
}
