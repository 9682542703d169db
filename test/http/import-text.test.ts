/** Texts to be imported over HTTP: for whom, how long, and what is said of those that are wrong. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../src/http/access/tokens.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const folder = temporaryFolder();
const file = join(folder, 'tokens.json');
const contributor = { authorization: `Bearer ${createToken(file, { name: 'Ada', role: 'contributor' }).text}` };
afterAll(() => rmSync(folder, { recursive: true }));

const MEMBERS = '{ entries created refused refusals { line place path code message hint } stoppedAt { line place } lost { path count } }';
const VARIABLES = '($format: ImportFormat!, $text: String!, $mapping: String)';
const GIVEN = '(format: $format, text: $text, mapping: $mapping)';
const PREVIEW = `query ${VARIABLES} { importPreview${GIVEN} ${MEMBERS} }`;
const IMPORT = `mutation ${VARIABLES} { importText${GIVEN} ${MEMBERS} }`;

describe.each(STORE_KINDS)('on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store, {
      tokensFile: file,
      anonymousRole: 'reader',
      importTextMax: '20000',
      importTextItemsMax: '100',
      importLostMax: '3',
    });
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it.each([
    ['importPreview', PREVIEW, 200],
    // A mutation is refused as a whole.
    ['importText', IMPORT, 403],
  ])('%s takes the role of a contributor before anything is looked at', async (field, operation, refused) => {
    const given = [
      { format: 'TABLE', text: 'id\n1\n', mapping: 'items: *nope' },
      { format: 'TABLE', text: 'id\n1\n' },
      { format: 'JSONL', text: 'x'.repeat(30_000) },
      { format: 'NANOPUB', text: `@prefix : <http://x.example/> . :g { :a :b ${'('.repeat(10_000)}` },
      { format: 'JSONL', text: '' },
    ];
    for (const variables of given) {
      const { status, body } = await server.ask(operation, variables);
      expect([status, body.errors?.[0]?.extensions]).toEqual([refused, { code: 'FORBIDDEN', path: field, hint: 'the role contributor' }]);
    }
    const { body } = await server.ask(operation, { format: 'JSONL', text: '{"entity":{}}' }, contributor);
    expect(body.data[field].refused).toBeGreaterThan(0);
  });

  const preview = async (variables: object) => server.ask(PREVIEW, { ...variables }, contributor);

  it.each([
    ['an alias to nothing', 'items:\n  - *nope', 'BAD_INPUT', /^line 2: /],
    ['brackets', `items: ${'['.repeat(30_000)}`, 'TOO_DEEP', /^line 1: /],
    ['many keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'), 'TOO_LONG', /65536 bytes/],
    ['equal keys', 'items: []\nitems: []', 'BAD_INPUT', /^line 2: the key "items" is there twice/],
  ])('a mapping of %s is refused', async (_name, mapping, code, message) => {
    const { status, body } = await preview({ format: 'TABLE', text: 'id\n1\n', mapping });
    expect([status, body.errors![0]!.extensions.code]).toEqual([200, code]);
    expect(body.errors![0]!.extensions.path).toMatch(/^mapping/);
    expect(body.errors![0]!.message).toMatch(message);
  });

  it('a text over the limit is refused whole; one of too many items is read up to there', async () => {
    const { body } = await preview({ format: 'JSONL', text: ' '.repeat(20_001) });
    expect(body.errors![0]!.extensions).toMatchObject({ code: 'TOO_LONG', path: 'text' });
    const lines = Array.from({ length: 150 }, (_, index) =>
      JSON.stringify({ entity: { key: `k${index}`, kind: 'PERSON', names: [{ language: 'en', text: `K${index}` }] } }),
    );
    const report = (await preview({ format: 'JSONL', text: lines.join('\n') })).body.data.importPreview;
    expect(report).toMatchObject({ created: 100, refused: 1, refusals: [{ line: 101, code: 'TOO_LONG' }] });
    expect(report.refusals[0].message).toContain('the rest was not read');
    expect(report.stoppedAt).toEqual({ line: 101, place: expect.any(String) });
  });

  it('what is lost is named up to a number of paths', async () => {
    const members = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`x${index}`, 1]));
    const review = { '@type': 'ClaimReview', '@context': 'https://schema.org', claimReviewed: 'x', url: 'https://x.example/', ...members };
    const { lost } = (await preview({ format: 'CLAIMREVIEW', text: JSON.stringify(review) })).body.data.importPreview;
    expect(lost).toHaveLength(4);
    expect(lost[0]).toEqual({ path: '… (further paths)', count: 47 });
  });

  it.each([
    ['PROV_JSON', '{"wasDerivedFrom":{"a":null}}'],
    ['PROV_JSON', '{"bundle":{"b":null}}'],
    [
      'WIKIDATA',
      '{"id":"Q1","claims":{"P1":[{"id":"a","mainsnak":{"property":"P1","datavalue":{"type":"time","value":{"time":"+2001-01-01T"}}}}]}}',
    ],
    ['WIKIDATA', '{"id":"Q1","claims":{"P1":[{"id":"a","mainsnak":{"property":"P1","datavalue":{"type":"wikibase-entityid"}}}]}}'],
    ['WEB_ANNOTATION', '{"type":"AnnotationPage","items":{}}'],
    ['FTM', '{"id":"a","schema":"Person","properties":{"name":{}},"datasets":[null]}'],
    ['FTM', '{"entity_id":1,"prop":2,"value":3}'],
    ['CLAIMREVIEW', '{"@type":"ClaimReview","@context":5}'],
    ['CLAIMREVIEW', '{"@type":"ClaimReview","@context":[[[]]],"claimReviewed":{"@list":[[1]]},"url":{"@value":{}}}'],
    ['NANOPUB', ':g { '],
    ['NANOPUB', '<a> <b> <c> <d> .'],
    ['JSONL', '{"entity":null}\n{"claim":5}\n[]\n{"__proto__":{}}\n{"a":1,"b":2}'],
    ['JSONL', '['],
  ])('%s that is not as the format says is refused in words: %s', async (format, text) => {
    const { status, body } = await preview({ format, text });
    expect([status, body.errors]).toEqual([200, undefined]);
    for (const { message } of body.data.importPreview.refusals)
      expect(message).not.toMatch(/Cannot|is not (?:a function|a constructor|iterable|defined)|call stack/);
  });
});
