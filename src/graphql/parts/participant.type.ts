import { Edge, ShapeType, Value } from '../members.js';
import { Entity } from '../records/entity.type.js';
import type { Rel } from '../rel.js';

@ShapeType()
export class Participant {
  @Value()
  roles!: string[];
  @Edge(() => Entity)
  entity!: Rel<Entity>;
}
