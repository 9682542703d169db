/**
 * Splitting an entity that turned out to be two: a new entity, and what is to be its own from now on
 * refers to it instead. What is moved gets a version of its own that says why; merging the new entity
 * into the old one takes it back.
 */
import * as z from 'zod';
import type { RecordName } from '../definition.js';
import type { Path, Problem } from '../errors.js';
import { isId } from '../values/text.js';
import type { RecordDocument, StoredRecord } from './changeset.js';
import { parseRecord, type ParsedItem, type Split } from './input.js';
import type { Asking } from './known.js';
import { referencesIn, replaceReferences } from './references.js';
import { problemsOf, reasonSchema, referenceSchema } from './schemas.js';

const MOVED = { claims: 'Claim', citations: 'Citation', sources: 'Source' } as const satisfies Record<string, RecordName>;
const MOST_MOVED = 1_000;

const references = z.array(referenceSchema).max(MOST_MOVED).nullish();
const schema = z.strictObject({
  entity: referenceSchema,
  // Whatever class it is of: the entity's own schema looks at it.
  into: z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  reason: reasonSchema,
  claims: references,
  citations: references,
  sources: references,
});

export interface ParsedSplit {
  readonly item: ParsedItem;
  readonly split?: Split;
}

/** The new entity as an item, and what is to be moved to it. */
export function parseSplit(content: unknown, path: Path): ParsedSplit {
  const parsed = schema.safeParse(content);
  if (!parsed.success) return { item: { record: 'Entity', path, problems: problemsOf(parsed.error, path, Object.keys(schema.shape)) } };
  const { entity, into, reason, ...lists } = parsed.data;
  const moved = Object.entries(MOVED).flatMap(([list, record]) =>
    (lists[list as keyof typeof MOVED] ?? []).map((reference, index) => ({ record, reference, path: [...path, list, index] })),
  );
  const [item] = parseRecord('Entity', into, [...path, 'into']);
  if (moved.length === 0) {
    const hint = 'name the claims, citations or sources of the new entity';
    return { item: { record: 'Entity', path, problems: [{ code: 'BAD_INPUT', message: 'nothing is moved', path, hint }] } };
  }
  return { item: withReason(item!, reason), split: { path, entity, reason, moved } };
}

const withReason = (parsed: ParsedItem, reason: string): ParsedItem =>
  parsed.item?.kind === 'put' ? { ...parsed, item: { ...parsed.item, reason: parsed.item.reason ?? reason } } : parsed;

/** The items that move records to a split's new entity, which stands for itself as `own`. */
export function* movingItems({ entity, reason, moved, path }: Split, own: string): Asking<ParsedItem[]> {
  const named = (record: RecordName, all: readonly string[]) =>
    ({ fetch: 'records', record, ids: all.filter(isId), keys: all.filter((each) => !isId(each)) }) as const;
  const [from] = (yield named('Entity', [entity])).records ?? [];
  const refused = (at: Path, record: RecordName, problem: Omit<Problem, 'path'>): ParsedItem => ({
    record,
    path: at,
    problems: [{ ...problem, path: at }],
  });
  if (!from) {
    const hint = 'the id or key of an existing Entity';
    return [refused([...path, 'entity'], 'Entity', { code: 'NOT_FOUND', message: `there is no Entity "${entity}"`, hint })];
  }
  // What was given to a duplicate is the entity's too.
  const duplicates = (yield { fetch: 'referring', record: 'Entity', reference: 'mergedInto', ids: [from.id] }).records ?? [];
  const old = new Set([from.id, ...duplicates.map(({ id }) => id)]);
  const found: StoredRecord[] = [];
  for (const record of Object.values(MOVED)) {
    const all = moved.flatMap((each) => (each.record === record ? [each.reference] : []));
    if (all.length > 0) found.push(...((yield named(record, all)).records ?? []));
  }
  return moved.map(({ record, reference, path: at }): ParsedItem => {
    const stored = found.find((each) => each.record === record && (each.id === reference || each.document['key'] === reference));
    if (!stored) {
      const hint = `the id or key of an existing ${record}`;
      return refused(at, record, { code: 'NOT_FOUND', message: `there is no ${record} "${reference}"`, hint });
    }
    const values = movedValues(record, stored.document, old, own);
    if (Object.keys(values).length === 0) {
      const message = `the ${record} "${reference}" does not refer to the entity`;
      return refused(at, record, { code: 'BAD_INPUT', message, hint: 'leave it out' });
    }
    return { record, path: at, problems: [], item: { kind: 'put', record, path: at, id: stored.id, mustExist: true, values, reason } };
  });
}

/** Only the members that refer to the old entity, referring to the new one. */
function movedValues(record: RecordName, document: RecordDocument, old: ReadonlySet<string>, own: string): RecordDocument {
  const members = new Set(
    referencesIn(record, document).flatMap(({ to, value, path }) => (to === 'Entity' && old.has(value) ? [String(path[0])] : [])),
  );
  const replaced = replaceReferences(record, document, (to, value) => (to === 'Entity' && old.has(value) ? own : value));
  return Object.fromEntries([...members].map((member) => [member, replaced[member]]));
}
