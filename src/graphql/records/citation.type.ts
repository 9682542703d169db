import { AttributionChain } from '../analysis/chain.type.js';
import { RetractionImpact } from '../analysis/corroboration.type.js';
import type { Connection } from '../connection.js';
import { CitationListArguments } from '../inputs/list.args.js';
import { Computed, Edge, Page, ShapeType, Value } from '../members.js';
import { Passage } from '../parts/passage.type.js';
import { Rating } from '../parts/rating.type.js';
import { SuspectedRelay } from '../parts/suspected-relay.type.js';
import type { Rel } from '../rel.js';
import { Claim } from './claim.type.js';
import { CitationConnection } from './connections.js';
import { Entity } from './entity.type.js';
import { Node, RecordFields } from './record.type.js';
import { Source } from './source.type.js';

@ShapeType({ implements: [Node, RecordFields] })
export class Citation extends RecordFields {
  @Value()
  visibility!: string;
  @Value()
  stance!: string;
  @Value()
  saidAt?: string | null;
  @Value()
  effectiveDate?: string | null;
  @Value()
  quote?: string | null;
  @Value()
  quoteLanguage?: string | null;
  @Value()
  speakerUnknown!: boolean;
  @Value()
  note?: string | null;
  @Computed(() => AttributionChain, {
    description: 'The chain of sources on which the citation relies, down to the first publisher and speaker.',
  })
  chain!: unknown;
  @Computed(() => RetractionImpact, { description: 'The claims that would lose support if this record were retracted.' })
  impact!: unknown;
  @Edge(() => Claim)
  claim!: Rel<Claim>;
  @Edge(() => Source)
  source!: Rel<Source>;
  @Edge(() => Entity)
  speaker?: Rel<Entity> | null;
  @Edge(() => Passage)
  passage?: Rel<Passage> | null;
  @Edge(() => Rating)
  rating?: Rel<Rating> | null;
  @Page(() => CitationConnection(), () => CitationListArguments)
  relays!: Connection;
  @Page(() => CitationConnection(), () => CitationListArguments)
  relayedBy!: Connection;
  @Edge(() => SuspectedRelay)
  suspectedRelays!: Rel<SuspectedRelay>[];
  @Page(() => CitationConnection(), () => CitationListArguments)
  suspectedRelayedBy!: Connection;
}
