/** Input types made from data, for those that follow from the model's table. */
import { ArgsType, Field, InputType, type ClassType } from 'type-graphql';

export type InputClass = ClassType;

export interface InputMember {
  readonly name: string;
  /** A type, or a list of one. Called late, so that inputs can refer to each other. */
  readonly type: () => unknown;
  readonly description: string;
  readonly required?: boolean;
  readonly defaultValue?: unknown;
}

export function defineInput(name: string, description: string, members: readonly InputMember[]): InputClass {
  const defined = classNamed(name);
  declareMembers(defined, members);
  InputType(name, { description })(defined);
  return defined;
}

export function defineArguments(name: string, members: readonly InputMember[]): InputClass {
  const defined = classNamed(name);
  declareMembers(defined, members);
  ArgsType()(defined);
  return defined;
}

function classNamed(name: string): InputClass {
  return { [name]: class {} }[name] as InputClass;
}

function declareMembers(defined: InputClass, members: readonly InputMember[]): void {
  for (const { name, type, description, required = false, defaultValue } of members) {
    Field(type as never, { nullable: !required, description, ...(defaultValue === undefined ? {} : { defaultValue }) })(
      defined.prototype,
      name,
    );
  }
}
