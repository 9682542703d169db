/** The arguments of every list of records: page, filter, order, retracted ones. */
import { Float, ID, Int, registerEnumType } from 'type-graphql';
import type { RecordName } from '../../model/definition.js';
import { aboutMember } from '../../model/descriptions.js';
import { itemName } from '../../model/changeset/input.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import { fieldOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
import { pluralOf } from '../../model/nouns.js';
import { SEARCHED_RECORDS } from '../../model/searched.js';
import { Certainty, ContradictionKind, CountedBy, ImpreciseDates, NeighbourOrder, TimelineAxis, TimelineStep } from '../analysis/enums.js';
import { Direction, DuplicateKind, enumOf, NullsPlacement, Retracted, SearchedKind } from '../enums.js';
import { ImportFormatName, ImportMatchingName } from '../exchange/exchange.type.js';
import { EdtfDate, LanguageTag } from '../scalars.js';
import { AS_OF } from './as-of.args.js';
import { defineArguments, defineInput, type InputClass, type InputMember } from './define.js';
import { whereOf } from './where.input.js';

function orderOf(record: RecordName): InputClass {
  const fields = fieldsOf(record).filter((field) => field.order);
  const constant = (name: string) => name.replace(/[A-Z]/g, '_$&').toUpperCase();
  const values = Object.fromEntries(fields.map((field) => [constant(field.name), field.name]));
  registerEnumType(values, {
    name: `${record}OrderField`,
    description: `The fields by which ${pluralOf(record)} can be sorted.`,
    valuesConfig: Object.fromEntries(fields.map((field) => [constant(field.name), { description: aboutMember(record, field.name) }])),
  });
  return defineInput(`${record}Order`, `A sort key for ${pluralOf(record)}.`, [
    {
      name: 'field',
      type: () => values,
      description: 'The field to sort by. Texts are compared without accents, case and apostrophes, dates by their earliest moment.',
      required: true,
    },
    { name: 'direction', type: () => Direction, description: 'The sort direction.', defaultValue: 'ASC' },
    { name: 'nulls', type: () => NullsPlacement, description: 'Where to list records without a value.', defaultValue: 'LAST' },
  ]);
}

const VALID_AT: InputMember = {
  name: 'validAt',
  type: () => EdtfDate,
  description:
    'Only claims that may hold at this date according to `validFrom` and `validUntil`. If one of them is missing, the validity is open at that end.',
};

function members(record: RecordName): InputMember[] {
  const order = orderOf(record);
  return [
    {
      name: 'first',
      type: () => Int,
      description: 'The number of records, counted from the start of the list or from the `after` cursor.',
    },
    { name: 'after', type: () => String, description: 'Only records after this cursor.' },
    {
      name: 'last',
      type: () => Int,
      description: 'The number of records, counted back from the end of the list or from the `before` cursor.',
    },
    { name: 'before', type: () => String, description: 'Only records before this cursor.' },
    { name: 'where', type: () => whereOf(record), description: `Only ${pluralOf(record)} that meet these conditions.` },
    { name: 'orderBy', type: () => [order], description: 'The sort order. Ties are broken by id.' },
    { name: 'retracted', type: () => Retracted, description: 'Whether to list retracted records.', defaultValue: 'EXCLUDE' },
    AS_OF,
    ...(record === 'Claim' ? [VALID_AT] : []),
  ];
}

const MEMBERS = Object.fromEntries(RECORD_NAMES.map((record) => [record, members(record)])) as Record<RecordName, InputMember[]>;

/** Of a page of each kind of record. */
export const LIST_ARGUMENTS = Object.fromEntries(
  RECORD_NAMES.map((record) => [record, defineArguments(`${record}ListArguments`, MEMBERS[record])]),
) as Record<RecordName, InputClass>;

/** Duplicates are out of every other list, as retracted records are; here they are what is asked for. */
const ofMerged = (all: readonly InputMember[]): InputMember[] =>
  all.map((member) => (member.name === 'retracted' ? { ...member, defaultValue: 'INCLUDE' } : member));

export const MERGED_ARGUMENTS: Partial<Record<RecordName, InputClass>> = Object.fromEntries(
  MERGEABLE.map((record) => [record, defineArguments(`${record}MergedArguments`, ofMerged(MEMBERS[record]))]),
);
export const EntityClaimsArguments = defineArguments('EntityClaimsArguments', [
  ...MEMBERS.Claim,
  {
    name: 'roles',
    type: () => [enumOf(fieldOf('Participant', 'roles'))],
    description: 'Only claims in which the entity has one of these roles.',
  },
]);
const KINDS: InputMember = {
  name: 'kinds',
  type: () => [enumOf(fieldOf('Entity', 'kind'))],
  description: 'Only through entities of these kinds.',
};
export const NeighboursArguments = defineArguments('NeighboursArguments', [
  { name: 'depth', type: () => Int, description: 'The maximum number of hops, 1 to 3.', defaultValue: 1 },
  { name: 'first', type: () => Int, description: 'The maximum number of results.', defaultValue: 20 },
  { name: 'orderBy', type: () => NeighbourOrder, description: 'The order of the neighbours.', defaultValue: 'NEAREST' },
  { name: 'where', type: () => whereOf('Claim'), description: 'Only through claims that meet these conditions.' },
  KINDS,
  VALID_AT,
  AS_OF,
]);
export const PathsArguments = defineArguments('PathsArguments', [
  { name: 'from', type: () => ID, description: 'The id or key of the entity at the start.', required: true },
  { name: 'to', type: () => ID, description: 'The id or key of the entity at the end.', required: true },
  { name: 'maxLength', type: () => Int, description: 'The maximum number of hops, 1 to 6.', defaultValue: 4 },
  { name: 'limit', type: () => Int, description: 'The maximum number of paths, 1 to 20.', defaultValue: 3 },
  { name: 'where', type: () => whereOf('Claim'), description: 'Only through claims that meet these conditions.' },
  KINDS,
  VALID_AT,
  AS_OF,
]);
export const ContradictionsArguments = defineArguments('ContradictionsArguments', [
  {
    name: 'where',
    type: () => whereOf('Claim'),
    description: 'Only contradictions with a claim on either side that meets these conditions.',
  },
  { name: 'kinds', type: () => [ContradictionKind], description: 'Only contradictions of these kinds.' },
  { name: 'certainty', type: () => Certainty, description: 'Only contradictions of this certainty.' },
  { name: 'first', type: () => Int, description: 'The maximum number of results.', defaultValue: 20 },
  VALID_AT,
  AS_OF,
]);
export const DuplicatesArguments = defineArguments('DuplicatesArguments', [
  { name: 'kind', type: () => DuplicateKind, description: 'The kind of record.', required: true },
  { name: 'of', type: () => ID, description: 'Only duplicates of this record, by its id or key. By default, all records are searched.' },
  { name: 'minimumScore', type: () => Float, description: 'Only pairs with at least this score, from 0 to 1.', defaultValue: 0.6 },
  {
    name: 'first',
    type: () => Int,
    description: 'The maximum number of pairs. A search of all records ends when they are found.',
    defaultValue: 20,
  },
  { name: 'after', type: () => String, description: 'The endCursor of an earlier search of all records, to continue it.' },
]);
const SearchWhere = defineInput(
  'SearchWhere',
  'Conditions per kind of record.',
  SEARCHED_RECORDS.map((record) => ({
    name: itemName(record),
    type: () => whereOf(record),
    description: `Only ${pluralOf(record)} that meet these conditions.`,
  })),
);
export const SearchArguments = defineArguments('SearchArguments', [
  {
    name: 'text',
    type: () => String,
    description: 'The text to search for. All of it is words: no character has a special meaning.',
    required: true,
  },
  { name: 'kinds', type: () => [SearchedKind], description: 'Only records of these kinds. By default, all kinds.' },
  { name: 'where', type: () => SearchWhere, description: 'Only records that meet these conditions.' },
  { name: 'first', type: () => Int, description: 'The maximum number of hits.', defaultValue: 10 },
  {
    name: 'finished',
    type: () => Boolean,
    description: 'Whether the last word is complete. Otherwise it may be the beginning of a word that is being typed.',
    defaultValue: false,
  },
  {
    name: 'descriptionsAndTexts',
    type: () => Boolean,
    description:
      'Whether to search the descriptions of entities and the kept texts of sources, too, if names, titles, claims and quotes give fewer hits than `first`.',
    defaultValue: true,
  },
]);
const MINIMUM_SCORE: InputMember = {
  name: 'minimumScore',
  type: () => Float,
  description: 'Only matches with at least this score, from 0 to 1.',
  defaultValue: 0.1,
};
export const MatchingArguments = defineArguments('MatchingArguments', [
  {
    name: 'text',
    type: () => String,
    description: 'The text to match. Give either text or claim. All of it is words: no character has a special meaning.',
  },
  { name: 'claim', type: () => ID, description: 'The id or key of the claim to match. It does not match itself.' },
  {
    name: 'languages',
    type: () => [LanguageTag],
    description: 'Only texts in these languages. fr includes fr-CA (RFC 4647, basic filtering).',
  },
  { name: 'where', type: () => whereOf('Claim'), description: 'Only claims that meet these conditions.' },
  { name: 'first', type: () => Int, description: 'The maximum number of results.', defaultValue: 10 },
  MINIMUM_SCORE,
]);
export const SimilarArguments = defineArguments('SimilarArguments', [
  { name: 'first', type: () => Int, description: 'The maximum number of results.', defaultValue: 3 },
  { ...MINIMUM_SCORE, description: 'Only matches with at least this score, from 0 to 1.', defaultValue: 0.5 },
]);
export const ImportArguments = defineArguments('ImportArguments', [
  { name: 'format', type: () => ImportFormatName, description: 'The format of the text.', required: true },
  { name: 'text', type: () => String, description: 'The full text.', required: true },
  {
    name: 'match',
    type: () => ImportMatchingName,
    description: 'What to do with new claims that match existing ones. By default, claims are not matched.',
  },
  {
    name: 'matchScore',
    type: () => Float,
    description: 'Only matches with at least this score, from 0 to 1.',
    defaultValue: 0.9,
  },
  { name: 'mapping', type: () => String, description: 'For tables: the YAML mapping that describes the columns.' },
]);
export const ExportsArguments = defineArguments('ExportsArguments', [
  { name: 'where', type: () => whereOf('Claim'), description: 'Only claims that meet these conditions, and the records they rest on.' },
]);
export const TimelineArguments = defineArguments('TimelineArguments', [
  { name: 'where', type: () => whereOf('Claim'), description: 'Only claims that meet these conditions.' },
  { name: 'by', type: () => TimelineAxis, description: 'The time by which claims are placed.', defaultValue: 'SAID' },
  { name: 'bucket', type: () => TimelineStep, description: 'The length of a bucket.', defaultValue: 'MONTH' },
  { name: 'imprecise', type: () => ImpreciseDates, description: 'How to count imprecise dates.', defaultValue: 'SPREAD' },
  { name: 'from', type: () => EdtfDate, description: 'The start of the timeline. Defaults to the first date.' },
  { name: 'until', type: () => EdtfDate, description: 'The end of the timeline, inclusive. Defaults to the last date.' },
  VALID_AT,
  AS_OF,
]);
const countMembers = (record: 'Claim' | 'Citation'): InputMember[] => [
  { name: 'by', type: () => CountedBy, description: 'The property to count by.', required: true },
  { name: 'where', type: () => whereOf(record), description: `Only ${pluralOf(record)} that meet these conditions.` },
  { name: 'first', type: () => Int, description: 'The maximum number of values. The most frequent are returned.', defaultValue: 20 },
  ...(record === 'Claim' ? [VALID_AT] : []),
  AS_OF,
];
export const ClaimCountsArguments = defineArguments('ClaimCountsArguments', countMembers('Claim'));
export const CitationCountsArguments = defineArguments('CitationCountsArguments', countMembers('Citation'));
