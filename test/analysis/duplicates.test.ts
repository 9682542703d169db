/** Proposals of duplicates: what is found, in pages of bounded work, by whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const named = (kind: string, names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([key, text]) => ({ entity: { key, kind, names: en(text) } }));
const SERIES = 1_200;
const LOOKED_AT_ONCE = 200;

describe.each(STORE_KINDS)('proposals of duplicates on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  let reader: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store, { duplicateRecordsMax: String(LOOKED_AT_ONCE) });
    reader = await startServer(under.store, { anonymousRole: 'reader' });
    const write = async (items: readonly unknown[]) => {
      const { results } = await under.store.write({ items });
      expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    };
    const source = (key: string, title: string, more: object = {}) => ({ source: { key, kind: 'ARTICLE', title, ...more } });
    await write([
      { entity: { key: 'gazette', kind: 'ORGANIZATION', names: en('Bay Gazette') } },
      source('mill', 'The old mill burned down in the night', { publisher: 'gazette' }),
      source('mill-too', 'In the night the old mill burned down', { publisher: 'gazette' }),
      source('mill-more', 'Breaking: the old mill burned down in the night'),
      source('letter', 'A letter', { text: 'Dear Sir, the mill is gone.' }),
      source('letter-too', 'Something else entirely', { text: 'Dear Sir, the mill is gone.' }),
      source('secret', 'The OLD mill burned down in the night', { visibility: 'RESTRICTED' }),
      // Alone, whatever is in common with all the others.
      ...Array.from({ length: SERIES }, (_, index) =>
        source(`series-${index}`, `Council report ${'abcdefghij'[index % 10]!.repeat(20)} ${index * 7_919}`, {
          published: `20${10 + (index % 10)}-01-01`,
        }),
      ),
      ...Array.from({ length: 60 }, (_, index) => ({
        entity: { key: `same-${index}`, kind: 'PERSON', names: en('Ada Miller'), aliases: en(`A. M. ${index}`) },
      })),
      ...named('PERSON', {
        ivan: 'Ivan Sidorov',
        'ivan-ru': 'Иван Сидоров',
        salman: 'Mohammed bin Salman',
        'salman-ar': 'محمد بن سلمان',
        vladimir: 'Vladimir Poutine',
        'vladimir-ru': 'Путин Владимир',
        andreas: 'Andreas Nikolaidis',
        'andreas-el': 'Ανδρέας Νικολαΐδης',
        mao: 'Mao Zedong',
        'mao-zh': '毛泽东',
        wei: 'Wei Wang',
        'wei-zh': '王伟',
        wu: 'Yu Wu',
        'wu-too': 'Wu, Yu',
        tolkien: 'J. R. R. Tolkien',
        'tolkien-too': 'JRR Tolkien',
        brian: 'Aodh O’Brien',
        'brian-too': 'OBrien Aodh',
        junior: 'Harold Quimby Jr.',
        senior: 'Harold Quimby Sr.',
        fourth: 'Pope Xystus IV',
        fifth: 'Pope Xystus V',
      }),
      ...named('EVENT', {
        'summit-21': 'Summit 2021',
        'summit-22': 'Summit 2022',
        'congress-21': 'Twenty-first Congress of Painters',
        'congress-22': 'Twenty-second Congress of Painters',
        'release-1': 'Kernel release 1.1',
        'release-2': 'Kernel release 1.2',
        war: 'Great Lake War II',
        'war-too': 'Great Lake War 2',
      }),
      ...named('ORGANIZATION', { 'wing-14': 'Flight Wing 14', 'wing-15': 'Flight Wing 15' }),
      // Far away in the order of names.
      ...named(
        'CONCEPT',
        Object.fromEntries(
          Array.from({ length: 150 }, (_, index) => [
            `between-${index}`,
            `Ж ${'клмнопрст'[index % 9]!.repeat(9)} ${'абвгдежзик'[index % 10]!.repeat(7 + index)}`,
          ]),
        ),
      ),
      { entity: { key: 'alias', kind: 'PERSON', names: en('Somebody'), aliases: en('Ada Miller') } },
    ]);
  });
  afterAll(async () => {
    await reader.stop();
    await server.stop();
    await under.close();
  });

  interface Proposals {
    readonly complete: boolean;
    readonly recordsLookedAt: number;
    readonly endCursor: string;
    readonly found: {
      readonly score: number;
      readonly reasons: string[];
      readonly record: { key: string };
      readonly other: { key: string };
    }[];
  }
  const proposals = async (asked: RunningServer, given: string): Promise<Proposals> =>
    (
      await asked.data(
        `{ findDuplicates(${given}) { complete recordsLookedAt endCursor found { score reasons record { ... on Source { key } ... on Entity { key } } other { ... on Source { key } ... on Entity { key } } } } }`,
      )
    ).findDuplicates as Proposals;
  const pairs = ({ found }: Proposals) => found.map(({ record, other }) => [record.key, other.key].sort().join(' ')).sort();

  it('of one source find the same words in another order or with others, and the same text', async () => {
    expect(pairs(await proposals(server, 'kind: SOURCE, of: "mill", minimumScore: 0.5'))).toEqual([
      'mill mill-more',
      'mill mill-too',
      'mill secret',
    ]);
    const { found } = await proposals(server, 'kind: SOURCE, of: "letter"');
    expect(found).toEqual([{ score: 1, reasons: ['SAME_TEXT'], record: { key: 'letter' }, other: { key: 'letter-too' } }]);
  });

  it.each([
    ['ivan', 'ivan-ru'],
    ['salman', 'salman-ar'],
    ['vladimir', 'vladimir-ru'],
    ['andreas', 'andreas-el'],
    ['mao', 'mao-zh'],
    ['wei', 'wei-zh'],
    ['wu', 'wu-too'],
    ['tolkien', 'tolkien-too'],
    ['brian', 'brian-too'],
    ['war', 'war-too'],
  ])('find %s and %s, whichever is asked for', async (one, other) => {
    for (const key of [one, other])
      expect(pairs(await proposals(server, `kind: ENTITY, of: "${key}"`)), key).toContain([one, other].toSorted().join(' '));
  });

  it.each(['summit-21', 'wing-14', 'junior', 'fourth', 'congress-21', 'release-1'])(
    'find nothing for %s, whose number is another',
    async (key) => {
      expect(pairs(await proposals(server, `kind: ENTITY, of: "${key}", minimumScore: 0.3`))).toEqual([]);
    },
  );

  it('tell readers of nothing that is withheld', async () => {
    expect(pairs(await proposals(reader, 'kind: SOURCE, of: "mill", minimumScore: 0.5'))).toEqual(['mill mill-more', 'mill mill-too']);
  });

  it('of all sources look at so many at once, say how far they came, and are gone on with to the end', async () => {
    const found = new Set<string>();
    let looked = 0;
    let after = '';
    for (let turn = 0; ; turn++) {
      expect(turn).toBeLessThan(20);
      const page = await proposals(server, `kind: SOURCE, first: 100, minimumScore: 0.8${after}`);
      expect(page.recordsLookedAt).toBeLessThanOrEqual(LOOKED_AT_ONCE);
      looked += page.recordsLookedAt;
      for (const pair of pairs(page)) found.add(pair);
      if (page.complete) break;
      after = `, after: "${page.endCursor}"`;
    }
    expect(looked).toBe(SERIES + 6);
    expect([...found].filter((pair) => !pair.includes('series')).sort()).toEqual(['letter letter-too', 'mill mill-too']);
  });

  it('end when enough are found, at the record that they were found for', async () => {
    const seen = new Set<string>();
    let after = '';
    for (let turn = 0; turn < 200; turn++) {
      const page = await proposals(server, `kind: SOURCE, first: 1, minimumScore: 1${after}`);
      expect(page.found.length).toBeLessThanOrEqual(1);
      for (const pair of pairs(page)) seen.add(pair);
      if (page.complete) break;
      after = `, after: "${page.endCursor}"`;
    }
    expect([...seen]).toEqual(['letter letter-too']);
  });

  it('of a name that many have are bounded for each, and none is left out; an alias is a name', async () => {
    const page = await proposals(server, 'kind: ENTITY, first: 100, minimumScore: 0.9');
    const keys = new Set(page.found.flatMap(({ record, other }) => [record.key, other.key]));
    let { complete, endCursor } = page;
    while (!complete) {
      const next: Proposals = await proposals(server, `kind: ENTITY, first: 100, minimumScore: 0.9, after: "${endCursor}"`);
      for (const { record, other } of next.found) keys.add(record.key).add(other.key);
      ({ complete, endCursor } = next);
    }
    expect([...keys].filter((key) => key === 'alias' || key.startsWith('same-')).length).toBe(61);
  });
});
