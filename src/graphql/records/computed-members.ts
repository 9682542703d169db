/** Members of shapes that are worked out from others: their types and descriptions. What each needs to be read is in plan/computed.ts. */
import { Field, ObjectType, type ClassType } from 'type-graphql';
import type { ShapeName } from '../../model/definition.js';
import { AttributionChain, Retellings } from '../analysis/chain.type.js';
import { Contradictions } from '../analysis/contradiction.type.js';
import { Corroboration, Origin, RetractionImpact } from '../analysis/corroboration.type.js';
import { Neighbourhood } from '../analysis/exploration.type.js';
import { FirstArguments } from '../analysis/first.args.js';
import { NeighboursArguments } from '../inputs/list.args.js';
import type { ComputedOptions, TypeValue } from '../members.js';
import { Json } from '../scalars.js';
import { LanguagesArguments } from './languages.args.js';

@ObjectType({ description: 'The change of one member of a record in a version.' })
export class Difference {
  @Field(() => String, { description: 'The name of the member.' })
  member!: string;
  @Field(() => Json, { nullable: true, description: 'The value before the change. Null if there was none.' })
  before?: unknown;
  @Field(() => Json, { nullable: true, description: 'The value after the change.' })
  after?: unknown;
}

export interface ComputedMember extends ComputedOptions {
  readonly type: () => TypeValue | [ClassType];
}

const text = (description: string, nullable = false): ComputedMember => ({
  type: () => String,
  description,
  nullable,
  arguments: () => LanguagesArguments,
});
const impact: ComputedMember = {
  type: () => RetractionImpact,
  description: 'The claims that would lose support if this record were retracted.',
};

/** `retracted` is every record's (record.type.ts). */
export const COMPUTED_MEMBERS: Partial<Record<ShapeName, Readonly<Record<string, ComputedMember>>>> = {
  Entity: {
    name: text("The name in the first of the reader's languages that is available."),
    description: text("The description in the first of the reader's languages that is available.", true),
    neighbours: {
      type: () => Neighbourhood,
      description: 'The entities connected to this one by claims. Each claim has both entities as subject or object.',
      arguments: () => NeighboursArguments,
    },
  },
  Claim: {
    text: text("The proposition in the first of the reader's languages that is available."),
    corroboration: { type: () => Corroboration, description: 'The independent origins that support or refute the claim.' },
    origins: {
      type: () => [Origin],
      description: 'The origins of its citations, whatever their stance.',
      arguments: () => FirstArguments,
    },
    contradictions: { type: () => Contradictions, description: 'The contradictions of the claim, with both sides.' },
  },
  Source: {
    retellings: { type: () => Retellings, description: 'The copies and relays that go back to the source.' },
    impact,
  },
  Citation: {
    chain: {
      type: () => AttributionChain,
      description: 'The chain of sources on which the citation relies, down to the first publisher and speaker.',
    },
    impact,
  },
  Predicate: {
    label: text("The name in the first of the reader's languages that is available."),
    inverseLabel: text('The name when read from object to subject.', true),
  },
  Version: {
    differences: {
      type: () => [Difference],
      description: 'The changes from the previous version, member by member. For the first version, all of its members.',
    },
  },
};
