/** Both sides of a contradiction. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { Certainty, ContradictionKind } from './enums.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'A contradiction between two sides. The API does not choose between them.' })
export class Contradiction {
  @Computed(() => ContradictionKind, { description: 'The kind of contradiction.' })
  kind!: string;
  @Computed(() => Certainty, { description: 'Whether both sides surely or only possibly hold at the same time.' })
  certainty!: string;
  @Computed(() => typeOf('Claim'), { description: 'The claim on this side. Each side has its own corroboration.' })
  claim!: unknown;
  @Computed(() => typeOf('Claim'), {
    nullable: true,
    description: "The claim on the other side. Null if the claim's own citations disagree.",
  })
  other!: unknown;
  @Computed(() => typeOf('Entity'), { nullable: true, description: 'The speaker or publisher who is on both sides.' })
  speaker!: unknown;
  @Computed(() => [typeOf('Citation')], { description: 'The citations on this side.', ...paged })
  citations!: unknown;
  @Computed(() => Int, { description: 'The number of citations on this side.' })
  citationCount!: number;
  @Computed(() => [typeOf('Citation')], { description: 'The citations on the other side.', ...paged })
  otherCitations!: unknown;
  @Computed(() => Int, { description: 'The number of citations on the other side.' })
  otherCitationCount!: number;
}

@ObjectType({ description: 'The contradictions of a claim.' })
export class Contradictions {
  @Computed(() => [Contradiction], { description: 'The contradictions.', ...paged })
  found!: unknown;
  @Computed(() => Int, { description: 'The number of contradictions.' })
  count!: number;
  @Computed(() => Boolean, { description: 'False if a limit ended the search.' })
  complete!: boolean;
}

@ObjectType({
  description:
    'Contradictions among claims. Each is listed once, whichever side was found first. The API does not choose between the sides.',
})
export class ContradictionSearch {
  @Computed(() => [Contradiction], { description: 'The contradictions. Those of the claims said last come first.' })
  found!: unknown;
  @Computed(() => Int, { description: 'The number of claims examined.' })
  claimsLookedAt!: number;
  @Computed(() => Boolean, { description: 'False if there may be more: the requested number was found, or a limit ended the search.' })
  complete!: boolean;
}
