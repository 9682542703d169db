import { Edge, ShapeType, Value } from '../members.js';
import type { Rel } from '../rel.js';
import { Claim } from './claim.type.js';
import { Node, RecordFields } from './record.type.js';

@ShapeType({ implements: [Node, RecordFields] })
export class ClaimLink extends RecordFields {
  @Value()
  visibility!: string;
  @Value()
  kind!: string;
  @Value()
  note?: string | null;
  @Edge(() => Claim)
  from!: Rel<Claim>;
  @Edge(() => Claim)
  to!: Rel<Claim>;
}
