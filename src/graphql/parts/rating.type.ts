import { ShapeType, Value } from '../members.js';

@ShapeType()
export class Rating {
  @Value()
  label?: string | null;
  @Value()
  value?: string | null;
  @Value()
  best?: string | null;
  @Value()
  worst?: string | null;
  @Value()
  verdict?: string | null;
}
