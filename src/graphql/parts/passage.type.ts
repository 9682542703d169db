import { ShapeType, Value } from '../members.js';

@ShapeType()
export class Passage {
  @Value()
  exact?: string | null;
  @Value()
  prefix?: string | null;
  @Value()
  suffix?: string | null;
  @Value()
  start?: number | null;
  @Value()
  end?: number | null;
  @Value()
  state?: string | null;
  @Value()
  match?: string | null;
  @Value()
  digest?: string | null;
}
