/** What mutations answer. */
import { Field, ID, Int, ObjectType, type ClassType } from 'type-graphql';
import type { RecordName } from '../../model/definition.js';
import type { Mergeable } from '../../model/changeset/canonical.js';
import { itemName } from '../../model/changeset/input.js';
import { Outcome, RecordKind } from '../enums.js';
import { SimilarArguments } from '../inputs/list.args.js';
import { Computed } from '../members.js';
import { ClaimMatch } from '../analysis/matching.type.js';
import { RetractionImpact } from '../analysis/corroboration.type.js';
import { typeOf } from '../records/named-types.js';
import { Node } from '../records/record.type.js';

@ObjectType({ description: 'Something wrong with the input.' })
export class Problem {
  @Field(() => String, { description: 'What is wrong, as a code; see docs/errors.md.' })
  code!: string;
  @Field(() => String, { description: 'What is wrong, in words.' })
  message!: string;
  @Field(() => String, { description: 'Where in the input.' })
  path!: string;
  @Field(() => String, { description: 'What would be right.' })
  hint!: string;
}

@ObjectType({ description: 'What became of one item of a changeset.' })
export class ItemOutcome {
  @Field(() => Outcome, { description: 'What became of it.' })
  outcome!: string;
  @Field(() => RecordKind, { description: 'The kind of record.' })
  kind!: string;
  @Field(() => String, { description: 'Where in the input the item stands.' })
  path!: string;
  @Field(() => ID, { nullable: true, description: "The record's id; null where nothing was written." })
  id?: string | null;
  @Field(() => String, { nullable: true, description: "The record's key." })
  key?: string | null;
  @Field(() => Int, { nullable: true, description: "The record's version now." })
  version?: number | null;
  @Field(() => [Problem], { description: 'What was wrong with it.' })
  problems!: Problem[];
}

@ObjectType({ description: 'What became of a changeset.' })
export class ChangesetPayload {
  @Field(() => Boolean, { description: 'Whether anything of it was written (or had been, under the same key).' })
  applied!: boolean;
  @Field(() => Boolean, { description: 'The same key was applied before; these are the outcomes of that time.' })
  repeated!: boolean;
  @Field(() => [ItemOutcome], { description: "One an item; a claim's own citations follow it." })
  outcomes!: ItemOutcome[];
}

@ObjectType({ description: 'What became of a retraction or restoration.' })
export class StatusPayload {
  @Field(() => Outcome, { description: 'What became of it.' })
  outcome!: string;
  @Field(() => Int, { description: "The record's version now." })
  version!: number;
  @Field(() => Node, { nullable: true, description: 'The record as it is now.' })
  record?: Node | null;
  @Field(() => RetractionImpact, {
    nullable: true,
    description:
      'Which claims a retraction of a source or citation takes support from; null for other records, for one that is merged into another, and for a restoration.',
  })
  impact?: unknown;
}

@ObjectType({ description: 'What became of a split.' })
export class SplitPayload {
  @Field(() => [ItemOutcome], { description: 'What became of everything given: the new entity first, then what was moved to it.' })
  outcomes!: ItemOutcome[];
  @Field(() => typeOf('Entity'), { nullable: true, description: 'The new entity.' })
  entity?: unknown;
}

/** `{ outcomes, <record> }`. */
export function mergePayloadOf(record: Mergeable): ClassType {
  const plural = record === 'Entity' ? 'Entities' : 'Sources';
  const payload = { [`${plural}MergedPayload`]: class {} }[`${plural}MergedPayload`] as ClassType;
  Field(() => [ItemOutcome], { description: 'What became of each duplicate.' })(payload.prototype, 'outcomes');
  Field(() => typeOf(record), { nullable: true, description: 'The record that they are read through.' })(
    payload.prototype,
    itemName(record),
  );
  ObjectType(`${plural}MergedPayload`, { description: 'What became of a merge.' })(payload);
  return payload;
}

const payloads = new Map<RecordName, ClassType>();

/** `{ outcome, version, outcomes, <record> }`; of a claim also those that say the same. */
export function payloadOf(record: RecordName): ClassType {
  let payload = payloads.get(record);
  if (payload) return payload;
  payload = { [`${record}Payload`]: class {} }[`${record}Payload`] as ClassType;
  const prototype = payload.prototype;
  Field(() => Outcome, { description: 'What became of the record.' })(prototype, 'outcome');
  Field(() => Int, { description: "The record's version now." })(prototype, 'version');
  Field(() => [ItemOutcome], { description: "What became of everything given: the record first, then a claim's own citations." })(
    prototype,
    'outcomes',
  );
  Field(() => typeOf(record), { nullable: true, description: 'The record as it is now.' })(prototype, itemName(record));
  if (record === 'Claim')
    Computed(() => [ClaimMatch], {
      description: 'Claims that say the same, or nearly: whether it was said before. It is looked for only where it is selected.',
      arguments: () => SimilarArguments,
    })(prototype, 'similar');
  ObjectType(`${record}Payload`, { description: `What became of a ${record}.` })(payload);
  payloads.set(record, payload);
  return payload;
}
