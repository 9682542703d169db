import { ShapeType, Value } from '../members.js';

@ShapeType()
export class ArchivedCopy {
  @Value()
  url!: string;
  @Value()
  capturedAt?: string | null;
}
