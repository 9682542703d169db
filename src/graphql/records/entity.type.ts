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
    description: "Its name in the first of the reader's languages that it has.",
    arguments: () => LanguagesArguments,
  })
  name!: string;
  @Computed(() => String, {
    nullable: true,
    description: "Its description in the first of the reader's languages that it has.",
    arguments: () => LanguagesArguments,
  })
  description?: string | null;
  @Computed(() => Neighbourhood, {
    description: 'The entities around it, through claims that both are subject or object of.',
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
