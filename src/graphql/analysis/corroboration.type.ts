/** Independent support, and what a retraction would take of it. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { Node } from '../records/record.type.js';
import { JoinReason, OriginState, StepKind } from './enums.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'The origin of a claim: the citation at the end of a chain of relays, in a source that is not a copy.' })
export class Origin {
  @Computed(() => typeOf('Citation'), { description: 'The citation at the origin.' })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The source at the origin.' })
  source!: unknown;
  @Computed(() => OriginState, { description: 'Whether the source was seen.' })
  state!: string;
  @Computed(() => [typeOf('Source')], {
    description: 'The nearest seen sources that go back to the origin. Empty if its own source was seen.',
    ...paged,
  })
  knownThrough!: unknown;
  @Computed(() => Int, { description: 'The number of sources in `knownThrough`.' })
  knownThroughCount!: number;
}

@ObjectType({ description: 'The reason why several origins count once.' })
export class OriginJoin {
  @Computed(() => JoinReason, { description: 'The kind of reason.' })
  reason!: string;
  @Computed(() => Node, { description: 'The source, speaker, publisher or owner that the origins share.' })
  shared!: unknown;
  @Computed(() => [typeOf('Claim')], {
    description: 'The claims that state that one owner owns the publishers. Empty if the origins share something else.',
    ...paged,
  })
  claims!: unknown;
  @Computed(() => Int, { description: 'The number of origins that share it.' })
  originCount!: number;
  @Computed(() => [Origin], { description: 'The origins among them whose source was not seen.', ...paged })
  unseen!: unknown;
}

@ObjectType({ description: 'An origin that would not be one if a suspicion were right.' })
export class SuspectedJoin {
  @Computed(() => Origin, { description: 'The origin.' })
  origin!: unknown;
  @Computed(() => StepKind, { description: 'How it is suspected to retell: by a relay, or as a copy of a whole source.' })
  kind!: string;
  @Computed(() => String, { description: 'The reason for the suspicion.' })
  reason!: string;
  @Computed(() => typeOf('Citation'), {
    nullable: true,
    description: 'The citation that it is suspected to retell. Null if the suspected source has no citation of this claim.',
  })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The source that it is suspected to retell.' })
  source!: unknown;
  @Computed(() => [Origin], {
    description:
      'The origins with which it would count once. Empty if the suspected citation or source was retracted or states another claim. The origin would then not count as support.',
    ...paged,
  })
  beginsAt!: unknown;
}

@ObjectType({ description: 'A group of origins that count once, and the citations that go back to them.' })
export class CorroborationGroup {
  @Computed(() => [Origin], { description: 'The origins.', ...paged })
  origins!: unknown;
  @Computed(() => Int, { description: 'The number of origins.' })
  originCount!: number;
  @Computed(() => [Origin], { description: 'The origins whose source was not seen.', ...paged })
  unseen!: unknown;
  @Computed(() => Int, { description: 'The number of origins whose source was not seen.' })
  unseenCount!: number;
  @Computed(() => [typeOf('Citation')], { description: 'The citations that go back to these origins and support the claim.', ...paged })
  supporting!: unknown;
  @Computed(() => Int, { description: 'The number of supporting citations.' })
  supportingCount!: number;
  @Computed(() => [typeOf('Citation')], { description: 'The citations that go back to these origins and refute the claim.', ...paged })
  refuting!: unknown;
  @Computed(() => Int, { description: 'The number of refuting citations.' })
  refutingCount!: number;
  @Computed(() => [OriginJoin], { description: 'The reasons why the origins count once. Empty if there is one origin.' })
  why!: unknown;
  @Computed(() => [SuspectedJoin], {
    description: 'The suspicions by which these origins would count once with others, or not at all. Suspicions do not change the groups.',
    ...paged,
  })
  suspected!: unknown;
}

@ObjectType({
  description:
    'The number of independent origins that support or refute a claim. Retellings and copies count as part of the origin to which they go back. One speaker, publisher or owner counts once. Retracted records do not count.',
})
export class Corroboration {
  @Computed(() => Int, { description: 'The number of groups with at least one supporting citation.' })
  independentSupporting!: number;
  @Computed(() => Int, {
    description:
      'The number of these groups that remain if every suspicion is right: a group then counts together with those that it is suspected to retell. Never more than `independentSupporting`, and equal to it if nothing is suspected.',
  })
  independentSupportingAtLeast!: number;
  @Computed(() => Int, { description: 'The number of groups with at least one refuting citation.' })
  independentRefuting!: number;
  @Computed(() => Int, { description: 'The number of these groups that remain if every suspicion is right.' })
  independentRefutingAtLeast!: number;
  @Computed(() => Int, {
    description:
      'The number of groups in which a supporting citation goes back to a seen origin. A source was seen if the graph holds its text, the digest of its text, its address or an archived copy.',
  })
  independentSeen!: number;
  @Computed(() => [CorroborationGroup], { description: 'The groups.', ...paged })
  groups!: unknown;
  @Computed(() => Int, { description: 'The number of groups.' })
  groupCount!: number;
  @Computed(() => [SuspectedJoin], { description: 'All suspicions that may lower the numbers.', ...paged })
  suspected!: unknown;
  @Computed(() => Int, { description: 'The number of such suspicions.' })
  suspectedCount!: number;
  @Computed(() => Boolean, { description: 'False if a limit ended the search. The numbers then cover only a part.' })
  complete!: boolean;
}

@ObjectType({ description: 'The support that one claim would lose.' })
export class ClaimImpact {
  @Computed(() => typeOf('Claim'), { description: 'The claim.' })
  claim!: unknown;
  @Computed(() => Corroboration, { description: 'The corroboration before the retraction.' })
  before!: unknown;
  @Computed(() => Corroboration, { description: 'The corroboration after the retraction.' })
  after!: unknown;
  @Computed(() => Boolean, { description: 'Whether the claim would lose its last independent support.' })
  losesLastSupport!: boolean;
  @Computed(() => Boolean, {
    description: 'Whether the claim would lose the last seen source that carries it, whatever its stance.',
  })
  losesLastSeenSource!: boolean;
}

@ObjectType({
  description:
    'The claims that would lose support, or the last seen source that carries them, by a retraction. Relays and copies are followed. The claims that would lose most come first.',
})
export class RetractionImpact {
  @Computed(() => [ClaimImpact], { description: 'The claims.', ...paged })
  claims!: unknown;
  @Computed(() => Int, { description: 'The number of claims.' })
  claimCount!: number;
  @Computed(() => Int, { description: 'The number of claims that would lose their last independent support.' })
  losingLastSupportCount!: number;
  @Computed(() => Int, { description: 'The number of claims that would lose the last seen source that carries them.' })
  losingLastSeenSourceCount!: number;
  @Computed(() => Boolean, { description: 'False if a limit ended the search.' })
  complete!: boolean;
}
