/** Subscriptions over server-sent events, by graphql-sse's protocol (distinct connections), at /graphql/stream. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { callerOf } from '../access/caller-key.js';
import { fail } from '../failures.js';
import type { LiveClients } from './clients.js';
import { OPERATION_MAX, prepare, TURNED_OUT, type LiveOptions } from './operation.js';
import type { WatchStanding } from './standing.js';

export interface EventStreamOptions extends LiveOptions {
  readonly watchStanding: WatchStanding;
  readonly clients: LiveClients;
}

export function serveEventStreams(server: FastifyInstance, options: EventStreamOptions): void {
  const open = new Set<AbortController>();
  const handle = createHandler({
    // A connection a subscription: nothing is kept of a client between two requests.
    authenticate: () => null,
    // Instead of the library's own checks and execution.
    onSubscribe: async ({ raw, context }, params) => {
      const prepared = await prepare(options, { caller: raw.caller, key: callerOf(raw) }, params);
      if ('errors' in prepared) return prepared as ExecutionResult;
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
    if (!options.clients.hasRoom())
      return fail(reply.header('retry-after', '5'), 503, 'OVERLOADED', 'too many clients follow; try again later');
    reply.raw.once('close', options.clients.enter());
    reply.hijack();
    // The library answers by itself, and with these.
    await handle(request, reply);
    return undefined;
  };
  server.post('/graphql/stream', { bodyLimit: OPERATION_MAX }, answer);
  server.get('/graphql/stream', { bodyLimit: OPERATION_MAX }, answer);
  server.addHook('preClose', async () => {
    for (const ended of open) ended.abort();
  });
}
