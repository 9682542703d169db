/** An export, from its request to its bytes. */
import { once } from 'node:events';
import type { GraphQLSchema } from 'graphql';
import type { Settings } from '../../config/settings.js';
import { EXPORT_FORMATS, exported } from '../../formats/exports.js';
import { claimWhere } from '../../graphql/claim-where.js';
import { InputError, printPath } from '../../model/errors.js';
import type { Store } from '../../store/store.js';
import { storeFor } from '../access/caller.js';
import { exportOptions } from '../export-options.js';
import type { Executing } from './executor.js';
import { failure } from './graphql.js';
import type { Exported, ExportWork } from './work.js';

export function exportedBy(
  schema: GraphQLSchema,
  store: Store,
  settings: Settings,
): (work: ExportWork, executing: Executing) => Promise<Exported> {
  return async ({ format: name, where: text, caller, publicUrl }, { signal }) => {
    const format = EXPORT_FORMATS.find((each) => each.name === name);
    if (!format)
      return refused(404, `there is no format "${name.slice(0, 60)}"`, 'format', EXPORT_FORMATS.map((each) => each.name).join(', '));
    try {
      const where = claimWhere(schema, text, settings);
      const bytes = exported(format, storeFor(store, caller, settings), { where }, exportOptions(settings, publicUrl));
      signal.addEventListener('abort', () => bytes.destroy(), { once: true });
      // What is wrong from the beginning is said in the answer; what breaks later cuts the file off.
      await Promise.race([once(bytes, 'readable'), once(bytes, 'end')]);
      return { head: { mediaType: format.mediaType, fileName: `claimgraph.${format.ending}` }, bytes };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const [problem] = error.problems;
      return refused(400, problem.message, printPath(problem.path), problem.hint);
    }
  };
}

const refused = (status: number, message: string, path: string, hint: string): Exported => ({
  head: failure(status, message, 'BAD_INPUT', { path, hint }),
  bytes: NOTHING,
});

const NOTHING: AsyncIterable<Uint8Array> = (async function* () {})();
