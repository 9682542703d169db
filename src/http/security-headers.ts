/** Headers that every answer has: set before anything else, so that answers that are written by others than the server have them, too. */
import type { FastifyInstance, FastifyReply } from 'fastify';

export function setSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    // Previews are shown within the pages of others: that is what they are for.
    securely(reply, !request.is404 && request.routeOptions.url === '/reconcile/preview');
  });
}

export function securely(reply: FastifyReply, isFramed = false): FastifyReply {
  if (!isFramed) reply.header('x-frame-options', 'DENY');
  return reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
}
