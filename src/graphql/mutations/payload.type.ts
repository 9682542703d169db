/** What mutations answer. */
import { Field, ID, Int, ObjectType, type ClassType } from 'type-graphql';
import type { RecordName } from '../../model/definition.js';
import type { Mergeable } from '../../model/changeset/canonical.js';
import { itemName } from '../../model/changeset/input.js';
import { withArticle } from '../../model/nouns.js';
import { Outcome, RecordKind } from '../enums.js';
import { SimilarArguments } from '../inputs/list.args.js';
import { Computed } from '../members.js';
import { ClaimMatch } from '../analysis/matching.type.js';
import { RetractionImpact } from '../analysis/corroboration.type.js';
import { typeOf } from '../records/named-types.js';
import { Node } from '../records/record.type.js';

@ObjectType({ description: 'A problem with the input.' })
export class Problem {
  @Field(() => String, { description: 'The error code. docs/errors.md lists all codes.' })
  code!: string;
  @Field(() => String, { description: 'A description of the problem.' })
  message!: string;
  @Field(() => String, { description: 'The path of the problem in the input.' })
  path!: string;
  @Field(() => String, { description: 'A hint at valid input.' })
  hint!: string;
}

@ObjectType({ description: 'The outcome of one item of a changeset.' })
export class ItemOutcome {
  @Field(() => Outcome, { description: 'The outcome.' })
  outcome!: string;
  @Field(() => RecordKind, { description: 'The kind of record.' })
  kind!: string;
  @Field(() => String, { description: 'The path of the item in the input.' })
  path!: string;
  @Field(() => ID, { nullable: true, description: 'The id of the record. Null if nothing was written.' })
  id?: string | null;
  @Field(() => String, { nullable: true, description: 'The key of the record.' })
  key?: string | null;
  @Field(() => Int, { nullable: true, description: 'The current version of the record.' })
  version?: number | null;
  @Field(() => [Problem], { description: 'The problems with the item.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The outcome of a changeset.' })
export class ChangesetPayload {
  @Field(() => Boolean, { description: 'Whether any part of the changeset was written, now or earlier under the same key.' })
  applied!: boolean;
  @Field(() => Boolean, { description: 'Whether the same key was applied before. If so, these are the outcomes of that time.' })
  repeated!: boolean;
  @Field(() => [ItemOutcome], { description: "One outcome per item. The outcomes of citations given with a claim follow the claim's." })
  outcomes!: ItemOutcome[];
}

@ObjectType({ description: 'The outcome of a change of status.' })
export class StatusPayload {
  @Field(() => Outcome, { description: 'The outcome.' })
  outcome!: string;
  @Field(() => Int, { description: 'The current version of the record.' })
  version!: number;
  @Field(() => Node, { nullable: true, description: 'The record in its current state.' })
  record?: Node | null;
  @Field(() => RetractionImpact, {
    nullable: true,
    description:
      'The claims that lose support by the retraction of a source or citation. Null for other records, for a merged record and for a restoration.',
  })
  impact?: unknown;
}

@ObjectType({ description: 'The outcome of a split.' })
export class SplitPayload {
  @Field(() => [ItemOutcome], { description: 'The outcomes of all items: the new entity first, then the records moved to it.' })
  outcomes!: ItemOutcome[];
  @Field(() => typeOf('Entity'), { nullable: true, description: 'The new entity.' })
  entity?: unknown;
}

/** `{ outcomes, <record> }`. */
export function mergePayloadOf(record: Mergeable): ClassType {
  const plural = record === 'Entity' ? 'Entities' : 'Sources';
  const payload = { [`${plural}MergedPayload`]: class {} }[`${plural}MergedPayload`] as ClassType;
  Field(() => [ItemOutcome], { description: 'The outcome of each duplicate.' })(payload.prototype, 'outcomes');
  Field(() => typeOf(record), { nullable: true, description: 'The record through which the duplicates are read.' })(
    payload.prototype,
    itemName(record),
  );
  ObjectType(`${plural}MergedPayload`, { description: 'The outcome of a merge.' })(payload);
  return payload;
}

const payloads = new Map<RecordName, ClassType>();

/** `{ outcome, version, outcomes, <record> }`; of a claim also those that say the same. */
export function payloadOf(record: RecordName): ClassType {
  let payload = payloads.get(record);
  if (payload) return payload;
  payload = { [`${record}Payload`]: class {} }[`${record}Payload`] as ClassType;
  const prototype = payload.prototype;
  Field(() => Outcome, { description: 'The outcome for the record.' })(prototype, 'outcome');
  Field(() => Int, { description: 'The current version of the record.' })(prototype, 'version');
  Field(() => [ItemOutcome], { description: 'The outcomes of all items: the record first, then the citations given with a claim.' })(
    prototype,
    'outcomes',
  );
  Field(() => typeOf(record), { nullable: true, description: 'The record in its current state.' })(prototype, itemName(record));
  if (record === 'Claim')
    Computed(() => [ClaimMatch], {
      description: 'Other claims that say the same or nearly the same. They are searched for only if this field is selected.',
      arguments: () => SimilarArguments,
    })(prototype, 'similar');
  ObjectType(`${record}Payload`, { description: `The outcome of writing ${withArticle(record)}.` })(payload);
  payloads.set(record, payload);
  return payload;
}
