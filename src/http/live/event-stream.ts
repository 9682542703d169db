/** Subscriptions over server-sent events, by graphql-sse's protocol (distinct connections), at /graphql/stream. */
import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Response } from 'graphql-sse';
import { ERROR_CODES, type ErrorCode } from '../../model/errors.js';
import { fail } from '../failures.js';
import { shareOfRequest, type Shares } from '../shares.js';
import { OPERATION_MAX, prepare, TURNED_OUT, type LiveOptions } from './operation.js';
import type { WatchStanding } from './standing.js';

export interface EventStreamOptions extends LiveOptions {
  readonly watchStanding: WatchStanding;
  readonly clients: Shares;
}

const NO_OPERATION = 'an operation is an object of a query, variables and an operation name';

/** Before anything is streamed: an answer like any other, which the library would give without its codes. */
function refusal(errors: readonly GraphQLFormattedError[]): Response {
  const { status } = ERROR_CODES[errors[0]?.extensions?.['code'] as ErrorCode] ?? ERROR_CODES.BAD_REQUEST;
  const answered = status < 400 ? ERROR_CODES.BAD_REQUEST.status : status;
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return [JSON.stringify({ errors }), { status: answered, statusText: STATUS_CODES[answered]!, headers }];
}

export function serveEventStreams(server: FastifyInstance, options: EventStreamOptions): void {
  const open = new Set<AbortController>();
  const handle = createHandler({
    // A connection a subscription: nothing is kept of a client between two requests.
    authenticate: () => null,
    // Instead of the library's own checks and execution.
    onSubscribe: async ({ raw, context }, params) => {
      const prepared = await prepare(options, { caller: raw.caller, key: shareOfRequest(raw) }, params);
      if ('errors' in prepared) return refusal(prepared.errors);
      const ended = new AbortController();
      open.add(ended);
      context.reply.raw.once('close', () => {
        ended.abort();
        open.delete(ended);
      });
      const { authorization } = raw.headers;
      options.watchStanding({ authorization, caller: raw.caller, ended: ended.signal, turnOut: () => ended.abort(TURNED_OUT) });
      return prepared.start(ended.signal);
    },
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { query } = Object(request.method === 'GET' ? request.query : request.body) as { query?: unknown };
    if (typeof query !== 'string') return fail(reply, 400, 'BAD_REQUEST', NO_OPERATION, 'a subscription as query');
    const place = options.clients.take(shareOfRequest(request));
    if (typeof place === 'string') reply.header('retry-after', '5');
    if (place === 'NO_PLACE') return fail(reply, 503, 'OVERLOADED', 'too many clients are subscribed; try again later');
    if (place === 'SHARE_TAKEN')
      return fail(reply, 429, 'TOO_MANY_REQUESTS', 'too many clients of one caller are subscribed (CLAIMGRAPH_LIVE_PER_CALLER_MAX)');
    reply.raw.once('close', place.leave);
    // The library answers by itself, with the headers that were set.
    reply.hijack();
    try {
      await handle(request, reply);
    } catch (error) {
      // A client that goes away while it is written to is no defect.
      if (reply.raw.destroyed) return undefined;
      request.log.error(error);
      // Otherwise the client would wait for what never comes.
      reply.raw.destroy();
    }
    return undefined;
  };
  server.post('/graphql/stream', { bodyLimit: OPERATION_MAX }, answer);
  server.get('/graphql/stream', { bodyLimit: OPERATION_MAX }, answer);
  server.addHook('preClose', async () => {
    for (const ended of open) ended.abort();
  });
}
