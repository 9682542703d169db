/** Quotes in texts: what is given is found as it is meant, the text's own letters are kept, and what is refused leaves nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importText } from '../support/importing.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const TEXT = 'Le cafe\u0301 est ferme\u0301. The old\u00a0mill is shut. The of\ufb01ce of the compu\u00adter firm.';

describe.each(STORE_KINDS)('quotes on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store);
    await write({ source: { key: 'q', kind: 'ARTICLE', title: 'Q', text: TEXT } }, { claim: { key: 'c', texts: en('q') } });
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const write = async (...items: object[]) => (await under.store.write({ by: 'test', items })).results;
  const cite = async (key: string, passage: object) =>
    (await write({ citation: { key, claim: 'c', source: 'q', stance: 'SUPPORTS', passage } }))[0]!;
  const passageOf = async (key: string) =>
    (
      await server.data('query ($key: String!) { citation(key: $key) { version passage { exact prefix suffix start end state match } } }', {
        key,
      })
    ).citation;

  it.each([
    ['canonical', 'caf\u00e9 est', 'cafe\u0301 est', 'CANONICAL'],
    ['spaced', 'old mill', 'old\u00a0mill', 'FOLDED'],
    ['joined', 'office of the computer', 'of\ufb01ce of the compu\u00adter', 'FOLDED'],
    ['letters', 'is shut', 'is shut', 'EXACT'],
  ])('%s: kept in the letters of the text, with how it was found', async (key, quote, exact, match) => {
    expect(await cite(key, { exact: quote })).toMatchObject({ status: 'CREATED' });
    expect((await passageOf(key)).passage).toMatchObject({
      exact,
      match,
      state: 'VERIFIED',
      start: Array.from(TEXT.slice(0, TEXT.indexOf(exact))).length,
    });
    // Said once more, whether in those letters or these, it says nothing new.
    expect(await cite(key, { exact: quote })).toMatchObject({ status: 'UNCHANGED' });
    const { citations } = await server.data(`{ citations(where: { passage: { match: { eq: ${match} } } }) { nodes { key } } }`);
    expect(citations.nodes.map((each: any) => each.key)).toContain(key);
  });

  it('a letter without its accent is no quote of it', async () => {
    expect((await cite('half', { exact: 'cafe' })).problems).toMatchObject([{ code: 'QUOTE_NOT_FOUND' }]);
    expect((await cite('half', { exact: 'cafe', start: 3 })).problems).toMatchObject([{ code: 'QUOTE_NOT_FOUND' }]);
  });

  it('an update that says nothing of the passage leaves how it was found', async () => {
    await cite('kept', { exact: 'The old mill' });
    expect((await write({ citation: { key: 'kept', source: 'q' } }))[0]).toMatchObject({ status: 'UNCHANGED' });
    expect((await write({ citation: { key: 'kept', source: 'q', note: 'n' } }))[0]).toMatchObject({ status: 'CHANGED' });
    expect((await passageOf('kept')).passage).toMatchObject({ match: 'FOLDED' });
  });

  it('what differs to the eye is refused, with the nearest passage', async () => {
    const { status, problems } = await cite('otherwise', { exact: 'The old mill was shut' });
    expect(status).toBe('REFUSED');
    expect(problems).toMatchObject([{ code: 'QUOTE_NOT_FOUND', path: ['items', 0, 'citation', 'passage', 'exact'] }]);
    expect(problems[0]!.hint).toBe(
      'the nearest passage begins at 21: "The old\u00a0mill is shut."; it has "i" (U+0069) where the quote has "w" (U+0077)',
    );
  });

  it('a mark at the beginning of a file is not seen within a text either', async () => {
    await write({
      source: { key: 'marked', kind: 'ARTICLE', title: 'M', text: 'The data\uFEFFbase of the caf\u00e9\nmoved. \uFEFF Done.' },
    });
    const found = async (key: string, exact: string) => {
      const [result] = await write({ citation: { key, claim: 'c', source: 'marked', stance: 'SUPPORTS', passage: { exact } } });
      return result!.problems[0]?.hint ?? (await passageOf(key)).passage.exact;
    };
    expect(await found('marked-1', 'The database')).toBe('The data\uFEFFbase');
    expect(await found('marked-2', 'moved. Done.')).toBe('moved. \uFEFF Done.');
    // A hint shows a line break as a blank, and finds a short word but for its accent.
    expect(await found('marked-3', 'cafe moves.')).toMatch(/^the nearest passage begins at 21: "caf\u00e9 moved"/);
    expect(await found('marked-4', 'bases')).toMatch(/^the nearest passage begins at /);
    // An accent that differs is shown with its letter.
    expect(await found('marked-5', 'the caf\u00e8')).toContain('it has "\u00e9" (with U+0301) where the quote has "\u00e8" (with U+0300)');
  });

  it('drift is judged by the letters of the text', async () => {
    await write({ source: { key: 'd', kind: 'ARTICLE', title: 'D', text: 'Then the old\u00a0mill shut.' } });
    await write({ citation: { key: 'drifting', claim: 'c', source: 'd', stance: 'SUPPORTS', passage: { exact: 'old mill' } } });
    expect((await passageOf('drifting')).passage).toMatchObject({ state: 'VERIFIED', match: 'FOLDED' });
    await write({ source: { key: 'd', text: 'Then the old mill shut.' } });
    expect((await passageOf('drifting')).passage).toMatchObject({ state: 'DRIFTED', exact: 'old\u00a0mill' });
    await write({ source: { key: 'd', text: 'Then the old\u00a0mill shut. Nobody came.' } });
    expect(await passageOf('drifting')).toMatchObject({ version: 3, passage: { state: 'VERIFIED', match: 'FOLDED' } });
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('a quote whose text comes later is found as it is meant then', async () => {
    await write({ source: { key: 'l', kind: 'ARTICLE', title: 'L' } });
    await write({ citation: { key: 'later', claim: 'c', source: 'l', stance: 'SUPPORTS', passage: { exact: 'caf\u00e9' } } });
    expect((await passageOf('later')).passage).toMatchObject({ state: 'UNVERIFIED', match: null });
    await write({ source: { key: 'l', text: 'un cafe\u0301' } });
    expect((await passageOf('later')).passage).toMatchObject({ state: 'VERIFIED', match: 'CANONICAL', exact: 'cafe\u0301', start: 3 });
  });

  describe('annotations', () => {
    const PAGE = 'https://paper.example/mill';
    const annotation = (id: string, selector: object[], value = `Said in ${id}.`) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `https://anno.example/${id}`,
      type: 'Annotation',
      creator: { id: `https://people.example/${id}`, name: `Reader ${id}` },
      body: { type: 'TextualBody', value, language: 'en' },
      target: { source: PAGE, selector },
    });
    const take = (...annotations: object[]) => importText(under.store, 'web-annotation', JSON.stringify(annotations));
    const passages = async (id: string) =>
      (
        await server.data(
          'query ($value: String!) { claims(where: { texts: { some: { text: { eq: $value } } } }) { nodes { citations { nodes { passage { exact prefix suffix start end state match } } } } } }',
          { value: `Said in ${id}.` },
        )
      ).claims.nodes;
    beforeAll(() => write({ source: { kind: 'ARTICLE', title: 'Mill', url: PAGE, text: '🤔🤔🤔🤔:pondering the old mill is shut' } }));

    it.each<[string, object[], object, string[]]>([
      [
        'stale',
        [
          { type: 'TextQuoteSelector', exact: ':pondering' },
          { type: 'TextPositionSelector', start: 8, end: 18 },
        ],
        { exact: ':pondering', start: 4, end: 14 },
        ['passage.start', 'passage.end'],
      ],
      [
        'spaceless',
        [{ type: 'TextQuoteSelector', exact: 'mill', prefix: 'old', suffix: 'is' }],
        { exact: 'mill', prefix: 'old ', suffix: ' is', start: 23 },
        [],
      ],
      [
        'halved',
        [{ type: 'TextQuoteSelector', exact: 'mill', prefix: '\udd14:pondering the old ' }],
        { exact: 'mill', prefix: ':pondering the old ', start: 23 },
        ['prefix of a quote'],
      ],
      [
        'halved-after',
        [{ type: 'TextQuoteSelector', exact: 'shut', prefix: 'is \ud83e' }],
        { exact: 'shut', prefix: 'is ', start: 31 },
        ['prefix of a quote'],
      ],
      [
        'elsewhere',
        [
          { type: 'TextQuoteSelector', exact: 'the old mill', prefix: 'near ', suffix: ' was' },
          { type: 'TextPositionSelector', start: 900, end: 912 },
        ],
        { exact: 'the old mill', prefix: null, suffix: null, start: 15 },
        ['passage.prefix', 'passage.suffix', 'passage.start', 'passage.end'],
      ],
      [
        'other-length',
        [
          { type: 'TextQuoteSelector', exact: '🤔:pondering' },
          { type: 'TextPositionSelector', start: 6, end: 18 },
        ],
        { exact: '🤔:pondering', start: 3, end: 14 },
        ['passage.start', 'passage.end'],
      ],
    ])('%s: a quote that stands once is anchored there, and what did not fit is named', async (id, selector, passage, lost) => {
      const report = await take(annotation(id, selector));
      expect(report).toMatchObject({ refused: 0, refusals: [] });
      for (const name of lost)
        expect(
          [...report.lost.keys()].some((path) => path.startsWith(name)),
          `${name} of ${[...report.lost.keys()].join(', ')}`,
        ).toBe(true);
      expect(report.lost.size).toBe(lost.length);
      expect(await passages(id)).toMatchObject([{ citations: { nodes: [{ passage: { ...passage, state: 'VERIFIED' } }] } }]);
    });

    it.each([
      ['unheard', [{ type: 'TextQuoteSelector', exact: 'the new cinema' }], 'QUOTE_NOT_FOUND'],
      [
        'anywhere',
        [
          { type: 'TextQuoteSelector', exact: 'the' },
          { type: 'TextPositionSelector', start: 900, end: 903 },
        ],
        'QUOTE_AMBIGUOUS',
      ],
      ['broken', [{ type: 'TextQuoteSelector', exact: 'the \ud83e mill' }], 'BAD_TEXT'],
    ])('%s: what is refused leaves nothing behind, and what is beside it is taken', async (id, selector, code) => {
      if (id === 'anywhere')
        await write({
          source: { kind: 'ARTICLE', title: 'Mill', url: PAGE, text: '🤔🤔🤔🤔:pondering the old mill is shut, the other too' },
        });
      const before = await server.data('{ stats { records { kind active } } }');
      const report = await take(annotation(id, selector));
      expect(report.refusals.map((each) => each.code)).toEqual([code]);
      expect(await passages(id)).toEqual([]);
      expect(await server.data('{ stats { records { kind active } } }')).toEqual(before);
      const both = await take(annotation(id, selector), annotation(`${id}-beside`, [{ type: 'TextQuoteSelector', exact: ':pondering' }]));
      expect(both.refusals).toHaveLength(1);
      expect(await passages(id)).toEqual([]);
      expect(await passages(`${id}-beside`)).toMatchObject([{ citations: { nodes: [{ passage: { start: 4 } }] } }]);
    });
  });
});
