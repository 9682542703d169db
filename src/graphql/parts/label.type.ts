import { ShapeType, Value } from '../members.js';

@ShapeType()
export class Label {
  @Value()
  language!: string;
  @Value()
  text!: string;
}
