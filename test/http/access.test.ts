/** Who may do what: tokens, an OpenID provider's tokens, roles, and nothing for anybody else. */
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingName } from '../../src/config/settings.js';
import { createToken, revokeToken } from '../../src/http/access/tokens.js';
import { ROLES, type Role } from '../../src/model/roles.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';
import { letPass } from '../support/time.js';

const folder = temporaryFolder();
const store = openSqliteStore(join(folder, 'graph.db'));
const running: RunningServer[] = [];

async function serve(flags: Partial<Record<SettingName, string>>): Promise<RunningServer> {
  const server = await startServer(store, flags);
  running.push(server);
  return server;
}

beforeAll(async () => {
  const { applied } = await store.write({ items: [{ entity: { key: 'e', kind: 'PERSON', names: [{ language: 'en', text: 'Ada' }] } }] });
  expect(applied).toBe(true);
});
afterAll(async () => {
  for (const server of running) await server.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

const READ = '{ entity(key: "e") { key } }';
const WRITE = 'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { items: $items }) { applied } }';
/** The end of the text: it may have underscores of its own. */
const secretOf = (text: string) => text.slice(-43);
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

describe('API tokens', () => {
  const file = join(folder, 'tokens.json');
  const texts = {} as Record<Role, string>;
  let server: RunningServer;
  beforeAll(async () => {
    for (const role of ROLES) texts[role] = createToken(file, { name: `the ${role}`, role }).text;
    server = await serve({ tokensFile: file });
  });

  it('are kept as digests, for the owner of the file alone', () => {
    const content = readFileSync(file, 'utf8');
    for (const text of Object.values(texts)) expect(content).not.toContain(secretOf(text));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are asked for on every route that gives out something of the graph', async () => {
    const open = ['/', '/healthz', '/readyz'];
    const guarded = ['/graphql?query={__typename}', '/schema.graphql', '/reconcile', '/reconcile/suggest/entity?prefix=a', '/export/jsonl'];
    for (const path of open) expect((await fetch(`${server.url}${path}`, { redirect: 'manual' })).status, path).toBeLessThan(400);
    for (const path of guarded) {
      const answer = await fetch(`${server.url}${path}`, { headers: { 'apollo-require-preflight': '1' } });
      expect(answer.status, path).toBe(401);
      expect(answer.headers.get('www-authenticate'), path).toBe('Bearer realm="claimgraph"');
      expect(((await answer.json()) as any).errors[0].extensions.code, path).toBe('UNAUTHENTICATED');
      const asked = await fetch(`${server.url}${path}`, { headers: { 'apollo-require-preflight': '1', ...bearer(texts.reader) } });
      expect(asked.status, path).toBeLessThan(400);
    }
    // A page to open in a browser, with nothing of the graph in it.
    expect((await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })).status).toBe(200);
    expect((await fetch(`${server.url}/graphql?query={stats{records{active}}}`, { headers: { accept: 'text/html' } })).status).toBe(401);
  });

  it.each(['', 'clmg', 'clmg_000000000000_', `clmg_000000000000_${'A'.repeat(43)}`, 'a.b.c', 'ü', 'x'.repeat(9_000)])(
    'are refused where they are none: %s',
    async (text) => {
      const answer = await server.ask(READ, {}, { authorization: `Bearer ${encodeURI(text)}` });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/error="invalid_/);
    },
  );

  it('are refused with another secret, and under another scheme', async () => {
    const [prefix, id] = texts.admin.split('_');
    expect((await server.ask(READ, {}, bearer(`${prefix}_${id}_${secretOf(texts.reader)}`))).status).toBe(401);
    expect((await server.ask(READ, {}, { authorization: `Basic ${texts.admin}` })).status).toBe(401);
  });

  it('let their roles do what these may, and no more', async () => {
    const entity = (key: string) => ({ entity: { key, kind: 'PERSON', names: [{ language: 'en', text: key }] } });
    const judged = { retract: { kind: 'ENTITY', reference: 'x', reason: 'a test' } };
    const fate = async (role: Role, items: object[]) => {
      const { body } = await server.ask(WRITE, { items }, bearer(texts[role]));
      return body.errors?.[0]?.extensions ?? body.data.applyChangeset;
    };
    for (const role of ROLES) expect((await server.ask(READ, {}, bearer(texts[role]))).body.data).toEqual({ entity: { key: 'e' } });
    expect(await fate('reader', [entity('x')])).toMatchObject({ code: 'FORBIDDEN', path: 'applyChangeset', hint: 'the role contributor' });
    expect(await fate('contributor', [entity('x')])).not.toHaveProperty('code');
    expect(await fate('contributor', [entity('x'), judged])).toMatchObject({ code: 'FORBIDDEN', path: 'items[1].retract' });
    expect(await fate('editor', [judged])).toEqual({ applied: true });
    expect(await fate('contributor', [{ restore: { kind: 'ENTITY', reference: 'x' } }])).toMatchObject({ code: 'FORBIDDEN' });
    const retract = 'mutation { retract(input: { kind: ENTITY, reference: "e", reason: "a test" }) { outcome } }';
    expect((await server.ask(retract, {}, bearer(texts.contributor))).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const lines = JSON.stringify({ retract: { kind: 'Entity', reference: 'e', reason: 'a test' } });
    const imported = 'mutation ($text: String!) { importText(format: JSONL, text: $text) { entries } }';
    expect((await server.ask(imported, { text: lines }, bearer(texts.contributor))).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await server.ask(READ, {}, bearer(texts.reader))).body.data).toEqual({ entity: { key: 'e' } });
  });

  it('name their bearer on what is written', async () => {
    const items = [{ entity: { key: 'by', kind: 'PERSON', names: [{ language: 'en', text: 'By' }] } }];
    await server.ask(WRITE, { items }, bearer(texts.contributor));
    const { body } = await server.ask('{ entity(key: "by") { history { recordedBy } } }', {}, bearer(texts.contributor));
    expect(body.data.entity.history).toEqual([{ recordedBy: 'the contributor' }]);
  });

  it('end when they are revoked or over, while the server runs', { retry: 0 }, async () => {
    const { token, text } = createToken(file, { name: 'short', role: 'reader' });
    const over = createToken(file, { name: 'over', role: 'reader', expires: new Date(Date.now() - 1) }).text;
    await expect.poll(async () => (await server.ask(READ, {}, bearer(text))).status, { timeout: 3_000 }).toBe(200);
    expect((await server.ask(READ, {}, bearer(over))).status).toBe(401);
    revokeToken(file, token.id);
    await expect.poll(async () => (await server.ask(READ, {}, bearer(text))).status, { timeout: 3_000 }).toBe(401);
  });
});

describe('a file of tokens that goes away', () => {
  it('opens nothing that was closed', async () => {
    const file = join(folder, 'gone.json');
    const server = await serve({ tokensFile: file });
    expect((await server.ask(READ)).status).toBe(200);
    createToken(file, { name: 'first', role: 'reader' });
    await expect.poll(async () => (await server.ask(READ)).status, { timeout: 3_000 }).toBe(401);
    rmSync(file);
    // The file is looked at twice a second.
    letPass(1_000);
    expect((await server.ask(READ)).status).toBe(401);
  });
});

describe('without any token or provider', () => {
  it('this machine may do everything', async () => {
    const server = await serve({ tokensFile: join(folder, 'none.json') });
    expect((await server.ask(READ)).body.data).toEqual({ entity: { key: 'e' } });
  });

  it('what anybody may do is what was said', async () => {
    const server = await serve({ tokensFile: join(folder, 'none.json'), anonymousRole: 'reader' });
    expect((await server.ask(READ)).status).toBe(200);
    const { body } = await server.ask(WRITE, { items: [{ entity: { key: 'z', kind: 'PERSON', names: [{ language: 'en', text: 'Z' }] } }] });
    expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe("an OpenID provider's tokens", () => {
  const issuer = 'https://id.example.org/';
  const audience = 'claimgraph';
  let provider: Server;
  let address: string;
  let server: RunningServer;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let others: Awaited<ReturnType<typeof generateKeyPair>>;
  beforeAll(async () => {
    keys = await generateKeyPair('RS256', { extractable: true });
    others = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    provider = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] }))).listen(0, '127.0.0.1');
    await new Promise((resolve) => provider.once('listening', resolve));
    address = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/`;
    server = await serve({
      tokensFile: join(folder, 'none.json'),
      jwtIssuer: issuer,
      jwtAudience: audience,
      jwtJwks: address,
      jwtRoleClaim: 'realm.roles',
    });
  });
  afterAll(() => provider.close());

  const token = (header: object = {}) =>
    new SignJWT({ realm: { roles: ['offline', 'editor'] } })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('ada')
      .setIssuedAt()
      .setExpirationTime('5m');
  const status = async (text: string) => (await server.ask(READ, {}, bearer(text))).status;

  it('are taken with the role that they name, and name their bearer', async () => {
    const text = await token().sign(keys.privateKey);
    const items = [{ entity: { key: 'jwt', kind: 'PERSON', names: [{ language: 'en', text: 'J' }] } }];
    expect((await server.ask(WRITE, { items }, bearer(text))).body.data).toEqual({ applyChangeset: { applied: true } });
    const { body } = await server.ask('{ entity(key: "jwt") { history { recordedBy } } }', {}, bearer(text));
    expect(body.data.entity.history).toEqual([{ recordedBy: 'ada' }]);
  });

  it('are refused when anything about them is not as it was fixed beforehand', async () => {
    const secret = Buffer.from(await exportSPKI(keys.publicKey));
    const claims = { realm: { roles: ['admin'] }, iss: issuer, aud: audience, sub: 'eve', exp: Math.floor(Date.now() / 1_000) + 300 };
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const confused = `${encoded({ alg: 'HS256', kid: 'one' })}.${encoded(claims)}`;
    const right = await token().sign(keys.privateKey);
    const [head, , signature] = right.split('.');
    const weak = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
    const wrong: Record<string, string> = {
      'no signature': new UnsecuredJWT(claims).encode(),
      'none in other letters': `${encoded({ alg: 'nOnE' })}.${encoded(claims)}.`,
      'the public key as a secret': `${confused}.${createHmac('sha256', secret).update(confused).digest('base64url')}`,
      'another key': await token().sign(others.privateKey),
      'another algorithm': await token({ alg: 'ES384' }).sign(weak),
      'a key of its own': await token({ kid: 'two', jwk: await exportJWK(others.publicKey) }).sign(others.privateKey),
      'an unknown key': await token({ kid: '../../one' }).sign(keys.privateKey),
      'an address of keys': await token({ jku: address }).sign(others.privateKey),
      'another content': `${head}.${encoded(claims)}.${signature}`,
      'another issuer': await token().setIssuer('https://id.example.org').sign(keys.privateKey),
      'another audience': await token().setAudience(['other']).sign(keys.privateKey),
      over: await token().setExpirationTime('-1m').sign(keys.privateKey),
      'not yet': await token().setNotBefore('1h').sign(keys.privateKey),
      'for ever': await new SignJWT({ realm: { roles: ['admin'] } })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject('eve')
        .sign(keys.privateKey),
      'no role that is known': await new SignJWT({ realm: { roles: ['root', '__proto__'] }, claimgraph_role: 'admin' })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject('eve')
        .setExpirationTime('5m')
        .sign(keys.privateKey),
      'two dots': '..',
    };
    expect(await status(right)).toBe(200);
    for (const [what, text] of Object.entries(wrong)) expect(await status(text), what).toBe(401);
  });

  it('are no answer of 401 where the provider cannot be asked, but a request to try again', async () => {
    const away = await serve({
      tokensFile: join(folder, 'none.json'),
      jwtIssuer: issuer,
      jwtAudience: audience,
      jwtJwks: 'http://127.0.0.1:1/',
    });
    const answer = await away.ask(READ, {}, bearer(await token().sign(keys.privateKey)));
    expect(answer.status).toBe(503);
    expect(answer.body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect((await away.ask(READ)).status).toBe(401);
  });
});
