/** A page whose name was made to lead to this machine (DNS rebinding), in a real browser: to the browser it is of one origin with the server. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const executablePath = chromiumPath();
const EVIL = 'evil.example';

/** What a page gets, or why it gets nothing. */
interface Loot {
  readonly written: string;
  readonly read: string;
  readonly exported: string;
  readonly headed: string;
  readonly streamed: string;
  readonly socket: string;
}

describe.skipIf(executablePath === undefined)('a page at a name that leads here', () => {
  let under: StoreUnderTest;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let port: string;

  beforeAll(async () => {
    under = await STORE_KINDS[0]!.open();
    await under.store.write({
      items: [{ entity: { key: 'secret', kind: 'PERSON', names: [{ language: 'en', text: 'Behind the wall' }] } }],
    });
    // As it is started by default: nobody has said who may ask.
    server = await startServer(under.store);
    ({ port } = new URL(server.url));
    const flags = [...CHROMIUM_FLAGS, `--host-resolver-rules=MAP ${EVIL} 127.0.0.1`];
    browser = await chromium.launch({ executablePath: executablePath!, args: flags });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await under.close();
  });

  /** Answered under every name: scripts that are run in it are of the name's origin, as those of a page that came before its name led here. */
  const PAGE = 'healthz';

  /** Everything that a page can try, from its own origin. */
  const robbed = async (name: string): Promise<Loot> => {
    await page.goto(`http://${name}:${port}/${PAGE}`);
    return page.evaluate(async (here): Promise<Loot> => {
      const said = async (asked: Promise<Response>): Promise<string> => {
        const answer = await asked.catch((error: unknown) => String(error));
        return typeof answer === 'string' ? answer : `${answer.status} ${(await answer.text()).slice(0, 300)}`;
      };
      const post = (path: string, query: string, headers: Record<string, string> = {}) =>
        said(
          fetch(path, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify({ query }),
          }),
        );
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket(`${here.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
        opened.addEventListener('open', () => opened.send(JSON.stringify({ type: 'connection_init' })));
        opened.addEventListener('message', ({ data }) => {
          resolve(String(data));
          opened.close();
        });
        opened.addEventListener('error', () => resolve('refused'));
      });
      const add =
        'mutation { addEntity(input: { key: "planted", kind: PERSON, names: [{ language: "en", text: "Planted" }] }) { outcome } }';
      return {
        written: await post('/graphql', add),
        read: await post('/graphql', '{ entity(key: "secret") { name } }'),
        exported: await said(fetch('/export/jsonl')),
        // A page may set this one itself.
        headed: await post('/graphql', '{ entity(key: "secret") { name } }', { 'x-forwarded-host': 'localhost' }),
        streamed: await post('/graphql/stream', 'subscription { nothing }', { accept: 'text/event-stream' }),
        socket: await socket,
      };
    }, `http://${name}:${port}`);
  };

  it('neither writes, nor reads, nor follows', async () => {
    const { socket, ...fetched } = await robbed(EVIL);
    for (const [what, got] of Object.entries(fetched)) {
      expect(got, what).toMatch(/^421 .*HOST_NOT_ALLOWED/);
      expect(got, what).not.toContain('Behind the wall');
    }
    expect(socket).toBe('refused');
    expect(await server.data('{ entity(key: "planted") { key } }')).toEqual({ entity: null });
  });

  it('is not shown the playground', async () => {
    const answer = await page.goto(`http://${EVIL}:${port}/graphql`);
    expect(answer!.status()).toBe(421);
    expect(await page.locator('.graphiql-execute-button').count()).toBe(0);
  });

  it('does what a page of the server can do, where it is one', async () => {
    const loot = await robbed('localhost');
    expect(loot.written).toMatch(/^200 .*CREATED/);
    expect(loot.read).toContain('Behind the wall');
    expect(loot.exported).toContain('Behind the wall');
    expect(loot.socket).toContain('connection_ack');
  });

  it('of another server of this machine is told nothing either', async () => {
    await page.goto(`http://${EVIL}:${port}/${PAGE}`);
    const got = await page.evaluate(async (address) => {
      const asked = (mode: 'cors' | 'no-cors') =>
        fetch(`${address}/graphql`, {
          method: 'POST',
          mode,
          headers: { 'content-type': 'text/plain' },
          body: '{"query":"{ __typename }"}',
        }).then(
          (answer) => `${answer.type} ${answer.status}`,
          () => 'refused',
        );
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
        opened.addEventListener('open', () => resolve('opened'));
        opened.addEventListener('error', () => resolve('refused'));
      });
      return [await asked('cors'), await asked('no-cors'), await socket];
    }, server.url);
    expect(got).toEqual(['refused', 'opaque 0', 'refused']);
  });
});
