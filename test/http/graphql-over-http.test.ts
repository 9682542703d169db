/** The GraphQL over HTTP specification, by graphql-http's audits: every MUST and SHOULD, or the reason why not. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const folder = temporaryFolder();
const store = openSqliteStore(join(folder, 'graph.db'));
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(store);
});
afterAll(async () => {
  await server.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** What is not as the audit would like it, and why. */
const CSRF = 'a GET without a header that a form of another site cannot send is refused (cross-site request forgery)';
const REASONS: Readonly<Record<string, string>> = { '5A70': CSRF, D6D5: CSRF, '6A70': CSRF };

const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch });

it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
  const result = await audit.fn();
  if (result.status === 'ok') {
    expect(REASONS[audit.id], `${audit.id} is met: its reason is out of date`).toBeUndefined();
    return;
  }
  expect(REASONS[audit.id], `${audit.id} ${name}: ${result.reason}`).toBeDefined();
  expect(name).not.toMatch(/^MUST/);
});
