import { ShapeType, Value as TableValue } from '../members.js';

@ShapeType()
export class Value {
  @TableValue()
  kind!: string;
  @TableValue()
  text?: string | null;
  @TableValue()
  language?: string | null;
  @TableValue()
  amount?: string | null;
  @TableValue()
  unit?: string | null;
  @TableValue()
  date?: string | null;
}
