/** Proposed duplicates. Resolved by resolvers.ts. */
import { Float, Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { Node } from '../records/record.type.js';
import { DuplicateReason } from './enums.js';

@ObjectType({
  description: 'Two records that may describe the same thing. mergeEntities, mergeSources or a link SAME_AS between claims confirms it.',
})
export class Duplicate {
  @Computed(() => Node, { description: 'The first record.' })
  record!: unknown;
  @Computed(() => Node, { description: 'The second record.' })
  other!: unknown;
  @Computed(() => Float, {
    description: 'How likely they are duplicates, from 0 to 1. It is 1 if an identifier or the whole text is the same.',
  })
  score!: number;
  @Computed(() => [DuplicateReason], { description: 'The reasons for the score.' })
  reasons!: unknown;
}

@ObjectType({ description: 'The result of a search for duplicates.' })
export class DuplicateSearch {
  @Computed(() => [Duplicate], { description: 'The pairs, likeliest first.' })
  found!: unknown;
  @Computed(() => Int, { description: 'The number of records examined for this answer.' })
  recordsLookedAt!: number;
  @Computed(() => Int, {
    description: 'The number of records to examine. For a search of all records, the records of the kind that are not retracted or merged.',
  })
  recordsInAll!: number;
  @Computed(() => Boolean, { description: 'Whether all records were examined. If not, pass endCursor as after to continue.' })
  complete!: boolean;
  @Computed(() => String, { nullable: true, description: 'The cursor of the last record examined. The next page starts after it.' })
  endCursor!: string;
}
