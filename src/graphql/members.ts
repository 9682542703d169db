/**
 * Decorators that declare a member of a type by the model's table: its type, whether it can be absent
 * and its description are the table's. What they declare is resolved from the rows that the plan
 * brought (resolve-rows.ts); no method of a type ever runs.
 */
import 'reflect-metadata';
import { GraphQLID, type GraphQLScalarType } from 'graphql';
import { Args, Field, Int, type ClassType } from 'type-graphql';
import type { FieldDefinition, RecordName, ShapeName } from '../model/definition.js';
import { aboutMember } from '../model/descriptions.js';
import { edgeOf, fieldOf } from '../model/graph.js';
import { enumOf } from './enums.js';
import { AsOfArguments } from './inputs/as-of.args.js';
import { DateTime, Decimal, EdtfDate, Json, LanguageTag, WebAddress } from './scalars.js';

export type TypeValue = ClassType | GraphQLScalarType | object | NumberConstructor | StringConstructor | BooleanConstructor;

/** Members that every record has are declared once more, on an interface that is no shape. */
const COMMON_SHAPE: RecordName = 'Entity';

/** The GraphQL type of a field's value, the same in answers, inputs and filters. */
export function valueType(field: FieldDefinition): TypeValue {
  switch (field.type) {
    case 'id':
      return GraphQLID;
    case 'enum':
    case 'enums':
    case 'roles':
      return enumOf(field);
    case 'boolean':
    case 'mark':
      return Boolean;
    case 'integer':
      return Int;
    case 'decimal':
      return Decimal;
    case 'date':
      return EdtfDate;
    case 'instant':
      return DateTime;
    case 'language':
      return LanguageTag;
    case 'url':
      return WebAddress;
    case 'json':
      return Json;
    case 'key':
    case 'string':
    case 'text':
    case 'digest':
    case 'content':
      return String;
  }
}

const isList = (field: FieldDefinition): boolean => field.type === 'enums' || field.type === 'roles';

/** A field of the table. */
export function Value(shape: ShapeName = COMMON_SHAPE): PropertyDecorator {
  return (prototype, name) => {
    const field = fieldOf(shape, name as string);
    const type = valueType(field);
    Field(() => (isList(field) ? [type] : type) as never, {
      nullable: !field.required && !isList(field),
      description: aboutMember(shape, field.name),
    })(prototype, name);
  };
}

/** A reference, an embedded part, a list of parts, or the history: read whole. */
export function Edge(type: () => ClassType, shape: ShapeName = COMMON_SHAPE): PropertyDecorator {
  return (prototype, name) => {
    const edge = edgeOf(shape, name as string);
    const many = edge.kind === 'parts' || edge.kind === 'history';
    const options = { nullable: !many && !(edge.kind === 'reference' && edge.required), description: aboutMember(shape, edge.name) };
    // What a record refers to can be seen as it was at another time than the record.
    if (edge.kind === 'reference') declareWithArguments(prototype, name, type, () => AsOfArguments, options);
    else Field(() => (many ? [type()] : type()) as never, options)(prototype, name);
  };
}

/** A page of records at the end of an edge. */
export function Page(connection: () => ClassType, listArguments: () => ClassType, shape: ShapeName): PropertyDecorator {
  return (prototype, name) => {
    const description = aboutMember(shape, name as string);
    declareWithArguments(prototype, name, connection, listArguments, { description });
  };
}

export interface ComputedOptions {
  readonly description: string;
  readonly nullable?: boolean;
  readonly arguments?: () => ClassType;
}

/** A member worked out from others; see plan/computed.ts for what it needs. */
export function Computed(type: () => TypeValue, options: ComputedOptions): PropertyDecorator {
  return (prototype, name) => {
    const { description, nullable = false } = options;
    if (options.arguments) declareWithArguments(prototype, name, type, options.arguments, { description, nullable });
    else Field(() => type() as never, { description, nullable })(prototype, name);
  };
}

/** type-graphql gives arguments to methods alone: this declares one that is never called. */
function declareWithArguments(
  prototype: object,
  name: string | symbol,
  type: () => TypeValue,
  listArguments: () => ClassType,
  options: { description: string; nullable?: boolean },
): void {
  const descriptor = { configurable: true, enumerable: false, writable: true, value: () => undefined };
  Object.defineProperty(prototype, name, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object], prototype, name);
  Args(() => listArguments() as never)(prototype, name, 0);
  Field(() => type() as never, options)(prototype, name, descriptor);
}
