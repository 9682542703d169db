/** What goes wrong around a server, and what its users get: a code, and afterwards everything that was acknowledged. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { openForWriting } from '../../src/store/sqlite/open.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { startServer } from '../support/server.js';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entity = (key: string) => ({ entity: { key, kind: 'PERSON', names: [{ language: 'en', text: `${key} ${'x'.repeat(500)}` }] } });
const COUNT = '{ entities(where: { names: { some: { text: { contains: "xxx" } } } }) { totalCount } }';

async function listening(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout!) {
    text += String(chunk);
    const url = /(http:\/\/\S+)\/graphql/.exec(text)?.[1];
    if (url) return url;
  }
  throw new Error(`the server ended: ${text}`);
}

describe('a disk that is full', () => {
  it('is told with a code, is no end of reading, and loses nothing acknowledged', { timeout: 120_000 }, async () => {
    const file = join(folder, 'full.db');
    // A limit on the size of files, in kilobytes, stands for the disk.
    const script = `trap '' XFSZ; ulimit -f 6000; exec "${process.execPath}" "${MAIN}" serve --no-vocabulary --port 0 --store "${file}" --tokens-file "${folder}/none.json"`;
    const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    const url = await listening(child);
    const post = async (query: string, variables: object = {}) => {
      const body = JSON.stringify({ query, variables });
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return { status: answer.status, body: (await answer.json()) as any };
    };
    const write = 'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { items: $items }) { applied } }';
    let acknowledged = 0;
    let failure: { status: number; body: any } | undefined;
    for (let batch = 0; batch < 200 && !failure; batch++) {
      const answer = await post(write, { items: Array.from({ length: 50 }, (_, index) => entity(`f${batch}-${index}`)) });
      if (answer.body.data?.applyChangeset?.applied) acknowledged += 50;
      else failure = answer;
    }
    expect(acknowledged).toBeGreaterThan(0);
    expect(failure?.body.errors[0].extensions.code).toBe('STORE_UNAVAILABLE');
    expect(failure?.body.errors[0].message).not.toContain('The server failed');
    expect((await post('{ stats { records { kind active } } }')).body.data.stats.records).toContainEqual({
      kind: 'ENTITY',
      active: acknowledged,
    });
    child.kill();
    await once(child, 'exit');
    const store = openSqliteStore(file);
    expect(await store.position()).toBe(acknowledged);
    expect((await store.write({ items: [entity('after')] })).applied).toBe(true);
    expect(await store.check(() => undefined)).toEqual([]);
    await store.close();
  });
});

describe('a file that may only be read', () => {
  it('is read; what would be written is refused with a code', { timeout: 60_000 }, async () => {
    const place = join(folder, 'read-only');
    mkdirSync(place);
    const file = join(place, 'graph.db');
    const store = openSqliteStore(file);
    await store.write({ items: [entity('a')] });
    const database = openForWriting(file, { busyTimeout: 1_000 });
    for (const each of readdirSync(place)) chmodSync(join(place, each), 0o444);
    chmodSync(place, 0o555);
    const serve = [MAIN, 'serve', '--port', '0', '--store', file, '--tokens-file', join(folder, 'none.json')];
    // For root, permissions count only without the capability to pass over them.
    const without = ['--bounding-set', '-dac_override', '--inh-caps', '-dac_override', process.execPath, ...serve];
    const [command, words] = process.getuid?.() === 0 ? ['setpriv', without] : [process.execPath, serve];
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const url = await listening(child);
    const post = async (query: string) => {
      const headers = { 'content-type': 'application/json' };
      return (await (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json()) as any;
    };
    expect((await post(COUNT)).data.entities.totalCount).toBe(1);
    const write =
      'mutation { applyChangeset(input: { items: [{ entity: { key: "b", kind: PERSON, names: [{ language: "en", text: "B" }] } }] }) { applied } }';
    const { errors } = await post(write);
    expect(errors[0].extensions.code).toBe('STORE_UNAVAILABLE');
    expect(errors[0].message).not.toContain(place);
    expect((await post(COUNT)).data.entities.totalCount).toBe(1);
    child.kill();
    await once(child, 'exit');
    chmodSync(place, 0o755);
    for (const each of readdirSync(place)) chmodSync(join(place, each), 0o644);
    expect((await store.write({ items: [entity('b')] })).applied).toBe(true);
    database.close();
    await store.close();
  });
});

describe('a database that is slow', () => {
  it('for a write that another process does not finish: it is told with a code, reads go on, and it can be repeated', async () => {
    const file = join(folder, 'slow.db');
    const store = openSqliteStore(file, { busyTimeout: 500 });
    await store.write({ items: [entity('a')] });
    const server = await startServer(store);
    const other = openForWriting(file, { busyTimeout: 1_000 });
    other.exec('BEGIN IMMEDIATE');
    const write = 'mutation ($items: [ChangeItemInput!]!) { applyChangeset(input: { key: "slow", items: $items }) { applied repeated } }';
    const writes = Promise.all(['b', 'c', 'd'].map(() => server.ask(write, { items: [entity('b')] })));
    for (let read = 0; read < 20; read++) expect((await server.ask(COUNT)).body.data.entities.totalCount).toBe(1);
    for (const { status, body, headers } of await writes)
      expect([status, body.errors![0]!.extensions.code, headers.get('retry-after')]).toEqual([503, 'STORE_BUSY', '1']);
    other.exec('ROLLBACK');
    other.close();
    expect((await server.data(write, { items: [entity('b')] })).applyChangeset).toEqual({ applied: true, repeated: false });
    expect((await server.data(COUNT)).entities.totalCount).toBe(2);
    await server.stop();
    await store.close();
  });

  it('for a read: it is told with a code when its time is over, and others are answered', async () => {
    const store = openSqliteStore(join(folder, 'slow-read.db'));
    for (let batch = 0; batch < 10; batch++)
      await store.write({ items: Array.from({ length: 200 }, (_, index) => entity(`r${batch}-${index}`)) });
    const server = await startServer(store, { requestTimeout: '10' });
    const patient = await startServer(store);
    const names = Array.from({ length: 20 }, (_, index) => `{ names: { some: { text: { contains: "no ${index}" } } } }`).join(', ');
    const [{ status, body }, other] = await Promise.all([
      server.ask(`{ entities(where: { not: { and: [${names}] } }) { totalCount } }`),
      patient.data('{ entity(key: "r0-1") { key } }'),
    ]);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'TIMEOUT']);
    expect(other.entity.key).toBe('r0-1');
    // A machine under load may need more than the limit for a quick one, but not for long.
    await expect.poll(async () => (await server.ask('{ entity(key: "r0-1") { key } }')).body.data?.entity?.key).toBe('r0-1');
    await server.stop();
    await patient.stop();
    await store.close();
  });
});

describe('a thread that dies, of the store or of operations', () => {
  it('fails what it had under way with a code, and is replaced', async () => {
    const workers: Worker[] = [];
    const listen = (worker: Worker) => workers.push(worker);
    process.on('worker', listen);
    const file = join(folder, 'threads.db');
    const store = openSqliteStore(file);
    const server = await startServer(store, { store: file, operationThreads: '2' });
    await store.write({ items: [entity('a')] });
    expect((await server.ask(COUNT)).body.data.entities.totalCount).toBe(1);
    expect(workers.length).toBeGreaterThanOrEqual(2);
    for (let time = 0; time < 5; time++) {
      const asked = Array.from({ length: 8 }, () => server.ask(COUNT));
      const written = store.write({ items: [entity(`t${time}`)] }).then(
        () => 'written',
        (error: { code?: string }) => error.code,
      );
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
      for (const { status, body } of await Promise.all(asked)) {
        const code = body.errors?.[0]?.extensions.code;
        expect([status, code]).toEqual(code === undefined ? [200, undefined] : [503, 'STORE_UNAVAILABLE']);
      }
      expect(['written', 'STORE_UNAVAILABLE']).toContain(await written);
      expect((await server.ask(COUNT)).status).toBe(200);
      expect((await store.write({ items: [entity(`again${time}`)] })).applied).toBe(true);
    }
    expect(await store.check(() => undefined)).toEqual([]);
    process.off('worker', listen);
    await server.stop();
    await store.close();
  });
});

describe('a clock that is set back', () => {
  it('does not turn the order of what is recorded around', async () => {
    const store = openSqliteStore(join(folder, 'clock.db'));
    await store.write({ items: [entity('a')] });
    const [first] = await store.changes(0, 1);
    const tomorrow = Date.now() + 86_400_000;
    // As a clock that was a day ahead would have recorded it.
    await store.replay(
      [
        {
          ...first!,
          position: 2,
          version: 2,
          operation: 'CHANGED',
          recordedAt: tomorrow,
          document: { ...first!.document, descriptions: [{ language: 'en', text: 'ahead' }] },
        },
      ],
      new Map(),
    );
    const now = { entity: { key: 'a', descriptions: [{ language: 'en', text: 'now' }] } };
    expect((await store.write({ items: [now] })).applied).toBe(true);
    const recorded = (await store.changes(0, 10)).map(({ recordedAt }) => recordedAt);
    expect(recorded[2]).toBeGreaterThan(tomorrow);
    const server = await startServer(store);
    const query = 'query ($asOf: DateTime) { entity(key: "a", asOf: $asOf) { descriptions { text } } }';
    const textAt = async (moment: number) =>
      (await server.data(query, { asOf: new Date(moment).toISOString() })).entity.descriptions[0]?.text as string | undefined;
    expect([await textAt(recorded[0]!), await textAt(recorded[1]!), await textAt(recorded[2]!)]).toEqual([undefined, 'ahead', 'now']);
    await server.stop();
    await store.close();
  });
});

describe('a file that is damaged while it is served', () => {
  it('is told with a code, on every request that meets the damage', async () => {
    const file = join(folder, 'damaged.db');
    const first = openSqliteStore(file);
    for (let batch = 0; batch < 20; batch++)
      await first.write({ items: Array.from({ length: 100 }, (_, index) => entity(`d${batch}-${index}`)) });
    await first.close();
    const store = openSqliteStore(file);
    const server = await startServer(store, { store: file });
    const descriptor = openSync(file, 'r+');
    const pages = Math.floor(statSync(file).size / 4_096);
    for (let page = 60; page < pages; page++) writeSync(descriptor, Buffer.alloc(4_096, 0xa5), 0, 4_096, page * 4_096);
    closeSync(descriptor);
    const answers = [
      await server.ask(COUNT),
      await server.ask('{ entities(first: 100) { nodes { names { text } history { version } } } }'),
    ];
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code);
    expect(codes).toContain('STORE_UNAVAILABLE');
    expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
    // Where the file stands is nothing for those who ask.
    for (const { text } of answers) expect(text).not.toContain(folder);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.stop();
    await store.close();
  });
});

describe('connections', () => {
  it('that say nothing, or stop in the middle, are closed, and hold nobody up', { timeout: 60_000 }, async () => {
    const store = openSqliteStore(join(folder, 'sockets.db'));
    const server = await startServer(store, { receiveTimeout: '500', concurrencyMax: '4' });
    const { hostname, port } = new URL(server.url);
    const ended: Promise<unknown>[] = [];
    const sockets: Socket[] = [];
    for (const words of [
      '',
      'POST /graphql HT',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query"',
    ]) {
      for (let time = 0; time < 20; time++) {
        const socket = connect(Number(port), hostname);
        sockets.push(socket);
        socket.on('error', () => undefined);
        socket.resume();
        if (words !== '') {
          socket.write(words);
          ended.push(once(socket, 'close'));
        }
      }
    }
    expect((await server.ask('{ stats { records { kind } } }')).status).toBe(200);
    await Promise.all(ended);
    for (const socket of sockets) socket.destroy();
    await server.stop();
    await store.close();
  });

  it('that come all at once are answered, or told when to come again', { timeout: 60_000 }, async () => {
    const store = openSqliteStore(join(folder, 'storm.db'));
    await store.write({ items: Array.from({ length: 200 }, (_, index) => entity(`s${index}`)) });
    const server = await startServer(store, { concurrencyMax: '8', waitingMax: '50' });
    const answers = await Promise.all(Array.from({ length: 400 }, () => server.ask(COUNT)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].every((status) => status === 200 || status === 503)).toBe(true);
    for (const { status, body, headers } of answers)
      if (status === 503) expect([body.errors![0]!.extensions.code, headers.get('retry-after')]).toEqual(['OVERLOADED', '1']);
      else expect(body.data.entities.totalCount).toBe(200);
    expect((await server.ask(COUNT)).status).toBe(200);
    await server.stop();
    await store.close();
  });
});
