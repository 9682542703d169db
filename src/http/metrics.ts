/**
 * What an operator sees, at /metrics in Prometheus' form: requests, operations and their cost, the time that
 * the store takes, the queue, the log's end, and the process itself.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { StoreError } from '../model/errors.js';
import type { Changeset } from '../model/changeset/changeset.js';
import type { Fetch } from '../model/changeset/known.js';
import type { Plan } from '../plan/plan.js';
import type { AskOptions, ReadOptions, Store } from '../store/store.js';
import type { Gates } from './gate.js';
import type { Followers } from './live/serve.js';

/** Seconds. */
const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [1, 10, 100, 1_000, 5_000, 20_000, 100_000];
/** Names of operations that have a line of their own; the names come from clients, and must not grow without end. */
const NAMES_MAX = 200;
const OTHERS = 'others';

export interface Metrics {
  readonly registry: Registry;
  readonly plugin: ApolloServerPlugin;
  /** The same store, with its time taken. */
  readonly timed: (store: Store) => Store;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const operations = new Histogram({
    name: 'claimgraph_operation_seconds',
    help: 'Time from the parsed request to its answer, by the name of the operation, its type, and how it ended.',
    labelNames: ['operation', 'type', 'outcome'],
    buckets: LATENCIES,
    registers,
  });
  const costs = new Histogram({
    name: 'claimgraph_operation_cost_records',
    help: 'Records that operations could have touched when every page had been full.',
    buckets: COSTS,
    registers,
  });
  const storeTimes = new Histogram({
    name: 'claimgraph_store_seconds',
    help: 'Time that the store takes, by what it does.',
    labelNames: ['call', 'outcome'],
    buckets: LATENCIES,
    registers,
  });
  const names = new Set<string>();
  const named = (name: string | undefined): string => {
    if (name === undefined) return 'anonymous';
    if (names.size < NAMES_MAX) names.add(name);
    return names.has(name) ? name : OTHERS;
  };

  const plugin: ApolloServerPlugin = {
    requestDidStart: async () => {
      const started = performance.now();
      return {
        willSendResponse: async ({ operation, operationName, response }) => {
          if (!operation || response.body.kind !== 'single') return;
          const { errors, extensions } = response.body.singleResult;
          const code = errors?.[0]?.extensions?.['code'];
          const outcome = errors === undefined ? 'answered' : typeof code === 'string' ? code : 'failed';
          operations.observe(
            { operation: named(operationName ?? undefined), type: operation.operation, outcome },
            (performance.now() - started) / 1_000,
          );
          const cost = (extensions?.['cost'] as { cost?: number } | undefined)?.cost;
          // What was refused for its cost touched nothing.
          if (cost !== undefined && code !== 'TOO_COSTLY') costs.observe(cost);
        },
      };
    },
  };

  const timed = (store: Store): Store => {
    const time = <Arguments extends unknown[], Result>(call: string, run: (...given: Arguments) => Promise<Result>) => {
      return async (...given: Arguments): Promise<Result> => {
        const started = performance.now();
        let outcome = 'answered';
        try {
          return await run(...given);
        } catch (error) {
          outcome = error instanceof StoreError ? error.code : 'failed';
          throw error;
        } finally {
          storeTimes.observe({ call, outcome }, (performance.now() - started) / 1_000);
        }
      };
    };
    return {
      ...store,
      read: time('read', (plan: Plan, options?: ReadOptions) => store.read(plan, options)),
      ask: time('ask', (wanted: Fetch, options?: AskOptions) => store.ask(wanted, options)),
      write: time('write', (changeset: Changeset) => store.write(changeset)),
    };
  };
  return { registry, plugin, timed };
}

/** Serves them to admins, and to anybody on this machine while nobody has said who may ask. */
export function serveMetrics(
  server: FastifyInstance,
  { registry }: Metrics,
  { store, gates, followers }: { readonly store: Store; readonly gates: Gates; readonly followers: Followers },
): void {
  const registers = [registry];
  const requests = new Counter({
    name: 'claimgraph_http_requests_total',
    help: 'Answers by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const [underWay, waiting] = [
    { name: 'claimgraph_requests_under_way', help: 'Requests that are worked on, by their gate.' },
    { name: 'claimgraph_requests_waiting', help: 'Requests that wait for their turn, by their gate.' },
  ].map((named) => new Gauge({ ...named, labelNames: ['gate'], registers })) as [Gauge, Gauge];
  const pool = new Gauge({
    name: 'claimgraph_store_pool',
    help: 'What the store reads with, threads of a SQLite store or connections to a Neo4j: how many there are, are taken, and are waited for.',
    labelNames: ['state'],
    registers,
  });
  const clients = new Gauge({ name: 'claimgraph_live_clients', help: 'Clients that follow changes.', registers });
  const lag = new Gauge({
    name: 'claimgraph_live_lag_changes',
    help: 'Changes that the slowest client which follows has yet to be told.',
    registers,
  });
  const position = new Gauge({
    name: 'claimgraph_change_log_position',
    help: "The end of the change log: a reader's distance from it is its lag.",
    registers,
  });
  server.addHook('onResponse', async (request, reply) => {
    requests.inc({
      route: request.is404 ? 'none' : (request.routeOptions.url ?? 'none'),
      method: request.method,
      status: reply.statusCode,
    });
  });
  server.get('/metrics', { config: { role: 'admin', gate: 'none' } }, async (_request, reply) => {
    for (const [gate, { queue }] of Object.entries(gates)) {
      underWay.set({ gate }, queue.pending);
      waiting.set({ gate }, queue.size);
    }
    for (const [state, count] of Object.entries(store.pool())) pool.set({ state }, count);
    clients.set(followers.count);
    lag.set(followers.lag);
    // A store that is away has none; /readyz says so.
    const end = await store.position().catch(() => undefined);
    if (end !== undefined) position.set(end);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
