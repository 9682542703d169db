/** Exports as files to download. */
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';
import { shareOfRequest } from './shares.js';
import { publicUrl } from './export-options.js';
import { exportPlaces, sentWhileTaken } from './export-places.js';
import type { Admission } from './operations/admission.js';
import { answered, send, traceOf } from './operations/serve.js';

export function serveExports(server: FastifyInstance, admission: Admission, settings: Settings): void {
  server.get('/export/:format', { preValidation: exportPlaces(settings) }, async (request, reply) => {
    const { format } = request.params as { format: string };
    const { where } = request.query as { where?: string };
    return answered(request, reply, settings, async (signal) => {
      const asking = { caller: shareOfRequest(request), bytes: 0, signal };
      const work = {
        kind: 'export',
        format,
        where,
        caller: request.caller,
        publicUrl: publicUrl(settings, request),
        trace: traceOf(request),
      } as const;
      const { head, bytes, done } = await admission.export(asking, work);
      reply.raw.once('close', done);
      if ('status' in head) return send(request, reply, head, admission, settings);
      return reply
        .type(head.mediaType)
        .header('content-disposition', `attachment; filename="${head.fileName}"`)
        .send(sentWhileTaken(bytes, reply, settings.exportIdleTimeout));
    });
  });
}
