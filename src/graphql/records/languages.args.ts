import { ArgsType, Field } from 'type-graphql';
import { LanguageTag } from '../scalars.js';

@ArgsType()
export class LanguagesArguments {
  @Field(() => [LanguageTag], {
    nullable: true,
    description:
      "The reader's languages, most wanted first; fr finds fr-CA and the reverse (RFC 4647, lookup). Where none is there, the first text is given.",
  })
  languages?: string[];
}
