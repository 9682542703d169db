/** Items that change how a record stands, not what it says: retracted or not, merged or not. */
import * as z from 'zod';
import { RECORD_NAMES } from '../graph.js';
import type { RecordName } from '../definition.js';
import type { Path, Problem } from '../errors.js';
import { MERGEABLE } from './canonical.js';
import type { StatusItem } from './changeset.js';
import { problemsOf, reasonSchema, referenceSchema } from './schemas.js';

export const STATUS_ITEMS = ['retract', 'restore', 'merge', 'unmerge'] as const;
export const isStatusItem = (name: string): name is StatusItem['kind'] => (STATUS_ITEMS as readonly string[]).includes(name);

const schemaOf = (records: readonly RecordName[], more: z.ZodRawShape = {}) =>
  z.strictObject({
    kind: z.enum(records as [RecordName, ...RecordName[]]),
    reference: referenceSchema,
    reason: reasonSchema.nullish(),
    expectedVersion: z.int().min(1).nullish(),
    ...more,
  });
const SCHEMAS: Record<StatusItem['kind'], z.ZodObject> = {
  retract: schemaOf(RECORD_NAMES),
  restore: schemaOf(RECORD_NAMES),
  merge: schemaOf(MERGEABLE, { into: referenceSchema }),
  unmerge: schemaOf(MERGEABLE),
};
/** What takes a record out of the lists needs a reason. */
const NEEDS_REASON: Partial<Record<StatusItem['kind'], string>> = { retract: 'a retraction', merge: 'a merge' };

export interface ParsedStatus {
  readonly record: RecordName;
  readonly path: Path;
  readonly item?: StatusItem;
  readonly problems: readonly Problem[];
}

export function parseStatus(kind: StatusItem['kind'], content: unknown, path: Path): ParsedStatus {
  const schema = SCHEMAS[kind];
  const parsed = schema.safeParse(content);
  if (!parsed.success) return { record: 'Claim', path, problems: problemsOf(parsed.error, path, Object.keys(schema.shape)) };
  const {
    kind: record,
    reference,
    into,
    reason,
    expectedVersion,
  } = parsed.data as {
    kind: RecordName;
    reference: string;
    into?: string;
    reason?: string | null;
    expectedVersion?: number | null;
  };
  if (NEEDS_REASON[kind] && !reason) {
    const hint = 'give the reason in a sentence; it is visible to readers';
    return {
      record,
      path,
      problems: [{ code: 'BAD_INPUT', message: `${NEEDS_REASON[kind]} needs a reason`, path: [...path, 'reason'], hint }],
    };
  }
  const item: StatusItem = {
    kind,
    record,
    path,
    reference,
    into,
    reason: reason ?? undefined,
    expectedVersion: expectedVersion ?? undefined,
  };
  return { record, path, problems: [], item };
}
