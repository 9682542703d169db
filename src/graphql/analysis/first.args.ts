import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class FirstArguments {
  @Field(() => Int, { defaultValue: 20, description: 'At most this many.' })
  first!: number;
}
