/** The HTTP server: built here, listened on by the caller, so that tests start their own. */
import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';
import { createSchema } from '../graphql/schema.js';
import type { Store } from '../store/store.js';
import { ANYBODY, authenticate, callerFinder, isAccessConfigured } from './access/authenticate.js';
import { storeMessage } from './errors.js';
import { answerFailure, fail } from './failures.js';
import { createMetrics, serveMetrics } from './metrics.js';
import { createTraces } from './traces.js';
import { logRequests } from './request-log.js';
import { serveLive } from './live/serve.js';
import { limitRate } from './rate.js';
import { serveExports } from './exports.js';
import { admissionTo } from './operations/admission.js';
import { operationsHere } from './operations/local.js';
import { serveGraphql } from './operations/serve.js';
import { operationsOnThreads, threadsOf } from './operations/threads.js';
import { serveReconciliation } from './reconcile/routes.js';
import { servePlayground } from './playground.js';

export interface ServerOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly logger?: FastifyBaseLogger;
}

/** A server ready to listen. Closing it lets requests under way finish; the store stays the caller's. */
export async function createServer({ store, settings, logger }: ServerOptions): Promise<FastifyInstance> {
  const server: FastifyInstance = Fastify({
    bodyLimit: settings.bodyMax,
    forceCloseConnections: 'idle',
    ...(logger ? { loggerInstance: logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    // Taken from a proxy that is trusted, else made here: a log must not hold what anybody likes.
    requestIdHeader: settings.trustProxy.length > 0 ? 'x-request-id' : false,
    genReqId: () => randomUUID(),
    // Node's own clock for requests that come in slowly, by headers or body.
    requestTimeout: settings.receiveTimeout,
    http: {
      headersTimeout: settings.receiveTimeout,
      // How often it looks at that clock; its own default is half a minute.
      connectionsCheckingInterval: Math.min(settings.receiveTimeout, CONNECTIONS_LOOKED_AT_EVERY),
    },
    trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
  });
  server.setErrorHandler(answerFailure);
  server.setNotFoundHandler((_request, reply) => fail(reply, 404, 'BAD_REQUEST', 'there is nothing here; the API is at /graphql'));
  if (settings.corsOrigins.length > 0) {
    await server.register(cors, {
      origin: settings.corsOrigins.includes('*') ? true : [...settings.corsOrigins],
      methods: ['GET', 'POST'],
    });
  }
  let stopping = false;
  server.addHook('preClose', async () => {
    stopping = true;
    // A client that never reads its answer must not keep the server from stopping.
    setTimeout(() => server.server.closeAllConnections(), settings.stopTimeout).unref();
  });
  server.addHook('onSend', async (request, reply) => {
    // Kept alive, the connection of the last request would hold the closing server up.
    if (stopping) reply.header('connection', 'close');
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    // Previews are shown within the pages of others: that is what they are for.
    if (!request.url.startsWith('/reconcile/preview')) reply.header('x-frame-options', 'DENY');
  });

  const traces = await createTraces(settings.tracesEndpoint);
  traces?.follow(server);
  // What was gathered last goes out, if somebody takes it.
  server.addHook('onClose', () => traces?.stop().catch((error: unknown) => server.log.warn(error, 'the last traces could not be sent')));
  const findCaller = callerFinder(settings);
  authenticate(server, findCaller);
  if (settings.rateMax > 0 && isAccessConfigured(settings)) await limitRate(server, settings);
  const metrics = createMetrics();
  logRequests(server);
  const operationsOptions = { store, settings, report: (error: unknown) => server.log.error(error), observe: metrics.observe };
  const operations = await (threadsOf(settings) === 0 ? operationsHere(operationsOptions) : operationsOnThreads(operationsOptions));
  server.addHook('onClose', () => operations.close());
  const admission = admissionTo(operations, settings);
  const schema = await createSchema();
  await serveGraphql(server, { schema, settings, operations, admission, playground: servePlayground(server) });
  const followers = serveLive(server, { store, settings, admission, findCaller });
  serveMetrics(server, metrics, { store, queues: admission.queues, operations, followers });
  await serveReconciliation(server, store, settings);
  serveExports(server, admission, settings);
  server.get('/', { config: ANYBODY }, (_request, reply) => reply.redirect('/graphql'));
  server.get('/healthz', { config: ANYBODY }, async () => ({ status: 'ok' }));
  server.get('/readyz', { config: ANYBODY }, async (_request, reply) => {
    try {
      await store.health();
      return { status: 'ready' };
    } catch (error) {
      return reply
        .code(503)
        .header('retry-after', '1')
        .send({ status: 'unavailable', reason: storeMessage((error as Error).message, settings.store) });
    }
  });
  return server;
}

/** Milliseconds. */
const CONNECTIONS_LOOKED_AT_EVERY = 2_000;
