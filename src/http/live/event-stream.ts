/** Subscriptions over server-sent events, by graphql-sse's protocol (distinct connections), at /graphql/stream. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { fail } from '../failures.js';
import { shareOf, type Shares } from '../shares.js';
import { prepare, TURNED_OUT, type LiveOptions } from './operation.js';
import type { WatchStanding } from './standing.js';

export interface EventStreamOptions extends LiveOptions {
  readonly watchStanding: WatchStanding;
  readonly clients: Shares;
}

export function serveEventStreams(server: FastifyInstance, options: EventStreamOptions): void {
  const open = new Set<AbortController>();
  const handle = createHandler({
    // A connection a subscription: nothing is kept of a client between two requests.
    authenticate: () => null,
    // Instead of the library's own checks and execution.
    onSubscribe: async ({ raw, context }, params) => {
      const prepared = prepare(options, raw.caller, params);
      if ('errors' in prepared) return { errors: prepared.errors };
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
    const { caller, ip: address } = request;
    const place = options.clients.take(shareOf({ authorization: request.headers.authorization, caller, address }));
    if (typeof place === 'string') reply.header('retry-after', '5');
    if (place === 'NO_PLACE') return fail(reply, 503, 'OVERLOADED', 'too many clients follow; try again later');
    if (place === 'SHARE_TAKEN')
      return fail(reply, 429, 'TOO_MANY_REQUESTS', 'too many clients of one caller follow (CLAIMGRAPH_LIVE_PER_CALLER_MAX)');
    reply.raw.once('close', place.leave);
    reply.hijack();
    // The library answers by itself, and with these.
    await handle(request, reply);
    return undefined;
  };
  server.post('/graphql/stream', { config: { gate: 'none' } }, answer);
  server.get('/graphql/stream', { config: { gate: 'none' } }, answer);
  server.addHook('preClose', async () => {
    for (const ended of open) ended.abort();
  });
}
