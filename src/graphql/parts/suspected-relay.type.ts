import { Edge, ShapeType, Value } from '../members.js';
import { Citation } from '../records/citation.type.js';
import type { Rel } from '../rel.js';

@ShapeType()
export class SuspectedRelay {
  @Value()
  reason!: string;
  @Edge(() => Citation)
  citation!: Rel<Citation>;
}
