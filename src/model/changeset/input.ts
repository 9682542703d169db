/** The shape check: from an item as its author wrote it to a typed item, by schemas made from the table. */
import * as z from 'zod';
import type { EdgeDefinition, FieldDefinition, PartName, RecordName, Shape, ShapeName } from '../definition.js';
import { edgesOf, fieldsOf, RECORD_NAMES, shapeOf } from '../graph.js';
import { excerpt, refuse, type Cleaned, type Path, type Problem } from '../errors.js';
import { cleanDate } from '../values/dates.js';
import { cleanLanguage } from '../values/languages.js';
import { cleanDecimal, cleanDigest, cleanIdentifier } from '../values/scalars.js';
import { cleanKey, cleanText, isId, soundText } from '../values/text.js';
import { cleanUrl, copiedPage } from '../values/urls.js';
import type { Item, PutItem, RecordDocument } from './changeset.js';
import { cleanedBy, problemsOf, reasonSchema, referenceSchema } from './schemas.js';

/** The name an item has in a changeset: `{ claimLink: {…} }`. */
export const itemName = (record: RecordName): string => record.charAt(0).toLowerCase() + record.slice(1);

/** Citations that one claim is given with. */
const CITATIONS_MAX = 200;

/** Fields whose text must stay to the letter: they are compared with a source. */
const TO_THE_LETTER = new Set(['Passage.exact', 'Passage.prefix', 'Passage.suffix', 'Citation.quote', 'Source.text']);
/** Of those, words of a source: blanks quote nothing. */
const QUOTED = new Set(['Passage.exact', 'Citation.quote']);

function fieldSchema(owner: ShapeName, field: FieldDefinition): z.ZodType {
  switch (field.type) {
    case 'key':
      return cleanedBy((value) => cleanKey(value, field.max));
    case 'string':
    case 'text':
    case 'content':
      return cleanedBy((value) => textOf(`${owner}.${field.name}`, value, field.max));
    case 'enum':
      return z.enum(field.values as [string, ...string[]]);
    case 'enums':
      return z.array(z.enum(field.values as [string, ...string[]])).max(field.values!.length);
    case 'boolean':
      return z.boolean();
    case 'integer':
      return z.int().min(0).max(1_000_000_000);
    case 'decimal':
      // A number would already have lost its digits past 2^53.
      return z.union([z.int().transform(String), cleanedBy(cleanDecimal)]);
    case 'date':
      return cleanedBy(cleanDate);
    case 'language':
      return cleanedBy(cleanLanguage);
    case 'url':
      return cleanedBy((value) => cleanUrl(value, field.max));
    case 'digest':
      return cleanedBy(cleanDigest);
    case 'id':
    case 'instant':
    case 'mark':
    case 'roles':
    case 'json':
      throw new Error(`${owner}.${field.name} cannot be set by a caller`);
  }
}

function textOf(field: string, value: string, max: number): Cleaned<string> {
  if (!TO_THE_LETTER.has(field)) return cleanText(value, max);
  if (QUOTED.has(field) && value !== '' && value.trim() === '')
    return refuse('BAD_TEXT', 'the quote is blank', 'words of the source, or leave the field out');
  return soundText(value, max);
}

function edgeSchema(edge: EdgeDefinition): z.ZodType | undefined {
  switch (edge.kind) {
    case 'reference':
      return edge.system ? undefined : referenceSchema;
    case 'embedded':
      return edge.system ? undefined : partSchema(edge.part);
    case 'parts':
      return edge.derived || edge.hidden ? undefined : z.array(partSchema(edge.part)).max(edge.max);
    case 'through':
      return edge.derived ? undefined : z.array(referenceSchema).max(200);
    case 'inverse':
    case 'holders':
    case 'across':
    case 'history':
      return undefined;
  }
}

function membersOf(name: ShapeName): Record<string, z.ZodType> {
  const members: Record<string, z.ZodType> = {};
  for (const field of fieldsOf(name)) {
    if (!field.system && !field.derived) members[field.name] = fieldSchema(name, field).nullish();
  }
  for (const edge of edgesOf(name)) {
    const schema = edgeSchema(edge);
    if (schema) members[edge.name] = schema.nullish();
  }
  return members;
}

const partSchemas = new Map<PartName, z.ZodType>();

/** Built on first use: parts nest (a qualifier holds a value). */
function partSchema(part: PartName): z.ZodType {
  const lazy = z.lazy(() => {
    let schema = partSchemas.get(part);
    if (!schema) {
      const members = z.strictObject(requiredMembers(shapeOf(part), membersOf(part)));
      schema = part === 'Identifier' ? members.transform(cleanIdentifierPart) : members;
      partSchemas.set(part, schema);
    }
    return schema;
  });
  return lazy;
}

function requiredMembers(shape: Shape, members: Record<string, z.ZodType>): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(members).map(([name, schema]) => {
      const edge = shape.edges[name];
      const field = shape.fields[name];
      const required = (field?.required && field.usual === undefined) ?? (edge?.kind === 'reference' && edge.required);
      return [name, required ? (schema as z.ZodOptional<z.ZodNullable<z.ZodType>>).unwrap().unwrap() : schema];
    }),
  );
}

function cleanIdentifierPart(value: Record<string, unknown>, context: z.RefinementCtx) {
  const cleaned = cleanIdentifier(value['scheme'] as string, value['value'] as string);
  if (cleaned.ok) return cleaned.value;
  context.addIssue({ code: 'custom', message: cleaned.refusal.message, params: cleaned.refusal, path: ['value'] });
  return z.NEVER;
}

const headerMembers = {
  id: cleanedBy((value): Cleaned<string> =>
    isId(value)
      ? { ok: true, value: value.toLowerCase() }
      : {
          ok: false,
          refusal: { code: 'BAD_KEY', message: `"${excerpt(value)}" is not an id`, hint: 'a UUID; use key for a key of your own' },
        },
  ).optional(),
  expectedVersion: z.int().min(1).nullish(),
  reason: reasonSchema.nullish(),
  mustExist: z.boolean().optional(),
  ifMissing: z.boolean().optional(),
  quoteFirst: z.boolean().optional(),
  namesAddUp: z.string().optional(),
};

/** Fields, and lists that refer to nothing: names, texts, identifiers. */
function plainMembersOf(record: RecordName): Record<string, z.ZodType> {
  const referring = new Set(
    edgesOf(record).flatMap((edge) =>
      edge.kind === 'parts' && edgesOf(edge.part).every(({ kind }) => kind !== 'reference') ? [] : edge.name,
    ),
  );
  return Object.fromEntries(
    Object.entries(membersOf(record)).filter(([name]) => !referring.has(name) && name !== 'key' && name !== 'text'),
  );
}

const recordSchemas = Object.fromEntries(
  RECORD_NAMES.map((record) => [
    record,
    z.strictObject({
      ...headerMembers,
      ifNew: z.strictObject(plainMembersOf(record)).optional(),
      ...membersOf(record),
      ...(record === 'Claim' ? { citations: z.array(z.unknown()).max(CITATIONS_MAX).nullish() } : {}),
    }),
  ]),
) as unknown as Record<RecordName, z.ZodObject>;

/** An entity that turned out to be two: what is to be moved to the new one. */
export interface Split {
  readonly path: Path;
  readonly entity: string;
  readonly reason: string;
  readonly moved: readonly { readonly record: RecordName; readonly reference: string; readonly path: Path }[];
}

export interface ParsedItem {
  readonly record: RecordName;
  readonly path: Path;
  readonly item?: Item;
  /** Of an item that is not sound, the key that it was given. */
  readonly refusedKey?: string | undefined;
  readonly problems: readonly Problem[];
  /** The item is the new entity of a split. */
  readonly split?: Split | undefined;
}

export function parseRecord(record: RecordName, content: unknown, path: Path): ParsedItem[] {
  const parsed = recordSchemas[record].safeParse(content);
  if (!parsed.success) return [refusedForm(record, content, path, parsed.error)];
  const { id, key, expectedVersion, reason, mustExist, ifMissing, ifNew, quoteFirst, namesAddUp, citations, text, ...values } = parsed.data;
  // A copy of a page is that page: its own address is where the page can be read as it was.
  const page = record === 'Source' && typeof values['url'] === 'string' ? copiedPage(values['url']) : undefined;
  const item: PutItem = {
    kind: 'put',
    record,
    path,
    id: id as string | undefined,
    key: (key as string | null | undefined) ?? undefined,
    mustExist: (mustExist as boolean | undefined) ?? (id !== undefined && ifMissing !== true),
    ifMissing: ifMissing === true,
    ifNew: ifNew as RecordDocument | undefined,
    expectedVersion: (expectedVersion as number | null | undefined) ?? undefined,
    values: withHiddenParts(record, page ? { ...values, url: page.address } : values),
    text: (text as string | null | undefined) ?? undefined,
    quoteFirst: quoteFirst === true,
    namesAddUp: namesAddUp as string | undefined,
    copy: page && { url: values['url'] as string, capturedAt: page.capturedAt },
    reason: (reason as string | null | undefined) ?? undefined,
  };
  return [{ record, path, item, problems: [] }, ...citationsOf(item, (citations as unknown[] | null | undefined) ?? [])];
}

/** With what is wrong with a claim's own citations as well. */
function refusedForm(record: RecordName, content: unknown, path: Path, error: z.ZodError): ParsedItem {
  const { key, citations } = (content ?? {}) as { readonly key?: unknown; readonly citations?: unknown };
  const own = record === 'Claim' && Array.isArray(citations) ? citations.slice(0, CITATIONS_MAX) : [];
  return {
    record,
    path,
    refusedKey: typeof key === 'string' ? key : undefined,
    problems: [
      ...problemsOf(error, path, Object.keys(recordSchemas[record].shape)),
      ...own.flatMap((citation, index) => parseCitation(citation, [...path, 'citations', index])).flatMap(({ problems }) => problems),
    ],
  };
}

/** `relays: [reference]` is kept as a list of parts that each refer to one. */
function withHiddenParts(record: RecordName, values: Record<string, unknown>): RecordDocument {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const edge = shapeOf(record).edges[name];
    if (value === undefined) continue;
    if (edge?.kind === 'through') {
      kept[edge.parts] = value === null ? null : [...new Set(value as string[])].map((reference) => ({ [edge.reference]: reference }));
    } else kept[name] = value;
  }
  return kept;
}

/**
 * A record of the same call is not known by id yet: `^` and its path stand for it until it is resolved; for
 * the claim that a citation belongs to, and the entity that a split makes.
 */
export const OWN = '^';

function citationsOf(claim: PutItem, citations: readonly unknown[]): ParsedItem[] {
  return citations
    .flatMap((citation, index) => parseCitation(citation, [...claim.path, 'citations', index]))
    .map(({ item, ...rest }) => (item?.kind === 'put' ? { ...rest, item: ownCitation(item, claim) } : rest));
}

/** A citation that is given with its claim. */
function parseCitation(citation: unknown, path: Path): ParsedItem[] {
  if (citation && typeof citation === 'object' && 'claim' in citation && citation.claim !== undefined)
    return [
      {
        record: 'Citation',
        path,
        problems: [
          {
            code: 'BAD_INPUT',
            message: 'a citation given with its claim names the claim again',
            path: [...path, 'claim'],
            hint: 'leave claim out',
          },
        ],
      },
    ];
  return parseRecord('Citation', citation, path);
}

/** Written for the claim's reason, where it has none of its own. */
const ownCitation = (citation: PutItem, claim: PutItem): PutItem => ({
  ...citation,
  values: { ...citation.values, claim: `${OWN}${claim.path.join('.')}` },
  reason: citation.reason ?? claim.reason,
});
