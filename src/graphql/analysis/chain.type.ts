/** Chains of attribution, in both directions. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { ChainBreak, StepKind } from './enums.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'A citation or source from which a citation is suspected to have got the claim without saying so.' })
export class Suspicion {
  @Computed(() => StepKind, { description: 'How it is suspected: by a relay, or as a copy of a whole source.' })
  kind!: string;
  @Computed(() => String, { description: 'The reason for the suspicion.' })
  reason!: string;
  @Computed(() => typeOf('Citation'), {
    nullable: true,
    description: 'The suspected citation. Null if the suspicion is about a whole source.',
  })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The source.' })
  source!: unknown;
}

@ObjectType({ description: 'One step of a chain.' })
export class ChainStep {
  @Computed(() => Int, { description: 'The position in the list of steps.' })
  position!: number;
  @Computed(() => Int, { description: 'The number of steps from the requested citation.' })
  depth!: number;
  @Computed(() => StepKind, { description: 'How the chain reaches this step.' })
  kind!: string;
  @Computed(() => typeOf('Citation'), { nullable: true, description: 'The citation. Null if only the source is known.' })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The source.' })
  source!: unknown;
  @Computed(() => [Int], { description: 'The positions of the steps that lead here. There are several if branches meet.' })
  from!: unknown;
  @Computed(() => Boolean, { description: 'Whether the chain ends here: the graph holds no further step.' })
  isOrigin!: boolean;
  @Computed(() => [ChainBreak], { description: 'The problems with this step.' })
  breaks!: unknown;
  @Computed(() => [Suspicion], { description: 'The suspected origins of the citation. They are not steps of the chain.', ...paged })
  suspicions!: unknown;
}

@ObjectType({ description: 'The chain of sources on which a citation relies, down to the first publication and speaker.' })
export class AttributionChain {
  @Computed(() => [ChainStep], { description: 'The steps, nearest first. A step that several branches reach is listed once.' })
  steps!: unknown;
  @Computed(() => [ChainStep], { description: 'The steps at which the chain ends.' })
  origins!: unknown;
  @Computed(() => Int, { description: 'The depth of the deepest step.' })
  depth!: number;
  @Computed(() => Boolean, { description: 'False if a limit ended the search.' })
  complete!: boolean;
}

@ObjectType({ description: 'The copies and relays that go back to a source.' })
export class Retellings {
  @Computed(() => [typeOf('Source')], { description: 'The copies of the source, unchanged or translated, at any distance.', ...paged })
  sources!: unknown;
  @Computed(() => Int, { description: 'The number of sources.' })
  sourceCount!: number;
  @Computed(() => [typeOf('Citation')], { description: 'The citations in other sources that go back to it.', ...paged })
  citations!: unknown;
  @Computed(() => Int, { description: 'The number of citations.' })
  citationCount!: number;
  @Computed(() => Boolean, { description: 'False if a limit ended the search.' })
  complete!: boolean;
}
