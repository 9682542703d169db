/**
 * The reconciliation service, as OpenRefine and its clients speak to it: from a request to an answer, of whatever
 * server or thread. Everything in it is plain data.
 */
import { ERROR_CODES, StoreError, type ErrorCode } from '../../model/errors.js';
import { ENTITY_KINDS } from '../../model/vocabulary.js';
import type { Store } from '../../store/store.js';
import { storeFor, type Caller } from '../access/caller.js';
import { answeredBatch, said } from './batch.js';
import { cellsOf, manifest, OWN_PROPERTIES, preview } from './descriptions.js';
import { askedIn, BATCH, extensionIn, type Extension, type Wrong } from './queries.js';
import { ReconciliationService, typeOf, type PropertyValue, type ServiceLimits } from './service.js';

export const RECONCILIATION_PATHS = [
  '/reconcile',
  '/reconcile/suggest/entity',
  '/reconcile/suggest/property',
  '/reconcile/suggest/type',
  '/reconcile/properties',
  '/reconcile/preview',
] as const;
export type ReconciliationPath = (typeof RECONCILIATION_PATHS)[number];

export interface ReconciliationLimits extends ServiceLimits {
  /** Milliseconds for a request, all of its queries together. */
  readonly timeout: number;
  /** Values that the properties of one query may have together. */
  readonly valuesMax: number;
  /** Whether readers are told who wrote. */
  readonly showAuthors: boolean;
  /** Whether any page may ask, and so by a script tag, too. */
  readonly anyPageMayAsk: boolean;
}

export interface ReconciliationRequest {
  readonly path: ReconciliationPath;
  /** Of the address. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Of a form, as it came. */
  readonly form?: Uint8Array | undefined;
  readonly caller: Caller;
  /** The address of this graph. */
  readonly publicUrl: string;
  /** Given when the client no longer waits for the answer. */
  readonly signal?: AbortSignal | undefined;
}

export interface ReconciliationAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers with an error's status and code where the store fails or the time is over; throws nothing of these. */
export async function answerReconciliation(
  store: Store,
  limits: ReconciliationLimits,
  request: ReconciliationRequest,
): Promise<ReconciliationAnswer> {
  const ends = performance.now() + limits.timeout;
  const left = (): number => {
    const time = ends - performance.now();
    if (time <= 0) throw new StoreError('TIMEOUT', 'the request took longer than its limit');
    return time;
  };
  const service = new ReconciliationService(storeFor(store, request.caller, limits), limits, { left, signal: request.signal });
  try {
    return await ANSWERS[request.path](service, request, limits);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const answer = refusal(ERROR_CODES[error.code].status, said(error));
    return { ...answer, headers: { ...answer.headers, 'retry-after': '1' } };
  }
}

type Answering = (
  service: ReconciliationService,
  request: ReconciliationRequest,
  limits: ReconciliationLimits,
) => Promise<ReconciliationAnswer>;

const ANSWERS: Readonly<Record<ReconciliationPath, Answering>> = {
  '/reconcile': async (service, request, limits) => {
    const { queries, extend } = { ...request.query, ...membersOf(request.form) };
    if (queries !== undefined) return reconciled(service, queries, request, limits);
    if (extend !== undefined) return extended(service, extend, request, limits);
    if (request.form !== undefined || request.query['query'] !== undefined) return refusal(400, NO_BATCH);
    return found(request, limits, manifest(request.publicUrl));
  },
  '/reconcile/suggest/entity': async (service, request, limits) => {
    const entities = await service.suggestEntities(prefixOf(request));
    const result = entities.map(({ row }) => ({
      id: row.id,
      name: row.defaultName,
      description: row.descriptions[0]?.text ?? '',
      notable: [typeOf(row.kind)],
    }));
    return found(request, limits, { result });
  },
  '/reconcile/suggest/property': async (service, request, limits) => {
    const prefix = prefixOf(request);
    const own = [...OWN_PROPERTIES].filter(([id]) => id.startsWith(prefix.toLowerCase()));
    const predicates = await service.predicates(prefix);
    return found(request, limits, { result: [...own.map(([id, name]) => ({ id, name })), ...predicates.map(propertyOf)] });
  },
  '/reconcile/suggest/type': async (_service, request, limits) => {
    const prefix = prefixOf(request).toLowerCase();
    return found(request, limits, { result: ENTITY_KINDS.map(typeOf).filter(({ name }) => name.toLowerCase().startsWith(prefix)) });
  },
  '/reconcile/properties': async (service, request, limits) => {
    const { type, limit } = request.query;
    const own = [...OWN_PROPERTIES].map(([id, name]) => ({ id, name }));
    const properties = [...own, ...(await service.predicates('')).map(propertyOf)];
    const most = Number(limit) > 0 ? Math.min(Number(limit), properties.length) : properties.length;
    return found(request, limits, {
      ...(typeof type === 'string' ? { type } : {}),
      limit: most,
      properties: properties.slice(0, most),
    });
  },
  '/reconcile/preview': async (service, { query: { id } }) => {
    const [entity] = typeof id === 'string' ? await service.entities([id], true) : [];
    if (entity) return page(200, preview(entity));
    return page(404, '<!doctype html><title>Not found</title><p>There is no such entity.</p>');
  },
};

async function reconciled(
  service: ReconciliationService,
  given: unknown,
  request: ReconciliationRequest,
  limits: ReconciliationLimits,
): Promise<ReconciliationAnswer> {
  const json = jsonOf(given, 'queries');
  if ('wrong' in json) return refusal(400, json.wrong);
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refusal(400, { code: 'BAD_INPUT', message: 'queries: no object of queries by name', hint: FORM });
  const queries = value as Readonly<Record<string, unknown>>;
  const all = Object.entries(queries);
  if (all.length > BATCH)
    return refusal(400, { code: 'TOO_LONG', message: `queries: ${all.length} queries at once`, hint: `at most ${BATCH} queries at once` });
  const asked = all.map(([name, query]) => [name, askedIn(query, limits.valuesMax)] as const);
  const wrong = asked.flatMap(([name, each]) =>
    each !== 'BLANK' && 'wrong' in each ? { ...each.wrong, message: `queries.${name}.${each.wrong.message}` } : [],
  );
  if (wrong.length > 0 && wrong.length === all.length) return refusal(400, wrong[0]!);
  return found(request, limits, await answeredBatch(service, queries, limits.valuesMax));
}

async function extended(
  service: ReconciliationService,
  given: unknown,
  request: ReconciliationRequest,
  limits: ReconciliationLimits,
): Promise<ReconciliationAnswer> {
  const json = jsonOf(given, 'extend');
  if ('wrong' in json) return refusal(400, json.wrong);
  const asked = extensionIn(json.value);
  if ('wrong' in asked) return refusal(400, asked.wrong);
  return found(request, limits, await extensionOf(service, asked.extension));
}

async function extensionOf(service: ReconciliationService, { ids, properties }: Extension): Promise<object> {
  const entities = new Map((await service.entities(ids, true)).map((each) => [each.row.id, each]));
  const predicates = await service.labelsOf(properties);
  const rows = ids.map((id) => {
    const entity = entities.get(id);
    const cells = properties.map((property): [string, readonly PropertyValue[]] => [property, entity ? cellsOf(entity, property) : []]);
    return [id, Object.fromEntries(cells)] as const;
  });
  return {
    meta: properties.map((id) => ({ id, name: OWN_PROPERTIES.get(id) ?? predicates.get(id) ?? id })),
    rows: Object.fromEntries(rows),
  };
}

const propertyOf = ({ key, labels }: { readonly key: string; readonly labels: readonly { readonly text: string }[] }) => ({
  id: key,
  name: labels[0]?.text ?? key,
});

const NO_BATCH: Wrong = {
  code: 'BAD_INPUT',
  message: 'the request has neither queries nor extend',
  hint: 'queries={"q0": {"query": "…"}}, a batch, as the Reconciliation Service API 0.2 has it',
};

const FORM = 'a JSON object, as the Reconciliation Service API 0.2 has it';

function jsonOf(given: unknown, name: string): { readonly value: unknown } | { readonly wrong: Wrong } {
  if (typeof given !== 'string')
    return { wrong: { code: 'BAD_INPUT', message: `${name} is not JSON, or is given more than once`, hint: FORM } };
  try {
    return { value: JSON.parse(given) as unknown };
  } catch (error) {
    return { wrong: { code: 'BAD_INPUT', message: `${name} is not JSON: ${(error as Error).message}`, hint: FORM } };
  }
}

const LONGEST_PREFIX = 500;

function prefixOf({ query: { prefix } }: ReconciliationRequest): string {
  return typeof prefix === 'string' ? prefix.slice(0, LONGEST_PREFIX).toWellFormed() : '';
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** The API 0.2 leaves the form of errors open ("Error Handling and Rate-limiting"): ours, with a message on its own for clients that show one. */
function refusal(
  status: number,
  { code, message, hint }: { readonly code: ErrorCode; readonly message: string; readonly hint: string },
): ReconciliationAnswer {
  const body = { status: 'error', message, details: hint, errors: [{ message, extensions: { code, hint } }] };
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(body) };
}

/** It is shown within the pages of others, and does nothing there: styles of its own, no script, no picture, no form. */
const PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const page = (status: number, body: string): ReconciliationAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PREVIEW_POLICY },
  body,
});

const CALLBACK = /^[A-Za-z_$][\w$.]{0,99}$/;

/**
 * Old clients ask by a script tag, and name the function that takes the answer. Any page could: only where
 * any page may ask anyway.
 */
function found(
  { query: { callback } }: ReconciliationRequest,
  { anyPageMayAsk }: ReconciliationLimits,
  answer: object,
): ReconciliationAnswer {
  const json = JSON.stringify(answer);
  if (typeof callback !== 'string' || !anyPageMayAsk || !CALLBACK.test(callback))
    return { status: 200, headers: { 'content-type': JSON_TYPE }, body: json };
  const script = json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return { status: 200, headers: { 'content-type': 'application/javascript; charset=utf-8' }, body: `/**/${callback}(${script});` };
}

function membersOf(form: Uint8Array | undefined): Readonly<Record<string, unknown>> {
  return form === undefined
    ? {}
    : Object.fromEntries(new URLSearchParams(Buffer.from(form.buffer, form.byteOffset, form.byteLength).toString()));
}
