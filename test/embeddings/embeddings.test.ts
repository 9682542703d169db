/** Texts of claims get their vectors in the background, with a real model; what is near is found in other words and other languages. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { embed, type EmbeddingsAddress } from '../../src/embeddings/client.js';
import { followWithEmbeddings } from '../../src/embeddings/following.js';
import { openEmbeddingsFile } from '../../src/store/sqlite/embeddings.js';
import type { KeptEmbeddings } from '../../src/store/embeddings.js';
import { openEmbeddingsNeo4j } from '../../src/store/neo4j/embeddings.js';
import { DIMENSION, modelPython, startEmbeddingsServer, type EmbeddingsServer } from '../support/embeddings-server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const PASSAGES = { name: 'e5-passage', dimension: DIMENSION };
const python = modelPython();

const claim = (key: string, ...texts: readonly (readonly [language: string, text: string])[]) => ({
  claim: { key, subject: 'a', predicate: 'p', object: 'b', texts: texts.map(([language, text]) => ({ language, text })) },
});
const ITEMS = [
  { predicate: { key: 'p', labels: [{ language: 'en', text: 'did' }] } },
  { entity: { key: 'a', kind: 'ORGANIZATION', names: [{ language: 'en', text: 'Amazon' }] } },
  { entity: { key: 'b', kind: 'ORGANIZATION', names: [{ language: 'en', text: 'Parler' }] } },
  claim('parler', ['en', 'Amazon suspended Parler because of violent posts'], ['es', 'Amazon suspendió Parler por mensajes violentos']),
  claim('flood', ['de', 'Im Mai 1960 überflutete der Fluss die Stadt']),
  claim('mayor', ['fr', 'Le maire a démissionné après une enquête pour corruption']),
  claim('vaccine', ['en', 'The vaccine contains a chip that tracks people']),
];

describe.skipIf(python === undefined).each(STORE_KINDS)('on $name', ({ name, open }) => {
  let server: EmbeddingsServer;
  let opened: StoreUnderTest;
  let folder: string;
  let passages: EmbeddingsAddress;
  const ids = new Map<string, string>();
  const failures: Error[] = [];

  beforeAll(async () => {
    server = await startEmbeddingsServer(python!);
    passages = { url: server.url, model: PASSAGES.name };
    opened = await open();
    folder = temporaryFolder();
    const { results } = await opened.store.write({ items: ITEMS });
    for (const { key, id } of results) ids.set(key!, id!);
  });
  afterAll(async () => {
    await opened.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const kept = (): Promise<KeptEmbeddings> | KeptEmbeddings =>
    name === 'sqlite'
      ? openEmbeddingsFile(join(folder, 'graph.db.embeddings'), PASSAGES)
      : openEmbeddingsNeo4j({ uri: inject('neo4j')! }, PASSAGES);

  /** Until as many texts have a vector. */
  const followed = (embeddings: KeptEmbeddings, embedded: number): Promise<void> =>
    following(embeddings, passages, async () => expect(await embeddings.count()).toMatchObject({ embedded }));

  async function following(embeddings: KeptEmbeddings, address: EmbeddingsAddress, until: () => Promise<void> | void): Promise<void> {
    const stopping = new AbortController();
    const running = followWithEmbeddings(
      { store: opened.store, kept: embeddings, address, batch: 2, timeout: 60_000, onFailure: (failure) => failures.push(failure) },
      stopping.signal,
    );
    await vi.waitFor(until, { timeout: 60_000, interval: 50 });
    stopping.abort();
    await running;
  }

  async function nearest(embeddings: KeptEmbeddings, text: string): Promise<string[]> {
    const [vector] = await embed({ url: server.url, model: 'e5-query' }, [text], AbortSignal.timeout(60_000));
    const near = await embeddings.nearest(vector!, 3);
    return near.map(({ claim: id }) => [...ids].find(([, its]) => its === id)![0]);
  }

  it('claims are found in other words and other languages', async () => {
    const embeddings = await kept();
    await followed(embeddings, 5);
    expect(failures).toEqual([]);
    for (const [text, key] of [
      ['AWS took the social network offline over calls for violence', 'parler'],
      ['La ville a été inondée en 1960', 'flood'],
      ['El alcalde dimitió por corrupción', 'mayor'],
      ['يحتوي اللقاح على شريحة لتعقب الناس', 'vaccine'],
    ] as const)
      expect([text, (await nearest(embeddings, text))[0]]).toEqual([text, key]);
    await embeddings.close();
  });

  it('what was worked out is there after a start, and claims that change or go are followed', async () => {
    await opened.store.write({
      items: [
        { claim: { key: 'flood', texts: [{ language: 'en', text: 'A fire destroyed the library' }] } },
        { retract: { kind: 'Claim', reference: 'vaccine', reason: 'it was a joke' } },
      ],
    });
    const embeddings = await kept();
    expect(await embeddings.count()).toEqual({ texts: 5, embedded: 5 });
    await followed(embeddings, 4);
    expect((await nearest(embeddings, 'Die Bibliothek brannte ab'))[0]).toBe('flood');
    expect(await nearest(embeddings, 'The vaccine contains a chip')).not.toContain('vaccine');
    await embeddings.close();
  });

  it('a model that is away is waited for, and told of once', async () => {
    await opened.store.write({ items: [claim('comet', ['en', 'A comet passed the earth'])] });
    const embeddings = await kept();
    const away = { ...passages, url: 'http://127.0.0.1:9/v1/embeddings' };
    await following(embeddings, away, () => expect(failures).not.toEqual([]));
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('no answer from http://127.0.0.1:9/v1/embeddings')]);
    await followed(embeddings, 5);
    await embeddings.close();
  });
});
