/** The HTTP server: built here, listened on by the caller, so that tests start their own. */
import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import cors from '@fastify/cors';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { Settings } from '../config/settings.js';
import type { RequestContext } from '../graphql/context.js';
import { createSchema } from '../graphql/schema.js';
import type { Store } from '../store/store.js';
import { ANYBODY, authenticate, callerFinder, isAccessConfigured } from './access/authenticate.js';
import { formatError, storeMessage } from './errors.js';
import { contextMaker, type ContextMaker } from './context-maker.js';
import { documentsOf, type Documents } from './documents.js';
import { answerFailure, fail } from './failures.js';
import { keepGates } from './gate.js';
import { createMetrics, serveMetrics } from './metrics.js';
import { createTraces } from './traces.js';
import { logRequests } from './request-log.js';
import { serveLive } from './live/serve.js';
import { limitRate } from './rate.js';
import { limitsPlugin } from './limits.js';
import { publicUrl } from './export-options.js';
import { serveExports } from './exports.js';
import { serveReconciliation } from './reconcile/routes.js';
import { servePlayground } from './playground.js';
import { stopGently } from './stopping.js';
import { watchWrites } from './write-health.js';

export interface ServerOptions {
  readonly store: Store;
  readonly settings: Settings;
  readonly logger?: FastifyBaseLogger;
}

/** A server ready to listen. Closing it lets requests under way finish; the store stays the caller's. */
export async function createServer({ store: given, settings, logger }: ServerOptions): Promise<FastifyInstance> {
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
  stopGently(server, settings.stopTimeout);
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    // Previews are shown within the pages of others: that is what they are for.
    if (!request.url.startsWith('/reconcile/preview')) reply.header('x-frame-options', 'DENY');
  });

  const traces = await createTraces(settings.tracesEndpoint);
  traces?.follow(server);
  const findCaller = callerFinder(settings);
  authenticate(server, findCaller);
  if (settings.rateMax > 0 && isAccessConfigured(settings)) await limitRate(server, settings);
  const gates = keepGates(server, settings);
  const metrics = createMetrics();
  const writes = watchWrites(given, server.log);
  const store = traces ? traces.traced(metrics.timed(writes.store)) : metrics.timed(writes.store);
  logRequests(server);
  const schema = await createSchema();
  const documents = documentsOf(settings);
  const context = contextMaker(store, settings);
  await serveGraphql(server, schema, settings, [metrics.plugin, ...(traces ? [traces.plugin] : [])], documents, context);
  const followers = serveLive(server, { schema, store, settings, documents, context, findCaller });
  serveMetrics(server, metrics, { store, gates, followers });
  await serveReconciliation(server, store, settings);
  serveExports(server, schema, store, settings);
  server.get('/', { config: ANYBODY }, (_request, reply) => reply.redirect('/graphql'));
  server.get('/healthz', { config: ANYBODY }, async () => ({ status: 'ok' }));
  server.get('/readyz', { config: ANYBODY }, async (_request, reply) => {
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

async function serveGraphql(
  server: FastifyInstance,
  schema: GraphQLSchema,
  settings: Settings,
  watching: readonly ApolloServerPlugin[],
  documents: Documents,
  context: ContextMaker,
): Promise<void> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: settings.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    persistedQueries: { cache: documents.cache },
    // Selections with fragments taken apart, counted before validation (Apollo's own default is ten million).
    maxRecursiveSelections: SELECTIONS_MAX,
    parseOptions: { maxTokens: settings.tokensMax },
    stopOnTerminationSignals: false,
    formatError: formatError((error) => server.log.error(error), settings.store),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limitsPlugin(settings, documents),
      ...watching,
    ],
  });
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());

  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply) =>
      context(request.caller, {
        publicUrl: publicUrl(settings, request),
        bookmark: headerOf(request, BOOKMARK_HEADER),
        signal: goneSignal(reply),
        onBookmark: (bookmark) => reply.header(BOOKMARK_HEADER, bookmark),
      }),
  }) as (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  const playground = servePlayground(server);
  // The page is for anybody to open: what it asks for is asked with a token.
  server.get('/graphql', { config: { isOpen: isPageVisit } }, (request, reply) =>
    isPageVisit(request) ? playground(reply) : handle.call(server, request, reply),
  );
  server.post('/graphql', (request, reply) => handle.call(server, request, reply));

  const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
  server.get('/schema.graphql', (_request, reply) => {
    if (!settings.introspection) return fail(reply, 404, 'BAD_REQUEST', 'the schema is not given out here');
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}

/** Given when the client goes away before it has its answer. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** Milliseconds. */
const CONNECTIONS_LOOKED_AT_EVERY = 2_000;

/** Past the fields that the cost looks at (plan/cost.ts), so that this one says what is wrong only where it could not. */
const SELECTIONS_MAX = 25_000;

/** A mutation's answer carries it; a client sends it back to read its own write through another process. */
const BOOKMARK_HEADER = 'x-claimgraph-bookmark';

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** A browser that opens the address, not a client that sends a query by GET. */
function isPageVisit(request: FastifyRequest): boolean {
  const { query } = request.query as { query?: string };
  return query === undefined && (request.headers.accept ?? '').includes('text/html');
}
