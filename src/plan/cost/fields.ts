/** What one field costs by itself, apart from what is selected below it. */
import { getNamedType, isInputObjectType, type GraphQLField } from 'graphql';
import type { FieldDefinition, ShapeName } from '../../model/definition.js';
import { isRecordName, isShapeName, RECORD_NAMES, shapeOf } from '../../model/graph.js';
import { itemName } from '../../model/changeset/input.js';
import type { Path } from '../../model/errors.js';
import { isUsualOrder } from '../page.js';
import type { OrderKey } from '../plan.js';
import { listOf, type Given } from './arguments.js';
import type { ConditionWeigher, Weighed } from './conditions.js';
import { CHARACTERS_OF_A_RECORD, COUNTING, DOCUMENT, FIELD_WEIGHTS, LIST, NO_WEIGHT, SHORT_TEXT, type Weight } from './weights.js';

export interface FieldCost {
  /** Everything but the conditions. */
  readonly own: Weight;
  readonly conditions: Weight;
  /** Lists within lists in the conditions. */
  readonly conditionDepth: number;
  /** Of a list: what counting it costs, if it is counted. */
  readonly total: Weight;
}

export interface Asked {
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly given: Given;
  /** Arguments of the field around it, where those matter. */
  readonly around: Given;
  readonly isRoot: boolean;
}

export function fieldCost(asked: Asked, conditions: ConditionWeigher): FieldCost {
  const { type, field, given, around, isRoot } = asked;
  const wheres = wheresOf(field, given);
  const weighed = wheres.map(({ shape, where }) => conditions.weigh(shape, where));
  const isNarrow = weighed.length > 0 && weighed.every((each) => each.isNarrow);
  const isFiltered = weighed.some(({ weight }) => weight > 0);
  const share = isNarrow ? LIST.NARROW : 1;
  const isList = field.args.some(({ name }) => name === 'after') && getNamedType(field.type).name.endsWith('Connection');
  const weight = share * weighed.reduce((sum, each) => sum + each.weight, 0);
  const scanned = isList && isFiltered && !isNarrow ? LIST.SCAN : 0;
  return {
    own: sumOf(weightOf(type, field, given), counting(type, field.name, share), isList ? orderCost(field, given, isRoot) : NO_WEIGHT),
    conditions: conditionsCost(type, field.name, isRoot, weight + scanned, around, conditions),
    conditionDepth: Math.max(0, ...weighed.map(({ depth }) => depth)),
    total: isList ? totalCost(isRoot, isFiltered, share) : NO_WEIGHT,
  };
}

/** The conditions that a field's argument gives, each with what it is about. */
export function wheresOf({ args }: GraphQLField<unknown, unknown>, given: Given): { shape: ShapeName; where: unknown; path: Path }[] {
  const argument = args.find(({ name }) => name === 'where');
  const where = given['where'];
  if (!argument || typeof where !== 'object' || where === null) return [];
  const type = getNamedType(argument.type);
  if (!isInputObjectType(type)) return [];
  const shape = type.name.replace(/Where$/, '');
  if (isShapeName(shape)) return [{ shape, where, path: ['where'] }];
  // Of a search: one for each kind of record.
  return RECORD_NAMES.flatMap((record) => {
    const name = itemName(record);
    const inner = (where as Given)[name];
    return inner === undefined || inner === null || !type.getFields()[name] ? [] : [{ shape: record, where: inner, path: ['where', name] }];
  });
}

function conditionsCost(type: string, name: string, isRoot: boolean, weight: number, around: Given, conditions: ConditionWeigher): Weight {
  // Each bucket lists its claims by the timeline's conditions.
  if (type === 'TimelineBucket' && name === 'claims') return { once: 0, each: narrowed(conditions.weigh('Claim', around['where'])) };
  return { once: weight, each: isRoot ? 0 : weight * LIST.EACH_PARENT };
}

const narrowed = ({ weight, isNarrow }: Weighed): number => weight * (isNarrow ? LIST.NARROW : 1);

function totalCost(isRoot: boolean, isFiltered: boolean, share: number): Weight {
  const once = isFiltered ? share * LIST.SCAN : isRoot ? LIST.TOTAL : 0;
  return { once, each: isRoot ? 0 : LIST.TOTAL_OF_EACH };
}

function orderCost(field: GraphQLField<unknown, unknown>, given: Given, isRoot: boolean): Weight {
  const name = getNamedType(field.type).name.replace(/Connection$/, '');
  const order = listOf(given['orderBy']).flatMap((key) => (typeof key === 'object' && key !== null ? [key as Given] : []));
  if (order.length === 0 || !isRecordName(name)) return NO_WEIGHT;
  const isUsual = isUsualOrder(name, order.map(orderKey));
  return isUsual ? NO_WEIGHT : { once: LIST.ORDER, each: isRoot ? 0 : LIST.ORDER_OF_EACH };
}

/** As it was given: the schema's names of fields are in capitals. */
const orderKey = ({ field, direction, nulls }: Given): OrderKey => ({
  field: typeof field === 'string' ? field.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) : '',
  direction: direction === 'DESC' ? 'DESC' : 'ASC',
  nulls: nulls === 'FIRST' ? 'FIRST' : 'LAST',
});

const counting = (type: string, name: string, share: number): Weight =>
  type === 'Query' && Object.hasOwn(COUNTING, name) ? { once: share * COUNTING[name]!, each: 0 } : NO_WEIGHT;

function weightOf(type: string, { name }: GraphQLField<unknown, unknown>, given: Given): Weight {
  const weighing = Object.hasOwn(FIELD_WEIGHTS, type) ? FIELD_WEIGHTS[type]![name] : undefined;
  if (weighing) return typeof weighing === 'function' ? weighing(given) : weighing;
  const each = isShapeName(type) ? lengthCost(type, name) : 0;
  return each === 0 ? NO_WEIGHT : { once: 0, each };
}

/** What is worked out from a whole document is as long as that. */
const FROM_DOCUMENTS: ReadonlySet<string> = new Set(['Version.differences']);

function lengthCost(shape: ShapeName, name: string): number {
  if (FROM_DOCUMENTS.has(`${shape}.${name}`)) return DOCUMENT;
  const { fields } = shapeOf(shape);
  return Object.hasOwn(fields, name) ? lengthCostOf(fields[name]!) : 0;
}

function lengthCostOf({ type, max }: FieldDefinition): number {
  if (type === 'json') return DOCUMENT;
  return max > SHORT_TEXT ? max / CHARACTERS_OF_A_RECORD : 0;
}

export const sumOf = (...weights: readonly Weight[]): Weight => ({
  once: weights.reduce((sum, { once }) => sum + once, 0),
  each: weights.reduce((sum, { each }) => sum + each, 0),
});
