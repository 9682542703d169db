import { Edge, ShapeType, Value } from '../members.js';
import { Source } from '../records/source.type.js';
import type { Rel } from '../rel.js';

@ShapeType()
export class SuspectedDerivation {
  @Value()
  kind!: string;
  @Value()
  reason!: string;
  @Edge(() => Source)
  source!: Rel<Source>;
}
