/**
 * What an operator sees, at /metrics in Prometheus' form: requests, operations and their cost, the time that
 * the store takes, the queue, the log's end, and the process itself.
 */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Embeddings } from '../embeddings/nearest.js';
import type { Store } from '../store/store.js';
import type { Queues } from './operations/admission.js';
import type { Observation, Operations } from './operations/work.js';
import type { Followers } from './live/serve.js';

/** Seconds. */
const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [1, 10, 100, 1_000, 5_000, 20_000, 100_000];
/** Names of operations that have a line of their own; the names come from clients, and must not grow without end. */
const NAMES_MAX = 200;
const OTHERS = 'others';

export interface Metrics {
  readonly registry: Registry;
  /** Takes in what was measured where operations are executed. */
  readonly observe: (observations: readonly Observation[]) => void;
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
    help: 'Records that operations could have read if every page had been full.',
    buckets: COSTS,
    registers,
  });
  const storeTimes = new Histogram({
    name: 'claimgraph_store_seconds',
    help: 'Time that the store takes, by kind of work.',
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

  const observe = (observations: readonly Observation[]): void => {
    for (const each of observations) {
      const { outcome, seconds } = each;
      if (each.of === 'store') storeTimes.observe({ call: each.call, outcome }, seconds);
      else {
        operations.observe({ operation: named(each.operation), type: each.type, outcome }, seconds);
        if (each.cost !== undefined) costs.observe(each.cost);
      }
    }
  };
  return { registry, observe };
}

/** Serves them to admins, and to anybody on this machine while nobody has said who may ask. */
export function serveMetrics(
  server: FastifyInstance,
  { registry }: Metrics,
  {
    store,
    queues,
    operations: executed,
    followers,
    embeddings,
  }: {
    readonly store: Store;
    readonly queues: Queues;
    readonly operations: Operations;
    readonly followers: Followers;
    readonly embeddings?: Embeddings | undefined;
  },
): void {
  const registers = [registry];
  const requests = new Counter({
    name: 'claimgraph_http_requests_total',
    help: 'Answers by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const [underWay, waiting] = [
    { name: 'claimgraph_requests_under_way', help: 'Requests being executed, by queue.' },
    { name: 'claimgraph_requests_waiting', help: 'Requests waiting, by queue.' },
  ].map((named) => new Gauge({ ...named, labelNames: ['queue'], registers })) as [Gauge, Gauge];
  const threads = new Gauge({
    name: 'claimgraph_operation_threads',
    help: 'Threads that execute operations, and the operations that they are executing.',
    labelNames: ['of'],
    registers,
  });
  const pool = new Gauge({
    name: 'claimgraph_store_pool',
    help: 'Connections of the threads to a SQLite file or a Neo4j, by state.',
    labelNames: ['state'],
    registers,
  });
  const clients = new Gauge({ name: 'claimgraph_live_clients', help: 'Clients subscribed to changes.', registers });
  const lag = new Gauge({
    name: 'claimgraph_live_lag_changes',
    help: 'Changes not yet sent to the slowest subscribed client.',
    registers,
  });
  const position = new Gauge({
    name: 'claimgraph_change_log_position',
    help: "The last position of the change log. A client's distance from it is its lag.",
    registers,
  });
  const embedded =
    embeddings &&
    new Gauge({
      name: 'claimgraph_embeddings',
      help: 'Distinct texts of claims, and the number with an embedding.',
      labelNames: ['of'],
      registers,
    });
  server.addHook('onResponse', async (request, reply) => {
    requests.inc({
      route: request.is404 ? 'none' : (request.routeOptions.url ?? 'none'),
      method: request.method,
      status: reply.statusCode,
    });
  });
  server.get('/metrics', { config: { role: 'admin' } }, async (_request, reply) => {
    for (const [name, queue] of Object.entries(queues)) {
      underWay.set({ queue: name }, queue.underWay);
      waiting.set({ queue: name }, queue.size);
    }
    threads.set({ of: 'threads' }, executed.load.threads);
    threads.set({ of: 'operations' }, executed.load.underWay);
    for (const [state, count] of Object.entries(executed.load.pool)) pool.set({ state }, count);
    if (embeddings && embedded) {
      const counted = await embeddings.count().catch(() => undefined);
      for (const [of, count] of Object.entries(counted ?? {})) embedded.set({ of }, count);
    }
    clients.set(followers.count);
    lag.set(followers.lag);
    // A store that is away has none; /readyz says so.
    const end = await store.position().catch(() => undefined);
    if (end !== undefined) position.set(end);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
