/**
 * Asks the playground's examples, and what they leave out, once after the start: a database under Java needs seconds to plan its
 * first large queries, which nobody should wait for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';
import { publicUrl } from '../http/export-options.js';
import type { GraphqlWork } from '../http/operations/work.js';
import type { Role } from '../model/roles.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
/** Who sees everything and who does not are answered by statements of their own, each with its plan. */
const AUDIENCES: readonly Role[] = ['contributor', 'reader'];

/** Kinds of records that an example asks nothing of. */
const FURTHER = ['{ findDuplicates(kind: SOURCE) { complete found { score } } }'];

/** Resolves when all are asked. What fails is told where it is asked again: planning may take longer than a request may. */
export async function warmUp({ operations }: FastifyInstance, settings: Settings): Promise<void> {
  const queries = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(`${EXAMPLES}${name}`, 'utf8'))
    .filter((query) => !/^\s*(mutation|subscription)\b/m.test(query));
  for (const role of AUDIENCES) {
    for (const query of [...queries, ...FURTHER]) {
      const work: GraphqlWork = {
        kind: 'graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        search: '',
        body: Buffer.from(JSON.stringify({ query })),
        caller: { role },
        publicUrl: publicUrl(settings),
      };
      await operations.run('reads', work).catch(() => undefined);
    }
  }
}
