/** Headers that every answer has: set before anything else, so that answers that are written by others than the server have them, too. */
import type { FastifyInstance } from 'fastify';

export function setSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    // Previews are shown within the pages of others: that is what they are for.
    if (request.is404 || request.routeOptions.url !== '/reconcile/preview') reply.header('x-frame-options', 'DENY');
  });
}
