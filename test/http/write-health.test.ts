/** A store that cannot be written, as those see it who watch over the server: a real disk that is full. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchWrites } from '../../src/http/write-health.js';
import { StoreError } from '../../src/model/errors.js';
import type { Store } from '../../src/store/store.js';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { STORE_KINDS } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const person = (key: string, size = 10) =>
  `mutation { addEntity(input: { key: "${key}", kind: PERSON, names: [{ language: "en", text: "${'x'.repeat(size)}" }] }) { outcome } }`;

describe('on a disk that is full', () => {
  let disk: SmallDisk | undefined;
  let server: ChildProcess | undefined;
  let log = '';
  let url = '';
  beforeAll(async () => {
    disk = mountSmallDisk(16);
    if (!disk) return;
    server = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--store', join(disk.folder, 'graph.db')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.stderr!.on('data', (chunk) => (log += String(chunk)));
    let output = '';
    for await (const chunk of server.stdout!) if ((output += String(chunk)).includes('Ctrl+C')) break;
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)![0];
  });
  afterAll(async () => {
    if (server) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    disk?.unmount();
  });
  const ask = async (query: string): Promise<any> => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return answer.json();
  };
  const ready = async (): Promise<[number, any]> => {
    const answer = await fetch(`${url}/readyz`);
    return [answer.status, await answer.json()];
  };

  it('the server is not ready while writes fail, says so once in its log, and is ready again when there is room', async ({ skip }) => {
    if (!disk) return skip();
    expect((await ask(person('before'))).data.addEntity.outcome).toBe('CREATED');
    expect((await ready())[0]).toBe(200);
    const empty = disk.fill();
    // What SQLite has room for within its files is still written.
    let failures = 0;
    for (let index = 0; failures < 3 && index < 2_000; index++) {
      const { errors } = await ask(person(`full-${index}`, 2_000));
      if (!errors) continue;
      expect(errors[0].extensions.code).toBe('STORE_UNAVAILABLE');
      failures++;
    }
    expect(failures).toBe(3);
    const [status, body] = await ready();
    expect([status, body.status]).toEqual([503, 'unavailable']);
    expect(body.reason).not.toContain(disk.folder);
    // Reads are answered as before.
    expect((await ask('{ entity(key: "before") { key } }')).data.entity.key).toBe('before');
    const said = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: number; msg: string });
    expect(said.map(({ level, msg }) => [level, msg.slice(0, 33)])).toEqual([[40, 'the store does not accept writes;']]);
    empty();
    expect((await ready())[0]).toBe(200);
    expect((await ask(person('after'))).data.addEntity.outcome).toBe('CREATED');
    expect(log).toContain('the store accepts writes again');
  });

  it('the server is found not ready although nobody writes', async ({ skip }) => {
    if (!disk) return skip();
    const empty = disk.fill();
    // A write that went well a moment ago is proof for some seconds.
    await expect.poll(async () => (await ready())[0], { timeout: 60_000, interval: 200 }).toBe(503);
    empty();
    expect((await ready())[0]).toBe(200);
  });
});

describe.each(STORE_KINDS)('watching the writes of $name', ({ open }) => {
  it('a probe is a write that leaves no trace', async () => {
    const { store, close } = await open();
    try {
      const position = await store.position();
      await store.probeWrite();
      await watchWrites(store, { warn: () => expect.fail('nothing is wrong') }).ready();
      expect(await store.position()).toBe(position);
      expect(await store.check(() => undefined)).toEqual([]);
    } finally {
      await close();
    }
  });

  it('a store that is only busy is ready, and one line is said of many failures', async () => {
    const { store, close } = await open();
    try {
      let code: StoreError['code'] | undefined;
      const failing: Store = {
        ...store,
        probeWrite: () => (code ? Promise.reject(new StoreError(code, 'cannot')) : store.probeWrite()),
      };
      const said: string[] = [];
      const health = watchWrites(failing, { warn: (_details, message) => said.push(message) });
      code = 'STORE_BUSY';
      await health.ready();
      expect(said).toEqual([]);
      code = 'STORE_UNAVAILABLE';
      const refused = { of: 'store', call: 'write', outcome: code, reason: 'cannot', seconds: 0.001 } as const;
      for (let time = 0; time < 3; time++) health.observe([refused]);
      await expect(health.ready()).rejects.toThrow('cannot');
      expect(said).toHaveLength(1);
      code = undefined;
      await health.ready();
      expect(said).toHaveLength(2);
    } finally {
      await close();
    }
  });
});
