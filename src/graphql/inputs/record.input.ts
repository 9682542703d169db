/** What a caller gives to write a record, from the model's table. */
import { GraphQLID } from 'graphql';
import { Int } from 'type-graphql';
import { itemName } from '../../model/changeset/input.js';
import type { EdgeDefinition, PartName, RecordName, ShapeName } from '../../model/definition.js';
import { aboutMember, aboutShape } from '../../model/descriptions.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
import { MergeableKind, OnProblem, RecordKind } from '../enums.js';
import { valueType } from '../members.js';
import { defineInput, type InputClass, type InputMember } from './define.js';

const REFERENCE = ' As an id or a key.';
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
              description: `${aboutMember(shape, edge.name)} The whole list is replaced.`,
              required: strict && edge.min > 0,
            },
          ];
    case 'through':
      if (edge.derived) return [];
      return [
        {
          name: edge.name,
          type: () => [GraphQLID],
          description: `${aboutMember(shape, edge.name)} The whole list is replaced. As ids or keys.`,
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
  description: 'The version you have read: the change is refused when it is no longer the current one.',
};

const WHY: InputMember = {
  name: 'reason',
  type: () => String,
  description: 'Why it is written, kept with the version that this makes (`history`, `changes`); readers will see it.',
};

const ownCitation = defineInput('OwnCitationInput', 'A citation given together with its claim.', [
  ...contentMembers('Citation', true).filter(({ name }) => name !== 'claim'),
  { ...WHY, description: `${WHY.description} As of its claim, where none is given.` },
]);
const ownCitations: InputMember = {
  name: 'citations',
  type: () => [ownCitation],
  description: 'Where the claim is carried: written in the same transaction.',
};
const extras = (record: RecordName): InputMember[] => (record === 'Claim' ? [ownCitations] : []);

/** `AddEntityInput` and so on: all that a new record needs. With the key of a record that is there, it changes that one. */
export const ADD_INPUTS = Object.fromEntries(
  RECORD_NAMES.map((record) => [
    record,
    defineInput(`Add${record}Input`, `A new ${record}, or the one of the same key as it should be.`, [
      ...contentMembers(record, true),
      ...extras(record),
      EXPECTED_VERSION,
      WHY,
    ]),
  ]),
) as Record<RecordName, InputClass>;

const idMember: InputMember = { name: 'id', type: () => GraphQLID, description: 'The record meant, by its id.' };

/** `EntityChangeInput` and so on: what is given is changed, null clears, the rest stays. */
export const CHANGE_INPUTS = Object.fromEntries(
  RECORD_NAMES.map((record) => [
    record,
    defineInput(`${record}ChangeInput`, `Changes of a ${record}: what is given is set, null clears it, all else stays.`, [
      idMember,
      ...contentMembers(record, false),
      ...extras(record),
      EXPECTED_VERSION,
      WHY,
    ]),
  ]),
) as Record<RecordName, InputClass>;

const statusMembers = (reason: boolean): InputMember[] => [
  { name: 'kind', type: () => RecordKind, description: 'The kind of record.', required: true },
  { name: 'reference', type: () => GraphQLID, description: 'The record, as an id or a key.', required: true },
  {
    name: 'reason',
    type: () => String,
    description: reason ? 'Why; readers will see it.' : 'Why, if that should be remembered.',
    required: reason,
  },
  EXPECTED_VERSION,
];
export const RetractInput = defineInput('RetractInput', 'Which record is retracted, and why.', statusMembers(true));
export const RestoreInput = defineInput('RestoreInput', 'Which record is restored.', statusMembers(false));

const referenceMember = (name: string, description: string): InputMember => ({ name, type: () => GraphQLID, description, required: true });
const reasonMember: InputMember = { name: 'reason', type: () => String, description: 'Why; readers will see it.', required: true };

const MergeInput = defineInput('MergeInput', 'Which record is a duplicate of which, and why.', [
  { name: 'kind', type: () => MergeableKind, description: 'The kind of record.', required: true },
  referenceMember('reference', 'The duplicate, as an id or a key.'),
  referenceMember('into', 'The record that it is read through from now on, as an id or a key.'),
  reasonMember,
  EXPECTED_VERSION,
]);
export const UnmergeInput = defineInput('UnmergeInput', 'Which record is no duplicate after all.', [
  { name: 'kind', type: () => MergeableKind, description: 'The kind of record.', required: true },
  ...statusMembers(false).filter(({ name }) => name !== 'kind'),
]);
export const MergeManyInput = defineInput('MergeManyInput', 'Records that are duplicates of one, and why.', [
  { name: 'duplicates', type: () => [GraphQLID], description: 'The duplicates, as ids or keys.', required: true },
  referenceMember('into', 'The record that they are read through from now on, as an id or a key.'),
  reasonMember,
]);
const movedMember = (name: string, which: string): InputMember => ({
  name,
  type: () => [GraphQLID],
  description: `The ${which} that are the new one's from now on, as ids or keys.`,
});
export const SplitEntityInput = defineInput('SplitEntityInput', 'An entity that turned out to be two: what is the other one.', [
  referenceMember('entity', 'The entity, as an id or a key.'),
  { name: 'into', type: () => ADD_INPUTS.Entity, description: 'The new entity.', required: true },
  movedMember('claims', 'claims it takes part in'),
  movedMember('citations', 'citations of its word'),
  movedMember('sources', 'sources it published or contributed to'),
  reasonMember,
]);

const ChangeItemInput = defineInput('ChangeItemInput', 'One item of a changeset: exactly one of these.', [
  ...RECORD_NAMES.map((record): InputMember => ({
    name: itemName(record),
    type: () => CHANGE_INPUTS[record],
    description: `A ${record} to add or change.`,
  })),
  { name: 'retract', type: () => RetractInput, description: 'A record to retract.' },
  { name: 'restore', type: () => RestoreInput, description: 'A record to restore.' },
  { name: 'merge', type: () => MergeInput, description: 'A duplicate, to be read through another record.' },
  { name: 'unmerge', type: () => UnmergeInput, description: 'A merge to take back.' },
  { name: 'split', type: () => SplitEntityInput, description: 'An entity that is two.' },
]);

export const ChangesetInput = defineInput('ChangesetInput', 'Many changes, written in one transaction.', [
  {
    name: 'key',
    type: () => String,
    description:
      'Makes the changeset repeatable: the same key with the same items a second time writes nothing and gives the first answer. Each author has keys of their own.',
  },
  {
    name: 'onProblem',
    type: () => OnProblem,
    description: 'What becomes of the sound items when another one is refused.',
    defaultValue: 'REFUSE_ALL',
  },
  { name: 'items', type: () => [ChangeItemInput], description: 'The changes. An item may refer to another by its key.', required: true },
]);
