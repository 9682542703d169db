/**
 * Asks the playground's examples once after the start: a database under Java needs seconds to plan its
 * first large queries, which nobody should wait for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Resolves when all are asked. Failures are nobody's: whoever asks the same later is told. */
export async function warmUp(server: FastifyInstance): Promise<void> {
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql'));
  for (const name of names) {
    const query = readFileSync(`${EXAMPLES}${name}`, 'utf8');
    if (/^\s*(mutation|subscription)\b/m.test(query)) continue;
    await server.inject({ method: 'POST', url: '/graphql', payload: { query } });
  }
}
