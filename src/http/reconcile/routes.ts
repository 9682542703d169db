/** The reconciliation service at /reconcile: requests of this server, answered by answer.ts. */
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import type { Store } from '../../store/store.js';
import { publicUrl } from '../export-options.js';
import { answerReconciliation, RECONCILIATION_PATHS, type ReconciliationLimits, type ReconciliationPath } from './answer.js';

export const reconciliationLimits = (settings: Settings): ReconciliationLimits => ({
  candidatesMax: settings.searchCandidatesMax,
  pageSizeMax: settings.pageSizeMax,
  timeout: settings.requestTimeout,
  valuesMax: settings.reconcileValuesMax,
  anyPageMayAsk: settings.corsOrigins.includes('*'),
});

export async function serveReconciliation(server: FastifyInstance, store: Store, settings: Settings): Promise<void> {
  const limits = reconciliationLimits(settings);
  const answering = (path: ReconciliationPath) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { status, headers, body } = await answerReconciliation(store, limits, {
      path,
      query: request.query as Readonly<Record<string, unknown>>,
      body: request.body as Readonly<Record<string, unknown>> | undefined,
      caller: request.caller,
      publicUrl: publicUrl(settings, request),
    });
    return reply.code(status).headers(headers).send(body);
  };
  await server.register(async (routes) => {
    await routes.register(formbody);
    for (const path of RECONCILIATION_PATHS) routes.get(path, answering(path));
    routes.post('/reconcile', answering('/reconcile'));
  });
}
