/** Orders and positions as SQL. Every order ends in the id, so that no two records tie. */
import type { ShapeName } from '../../../model/definition.js';
import { fieldOf } from '../../../model/graph.js';
import type { OrderKey, Position } from '../../../plan/plan.js';
import { absentExpression, NO_DATE, sortExpression } from '../names.js';
import type { Statement } from './statement.js';

interface SortTerm {
  readonly expression: string;
  readonly descending: boolean;
  /** The position's value in this expression. */
  readonly valueAt: (position: Position) => string | number;
}

/** The terms of an order; the id follows the direction of the last key, so that one index serves both ways. */
function termsOf(shape: ShapeName, alias: string, order: readonly OrderKey[]): SortTerm[] {
  const terms = order.flatMap((key, index): SortTerm[] => {
    const field = fieldOf(shape, key.field);
    const descending = key.direction === 'DESC';
    const missing = field.type === 'date' ? NO_DATE : '';
    const plain: SortTerm = {
      expression: sortExpression(`${alias}.`, field),
      descending,
      valueAt: ({ values }) => (values[index] as string | number | null) ?? missing,
    };
    const absent = absentExpression(`${alias}.`, field);
    // Absent values sort lowest: first when ascending. Asked for otherwise, they are a term of their own.
    if (!absent || (key.nulls === 'FIRST') === !descending) return [plain];
    return [{ expression: absent, descending, valueAt: ({ values }) => (values[index] === null ? 1 : 0) }, plain];
  });
  const last = order.at(-1);
  return [...terms, { expression: `${alias}."id"`, descending: last?.direction === 'DESC', valueAt: ({ id }) => id }];
}

/** `reversed` reads the same order from its end. */
export function orderSql(shape: ShapeName, alias: string, order: readonly OrderKey[], reversed: boolean): string {
  return termsOf(shape, alias, order)
    .map(({ expression, descending }) => `${expression} ${descending === reversed ? 'ASC' : 'DESC'}`)
    .join(', ');
}

/** What a position keeps of a record: one value an order key, and the id. */
export function positionColumns(shape: ShapeName, alias: string, order: readonly OrderKey[]): string[] {
  return [...order.map(({ field }) => sortExpression(`${alias}.`, fieldOf(shape, field))), `${alias}."id"`];
}

/** True of what lies strictly beyond a position in the order, or before it; `inclusive` takes the position in. */
export function beyondSql(
  statement: Statement,
  shape: ShapeName,
  alias: string,
  order: readonly OrderKey[],
  position: Position,
  side: 'after' | 'before',
  inclusive = false,
): string {
  const terms = termsOf(shape, alias, order);
  const values = terms.map((term) => statement.parameter(term.valueAt(position)));
  const operator = (descending: boolean) => ((side === 'after') === descending ? '<' : '>');
  const equal = inclusive ? '=' : '';
  if (terms.every(({ descending }) => descending === terms[0]!.descending)) {
    return `(${terms.map(({ expression }) => expression).join(', ')}) ${operator(terms[0]!.descending)}${equal} (${values.join(', ')})`;
  }
  // Mixed directions: term by term, the first repeated so that an index can be entered by it.
  const nested = terms.reduceRight((rest, { expression, descending }, index) => {
    const here = `${expression} ${operator(descending)} ${values[index]}`;
    return rest === ''
      ? inclusive
        ? `${expression} ${operator(descending)}= ${values[index]}`
        : here
      : `(${here} OR (${expression} = ${values[index]} AND ${rest}))`;
  }, '');
  return `(${terms[0]!.expression} ${operator(terms[0]!.descending)}= ${values[0]} AND ${nested})`;
}
