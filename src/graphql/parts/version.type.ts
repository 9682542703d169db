import { ShapeType, Value } from '../members.js';

@ShapeType()
export class Version {
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
