/**
 * Traces, where a collector is named: a span for each request, going on from the caller's (W3C Trace Context),
 * one for its operation, and one for each thing that the store does for it. Names, costs and times; never a
 * text of a query, a variable or a header.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import type { Plan } from '../plan/plan.js';
import type { Store } from '../store/store.js';

export interface Traces {
  readonly plugin: ApolloServerPlugin;
  /** The same store, with a span for what it is asked. */
  readonly traced: (store: Store) => Store;
  /** A span for each request of a server. */
  readonly follow: (server: FastifyInstance) => void;
  /** Work for a request whose span was begun elsewhere: `carrier` is its W3C Trace Context. */
  readonly within: <T>(carrier: Readonly<Record<string, string>>, work: () => Promise<T>) => Promise<T>;
  /** Sends what was gathered last, if somebody takes it. */
  readonly stop: () => Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    span?: Span;
  }
}

/** An OTLP address over HTTP, such as http://localhost:4318/v1/traces. The libraries are loaded only then. */
export async function createTraces(endpoint: string): Promise<Traces | undefined> {
  if (endpoint === '') return undefined;
  const [{ OTLPTraceExporter }, { resourceFromAttributes }, { BatchSpanProcessor, NodeTracerProvider }] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-node'),
  ]);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'claimgraph' }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: endpoint }))],
  });
  provider.register();
  const tracer = provider.getTracer('claimgraph');
  return {
    plugin: pluginOf(tracer),
    traced: tracedBy(tracer),
    follow: (server) => followRequests(server, tracer),
    within: (carrier, work) => context.with(propagation.extract(ROOT_CONTEXT, carrier), work),
    stop: () => provider.shutdown(),
  };
}

function followRequests(server: FastifyInstance, tracer: Tracer): void {
  server.decorateRequest('span');
  server.addHook('onRequest', (request, _reply, done) => {
    // The route, not the address: a query by GET stands in the address.
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    const from = propagation.extract(ROOT_CONTEXT, request.headers);
    const attributes = { 'http.request.method': request.method, 'http.route': route, 'claimgraph.request_id': request.id };
    request.span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, from);
    context.with(trace.setSpan(from, request.span), done);
  });
  const end = (span: Span | undefined, status: number | undefined): void => {
    if (status !== undefined) span?.setAttribute('http.response.status_code', status);
    if (status === undefined || status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  };
  server.addHook('onResponse', async ({ span }, { statusCode }) => end(span, statusCode));
  server.addHook('onRequestAbort', async ({ span }) => end(span, undefined));
}

function pluginOf(tracer: Tracer): ApolloServerPlugin {
  return {
    requestDidStart: async () => {
      let span: Span | undefined;
      let failure: unknown;
      return {
        executionDidStart: async ({ operation, operationName }) => {
          const name = operationName ?? 'anonymous';
          const attributes = { 'graphql.operation.type': operation.operation, 'graphql.operation.name': name };
          span = tracer.startSpan(`${operation.operation} ${name}`, { attributes });
          return { executionDidEnd: async (error) => void (failure = error) };
        },
        willSendResponse: async ({ response }) => {
          const { body } = response;
          const cost = body.kind === 'single' ? (body.singleResult.extensions?.['cost'] as { cost?: number } | undefined) : undefined;
          if (cost?.cost !== undefined) span?.setAttribute('claimgraph.cost', cost.cost);
          if (span) endSpan(span, failure);
        },
      };
    },
  };
}

function endSpan(span: Span, error: unknown): void {
  // Its kind alone: a message may have a text of the request's.
  if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
  span.end();
}

function tracedBy(tracer: Tracer): (store: Store) => Store {
  const within = <T>(name: string, attributes: Record<string, string | number>, work: () => Promise<T>): Promise<T> =>
    tracer.startActiveSpan(name, { kind: SpanKind.CLIENT, attributes }, async (span) => {
      try {
        const result = await work();
        endSpan(span, undefined);
        return result;
      } catch (error) {
        endSpan(span, error);
        throw error;
      }
    });
  return (store) => ({
    ...store,
    read: (plan, options) => within(`read ${plan.kind}`, recordOf(plan), () => store.read(plan, options)),
    ask: (wanted, options) => within(`ask ${wanted.fetch}`, {}, () => store.ask(wanted, options)),
    write: (changeset, options) => within('write', { 'claimgraph.items': changeset.items.length }, () => store.write(changeset, options)),
  });
}

const recordOf = (plan: Plan): Record<string, string> => ('record' in plan ? { 'claimgraph.record': plan.record } : {});
