/** What follows from a record's document alone: its order, its derived fields, what is wrong in it. */
import type { RecordName, ShapeName } from '../definition.js';
import { edgesOf, fieldsOf, shapeOf } from '../graph.js';
import type { ErrorCode, Problem } from '../errors.js';
import { isReversed, spanOf } from '../values/dates.js';
import { codePointLength } from '../values/text.js';
import { addressOf, canonicalUrl } from '../values/urls.js';
import { PARTICIPANT_ROLES, type ParticipantRole } from '../vocabulary.js';
import type { RecordDocument } from './changeset.js';

export interface LabelDocument {
  readonly language: string;
  readonly text: string;
}
export interface PassageDocument {
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly end?: number;
  readonly state?: string;
  readonly match?: string;
  readonly digest?: string;
}

/** The same content always gives the same document: table order, nothing absent, no empty lists. */
export function normalDocument(shapeName: ShapeName, values: RecordDocument): RecordDocument {
  const document: Record<string, unknown> = {};
  for (const field of fieldsOf(shapeName)) {
    const value = values[field.name];
    const missing = value === undefined || value === null || value === field.usual || (Array.isArray(value) && value.length === 0);
    if (!missing) document[field.name] = value;
    else if (field.type === 'boolean' && field.required) document[field.name] = false;
  }
  for (const edge of edgesOf(shapeName)) {
    const value = values[edge.name];
    if (value === undefined || value === null) continue;
    if (edge.kind === 'reference') document[edge.name] = value;
    else if (edge.kind === 'embedded') document[edge.name] = normalDocument(edge.part, value as RecordDocument);
    else if (edge.kind === 'parts' && (value as unknown[]).length > 0) {
      document[edge.name] = (value as RecordDocument[]).map((part) => normalDocument(edge.part, part));
    }
  }
  return document;
}

/** Derived fields and parts that need nothing but the document. */
export function derivedOf(record: RecordName, document: RecordDocument): RecordDocument {
  if (record === 'Entity') return { defaultName: firstText(document['names']) };
  if (record === 'Claim') return { defaultText: firstText(document['texts']), participants: participantsOf(document) };
  if (record === 'Source') return sourceDerived(document);
  if (record === 'Citation') return citationDerived(document['passage'] as PassageDocument | undefined);
  return {};
}

function sourceDerived({ url, archivedCopies }: RecordDocument): RecordDocument {
  const copies = archivedCopies as readonly { readonly url: string }[] | undefined;
  return {
    ...(typeof url === 'string' ? { canonicalUrl: canonicalUrl(url) } : {}),
    ...(copies ? { archivedCopies: copies.map((copy) => ({ ...copy, canonicalUrl: addressOf(copy.url) })) } : {}),
  };
}

/** Until there was a choice, a quote was found to the letter or not at all. */
function citationDerived(passage: PassageDocument | undefined): RecordDocument {
  const isOlder = passage?.state === 'VERIFIED' && passage.exact !== undefined && passage.match === undefined;
  return isOlder ? { passage: { ...passage, match: 'EXACT' } } : {};
}

function firstText(labels: unknown): string | undefined {
  return (labels as LabelDocument[] | undefined)?.[0]?.text;
}

/** Roles as a number with one bit a role, in the vocabulary's order. */
export function rolesMask(roles: readonly string[]): number {
  return roles.reduce((mask, role) => mask | (1 << PARTICIPANT_ROLES.indexOf(role as ParticipantRole)), 0);
}

/** Each entity that takes part in a claim, once, with all of its roles. */
function participantsOf(claim: RecordDocument): { entity: string; roles: number }[] {
  const roles = new Map<string, number>();
  const add = (entity: unknown, role: ParticipantRole) => {
    if (typeof entity === 'string') roles.set(entity, (roles.get(entity) ?? 0) | rolesMask([role]));
  };
  add(claim['subject'], 'SUBJECT');
  add(claim['object'], 'OBJECT');
  for (const mention of (claim['mentions'] as RecordDocument[] | undefined) ?? []) add(mention['entity'], 'MENTION');
  for (const qualifier of (claim['qualifiers'] as RecordDocument[] | undefined) ?? []) add(qualifier['entity'], 'QUALIFIER');
  return [...roles].map(([entity, mask]) => ({ entity, roles: mask }));
}

type Found = Omit<Problem, 'path'> & { readonly path: readonly (string | number)[] };
const problem = (code: ErrorCode, path: readonly (string | number)[], message: string, hint: string): Found => ({
  code,
  path,
  message,
  hint,
});

/** What is wrong in a whole document by itself; paths are relative to the item. */
export function documentProblems(record: RecordName, document: RecordDocument): Found[] {
  return [...requiredProblems(record, document), ...languageProblems(record, document), ...RULES[record](document)];
}

function requiredProblems(record: RecordName, document: RecordDocument): Found[] {
  const shape = shapeOf(record);
  const missing: string[] = [];
  for (const field of Object.values(shape.fields)) {
    if (field.required && !field.system && !field.derived && field.usual === undefined && document[field.name] === undefined)
      missing.push(field.name);
  }
  for (const edge of Object.values(shape.edges)) {
    const needed = (edge.kind === 'reference' && edge.required) || (edge.kind === 'parts' && edge.min > 0);
    if (needed && document[edge.name] === undefined) missing.push(edge.name);
  }
  return missing.map((name) => problem('BAD_INPUT', [name], `a new ${record} needs ${name}`, `give ${name}`));
}

/** One text a language in the lists that a language picks from; aliases and descriptions of one language may be many. */
const ONE_PER_LANGUAGE = ['names', 'texts', 'labels', 'inverseLabels'];

function languageProblems(record: RecordName, document: RecordDocument): Found[] {
  return ONE_PER_LANGUAGE.flatMap((list) => {
    const seen = new Set<string>();
    return ((document[list] as LabelDocument[] | undefined) ?? []).flatMap(({ language }, index) => {
      const again = seen.has(language);
      seen.add(language);
      return again
        ? [
            problem(
              'DUPLICATE',
              [list, index, 'language'],
              `two ${list} in ${language}`,
              record === 'Entity' ? 'one name per language; put the others into aliases' : 'one text per language',
            ),
          ]
        : [];
    });
  });
}

const RULES: Record<RecordName, (document: RecordDocument) => Found[]> = {
  Entity: () => [],
  Predicate: () => [],
  Claim: claimProblems,
  Source: (source) =>
    source['text'] === undefined
      ? []
      : [problem('BAD_INPUT', ['text'], 'a text cannot be stored in a document', 'this is a defect; please report it')],
  Citation: citationProblems,
  ClaimLink: (link) =>
    link['from'] === link['to'] ? [problem('CYCLE', ['to'], 'a claim cannot be linked to itself', 'name two claims')] : [],
};

function claimProblems(claim: RecordDocument): Found[] {
  const found: Found[] = [];
  if (claim['object'] !== undefined && claim['value'] !== undefined) {
    found.push(
      problem(
        'OBJECT_AMBIGUOUS',
        ['object'],
        'the claim has both an entity and a literal value as its object',
        'give object or value, not both',
      ),
    );
  }
  if (claim['predicate'] !== undefined && claim['subject'] === undefined) {
    found.push(problem('BAD_INPUT', ['subject'], 'a predicate needs a subject', 'name the entity that the claim is about'));
  }
  if ((claim['object'] !== undefined || claim['value'] !== undefined) && claim['predicate'] === undefined) {
    found.push(
      problem(
        'BAD_INPUT',
        ['predicate'],
        `${claim['object'] === undefined ? 'a value' : 'an object'} needs a predicate`,
        'name the predicate between subject and object',
      ),
    );
  }
  found.push(...valueProblems(claim['value'] as RecordDocument | undefined, ['value']));
  ((claim['qualifiers'] as RecordDocument[] | undefined) ?? []).forEach((qualifier, index) => {
    const path = ['qualifiers', index];
    if ((qualifier['entity'] === undefined) === (qualifier['value'] === undefined)) {
      found.push(problem('OBJECT_AMBIGUOUS', path, 'a qualifier has either an entity or a literal value', 'give entity or value'));
    }
    found.push(...valueProblems(qualifier['value'] as RecordDocument | undefined, [...path, 'value']));
  });
  const { validFrom, validUntil } = claim as { validFrom?: string; validUntil?: string };
  if (validFrom && validUntil && isReversed(spanOf(validFrom), spanOf(validUntil))) {
    found.push(
      problem(
        'BAD_DATE',
        ['validUntil'],
        `the end ${validUntil} lies before the beginning ${validFrom}`,
        'an end that is not before the beginning',
      ),
    );
  }
  return found;
}

/** What each kind of literal needs; nothing else may stand beside it but the language of a text and the unit of a quantity. */
const VALUE_MEMBERS: Record<string, { needs?: string; allows: readonly string[] }> = {
  TEXT: { needs: 'text', allows: ['text', 'language'] },
  QUANTITY: { needs: 'amount', allows: ['amount', 'unit'] },
  DATE: { needs: 'date', allows: ['date'] },
  UNKNOWN: { allows: [] },
  NONE: { allows: [] },
};

function valueProblems(value: RecordDocument | undefined, path: (string | number)[]): Found[] {
  if (!value) return [];
  const kind = value['kind'] as string;
  const { needs, allows } = VALUE_MEMBERS[kind]!;
  if (needs && value[needs] === undefined)
    return [problem('OBJECT_AMBIGUOUS', [...path, needs], `a value of kind ${kind} needs ${needs}`, `give ${needs}`)];
  const extra = Object.keys(value).find((name) => name !== 'kind' && !allows.includes(name));
  return extra
    ? [
        problem(
          'OBJECT_AMBIGUOUS',
          [...path, extra],
          `a value of kind ${kind} has no ${extra}`,
          allows.length ? `only ${allows.join(' and ')}` : 'leave it out',
        ),
      ]
    : [];
}

function citationProblems(citation: RecordDocument): Found[] {
  const found: Found[] = [];
  if (citation['speakerUnknown'] === true && citation['speaker'] !== undefined) {
    found.push(problem('BAD_INPUT', ['speakerUnknown'], 'the speaker is both named and unknown', 'leave speaker or speakerUnknown out'));
  }
  const passage = citation['passage'] as PassageDocument | undefined;
  if (passage) {
    const { exact, start, end } = passage;
    if (exact === undefined && (start === undefined || end === undefined || end <= start)) {
      found.push(
        problem(
          'BAD_INPUT',
          ['passage'],
          'a passage without a quote needs its start and its end',
          'give exact, or start and end with end after start',
        ),
      );
    }
    const length = exact === undefined ? undefined : codePointLength(exact);
    if (length !== undefined && start !== undefined && end !== undefined && end - start !== length) {
      found.push(
        problem(
          'QUOTE_NOT_FOUND',
          ['passage', 'end'],
          `the passage has ${length} characters, but start and end are ${end - start} apart`,
          'positions count Unicode code points; end is the position after the last one',
        ),
      );
    }
  }
  return found;
}
