/** One line a request: who, what and how long; never a text of a query, a variable or a header. */
import type { FastifyInstance } from 'fastify';

export function logRequests(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      // The route, not the address: a query by GET stands in the address.
      route: request.is404 ? 'none' : request.routeOptions.url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      caller: request.caller?.name,
      address: request.ip,
    };
    request.log.info(line, 'answered');
  });
}
