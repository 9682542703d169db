/** Exports as files to download. */
import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { claimWhere } from '../graphql/claim-where.js';
import type { Settings } from '../config/settings.js';
import { EXPORT_FORMATS, exported } from '../formats/exports.js';
import { InputError, printPath } from '../model/errors.js';
import type { Store } from '../store/store.js';
import { storeFor } from './access/caller.js';
import { exportOptions } from './export-options.js';

export function serveExports(server: FastifyInstance, schema: GraphQLSchema, store: Store, settings: Settings): void {
  server.get('/export/:format', { config: { gate: 'exports' } }, async (request, reply) => {
    const { format: name } = request.params as { format: string };
    const format = EXPORT_FORMATS.find((each) => each.name === name);
    const fail = (status: number, message: string, path: string, hint: string) =>
      reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_INPUT', path, hint } }] });
    if (!format)
      return fail(404, `there is no format "${name.slice(0, 60)}"`, 'format', EXPORT_FORMATS.map((each) => each.name).join(', '));
    try {
      const where = claimWhere(schema, (request.query as { where?: string }).where, settings);
      const bytes = exported(format, storeFor(store, request.caller), { where }, exportOptions(settings, request));
      // What is wrong from the beginning is said in the answer; what breaks later cuts the file off.
      await Promise.race([once(bytes, 'readable'), once(bytes, 'end')]);
      return await reply
        .type(format.mediaType)
        .header('content-disposition', `attachment; filename="claimgraph.${format.ending}"`)
        .send(bytes);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const [problem] = error.problems;
      return fail(400, problem.message, printPath(problem.path), problem.hint);
    }
  });
}
