import { ShapeType, Value } from '../members.js';

@ShapeType()
export class ArchivedCopy {
  @Value()
  url!: string;
  @Value()
  canonicalUrl?: string | null;
  @Value()
  capturedAt?: string | null;
}
