/** How a server stops: the built program in a process of its own, and plain sockets, so that a reset is seen as one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: ChildProcess;
afterEach(() => server.kill('SIGKILL'));

/** Gives the port. */
async function serve(...words: string[]): Promise<number> {
  server = spawn(process.execPath, [MAIN, 'serve', '--seed', '--store', join(folder, 'graph.db'), '--port', '0', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of server.stdout!) {
    output += String(chunk);
    if (output.includes('Ctrl+C')) break;
  }
  return Number(/127\.0\.0\.1:(\d+)/.exec(output)![1]);
}

/** However busy the machine: what is asked is that all are answered. */
const PATIENT = ['--waiting-time-max', '100000', '--waiting-time-busy-max', '100000', '--stop-timeout', '100000'];
const QUERY = JSON.stringify({ query: '{ claims(first: 100) { totalCount nodes { text citations(first: 20) { nodes { key } } } } }' });
const request = (body = QUERY): string =>
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

interface Heard {
  text: string;
  failed: string | undefined;
  readonly closed: Promise<void>;
}

function hear(socket: Socket): Heard {
  const heard: Heard = { text: '', failed: undefined, closed: new Promise((resolve) => socket.once('close', () => resolve())) };
  socket.on('data', (chunk) => (heard.text += chunk.toString()));
  socket.on('error', (error: NodeJS.ErrnoException) => (heard.failed = error.code));
  return heard;
}

async function opened(port: number, count: number): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => connect({ host: '127.0.0.1', port }));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return sockets;
}

/** So that each is one that is kept alive, as in a client's pool. */
async function usedOnce(sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) {
    socket.write(request(JSON.stringify({ query: '{ __typename }' })));
    await once(socket, 'data');
  }
}

const statuses = (text: string): string[] => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status!);

it('answers each of 100 requests that were sent before the signal, and cuts no connection', async () => {
  const port = await serve(...PATIENT);
  const sockets = await opened(port, 100);
  await usedOnce(sockets);
  const heard = sockets.map(hear);
  for (const socket of sockets) socket.write(request());
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number];
  await Promise.all(heard.map(({ closed }) => closed));
  expect(code).toBe(0);
  expect(heard.flatMap(({ failed }) => failed ?? [])).toEqual([]);
  expect(heard.filter(({ text }) => !['200', '503'].includes(statuses(text).join()))).toEqual([]);
  // What was answered before the signal came through does not say so.
  expect(heard.filter(({ text }) => /^connection: close/im.test(text)).length).toBeGreaterThan(0);
  // Answered, not only told: there was time.
  expect(heard.filter(({ text }) => statuses(text).join() === '200').length).toBeGreaterThan(50);
});

it('answers requests on connections that were never used, and several that wait on one connection', async () => {
  const port = await serve(...PATIENT);
  const fresh = await opened(port, 30);
  const pipelined = await opened(port, 10);
  const heardFresh = fresh.map(hear);
  const heardPipelined = pipelined.map(hear);
  for (const socket of fresh) socket.write(request());
  for (const socket of pipelined) socket.write(request().repeat(3));
  server.kill('SIGTERM');
  await once(server, 'exit');
  const all = [...heardFresh, ...heardPipelined];
  await Promise.all(all.map(({ closed }) => closed));
  expect(all.flatMap(({ failed }) => failed ?? [])).toEqual([]);
  expect(heardFresh.map(({ text }) => statuses(text).length)).toEqual(fresh.map(() => 1));
  expect(heardPipelined.map(({ text }) => statuses(text).length)).toEqual(pipelined.map(() => 3));
});

it('ends within its time although requests are sent by half, and one is never read', async () => {
  const port = await serve('--stop-timeout', '500');
  const [headless, bodiless, idle] = (await opened(port, 3)) as [Socket, Socket, Socket];
  const heard = [headless, bodiless, idle].map(hear);
  headless.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\n');
  bodiless.write(request().slice(0, -10));
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number];
  expect(code).toBe(0);
  await Promise.all(heard.map(({ closed }) => closed));
  // A body that never comes is a request that was read: its sender is told.
  expect(statuses(heard[1]!.text)).toEqual(['503']);
  expect(heard[1]!.text).toContain('"UNAVAILABLE"');
  expect(heard[2]).toMatchObject({ text: '', failed: undefined });
});
