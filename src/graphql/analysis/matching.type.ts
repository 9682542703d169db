/** Claims that match a text or a claim. Records are resolved by resolvers.ts. */
import { Float, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { LanguageTag } from '../scalars.js';
import { Likeness } from './enums.js';
import { Highlight } from './search.type.js';

@ObjectType({ description: 'What two texts agree and differ in. What one of them leaves out is no difference.' })
export class MatchAgreement {
  @Computed(() => [String], { description: 'What both say, as the text has it that was asked about; of words, as the claim has them.' })
  agree!: string[];
  @Computed(() => [String], { description: 'What the text that was asked about says instead.' })
  asked!: string[];
  @Computed(() => [String], { description: 'What the claim says instead.' })
  found!: string[];
}

@ObjectType({ description: 'A claim that may say the same as what was asked about, with why and why not.' })
export class ClaimMatch {
  @Computed(() => typeOf('Claim'), { description: 'The claim, with its citations, ratings and everything else.' })
  claim!: unknown;
  @Computed(() => Float, {
    description:
      'From 0 to 1: how likely it is the same claim. Of matches with at least 0.9, nine in ten were the same claim where people judged them. Where numbers or dates differ, names of others stand in the place of names, or one denies what the other says, it is at most 0.3.',
  })
  score!: number;
  @Computed(() => String, { description: 'The text of the claim that is most like what was asked about.' })
  text!: string;
  @Computed(() => LanguageTag, { description: 'Its language.' })
  language!: string;
  @Computed(() => Likeness, { description: 'How it has the words that were asked about.' })
  how!: string;
  @Computed(() => [Highlight], { description: 'The words of it that were asked about.' })
  highlights!: unknown;
  @Computed(() => MatchAgreement, {
    description: 'Its words that were asked about; and those that stand in the same place and are others.',
  })
  words!: unknown;
  @Computed(() => MatchAgreement, { description: 'Numbers with their units, in digits or words.' })
  numbers!: unknown;
  @Computed(() => MatchAgreement, { description: 'Dates: a year and a day in it agree.' })
  dates!: unknown;
  @Computed(() => MatchAgreement, {
    description: 'Names, as far as capital letters or their place show them. Between two languages only those that agree are told.',
  })
  names!: unknown;
  @Computed(() => Boolean, { description: 'Whether one of the two denies what the other says.' })
  denies!: boolean;
}

@ObjectType({ description: 'Claims that may say the same as what was asked about.' })
export class ClaimMatches {
  @Computed(() => [ClaimMatch], { description: 'The likeliest first.' })
  matches!: unknown;
  @Computed(() => Boolean, { description: 'False where more claims have the words than were compared: the likeliest were.' })
  complete!: boolean;
  @Computed(() => Boolean, {
    description: 'Whether claims were also looked for by their meaning. The scores of the two ways are told apart in the documentation.',
  })
  byMeaning!: boolean;
}
