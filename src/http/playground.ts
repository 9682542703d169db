/** The pages a browser gets: the playground, bundled, with nothing fetched from elsewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ANYBODY } from './access/authenticate.js';

const PAGES = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../dist/playground/' : '../playground/', import.meta.url));

/** Only this server's own files; Monaco styles its lines inline and starts its workers from files. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function servePlayground(server: FastifyInstance): (reply: FastifyReply) => FastifyReply {
  const page = `${PAGES}index.html`;
  if (!existsSync(page)) return (reply) => reply.code(404).type('text/plain').send('The playground is not built; run npm run build.\n');
  void server.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...ANYBODY };
    });
    await files.register(fastifyStatic, { root: PAGES, prefix: '/playground/', index: false, immutable: true, maxAge: '1y' });
  });
  const html = readFileSync(page);
  return (reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('cache-control', 'no-cache')
      .send(html);
}
