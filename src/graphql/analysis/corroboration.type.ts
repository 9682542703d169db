/** Independent support, and what a retraction would take of it. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { Node } from '../records/record.type.js';
import { JoinReason, OriginState, StepKind } from './enums.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'Where a word begins: the citation at the end of the relays, in the source that is no copy.' })
export class Origin {
  @Computed(() => typeOf('Citation'), { description: 'The first citation.' })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The first source.' })
  source!: unknown;
  @Computed(() => OriginState, { description: 'Whether anybody has seen that source.' })
  state!: string;
  @Computed(() => [typeOf('Source')], {
    description: 'The nearest sources that were seen and go back to it; none where it was seen itself.',
    ...paged,
  })
  knownThrough!: unknown;
  @Computed(() => Int, { description: 'How many sources it is known through.' })
  knownThroughCount!: number;
}

@ObjectType({ description: 'What makes several origins count once.' })
export class OriginJoin {
  @Computed(() => JoinReason, { description: 'In what way.' })
  reason!: string;
  @Computed(() => Node, { description: 'The source, speaker, publisher or owner that they share.' })
  shared!: unknown;
  @Computed(() => [typeOf('Claim')], {
    description: 'The claims by which one owner stands behind their publishers; none where something else is shared.',
    ...paged,
  })
  claims!: unknown;
  @Computed(() => Int, { description: 'How many origins share it.' })
  originCount!: number;
  @Computed(() => [Origin], { description: 'Those of them that nobody has seen.', ...paged })
  unseen!: unknown;
}

@ObjectType({ description: 'An origin that would be none if a suspicion held.' })
export class SuspectedJoin {
  @Computed(() => Origin, { description: 'The origin.' })
  origin!: unknown;
  @Computed(() => StepKind, { description: 'How it would be a retelling: by a relay, or as a copy of a whole source.' })
  kind!: string;
  @Computed(() => String, { description: 'Why that is suspected.' })
  reason!: string;
  @Computed(() => typeOf('Citation'), {
    nullable: true,
    description: 'The citation that it is suspected to retell; null where it is a source that has none of this claim.',
  })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The source that it is suspected to retell.' })
  source!: unknown;
  @Computed(() => [Origin], {
    description:
      'The origins that it would count with; none where what it is suspected to retell was retracted, or says another claim: then it would hold nothing up.',
    ...paged,
  })
  beginsAt!: unknown;
}

@ObjectType({ description: 'Origins that count once, and the citations that go back to them.' })
export class CorroborationGroup {
  @Computed(() => [Origin], { description: 'The origins.', ...paged })
  origins!: unknown;
  @Computed(() => Int, { description: 'How many origins there are.' })
  originCount!: number;
  @Computed(() => [Origin], { description: 'The origins that nobody has seen.', ...paged })
  unseen!: unknown;
  @Computed(() => Int, { description: 'How many origins nobody has seen.' })
  unseenCount!: number;
  @Computed(() => [typeOf('Citation')], { description: "The claim's citations that support it from these origins.", ...paged })
  supporting!: unknown;
  @Computed(() => Int, { description: 'How many support it.' })
  supportingCount!: number;
  @Computed(() => [typeOf('Citation')], { description: "The claim's citations that refute it from these origins.", ...paged })
  refuting!: unknown;
  @Computed(() => Int, { description: 'How many refute it.' })
  refutingCount!: number;
  @Computed(() => [OriginJoin], { description: 'Why they count once; empty where there is one origin.' })
  why!: unknown;
  @Computed(() => [SuspectedJoin], {
    description: 'The suspicions by which these origins would count once with others, or not at all. They change no group.',
    ...paged,
  })
  suspected!: unknown;
}

@ObjectType({
  description:
    'How many independent origins support or refute a claim. Retellings and copies count for the origin they go back to; one speaker, publisher or owner counts once; what is retracted holds nothing up.',
})
export class Corroboration {
  @Computed(() => Int, { description: 'Groups with at least one supporting citation.' })
  independentSupporting!: number;
  @Computed(() => Int, {
    description:
      'How many of them are left if every suspicion holds: a group then counts together with those that it is suspected to retell. Never more than independentSupporting, and the same where nothing is suspected.',
  })
  independentSupportingAtLeast!: number;
  @Computed(() => Int, { description: 'Groups with at least one refuting citation.' })
  independentRefuting!: number;
  @Computed(() => Int, { description: 'How many of them are left if every suspicion holds.' })
  independentRefutingAtLeast!: number;
  @Computed(() => Int, {
    description:
      'Of the groups with a supporting citation, those where one goes back to an origin that was seen: a source with a text, the digest of one, an address or an archived copy.',
  })
  independentSeen!: number;
  @Computed(() => [CorroborationGroup], { description: 'The groups.', ...paged })
  groups!: unknown;
  @Computed(() => Int, { description: 'How many groups there are.' })
  groupCount!: number;
  @Computed(() => [SuspectedJoin], { description: 'Every suspicion by which fewer may count.', ...paged })
  suspected!: unknown;
  @Computed(() => Int, { description: 'How many such suspicions there are.' })
  suspectedCount!: number;
  @Computed(() => Boolean, { description: 'False when a limit ended the search: the numbers are then those of a part.' })
  complete!: boolean;
}

@ObjectType({ description: 'What one claim would lose.' })
export class ClaimImpact {
  @Computed(() => typeOf('Claim'), { description: 'The claim.' })
  claim!: unknown;
  @Computed(() => Corroboration, { description: 'As it is.' })
  before!: unknown;
  @Computed(() => Corroboration, { description: 'As it would be.' })
  after!: unknown;
  @Computed(() => Boolean, { description: 'Whether nothing independent would support it any more.' })
  losesLastSupport!: boolean;
  @Computed(() => Boolean, {
    description: 'Whether a source that was seen carries it now, whatever its stance, and none would any more.',
  })
  losesLastSeenSource!: boolean;
}

@ObjectType({
  description:
    'Which claims a retraction would take support from, or the last seen source that carries them, down the relays and copies; the hardest hit first.',
})
export class RetractionImpact {
  @Computed(() => [ClaimImpact], { description: 'The claims.', ...paged })
  claims!: unknown;
  @Computed(() => Int, { description: 'How many claims there are.' })
  claimCount!: number;
  @Computed(() => Int, { description: 'How many of them nothing independent would support any more.' })
  losingLastSupportCount!: number;
  @Computed(() => Int, { description: 'How many of them no source that was seen would carry any more.' })
  losingLastSeenSourceCount!: number;
  @Computed(() => Boolean, { description: 'False when a limit ended the search.' })
  complete!: boolean;
}
