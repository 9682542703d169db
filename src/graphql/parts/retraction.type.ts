import { ShapeType, Value } from '../members.js';

@ShapeType()
export class Retraction {
  @Value()
  at!: string;
  @Value()
  by?: string | null;
  @Value()
  reason!: string;
}
