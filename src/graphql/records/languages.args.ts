import { ArgsType, Field } from 'type-graphql';
import { LanguageTag } from '../scalars.js';

@ArgsType()
export class LanguagesArguments {
  @Field(() => [LanguageTag], {
    nullable: true,
    description:
      "The reader's languages, in order of preference. fr matches fr-CA and the reverse (RFC 4647, lookup). If none is available, the first text is returned.",
  })
  languages?: string[];
}
