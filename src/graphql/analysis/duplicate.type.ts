/** Proposed duplicates. Resolved by resolvers.ts. */
import { Float, Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { Node } from '../records/record.type.js';
import { DuplicateReason } from './enums.js';

@ObjectType({
  description: 'Two records that may be of one thing. mergeEntities, mergeSources or a link SAME_AS between claims says that they are.',
})
export class Duplicate {
  @Computed(() => Node, { description: 'One.' })
  record!: unknown;
  @Computed(() => Node, { description: 'The other.' })
  other!: unknown;
  @Computed(() => Float, { description: 'From 0 to 1: how likely; 1 where an identifier or the whole text is the same.' })
  score!: number;
  @Computed(() => [DuplicateReason], { description: 'What that rests on.' })
  reasons!: unknown;
}

@ObjectType({ description: 'Proposed duplicates.' })
export class DuplicateSearch {
  @Computed(() => [Duplicate], { description: 'The likeliest first.' })
  found!: unknown;
  @Computed(() => Int, { description: 'How many records were looked at for this answer.' })
  recordsLookedAt!: number;
  @Computed(() => Int, { description: 'How many records there are to look at: of a pass over all, those of the kind that are in force.' })
  recordsInAll!: number;
  @Computed(() => Boolean, { description: 'Whether all records were looked at; if not, give endCursor as after to continue.' })
  complete!: boolean;
  @Computed(() => String, { nullable: true, description: 'The last record that was looked at: the next page begins after it.' })
  endCursor!: string;
}
