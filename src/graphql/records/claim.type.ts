import { Contradictions } from '../analysis/contradiction.type.js';
import { Corroboration, Origin } from '../analysis/corroboration.type.js';
import { FirstArguments } from '../analysis/first.args.js';
import type { Connection } from '../connection.js';
import { CitationListArguments, ClaimLinkListArguments, SourceListArguments } from '../inputs/list.args.js';
import { Computed, Edge, Page, ShapeType, Value } from '../members.js';
import { Label } from '../parts/label.type.js';
import { Mention } from '../parts/mention.type.js';
import { Participant } from '../parts/participant.type.js';
import { Qualifier } from '../parts/qualifier.type.js';
import { Value as Literal } from '../parts/value.type.js';
import type { Rel } from '../rel.js';
import { CitationConnection, ClaimLinkConnection, SourceConnection } from './connections.js';
import { Entity } from './entity.type.js';
import { LanguagesArguments } from './languages.args.js';
import { Predicate } from './predicate.type.js';
import { Node, RecordFields } from './record.type.js';

@ShapeType({ implements: [Node, RecordFields] })
export class Claim extends RecordFields {
  @Value()
  visibility!: string;
  @Value()
  negated!: boolean;
  @Value()
  validFrom?: string | null;
  @Value()
  validUntil?: string | null;
  @Value()
  note?: string | null;
  @Value()
  defaultText!: string;
  @Value()
  firstSaid?: string | null;
  @Value()
  lastSaid?: string | null;
  @Value()
  citationCount!: number;
  @Value()
  independentSupporting!: number;
  @Value()
  independentSupportingAtLeast!: number;
  @Value()
  independentRefuting!: number;
  @Value()
  independentRefutingAtLeast!: number;
  @Value()
  independentSeen!: number;
  @Computed(() => String, {
    description: "The proposition in the first of the reader's languages that is available.",
    arguments: () => LanguagesArguments,
  })
  text!: string;
  @Computed(() => Corroboration, { description: 'The independent origins that support or refute the claim.' })
  corroboration!: unknown;
  @Computed(() => [Origin], { description: 'The origins of its citations, whatever their stance.', arguments: () => FirstArguments })
  origins!: unknown;
  @Computed(() => Contradictions, { description: 'The contradictions of the claim, with both sides.' })
  contradictions!: unknown;
  @Edge(() => Label)
  texts!: Rel<Label>[];
  @Edge(() => Entity)
  subject?: Rel<Entity> | null;
  @Edge(() => Predicate)
  predicate?: Rel<Predicate> | null;
  @Edge(() => Entity)
  object?: Rel<Entity> | null;
  @Edge(() => Literal)
  value?: Rel<Literal> | null;
  @Edge(() => Qualifier)
  qualifiers!: Rel<Qualifier>[];
  @Edge(() => Mention)
  mentions!: Rel<Mention>[];
  @Edge(() => Participant)
  participants!: Rel<Participant>[];
  @Page(() => CitationConnection(), () => CitationListArguments)
  citations!: Connection;
  @Page(() => SourceConnection(), () => SourceListArguments)
  knownOnlyThrough!: Connection;
  @Page(() => ClaimLinkConnection(), () => ClaimLinkListArguments)
  links!: Connection;
  @Page(() => ClaimLinkConnection(), () => ClaimLinkListArguments)
  linkedFrom!: Connection;
}
