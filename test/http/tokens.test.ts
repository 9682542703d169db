/** The file of tokens, when it is looser than it should be or damaged, and those who try tokens out. */
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createClient } from 'graphql-ws';
import { afterAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { readSettings, type SettingName } from '../../src/config/settings.js';
import { CallerRefused } from '../../src/http/access/authenticate.js';
import { createToken, loosenessOf } from '../../src/http/access/tokens.js';
import { slowedFinder } from '../../src/http/access/wrong-tokens.js';
import { createServer } from '../../src/http/server.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const folder = temporaryFolder();
const store = openSqliteStore(join(folder, 'graph.db'));
const running: RunningServer[] = [];
const serve = async (flags: Partial<Record<SettingName, string>>): Promise<RunningServer> => {
  const server = await startServer(store, flags);
  running.push(server);
  return server;
};
afterAll(async () => {
  for (const server of running) await server.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

const READ = '{ __typename }';
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

describe('wrong tokens', () => {
  const tokensFile = join(folder, 'tried', 'tokens.json');
  const right = createToken(tokensFile, { name: 'Ada', role: 'reader' }).text;

  it('are slowed down past some in a minute; right ones never are', async () => {
    const server = await serve({ tokensFile, wrongTokensMax: '3' });
    const wrong = (index: number) => server.ask(READ, {}, bearer(`clmg_${'0'.repeat(12)}_${String(index).padStart(43, 'A')}`));
    for (let index = 0; index < 3; index++) expect((await wrong(index)).status).toBe(401);
    for (let index = 3; index < 6; index++) {
      const { status, headers, body } = await wrong(index);
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
      expect(headers.get('www-authenticate')).toBeNull();
      expect((await server.ask(READ, {}, bearer(right))).status).toBe(200);
    }
    // Of whichever form, by whichever route; and who sends none tries none.
    expect((await server.ask(READ, {}, { authorization: 'Basic x' })).status).toBe(429);
    expect((await fetch(`${server.url}/export/jsonl`, { headers: bearer('x') })).status).toBe(429);
    expect((await server.ask(READ)).status).toBe(401);
  });

  it('are counted over WebSockets as well, together with the others', async () => {
    const server = await serve({ tokensFile, wrongTokensMax: '4' });
    const connected = async (authorization: string) => {
      const client = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization },
        retryAttempts: 0,
      });
      const seen = client.iterate({ query: 'subscription { nothing }' });
      const outcome = await seen.next().then(
        ({ value }) => JSON.stringify(value),
        (error: { code?: number }) => error.code ?? JSON.stringify(error),
      );
      await client.dispose();
      return outcome;
    };
    for (let index = 0; index < 2; index++) expect((await server.ask(READ, {}, bearer('x'))).status).toBe(401);
    for (let index = 0; index < 2; index++) expect(await connected('Bearer x')).toBe(4403);
    expect(await connected('Bearer x')).toBe(4429);
    expect((await server.ask(READ, {}, bearer('x'))).status).toBe(429);
    expect(await connected(`Bearer ${right}`)).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('are counted by address: that which a trusted proxy names, and of IPv6 by the network', async () => {
    const server = await serve({ tokensFile, wrongTokensMax: '1', trustProxy: 'loopback' });
    const from = async (address: string, text = 'x') =>
      (await server.ask(READ, {}, { ...bearer(text), 'x-forwarded-for': address })).status;
    expect([await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')]).toEqual([401, 429, 401]);
    expect([await from('2001:db8::1'), await from('2001:db8::2:1'), await from('2001:db8:0:1::1')]).toEqual([401, 429, 401]);
    expect(await from('::ffff:192.0.2.1')).toBe(429);
    expect(await from('192.0.2.1', right)).toBe(200);
    // A word that nobody trusted has said of itself.
    const open = await serve({ tokensFile, wrongTokensMax: '1' });
    const said = async (address: string) => (await open.ask(READ, {}, { ...bearer('x'), 'x-forwarded-for': address })).status;
    expect([await said('192.0.2.1'), await said('192.0.2.2')]).toEqual([401, 429]);
  });

  it('are as many as anybody likes where the setting says so', async () => {
    const server = await serve({ tokensFile, wrongTokensMax: '0' });
    for (let index = 0; index < 30; index++) expect((await server.ask(READ, {}, bearer('x'))).status).toBe(401);
  });

  it('of more addresses than are remembered take no more memory', async () => {
    const find = slowedFinder(() => Promise.reject(new CallerRefused(401, 'UNAUTHENTICATED', 'no')), 1);
    const status = (address: string) =>
      find('Bearer x', address).then(
        () => 200,
        (error: CallerRefused) => error.status,
      );
    expect([await status('192.0.2.1'), await status('192.0.2.1')]).toEqual([401, 429]);
    for (let index = 0; index < 10_000; index++) await status(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`);
    // Forgotten with the others that tried longest ago.
    expect(await status('192.0.2.1')).toBe(401);
  });

  it('are not what a provider that is away makes of them', async () => {
    const away = await serve({
      tokensFile,
      wrongTokensMax: '1',
      jwtIssuer: 'https://id.example',
      jwtAudience: 'claimgraph',
      jwtJwks: 'http://127.0.0.1:9/certs',
    });
    const [header, payload] = [{ alg: 'RS256', kid: 'x' }, { sub: 'x' }].map((each) =>
      Buffer.from(JSON.stringify(each)).toString('base64url'),
    );
    for (let index = 0; index < 5; index++) expect((await away.ask(READ, {}, bearer(`${header}.${payload}.AA`))).status).toBe(503);
    expect((await away.ask(READ, {}, bearer('x'))).status).toBe(401);
  });
});

describe('a file of tokens', () => {
  it('is made with its folder for the owner alone, and told of where it is looser', async () => {
    const [inner, tokensFile] = [join(folder, 'made', 'here'), join(folder, 'made', 'here', 'tokens.json')];
    expect(loosenessOf(tokensFile)).toEqual([]);
    createToken(tokensFile, { name: 'Ada', role: 'reader' });
    expect([tokensFile, inner].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o700]);
    expect(loosenessOf(tokensFile)).toEqual([]);
    chmodSync(tokensFile, 0o644);
    chmodSync(inner, 0o755);
    const told = [
      expect.stringMatching(/tokens.json has the mode 0644: .*chmod 0600/),
      expect.stringMatching(/here has the mode 0755: .*chmod 0700/),
    ];
    expect(loosenessOf(tokensFile)).toEqual(told);
    const log = await startedLog(tokensFile, told.length);
    expect(log.filter(({ level }) => level === 40).map(({ msg }) => msg)).toEqual(told);
    // What is written is tight again; the folder is its owner's to change.
    createToken(tokensFile, { name: 'Bob', role: 'reader' });
    expect(statSync(tokensFile).mode & 0o777).toBe(0o600);
    const listed = spawnSync(process.execPath, [MAIN, 'token', 'create', 'Eve', '--role', 'reader', '--tokens-file', tokensFile], {
      encoding: 'utf8',
    });
    expect(listed.stderr).toContain('has the mode 0755');
    expect(listed.stdout).toMatch(/^clmg_\S+\n$/);
  });

  it('and what else the command line makes is for its owner alone', () => {
    const made = join(folder, 'private');
    const run = (...words: string[]) => spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
    expect(run('seed', '--store', join(made, 'graph.db')).status).toBe(0);
    expect(run('backup', join(made, 'copy.db'), '--store', join(made, 'graph.db')).status).toBe(0);
    for (const [path, mode] of [
      ['', 0o700],
      ['graph.db', 0o600],
      ['copy.db', 0o600],
    ] as const)
      expect(statSync(join(made, path)).mode & 0o777, path).toBe(mode);
  });

  it('that is damaged while the server runs lets nobody in, and is told of once', { retry: 0 }, async () => {
    mkdirSync(join(folder, 'damaged'), { recursive: true });
    const tokensFile = join(folder, 'damaged', 'tokens.json');
    const { text } = createToken(tokensFile, { name: 'Ada', role: 'reader' });
    const whole = readFileSync(tokensFile, 'utf8');
    const lines: string[] = [];
    const settings = readSettings({}, { operationThreads: '0', tokensFile, stopTimeout: '1000', liveCallerInterval: '50' });
    const server = await createServer({
      store,
      settings,
      logger: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const ask = (token: string | undefined) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token === undefined ? {} : bearer(token)) },
        body: JSON.stringify({ query: READ }),
      });
    expect((await ask(text)).status).toBe(200);
    for (const damage of ['{', '{"tokens":"none"}', '']) {
      lines.length = 0;
      writeFileSync(tokensFile, damage);
      await expect.poll(async () => (await ask(text)).status, { timeout: 3_000 }).toBe(503);
      for (let index = 0; index < 30; index++) {
        const answer = await ask(index % 2 === 0 ? text : 'wrong');
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
        const answered = await answer.text();
        expect(answered).toContain('"UNAVAILABLE"');
        expect(answered).not.toContain(folder);
      }
      const [socket] = [new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')];
      socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: bearer(text) })));
      expect((await once(socket, 'close'))[0]).toBe(4503);
      if (damage === '{') expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['the identity of callers cannot be checked']);
      else expect(lines).toEqual([]);
      // Who sends no token is as little let in as ever.
      expect((await ask(undefined)).status).toBe(401);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      writeFileSync(tokensFile, whole);
      await expect.poll(async () => (await ask(text)).status, { timeout: 3_000 }).toBe(200);
    }
    await server.close();
  });

  it('that is damaged at the start keeps the server from starting, with one line', () => {
    const tokensFile = join(folder, 'damaged-at-start.json');
    writeFileSync(tokensFile, '{', { mode: 0o600 });
    const words = ['serve', '--port', '0', '--store', join(folder, 'never.db'), '--tokens-file', tokensFile];
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toBe(`${tokensFile} is not a tokens file, or is damaged; move it away or restore it\n`);
  });
});

/** What a server that is started by the command line logs, so many lines of it. */
async function startedLog(tokensFile: string, lines: number): Promise<{ level: number; msg: string }[]> {
  const words = ['serve', '--port', '0', '--store', join(folder, 'logged.db'), '--tokens-file', tokensFile];
  const server = spawn(process.execPath, [MAIN, ...words]);
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  await expect.poll(() => log.split('\n').length - 1, { timeout: 30_000 }).toBe(lines);
  server.kill('SIGTERM');
  await once(server, 'close');
  return log
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { level: number; msg: string });
}
