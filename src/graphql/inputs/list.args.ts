/** The arguments of every list of records: page, filter, order, retracted ones. */
import { Float, ID, Int, registerEnumType } from 'type-graphql';
import type { RecordName } from '../../model/definition.js';
import { aboutMember } from '../../model/descriptions.js';
import { itemName } from '../../model/changeset/input.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import { fieldOf, fieldsOf, RECORD_NAMES } from '../../model/graph.js';
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
    description: `What ${record} records can be sorted by.`,
    valuesConfig: Object.fromEntries(fields.map((field) => [constant(field.name), { description: aboutMember(record, field.name) }])),
  });
  return defineInput(`${record}Order`, `One key of an order of ${record} records.`, [
    {
      name: 'field',
      type: () => values,
      description: 'What to sort by; texts without accents, case and apostrophes, dates by their earliest moment.',
      required: true,
    },
    { name: 'direction', type: () => Direction, description: 'Which way.', defaultValue: 'ASC' },
    { name: 'nulls', type: () => NullsPlacement, description: 'Where records without a value are put.', defaultValue: 'LAST' },
  ]);
}

const VALID_AT: InputMember = {
  name: 'validAt',
  type: () => EdtfDate,
  description: 'Only claims that may hold at this date by their validFrom and validUntil; an end that is not given is open.',
};

function members(record: RecordName): InputMember[] {
  const order = orderOf(record);
  return [
    { name: 'first', type: () => Int, description: 'How many, from the beginning or after the cursor.' },
    { name: 'after', type: () => String, description: 'Only what comes after this cursor.' },
    { name: 'last', type: () => Int, description: 'How many, from the end or before the cursor.' },
    { name: 'before', type: () => String, description: 'Only what comes before this cursor.' },
    { name: 'where', type: () => whereOf(record), description: 'Only these.' },
    { name: 'orderBy', type: () => [order], description: 'In this order; ties are broken by id.' },
    { name: 'retracted', type: () => Retracted, description: 'Whether retracted records are listed.', defaultValue: 'EXCLUDE' },
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
    description: 'Only claims in which it takes part in one of these ways.',
  },
]);
const KINDS: InputMember = {
  name: 'kinds',
  type: () => [enumOf(fieldOf('Entity', 'kind'))],
  description: 'Only over entities of these kinds.',
};
export const NeighboursArguments = defineArguments('NeighboursArguments', [
  { name: 'depth', type: () => Int, description: 'Hops at most, 1 to 3.', defaultValue: 1 },
  { name: 'first', type: () => Int, description: 'At most this many.', defaultValue: 20 },
  { name: 'orderBy', type: () => NeighbourOrder, description: 'Which come first.', defaultValue: 'NEAREST' },
  { name: 'where', type: () => whereOf('Claim'), description: 'Only through these claims.' },
  KINDS,
  VALID_AT,
  AS_OF,
]);
export const PathsArguments = defineArguments('PathsArguments', [
  { name: 'from', type: () => ID, description: 'One entity, by its id or its key.', required: true },
  { name: 'to', type: () => ID, description: 'The other.', required: true },
  { name: 'maxLength', type: () => Int, description: 'Hops at most, 1 to 6.', defaultValue: 4 },
  { name: 'limit', type: () => Int, description: 'Paths at most, 1 to 20.', defaultValue: 3 },
  { name: 'where', type: () => whereOf('Claim'), description: 'Only through these claims.' },
  KINDS,
  VALID_AT,
  AS_OF,
]);
export const ContradictionsArguments = defineArguments('ContradictionsArguments', [
  { name: 'where', type: () => whereOf('Claim'), description: 'Of these claims, on either side.' },
  { name: 'kinds', type: () => [ContradictionKind], description: 'Only of these kinds.' },
  { name: 'certainty', type: () => Certainty, description: 'Only as sure as this.' },
  { name: 'first', type: () => Int, description: 'At most this many.', defaultValue: 20 },
  VALID_AT,
  AS_OF,
]);
export const DuplicatesArguments = defineArguments('DuplicatesArguments', [
  { name: 'kind', type: () => DuplicateKind, description: 'The kind of record.', required: true },
  { name: 'of', type: () => ID, description: 'Of this one record, by its id or key; of all, where it is not given.' },
  { name: 'minimumScore', type: () => Float, description: 'Only as likely as this, from 0 to 1.', defaultValue: 0.6 },
  {
    name: 'first',
    type: () => Int,
    description: 'At most this many; the search of all ends when they are found.',
    defaultValue: 20,
  },
  { name: 'after', type: () => String, description: 'Where an earlier search of all ended: its endCursor.' },
]);
const SearchWhere = defineInput(
  'SearchWhere',
  'Which records of each kind are meant.',
  SEARCHED_RECORDS.map((record) => ({
    name: itemName(record),
    type: () => whereOf(record),
    description: `Of ${record} records only these.`,
  })),
);
export const SearchArguments = defineArguments('SearchArguments', [
  { name: 'text', type: () => String, description: 'What is looked for. All of it is words: no character has a meaning.', required: true },
  { name: 'kinds', type: () => [SearchedKind], description: 'Only records of these kinds; of all, where it is not given.' },
  { name: 'where', type: () => SearchWhere, description: 'Only these.' },
  { name: 'first', type: () => Int, description: 'At most this many.', defaultValue: 10 },
  {
    name: 'finished',
    type: () => Boolean,
    description: 'Whether the last word is whole; otherwise it may be the beginning of one, as while it is typed.',
    defaultValue: false,
  },
  {
    name: 'descriptionsAndTexts',
    type: () => Boolean,
    description:
      'Whether the descriptions of entities and the kept texts of sources are searched as well, where names, titles, claims and quotes give fewer than `first`. `false` leaves both out.',
    defaultValue: true,
  },
]);
const MINIMUM_SCORE: InputMember = {
  name: 'minimumScore',
  type: () => Float,
  description: 'Only as likely as this, from 0 to 1.',
  defaultValue: 0.1,
};
export const MatchingArguments = defineArguments('MatchingArguments', [
  { name: 'text', type: () => String, description: 'What is asked about; or claim. All of it is words: no character has a meaning.' },
  { name: 'claim', type: () => ID, description: 'A claim that is asked about, by its id or its key; it is not its own match.' },
  {
    name: 'languages',
    type: () => [LanguageTag],
    description: 'Only texts in these languages are looked at; fr takes fr-CA in (RFC 4647, basic filtering).',
  },
  { name: 'where', type: () => whereOf('Claim'), description: 'Only these claims.' },
  { name: 'first', type: () => Int, description: 'At most this many.', defaultValue: 10 },
  MINIMUM_SCORE,
]);
export const SimilarArguments = defineArguments('SimilarArguments', [
  { name: 'first', type: () => Int, description: 'At most this many.', defaultValue: 3 },
  { ...MINIMUM_SCORE, description: 'Only as likely the same claim as this, from 0 to 1.', defaultValue: 0.5 },
]);
export const ImportArguments = defineArguments('ImportArguments', [
  { name: 'format', type: () => ImportFormatName, description: 'What it is.', required: true },
  { name: 'text', type: () => String, description: 'The whole of it.', required: true },
  {
    name: 'match',
    type: () => ImportMatchingName,
    description: 'Whether new claims that were said before are told, or proposed as links.',
  },
  {
    name: 'matchScore',
    type: () => Float,
    description: 'How likely they must be the same claim, from 0 to 1.',
    defaultValue: 0.9,
  },
  { name: 'mapping', type: () => String, description: 'Of a table: the mapping, in YAML, that says what its columns are.' },
]);
export const ExportsArguments = defineArguments('ExportsArguments', [
  { name: 'where', type: () => whereOf('Claim'), description: 'Only these claims, and what they stand on.' },
]);
export const TimelineArguments = defineArguments('TimelineArguments', [
  { name: 'where', type: () => whereOf('Claim'), description: 'Only these claims.' },
  { name: 'by', type: () => TimelineAxis, description: 'By which time.', defaultValue: 'SAID' },
  { name: 'bucket', type: () => TimelineStep, description: 'How long a bucket is.', defaultValue: 'MONTH' },
  { name: 'imprecise', type: () => ImpreciseDates, description: 'What becomes of vague dates.', defaultValue: 'SPREAD' },
  { name: 'from', type: () => EdtfDate, description: 'Where it begins; with the first date, where this is not given.' },
  { name: 'until', type: () => EdtfDate, description: 'Where it ends, inclusive; with the last date, where this is not given.' },
  VALID_AT,
  AS_OF,
]);
const countMembers = (record: 'Claim' | 'Citation'): InputMember[] => [
  { name: 'by', type: () => CountedBy, description: 'By what.', required: true },
  { name: 'where', type: () => whereOf(record), description: 'Only these.' },
  { name: 'first', type: () => Int, description: 'At most this many values, the most frequent ones.', defaultValue: 20 },
  ...(record === 'Claim' ? [VALID_AT] : []),
  AS_OF,
];
export const ClaimCountsArguments = defineArguments('ClaimCountsArguments', countMembers('Claim'));
export const CitationCountsArguments = defineArguments('CitationCountsArguments', countMembers('Citation'));
