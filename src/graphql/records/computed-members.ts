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

@ObjectType({ description: 'What a version changed in one member of its record.' })
export class Difference {
  @Field(() => String, { description: "The member's name." })
  member!: string;
  @Field(() => Json, { nullable: true, description: 'What it held before; null where it held nothing.' })
  before?: unknown;
  @Field(() => Json, { nullable: true, description: 'What it holds since.' })
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
  description: 'Which claims would lose support if it were retracted.',
};

/** `retracted` is every record's (record.type.ts). */
export const COMPUTED_MEMBERS: Partial<Record<ShapeName, Readonly<Record<string, ComputedMember>>>> = {
  Entity: {
    name: text("Its name in the first of the reader's languages that it has."),
    description: text("Its description in the first of the reader's languages that it has.", true),
    neighbours: {
      type: () => Neighbourhood,
      description: 'The entities around it, through claims that both are subject or object of.',
      arguments: () => NeighboursArguments,
    },
  },
  Claim: {
    text: text("The proposition in the first of the reader's languages that it has."),
    corroboration: { type: () => Corroboration, description: 'What independent origins say for and against it.' },
    origins: {
      type: () => [Origin],
      description: 'Where its citations, whatever their stance, begin.',
      arguments: () => FirstArguments,
    },
    contradictions: { type: () => Contradictions, description: 'What speaks against it, both sides shown.' },
  },
  Source: {
    retellings: { type: () => Retellings, description: 'Everything that goes back to it, by copies and by relays.' },
    impact,
  },
  Citation: {
    chain: { type: () => AttributionChain, description: 'Whom it has its word from, down to the first publisher and speaker.' },
    impact,
  },
  Predicate: {
    label: text("Its name in the first of the reader's languages that it has."),
    inverseLabel: text('Its name read from object to subject.', true),
  },
  Version: {
    differences: {
      type: () => [Difference],
      description: 'What changed from the version before, member by member; of the first, all that it has.',
    },
  },
};
