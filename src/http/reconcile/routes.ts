/** The reconciliation service at /reconcile: requests of this server, answered by answer.ts where operations are executed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import { publicUrl } from '../export-options.js';
import type { Admission } from '../operations/admission.js';
import { answered, send, traceOf } from '../operations/serve.js';
import { shareOfRequest } from '../shares.js';
import { RECONCILIATION_PATHS, type ReconciliationPath } from './answer.js';

export async function serveReconciliation(server: FastifyInstance, admission: Admission, settings: Settings): Promise<void> {
  const answering = (path: ReconciliationPath) => (request: FastifyRequest, reply: FastifyReply) =>
    answered(request, reply, settings, async (signal) => {
      const form = request.body as Buffer | undefined;
      const asking = { caller: shareOfRequest(request), bytes: form?.length ?? 0, signal };
      const asked = {
        path,
        query: request.query as Readonly<Record<string, unknown>>,
        form,
        caller: request.caller,
        publicUrl: publicUrl(settings, request),
      };
      const found = await admission.perform('reads', asking, { kind: 'reconcile', ...asked, trace: traceOf(request) });
      return send(request, reply, found, admission, settings);
    });
  await server.register(async (routes) => {
    // The API has forms alone: JSON would be read by the server's own parser.
    routes.removeAllContentTypeParsers();
    // Not taken apart on the thread that serves.
    routes.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const path of RECONCILIATION_PATHS) routes.get(path, answering(path));
    routes.post('/reconcile', answering('/reconcile'));
  });
}
