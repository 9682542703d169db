/** Orders and positions as Cypher. Every order ends in the id, so that no two records tie. */
import type { ShapeName } from '../../../model/definition.js';
import { fieldOf } from '../../../model/graph.js';
import type { OrderKey, Position } from '../../../plan/plan.js';
import { NO_DATE } from '../../no-date.js';
import { sortExpression } from '../names.js';
import type { Statement } from './statement.js';

/** What carries the sort keys and the id: the record's node, or a relationship with copies of them. */
export interface SortedBy {
  readonly alias: string;
  readonly id: string;
}

interface SortTerm {
  readonly expression: string;
  readonly descending: boolean;
  readonly valueAt: (position: Position) => unknown;
}

function termsOf(shape: ShapeName, { alias, id }: SortedBy, order: readonly OrderKey[]): SortTerm[] {
  const terms = order.flatMap((key, index): SortTerm[] => {
    const field = fieldOf(shape, key.field);
    const descending = key.direction === 'DESC';
    const missing = field.type === 'date' ? NO_DATE : '';
    const expression = sortExpression(alias, field);
    const plain: SortTerm = { expression, descending, valueAt: ({ values }) => values[index] ?? missing };
    // Absent values sort lowest: first when ascending. Asked for otherwise, they are a term of their own.
    if (field.required || field.type === 'text' || (key.nulls === 'FIRST') === !descending) return [plain];
    const absent = `CASE WHEN ${expression} = ${field.type === 'date' ? NO_DATE : "''"} THEN 1 ELSE 0 END`;
    return [{ expression: absent, descending, valueAt: ({ values }) => (values[index] === null ? 1 : 0) }, plain];
  });
  return [...terms, { expression: `${alias}.${id}`, descending: order.at(-1)?.direction === 'DESC', valueAt: (position) => position.id }];
}

export function orderCypher(shape: ShapeName, by: SortedBy, order: readonly OrderKey[], reversed: boolean): string {
  return termsOf(shape, by, order)
    .map(({ expression, descending }) => `${expression} ${descending === reversed ? 'ASC' : 'DESC'}`)
    .join(', ');
}

export function positionCypher(shape: ShapeName, alias: string, order: readonly OrderKey[]): string {
  return `[${[...order.map(({ field }) => sortExpression(alias, fieldOf(shape, field))), `${alias}.id`].join(', ')}]`;
}

/** True of what lies strictly beyond a position; `inclusive` takes the position in. */
export function beyondCypher(
  statement: Statement,
  shape: ShapeName,
  by: SortedBy,
  order: readonly OrderKey[],
  position: Position,
  side: 'after' | 'before',
  inclusive = false,
): string {
  const terms = termsOf(shape, by, order);
  const values = terms.map((term) => statement.parameter(term.valueAt(position)));
  return terms.reduceRight((rest, { expression, descending }, index) => {
    const operator = (side === 'after') === descending ? '<' : '>';
    if (rest === '') return `${expression} ${operator}${inclusive ? '=' : ''} ${values[index]}`;
    // The first comparison again, so that an index can be entered by it.
    return `(${expression} ${operator}= ${values[index]} AND (${expression} ${operator} ${values[index]} OR ${rest}))`;
  }, '');
}
