/** What goes out and comes in again: claimgraph's own lines to the letter, other formats field by field. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import type { Store } from '../../src/store/store.js';
import { exportText, importFile, importText } from '../support/importing.js';
import { fillRandomly } from '../support/random-graph.js';
import { Random } from '../support/random.js';
import { withStores } from '../support/sqlite.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

type Fields = Readonly<Record<string, string>>;

/** Every field of every record in force, by a name that does not depend on the store: its key, page or text. */
async function fieldsOf(store: Store): Promise<ReadonlyMap<string, Fields>> {
  const lines = (await exportText(store, 'jsonl'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Object.entries(JSON.parse(line) as Record<string, Record<string, unknown>>)[0]!);
  const names = new Map<string, string>();
  for (const [kind, { id, key, url, texts, from, to }] of lines) {
    const name =
      key ?? url ?? (texts as { text: string }[] | undefined)?.[0]?.text ?? `${names.get(from as string)} to ${names.get(to as string)}`;
    names.set((id ?? key) as string, `${kind} ${name as string}`);
  }
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(named);
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, named(each)]))
      : value;
  };
  return new Map(
    lines.map(([, { id, ...content }]) => [
      names.get((id ?? content['key']) as string)!,
      Object.fromEntries(Object.entries(content).map(([name, value]) => [name, JSON.stringify(named(value))])),
    ]),
  );
}

/** Kinds of records and fields that differ, with how often. */
function differences(before: ReadonlyMap<string, Fields>, after: ReadonlyMap<string, Fields>): Record<string, number> {
  const found: Record<string, number> = {};
  const count = (name: string) => {
    found[name] = (found[name] ?? 0) + 1;
  };
  for (const [name, fields] of before) {
    const kind = name.split(' ', 1)[0]!;
    const other = after.get(name);
    if (!other) {
      count(`${kind} (missing)`);
      continue;
    }
    for (const field of new Set([...Object.keys(fields), ...Object.keys(other)]))
      if (fields[field] !== other[field]) count(`${kind}.${field}`);
  }
  for (const name of after.keys()) if (!before.has(name)) count(`${name.split(' ', 1)[0]!} (new)`);
  return found;
}

describe.each(STORE_KINDS)('own JSON Lines on $name', ({ open }) => {
  let opened: StoreUnderTest;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  it('make the same graph again: retractions, merges, texts and all; a second time nothing changes', async () => {
    await fillRandomly(opened.store, new Random(77), { entities: 20, sources: 20, claims: 30, citations: 60, links: 10 });
    const lines = await exportText(opened.store, 'jsonl');
    await withStores(1, async (copy) => {
      const report = await importText(copy, 'jsonl', lines);
      expect(report.refusals).toEqual([]);
      expect(await exportText(copy, 'jsonl')).toBe(lines);
      const again = await importText(copy, 'jsonl', lines);
      expect([again.created, again.changed, again.refusals]).toEqual([0, 0, []]);
      expect(await copy.check(() => undefined)).toEqual([]);
    });
  }, 120_000);
});

describe('own JSON Lines', () => {
  it('of the article are taken by an empty graph, in any order of the lines', () =>
    withStores(2, async (article, copy) => {
      await applySeed(article);
      const lines = (await exportText(article, 'jsonl')).trimEnd().split('\n');
      const report = await importText(copy, 'jsonl', lines.toReversed().join('\n'));
      expect([report.refusals, report.created]).toEqual([[], lines.length]);
      expect(differences(await fieldsOf(article), await fieldsOf(copy))).toEqual({});
    }));

  it('of some claims hold all that these stand on', () =>
    withStores(2, async (article, copy) => {
      await applySeed(article);
      const where = { kind: 'related', edge: 'subject', condition: { kind: 'in', field: 'key', values: ['aws'] } } as const;
      const lines = await exportText(article, 'jsonl', where);
      const report = await importText(copy, 'jsonl', lines);
      expect(report.refusals).toEqual([]);
      const [all, some] = [await fieldsOf(article), await fieldsOf(copy)];
      for (const [name, fields] of some) expect(fields, name).toEqual(all.get(name));
      expect(some.size).toBeLessThan(all.size);
    }));

  it('count a record once, though its claim had to wait for what comes later', () =>
    withStores(1, async (store) => {
      const lines = [
        { claim: { key: 'c', texts: [{ language: 'en', text: 'C' }], citations: [{ key: 'q', source: 'later', stance: 'SUPPORTS' }] } },
        { source: { key: 'later', kind: 'ARTICLE', title: 'Later' } },
      ];
      // One transaction has both; in two, the citation waits.
      const report = await importText(store, 'jsonl', lines.map((line) => JSON.stringify(line)).join('\n'), undefined, 1);
      expect(report).toMatchObject({ created: 3, changed: 0, unchanged: 0, refused: 0 });
    }));

  it('say where a line is wrong, and take the others', () =>
    withStores(1, async (store) => {
      const lines = [
        '{"entity":{"key":"a","kind":"PERSON","names":[{"language":"en","text":"A"}]}}',
        'no json',
        '[1]',
        '{"entity":{"key":"b","kind":"GHOST","names":[]}}',
      ];
      const report = await importText(store, 'jsonl', lines.join('\n'));
      expect(report).toMatchObject({ entries: 4, created: 1, refused: 3 });
      expect(report.refusals.map(({ place, path }) => [place.line, path])).toEqual([
        [2, ''],
        [3, ''],
        [4, 'entity.kind'],
      ]);
    }));
});

async function trip(format: string, fill: (store: Store) => Promise<unknown>): Promise<Record<string, number>> {
  return withStores(2, async (first, second) => {
    await fill(first);
    const text = await exportText(first, format);
    const report = await importText(second, format, text);
    expect(report.refusals).toEqual([]);
    return differences(await fieldsOf(first), await fieldsOf(second));
  });
}

describe('other formats, imported, exported and imported again', () => {
  it('ClaimReview: nothing is lost on the way', async () => {
    const lost = await trip('claimreview', (store) => importFile(store, 'claimreview', join(FIXTURES, 'claimreview/reviews.jsonl')));
    expect(lost).toEqual({});
  });

  it('FollowTheMoney: nothing is lost on the way', async () => {
    const lost = await trip('ftm', async (store) => {
      for (const name of ['t1.ftm.jsonl', 'parteispenden.ftm.jsonl']) await importFile(store, 'ftm', join(FIXTURES, 'ftm', name));
    });
    expect(lost).toEqual({});
  });

  it('nanopublications: triples, sources and authors are the same', async () => {
    const folder = join(FIXTURES, 'nanopub/valid/trusty');
    const text = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const lost = await trip('nanopub', (store) => importText(store, 'nanopub', text));
    expect(lost).toEqual({});
  });
});
