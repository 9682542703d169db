/** The model's closed lists as GraphQL enums, with what each value means. */
import { registerEnumType } from 'type-graphql';
import type { FieldDefinition } from '../model/definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../model/graph.js';
import { PERMISSIONS, ROLES, type Permission, type Role } from '../model/roles.js';
import { SEARCHED, SEARCHED_RECORDS } from '../model/searched.js';
import type { ShapeName } from '../model/definition.js';

type EnumObject = Record<string, string>;

const ABOUT: Record<string, { readonly about: string; readonly values: Record<string, string> }> = {
  EntityKind: {
    about: 'What sort of thing an entity is.',
    values: {
      PERSON: 'A human being.',
      ORGANIZATION: 'A company, body, party or outlet.',
      PLACE: 'Somewhere.',
      EVENT: 'Something that happened.',
      WORK: 'Something written or made.',
      PRODUCT: 'A product or service.',
      CONCEPT: 'An idea, rule or topic.',
    },
  },
  Visibility: {
    about: 'Who may see a record.',
    values: {
      PUBLIC: 'Everybody who may read.',
      DRAFT: 'Who may write: it is not done yet.',
      RESTRICTED: 'Who may write: it is to be protected.',
    },
  },
  SourceKind: {
    about: 'What sort of source it is.',
    values: {
      ARTICLE: 'An article.',
      POST: 'A post in a network.',
      LETTER: 'A letter or message.',
      STATEMENT: 'A statement to the public or the press.',
      INTERVIEW: 'An interview.',
      VIDEO: 'A film or broadcast.',
      DATASET: 'Data.',
      DOCUMENT: 'Any other document.',
      REVIEW: 'A fact-check or review.',
    },
  },
  DerivationKind: {
    about: 'How one source comes from another.',
    values: {
      SYNDICATES: 'Prints it as it is.',
      TRANSLATES: 'Gives it in another language.',
      REPORTS: 'Tells what it says.',
      QUOTES: 'Quotes it.',
    },
  },
  Stance: {
    about: 'What a source does with a claim it carries.',
    values: { SUPPORTS: 'Says it is so.', REFUTES: 'Says it is not so.', QUESTIONS: 'Doubts it.', MENTIONS: 'Only tells that it is said.' },
  },
  ClaimLinkKind: {
    about: 'What one claim does to another.',
    values: {
      SUPPORTS: 'Makes it more likely.',
      CONTRADICTS: 'Cannot be true together with it.',
      REFINES: 'Says the same more precisely.',
      SUPERSEDES: 'Takes its place.',
      SAME_AS: 'Says the same.',
    },
  },
  ValueKind: {
    about: 'What sort of literal it is.',
    values: {
      TEXT: 'A text.',
      QUANTITY: 'A number with or without a unit.',
      DATE: 'A date.',
      UNKNOWN: 'Some value that is not known.',
      NONE: 'No value.',
    },
  },
  ParticipantRole: {
    about: 'How an entity takes part in a claim.',
    values: {
      SUBJECT: 'The claim is about it.',
      OBJECT: 'The predicate leads to it.',
      MENTION: 'The claim mentions it.',
      QUALIFIER: 'It stands in a qualifier.',
    },
  },
  MentionRole: {
    about: 'In what role a claim mentions an entity.',
    values: {
      ABOUT: 'It is what the claim turns on.',
      AGENT: 'It acts.',
      AUDIENCE: 'It is addressed.',
      INSTRUMENT: 'By it something is done.',
      LOCATION: 'There it happens.',
      TIME: 'Then it happens.',
      OTHER: 'Any other role.',
    },
  },
  ContributorRole: {
    about: 'What somebody did for a source.',
    values: {
      AUTHOR: 'Wrote it.',
      PHOTOGRAPHER: 'Took its picture.',
      EDITOR: 'Edited it.',
      TRANSLATOR: 'Translated it.',
      SENDER: 'Sent it.',
      RECIPIENT: 'It was sent to them.',
      RIGHTS_HOLDER: 'Holds rights in it.',
      OTHER: 'Anything else.',
    },
  },
  Verdict: {
    about: "Fact-checkers' verdicts brought to one scale.",
    values: {
      TRUE: 'So.',
      MOSTLY_TRUE: 'Largely so.',
      MIXED: 'Partly so.',
      MOSTLY_FALSE: 'Largely not so.',
      FALSE: 'Not so.',
      UNPROVEN: 'Not shown either way.',
      SATIRE: 'Not meant seriously.',
      OTHER: 'A verdict outside this scale.',
    },
  },
  PassageState: {
    about: 'What is known about a passage.',
    values: {
      VERIFIED: 'The quote stands at its position in the text.',
      UNVERIFIED: 'The text was never seen.',
      DRIFTED: 'The text changed, and the quote no longer stands where it stood.',
    },
  },
  PassageMatch: {
    about: 'How the quote that was given was found in the text. Its letters are those of the text, whatever was given.',
    values: {
      EXACT: 'To the letter.',
      CANONICAL: 'Canonically equal: composed and decomposed letters are the same.',
      FOLDED: 'As the eye reads it: apart from spaces, invisible characters, ligatures, quotation marks and dashes.',
    },
  },
  Operation: {
    about: 'What made a version.',
    values: {
      CREATED: 'The record was new.',
      CHANGED: 'It was changed.',
      RETRACTED: 'It was retracted.',
      RESTORED: 'Its retraction was taken back.',
      MERGED: 'It was found to be a duplicate, and is read through another.',
      UNMERGED: 'Its merge was taken back.',
    },
  },
};

const enums = new Map<string, EnumObject>();

function register(name: string, values: readonly string[]): EnumObject {
  const known = enums.get(name);
  if (known) return known;
  const about = ABOUT[name];
  if (!about) throw new Error(`the enum ${name} has no description`);
  const object = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(object, {
    name,
    description: about.about,
    valuesConfig: Object.fromEntries(values.map((value) => [value, { description: about.values[value] ?? missing(name, value) }])),
  });
  enums.set(name, object);
  return object;
}

function missing(name: string, value: string): never {
  throw new Error(`${name}.${value} has no description`);
}

/** The registered enum of an enum, enums or roles field. */
export function enumOf(field: FieldDefinition): EnumObject {
  return register(field.enumName!, field.values!);
}

function registerAll(shape: ShapeName, seen: Set<ShapeName>): void {
  if (seen.has(shape)) return;
  seen.add(shape);
  for (const field of fieldsOf(shape)) if (field.values) enumOf(field);
  for (const edge of edgesOf(shape)) if ('part' in edge) registerAll(edge.part, seen);
}
const seen = new Set<ShapeName>();
for (const record of RECORD_NAMES) registerAll(record, seen);

export const Direction = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way a list is sorted.',
  valuesConfig: { ASC: { description: 'Lowest first.' }, DESC: { description: 'Highest first.' } },
});

export const NullsPlacement = { FIRST: 'FIRST', LAST: 'LAST' } as const;
registerEnumType(NullsPlacement, {
  name: 'NullsPlacement',
  description: 'Where records without a value are put.',
  valuesConfig: { FIRST: { description: 'Before all others.' }, LAST: { description: 'After all others.' } },
});

export const Retracted = { EXCLUDE: 'EXCLUDE', INCLUDE: 'INCLUDE', ONLY: 'ONLY' } as const;
registerEnumType(Retracted, {
  name: 'Retracted',
  description: 'Whether retracted records are listed.',
  valuesConfig: {
    EXCLUDE: { description: 'Only records in force.' },
    INCLUDE: { description: 'All records.' },
    ONLY: { description: 'Only retracted records.' },
  },
});

export const DateMatch = { POSSIBLY: 'POSSIBLY', SURELY: 'SURELY' } as const;
registerEnumType(DateMatch, {
  name: 'DateMatch',
  description: 'How an imprecise date meets a range.',
  valuesConfig: {
    POSSIBLY: { description: 'Some of its span lies in the range.' },
    SURELY: { description: 'All of its span lies in the range, and it is neither uncertain nor approximate.' },
  },
});

export const RecordKind = Object.fromEntries(RECORD_NAMES.map((name) => [name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase(), name]));
registerEnumType(RecordKind, {
  name: 'RecordKind',
  description: 'The kinds of record.',
  valuesConfig: Object.fromEntries(Object.entries(RecordKind).map(([name, record]) => [name, { description: `A ${record}.` }])),
});

export const OnProblem = { REFUSE_ALL: 'REFUSE_ALL', SKIP_ITEM: 'SKIP_ITEM' } as const;
registerEnumType(OnProblem, {
  name: 'OnProblem',
  description: 'What becomes of the sound items of a changeset when another one is refused.',
  valuesConfig: {
    REFUSE_ALL: { description: 'Nothing is written.' },
    SKIP_ITEM: { description: 'They are written; the refused ones and what depends on them are not.' },
  },
});

export const Outcome = {
  CREATED: 'CREATED',
  CHANGED: 'CHANGED',
  UNCHANGED: 'UNCHANGED',
  RETRACTED: 'RETRACTED',
  RESTORED: 'RESTORED',
  MERGED: 'MERGED',
  UNMERGED: 'UNMERGED',
  REFUSED: 'REFUSED',
  NOT_APPLIED: 'NOT_APPLIED',
} as const;
registerEnumType(Outcome, {
  name: 'Outcome',
  description: 'What became of an item.',
  valuesConfig: {
    CREATED: { description: 'A new record was written.' },
    CHANGED: { description: 'A new version was written.' },
    UNCHANGED: { description: 'The record was already so; nothing was written.' },
    RETRACTED: { description: 'The record was retracted.' },
    RESTORED: { description: 'The retraction was taken back.' },
    MERGED: { description: 'The record is read through another now.' },
    UNMERGED: { description: 'The merge was taken back.' },
    REFUSED: { description: 'Something was wrong with it; nothing of it was written.' },
    NOT_APPLIED: { description: 'It was sound, but nothing of its changeset was written.' },
  },
});

export const MergeableKind = { ENTITY: 'Entity', SOURCE: 'Source' } as const;
registerEnumType(MergeableKind, {
  name: 'MergeableKind',
  description: 'The kinds of records that can be duplicates.',
  valuesConfig: { ENTITY: { description: 'Entities.' }, SOURCE: { description: 'Sources.' } },
});

export const DuplicateKind = { ...MergeableKind, CLAIM: 'Claim' } as const;
registerEnumType(DuplicateKind, {
  name: 'DuplicateKind',
  description: 'The kinds of records among which duplicates are looked for.',
  valuesConfig: {
    ENTITY: { description: 'Entities: mergeEntities says that two are one.' },
    SOURCE: { description: 'Sources: mergeSources says that two are one.' },
    CLAIM: { description: 'Claims: a link SAME_AS says that two say the same.' },
  },
});

export const SearchedKind = Object.fromEntries(SEARCHED_RECORDS.map((record) => [record.toUpperCase(), record]));
registerEnumType(SearchedKind, {
  name: 'SearchedKind',
  description: 'The kinds of records that the search finds.',
  valuesConfig: Object.fromEntries(
    SEARCHED_RECORDS.map((record) => [
      record.toUpperCase(),
      { description: `${record} records, by their ${SEARCHED[record].join(' and ')}.` },
    ]),
  ),
});

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name.toUpperCase(), name])) as Record<string, Name>;

export const CallerRole = named(ROLES);
const ABOUT_ROLES: Readonly<Record<Role, string>> = {
  reader: 'Reads what is public.',
  contributor: 'Adds and corrects records, and sees drafts.',
  editor: 'Retracts, merges and splits as well.',
  admin: 'May do everything.',
};
registerEnumType(CallerRole, {
  name: 'Role',
  description: 'What a caller may do; each role may do what those before it may.',
  valuesConfig: Object.fromEntries(ROLES.map((role) => [role.toUpperCase(), { description: ABOUT_ROLES[role] }])),
});

export const CallerPermission = named(PERMISSIONS);
const ABOUT_PERMISSIONS: Readonly<Record<Permission, string>> = {
  READ: 'Read, search, export and follow what is public.',
  READ_DRAFTS: 'See drafts and restricted records.',
  READ_AUTHORS: 'See the names of those who wrote, instead of pseudonyms.',
  WRITE: 'Add and correct records, and import.',
  JUDGE: 'Retract, restore, merge, unmerge and split, and say who sees the records of others.',
  OPERATE: 'Read the metrics of the server.',
};
registerEnumType(CallerPermission, {
  name: 'Permission',
  description: 'One thing that a caller may do.',
  valuesConfig: Object.fromEntries(PERMISSIONS.map((each) => [each, { description: ABOUT_PERMISSIONS[each] }])),
});
