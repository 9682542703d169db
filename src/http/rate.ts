/** How many requests of one caller there may be in a minute. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { shareOfRequest } from './shares.js';

export async function limitRate(server: FastifyInstance, { rateMax }: { readonly rateMax: number }): Promise<void> {
  await server.register(rateLimit, {
    max: rateMax,
    timeWindow: '1 minute',
    // Each route's own hooks come after the one that finds the caller.
    keyGenerator: shareOfRequest,
    errorResponseBuilder: (_request, { max }) => ({
      statusCode: 429,
      message: `more than ${max} requests in a minute (CLAIMGRAPH_RATE_MAX)`,
    }),
  });
}
