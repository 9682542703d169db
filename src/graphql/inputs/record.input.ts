/** What a caller gives to write a record, from the model's table. */
import { GraphQLID } from 'graphql';
import { Int } from 'type-graphql';
import { itemName } from '../../model/changeset/input.js';
import type { EdgeDefinition, PartName, RecordName, ShapeName } from '../../model/definition.js';
import { aboutMember, aboutShape } from '../../model/descriptions.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
import { capitalized, nounOf, withArticle } from '../../model/nouns.js';
import { MergeableKind, OnProblem, RecordKind } from '../enums.js';
import { valueType } from '../members.js';
import { defineInput, type InputClass, type InputMember } from './define.js';

const REFERENCE = ' Given as an id or a key.';
const partInputs = new Map<PartName, InputClass>();

function partInput(part: PartName): InputClass {
  let input = partInputs.get(part);
  if (!input) partInputs.set(part, (input = defineInput(`${part}Input`, aboutShape(part), contentMembers(part, true))));
  return input;
}

// type-graphql wants every type declared before it builds the schema.
function declareParts(shape: ShapeName): void {
  for (const edge of edgesOf(shape)) {
    const given = (edge.kind === 'embedded' && !edge.system) || (edge.kind === 'parts' && !edge.derived && !edge.hidden);
    if (!given || partInputs.has(edge.part)) continue;
    partInput(edge.part);
    declareParts(edge.part);
  }
}
RECORD_NAMES.forEach(declareParts);

/** `strict`: what a new record needs must be given. */
function contentMembers(shape: ShapeName, strict: boolean): InputMember[] {
  const fields = fieldsOf(shape).filter((field) => !field.system && !field.derived);
  return [
    ...fields.map((field): InputMember => {
      const type = valueType(field);
      const hasDefault = field.type === 'boolean' || field.usual !== undefined;
      return {
        name: field.name,
        type: () => (field.type === 'enums' ? [type] : type),
        description: aboutMember(shape, field.name),
        required: strict && field.required && !hasDefault,
      };
    }),
    ...edgesOf(shape).flatMap((edge) => edgeMember(shape, edge, strict)),
  ];
}

function edgeMember(shape: ShapeName, edge: EdgeDefinition, strict: boolean): InputMember[] {
  switch (edge.kind) {
    case 'reference':
      if (edge.system) return [];
      return [
        {
          name: edge.name,
          type: () => GraphQLID,
          description: aboutMember(shape, edge.name) + REFERENCE,
          required: strict && edge.required,
        },
      ];
    case 'embedded':
      return edge.system ? [] : [{ name: edge.name, type: () => partInput(edge.part), description: aboutMember(shape, edge.name) }];
    case 'parts':
      return edge.derived || edge.hidden
        ? []
        : [
            {
              name: edge.name,
              type: () => [partInput(edge.part)],
              description: `${aboutMember(shape, edge.name)} The given list replaces the whole list.`,
              required: strict && edge.min > 0,
            },
          ];
    case 'through':
      if (edge.derived) return [];
      return [
        {
          name: edge.name,
          type: () => [GraphQLID],
          description: `${aboutMember(shape, edge.name)} The given list replaces the whole list. Given as ids or keys.`,
        },
      ];
    case 'inverse':
    case 'holders':
    case 'across':
    case 'history':
      return [];
  }
}

const EXPECTED_VERSION: InputMember = {
  name: 'expectedVersion',
  type: () => Int,
  description: 'The version you have read. If it is no longer the current version, the change is refused.',
};

const WHY: InputMember = {
  name: 'reason',
  type: () => String,
  description: 'The reason for the change. It is stored with the new version (`history`, `changes`) and visible to readers.',
};

const ownCitation = defineInput('OwnCitationInput', 'A citation given together with its claim.', [
  ...contentMembers('Citation', true).filter(({ name }) => name !== 'claim'),
  { ...WHY, description: `${WHY.description} Defaults to the reason of the claim.` },
]);
const ownCitations: InputMember = {
  name: 'citations',
  type: () => [ownCitation],
  description: 'The citations of the claim, written in the same transaction.',
};
const extras = (record: RecordName): InputMember[] => (record === 'Claim' ? [ownCitations] : []);

/** `AddEntityInput` and so on: all that a new record needs. With the key of a record that is there, it changes that one. */
export const ADD_INPUTS = Object.fromEntries(
  RECORD_NAMES.map((record) => [
    record,
    defineInput(`Add${record}Input`, `The content of a new ${nounOf(record)}, or of the existing one with this key.`, [
      ...contentMembers(record, true),
      ...extras(record),
      EXPECTED_VERSION,
      WHY,
    ]),
  ]),
) as Record<RecordName, InputClass>;

const idMember: InputMember = { name: 'id', type: () => GraphQLID, description: 'The id of the record.' };

/** `EntityChangeInput` and so on: what is given is changed, null clears, the rest stays. */
export const CHANGE_INPUTS = Object.fromEntries(
  RECORD_NAMES.map((record) => [
    record,
    defineInput(
      `${record}ChangeInput`,
      `Changes to ${withArticle(record)}. Given fields are set, null clears a field, and all other fields stay as they are.`,
      [idMember, ...contentMembers(record, false), ...extras(record), EXPECTED_VERSION, WHY],
    ),
  ]),
) as Record<RecordName, InputClass>;

const statusMembers = (reason: boolean): InputMember[] => [
  { name: 'kind', type: () => RecordKind, description: 'The kind of record.', required: true },
  { name: 'reference', type: () => GraphQLID, description: 'The id or key of the record.', required: true },
  {
    name: 'reason',
    type: () => String,
    description: reason ? 'The reason, visible to readers.' : 'The reason, if it should be recorded.',
    required: reason,
  },
  EXPECTED_VERSION,
];
export const RetractInput = defineInput('RetractInput', 'The record to retract, and the reason.', statusMembers(true));
export const RestoreInput = defineInput('RestoreInput', 'The record to restore.', statusMembers(false));

const referenceMember = (name: string, description: string): InputMember => ({ name, type: () => GraphQLID, description, required: true });
const reasonMember: InputMember = { name: 'reason', type: () => String, description: 'The reason, visible to readers.', required: true };

const MergeInput = defineInput('MergeInput', 'The duplicate, the record into which it is merged, and the reason.', [
  { name: 'kind', type: () => MergeableKind, description: 'The kind of record.', required: true },
  referenceMember('reference', 'The id or key of the duplicate.'),
  referenceMember('into', 'The id or key of the record through which the duplicate is read from now on.'),
  reasonMember,
  EXPECTED_VERSION,
]);
export const UnmergeInput = defineInput('UnmergeInput', 'The merged record to separate again.', [
  { name: 'kind', type: () => MergeableKind, description: 'The kind of record.', required: true },
  ...statusMembers(false).filter(({ name }) => name !== 'kind'),
]);
export const MergeManyInput = defineInput('MergeManyInput', 'The duplicates, the record into which they are merged, and the reason.', [
  { name: 'duplicates', type: () => [GraphQLID], description: 'The ids or keys of the duplicates.', required: true },
  referenceMember('into', 'The id or key of the record through which the duplicates are read from now on.'),
  reasonMember,
]);
const movedMember = (name: string, which: string): InputMember => ({
  name,
  type: () => [GraphQLID],
  description: `The ids or keys of ${which}. They belong to the new entity from now on.`,
});
export const SplitEntityInput = defineInput(
  'SplitEntityInput',
  'An entity that describes two things, the new entity, and the records to move to it.',
  [
    referenceMember('entity', 'The id or key of the entity to split.'),
    { name: 'into', type: () => ADD_INPUTS.Entity, description: 'The new entity.', required: true },
    movedMember('claims', 'claims in which the entity takes part'),
    movedMember('citations', 'citations that have the entity as speaker'),
    movedMember('sources', 'sources that the entity published or contributed to'),
    reasonMember,
  ],
);

const ChangeItemInput = defineInput('ChangeItemInput', 'One item of a changeset. Exactly one member must be given.', [
  ...RECORD_NAMES.map((record): InputMember => ({
    name: itemName(record),
    type: () => CHANGE_INPUTS[record],
    description: `${capitalized(withArticle(record))} to add or change.`,
  })),
  { name: 'retract', type: () => RetractInput, description: 'A record to retract.' },
  { name: 'restore', type: () => RestoreInput, description: 'A record to restore.' },
  { name: 'merge', type: () => MergeInput, description: 'A duplicate to merge into another record.' },
  { name: 'unmerge', type: () => UnmergeInput, description: 'A merge to undo.' },
  { name: 'split', type: () => SplitEntityInput, description: 'An entity to split.' },
]);

export const ChangesetInput = defineInput('ChangesetInput', 'Several changes, written in one transaction.', [
  {
    name: 'key',
    type: () => String,
    description:
      'Makes the changeset idempotent. Sending the same key with the same items again writes nothing and returns the first answer. Keys are separate for each author.',
  },
  {
    name: 'onProblem',
    type: () => OnProblem,
    description: 'What happens to the valid items if another item is refused.',
    defaultValue: 'REFUSE_ALL',
  },
  { name: 'items', type: () => [ChangeItemInput], description: 'The items. An item may refer to another one by its key.', required: true },
]);
