/** Requests to the operations, and their answers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { propagation, trace, ROOT_CONTEXT } from '@opentelemetry/api';
import { printSchema, lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import type { Settings } from '../../config/settings.js';
import { ERROR_CODES, InputError, StoreError, type ErrorCode } from '../../model/errors.js';
import { shareOfRequest } from '../shares.js';
import { publicUrl } from '../export-options.js';
import { fail } from '../failures.js';
import { storeMessage } from '../errors.js';
import type { Admission } from './admission.js';
import { laneFinder } from './lane.js';
import { GoneWhileWaiting, Overloaded } from './queue.js';
import type { GraphqlWork, HttpAnswer, Operations } from './work.js';
import { BOOKMARK_HEADER } from './graphql.js';

/** Seconds after which a client that was turned away may try again. */
const RETRY_AFTER = '1';
/** Bytes of a request that is looked at for its lane; one that is longer waits with those that take long. */
const LOOKED_AT_MAX = 64 * 1024;
/** Bytes of an answer that a socket takes as they are. */
const SMALL = 64 * 1024;

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly operations: Operations;
  readonly admission: Admission;
  /** Answers a browser that opens the address. */
  readonly playground: (reply: FastifyReply) => unknown;
}

export async function serveGraphql(server: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const { schema, settings, operations, admission, playground } = options;
  const laneOf = laneFinder(schema, settings);
  let bookmark: string | undefined;
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const search = searchOf(request.url);
    const body = request.body as Buffer | string | undefined;
    const work: GraphqlWork = {
      kind: 'graphql',
      method: request.method,
      headers: headersOf(request),
      search,
      body,
      caller: request.caller,
      publicUrl: publicUrl(settings, request),
      bookmark,
      trace: traceOf(request),
    };
    const asked = askedIn(search, body, operations);
    const lane = asked === undefined ? 'reads' : laneOf(asked);
    return answered(request, reply, settings, async (signal) => {
      const found = await admission.perform(lane, { caller: shareOfRequest(request), bytes: body?.length ?? 0, signal }, work);
      bookmark = found.headers[BOOKMARK_HEADER] ?? bookmark;
      return send(request, reply, found, admission, settings);
    });
  };
  await server.register(async (routes) => {
    // Not taken apart on the thread that serves.
    routes.removeContentTypeParser('application/json');
    routes.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    // The page is for anybody to open: what it asks for is asked with a token.
    routes.get('/graphql', { config: { isOpen: isPageVisit } }, (request, reply) =>
      isPageVisit(request) ? playground(reply) : answer(request, reply),
    );
    routes.post('/graphql', answer);
  });
  const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
  server.get('/schema.graphql', (_request, reply) => {
    if (!settings.introspection) return fail(reply, 404, 'BAD_REQUEST', 'this server does not publish its schema');
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}

/** Runs the work of a request, with a signal that is given when its client goes away, and says what is wrong in GraphQL's form. */
export async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Pick<Settings, 'store'>,
  work: (signal: AbortSignal) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await work(goneSignal(reply));
  } catch (error) {
    if (error instanceof GoneWhileWaiting || reply.raw.destroyed) return reply.hijack();
    if (error instanceof Overloaded)
      return fail(
        reply.header('retry-after', RETRY_AFTER),
        503,
        'OVERLOADED',
        error.message,
        'the same request again after the number of seconds in Retry-After',
      );
    if (error instanceof InputError) {
      const { code, message, hint } = error.problems[0];
      return reply.code(ERROR_CODES[code].status).send({ errors: [{ message, extensions: { code, hint } }] });
    }
    if (!(error instanceof StoreError)) throw error;
    const { status } = ERROR_CODES[error.code as ErrorCode];
    return fail(reply.header('retry-after', RETRY_AFTER), status, error.code, storeMessage(error.message, settings.store));
  }
}

export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, body }: HttpAnswer,
  { unsent }: Admission,
  { receiveTimeout }: Pick<Settings, 'receiveTimeout'>,
): FastifyReply {
  if (body.byteLength > SMALL) {
    const sent = unsent.hold(shareOfRequest(request), body.byteLength);
    // Whoever takes nothing of it for as long is gone.
    const { socket } = reply.raw;
    const cut = (): void => void socket?.destroy();
    socket?.setTimeout(receiveTimeout, cut);
    reply.raw.once('close', () => {
      sent();
      socket?.setTimeout(0, cut);
    });
  }
  for (const [name, value] of Object.entries(headers)) if (name !== 'content-length') reply.header(name, value);
  return reply.code(status).send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

/** What a request asks for, where it is short enough to be looked at here, and sound. */
function askedIn(
  search: string,
  body: Buffer | string | undefined,
  operations: Operations,
): { query: string; operationName?: unknown; variables?: unknown } | undefined {
  try {
    if (typeof body === 'string' || (body?.length ?? 0) > LOOKED_AT_MAX || search.length > LOOKED_AT_MAX) return undefined;
    const given = body === undefined ? fromSearch(search) : (JSON.parse(body.toString()) as Given);
    const digest = given.extensions?.persistedQuery?.sha256Hash;
    const query = given.query ?? (typeof digest === 'string' ? operations.documentOf(digest) : undefined);
    return typeof query === 'string' ? { query, operationName: given.operationName, variables: given.variables } : undefined;
  } catch {
    return undefined;
  }
}

interface Given {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } };
}

function fromSearch(search: string): Given {
  const parameters = new URLSearchParams(search);
  const json = (name: string): unknown => {
    const text = parameters.get(name);
    return text === null ? undefined : JSON.parse(text);
  };
  return {
    query: parameters.get('query') ?? undefined,
    operationName: parameters.get('operationName') ?? undefined,
    variables: json('variables'),
    extensions: json('extensions') as Given['extensions'] & {},
  };
}

const searchOf = (url: string): string => {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
};

function headersOf({ headers }: FastifyRequest): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    // Who asks is known by now.
    if (value !== undefined && name !== 'authorization' && name !== 'cookie') given[name] = Array.isArray(value) ? value.join(', ') : value;
  return given;
}

/** The request's span goes on where it is worked on. */
export function traceOf({ span }: FastifyRequest): Record<string, string> | undefined {
  if (!span) return undefined;
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(ROOT_CONTEXT, span), carrier);
  return carrier;
}

/** Given when the client goes away before it has its answer. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** A browser that opens the address, not a client that sends a query by GET. */
function isPageVisit(request: FastifyRequest): boolean {
  const { query } = request.query as { query?: string };
  return query === undefined && (request.headers.accept ?? '').includes('text/html');
}
