/** `claimgraph seed`: files that were corrected, everything that is wrong with one, and the starter vocabulary. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FileRefused, readChangesetFile } from '../../src/cli/changeset-file.js';
import { loadChangeset } from '../../src/cli/load-changeset.js';
import { addVocabulary, vocabularyAlone } from '../../src/cli/vocabulary.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const run = (...words: string[]) => spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', cwd: folder });
const person = (key: string, name: string) => `  - entity: { key: ${key}, kind: PERSON, names: [{ language: en, text: ${name} }] }\n`;

function file(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

describe.each(STORE_KINDS)('changeset files on $name', ({ open }) => {
  let under: StoreUnderTest;
  beforeAll(async () => {
    under = await open();
  });
  afterAll(() => under.close());
  const load = async (text: string, by?: string) => loadChangeset(under.store, await readChangesetFile(file('mine.yaml', text)), by);
  const outcome = async (text: string, by?: string) => {
    const { repeated, corrects, results } = await load(text, by);
    return [repeated, corrects, results.map(({ status }) => status)];
  };
  const refused = async (text: string): Promise<string[]> => {
    const error: unknown = await load(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FileRefused);
    return (error as FileRefused).message.split('\n').map((line) => line.replaceAll(`${folder}/`, ''));
  };

  it('one that was corrected is a changeset of its own, which names the one before', async () => {
    const first = `key: people\nitems:\n${person('ann', 'Anne')}${person('bob', 'Bob')}`;
    const second = first.replace('Anne', 'Ann');
    const third = second + person('cid', 'Cid');
    expect(await outcome(first)).toEqual([false, undefined, ['CREATED', 'CREATED']]);
    expect(await outcome(first)).toEqual([true, undefined, ['CREATED', 'CREATED']]);
    const since = await under.store.position();
    expect(await outcome(second)).toEqual([false, 'people', ['CHANGED', 'UNCHANGED']]);
    expect(await outcome(second)).toEqual([true, undefined, ['CHANGED', 'UNCHANGED']]);
    expect(await outcome(third)).toEqual([false, 'people#2', ['UNCHANGED', 'UNCHANGED', 'CREATED']]);
    // What was there at first is a correction of the last one, too.
    expect(await outcome(first)).toEqual([false, 'people#3', ['CHANGED', 'UNCHANGED']]);
    expect((await under.store.changeHeaders(since, 10)).map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'corrects the changeset "people"'],
      [1, 'corrects the changeset "people#2"'],
      [3, 'corrects the changeset "people#3"'],
    ]);
  });

  it('a correction keeps the reasons that the file gives', async () => {
    const text = 'key: why\nitems:\n  - entity: { key: why, kind: PERSON, reason: a typing error, names: [{ language: en, text: Wy }] }\n';
    await load(text);
    const since = await under.store.position();
    await load(text.replace('Wy', 'Why'));
    expect((await under.store.changeHeaders(since, 10)).map(({ reason }) => reason)).toEqual(['a typing error']);
  });

  it('one without a key is loaded each time, and is no correction of another', async () => {
    expect(await outcome(`items:\n${person('keyless', 'One')}`)).toEqual([false, undefined, ['CREATED']]);
    expect(await outcome(`items:\n${person('keyless', 'Two')}`)).toEqual([false, undefined, ['CHANGED']]);
    expect(await outcome(`items:\n${person('keyless', 'Two')}`)).toEqual([false, undefined, ['UNCHANGED']]);
  });

  it('names who loads it, whom the file names, or seed', async () => {
    const by = async (text: string, recordedBy?: string) => {
      const since = await under.store.position();
      await load(text, recordedBy);
      return (await under.store.changeHeaders(since, 10)).map(({ recordedBy: name }) => name);
    };
    expect(await by(`items:\n${person('by-1', 'A')}`)).toEqual(['seed']);
    expect(await by(`by: Ann\nitems:\n${person('by-2', 'A')}`)).toEqual(['Ann']);
    expect(await by(`by: Ann\nitems:\n${person('by-3', 'A')}`, 'Bob')).toEqual(['Bob']);
  });

  it('one that is wrong is refused with every problem, each with its line and column, and nothing is written', async () => {
    const before = await under.store.position();
    const lines = await refused(`key: wrong
items:
  - entity: { key: good, kind: PERSON, names: [{ language: en, text: Good }] }
  - entity:
      key: bad-1
      kind: PERSN
      names:
        - { language: xx-, text: B }
  - source: { key: bad-2, kind: ARTICLE, titel: A slip, published: 2023-02-29 }
  - claim:
      key: bad-3
      texts: [{ language: en, text: Whose? }]
      subject: nobody
      predicate: nothing
  - claim: { key: bad-4, subject: nobody }
`);
    expect(lines.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      expect.stringMatching(/^mine.yaml:6:13: BAD_INPUT at items\[1\]\.entity\.kind$/),
      expect.stringMatching(/^mine.yaml:8:23: BAD_LANGUAGE at items\[1\]\.entity\.names\[0\]\.language$/),
      expect.stringMatching(/^mine.yaml:9:42: BAD_INPUT at items\[2\]\.source/),
      expect.stringMatching(/^mine.yaml:9:68: BAD_DATE at items\[2\]\.source\.published$/),
      expect.stringMatching(/^mine.yaml:13:16: UNKNOWN_REFERENCE at items\[3\]\.claim\.subject$/),
      expect.stringMatching(/^mine.yaml:14:18: UNKNOWN_REFERENCE at items\[3\]\.claim\.predicate$/),
      expect.stringMatching(/^mine.yaml:15:12: BAD_INPUT at items\[4\]\.claim\.texts$/),
      expect.stringMatching(/^mine.yaml:15:35: UNKNOWN_REFERENCE at items\[4\]\.claim\.subject$/),
      'mine.yaml: 8 problems; nothing was written',
    ]);
    expect(await under.store.position()).toBe(before);
  });

  it('one that holds nothing is told', async () => {
    expect(await refused('key: nothing\nitems: []\n')).toEqual([
      'mine.yaml:2:8: BAD_INPUT at items: the list of items is empty; at least one item',
      'mine.yaml: one problem; nothing was written',
    ]);
    expect((await refused(''))[0]).toBe(
      'mine.yaml:1:1: BAD_INPUT: the file holds no changeset; a YAML or JSON object with a list of items',
    );
  });

  it('what is wrong around the items, and with the form of the file, is told in the same way', async () => {
    expect(await refused('key: ""\nbye: Ann\nitems:\n  - entty: { key: a }\n')).toEqual([
      expect.stringMatching(/^mine.yaml:1:6: BAD_INPUT at key: /),
      expect.stringMatching(/^mine.yaml:2:1: BAD_INPUT at bye: "bye" is not known here/),
      expect.stringMatching(/^mine.yaml:4:\d+: BAD_INPUT at items\[0\]/),
      'mine.yaml: 3 problems; nothing was written',
    ]);
    expect(await refused('just a text')).toEqual([expect.stringMatching(/^mine.yaml:1:1: BAD_INPUT: the file/), expect.anything()]);
    expect(await refused('')).toEqual([expect.stringMatching(/^mine.yaml:1:1: /), expect.stringMatching(/one problem; nothing/)]);
    expect(await refused('items:\n  - entity: { key: [\n')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^mine.yaml:\d+:\d+: BAD_INPUT: not YAML or JSON: /)]),
    );
    expect(await refused('{"items": [\n  {"entity": {"key": "a",\n   "kind": "X"}}]}')).toEqual([
      expect.stringMatching(/^mine.yaml:3:12: BAD_INPUT at items\[0\]\.entity\.kind/),
      expect.stringMatching(/one problem; nothing/),
    ]);
  });
});

describe.each(STORE_KINDS)('the starter vocabulary on $name', ({ open }) => {
  it('has labels in five languages and a property of Wikidata, and leaves what is there as it is', async () => {
    const under = await open();
    try {
      expect(await vocabularyAlone(under.store)).toBeUndefined();
      const { results } = await addVocabulary(under.store);
      expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['CREATED']));
      expect(results.length).toBeGreaterThanOrEqual(30);
      expect(await vocabularyAlone(under.store)).toBe(results.length);
      for (const { document } of await under.store.changes(0, 100)) {
        const {
          labels,
          inverseLabels = labels,
          identifiers,
        } = document as Record<string, { language: string; scheme: string; value: string }[]>;
        for (const list of [labels!, inverseLabels!])
          expect(list.map(({ language }) => language).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr']);
        expect(identifiers).toEqual([{ scheme: 'wikidata', value: expect.stringMatching(/^P\d+$/) as string }]);
      }
      expect((await addVocabulary(under.store)).repeated).toBe(true);
      await under.store.write({ items: [{ predicate: { key: 'owns', functional: false, labels: [{ language: 'en', text: 'has' }] } }] });
      expect(await vocabularyAlone(under.store)).toBeUndefined();
      expect(await under.store.check(() => undefined)).toEqual([]);
    } finally {
      await under.close();
    }
  });
});

describe('on the command line', () => {
  it('a new store gets the starter vocabulary once, unless it is not wanted', async () => {
    file('mine.yaml', `items:\n${person('a', 'A')}`);
    expect(run('seed', 'mine.yaml', '--store', './new.db').stdout).toMatch(/^starter vocabulary: \d+ created\nmine.yaml: 1 created\n$/);
    expect(run('seed', 'mine.yaml', '--store', './new.db').stdout).toBe('mine.yaml: 1 unchanged\n');
    expect(run('seed', 'mine.yaml', '--no-vocabulary', '--store', './bare.db').stdout).toBe('mine.yaml: 1 created\n');
    expect(run('seed', '--vocabulary', '--store', './bare.db').stdout).toMatch(/^starter vocabulary: \d+ created\n$/);
    const store = openSqliteStore(at('bare.db'), { mustExist: true });
    expect(await store.check(() => undefined)).toEqual([]);
    await store.close();
  });

  it('says what a correction changed, and who loaded it', () => {
    file('mine.yaml', `key: people\nitems:\n${person('ann', 'Anne')}${person('bob', 'Bob')}`);
    const words = ['seed', 'mine.yaml', '--no-vocabulary', '--recorded-by', 'Ada', '--store', './graph.db'];
    expect(run(...words).stdout).toBe('mine.yaml: 2 created\n');
    file('mine.yaml', `key: people\nitems:\n${person('ann', 'Ann')}${person('bob', 'Bob')}`);
    expect(run(...words).stdout).toBe(
      'mine.yaml: a correction of the changeset "people": 1 changed, 1 unchanged\n  changed: Entity ann, version 2: names\n',
    );
    expect(run(...words).stdout).toContain('already loaded');
    expect(run('export', 'jsonl', '--store', './graph.db').status).toBe(0);
    expect(run('seed', '--recorded-by', ' ', '--store', './graph.db').status).toBe(2);
  });

  it('makes no store for a file that cannot be read', () => {
    file('wrong.yaml', 'nothing: here\n');
    expect(run('seed', 'wrong.yaml', '--store', './graph.db')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('wrong.yaml:1:1: ') as string,
    });
    expect(existsSync(at('graph.db'))).toBe(false);
  });
});
