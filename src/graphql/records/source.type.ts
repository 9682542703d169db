import { Retellings } from '../analysis/chain.type.js';
import { RetractionImpact } from '../analysis/corroboration.type.js';
import type { Connection } from '../connection.js';
import { CitationListArguments, ClaimListArguments, SourceListArguments, SourceMergedArguments } from '../inputs/list.args.js';
import { Computed, Edge, Page, ShapeType, Value } from '../members.js';
import { ArchivedCopy } from '../parts/archived-copy.type.js';
import { Contributor } from '../parts/contributor.type.js';
import { Derivation } from '../parts/derivation.type.js';
import { SuspectedDerivation } from '../parts/suspected-derivation.type.js';
import type { Rel } from '../rel.js';
import { CitationConnection, ClaimConnection, SourceConnection } from './connections.js';
import { Entity } from './entity.type.js';
import { Node, RecordFields } from './record.type.js';

@ShapeType({ implements: [Node, RecordFields] })
export class Source extends RecordFields {
  @Value()
  visibility!: string;
  @Value()
  kind!: string;
  @Value()
  title!: string;
  @Value()
  language?: string | null;
  @Value()
  url?: string | null;
  @Value()
  canonicalUrl?: string | null;
  @Value()
  published?: string | null;
  @Value()
  digest?: string | null;
  @Value()
  text?: string | null;
  @Value()
  note?: string | null;
  @Computed(() => Retellings, { description: 'The copies and relays that go back to the source.' })
  retellings!: unknown;
  @Computed(() => RetractionImpact, { description: 'The claims that would lose support if this record were retracted.' })
  impact!: unknown;
  @Edge(() => Entity)
  publisher?: Rel<Entity> | null;
  @Edge(() => Contributor)
  contributors!: Rel<Contributor>[];
  @Edge(() => ArchivedCopy)
  archivedCopies!: Rel<ArchivedCopy>[];
  @Edge(() => Derivation)
  derivations!: Rel<Derivation>[];
  @Page(() => SourceConnection(), () => SourceListArguments)
  derivatives!: Connection;
  @Edge(() => SuspectedDerivation)
  suspectedDerivations!: Rel<SuspectedDerivation>[];
  @Page(() => SourceConnection(), () => SourceListArguments)
  suspectedDerivatives!: Connection;
  @Page(() => CitationConnection(), () => CitationListArguments)
  citations!: Connection;
  @Page(() => ClaimConnection(), () => ClaimListArguments)
  claims!: Connection;
  @Edge(() => Source)
  mergedInto?: Rel<Source> | null;
  @Page(() => SourceConnection(), () => SourceMergedArguments)
  mergedFrom!: Connection;
}
