/** The search, through HTTP and on both stores: what is found, in which order, why, and that every store finds the same. */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claims as BENCH_CLAIMS, questions as BENCH_QUESTIONS } from '../../bench/find/set.mjs';
import { searchFor, type SearchRequest } from '../../src/analysis/search/search.js';
import { sha256 } from '../../src/model/changeset/passages.js';
import { SEARCHED_RECORDS } from '../../src/model/searched.js';
import { wordsOf } from '../../src/model/values/words.js';
import { EVERYTHING } from '../../src/plan/plan.js';
import { evaluate } from '../support/evaluate.js';
import { memoryGraph } from '../support/memory-graph.js';
import { Random } from '../support/random.js';
import { shrunkList } from '../support/shrink.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const entity = (key: string, names: Record<string, string>, rest: object = {}) => ({
  entity: { key, kind: 'PERSON', names: Object.entries(names).map(([language, text]) => ({ language, text })), ...rest },
});

const LETTER = `Dear Sir, ${'the weather is as it was. '.repeat(60)}The zeppelin was moored at Northtown. ${'Nothing else happened. '.repeat(60)}Yours, a butcher.`;
const SECRET = 'The zeppelin was moored by a spy.';
const LATE = 'A caravel was moored here.';
const TEXTS = [LETTER, SECRET, LATE];

const claim = (key: string, language: string, text: string) => ({ claim: { key, texts: [{ language, text }] } });

const ITEMS = [
  claim('potatoes', 'de', 'Der Kar\u00ADtoffel\u00ADpreis stieg'),
  claim('moved', 'en', 'The data\u2060base moved'),
  claim('najafabad', 'fa', 'نجف\u200Cآباد'),
  claim('oloughlin', 'en', 'O’Loughlin of the U.S.A.'),
  claim('museum', 'ko', '수도권역사박물관이 닫았다'),
  claim('tolkien', 'en', 'J. R. R. Tolkien wrote it'),
  claim('plain', 'en', 'Obrien of the USSR, and JRR Martin'),
  claim('kashida', 'ar', 'مكتـــبة'),
  claim('modi', 'hi', 'नरेन्द्र मोदी'),
  claim('laxmi', 'hi', 'लक्ष्\u200Dमी आई'),
  claim('niqqud', 'he', 'גִּנָּה קְטַנָּה'),
  claim('tashkil', 'ar', 'كِتَابٌ جَدِيدٌ'),
  claim('rock', 'en', 'Rock’n’roll on the old pier'),
  claim('gorky', 'ru', 'Горький приехал'),
  claim('athens', 'el', 'Η Αθήνα ξύπνησε'),
  claim('seoul', 'ko', '서울에 눈이'),
  entity('works', { en: 'Old Works' }, { kind: 'PLACE', descriptions: [{ language: 'en', text: 'A turbine factory by the river' }] }),
  { source: { key: 'letter', kind: 'DOCUMENT', title: 'A letter', text: LETTER } },
  { source: { key: 'secret', kind: 'DOCUMENT', title: 'A draft', text: SECRET, visibility: 'DRAFT' } },
  { source: { key: 'late', kind: 'DOCUMENT', title: 'Known by its digest', digest: sha256(LATE) } },
  { predicate: { key: 'said', labels: [{ language: 'en', text: 'said' }] } },
  entity('lukasz', { pl: 'Łukasz Żółty' }),
  entity('lucas', { fr: 'Lucas Jaune' }),
  entity('soeur', { fr: 'Sœur Marie-Ange' }),
  entity('strasse', { de: 'Große Straße' }),
  entity('putin', { ru: 'Владимир Путин', en: 'Vladimir Putin' }, { aliases: [{ language: 'en', text: 'Volodya' }] }),
  entity('arab', { ar: 'محمد بن سلمان' }),
  entity('scan', { en: 'CT scan' }, { kind: 'CONCEPT' }),
  entity('tokyo', { ja: '東京都庁' }, { kind: 'ORGANIZATION' }),
  entity('amazon', { en: 'Amazon Web Services' }, { kind: 'ORGANIZATION', aliases: [{ language: 'en', text: 'AWS' }] }),
  entity('amazonas', { pt: 'Amazonas' }, { kind: 'PLACE' }),
  entity('buzzfeed', { en: 'BuzzFeed News' }, { kind: 'ORGANIZATION' }),
  entity('operators', { en: 'AND OR NOT "NEAR" (x:y) ~2 *' }),
  entity('gone', { en: 'Amazon Retracted' }),
  entity('twin', { en: 'Amazone Web Servises' }, { kind: 'ORGANIZATION' }),
  { source: { key: 'report', kind: 'ARTICLE', title: 'Amazon suspends Parler’s hosting', published: '2021-01-09' } },
  {
    claim: {
      key: 'hosting',
      texts: [
        { language: 'en', text: 'Amazon ends the hosting of Parler' },
        { language: 'fr', text: 'Amazon met fin à l’hébergement de Parler' },
      ],
      citations: [
        { key: 'c1', source: 'report', stance: 'SUPPORTS', quote: 'we cannot provide services to a customer' },
        { key: 'c2', source: 'letter', stance: 'MENTIONS', passage: { exact: 'moored at Northtown' } },
      ],
    },
  },
];

const QUERY = `query ($text: String!, $kinds: [SearchedKind!], $where: SearchWhere, $first: Int, $finished: Boolean, $descriptionsAndTexts: Boolean) {
  search(text: $text, kinds: $kinds, where: $where, first: $first, finished: $finished, descriptionsAndTexts: $descriptionsAndTexts) {
    complete hits { kind score record { id ... on Entity { key } ... on Claim { key } ... on Source { key } ... on Citation { key } }
      matches { member text language how highlights { start end } } } } }`;

interface Hit {
  readonly kind: string;
  readonly score: number;
  readonly record: { readonly id: string; readonly key: string };
  readonly matches: readonly { member: string; text: string; how: string; highlights: readonly { start: number; end: number }[] }[];
}

describe('words', () => {
  it('stand where they are in the text, in code points', () => {
    expect(wordsOf('😀 Sœur-Marie')).toEqual([
      { word: 'soeur', start: 2, end: 6 },
      { word: 'marie', start: 7, end: 12 },
    ]);
    expect(wordsOf('東京都 x').flatMap(({ word, isLatinized }) => (isLatinized ? [] : word))).toEqual(['東京', '京都', 'x']);
    expect(wordsOf('¿?…')).toEqual([]);
  });
});

const SEARCH_SEED = 11;
const rankings = new Map<string, string[]>();

describe.each(STORE_KINDS)('the search on $name', ({ name, open }) => {
  let opened: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    opened = await open();
    const { results } = await opened.store.write({ items: ITEMS });
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    await opened.store.write({
      items: [
        { retract: { kind: 'Entity', reference: 'gone', reason: 'made up' } },
        { merge: { kind: 'Entity', reference: 'twin', into: 'amazon', reason: 'a misspelling' } },
      ],
    });
    server = await startServer(opened.store);
  });
  afterAll(async () => {
    await server?.stop();
    await opened?.close();
  });
  const search = async (text: string, more: Record<string, unknown> = {}): Promise<Hit[]> =>
    (await server.data(QUERY, { text, ...more })).search.hits;
  const keys = async (text: string, more: Record<string, unknown> = {}) => (await search(text, more)).map(({ record }) => record.key);

  it('takes as many words as anybody types', async () => {
    const words = Array.from({ length: 40 }, (_, index) => `hosting${index}`);
    expect(await keys(`amazon ${words.join(' ')} hosting`)).toEqual(expect.arrayContaining(['hosting', 'report']));
    const letters = (index: number) => String.fromCodePoint(...[...String(index + 100)].map((digit) => 97 + Number(digit)));
    const unknown = Array.from({ length: 40 }, (_, index) => `amazon${letters(index)}`);
    expect(await keys(`${unknown.join(' ')} parler`)).toContain('hosting');
    expect(await keys(`${'hosting'.repeat(60)} parler`)).toContain('hosting');
  });

  it.each([
    ['lukasz zolty', 'lukasz'],
    ['LUKASZ', 'lukasz'],
    ['soeur marie', 'soeur'],
    ['sœur', 'soeur'],
    ['grosse strasse', 'strasse'],
    ['путин', 'putin'],
    ['ПУТИН Владимир', 'putin'],
    ['بن سلمان', 'arab'],
    ['東京', 'tokyo'],
    ['都庁', 'tokyo'],
    ['Mohammed bin Salman', 'arab'],
    ['vladimir poutine', 'putin'],
    ['volodya', 'putin'],
    ['aws', 'amazon'],
    ['buzfeed', 'buzzfeed'],
    ['buzzfede', 'buzzfeed'],
    ['bzzfeed newz', 'buzzfeed'],
    ['vladmir puttin', 'putin'],
    ['met fin hebergement', 'hosting'],
    ['cannot provide', 'c1'],
    ['kartoffelpreis', 'potatoes'],
    ['Kartoffel\u00ADpreis', 'potatoes'],
    ['database', 'moved'],
    ['نجفآباد', 'najafabad'],
    ['oloughlin', 'oloughlin'],
    ["O'LOUGHLIN", 'oloughlin'],
    ['loughlin', 'oloughlin'],
    ['USA', 'oloughlin'],
    ['u.s.a', 'oloughlin'],
    ['박물관', 'museum'],
    ['JRR Tolkien', 'tolkien'],
    ['J.R.R. Tolkien', 'tolkien'],
    ['O’Brien', 'plain'],
    ['U.S.S.R.', 'plain'],
    ['مكتبة', 'kashida'],
    ['modi', 'modi'],
    ['turbine river', 'works'],
    ['लक्ष्मी', 'laxmi'],
    ['oʼloughlin', 'oloughlin'],
    ['ROCKNROLL', 'rock'],
    ["rock'n'roll", 'rock'],
    ['גינה קטנה', 'niqqud'],
    ['גנה', 'niqqud'],
    ['كتاب', 'tashkil'],
    ['كـتـاب', 'tashkil'],
    ['gorkij', 'gorky'],
    ['athina', 'athens'],
    ['αθηνα', 'athens'],
    ['seoul', 'seoul'],
  ])('finds %s first as %s', async (text, key) => {
    expect((await keys(text))[0]).toBe(key);
  });

  it('finds a stored quote whether it stands in the quote or in the passage', async () => {
    expect(await keys('cannot provide', { kinds: ['CITATION'] })).toEqual(['c1']);
    const [hit] = await search('moored northtown', { kinds: ['CITATION'] });
    expect([hit!.record.key, hit!.matches[0]!.member]).toEqual(['c2', 'passage.exact']);
  });

  it('finds a source by the text that is kept of it, and shows the piece where it stands', async () => {
    const [hit] = await search('zeppelin moored butcher', { kinds: ['SOURCE'] });
    const [match] = hit!.matches;
    expect([hit!.record.key, match!.member]).toEqual(['letter', 'text']);
    const points = [...match!.text];
    expect(points.length).toBeLessThanOrEqual(300);
    expect(match!.highlights.map(({ start, end }) => points.slice(start, end).join(''))).toEqual(['zeppelin', 'moored']);
    expect((await keys('letter', { kinds: ['SOURCE'] }))[0]).toBe('letter');
  });

  it('leaves descriptions and kept texts out where it is told to', async () => {
    const without = { descriptionsAndTexts: false };
    expect(await keys('zeppelin moored butcher', { kinds: ['SOURCE'], ...without })).toEqual([]);
    expect((await keys('letter', { kinds: ['SOURCE'], ...without }))[0]).toBe('letter');
    const described = 'turbine factory';
    expect(await keys(described, { kinds: ['ENTITY'] })).toContain('works');
    expect(await keys(described, { kinds: ['ENTITY'], ...without })).not.toContain('works');
  });

  it('finds a text that comes after its source', async () => {
    expect(await keys('caravel', { kinds: ['SOURCE'], finished: true })).toEqual([]);
    await opened.store.write({ items: [{ source: { key: 'late', text: LATE } }] });
    expect(await keys('caravel', { kinds: ['SOURCE'], finished: true })).toEqual(['late']);
  });

  it('finds nothing of a draft for readers, in its text either', async () => {
    const reader = await startServer(opened.store, { anonymousRole: 'reader' });
    try {
      const { hits } = (await reader.data(QUERY, { text: 'zeppelin moored', kinds: ['SOURCE'] })).search as { hits: Hit[] };
      expect(hits.map(({ record }) => record.key)).toEqual(['letter']);
    } finally {
      await reader.stop();
    }
    expect((await keys('zeppelin moored', { kinds: ['SOURCE'] })).toSorted()).toEqual(['letter', 'secret']);
  });

  it('ranks the same name before a beginning, a beginning before a word, a word before a typo', async () => {
    const hits = await search('amazonas', { kinds: ['ENTITY'] });
    expect(hits.map(({ record, matches }) => [record.key, matches[0]!.how])).toEqual([
      ['amazonas', 'SAME'],
      ['amazon', 'TYPO'],
    ]);
    expect((await search('amazon', { kinds: ['ENTITY'], finished: false }))[0]!.matches[0]!.how).toBe('BEGINNING');
  });

  it('completes the last word while it is typed, unless it is said to be whole', async () => {
    expect(await keys('buzzf')).toContain('buzzfeed');
    expect(await keys('amaz', { finished: true, kinds: ['ENTITY'] })).toEqual([]);
  });

  it('says why, and where in the text', async () => {
    const [hit] = await search('hebergement parler');
    const [match] = hit!.matches;
    expect(match).toMatchObject({ member: 'texts', language: 'fr', how: 'WORDS' });
    const points = [...match!.text];
    expect(match!.highlights.map(({ start, end }) => points.slice(start, end).join(''))).toEqual(['hébergement', 'Parler']);
  });

  it('takes consonants for words only where a script leaves vowels out, and then less surely', async () => {
    const [hit] = await search('Mohammed bin Salman');
    expect(hit!.matches[0]!.how).toBe('CONSONANTS');
    expect(hit!.score).toBeLessThan(0.6);
    // "ct" is what is left of "cat".
    expect(await keys('cat', { finished: true })).toEqual([]);
  });

  it('leaves retracted records out, and gives the record that a merged one is read through', async () => {
    expect(await keys('amazon retracted', { kinds: ['ENTITY'], finished: true })).not.toContain('gone');
    const [hit] = await search('amazone web servises', { kinds: ['ENTITY'] });
    expect(hit!.record.key).toBe('amazon');
  });

  it('looks only at what where means', async () => {
    expect(await keys('amazon', { kinds: ['ENTITY'], where: { entity: { kind: { eq: 'PLACE' } } } })).toEqual(['amazonas']);
    expect(
      await keys('parler', { kinds: ['CLAIM'], where: { claim: { citations: { some: { source: { key: { eq: 'report' } } } } } } }),
    ).toEqual(['hosting']);
    expect(await keys('parler', { kinds: ['CLAIM'], where: { claim: { citations: { none: {} } } } })).toEqual([]);
  });

  it('takes every character for what it is', async () => {
    for (const text of [
      '" OR 1=1 --',
      'a* NEAR(b, 2) ~',
      'x:y AND z',
      '(((',
      '\\',
      "'; DROP TABLE entity; --",
      'NOT',
      '*',
      '~2',
      '{}[]^!',
      '%_',
    ])
      expect(Array.isArray(await search(text)), text).toBe(true);
    expect((await keys('AND OR NOT NEAR'))[0]).toBe('operators');
    expect(await search('…')).toEqual([]);
  });

  it('refuses what cannot be asked', async () => {
    for (const [variables, code] of [
      [{ text: 'x', first: 0 }, 'BAD_PAGE'],
      [{ text: 'x'.repeat(501) }, 'TOO_LONG'],
      [{ text: 'x', where: { entity: { names: { some: { text: { contains: 'a' } } } } } }, 'BAD_TEXT'],
    ] as const) {
      const { body } = await server.ask(QUERY, variables);
      expect(body.errors?.[0]?.extensions.code).toBe(code);
    }
  });

  it('finds what a search without any index finds, in the same order', async () => {
    const graph = await memoryGraph(opened.store, new Map(), await opened.store.texts(TEXTS.map(sha256)));
    const random = new Random(SEARCH_SEED);
    const pool = ITEMS.flatMap((item) => JSON.stringify(item).match(/[\p{L}\p{M}]+/gu) ?? []);
    for (let round = 0; round < 150; round++) {
      const words = Array.from({ length: 1 + random.below(3) }, () => spoilt(random, random.pick(pool)));
      const request: SearchRequest = {
        text: words.join(' '),
        records: SEARCHED_RECORDS,
        where: { Entity: EVERYTHING },
        first: 10,
        finished: random.chance(0.5),
        candidatesMax: 150,
        further: random.chance(0.5),
      };
      const found = await run(request, async (plan) => opened.store.read(plan));
      const expected = await run(request, async (plan) => evaluate(plan, graph));
      if (!isDeepStrictEqual(found.hits, expected.hits)) {
        const isWrong = async (fewer: readonly string[]): Promise<boolean> => {
          const smaller = { ...request, text: fewer.join(' ') };
          const [one, other] = [
            await run(smaller, async (plan) => opened.store.read(plan)),
            await run(smaller, async (plan) => evaluate(plan, graph)),
          ];
          return !isDeepStrictEqual(one.hits, other.hits);
        };
        const fewest = await shrunkList(words, isWrong);
        expect(found.hits, `seed ${SEARCH_SEED}, round ${round}: "${request.text}", cut down to "${fewest.join(' ')}"`).toEqual(
          expected.hits,
        );
      }
      const ranking = found.hits.map(({ record, matches, score }) => `${record} ${matches[0]!.text} ${score}`);
      const asked = [request.text, request.finished, request.further].join(' ');
      const other = rankings.get(asked);
      if (other) expect(ranking, `${name}: ${request.text}`).toEqual(other);
      rankings.set(asked, ranking);
    }
  });

  it('finds what has the rare words, and what is the very same, however many have the others', async () => {
    const fillers = Array.from({ length: 400 }, (_, index) => [
      claim(`filler-${index}`, 'en', `The mayor of village number ${index} opened the new bridge in the spring.`),
      entity(`clark-${index}`, { en: `Abe Clark ${index}` }),
    ]);
    const wanted = [
      claim('airship', 'en', 'The airship over Southtown was built by the baker in the spring.'),
      claim('дирижабль', 'ru', 'Дирижабль над городом построил пекарь.'),
      entity('clark', { en: 'Clark' }),
    ];
    for (const items of [fillers.flat(), wanted]) await opened.store.write({ items });
    expect((await keys('was the airship built by a butcher of Southtown in the winter', { kinds: ['CLAIM'] }))[0]).toBe('airship');
    expect((await keys('was there a dirizhabl in the winter', { kinds: ['CLAIM'] }))[0]).toBe('дирижабль');
    expect((await keys('clark', { kinds: ['ENTITY'] }))[0]).toBe('clark');
  });

  it.each([
    ['vaccinations of schools', 'en', 'Vaccinating the school was stopped'],
    ['hébergement national fermé', 'fr', 'Les hébergements nationaux fermeront'],
    ['neue Regierung lehnte Steuer ab', 'de', 'Die neuen Regierungen lehnten Steuern ab'],
    ['el gobierno publicó la vacuna', 'es', 'Los gobiernos publicaron las vacunas'],
    ['школа закрыта правительством', 'ru', 'Правительство закрыло школы'],
    ['مدارس حكومة', 'ar', 'المدارس للحكومة'],
    ['szczepionka aluminium', 'pl', 'Szczepionkami z aluminium handlowano'],
  ])('finds by %s what has other forms of the words', async (text, language, stored) => {
    const key = `inflected-${language}`;
    await opened.store.write({ items: [claim(key, language, stored)] });
    expect((await keys(text, { kinds: ['CLAIM'], finished: true }))[0]).toBe(key);
  });

  it('tells apart what differs in a number, a name, or in which words stand together', async () => {
    const items = [
      claim('flood-12', 'en', 'The flood of Oakham killed 12 people'),
      claim('flood-13', 'en', 'The flood of Oakham killed 13 people'),
      claim('flood-hexham', 'en', 'The flood of Hexham killed 14 people'),
      claim('red-bus', 'en', 'A red bus passed the blue house'),
      claim('blue-bus', 'en', 'A blue bus passed the red house'),
      { source: { key: 'hexham', kind: 'ARTICLE', title: 'Floods of Hexham', language: 'en' } },
    ];
    await opened.store.write({ items });
    expect((await keys('killed by flood in Oakham: 13', { kinds: ['CLAIM'] }))[0]).toBe('flood-13');
    expect((await keys('12 were killed in the Oakham flood', { kinds: ['CLAIM'] }))[0]).toBe('flood-12');
    expect((await keys('people killed in a Hexham flood', { kinds: ['CLAIM'] }))[0]).toBe('flood-hexham');
    expect((await keys('the blue bus', { kinds: ['CLAIM'], finished: true }))[0]).toBe('blue-bus');
    expect((await keys('the red bus', { kinds: ['CLAIM'], finished: true }))[0]).toBe('red-bus');
    expect((await keys('flood hexham', { kinds: ['SOURCE'] }))[0]).toBe('hexham');
  });

  it('does not tell readers by scores whether a word stands in what is withheld', async () => {
    const source = (key: string, title: string, visibility?: string) => ({
      source: { key, kind: 'DOCUMENT', title, ...(visibility ? { visibility } : {}) },
    });
    await opened.store.write({
      items: [source('open-report', 'A report of the viaduct'), source('hidden', 'Xylophonist of the viaduct', 'DRAFT')],
    });
    const reader = await startServer(opened.store, { anonymousRole: 'reader' });
    try {
      const scores = async (text: string) =>
        ((await reader.data(QUERY, { text, kinds: ['SOURCE'], finished: true })).search as { hits: Hit[] }).hits.map(
          ({ record, score }) => [record.key, score],
        );
      expect(await scores('xylophonist viaduct')).toEqual(await scores('xyloqhonist viaduct'));
      expect((await scores('xylophonist viaduct'))[0]![0]).toBe('open-report');
    } finally {
      await reader.stop();
    }
    expect((await keys('xyloqhonist viaduct', { kinds: ['SOURCE'] }))[0]).toBe('hidden');
  });

  it('gives the same first ten as the other store, and what is meant among them', async () => {
    const items = BENCH_CLAIMS.slice(0, 500);
    await opened.store.write({ items: items.map(({ key, texts }) => ({ claim: { key, texts } })) });
    const known = new Set(items.map(({ key }) => key));
    const asked = BENCH_QUESTIONS.filter(({ kind, wanted }) => kind !== 'translated' && known.has(wanted[0]!));
    let first = 0;
    for (const { text, wanted } of asked) {
      const hits = await search(text, { kinds: ['CLAIM'], first: 10, finished: true });
      const ranking = hits.map(({ record, score }) => `${record.key} ${score}`);
      if (hits[0]?.record.key === wanted[0]) first++;
      const other = rankings.get(text);
      if (other) expect(ranking, `${name}: ${text}`).toEqual(other);
      rankings.set(text, ranking);
    }
    expect(first / asked.length).toBeGreaterThan(0.9);
  });
});

function spoilt(random: Random, word: string): string {
  const points = [...word];
  if (random.chance(0.5)) return word;
  const at = 1 + random.below(Math.max(1, points.length - 1));
  if (random.chance(0.3)) return points.slice(0, at).join('');
  points.splice(at, 1, ...(random.chance(0.5) ? [] : ['e', points[at] ?? '']));
  return points.join('');
}

async function run(request: SearchRequest, read: (plan: Parameters<typeof evaluate>[0]) => Promise<ReturnType<typeof evaluate>>) {
  const searching = searchFor(request);
  let step = searching.next();
  while (!step.done) step = searching.next(await read(step.value));
  return step.value;
}
