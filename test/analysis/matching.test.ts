/** Whether a claim was made before, through HTTP and on both stores: what is told as the same, what as another claim, and why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claims as BENCH_CLAIMS, questions as BENCH_QUESTIONS } from '../../bench/find/set.mjs';
import { compare } from '../../src/analysis/matching/comparison.js';
import { datesIn } from '../../src/analysis/matching/dates-told.js';
import { likelyLanguages } from '../../src/analysis/matching/language.js';
import { quantitiesIn } from '../../src/analysis/matching/quantities.js';
import { toldBy } from '../../src/analysis/matching/told.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const amounts = (text: string, language?: string) =>
  quantitiesIn(text, language).map(({ amount, unit }) => (unit === undefined ? amount : `${amount} ${unit}`));

describe('numbers that a text tells', () => {
  it.each([
    ['en', '1,200 sheep, 1.5 km and 3.50 euros', ['1200', '1.5 km', '3.5 EUR']],
    ['de', '1.200 Schafe, 1,5 km und 350 Prozent', ['1200', '1.5 km', '350 %']],
    ['fr', '12 000 manifestants, 30 % des voix, 7 pour cent', ['12000', '30 %', '7 %']],
    ['en', 'twenty-five of three hundred and fifty thousand', ['25', '350000']],
    ['en', '$5m, 5.2 million votes, 20k people and one of them', ['5000000 USD', '5200000', '20000']],
    ['de', 'einundzwanzig von dreihundertfünfzig, 3 Mio. Euro', ['21', '350', '3000000 EUR']],
    ['fr', 'quatre-vingt-dix-sept personnes, trois cent mille euros', ['97', '300000 EUR']],
    ['es', 'treinta y cinco de mil', ['35', '1000']],
    ['es', 'mil doscientos euros, quinientos millones de personas, doscientas cincuenta mil casas', ['1200 EUR', '500000000', '250000']],
    ['pt', 'trezentos mil euros', ['300000 EUR']],
    ['it', 'duecento euro', ['200 EUR']],
    ['ru', 'пятьсот тысяч', ['500000']],
    ['en', 'COVID-19, G7 and A380 are names; the 5th is none', ['5']],
    ['en', 'once upon a time sex', []],
    ['ar', '١٢٠٠ شخص و ثلاثة', ['1200', '3']],
    ['en', '9'.repeat(500), []],
  ])('in %s: %s', (language, text, expected) => expect(amounts(text, language)).toEqual(expected));
});

it('a percent is no number of things', () => {
  const { agree, asked, found } = compare(toldBy('She won with 52 votes', 'en'), toldBy('She won with 52% of the vote', 'en')).numbers;
  expect([agree, asked, found]).toEqual([[], ['52'], ['52%']]);
});

describe('dates that a text tells', () => {
  const told = (text: string, language: string) =>
    datesIn(text, language).map(
      ({ edtf, month, day, weekday }) => edtf ?? [month, day, weekday].filter((each) => each !== undefined).join('/'),
    );
  it.each([
    ['en', 'on January 6, 2021 and in May 2020', ['2021-01-06', '2020-05']],
    ['en', 'he may march on Sunday', ['0']],
    ['de', 'am 6. Januar 2021, im Mai', ['2021-01-06', '5']],
    ['fr', 'le 1er mars 2019 et en janvier', ['2019-03-01', '1']],
    ['es', 'el 6 de enero de 2021', ['2021-01-06']],
    ['ru', '6 января 2021 года', ['2021-01-06']],
    ['ar', '6 يناير 2021', ['2021-01-06']],
    ['zh', '2021年1月6日', ['2021-01-06']],
    ['en', '2021-01-06, 1999 and 06/07/2018', ['2021-01-06', '1999', '2018']],
    ['en', '1999 km, 31 February 2020', []],
  ])('in %s: %s', (language, text, expected) => expect(told(text, language)).toEqual(expect.arrayContaining(expected)));
});

describe('languages', () => {
  it('are known by little words, or not at all', () => {
    expect(likelyLanguages('the mayor of the town has resigned')).toEqual(['en']);
    expect(likelyLanguages('der Bürgermeister ist nicht zurückgetreten')).toEqual(['de']);
    expect(likelyLanguages('Parler Amazon')).toEqual([]);
    expect(likelyLanguages('市长辞职')).toEqual(['zh']);
  });
});

describe('a denial', () => {
  const denies = (language: string, one: string, other: string) => compare(toldBy(one, language), toldBy(other, language)).denies;
  it.each([
    ['en', 'The mayor did not resign', 'The mayor resigned'],
    ['en', 'The mayor never resigned', 'The mayor resigned'],
    ['en', 'It is false that the mayor resigned', 'The mayor resigned'],
    ['en', "The mayor didn't resign", 'The mayor resigned'],
    ['fr', 'Le maire n’a pas démissionné', 'Le maire a démissionné'],
    ['fr', 'Le maire n’a jamais démissionné', 'Le maire a démissionné'],
    ['de', 'Der Bürgermeister ist nicht zurückgetreten', 'Der Bürgermeister ist zurückgetreten'],
    ['de', 'Die Stadt hat keine Schule', 'Die Stadt hat eine Schule'],
    ['es', 'El alcalde no dimitió', 'El alcalde dimitió'],
    ['ar', 'الرئيس لم يستقل', 'الرئيس استقال'],
    ['it', 'Il sindaco non si è dimesso', 'Il sindaco si è dimesso'],
    ['pt', 'O prefeito não renunciou', 'O prefeito renunciou'],
    ['nl', 'De burgemeester is niet afgetreden', 'De burgemeester is afgetreden'],
    ['ru', 'Мэр не ушел в отставку', 'Мэр ушел в отставку'],
    ['zh', '市长没有辞职', '市长辞职'],
  ])('in %s: %s', (language, one, other) => {
    expect(denies(language, one, other)).toBe(true);
    expect(denies(language, other, one)).toBe(true);
    expect(denies(language, one, one)).toBe(false);
  });
  it.each([
    ['en', 'The mayor has resigned, no doubt', 'The mayor has resigned'],
    ['en', 'Not only the mayor resigned', 'The mayor resigned'],
    ['en', 'Ship No. 5 sank in the harbour', 'Ship 5 sank in the harbour'],
    ['de', 'Nicht nur der Bürgermeister trat zurück', 'Der Bürgermeister trat zurück'],
    ['de', 'Im Mai trat der Bürgermeister zurück', 'Der Bürgermeister trat zurück'],
    ['fr', 'Le premier pas du maire sur la lune', 'Le maire sur la lune'],
    ['es', 'El alcalde no solo dimitió', 'El alcalde dimitió'],
    ['ar', 'لا يزال الرئيس في المدينة', 'الرئيس في المدينة'],
  ])('is none in %s: %s', (language, one, other) => expect(denies(language, one, other)).toBe(false));
});

describe('a word in small letters', () => {
  it('is a name where one stands in its place, and not where a sentence begins', () => {
    const names = (one: string, other: string) => compare(toldBy(one, 'en'), toldBy(other, 'en')).names;
    expect(names('vaccinz cause autism in children', 'Vaccines cause autism in children').asked).toEqual([]);
    expect(names('the bridge of southwick was closed', 'The bridge of Northwick was closed').asked).toEqual(['southwick']);
  });
});

const claim = (key: string, language: string, text: string, more: object = {}) => ({
  claim: { key, texts: [{ language, text }], ...more },
});

const ITEMS = [
  claim('files', 'en', 'The hospital of Northwick lost 300 patient files in 2019'),
  claim('lanterns', 'en', 'Anna Moreau bought 12 lanterns for the town hall of Brackwater in 1999'),
  claim('mayor', 'en', 'The mayor of Larkham has resigned after an inquiry into bribes'),
  claim('maire', 'fr', 'Le maire de Montferrand a démissionné après une enquête pour corruption'),
  claim('brand', 'de', 'Ein Brand im Lager von Altenfels tötete 47 Schafe'),
  claim('alcalde', 'es', 'El alcalde de Villarreal dimitió tras una investigación'),
  claim('jisr', 'ar', 'يتحمل جسر شانتبوا 146 شاحنة محملة بالقمح يوميا كما قال المهندس سامي حداد'),
  claim('tokyo', 'ja', '東京都庁は2021年に新しい図書館を開いた'),
  claim('two', 'en', 'Ferry service ends in Deirmoun harbour this autumn', {
    texts: [
      { language: 'en', text: 'Ferry service ends in Deirmoun harbour this autumn' },
      { language: 'fr', text: 'Les ferries de Deirmoun cessent cet automne' },
    ],
  }),
  claim('secret', 'en', 'A submarine was sold to the kingdom of Zembla for silver', { visibility: 'RESTRICTED' }),
  claim('gone', 'en', 'A pyramid was found below the opera house of Kafrouna'),
  claim('person', 'en', 'Zola Quist opened a bakery on the moon', { subject: 'zola' }),
];
const ENTITIES = ['zola', 'zola2'].map((key) => ({ entity: { key, kind: 'PERSON', names: [{ language: 'en', text: 'Zola Quist' }] } }));

const QUERY = `query ($text: String, $claim: ID, $languages: [LanguageTag!], $where: ClaimWhere, $first: Int, $minimumScore: Float) {
  matchingClaims(text: $text, claim: $claim, languages: $languages, where: $where, first: $first, minimumScore: $minimumScore) {
    complete byMeaning matches { score text language how denies claim { key } highlights { start end }
      words { agree asked found } numbers { agree asked found } dates { agree asked found } names { agree asked found } } } }`;

const rankings = new Map<string, string[]>();

describe.each(STORE_KINDS)('matching claims on $name', ({ name, open }) => {
  let opened: StoreUnderTest;
  let server: RunningServer;
  let reader: RunningServer;
  beforeAll(async () => {
    opened = await open();
    const { results } = await opened.store.write({ items: [...ENTITIES, ...ITEMS] });
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    await opened.store.write({
      items: [
        { retract: { kind: 'Claim', reference: 'gone', reason: 'made up' } },
        { merge: { kind: 'Entity', reference: 'zola', into: 'zola2', reason: 'one person' } },
      ],
    });
    server = await startServer(opened.store);
    reader = await startServer(opened.store, { anonymousRole: 'reader' });
  });
  afterAll(async () => {
    await server?.stop();
    await reader?.stop();
    await opened?.close();
  });
  const matching = async (given: Record<string, unknown>) => (await server.data(QUERY, given)).matchingClaims.matches;
  const best = async (text: string) => (await matching({ text }))[0];
  const problem = async (given: Record<string, unknown>) => {
    const [error, ...more] = (await server.ask(QUERY, given)).body.errors!;
    expect(more).toEqual([]);
    return error!.extensions;
  };

  it.each([
    ['files', 'The hospital of Northwick lost 300 patient files in 2019.', 0.99],
    ['files', 'In 2019 Northwick hospital lost three hundred files of patients', 0.9],
    ['lanterns', 'Anna Moreau baught twelve lanterns for the townhall of Brackwatter in 1999', 0.8],
    ['mayor', 'The mayor of Larkham resigned after the bribes inquiry', 0.8],
    ['jisr', 'المهندس سامي حداد: يتحمل جسر شانتبوا ١٤٦ شاحنة محملة بالقمح', 0.8],
    ['tokyo', '2021年に東京都庁は新しい図書館を開いた', 0.8],
  ])('finds %s by: %s', async (key, text, least) => {
    const match = await best(text);
    expect(match.claim.key).toBe(key);
    expect(match.score).toBeGreaterThanOrEqual(least);
  });

  it.each([
    [
      'another number',
      'files',
      'The hospital of Northwick lost 301 patient files in 2019',
      { numbers: { asked: ['301'], found: ['300'] } },
    ],
    ['another year', 'files', 'The hospital of Northwick lost 300 patient files in 2020', { dates: { asked: ['2020'], found: ['2019'] } }],
    [
      'another place',
      'files',
      'The hospital of Southwick lost 300 patient files in 2019',
      { names: { asked: ['Southwick'], found: ['Northwick'] } },
    ],
    [
      'another name',
      'lanterns',
      'Anna Hugo bought 12 lanterns for the town hall of Brackwater in 1999',
      { names: { asked: ['Hugo'], found: ['Moreau'] } },
    ],
    [
      'another name in Arabic',
      'jisr',
      'يتحمل جسر شانتبوا 146 شاحنة محملة بالقمح يوميا كما قال المهندس سامي كوالسكي',
      { names: { asked: ['كوالسكي'], found: ['حداد'] } },
    ],
    ['a denial', 'mayor', 'The mayor of Larkham has not resigned after an inquiry into bribes', { denies: true }],
    ['a denial in French', 'maire', 'Le maire de Montferrand n’a pas démissionné après une enquête pour corruption', { denies: true }],
    ['a denial in German', 'brand', 'Ein Brand im Lager von Altenfels tötete keine 47 Schafe', { denies: true }],
    ['a denial in Spanish', 'alcalde', 'El alcalde de Villarreal no dimitió tras una investigación', { denies: true }],
    [
      'another number in Arabic',
      'jisr',
      'يتحمل جسر شانتبوا ١٤٧ شاحنة محملة بالقمح يوميا كما قال المهندس سامي حداد',
      { numbers: { asked: ['١٤٧'], found: ['146'] } },
    ],
    ['another year in Japanese', 'tokyo', '東京都庁は2022年に新しい図書館を開いた', { dates: { asked: ['2022年'], found: ['2021年'] } }],
  ])('tells %s', async (_, key, text, differs) => {
    const match = (await matching({ text })).find((each: { claim: { key: string } }) => each.claim.key === key);
    expect(match).toMatchObject(differs);
    expect(match.score).toBeLessThanOrEqual(0.3);
  });

  it.each([
    ['names alone', 'Anna Moreau opened the school of Brackwater'],
    ['a name with something else of it', 'José Villarreal died in Larkham'],
    ['two names with another verb', 'Sami Brackwater and Anna Moreau died'],
    ['one name', 'Brackwater'],
    ['a person', 'Anna Moreau'],
    ['a topic', 'bribes'],
    ['words of a search', 'anna moreau lanterns brackwater'],
    ['a part of a sentence', 'patient files'],
    ['a topic in Arabic', 'جسر شانتبوا'],
  ])('is not sure of %s', async (_, text) => {
    for (const { score } of await matching({ text })) expect(score).toBeLessThan(0.5);
  });

  it('tells as words what each says of the same names', async () => {
    const match = (await matching({ text: 'Anna Moreau opened the school of Brackwater' })).find(
      (each: { claim: { key: string } }) => each.claim.key === 'lanterns',
    );
    expect(match.names.agree).toEqual(['Anna', 'Moreau', 'Brackwater']);
    expect(match.words).toMatchObject({ asked: ['opened', 'school'], found: ['bought', 'lanterns', 'town', 'hall'] });
  });

  it('tells what agrees, and where', async () => {
    const match = await best('Northwick hospital lost 300 files in May 2019');
    expect(match).toMatchObject({ language: 'en', denies: false, numbers: { agree: ['300'], asked: [] }, names: { agree: ['Northwick'] } });
    expect(match.dates).toEqual({ agree: ['May 2019'], asked: [], found: [] });
    expect(match.words.agree).toEqual(expect.arrayContaining(['hospital', 'lost', 'files']));
    expect(match.highlights.length).toBeGreaterThan(3);
  });

  it('asks for one text or one claim, of some length', async () => {
    expect(await problem({})).toMatchObject({ code: 'BAD_INPUT', hint: 'give text, or the id or key of a claim' });
    expect(await problem({ text: 'a', claim: 'files' })).toMatchObject({ code: 'BAD_INPUT' });
    for (const text of ['', '  \n ', '\u00A0'])
      expect(await problem({ text })).toMatchObject({ code: 'BAD_TEXT', path: 'matchingClaims.text' });
    expect(await problem({ text: 'a '.repeat(2_000) })).toMatchObject({ code: 'TOO_LONG' });
    expect(await problem({ claim: 'nobody' })).toMatchObject({ code: 'NOT_FOUND', path: 'matchingClaims.claim' });
    expect(await problem({ text: 'a', first: 0 })).toMatchObject({ code: 'BAD_PAGE', path: 'matchingClaims.first' });
    expect(await problem({ text: 'a', minimumScore: 1.5 })).toMatchObject({ code: 'BAD_INPUT', path: 'matchingClaims.minimumScore' });
    expect(await matching({ text: '¿?…' })).toEqual([]);
    expect(await matching({ text: 'xyzzy' })).toEqual([]);
  });

  it('looks at the claims and languages that are meant', async () => {
    const text = 'Les ferries de Deirmoun cessent cet automne';
    expect(await matching({ text, languages: ['fr'] })).toMatchObject([{ claim: { key: 'two' }, language: 'fr', score: 1 }]);
    expect((await matching({ text, languages: ['en'] })).filter(({ score }: { score: number }) => score > 0.5)).toEqual([]);
    expect(await matching({ text, where: { key: { eq: 'files' } } })).toEqual([]);
    expect((await matching({ text: 'Northwick lost files', where: { key: { eq: 'files' } } }))[0].claim.key).toBe('files');
  });

  it('shows nobody what is withheld, and nothing that is retracted', async () => {
    const text = 'A submarine was sold to the kingdom of Zembla for silver';
    expect((await best(text)).claim.key).toBe('secret');
    expect((await reader.data(QUERY, { text })).matchingClaims.matches).toEqual([]);
    expect((await reader.ask(QUERY, { claim: 'secret' })).body.errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect(await matching({ text: 'A pyramid was found below the opera house of Kafrouna' })).toEqual([]);
    // A merged subject is read through the other one; a retracted claim can still be asked about.
    expect((await best('Zola Quist opened a bakery on the moon')).claim.key).toBe('person');
    expect(await matching({ claim: 'gone' })).toEqual([]);
  });

  it('says with what was added whether it was there, where that is selected', async () => {
    const add = (key: string, text: string) =>
      server.data(
        `mutation ($input: AddClaimInput!) { addClaim(input: $input) { outcome similar(first: 2) { score claim { key } numbers { asked } } } }`,
        { input: { key, texts: [{ language: 'en', text }] } },
      );
    expect((await add('again', 'Northwick hospital lost 300 patient files in 2019')).addClaim).toMatchObject({
      outcome: 'CREATED',
      similar: [{ claim: { key: 'files' } }],
    });
    expect((await add('other', 'Northwick hospital lost 4 patient files in 2019')).addClaim.similar).toEqual([]);
    const [first] = await matching({ claim: 'again' });
    expect(first.claim.key).toBe('files');
    await opened.store.write({
      items: ['again', 'other'].map((reference) => ({ retract: { kind: 'Claim', reference, reason: 'a test' } })),
    });
  });

  it('imports tell and propose what was there, once', async () => {
    const lines = [
      claim('i1', 'en', 'In 2019 the hospital of Northwick lost 300 patient files'),
      claim('i2', 'en', 'In 2018 the hospital of Northwick lost 300 patient files'),
      claim('i3', 'en', 'A glacier swallowed the observatory of Rosenheide overnight'),
      claim('i4', 'en', 'The observatory of Rosenheide was swallowed overnight by a glacier'),
    ].map((each) => JSON.stringify(each));
    const take = async (match: string | null) =>
      (
        await server.data(
          `mutation ($text: String!, $match: ImportMatching) { importText(format: JSONL, text: $text, match: $match, matchScore: 0.8) {
            created unchanged matched unmatched matches { line key otherKey score linked reasons } } }`,
          { text: lines.join('\n'), match },
        )
      ).importText;
    const preview = await server.data(
      `query ($text: String!) { importPreview(format: JSONL, text: $text, match: LINK, matchScore: 0.8) { matched matches { claim key otherKey linked } } }`,
      { text: lines.join('\n') },
    );
    expect(preview.importPreview).toEqual({ matched: 1, matches: [{ claim: null, key: 'i1', otherKey: 'files', linked: false }] });
    const links = async () =>
      (await server.data('{ claimLinks(first: 10) { nodes { kind note visibility from { key } to { key } } } }')).claimLinks.nodes;
    const taken = await take('LINK');
    expect(taken).toMatchObject({ created: 4, matched: 2, unmatched: 0 });
    expect(taken.matches.map(({ line, key, otherKey, linked }: Record<string, unknown>) => [line, key, otherKey, linked])).toEqual([
      [1, 'i1', 'files', true],
      [3, 'i3', 'i4', true],
    ]);
    expect(taken.matches[0].reasons).toEqual(['numbers agree: 300', 'dates agree: 2019', 'names agree: Northwick']);
    expect(await links()).toEqual(
      expect.arrayContaining([
        {
          kind: 'SAME_AS',
          visibility: 'DRAFT',
          from: { key: 'i1' },
          to: { key: 'files' },
          note: expect.stringMatching(/^Proposed by an import, score 0\.\d+; numbers agree: 300; dates agree: 2019/),
        },
      ]),
    );
    expect((await reader.data('{ claimLinks(first: 10) { totalCount } }')).claimLinks.totalCount).toBe(0);
    expect(await take('LINK')).toMatchObject({ created: 0, unchanged: 4, matched: 0, matches: [] });
    expect(await links()).toHaveLength(2);
    expect(await take(null)).toMatchObject({ matched: null, matches: null });
  });

  it('proposes claims that say the same as others', async () => {
    const duplicates = async (of?: string) =>
      (
        await server.data(
          `query ($of: ID) { findDuplicates(kind: CLAIM, of: $of, minimumScore: 0.8, first: 50) { complete found { score reasons record { ... on Claim { key } } other { ... on Claim { key } } } } }`,
          { of },
        )
      ).findDuplicates;
    expect((await duplicates('i3')).found).toMatchObject([{ record: { key: 'i3' }, other: { key: 'i4' }, reasons: ['SIMILAR_TEXT'] }]);
    const all = await duplicates();
    expect(all.complete).toBe(true);
    const pairs = all.found.map(({ record, other }: Record<string, { key: string }>) => [record!.key, other!.key].sort().join(' '));
    expect(pairs.sort()).toEqual(['files i1', 'i3 i4']);
  });

  it('gives the same on both stores', async () => {
    for (let at = 0; at < BENCH_CLAIMS.length; at += 500)
      await opened.store.write({ items: BENCH_CLAIMS.slice(at, at + 500).map(({ key, texts }) => ({ claim: { key, texts } })) });
    const found: string[] = [];
    for (const { text } of BENCH_QUESTIONS.filter((_, index) => index % 12 === 0)) {
      const matches = await matching({ text });
      found.push(
        `${text}: ${matches.map((each: { claim: { key: string }; score: number }) => `${each.claim.key} ${each.score}`).join(', ')}`,
      );
    }
    rankings.set(name, found);
    const [one, other] = [...rankings.values()];
    if (other) expect(other).toEqual(one);
  });
});
