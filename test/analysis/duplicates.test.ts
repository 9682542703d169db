/** Proposals of duplicates: what is found, in pages of bounded work, by whom. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileRefused } from '../../src/cli/changeset-file.js';
import { applySheet } from '../../src/cli/duplicates/apply.js';
import { writeDuplicates } from '../../src/cli/duplicates/find.js';
import { readSheet } from '../../src/cli/duplicates/sheet.js';
import { readSettings } from '../../src/config/settings.js';
import { readLimits } from '../../src/formats/import-limits.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const named = (kind: string, names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([key, text]) => ({ entity: { key, kind, names: en(text) } }));
const SERIES = 1_200;
const LOOKED_AT_ONCE = 200;

describe.each(STORE_KINDS)('proposals of duplicates on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  let reader: RunningServer;
  let hurried: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store, { duplicateRecordsMax: String(LOOKED_AT_ONCE) });
    reader = await startServer(under.store, { anonymousRole: 'reader' });
    hurried = await startServer(under.store, { duplicateTime: '1' });
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
      // One title that many pages of many sites have, one that one publisher gives each of its pages, and one of two pages.
      ...Array.from({ length: 40 }, (_, index) => source(`face-${index}`, 'Facebook', index % 2 ? { publisher: 'gazette' } : {})),
      source('storm', 'Storm over the bay', { publisher: 'gazette', published: '2021-02-03' }),
      source('storm-too', 'Storm over the Bay', { publisher: 'gazette', published: '2021-02-03' }),
      source('storm-later', 'Storm over the bay', { publisher: 'gazette', published: '2022-02-03' }),
      ...named('PERSON', { 'smith-j': 'J. Quilliam', 'smith-john': 'John Quilliam', 'smith-m': 'M. Quilliam' }),
      ...named('CONCEPT', { 'twin-1': 'Ostrava Brickworks', 'twin-2': 'Brickworks Ostrava', 'twin-3': 'Ostrava Brick-works' }),
      { predicate: { key: 'different-from', symmetric: true, labels: en('is different from') } },
      ...named('PLACE', { 'north-1': 'Wexcombe', 'north-2': 'Wexcombe' }),
      {
        claim: {
          key: 'two-wexcombes',
          texts: en('There are two Wexcombes'),
          subject: 'north-1',
          predicate: 'different-from',
          object: 'north-2',
        },
      },
      { entity: { key: 'alias', kind: 'PERSON', names: en('Somebody'), aliases: en('Ada Miller') } },
    ]);
  });
  afterAll(async () => {
    await reader.stop();
    await hurried.stop();
    await server.stop();
    await under.close();
  });

  interface Proposals {
    readonly complete: boolean;
    readonly recordsLookedAt: number;
    readonly recordsInAll: number;
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
        `{ findDuplicates(${given}) { complete recordsLookedAt recordsInAll endCursor found { score reasons record { ... on Source { key } ... on Entity { key } } other { ... on Source { key } ... on Entity { key } } } } }`,
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
    let all = 0;
    let after = '';
    for (let turn = 0; ; turn++) {
      expect(turn).toBeLessThan(20);
      const page = await proposals(server, `kind: SOURCE, first: 100, minimumScore: 0.8${after}`);
      expect(page.recordsLookedAt).toBeLessThanOrEqual(LOOKED_AT_ONCE);
      looked += page.recordsLookedAt;
      all = page.recordsInAll;
      for (const pair of pairs(page)) found.add(pair);
      if (page.complete) break;
      after = `, after: "${page.endCursor}"`;
    }
    expect(looked).toBe(SERIES + 49);
    expect(all).toBe(SERIES + 49);
    expect([...found].filter((pair) => !pair.includes('series')).sort()).toEqual(['letter letter-too', 'mill mill-too', 'storm storm-too']);
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

  it('take a title that many have for no reason, and one of few with publisher and date for a good one', async () => {
    expect(pairs(await proposals(server, 'kind: SOURCE, of: "face-1", minimumScore: 0.4'))).toEqual([]);
    const { found } = await proposals(server, 'kind: SOURCE, of: "storm", minimumScore: 0.6');
    expect(found.map(({ other: { key }, score, reasons }) => [key, score, reasons])).toEqual([
      ['storm-too', 0.9, ['SAME_TITLE', 'SAME_PUBLISHER', 'SAME_DATE']],
      ['storm-later', 0.72, ['SAME_TITLE', 'SAME_PUBLISHER']],
    ]);
  });

  it('tell given names by their initials, and keep apart what a claim says is different', async () => {
    expect(pairs(await proposals(server, 'kind: ENTITY, of: "smith-j", minimumScore: 0.5'))).toEqual(['smith-j smith-john']);
    expect(pairs(await proposals(server, 'kind: ENTITY, of: "north-1", minimumScore: 0.1'))).toEqual([]);
  });

  it('give no more than are asked for, and none is lost by that', async () => {
    const pairsBy = async (first: number) => {
      const seen = new Set<string>();
      let after = '';
      for (let turn = 0; turn < 1_000; turn++) {
        const page = await proposals(server, `kind: ENTITY, first: ${first}, minimumScore: 0.9${after}`);
        expect(page.found.length).toBeLessThanOrEqual(first);
        for (const { record, other } of page.found) seen.add([record.key, other.key].sort().join(' '));
        if (page.complete) break;
        after = `, after: "${page.endCursor}"`;
      }
      return [...seen].sort();
    };
    const all = await pairsBy(100);
    const keys = new Set(all.flatMap((pair) => pair.split(' ')));
    expect([...keys].filter((key) => key === 'alias' || key.startsWith('same-')).length).toBe(61);
    // Of each record more than fit a page.
    expect(await pairsBy(7)).toEqual(all);
  });

  it('refuse a cursor that is none, and a score that none can be', async () => {
    const refused = async (given: string) =>
      (await server.ask(`{ findDuplicates(kind: ENTITY, ${given}) { complete } }`)).body.errors?.[0]?.extensions;
    expect(await refused('after: "~x"')).toMatchObject({ code: 'BAD_CURSOR' });
    expect(await refused('minimumScore: 1.5')).toMatchObject({ code: 'BAD_INPUT', path: 'findDuplicates.minimumScore' });
  });

  it('move on where there is no time, and come to the end', async () => {
    let looked = 0;
    let all = 0;
    let after = '';
    for (let turn = 0; turn < 100; turn++) {
      const page = await proposals(hurried, `kind: ENTITY, first: 100, minimumScore: 1${after}`);
      expect(page.recordsLookedAt).toBeGreaterThan(0);
      [looked, all] = [looked + page.recordsLookedAt, page.recordsInAll];
      if (page.complete) break;
      after = `, after: "${page.endCursor}"`;
    }
    expect(looked).toBe(all);
  });

  describe('in a sheet', () => {
    let folder: string;
    beforeAll(() => {
      folder = temporaryFolder();
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const limits = readLimits(readSettings({}));
    const flags = { kinds: ['Entity', 'Source'] as const, minimumScore: 0.7, first: 5_000, leaveOut: [], replace: true };
    const at = (name: string): string => join(folder, name);
    const apply = async (file: string, dryRun = false) => applySheet(under.store, await readSheet(file, limits), { by: 'Ada', dryRun });
    const refusals = async (file: string): Promise<string> => {
      const error: unknown = await apply(file).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(FileRefused);
      return (error as Error).message.replaceAll(`${folder}/`, '');
    };
    const HEADER = 'decision;reason;record;first id;second id';
    const keysOf = (row: Record<string, string>): string => [row['first key']!, row['second key']!].sort().join(' ');
    let ids: Map<string, string>;
    /** As a spreadsheet program of a language with decimal commas saves it. */
    const saved = (name: string, lines: readonly (readonly [string, string, string, string?, string?])[]): string => {
      const rows = lines.map(([decision, one, other, record = 'Entity', reason = '']) =>
        [decision, reason, record, ids.get(one) ?? one, ids.get(other) ?? other].map((cell) => `"${cell}"`).join(';'),
      );
      writeFileSync(at(name), `\uFEFF${[HEADER, ...rows, ''].join('\r\n')}`);
      return at(name);
    };
    beforeAll(async () => {
      const keys = ['twin-1', 'twin-2', 'twin-3', 'north-1', 'smith-j', 'smith-john', 'wing-14', 'wing-15', 'storm', 'storm-later', 'mao'];
      ids = new Map();
      for (const [record, of] of [
        ['Entity', keys],
        ['Source', keys],
      ] as const)
        for (const { id, document } of (await under.store.ask({ fetch: 'records', record, ids: [], keys: of })).records ?? [])
          ids.set(document['key'] as string, id);
    });

    it('stand with what tells them, and nothing in it is run as a formula', async () => {
      await under.store.write({
        items: ['one', 'two'].map((key) => ({
          entity: { key: `formula-${key}`, kind: 'PLACE', names: en('=HYPERLINK("http://x.example";"Quaymouth")') },
        })),
      });
      const { lines } = await writeDuplicates(under.store, at('all.csv'), limits, flags);
      const rows = parse<Record<string, string>>(readFileSync(at('all.csv')), { bom: true, columns: true });
      expect(rows.length).toBe(lines);
      expect(rows.find((row) => keysOf(row) === 'storm storm-too')).toMatchObject({
        decision: '',
        record: 'Source',
        score: '0.9',
        because: 'SAME_TITLE SAME_PUBLISHER SAME_DATE',
        'second publisher': 'Bay Gazette',
        'second date': '2021-02-03',
      });
      expect(rows.flatMap((row) => [row['first id'], row['second id']])).toContain(ids.get('storm'));
      expect(rows.map(keysOf)).toContain('twin-1 twin-2');
      expect(rows.find((row) => keysOf(row) === 'formula-one formula-two')!['first name']).toMatch(/^'=HYPERLINK/);
      expect(rows.map(({ score }) => Number(score))).toEqual(rows.map(({ score }) => Number(score)).toSorted((a, b) => b - a));
      // It can be read as it is: nothing is decided.
      expect(await apply(at('all.csv'))).toEqual({ merged: 0, different: 0, already: 0, inSheetAlone: 0 });
    });

    it('that are wrong are told line by line, and nothing is written', async () => {
      const before = await under.store.position();
      const ghost = '01980000-0000-7000-8000-000000000000';
      const file = saved('wrong.csv', [
        ['marry', 'twin-1', 'twin-2'],
        ['merge', 'twin-1', 'no id'],
        ['merge', 'twin-1', 'twin-2', 'Predicate'],
        ['merge', 'twin-1', 'twin-1'],
      ]);
      expect(await refusals(file)).toBe(
        [
          'wrong.csv:2:1: BAD_INPUT: decision: "marry" is no decision; one of merge, merge into second, keep apart, or blank',
          'wrong.csv:3:5: BAD_INPUT: second id: "no id" is no id; keep the ids as they were written',
          'wrong.csv:4:3: BAD_INPUT: record: "Predicate" is no kind of record here; one of Entity, Source, Claim',
          'wrong.csv:5:5: BAD_INPUT: second id: the two records of the line are one; keep the ids as they were written',
          'wrong.csv: 4 problems; nothing was written',
        ].join('\n'),
      );
      const unsound = saved('unsound.csv', [
        ['merge', 'twin-1', 'twin-2'],
        ['keep apart', 'twin-2', 'twin-1'],
        ['merge', 'mao', ghost],
      ]);
      expect(await refusals(unsound)).toBe(
        [
          'unsound.csv:3:1: BAD_INPUT: decision: other lines merge the two; decide the same in all of them',
          `unsound.csv:4:5: BAD_INPUT: second id: there is no Entity ${ghost} in this graph; the sheet is of another one`,
          'unsound.csv: 2 problems; nothing was written',
        ].join('\n'),
      );
      // As Excel begins a file, with lines that somebody left empty.
      writeFileSync(
        at('excel.csv'),
        `sep=\t\r\n${HEADER.replaceAll(';', '\t')}\r\n\t\t\t\t\r\nmarry\t\tEntity\t${ids.get('twin-1')}\t${ids.get('twin-2')}\r\n`,
      );
      expect(await refusals(at('excel.csv'))).toContain('excel.csv:4:1: BAD_INPUT: decision: "marry" is no decision');
      writeFileSync(
        at('latin.csv'),
        Buffer.from(`${HEADER}\r\nmerge;m\xeame;Entity;${ids.get('twin-1')};${ids.get('twin-2')}\r\n`, 'latin1'),
      );
      expect(await refusals(at('latin.csv'))).toContain('save it as CSV UTF-8, or say its encoding (--encoding windows-1252)');
      expect((await readSheet(at('latin.csv'), limits, 'windows-1252')).decided[0]!.reason).toBe('même');
      writeFileSync(at('other.csv'), 'name,decision\nx,merge\n');
      expect(await refusals(at('other.csv'))).toContain('other.csv:1:1: BAD_INPUT: there is no column "record"');
      expect(await under.store.position()).toBe(before);
    });

    it('are done as decided, once, by name and with a reason', async () => {
      const file = saved('decided.csv', [
        ['Merge', 'twin-1', 'twin-2', 'Entity', 'same works'],
        ['merge into second', 'twin-2', 'twin-3'],
        ['', 'mao', 'north-1'],
        ['keep apart', 'smith-j', 'smith-john'],
        ['KEEP  APART', 'storm', 'storm-later', 'Source'],
      ]);
      const wanted = { merged: 2, different: 1, already: 0, inSheetAlone: 1 };
      const before = await under.store.position();
      expect(await apply(file, true)).toEqual(wanted);
      expect(await under.store.position()).toBe(before);
      expect(await apply(file)).toEqual(wanted);
      const written = (await under.store.changeHeaders(before, 10)).map(({ id, operation, recordedBy, reason }) => [
        id,
        operation,
        recordedBy,
        reason,
      ]);
      expect(written.slice(0, 2)).toEqual([
        [ids.get('twin-2'), 'MERGED', 'Ada', 'same works'],
        [ids.get('twin-1'), 'MERGED', 'Ada', 'two records of one thing, as decided in a sheet of duplicates'],
      ]);
      const { records } = await under.store.ask({ fetch: 'records', record: 'Entity', ids: [ids.get('twin-1')!], keys: [] });
      expect(records![0]!.document['mergedInto']).toBe(ids.get('twin-3'));
      // Again it changes nothing.
      const after = await under.store.position();
      expect(await apply(file)).toEqual({ merged: 0, different: 0, already: 3, inSheetAlone: 1 });
      expect(await under.store.position()).toBe(after);
      // What is kept apart is not proposed again: by the graph, or by the sheet.
      expect(pairs(await proposals(server, 'kind: ENTITY, of: "smith-j", minimumScore: 0.5'))).toEqual([]);
      await writeDuplicates(under.store, at('next.csv'), limits, { ...flags, kinds: ['Source'], leaveOut: [file] });
      const left = parse<Record<string, string>>(readFileSync(at('next.csv')), { bom: true, columns: true }).map((row) => keysOf(row));
      expect(left).toContain('storm storm-too');
      expect(left).not.toContain('storm storm-later');
    });

    it('say of a record that was retracted or merged since what became of it', async () => {
      await under.store.write({
        items: [
          { retract: { kind: 'Entity', reference: 'wing-15', reason: 'no such wing' } },
          { merge: { kind: 'Entity', reference: 'mao', into: 'north-1', reason: 'a test' } },
        ],
      });
      const file = saved('late.csv', [
        ['merge', 'wing-14', 'wing-15'],
        ['merge', 'wing-14', 'mao'],
      ]);
      expect(await refusals(file)).toBe(
        [
          'late.csv:2:5: BAD_INPUT: second id: the Entity was retracted since; clear the decision, or restore it first',
          `late.csv:3:5: BAD_INPUT: second id: the Entity was merged into ${ids.get('north-1')} since; clear the decision, and find duplicates again`,
          'late.csv: 2 problems; nothing was written',
        ].join('\n'),
      );
    });
  });
});
