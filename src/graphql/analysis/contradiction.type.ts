/** Both sides of a contradiction. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { Certainty, ContradictionKind } from './enums.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'Something that speaks against a claim; no side is taken.' })
export class Contradiction {
  @Computed(() => ContradictionKind, { description: 'What makes it one.' })
  kind!: string;
  @Computed(() => Certainty, { description: 'How sure it is that both sides would hold at once.' })
  certainty!: string;
  @Computed(() => typeOf('Claim'), { description: 'The claim on this side; its corroboration is its own, as the other one has its own.' })
  claim!: unknown;
  @Computed(() => typeOf('Claim'), {
    nullable: true,
    description: "The claim on the other side; null where the claim's own citations disagree.",
  })
  other!: unknown;
  @Computed(() => typeOf('Entity'), { nullable: true, description: 'Whose word stands against itself.' })
  speaker!: unknown;
  @Computed(() => [typeOf('Citation')], { description: 'Citations on this side.', ...paged })
  citations!: unknown;
  @Computed(() => Int, { description: 'How many citations there are on this side.' })
  citationCount!: number;
  @Computed(() => [typeOf('Citation')], { description: 'Citations on the other side.', ...paged })
  otherCitations!: unknown;
  @Computed(() => Int, { description: 'How many citations there are on the other side.' })
  otherCitationCount!: number;
}

@ObjectType({ description: 'What speaks against a claim.' })
export class Contradictions {
  @Computed(() => [Contradiction], { description: 'One by one.', ...paged })
  found!: unknown;
  @Computed(() => Int, { description: 'How many there are.' })
  count!: number;
  @Computed(() => Boolean, { description: 'False when a limit ended the search.' })
  complete!: boolean;
}

@ObjectType({ description: 'Contradictions among claims, each shown once, whichever side was met first; no side is taken.' })
export class ContradictionSearch {
  @Computed(() => [Contradiction], { description: 'One by one, those of the claims last said first.' })
  found!: unknown;
  @Computed(() => Int, { description: 'How many claims were looked at.' })
  claimsLookedAt!: number;
  @Computed(() => Boolean, { description: 'False when there may be more: the number asked for was found, or a limit ended the search.' })
  complete!: boolean;
}
