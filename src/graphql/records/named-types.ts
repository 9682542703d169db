/**
 * The GraphQL types of the table's shapes, by name. Types refer to each other, so each is named here before it has members
 * (shape-types.ts): no module has to import another type's module.
 */
import type { ClassType } from 'type-graphql';
import type { ShapeName } from '../../model/definition.js';

const types = new Map<ShapeName, ClassType>();

/** The class that stands for a shape in type-graphql's decorators. */
export function typeOf(shape: ShapeName): ClassType {
  let type = types.get(shape);
  if (!type) types.set(shape, (type = { [shape]: class {} }[shape] as ClassType));
  return type;
}
