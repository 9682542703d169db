/** Claims that match a text or a claim. Records are resolved by resolvers.ts. */
import { Float, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { LanguageTag } from '../scalars.js';
import { Likeness } from './enums.js';
import { Highlight } from './search.type.js';

@ObjectType({ description: 'What two texts agree and differ in. What one of them leaves out does not count as a difference.' })
export class MatchAgreement {
  @Computed(() => [String], { description: 'What both texts say, in the form of the given text. For words, in the form of the claim.' })
  agree!: string[];
  @Computed(() => [String], { description: 'What the given text says instead.' })
  asked!: string[];
  @Computed(() => [String], { description: 'What the claim says instead.' })
  found!: string[];
}

@ObjectType({ description: 'A claim that may say the same as the given text or claim, and what agrees and differs.' })
export class ClaimMatch {
  @Computed(() => typeOf('Claim'), { description: 'The claim.' })
  claim!: unknown;
  @Computed(() => Float, {
    description:
      'How likely it is the same claim, from 0 to 1. Of the matches with at least 0.9 that people judged, nine in ten were the same claim. The score is at most 0.3 if numbers or dates differ, if a name is replaced by another, or if one denies what the other says.',
  })
  score!: number;
  @Computed(() => String, { description: 'The text of the claim that is most similar to the given text.' })
  text!: string;
  @Computed(() => LanguageTag, { description: 'The language of this text.' })
  language!: string;
  @Computed(() => Likeness, { description: 'How this text matches.' })
  how!: string;
  @Computed(() => [Highlight], { description: 'The words of this text that match.' })
  highlights!: unknown;
  @Computed(() => MatchAgreement, {
    description: 'The words that match, and different words in the same place.',
  })
  words!: unknown;
  @Computed(() => MatchAgreement, { description: 'The numbers with their units, in digits or words.' })
  numbers!: unknown;
  @Computed(() => MatchAgreement, { description: 'The dates. A year and a day in it agree.' })
  dates!: unknown;
  @Computed(() => MatchAgreement, {
    description: 'The names, recognized by capital letters or by their place. Between two languages, only names that agree are listed.',
  })
  names!: unknown;
  @Computed(() => Boolean, { description: 'Whether one text denies what the other says.' })
  denies!: boolean;
}

@ObjectType({ description: 'The claims that may say the same as the given text or claim.' })
export class ClaimMatches {
  @Computed(() => [ClaimMatch], { description: 'The matches, likeliest first.' })
  matches!: unknown;
  @Computed(() => Boolean, { description: 'False if more claims have the words than were compared. The likeliest claims were compared.' })
  complete!: boolean;
  @Computed(() => Boolean, {
    description:
      'Whether claims were also searched for by their meaning. The documentation gives the accuracy of the scores with and without it.',
  })
  byMeaning!: boolean;
}
