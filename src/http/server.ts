/** The HTTP server: built here, listened on by the caller, so that tests start their own. */
import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';
import { createSchema } from '../graphql/schema.js';
import type { Store } from '../store/store.js';
import { ANYBODY, authenticate, callerFinder, isAccessConfigured, reporting } from './access/authenticate.js';
import { hostLooker, keepHosts } from './access/host.js';
import { slowedFinder } from './access/wrong-tokens.js';
import { storeMessage } from './errors.js';
import { answerFailure, fail } from './failures.js';
import { createMetrics, serveMetrics } from './metrics.js';
import { createTraces } from './traces.js';
import { logRequests } from './request-log.js';
import { serveLive } from './live/serve.js';
import { limitRate } from './rate.js';
import { securely, setSecurityHeaders } from './security-headers.js';
import { serveExports } from './exports.js';
import { admissionTo } from './operations/admission.js';
import { operationsHere } from './operations/local.js';
import { serveGraphql } from './operations/serve.js';
import type { Observation, Operations } from './operations/work.js';
import { Embeddings } from '../embeddings/nearest.js';
import { operationsOnThreads, threadsOf } from './operations/threads.js';
import { serveReconciliation } from './reconcile/routes.js';
import { servePlayground } from './playground.js';
import { stopGently } from './stopping.js';
import { watchWrites } from './write-health.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** For what the program itself asks: it is no request of anybody, and waits in no queue. */
    readonly operations: Operations;
  }
}

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
    // An address that is none comes to no hook.
    frameworkErrors: (error, request, reply) => answerFailure(error, request, securely(reply)),
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
  server.setNotFoundHandler((_request, reply) =>
    fail(reply, 404, 'BAD_REQUEST', 'nothing is served at this address; the API is at /graphql'),
  );
  setSecurityHeaders(server);
  keepHosts(server, hostLooker(settings));
  if (settings.corsOrigins.length > 0) {
    await server.register(cors, {
      origin: settings.corsOrigins.includes('*') ? true : [...settings.corsOrigins],
      methods: ['GET', 'POST'],
    });
  }
  stopGently(server, settings.stopTimeout);

  const traces = await createTraces(settings.tracesEndpoint);
  traces?.follow(server);
  // What was gathered last goes out, if somebody takes it.
  server.addHook('onClose', () => traces?.stop().catch((error: unknown) => server.log.warn(error, 'the last traces could not be sent')));
  const findCaller = reporting(callerFinder(settings), (cause) => server.log.error(cause, 'the identity of callers cannot be checked'));
  const slowed = slowedFinder(findCaller, settings.wrongTokensMax);
  authenticate(server, slowed);
  if (settings.rateMax > 0 && isAccessConfigured(settings)) await limitRate(server, settings);
  const metrics = createMetrics();
  const writes = watchWrites(store, server.log);
  logRequests(server);
  const observe = (observations: readonly Observation[]): void => {
    metrics.observe(observations);
    writes.observe(observations);
  };
  const embeddings = settings.embeddingsUrl
    ? Embeddings.started(settings, (told) => server.log.warn(`search finds claims by words alone: ${told}`))
    : undefined;
  const operationsOptions = { store, embeddings, settings, report: (error: unknown) => server.log.error(error), observe };
  const operations = await (threadsOf(settings) === 0 ? operationsHere(operationsOptions) : operationsOnThreads(operationsOptions));
  server.decorate('operations', operations);
  server.addHook('onClose', async () => {
    await operations.close();
    await embeddings?.close();
  });
  const admission = admissionTo(operations, settings);
  const schema = await createSchema();
  await serveGraphql(server, { schema, settings, operations, admission, playground: servePlayground(server) });
  const followers = serveLive(server, { store, settings, admission, findCaller, slowed });
  serveMetrics(server, metrics, { store, queues: admission.queues, operations, followers, embeddings });
  await serveReconciliation(server, admission, settings);
  serveExports(server, admission, settings);
  server.get('/', { config: ANYBODY }, (_request, reply) => reply.redirect('/graphql'));
  server.get('/healthz', { config: PROBED }, async () => ({ status: 'ok' }));
  server.get('/readyz', { config: PROBED }, async (_request, reply) => {
    try {
      await writes.ready();
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

/** Whoever watches over the server asks by its address, and learns nothing of the graph. */
const PROBED = { ...ANYBODY, anyHost: true } as const;

/** Milliseconds. */
const CONNECTIONS_LOOKED_AT_EVERY = 2_000;
