/** YAML takes a bare 2011 for a number, and 2011-03-01 under YAML 1.1 for a moment: where the model has texts they stay as they were written. */
import { isScalar, Scalar, visit, type Document } from 'yaml';
import { edgesOf, fieldsOf, RECORD_NAMES, targetOf } from '../../model/graph.js';
import type { ShapeName } from '../../model/definition.js';

/** The names of the model's dates and decimals, of which a number would lose something: a leading zero, a digit. */
const NAMES: ReadonlySet<string> = (() => {
  const names = new Set<string>();
  const seen = new Set<ShapeName>();
  const visitShape = (shape: ShapeName): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    for (const { name, type } of fieldsOf(shape)) if (type === 'date' || type === 'decimal') names.add(name);
    for (const edge of edgesOf(shape)) visitShape(targetOf(edge));
  };
  RECORD_NAMES.forEach(visitShape);
  return names;
})();

/** Changes the document: a bare number or moment under the name of a date or a decimal becomes its text. */
export function keepAsWritten(document: Document): void {
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (!isScalar(key) || !NAMES.has(String(key.value)) || !isScalar(value)) return;
      const isBare = value.type === Scalar.PLAIN && value.source !== undefined;
      if (isBare && (typeof value.value === 'number' || value.value instanceof Date)) value.value = value.source;
    },
  });
}
