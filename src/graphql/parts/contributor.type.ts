import { Edge, ShapeType, Value } from '../members.js';
import { Entity } from '../records/entity.type.js';
import type { Rel } from '../rel.js';

@ShapeType()
export class Contributor {
  @Value()
  role!: string;
  @Edge(() => Entity)
  entity!: Rel<Entity>;
}
