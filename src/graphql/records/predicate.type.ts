import type { Connection } from '../connection.js';
import { ClaimListArguments } from '../inputs/list.args.js';
import { Computed, Edge, Page, ShapeType, Value } from '../members.js';
import { Identifier } from '../parts/identifier.type.js';
import { Label } from '../parts/label.type.js';
import type { Rel } from '../rel.js';
import { ClaimConnection } from './connections.js';
import { LanguagesArguments } from './languages.args.js';
import { Node, RecordFields } from './record.type.js';

@ShapeType({ implements: [Node, RecordFields] })
export class Predicate extends RecordFields {
  @Value()
  override key!: string;
  @Value()
  symmetric!: boolean;
  @Value()
  functional!: boolean;
  @Value()
  subjectKinds!: string[];
  @Value()
  objectKinds!: string[];
  @Computed(() => String, {
    description: "The name in the first of the reader's languages that is available.",
    arguments: () => LanguagesArguments,
  })
  label!: string;
  @Computed(() => String, {
    nullable: true,
    description: 'The name when read from object to subject.',
    arguments: () => LanguagesArguments,
  })
  inverseLabel?: string | null;
  @Edge(() => Label)
  labels!: Rel<Label>[];
  @Edge(() => Label)
  inverseLabels!: Rel<Label>[];
  @Edge(() => Identifier)
  identifiers!: Rel<Identifier>[];
  @Page(() => ClaimConnection(), () => ClaimListArguments)
  claims!: Connection;
}
