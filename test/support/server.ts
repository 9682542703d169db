/** A real server on a free port, for tests that speak HTTP to it. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readSettings, type SettingName } from '../../src/config/settings.js';
import { createServer } from '../../src/http/server.js';
import type { Store } from '../../src/store/store.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    data?: any;
    errors?: {
      message: string;
      path?: unknown[];
      extensions: { code: string; path?: string; hint?: string; problems?: { code: string; path: string; hint: string }[] };
    }[];
    extensions?: Record<string, unknown>;
  };
  readonly text: string;
}

export interface RunningServer {
  readonly url: string;
  readonly server: FastifyInstance;
  readonly ask: (query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) => Promise<Answer>;
  /** The answer's data; fails the test where there are errors. */
  readonly data: (query: string, variables?: Record<string, unknown>) => Promise<any>;
  readonly stop: () => Promise<void>;
}

/** Whatever tokens the folder of the project has are not those of tests. */
const NO_TOKENS = join(tmpdir(), 'claimgraph-without-tokens', 'tokens.json');

/** Reads may take long here: a database that has just started plans each text for the first time. */
export async function startServer(store: Store, flags: Partial<Record<SettingName, string>> = {}): Promise<RunningServer> {
  const settings = readSettings(
    {},
    {
      stopTimeout: '1000',
      requestTimeout: '60000',
      waitingTimeMax: '60000',
      waitingTimeBusyMax: '60000',
      concurrencyMax: '64',
      duplicateTime: '60000',
      // Executed here, over the store that the test has opened; tests of the threads say otherwise.
      operationThreads: '0',
      tokensFile: NO_TOKENS,
      ...flags,
    },
  );
  const server = await createServer({ store, settings });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const ask: RunningServer['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text) as Answer['body'], text };
  };
  return {
    url,
    server,
    ask,
    data: async (query, variables) => {
      const { body } = await ask(query, variables);
      if (body.errors) throw new Error(`${query}\n${JSON.stringify(body.errors)}`);
      return body.data;
    },
    stop: () => server.close(),
  };
}
