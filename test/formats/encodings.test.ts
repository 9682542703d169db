/** Files in other encodings than UTF-8: refused once, with the line and what they look like; or read as they say. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importEntries } from '../../src/formats/importing.js';
import { IMPORT_FORMATS } from '../../src/formats/imports.js';
import { soundText } from '../../src/formats/reading/encoding.js';
import { exportText, READ_LIMITS } from '../support/importing.js';
import { withStores } from '../support/sqlite.js';
import { temporaryFolder } from '../support/stores.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const MAPPING = 'items:\n  - entity: { key: "p:{id}", kind: PERSON, names: [{ language: und, text: "{name}" }] }\n';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  spawnSync(process.execPath, [MAIN, ...words, '--store', join(folder, 'graph.db')], { encoding: 'utf8' });

/** Of each format a file with a word of accents, and the line on which it stands. */
const FILES: readonly (readonly [format: string, name: string, text: string, line: number])[] = [
  ['table', 'a.csv', 'id,name\n1,Ana\n2,Zoë Müller\n', 3],
  ['table', 'a.tsv', 'id\tname\r\n1\tAna\r\n2\tZoë Müller\r\n', 3],
  [
    'ftm',
    'a.jsonl',
    `${JSON.stringify({ id: 'w', schema: 'Person', properties: { name: ['Ana'] } })}\n${JSON.stringify({ id: 'x', schema: 'Person', properties: { name: ['José Méndez'] } })}\n`,
    2,
  ],
  [
    'jsonl',
    'b.jsonl',
    `${JSON.stringify({ entity: { key: 'l1', kind: 'PERSON', names: [{ language: 'es', text: 'José Méndez' }] } })}\n`,
    1,
  ],
  ['wikidata', 'a.json', JSON.stringify({ id: 'Q9', labels: { es: { language: 'es', value: 'José Méndez' } } }, undefined, 1), 6],
  ['claimreview', 'c.json', JSON.stringify([{ '@type': 'ClaimReview', claimReviewed: 'Zoë Müller está aquí' }]), 1],
  ['web-annotation', 'd.json', JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', bodyValue: 'Zoë Müller está aquí' }), 1],
  ['prov-json', 'e.json', JSON.stringify({ entity: { 'ex:e': { 'prov:label': 'Zoë Müller está aquí' } } }), 1],
  ['nanopub', 'a.trig', '@prefix : <http://x.example/> .\n\n:g { :a :b "Zoë Müller está aquí" . }\n', 3],
];

describe.each(FILES)('%s, %s', (format, name, text, line) => {
  const written = (bytes: Uint8Array): string => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    writeFileSync(join(folder, 'mapping.yaml'), MAPPING);
    return file;
  };
  const imported = (file: string, ...words: string[]) =>
    run('import', format, file, ...(format === 'table' ? ['--mapping', join(folder, 'mapping.yaml')] : []), ...words);

  it('in ISO 8859-1 is one refusal; no store is made', () => {
    const { status, stdout, stderr } = imported(written(Buffer.from(text, 'latin1')));
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('0 entries: 0 records created, 0 changed, 0 unchanged, 1 refused');
    expect(stdout).toMatch(
      new RegExp(`refused: line ${line}: BAD_TEXT: the file is not in UTF-8; it looks like (ISO-8859-1|windows-1252);`),
    );
    expect(existsSync(join(folder, 'graph.db'))).toBe(false);
  });

  it.each(['utf16le', 'utf16be'])('in %s without a byte order mark is one refusal', (encoding) => {
    const { status, stdout } = imported(written(iconv.encode(text, encoding)));
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(new RegExp(`line 1: BAD_TEXT: .*UTF-16${encoding.slice(-2).toUpperCase()}`)),
    ]);
  });

  it('is read in the encoding that is said, or that its mark says', async () => {
    for (const [bytes, encoding] of [
      [iconv.encode(text, 'windows-1252'), 'windows-1252'],
      [iconv.encode(text, 'utf16le'), 'utf-16le'],
      [iconv.encode(text, 'utf16le', { addBOM: true }), undefined],
      [iconv.encode(text, 'utf16be', { addBOM: true }), undefined],
      [iconv.encode(text, 'utf8', { addBOM: true }), undefined],
    ] as const)
      expect(await soundText(bytes, encoding)).toBe(text);
  });
});

it('a mapping says the encoding of its table, and a file that is not in it is refused', () =>
  withStores(1, async (store) => {
    const format = IMPORT_FORMATS.find(({ name }) => name === 'table')!;
    const taken = (bytes: Uint8Array, encoding: string) =>
      importEntries(store, format.read(Readable.from([bytes]), { ...READ_LIMITS, mapping: `encoding: ${encoding}\n${MAPPING}` }), {
        batch: 100,
        waitingMax: 0,
        refusalsMax: 10,
        lostMax: 10,
      });
    const wrong = await taken(Buffer.from([...Buffer.from('id,name\n1,a\n2,'), 0x81, 0x0a]), 'windows-1252');
    // 0x81 is no character there; what stood before it is not written either.
    expect(wrong).toMatchObject({ entries: 0, created: 0, refused: 1, refusals: [{ place: { line: 3 }, code: 'BAD_TEXT' }] });
    expect(await taken(iconv.encode('id,name\n1,“Zoë” – Müller\n', 'win1252'), 'windows-1252')).toMatchObject({ created: 1, refused: 0 });
    expect(await taken(iconv.encode('id,name\n2,日本語\n', 'shift_jis'), 'shift_jis')).toMatchObject({ created: 1, refused: 0 });
    expect(await exportText(store, 'jsonl')).toMatch(/“Zoë” – Müller.*\n.*日本語/);
  }));

it('a changeset that is not UTF-8, or no YAML, is refused with its line and without a stack', () => {
  const file = join(folder, 'seed.yaml');
  writeFileSync(
    file,
    Buffer.from('key: l1\nitems:\n  - entity: { key: l1, kind: PERSON, names: [{ language: es, text: José } ] }\n', 'latin1'),
  );
  const latin = run('seed', file);
  expect([latin.status, latin.stderr]).toEqual([
    1,
    expect.stringMatching(/^\S*seed\.yaml:3:1: BAD_TEXT: the file is not in UTF-8; [^\n]*\n[^\n]*nothing was written\n$/),
  ]);
  writeFileSync(file, 'key: l1\nitems:\n  - entity: { key: [\n');
  const broken = run('seed', file);
  expect([broken.status, broken.stderr]).toEqual([
    1,
    expect.stringMatching(/^\S*seed\.yaml:\d+:\d+: BAD_INPUT: not YAML or JSON: [^\n]*\n/),
  ]);
  expect(existsSync(join(folder, 'graph.db'))).toBe(false);
});

it('a character that a piece of the file cuts is whole, and one that the file cuts is told', async () => {
  const bytes = Buffer.from('a\r\né\n日本\n😀');
  const pieces = async function* (at: number) {
    yield bytes.subarray(0, at);
    yield bytes.subarray(at);
  };
  const { soundUtf8 } = await import('../../src/formats/reading/encoding.js');
  const all = async (input: AsyncIterable<Uint8Array>) => {
    const found: Uint8Array[] = [];
    for await (const piece of soundUtf8(input)) found.push(piece);
    return Buffer.concat(found).toString('utf8');
  };
  for (let at = 0; at <= bytes.length; at++) expect(await all(pieces(at))).toBe(bytes.toString('utf8'));
  await expect(soundText(bytes.subarray(0, -1))).rejects.toMatchObject({ line: 4, refusal: { code: 'BAD_TEXT' } });
  expect(await soundText(Buffer.from('a \uFFFD b'))).toBe('a \uFFFD b');
});
