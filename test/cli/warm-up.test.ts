/** The questions that a server asks itself after the start. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { warmUp } from '../../src/cli/warm-up.js';
import { readSettings } from '../../src/config/settings.js';
import { createToken } from '../../src/http/access/tokens.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

it('are answered where nobody is let in without a token, for those who see everything and for readers', async () => {
  const folder = temporaryFolder();
  const store = openSqliteStore(join(folder, 'graph.db'));
  const tokensFile = join(folder, 'tokens.json');
  const { text: token } = createToken(tokensFile, { name: 'operator', role: 'admin' });
  const server = await startServer(store, { tokensFile });
  onTestFinished(async () => {
    await server.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  await warmUp(server.server, readSettings({}, { tokensFile }));
  const metrics = await (await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text();
  const answered = [...metrics.matchAll(/^claimgraph_operation_seconds_count\{.*outcome="answered"\} (\d+)$/gm)];
  // But for what needs the article, which is not here, and what readers may not ask.
  expect(answered.reduce((sum, [, count]) => sum + Number(count), 0)).toBeGreaterThanOrEqual(36);
});
