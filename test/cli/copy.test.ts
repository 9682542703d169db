/** Copies between the stores there are: ids, history and texts; goes on after a cut; refuses another graph. */
import { closeSync, copyFileSync, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { copy } from '../../src/cli/copy.js';
import { addVocabulary } from '../../src/cli/vocabulary.js';
import { readSettings } from '../../src/config/settings.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { Random } from '../support/random.js';
import { fillRandomly } from '../support/random-graph.js';
import { NEO4J, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const settings = readSettings({}, { neo4jUser: '' });
const uri = inject('neo4j');

describe('copy', () => {
  let folder: string;
  let under: StoreUnderTest | undefined;
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    folder = temporaryFolder();
    const store = openSqliteStore(file('source.db'));
    await fillRandomly(store, new Random(7), { entities: 20, sources: 15, claims: 30, citations: 60, links: 15 });
    await store.close();
    if (uri) under = await NEO4J.open();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await under?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const everything = async (name: string) => {
    const store = openSqliteStore(file(name));
    const changes = await store.changes(0, 10_000);
    const findings = await store.check(() => undefined);
    await store.close();
    return { changes, findings };
  };

  it('takes ids, versions, retractions and times over, and a second time does nothing', async () => {
    expect(await copy(settings, file('source.db'), file('target.db'))).toBe(0);
    const [source, target] = [await everything('source.db'), await everything('target.db')];
    expect(source.findings).toEqual([]);
    expect(target).toEqual(source);
    expect(await copy(settings, file('source.db'), file('target.db'))).toBe(0);
    expect(await everything('target.db')).toEqual(source);
  });

  it('goes on where it was cut off', async () => {
    const source = openSqliteStore(file('source.db'));
    const changes = await source.changes(0, 10_000);
    const first = changes.filter(({ recordedAt }) => recordedAt === changes[0]!.recordedAt);
    const part = openSqliteStore(file('part.db'));
    await part.replay(first, await source.texts(first.flatMap(({ document }) => (document['digest'] as string | undefined) ?? [])));
    await Promise.all([source.close(), part.close()]);
    expect(first.length).toBeLessThan(changes.length);
    expect(await copy(settings, file('source.db'), file('part.db'))).toBe(0);
    expect(await everything('part.db')).toEqual(await everything('source.db'));
  });

  it('takes a target that holds nothing but the starter vocabulary for an empty one', async () => {
    const served = openSqliteStore(file('served.db'));
    await addVocabulary(served);
    await served.close();
    const alone = await everything('served.db');
    expect(await copy(settings, file('served.db'), file('served.db'))).toBe(0);
    expect(await everything('served.db')).toEqual(alone);
    expect(await copy(settings, file('source.db'), file('served.db'))).toBe(0);
    expect(await everything('served.db')).toEqual(await everything('source.db'));
    const written = openSqliteStore(file('served.db'));
    const { results } = await written.write({
      items: [{ entity: { key: 'later', kind: 'PERSON', names: [{ language: 'en', text: 'L' }] } }],
    });
    expect(results[0]?.status).toBe('CREATED');
    await written.close();
    const used = openSqliteStore(file('used.db'));
    await addVocabulary(used);
    await used.write({ items: [{ predicate: { key: 'mine', labels: [{ language: 'en', text: 'mine' }] } }] });
    await used.close();
    await expect(copy(settings, file('source.db'), file('used.db'))).rejects.toMatchObject({
      message: expect.stringContaining('another graph'),
    });
  });

  it('of a file that is damaged makes no target', async () => {
    copyFileSync(file('source.db'), file('damaged.db'));
    const descriptor = openSync(file('damaged.db'), 'r+');
    const { size } = statSync(file('damaged.db'));
    for (let at = 20 * 4_096; at + 4_096 <= size; at += 4_096) writeSync(descriptor, Buffer.alloc(4_000, 0xff), 0, 4_000, at);
    closeSync(descriptor);
    await expect(copy(settings, file('damaged.db'), file('never.db'))).rejects.toMatchObject({
      message: expect.stringContaining('damaged'),
    });
    expect(existsSync(file('never.db'))).toBe(false);
  });

  it('refuses a target that holds another graph', async () => {
    const other = openSqliteStore(file('other.db'));
    await other.write({ items: [{ entity: { key: 'x', kind: 'PERSON', names: [{ language: 'en', text: 'X' }] } }] });
    await other.close();
    await expect(copy(settings, file('source.db'), file('other.db'))).rejects.toMatchObject({
      message: expect.stringContaining('another graph'),
    });
  });

  it.skipIf(uri === undefined)('goes to Neo4j and back with nothing lost', { timeout: 120_000 }, async () => {
    await addVocabulary(under!.store);
    expect(await copy(settings, file('source.db'), uri!)).toBe(0);
    expect(await under!.store.check(() => undefined)).toEqual([]);
    expect(await copy(settings, uri!, file('back.db'))).toBe(0);
    expect(await everything('back.db')).toEqual(await everything('source.db'));
  });
});
