import { ShapeType, Value } from '../members.js';

@ShapeType()
export class Identifier {
  @Value()
  scheme!: string;
  @Value()
  value!: string;
}
