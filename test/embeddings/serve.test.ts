/** The built program with a real model: the search finds claims by their meaning, on either store, and by words alone where the model is away. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { modelPython, startEmbeddingsServer, type EmbeddingsServer } from '../support/embeddings-server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const python = modelPython();

const label = (text: string, language = 'en') => [{ language, text }];
const CHANGESET = {
  items: [
    { predicate: { key: 'told', labels: label('told') } },
    { entity: { key: 'town', kind: 'PLACE', names: label('Larkham') } },
    ...[
      ['flood', 'en', 'The river flooded the town in May 1960'],
      ['mayor', 'fr', 'Le maire a démissionné après une enquête pour corruption'],
      ['bridge', 'de', 'Die alte Brücke wird im Herbst gesperrt'],
      ['school', 'en', 'The school opened a new library'],
      ['tram', 'es', 'El tranvía circula también los domingos'],
    ].map(([key, language, text]) => ({
      claim: { key, subject: 'town', predicate: 'told', value: { kind: 'TEXT', text: key }, texts: label(text!, language) },
    })),
    {
      claim: {
        key: 'draft',
        subject: 'town',
        predicate: 'told',
        value: { kind: 'TEXT', text: 'x' },
        visibility: 'DRAFT',
        texts: label('La ciudad fue inundada por el río', 'es'),
      },
    },
  ],
};

describe.skipIf(python === undefined).each(STORE_KINDS)('on $name', ({ name, open }) => {
  const folder = temporaryFolder();
  let model: EmbeddingsServer;
  let opened: StoreUnderTest;
  let served: ChildProcess;
  let log = '';
  let url: string;

  beforeAll(async () => {
    model = await startEmbeddingsServer(python!);
    opened = await open();
    const file = join(folder, 'claims.yaml');
    writeFileSync(file, stringify(CHANGESET));
    const store = name === 'sqlite' ? join(folder, 'graph.db') : inject('neo4j')!;
    const environment = {
      ...process.env,
      CLAIMGRAPH_STORE: store,
      CLAIMGRAPH_NEO4J_USER: '',
      CLAIMGRAPH_TOKENS_FILE: join(folder, 'tokens.json'),
    };
    const seeding = spawn(process.execPath, [MAIN, 'seed', file, '--no-vocabulary'], { env: environment, stdio: 'ignore' });
    expect(await once(seeding, 'exit')).toEqual([0, null]);
    served = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--no-vocabulary'], {
      env: {
        ...environment,
        CLAIMGRAPH_EMBEDDINGS_URL: model.url,
        CLAIMGRAPH_EMBEDDINGS_MODEL: 'e5-passage',
        CLAIMGRAPH_EMBEDDINGS_QUERY_MODEL: 'e5-query',
        CLAIMGRAPH_EMBEDDINGS_QUERY_TIMEOUT: '20000',
        CLAIMGRAPH_REQUEST_TIMEOUT: '60000',
        CLAIMGRAPH_ANONYMOUS_ROLE: 'reader',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    served.stderr!.on('data', (piece) => (log += String(piece)));
    let output = '';
    for await (const piece of served.stdout!) if ((output += String(piece)).includes('Ctrl+C')) break;
    url = /http:\/\/[\d.:]+/.exec(output)![0];
    // The text that was written last is embedded last.
    await vi.waitFor(async () => expect(await best('tramway le dimanche')).toMatchObject({ matches: [{ how: 'MEANING' }] }), {
      timeout: 60_000,
      interval: 100,
    });
  });
  afterAll(async () => {
    const ended = once(served, 'exit');
    served.kill();
    await ended;
    await opened.close();
    await model.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function best(text: string): Promise<{ record: { key: string }; matches: { how: string }[] } | undefined> {
    const query =
      'query ($text: String!) { search(text: $text, first: 3, kinds: [CLAIM]) { hits { record { ... on Claim { key } } matches { how } } } }';
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { text } }),
    });
    const { data } = (await response.json()) as { data: { search: { hits: { record: { key: string }; matches: { how: string }[] }[] } } };
    return data.search.hits[0];
  }

  it('claims are found in other words and other languages, and say so', async () => {
    for (const [text, key] of [
      ['inundación de una ciudad por un río', 'flood'],
      ['politician quits amid bribery probe', 'mayor'],
      ['Le vieux pont sera fermé', 'bridge'],
    ] as const)
      expect([text, await best(text)]).toEqual([text, expect.objectContaining({ record: { key } })]);
    expect((await best('politician quits amid bribery probe'))!.matches).toEqual([{ how: 'MEANING' }]);
  });

  it('what readers may not see is not found', async () => {
    expect(await best('La ciudad fue inundada por el río')).toMatchObject({ record: { key: 'flood' } });
  });

  it('words go on counting, and a model that went away is told of and not waited for', async () => {
    expect(await best('new library')).toMatchObject({ record: { key: 'school' }, matches: [{ how: 'WORDS' }] });
    await model.stop();
    expect(await best('tranvia')).toMatchObject({ record: { key: 'tram' }, matches: [{ how: 'WORDS' }] });
    expect(await best('trolley on weekends')).toBeUndefined();
    expect(log).toContain('by words alone');
  });
});
