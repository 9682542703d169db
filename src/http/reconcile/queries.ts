/** What a client asks of the reconciliation service, checked query by query: a wrong one does not keep the others from their answer. */
import * as z from 'zod';
import { excerpt, type ErrorCode } from '../../model/errors.js';
import { ENTITY_KINDS } from '../../model/vocabulary.js';
import type { Query } from './service.js';

/** Queries of one batch, and rows that are extended at once. */
export const BATCH = 50;
const LONGEST_TEXT = 500;
const LONGEST_PROPERTY = 300;
const MOST_PROPERTIES = 20;
const MOST_RESULTS = 1_000;
/** Columns that are added to rows at once. */
const MOST_COLUMNS = 50;

/** What is wrong, in the form that answers have it. */
export interface Wrong {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/** A query; BLANK where it asks for nothing; or what is wrong with it. */
export type Asked = { readonly query: Query } | 'BLANK' | { readonly wrong: Wrong };

const querySchema = z.looseObject({
  query: z.string().max(LONGEST_TEXT).nullish(),
  type: z.union([z.string(), z.array(z.string()).max(BATCH)]).nullish(),
  limit: z.int().min(1).max(MOST_RESULTS).nullish(),
  properties: z
    .array(z.looseObject({ pid: z.string().max(LONGEST_PROPERTY), v: z.unknown() }))
    .max(MOST_PROPERTIES)
    .nullish(),
});

const HINT = 'a query as the Reconciliation Service API 0.2 has it';

export function askedIn(given: unknown, valuesMax: number): Asked {
  if (given === null || given === undefined) return 'BLANK';
  const parsed = querySchema.safeParse(given);
  if (!parsed.success) {
    const { path, message, code } = parsed.error.issues[0]!;
    const where = path.map(String).join('.');
    return {
      wrong: { code: code === 'too_big' ? 'TOO_LONG' : 'BAD_INPUT', message: where === '' ? message : `${where}: ${message}`, hint: HINT },
    };
  }
  const { query, type, limit, properties } = parsed.data;
  const named = (properties ?? []).map(({ pid, v }) => ({ property: pid, values: valuesOf(v) })).filter(({ values }) => values.length > 0);
  const count = named.reduce((sum, { values }) => sum + values.length, 0);
  if (count > valuesMax)
    return {
      wrong: {
        code: 'TOO_LONG',
        message: `the properties have ${count} values together`,
        hint: `at most ${valuesMax} (CLAIMGRAPH_RECONCILE_VALUES_MAX)`,
      },
    };
  if (named.some(({ values }) => values.some(({ length }) => length > LONGEST_TEXT)))
    return { wrong: { code: 'TOO_LONG', message: 'a value of a property is too long', hint: `at most ${LONGEST_TEXT} characters` } };
  const types = [type ?? []].flat().filter((each) => each.trim() !== '');
  const unknown = types.find((each) => !(ENTITY_KINDS as readonly string[]).includes(each));
  if (unknown !== undefined)
    return {
      wrong: {
        code: 'BAD_INPUT',
        message: `type: there is no type "${excerpt(unknown)}"`,
        hint: `one of ${ENTITY_KINDS.join(', ')}, or none where any will do`,
      },
    };
  const text = query?.trim() ?? '';
  if (text === '' && named.length === 0) return 'BLANK';
  return { query: { query: text, types, limit: limit ?? undefined, properties: named } };
}

/** A value is a text, a number, or an object with the id or name of a thing; or a list of these. Blank ones say nothing. */
function valuesOf(v: unknown): string[] {
  return [v].flat().flatMap((each: unknown) => {
    const { name, id } = (typeof each === 'object' ? (each ?? {}) : { name: each }) as { name?: unknown; id?: unknown };
    const value = name ?? id;
    const text = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
    return text.trim() === '' ? [] : text;
  });
}

const extensionSchema = z.looseObject({
  ids: z.array(z.unknown()).max(BATCH),
  properties: z.array(z.looseObject({ id: z.string().max(LONGEST_PROPERTY) })).max(MOST_COLUMNS),
});

export interface Extension {
  /** Those that could be ids; a row without one has nothing to be extended by. */
  readonly ids: readonly string[];
  readonly properties: readonly string[];
}

const LONGEST_ID = 100;

export function extensionIn(given: unknown): { readonly extension: Extension } | { readonly wrong: Wrong } {
  const parsed = extensionSchema.safeParse(given);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return { wrong: { code: 'BAD_INPUT', message: `${['extend', ...path.map(String)].join('.')}: ${message}`, hint: HINT } };
  }
  const { ids, properties } = parsed.data;
  return {
    extension: {
      ids: ids.filter((id): id is string => typeof id === 'string' && id !== '' && id.length <= LONGEST_ID),
      properties: properties.map(({ id }) => id),
    },
  };
}
