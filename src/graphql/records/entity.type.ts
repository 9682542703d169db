import { Neighbourhood } from '../analysis/exploration.type.js';
import {
  CitationListArguments,
  EntityClaimsArguments,
  NeighboursArguments,
  SourceListArguments,
  EntityMergedArguments,
} from '../inputs/list.args.js';
import { Computed, Edge, Page, ShapeType, Value } from '../members.js';
import { Identifier } from '../parts/identifier.type.js';
import { Label } from '../parts/label.type.js';
import type { Rel } from '../rel.js';
import type { Connection } from '../connection.js';
import { CitationConnection, ClaimConnection, EntityConnection, SourceConnection } from './connections.js';
import { LanguagesArguments } from './languages.args.js';
import { Node, RecordFields } from './record.type.js';

@ShapeType({ implements: [Node, RecordFields] })
export class Entity extends RecordFields {
  @Value()
  visibility!: string;
  @Value()
  kind!: string;
  @Value()
  defaultName!: string;
  @Computed(() => String, {
    description: "The name in the first of the reader's languages that is available.",
    arguments: () => LanguagesArguments,
  })
  name!: string;
  @Computed(() => String, {
    nullable: true,
    description: "The description in the first of the reader's languages that is available.",
    arguments: () => LanguagesArguments,
  })
  description?: string | null;
  @Computed(() => Neighbourhood, {
    description: 'The entities connected to this one by claims. Each claim has both entities as subject or object.',
    arguments: () => NeighboursArguments,
  })
  neighbours!: unknown;
  @Edge(() => Label)
  names!: Rel<Label>[];
  @Edge(() => Label)
  aliases!: Rel<Label>[];
  @Edge(() => Label)
  descriptions!: Rel<Label>[];
  @Edge(() => Identifier)
  identifiers!: Rel<Identifier>[];
  @Page(() => ClaimConnection(), () => EntityClaimsArguments)
  claims!: Connection;
  @Page(() => CitationConnection(), () => CitationListArguments)
  said!: Connection;
  @Page(() => SourceConnection(), () => SourceListArguments)
  published!: Connection;
  @Page(() => SourceConnection(), () => SourceListArguments)
  contributions!: Connection;
  @Edge(() => Entity)
  mergedInto?: Rel<Entity> | null;
  @Page(() => EntityConnection(), () => EntityMergedArguments)
  mergedFrom!: Connection;
}
