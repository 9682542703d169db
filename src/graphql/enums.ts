/** The model's closed lists as GraphQL enums, with what each value means. */
import { registerEnumType } from 'type-graphql';
import type { FieldDefinition } from '../model/definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES } from '../model/graph.js';
import { PERMISSIONS, ROLES, type Permission, type Role } from '../model/roles.js';
import { SEARCHED, SEARCHED_RECORDS } from '../model/searched.js';
import type { ShapeName } from '../model/definition.js';
import { capitalized, pluralOf, withArticle } from '../model/nouns.js';

type EnumObject = Record<string, string>;

const ABOUT: Record<string, { readonly about: string; readonly values: Record<string, string> }> = {
  EntityKind: {
    about: 'The kind of entity.',
    values: {
      PERSON: 'A human being.',
      ORGANIZATION: 'A company, body, party or outlet.',
      PLACE: 'A place.',
      EVENT: 'An event.',
      WORK: 'A written or otherwise created work.',
      PRODUCT: 'A product or service.',
      CONCEPT: 'An idea, rule or topic.',
    },
  },
  Visibility: {
    about: 'Who may see a record.',
    values: {
      PUBLIC: 'Visible to everybody who may read.',
      DRAFT: 'Visible to contributors and above. The record is not finished.',
      RESTRICTED: 'Visible to contributors and above. The record is to be protected.',
    },
  },
  SourceKind: {
    about: 'The kind of source.',
    values: {
      ARTICLE: 'An article.',
      POST: 'A post in a social network.',
      LETTER: 'A letter or message.',
      STATEMENT: 'A statement to the public or the press.',
      INTERVIEW: 'An interview.',
      VIDEO: 'A film or broadcast.',
      DATASET: 'A dataset.',
      DOCUMENT: 'Any other document.',
      REVIEW: 'A fact-check or review.',
    },
  },
  DerivationKind: {
    about: 'How one source is derived from another.',
    values: {
      SYNDICATES: 'The source prints the other one unchanged.',
      TRANSLATES: 'The source translates the other one.',
      REPORTS: 'The source reports what the other one says.',
      QUOTES: 'The source quotes the other one.',
    },
  },
  Stance: {
    about: 'The position that a source takes on a claim it carries.',
    values: {
      SUPPORTS: 'The source says that the claim is true.',
      REFUTES: 'The source says that the claim is false.',
      QUESTIONS: 'The source doubts the claim.',
      MENTIONS: 'The source only reports that the claim is made.',
    },
  },
  ClaimLinkKind: {
    about: 'The relation of one claim to another.',
    values: {
      SUPPORTS: 'The claim makes the other one more likely.',
      CONTRADICTS: 'The claim and the other one cannot both be true.',
      REFINES: 'The claim says the same as the other one, more precisely.',
      SUPERSEDES: 'The claim replaces the other one.',
      SAME_AS: 'The claim says the same as the other one.',
    },
  },
  ValueKind: {
    about: 'The kind of literal.',
    values: {
      TEXT: 'A text.',
      QUANTITY: 'A number with or without a unit.',
      DATE: 'A date.',
      UNKNOWN: 'An unknown value: there is one, but nobody knows which.',
      NONE: 'No value.',
    },
  },
  ParticipantRole: {
    about: 'How an entity takes part in a claim.',
    values: {
      SUBJECT: 'The entity is the subject of the claim.',
      OBJECT: 'The entity is the object of the claim.',
      MENTION: 'The claim mentions the entity.',
      QUALIFIER: 'The entity appears in a qualifier of the claim.',
    },
  },
  MentionRole: {
    about: 'The role in which a claim mentions an entity.',
    values: {
      ABOUT: 'The topic of the claim.',
      AGENT: 'The entity that acts.',
      AUDIENCE: 'The entity that is addressed.',
      INSTRUMENT: 'The means by which something is done.',
      LOCATION: 'The place where it happens.',
      TIME: 'The time at which it happens.',
      OTHER: 'Any other role.',
    },
  },
  ContributorRole: {
    about: 'The role of a contributor to a source.',
    values: {
      AUTHOR: 'Wrote the source.',
      PHOTOGRAPHER: 'Took a picture for the source.',
      EDITOR: 'Edited the source.',
      TRANSLATOR: 'Translated the source.',
      SENDER: 'Sent the source, such as a letter.',
      RECIPIENT: 'Received the source, such as a letter.',
      RIGHTS_HOLDER: 'Holds rights in the source.',
      OTHER: 'Any other role.',
    },
  },
  Verdict: {
    about: 'A common scale for the verdicts of fact-checkers.',
    values: {
      TRUE: 'The claim is true.',
      MOSTLY_TRUE: 'The claim is mostly true.',
      MIXED: 'The claim is partly true and partly false.',
      MOSTLY_FALSE: 'The claim is mostly false.',
      FALSE: 'The claim is false.',
      UNPROVEN: 'The claim is neither proven nor disproven.',
      SATIRE: 'The claim is satire.',
      OTHER: 'A verdict outside this scale.',
    },
  },
  PassageState: {
    about: 'Whether a passage was verified against the text of its source.',
    values: {
      VERIFIED: 'The quote is at its position in the text.',
      UNVERIFIED: 'The graph has never held the text.',
      DRIFTED: 'The text changed, and the quote is no longer where it was.',
    },
  },
  PassageMatch: {
    about: 'How the given quote matches the text. The stored quote is spelled as in the text, whatever was given.',
    values: {
      EXACT: 'The quote and the text are identical.',
      CANONICAL: 'The quote and the text are canonically equal: composed and decomposed letters match.',
      FOLDED:
        'The quote and the text look the same. They may differ in spaces, invisible characters, ligatures, quotation marks and dashes.',
    },
  },
  Operation: {
    about: 'The operation that made a version.',
    values: {
      CREATED: 'The record was created.',
      CHANGED: 'The record was changed.',
      RETRACTED: 'The record was retracted.',
      RESTORED: 'The retraction of the record was undone.',
      MERGED: 'The record was merged as a duplicate and is read through another.',
      UNMERGED: 'The merge of the record was undone.',
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
  description: 'The sort direction.',
  valuesConfig: { ASC: { description: 'Ascending, lowest value first.' }, DESC: { description: 'Descending, highest value first.' } },
});

export const NullsPlacement = { FIRST: 'FIRST', LAST: 'LAST' } as const;
registerEnumType(NullsPlacement, {
  name: 'NullsPlacement',
  description: 'Where to list records without a value.',
  valuesConfig: { FIRST: { description: 'Before all others.' }, LAST: { description: 'After all others.' } },
});

export const Retracted = { EXCLUDE: 'EXCLUDE', INCLUDE: 'INCLUDE', ONLY: 'ONLY' } as const;
registerEnumType(Retracted, {
  name: 'Retracted',
  description: 'Whether to list retracted records.',
  valuesConfig: {
    EXCLUDE: { description: 'Lists only records that are not retracted.' },
    INCLUDE: { description: 'Lists all records.' },
    ONLY: { description: 'Lists only retracted records.' },
  },
});

export const DateMatch = { POSSIBLY: 'POSSIBLY', SURELY: 'SURELY' } as const;
registerEnumType(DateMatch, {
  name: 'DateMatch',
  description: 'How an imprecise date is matched with a range.',
  valuesConfig: {
    POSSIBLY: { description: "Matches if any part of the date's span lies in the range." },
    SURELY: { description: 'Matches if the whole span of the date lies in the range and the date is neither uncertain nor approximate.' },
  },
});

export const RecordKind = Object.fromEntries(RECORD_NAMES.map((name) => [name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase(), name]));
registerEnumType(RecordKind, {
  name: 'RecordKind',
  description: 'The kinds of record.',
  valuesConfig: Object.fromEntries(
    Object.entries(RecordKind).map(([name, record]) => [name, { description: `${capitalized(withArticle(record))}.` }]),
  ),
});

export const OnProblem = { REFUSE_ALL: 'REFUSE_ALL', SKIP_ITEM: 'SKIP_ITEM' } as const;
registerEnumType(OnProblem, {
  name: 'OnProblem',
  description: 'What happens to the valid items of a changeset if another item is refused.',
  valuesConfig: {
    REFUSE_ALL: { description: 'No item is written.' },
    SKIP_ITEM: { description: 'The valid items are written. Refused items and items that depend on them are not.' },
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
  description: 'The outcome of an item.',
  valuesConfig: {
    CREATED: { description: 'A new record was written.' },
    CHANGED: { description: 'A new version was written.' },
    UNCHANGED: { description: 'The record already had this content. Nothing was written.' },
    RETRACTED: { description: 'The record was retracted.' },
    RESTORED: { description: 'The retraction of the record was undone.' },
    MERGED: { description: 'The record was merged as a duplicate and is read through another.' },
    UNMERGED: { description: 'The merge of the record was undone.' },
    REFUSED: { description: 'The item is invalid. No part of it was written.' },
    NOT_APPLIED: { description: 'The item is valid, but its changeset was not written.' },
  },
});

export const MergeableKind = { ENTITY: 'Entity', SOURCE: 'Source' } as const;
registerEnumType(MergeableKind, {
  name: 'MergeableKind',
  description: 'The kinds of record that can be merged as duplicates.',
  valuesConfig: { ENTITY: { description: 'Entities.' }, SOURCE: { description: 'Sources.' } },
});

export const DuplicateKind = { ...MergeableKind, CLAIM: 'Claim' } as const;
registerEnumType(DuplicateKind, {
  name: 'DuplicateKind',
  description: 'The kinds of records among which duplicates can be found.',
  valuesConfig: {
    ENTITY: { description: 'Entities. mergeEntities merges two.' },
    SOURCE: { description: 'Sources. mergeSources merges two.' },
    CLAIM: { description: 'Claims: a link SAME_AS says that two say the same.' },
  },
});

export const SearchedKind = Object.fromEntries(SEARCHED_RECORDS.map((record) => [record.toUpperCase(), record]));
registerEnumType(SearchedKind, {
  name: 'SearchedKind',
  description: 'The kinds of record that `search` finds.',
  valuesConfig: Object.fromEntries(
    SEARCHED_RECORDS.map((record) => [
      record.toUpperCase(),
      { description: `${capitalized(pluralOf(record))}, by their ${SEARCHED[record].join(' and ')}.` },
    ]),
  ),
});

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name.toUpperCase(), name])) as Record<string, Name>;

export const CallerRole = named(ROLES);
const ABOUT_ROLES: Readonly<Record<Role, string>> = {
  reader: 'Reads public records.',
  contributor: 'Adds and corrects records, and sees drafts and restricted records.',
  editor: 'Can also retract, merge and split records.',
  admin: 'Can do everything.',
};
registerEnumType(CallerRole, {
  name: 'Role',
  description: 'The role of a caller. From reader over contributor and editor to admin, each role can do all that the lower ones can.',
  valuesConfig: Object.fromEntries(ROLES.map((role) => [role.toUpperCase(), { description: ABOUT_ROLES[role] }])),
});

export const CallerPermission = named(PERMISSIONS);
const ABOUT_PERMISSIONS: Readonly<Record<Permission, string>> = {
  READ: 'Read, search, export and subscribe to public records.',
  READ_DRAFTS: 'See drafts and restricted records.',
  READ_AUTHORS: 'See the names of authors instead of pseudonyms.',
  WRITE: 'Add and correct records, and import.',
  JUDGE: 'Retract, restore, merge, unmerge and split records, and set the visibility of records of others.',
  OPERATE: "Read the server's metrics.",
};
registerEnumType(CallerPermission, {
  name: 'Permission',
  description: 'A permission of a caller.',
  valuesConfig: Object.fromEntries(PERMISSIONS.map((each) => [each, { description: ABOUT_PERMISSIONS[each] }])),
});
