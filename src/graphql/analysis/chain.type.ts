/** Chains of attribution, in both directions. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { ChainBreak, StepKind } from './enums.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'What a word is suspected to have been got from, without anybody saying so.' })
export class Suspicion {
  @Computed(() => StepKind, { description: 'In what way: by a relay, or as a copy of a whole source.' })
  kind!: string;
  @Computed(() => String, { description: 'Why it is suspected.' })
  reason!: string;
  @Computed(() => typeOf('Citation'), { nullable: true, description: 'The citation; null where it is a source as a whole.' })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The source.' })
  source!: unknown;
}

@ObjectType({ description: 'One step of a chain.' })
export class ChainStep {
  @Computed(() => Int, { description: 'Its place in the list of steps.' })
  position!: number;
  @Computed(() => Int, { description: 'Steps from the citation asked about.' })
  depth!: number;
  @Computed(() => StepKind, { description: 'How the chain comes here.' })
  kind!: string;
  @Computed(() => typeOf('Citation'), { nullable: true, description: 'The citation; null where only the source is known.' })
  citation!: unknown;
  @Computed(() => typeOf('Source'), { description: 'The source.' })
  source!: unknown;
  @Computed(() => [Int], { description: 'The positions of the steps that lead here; several where lines meet again.' })
  from!: unknown;
  @Computed(() => Boolean, { description: 'Whether nothing in the graph lies beyond it.' })
  isOrigin!: boolean;
  @Computed(() => [ChainBreak], { description: 'What is wrong with this step.' })
  breaks!: unknown;
  @Computed(() => [Suspicion], { description: 'What it is suspected to have been got from; no steps of the chain.', ...paged })
  suspicions!: unknown;
}

@ObjectType({ description: 'Whom a citation has its word from, down to where it was first published and who said it.' })
export class AttributionChain {
  @Computed(() => [ChainStep], { description: 'The steps, the nearest first; what several lines lead to is one step.' })
  steps!: unknown;
  @Computed(() => [ChainStep], { description: 'The steps with nothing beyond them.' })
  origins!: unknown;
  @Computed(() => Int, { description: 'The depth of the deepest step.' })
  depth!: number;
  @Computed(() => Boolean, { description: 'False when a limit ended the search.' })
  complete!: boolean;
}

@ObjectType({ description: 'Everything that goes back to a source, by copies and by relays.' })
export class Retellings {
  @Computed(() => [typeOf('Source')], { description: 'Copies of it, as they are or translated, at any distance.', ...paged })
  sources!: unknown;
  @Computed(() => Int, { description: 'How many sources there are.' })
  sourceCount!: number;
  @Computed(() => [typeOf('Citation')], { description: 'Citations elsewhere that go back to it.', ...paged })
  citations!: unknown;
  @Computed(() => Int, { description: 'How many citations there are.' })
  citationCount!: number;
  @Computed(() => Boolean, { description: 'False when a limit ended the search.' })
  complete!: boolean;
}
