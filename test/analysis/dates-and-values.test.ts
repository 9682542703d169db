/** What dates and values mean, as both stores answer it: filters, chains, timelines, contradictions, reconciliation. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const source = (key: string, published?: string) => ({ source: { key, kind: 'ARTICLE', title: key, published } });
const entity = (key: string, kind: string, name: string) => ({ entity: { key, kind, names: en(name) } });
const predicate = (key: string, functional = false) => ({ predicate: { key, labels: en(key), functional } });
const claim = (key: string, rest: object) => ({ claim: { key, texts: en(key), ...rest } });
const day = (date: string) => ({ kind: 'DATE', date });
const amount = (number: string, unit?: string) => ({ kind: 'QUANTITY', amount: number, unit });

async function write(store: Store, items: object[]): Promise<void> {
  const { results } = await store.write({ items });
  expect(results.flatMap(({ problems }) => problems)).toEqual([]);
}

describe.each(STORE_KINDS)('on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store);
  });
  afterAll(async () => {
    expect(await under.store.check(() => undefined)).toEqual([]);
    await server.stop();
    await under.close();
  });

  describe('a date in a filter', () => {
    const SEASONS = ['2016-21', '2016-22', '2016-24'];
    const ZONED = ['2019-01-09T18:07-08:00', '2019-01-09T00:30+14:00', '2019-07-31T23:30-05:00/2019-08-01', '2019-03-10T22:00-08:00/2019-03-11T06:00-07:00', '2019-05-10T08:00+09:00/2019-05-09T20:00-08:00']; // prettier-ignore
    const TAKEN = ['0000-02-29', '2024-02-29', '-00XX', '-19XX', '2021-05-03/2021-05', '2021-05-03/2021-05-03', '2021-06/2021', '2023-02~', '2018-01-09', '2017-04-30T24:00', '2017-04-30T24:00-08:00', ...SEASONS, ...ZONED]; // prettier-ignore
    beforeAll(() => write(under.store, TAKEN.map((date) => source(`date ${date}`.replaceAll(/[ /]/g, '_'), date)))); // prettier-ignore

    const isFound = async (date: string, published: object): Promise<boolean> => {
      const { sources } = await server.data('query ($where: SourceWhere) { sources(where: $where) { totalCount } }', {
        where: { key: { eq: `date ${date}`.replaceAll(/[ /]/g, '_') }, published },
      });
      return sources.totalCount === 1;
    };
    const within = (from: string, until: string, match?: string) => ({ from, until, match });

    it.each([
      ['0000-02-29', within('0000-02', '0000-02', 'SURELY'), true],
      ['2024-02-29', within('2024-03', '2024-03'), false],
      ['2016-21', within('2016-05', '2016-05'), true],
      ['2016-21', within('2016-10', '2016-10'), true],
      ['2016-21', within('2016-01', '2016-03', 'SURELY'), false],
      ['2016-21', within('2016', '2016', 'SURELY'), true],
      ['2016-22', within('2016-07', '2016-07'), true],
      ['2016-22', within('2016-04', '2016-06', 'SURELY'), false],
      // A winter that begins in one year ends in the next.
      ['2016-24', within('2017-01', '2017-01'), true],
      ['2016-24', within('2016-10', '2016-12', 'SURELY'), false],
      ['-00XX', within('-0050', '-0050'), true],
      ['-00XX', within('0050', '0050'), false],
      ['-19XX', within('-1999', '-1900', 'SURELY'), true],
      ['2021-05-03/2021-05', within('2021-05', '2021-05', 'SURELY'), true],
      ['2021-05-03/2021-05', within('2021-06', '2021-06'), false],
      ['2021-05-03/2021-05-03', within('2021-05-03', '2021-05-03', 'SURELY'), true],
      ['2021-06/2021', within('2021-12', '2021-12'), true],
      ['2023-02~', within('2023', '2023'), true],
      ['2023-02~', within('2000', '2050', 'SURELY'), false],
      // A calendar date asks for the day that the source wrote, whatever day it was in Greenwich.
      ['2019-01-09T18:07-08:00', { on: '2019-01-09' }, true],
      ['2019-01-09T18:07-08:00', { on: '2019-01-09', match: 'SURELY' }, true],
      ['2019-01-09T18:07-08:00', { on: '2019-01-10' }, false],
      ['2019-01-09T18:07-08:00', within('2019-01-10', '2019-01-11', 'SURELY'), false],
      ['2019-01-09T00:30+14:00', { on: '2019-01-09', match: 'SURELY' }, true],
      ['2019-01-09T00:30+14:00', { on: '2019-01-08' }, false],
      ['2019-07-31T23:30-05:00/2019-08-01', { on: '2019-07', match: 'POSSIBLY' }, true],
      ['2019-07-31T23:30-05:00/2019-08-01', within('2019-07-31', '2019-08-01', 'SURELY'), true],
      ['2019-03-10T22:00-08:00/2019-03-11T06:00-07:00', within('2019-03-10', '2019-03-11', 'SURELY'), true],
      // A flight over the date line ends before it begins by the calendars there: it is counted by that of its start.
      ['2019-05-10T08:00+09:00/2019-05-09T20:00-08:00', { on: '2019-05-10' }, true],
      ['2019-05-10T08:00+09:00/2019-05-09T20:00-08:00', within('2019-05-10T01:00+02:00', '2019-05-10T04:01Z', 'SURELY'), true],
      // A time with a zone asks for a moment. A day without one is then surely there only in every zone.
      ['2019-01-09T18:07-08:00', within('2019-01-10T02:07Z', '2019-01-10T02:07Z', 'SURELY'), true],
      ['2019-01-09T18:07-08:00', within('2019-01-09T18:00Z', '2019-01-09T19:00Z'), false],
      ['2018-01-09', within('2018-01-08T10:00Z', '2018-01-10T12:00Z', 'SURELY'), true],
      ['2018-01-09', within('2018-01-08T10:01Z', '2018-01-10T12:00Z', 'SURELY'), false],
      ['2018-01-09', within('2018-01-08T10:01Z', '2018-01-10T11:58Z', 'SURELY'), false],
      ['2018-01-09', within('2018-01-10T11:59Z', '2018-01-11T12:00Z'), true],
      ['2018-01-09', within('2018-01-10T12:00Z', '2018-01-11T12:00Z'), false],
      ['2018-01-09', within('2018-01-07', '2018-01-09T01:00+14:00'), true],
      // The end of a day is the beginning of the next one: either may be meant, and neither surely is.
      ['2017-04-30T24:00', { on: '2017-04-30' }, true],
      ['2017-04-30T24:00', { on: '2017-05-01' }, true],
      ['2017-04-30T24:00', within('2017-04-30', '2017-04-30', 'SURELY'), false],
      ['2017-04-30T24:00-08:00', { on: '2017-04' }, true],
      ['2017-04-30T24:00-08:00', within('2017-04-30', '2017-05-01', 'SURELY'), true],
      ['2017-04-30T24:00-08:00', within('2017-05-01T08:00Z', '2017-05-01T08:01Z'), true],
      // What is asked for may be vague itself: nothing is surely within it.
      ['2024-02-29', within('2024~', '2024~'), true],
      ['2024-02-29', within('2024~', '2024~', 'SURELY'), false],
      ['2024-02-29', within('2023-24', '2023-24', 'SURELY'), false],
    ])('%s: %j is %s', async (date, asked, expected) => expect(await isFound(date, asked)).toBe(expected));

    it('with a zone is counted in the month that is written, and under its own day', async () => {
      const key = 'counted-by-its-day';
      await write(under.store, [
        claim(key, { validFrom: '2019-01-31T23:00-08:00', validUntil: '2019-01-31' }),
        { citation: { key, claim: key, source: `date ${ZONED[0]}`.replaceAll(/[ /]/g, '_'), stance: 'SUPPORTS', saidAt: '2019-01-31T23:00-08:00' } }, // prettier-ignore
      ]);
      const answer = await server.data(
        `query ($where: ClaimWhere, $cited: CitationWhere) {
          claimCounts(by: MONTH, where: $where) { groups { value count } } citationCounts(by: MONTH, where: $cited) { groups { value count } }
          said: timeline(by: SAID, bucket: DAY, where: $where) { imprecise buckets { period surely claims(first: 1) { key } } }
          valid: timeline(by: VALID, bucket: DAY, where: $where, from: "2019-01-30T23:00-08:00", until: "2019-02-02") { buckets { period surely claims(first: 1) { key } } }
        }`,
        { where: { key: { eq: key } }, cited: { key: { eq: key } } },
      );
      const month = { groups: [{ value: '2019-01', count: 1 }] };
      const day = { period: '2019-01-31', surely: 1, claims: [{ key }] };
      expect(answer).toEqual({ claimCounts: month, citationCounts: month, said: { imprecise: 0, buckets: [day] }, valid: { buckets: [day] } }); // prettier-ignore
      for (const [validAt, count] of [['2019-01-31', 1], ['2019-02-01', 0], ['2019-02-01T07:00Z', 1], ['2019-01-31T12:00Z', 0]] as const) // prettier-ignore
        expect([validAt, (await server.data('query ($where: ClaimWhere, $validAt: EdtfDate) { claims(where: $where, validAt: $validAt) { totalCount } }', { where: { key: { eq: key } }, validAt })).claims.totalCount]).toEqual([validAt, count]); // prettier-ignore
    });

    it.each([
      ['2019-01-10', '2019-01-09T18:07-08:00', false],
      ['2019-01-09', '2019-01-09T18:07-08:00', true],
      ['2019-01-09T18:07-08:00', '2019-01-09', true],
      ['2019-01-09T18:07-08:00', '2019-01-10T02:00Z', false],
      ['2019-01-10T03:07+01:00', '2019-01-09T18:07-08:00', true],
    ])('a claim that holds from %s until %s: %s', async (validFrom, validUntil, isTaken) => {
      const { results } = await under.store.write({
        items: [claim(`valid-${validFrom}-${validUntil}`, { validFrom, validUntil })],
        dryRun: true,
      });
      expect(results[0]!.problems.map(({ code }) => code)).toEqual(isTaken ? [] : ['BAD_DATE']);
    });

    it('a key that is longer than any is refused, not looked for', async () => {
      for (const field of ['claim', 'source', 'entity', 'citation']) {
        const { body } = await server.ask(`query ($key: String) { ${field}(key: $key) { id } }`, { key: 'k'.repeat(5_000) });
        expect([field, body.errors?.[0]?.extensions]).toEqual([field, expect.objectContaining({ code: 'BAD_KEY', path: `${field}.key` })]);
      }
    });

    it.each(['2023-02-29T10:00:00Z', '2021-04-31T00:00:00+02:00', '1900-02-29T00:00:00Z'])('%s is no moment', async (moment) => {
      for (const query of [
        '{ stats(asOf: $moment) { records { kind } } }',
        '{ claims(where: { createdAt: { lt: $moment } }) { totalCount } }',
      ]) {
        const { body } = await server.ask(`query ($moment: DateTime!) ${query}`, { moment });
        expect([query, body.errors?.[0]?.extensions.code]).toEqual([query, 'BAD_DATE']);
      }
    });

    it.each(['Y-271821', 'Y275760', 'Y170000002', 'Y-170000002'])('%s is refused with the years that there are', async (date) => {
      const { results } = await under.store.write({ items: [source('far-away', date)] });
      expect(results[0]!.problems).toMatchObject([{ code: 'BAD_DATE', message: expect.stringContaining('-271820 to 275759') }]);
    });

    it.each([
      '2023-02-29',
      '2023-02-29~',
      '2023-02-29T10:00Z',
      '2023-02-01/2023-02-29',
      '2021-06/2021-05',
      '2019-01-10T08:00+01:00/2019-01-09',
      'spring 2016',
    ])('%s is refused with a hint of seasons and intervals', async (date) => {
      const { body } = await server.ask('mutation ($input: AddSourceInput!) { addSource(input: $input) { outcome } }', {
        input: source('refused', date).source,
      });
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_DATE', hint: expect.stringMatching(/season.*interval/) });
    });
  });

  describe('what is about right', () => {
    beforeAll(() =>
      write(under.store, [
        claim('weir', {}),
        ...[
          ['origin-about', '2021-01-11~', []],
          ['retelling-about', '2021-01-10~', ['origin-about']],
          ['origin', '2021-01-11', []],
          ['retelling-perhaps', '2021-01-10?', ['origin']],
          ['retelling', '2021-01-10', ['origin']],
          ['retelling-interval', '2021-01-08/2021-01-10%', ['origin']],
          ['origin-instant', '2021-01-11T07:59Z', []],
          // 10 January, late in the evening on the other coast.
          ['retelling-day', '2021-01-10', ['origin-instant']],
        ].flatMap(([key, saidAt, relays]) => [
          source(`source-${key as string}`),
          { citation: { key, claim: 'weir', source: `source-${key as string}`, stance: 'SUPPORTS', saidAt, relays } },
        ]),
      ]),
    );

    it.each([
      ['retelling-about', []],
      ['retelling-perhaps', []],
      ['retelling', ['BACKWARDS']],
      ['retelling-interval', []],
      ['retelling-day', []],
    ])('%s breaks its chain by %j', async (key, breaks) => {
      const { citation } = await server.data('query ($key: String) { citation(key: $key) { chain { steps { breaks } } } }', { key });
      expect(citation.chain.steps[0].breaks).toEqual(breaks);
    });

    it('is never surely within anything', async () => {
      const found = async (match: string) => {
        const where = { saidAt: { from: '2021-01-01', until: '2021-12-31', match } };
        const { citations } = await server.data('query ($where: CitationWhere) { citations(where: $where, first: 50) { nodes { key } } }', {
          where: { ...where, claim: { key: { eq: 'weir' } } },
        });
        return citations.nodes.map(({ key }: { key: string }) => key).sort();
      };
      expect(await found('SURELY')).toEqual(['origin', 'origin-instant', 'retelling', 'retelling-day']);
      expect(await found('POSSIBLY')).toHaveLength(8);
    });

    it('counts as possibly on a timeline, and its claims are listed as such', async () => {
      await write(under.store, [
        claim('about-july', {}),
        source('july', '2019-07-04~'),
        { citation: { key: 'july', claim: 'about-july', source: 'july', stance: 'SUPPORTS' } },
      ]);
      const { timeline, surely } = await server.data(
        `query ($where: ClaimWhere) { timeline(by: SAID, bucket: MONTH, imprecise: SPREAD, where: $where) { imprecise buckets { period surely possibly claims { key firstSaid } } }
           surely: timeline(by: SAID, bucket: MONTH, imprecise: APART, where: $where) { imprecise buckets { period } } }`,
        { where: { key: { eq: 'about-july' } } },
      );
      expect(timeline).toEqual({
        imprecise: 1,
        buckets: [{ period: '2019-07', surely: 0, possibly: 1, claims: [{ key: 'about-july', firstSaid: '2019-07-04~' }] }],
      });
      expect(surely).toEqual({ imprecise: 1, buckets: [] });
    });

    it('stays so when another date of the claim is taken away, and as of before', async () => {
      await write(under.store, [
        claim('dated-twice', {}),
        source('sure', '2018-03'),
        source('about', '2018-05~'),
        { citation: { key: 'sure', claim: 'dated-twice', source: 'sure', stance: 'SUPPORTS' } },
        { citation: { key: 'about', claim: 'dated-twice', source: 'about', stance: 'SUPPORTS' } },
      ]);
      const surely = async (asOf?: string) => {
        const query = `query ($where: ClaimWhere, $asOf: DateTime) { claims(where: $where, asOf: $asOf) { totalCount } }`;
        const where = { key: { eq: 'dated-twice' }, firstSaid: { on: '2018', match: 'SURELY' } };
        return (await server.data(query, { where, asOf })).claims.totalCount;
      };
      expect(await surely()).toBe(1);
      const before = (await server.data('{ citation(key: "about") { recordedAt } }')).citation.recordedAt;
      await write(under.store, [{ retract: { kind: 'Citation', reference: 'sure', reason: 'test' } }]);
      expect([await surely(), await surely(before)]).toEqual([0, 1]);
    });
  });

  describe('two values of a predicate that has one', () => {
    /** Each pair about a thing of its own; what is found between the two. */
    const PAIRS: readonly [string, object, object, object[]][] = [
      ['a year and a day in it', { value: day('1960') }, { value: day('1960-05-03') }, []],
      ['a year and its decade', { value: day('1960') }, { value: day('196X') }, []],
      ['a doubt and none', { value: day('1960?') }, { value: day('1960') }, []],
      ['about a day and that day', { value: day('2021-01-10~') }, { value: day('2021-01-10') }, []],
      ['an instant in two zones', { value: day('2021-01-10T23:59-08:00') }, { value: day('2021-01-11T07:59Z') }, []],
      ['an hour in two zones', { value: day('2021-01-09T10:00Z') }, { value: day('2021-01-09T11:00+01:00') }, []],
      ['a season and a month of it', { value: day('1960-21') }, { value: day('1960-05') }, []],
      ['spring, and autumn denied', { value: day('1960-21') }, { value: day('1960-23'), negated: true }, []],
      ['spring, denied', { value: day('1960-21') }, { value: day('1960-21'), negated: true }, [{ kind: 'NEGATED_TWIN', certainty: 'SURELY' }]], // prettier-ignore
      ['the end of a day and the beginning of the next', { value: day('1960-05-03T24:00') }, { value: day('1960-05-04T00:00') }, []],
      ['two years', { value: day('1960') }, { value: day('1961') }, [{ kind: 'TWO_VALUES', certainty: 'SURELY' }]],
      ['about a year and one far off', { value: day('1960~') }, { value: day('1975') }, [{ kind: 'TWO_VALUES', certainty: 'POSSIBLY' }]],
      ['a length in two units', { value: amount('5', 'km') }, { value: amount('5000', 'm') }, []],
      ['two lengths', { value: amount('5', 'km') }, { value: amount('5001', 'm') }, [{ kind: 'TWO_VALUES', certainty: 'SURELY' }]],
      ['units that nobody knows', { value: amount('5', 'leagues') }, { value: amount('6', 'km') }, []],
      ['numbers past 2^53', { value: amount('9007199254740992') }, { value: amount('9007199254740993') }, [{ kind: 'TWO_VALUES', certainty: 'SURELY' }]], // prettier-ignore
      ['no value and one', { value: { kind: 'NONE' } }, { value: day('1960') }, [{ kind: 'TWO_VALUES', certainty: 'SURELY' }]],
      ['a value that nobody knows and one', { value: { kind: 'UNKNOWN' } }, { value: day('1960') }, []],
      ['one instant, denied in another zone', { value: day('2021-01-09T10:00Z') }, { value: day('2021-01-09T11:00+01:00'), negated: true }, [{ kind: 'NEGATED_TWIN', certainty: 'SURELY' }]], // prettier-ignore
      ['one length, denied in another unit', { value: amount('1', 'mi') }, { value: amount('1609.344', 'm'), negated: true }, [{ kind: 'NEGATED_TWIN', certainty: 'SURELY' }]], // prettier-ignore
      ['times that are about right', { value: amount('1'), validFrom: '2019~' }, { value: amount('2'), validFrom: '2019' }, [{ kind: 'TWO_VALUES', certainty: 'POSSIBLY' }]], // prettier-ignore
      ['qualifiers in two units', { value: amount('1'), qualifiers: [{ predicate: 'at', value: amount('1', 'km') }] }, { value: amount('2'), qualifiers: [{ predicate: 'at', value: amount('1000', 'm') }] }, [{ kind: 'TWO_VALUES', certainty: 'SURELY' }]], // prettier-ignore
      ['qualifiers that differ', { value: amount('1'), qualifiers: [{ predicate: 'at', value: amount('1', 'km') }] }, { value: amount('2'), qualifiers: [{ predicate: 'at', value: amount('1001', 'm') }] }, []], // prettier-ignore
    ];
    // Both hold all the time, but where a pair says otherwise.
    const all = { subject: '', predicate: 'has', validFrom: '2000', validUntil: '2040' };
    beforeAll(() =>
      write(under.store, [
        predicate('has', true),
        predicate('at'),
        ...PAIRS.flatMap(([, one, other], index) => [
          entity(`thing-${index}`, 'ORGANIZATION', `Thing ${index}`),
          claim(`pair-${index}-a`, { ...all, subject: `thing-${index}`, ...one }),
          claim(`pair-${index}-b`, { ...all, subject: `thing-${index}`, ...other }),
        ]),
      ]),
    );

    it.each(PAIRS.map(([what, , , found], index) => [what, index, found] as const))('%s', async (_what, index, found) => {
      for (const side of ['a', 'b']) {
        const answer = await server.data(
          'query ($key: String) { claim(key: $key) { contradictions { complete found { kind certainty } } } }',
          { key: `pair-${index}-${side}` },
        );
        expect(answer.claim.contradictions).toEqual({ complete: true, found });
      }
    });
  });

  describe('an exact decimal', () => {
    const AMOUNTS = ['9007199254740992', '9007199254740993', '-9007199254740993', '0.1', '0.10000000000000001'];
    beforeAll(() =>
      write(under.store, [
        predicate('size'),
        entity('vat', 'PRODUCT', 'Vat'),
        ...AMOUNTS.map((each, index) => claim(`size-${index}`, { subject: 'vat', predicate: 'size', value: amount(each) })),
      ]),
    );
    const found = async (condition: string): Promise<string[]> => {
      const { claims } = await server.data(
        `{ claims(where: { predicate: { key: { eq: "size" } }, value: { amount: ${condition} } }, first: 20) { nodes { value { amount } } } }`,
      );
      return claims.nodes.map(({ value }: { value: { amount: string } }) => value.amount).sort();
    };

    it.each([
      ['{ eq: 9007199254740993 }', ['9007199254740993']],
      ['{ eq: "9007199254740993.0" }', ['9007199254740993']],
      ['{ gt: 9007199254740992 }', ['9007199254740993']],
      ['{ gte: 9007199254740992 }', ['9007199254740992', '9007199254740993']],
      ['{ lt: -9007199254740992 }', ['-9007199254740993']],
      ['{ in: [0.1, 5] }', ['0.1']],
      ['{ gt: 0.1, lt: 1e2 }', ['0.10000000000000001']],
      ['{ notIn: [0.1] }', AMOUNTS.filter((each) => each !== '0.1').toSorted()],
      ['{ ne: "9007199254740992" }', AMOUNTS.filter((each) => each !== '9007199254740992').toSorted()],
    ])('%s finds %j', async (condition, expected) => expect(await found(condition)).toEqual(expected));

    it('is taken from a variable as a text, or as a number that JSON can hold', async () => {
      const ask = (value: unknown) =>
        server.ask('query ($value: Decimal!) { claims(where: { predicate: { key: { eq: "size" } }, value: { amount: { eq: $value } } }) { totalCount } }', { value }); // prettier-ignore
      expect((await ask('9007199254740993')).body.data.claims.totalCount).toBe(1);
      expect((await ask(0.1)).body.data.claims.totalCount).toBe(1);
      for (const wrong of [9007199254740992, true, 'many', '1e5', {}])
        expect((await ask(wrong)).body.errors?.[0]?.extensions.code, JSON.stringify(wrong)).toMatch(/^(BAD_USER_INPUT|BAD_NUMBER)$/);
    });
  });

  describe('reconciliation', () => {
    beforeAll(() =>
      write(under.store, [
        predicate('born'),
        predicate('height'),
        entity('william', 'PERSON', 'William Obert Abblet'),
        entity('willem', 'PERSON', 'Willem Obart Abblet'),
        claim('william-born', { subject: 'william', predicate: 'born', value: day('1877-07-09') }),
        claim('willem-born', { subject: 'willem', predicate: 'born', value: day('1877') }),
        entity('tower', 'PLACE', 'Quuxton Mill'),
        claim('tower-height', { subject: 'tower', predicate: 'height', value: amount('1200', 'm') }),
        // Two of one name, of one of which nothing else is known.
        entity('ada-a', 'PERSON', 'Ada Quillfeather'),
        entity('ada-b', 'PERSON', 'Ada Quillfeather'),
        claim('ada-born', { subject: 'ada-b', predicate: 'born', value: day('1901-02-03') }),
      ]),
    );
    const results = async (query: string, properties: object[]) => {
      const response = await fetch(`${server.url}/reconcile`, {
        method: 'POST',
        body: new URLSearchParams({ queries: JSON.stringify({ q: { query, properties } }) }),
      });
      const { q } = (await response.json()) as { q: { result: { id: string; name: string; score: number; match: boolean }[] } };
      return q.result;
    };
    const best = async (query: string, properties: object[]) => {
      const [first] = await results(query, properties);
      return [first!.name, first!.score, first!.match];
    };
    const WILLIAM = 'William Obert Abblet';

    it.each([
      ['a year in which the day lies', WILLIAM, [{ pid: 'born', v: '1877' }], [WILLIAM, 100, true]],
      ['a year as a number', WILLIAM, [{ pid: 'born', v: 1877 }], [WILLIAM, 100, true]],
      ['the day as tables write it', WILLIAM, [{ pid: 'born', v: '1877-07-09T00:00:00Z' }], [WILLIAM, 100, true]],
      ['a blank cell', WILLIAM, [{ pid: 'born', v: '' }], [WILLIAM, 100, true]],
      ['a cell of spaces, and nothing', WILLIAM, [{ pid: 'born', v: '  ' }, { pid: 'height', v: null }], [WILLIAM, 100, true]], // prettier-ignore
      // What nobody knows neither raises the score nor makes sure: only the name agrees.
      ['a property that there is not', WILLIAM, [{ pid: 'shoe-size', v: '43' }], [WILLIAM, 100, false]],
      ['what is not a date', WILLIAM, [{ pid: 'born', v: 'long ago' }], [WILLIAM, 100, false]],
      ['two properties of which one is known', WILLIAM, [{ pid: 'born', v: '1877' }, { pid: 'height', v: '2' }], [WILLIAM, 100, true]], // prettier-ignore
      ['a property that nobody knows of it', 'Quuxton Mill', [{ pid: 'born', v: '1877' }], ['Quuxton Mill', 100, false]],
      ['another year', WILLIAM, [{ pid: 'born', v: '1878' }], [WILLIAM, 60, false]],
      ['a number with a point', 'Quuxton Mill', [{ pid: 'height', v: '1200.0' }], ['Quuxton Mill', 100, true]],
      ['a number in another unit', 'Quuxton Mill', [{ pid: 'height', v: '1.2 km' }], ['Quuxton Mill', 100, true]],
      ['another number', 'Quuxton Mill', [{ pid: 'height', v: '1201' }], ['Quuxton Mill', 60, false]],
    ])('takes %s for what it means', async (_what, query, properties, expected) => expect(await best(query, properties)).toEqual(expected));

    it('takes of two of one name the one of which the cell is known', async () => {
      const [first, second] = await results('Ada Quillfeather', [{ pid: 'born', v: '1901-02-03' }]);
      const { node } = await server.data('query ($id: ID!) { node(id: $id) { ... on Entity { key } } }', { id: first!.id });
      expect([node.key, first!.match, second!.match]).toEqual(['ada-b', true, false]);
      const [byYear, other] = await results('Ada Quillfeather', [{ pid: 'born', v: '1901' }]);
      expect([byYear!.id, byYear!.match, other!.match]).toEqual([first!.id, true, false]);
      expect((await results('Ada Quillfeather', [])).map(({ match }) => match)).toEqual([false, false]);
    });
  });

  it('YAML keeps bare dates and numbers as they are written', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'seed.yaml');
    writeFileSync(
      file,
      `items:
  - predicate: { key: yaml-size, labels: [{ language: en, text: size }] }
  - entity: { key: yaml-thing, kind: PRODUCT, names: [{ language: en, text: Thing }] }
  - source: { key: yaml-year, kind: ARTICLE, title: a, published: 2011 }
  - source: { key: yaml-day, kind: ARTICLE, title: b, published: 2011-03-01 }
  - source: { key: yaml-early, kind: ARTICLE, title: c, published: 0079 }
  - source: { key: yaml-bce, kind: ARTICLE, title: d, published: -0044, archivedCopies: [{ url: "https://archive.example/d", capturedAt: 2012 }] }
  - claim: { key: yaml-amount, texts: [{ language: en, text: e }], subject: yaml-thing, predicate: yaml-size, validFrom: 1999, value: { kind: QUANTITY, amount: 9007199254740993.10 } }
  - claim: { key: yaml-date, texts: [{ language: en, text: f }], subject: yaml-thing, predicate: yaml-size, value: { kind: DATE, date: 1960 } }
`,
    );
    await applySeed(under.store, file);
    // Under YAML 1.1 a bare day is a moment.
    writeFileSync(file, '%YAML 1.1\n---\nitems:\n  - source: { key: yaml-old, kind: ARTICLE, title: g, published: 2011-03-01 }\n');
    await applySeed(under.store, file);
    rmSync(folder, { recursive: true });
    const { sources, claims } = await server.data(`{
      sources(where: { key: { startsWith: "yaml-" } }, orderBy: { field: PUBLISHED, direction: ASC }) { nodes { published archivedCopies { capturedAt } } }
      claims(where: { key: { startsWith: "yaml-" } }, orderBy: { field: DEFAULT_TEXT, direction: ASC }) { nodes { validFrom value { amount date } } } }`);
    expect(sources.nodes.map(({ published }: { published: string }) => published)).toEqual(['-0044', '0079', '2011', '2011-03-01', '2011-03-01']); // prettier-ignore
    expect(sources.nodes[0].archivedCopies).toEqual([{ capturedAt: '2012' }]);
    expect(claims.nodes).toEqual([
      { validFrom: '1999', value: { amount: '9007199254740993.1', date: null } },
      { validFrom: null, value: { amount: null, date: '1960' } },
    ]);
  });
});

it('a store that took a day that there is not for a date is opened, and the date is read as the month it names', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'graph.db');
  const store = openSqliteStore(file);
  await write(store, [source('older', '2023-02-28')]);
  await store.close();
  const database = new Database(file);
  database.exec(`UPDATE "version" SET "document" = replace("document", '2023-02-28', '2023-02-29'); UPDATE "model" SET "version" = 7`);
  database.close();
  const reopened = openSqliteStore(file);
  const server = await startServer(reopened);
  const found = async (match: string) =>
    (
      await server.data('query ($where: SourceWhere) { sources(where: $where) { nodes { published } } }', {
        where: { published: { on: '2023-02', match } },
      })
    ).sources.nodes;
  expect([await found('POSSIBLY'), await found('SURELY')]).toEqual([[{ published: '2023-02-29' }], []]);
  expect(await reopened.check(() => undefined)).toEqual([]);
  await server.stop();
  await reopened.close();
  rmSync(folder, { recursive: true });
});
