/** Timelines against a day-by-day definition, and counts against the oracle, on random graphs and at earlier times. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodAt, timelineOf, type Bucket } from '../../src/analysis/timeline.js';
import { dateSpan, EARLIEST, LATEST } from '../../src/model/values/dates.js';
import { GROUP_KEYS, GROUPS } from '../../src/plan/groups.js';
import { EVERYTHING, type Condition, type Plan } from '../../src/plan/plan.js';
import { evaluate } from '../support/evaluate.js';
import { Random } from '../support/random.js';
import { DATES, fillRandomly, type RandomGraph } from '../support/random-graph.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const spanned = (date: string) => {
  const found = dateSpan(date);
  if (!found.ok) throw new Error(date);
  return found.value;
};
const bounds = (date: string) => spanned(date).possible;
/** A date as groups have it. */
const parts = (date: string) => [bounds(date).lower, bounds(date).upper, spanned(date).certain ? 0 : 1];
const BUCKETS: Bucket[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'DECADE'];

describe('a timeline', () => {
  it('gives every bucket an EDTF name whose bounds are its own', () => {
    for (const date of ['2021-01-09', '2020-02-29', '1999-12-31', '0001-01-01', '-0044-03-15', '2021-01-03', '0079-08-24']) {
      for (const bucket of BUCKETS) {
        const period = periodAt(bounds(date).lower, bucket);
        expect(bounds(period.text), `${bucket} of ${date}: ${period.text}`).toEqual({ lower: period.lower, upper: period.upper });
        expect(period.lower).toBeLessThanOrEqual(bounds(date).lower);
        expect(period.upper).toBeGreaterThanOrEqual(bounds(date).upper);
      }
    }
  });

  it('counts a date surely where it lies, and possibly where it may, and never elsewhere', () => {
    const random = new Random(5);
    for (let round = 0; round < 200; round++) {
      const dates = Array.from({ length: random.below(8) }, () => random.pick(DATES));
      const bucket = random.pick(['MONTH', 'QUARTER', 'YEAR', 'DECADE'] as const);
      const groups = dates.map((date) => ({ values: parts(date), count: 1 }));
      const options = { axis: 'SAID', bucket, bucketsMax: 100_000 } as const;
      for (const imprecise of ['SPREAD', 'APART', 'EARLIEST'] as const) {
        const { buckets, imprecise: vague, undated, total } = timelineOf(groups, dates.length + 2, { ...options, imprecise });
        expect([undated, total]).toEqual([2, dates.length + 2]);
        const isPrecise = (date: string) => {
          const { lower, upper } = bounds(date);
          return (
            spanned(date).certain !== undefined &&
            lower !== EARLIEST &&
            upper !== LATEST &&
            periodAt(lower, bucket).lower === periodAt(upper, bucket).lower
          );
        };
        expect(vague, dates.join()).toBe(dates.filter((date) => !isPrecise(date)).length);
        for (const { period, surely, possibly } of buckets) {
          const within = dates.filter(
            (date) => isPrecise(date) && bounds(date).lower >= period.lower && bounds(date).upper <= period.upper,
          );
          const perhaps = dates.filter(
            (date) => !isPrecise(date) && bounds(date).upper >= period.lower && bounds(date).lower <= period.upper,
          );
          expect(surely, `${period.text} of ${dates.join()}`).toBe(within.length);
          if (imprecise === 'SPREAD') expect(possibly, `${period.text} of ${dates.join()}`).toBe(perhaps.length);
          if (imprecise === 'APART') expect(possibly).toBe(0);
        }
        const sum = (key: 'surely' | 'possibly') => buckets.reduce((all, each) => all + each[key], 0);
        expect(sum('surely')).toBe(dates.filter(isPrecise).length);
        if (imprecise === 'EARLIEST') expect(sum('possibly')).toBeLessThanOrEqual(vague);
      }
    }
  });

  it('takes a validity for the time between its ends, and an end that is not given for open', () => {
    const valid = (from: string | null, until: string | null) => ({
      values: [from, until].flatMap((date) => (date === null ? [null, null, 0] : parts(date))),
      count: 1,
    });
    const years = (groups: ReturnType<typeof valid>[]) =>
      timelineOf(groups, groups.length, {
        axis: 'VALID',
        bucket: 'YEAR',
        imprecise: 'SPREAD',
        bucketsMax: 100,
        from: bounds('2018').lower,
        until: bounds('2022').upper,
      }).buckets.map(({ period, surely, possibly }) => [period.text, surely, possibly]);
    expect(years([valid('2019-03', '2021-05')])).toEqual([['2019', 1, 0], ['2020', 1, 0], ['2021', 1, 0]]); // prettier-ignore
    expect(years([valid('2019', '2019')])).toEqual([['2019', 1, 0]]);
    expect(years([valid('2020', null)])).toEqual([['2020', 1, 0], ['2021', 0, 1], ['2022', 0, 1]]); // prettier-ignore
    expect(years([valid('2018/2019', '2021')])).toEqual([['2018', 0, 1], ['2019', 1, 0], ['2020', 1, 0], ['2021', 1, 0]]); // prettier-ignore
    expect(years([valid(null, null)])).toEqual([]);
    // An end that is about right is where nobody surely knows it: only the other one is sure.
    expect(years([valid('2019', '2021~')])).toEqual([['2019', 1, 0], ['2020', 0, 1], ['2021', 0, 1]]); // prettier-ignore
    expect(years([valid('2019?', '2021')])).toEqual([['2019', 0, 1], ['2020', 0, 1], ['2021', 1, 0]]); // prettier-ignore
    expect(years([valid('2019%', '2019%')])).toEqual([['2019', 0, 1]]);
    expect(years([valid('2019', '2019~')])).toEqual([['2019', 0, 1]]);
  });
});

describe.each(STORE_KINDS)('counts on $name', ({ open }) => {
  let under: StoreUnderTest;
  let filled: RandomGraph;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    filled = await fillRandomly(under.store, new Random(3), { entities: 15, sources: 12, claims: 30, citations: 60, links: 5 });
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it('are those of the oracle, by every value, filtered, and as of any time', { timeout: 300_000 }, async () => {
    const { graph } = filled;
    const wheres: Record<'Claim' | 'Citation', Condition[]> = {
      Claim: [
        EVERYTHING,
        // By what is copied onto the list of an entity's claims.
        ...[['PERSON', 'PLACE', 'WORK'], ['ORGANIZATION']].map((values): Condition => {
          const condition: Condition = { kind: 'related', edge: 'entity', condition: { kind: 'in', field: 'kind', values } };
          return { kind: 'related', edge: 'participants', condition };
        }),
        { kind: 'related', edge: 'citations', condition: { kind: 'in', field: 'stance', values: ['SUPPORTS'] } },
      ],
      Citation: [EVERYTHING, { kind: 'related', edge: 'claim', condition: { kind: 'in', field: 'negated', values: [true] } }],
    };
    const moments = [undefined, graph.moments[0], graph.moments[Math.floor(graph.moments.length / 2)], 0];
    let counted = 0;
    for (const record of ['Claim', 'Citation'] as const) {
      const paths = [
        ...GROUP_KEYS.map((key) => GROUPS[record][key]),
        ...(record === 'Claim' ? [['validFrom', 'validUntil'], ['createdAt'], ['firstSaid']].map((fields) => ({ edges: [], fields })) : []),
      ];
      for (const path of paths) {
        for (const where of wheres[record]) {
          for (const asOf of moments) {
            const plan: Plan = { kind: 'groups', record, where, path, limit: asOf === undefined ? 5 : 1_000, asOf };
            const rows = await under.store.read(plan);
            expect(rows, JSON.stringify(plan)).toEqual(evaluate(plan, graph));
            if (rows.kind === 'groups') counted += rows.groups.length;
          }
        }
      }
    }
    expect(counted).toBeGreaterThan(200);
  });

  it('list the claims of every bucket in one statement', async () => {
    const before = under.statements.length;
    const { timeline } = (await server.data(
      '{ timeline(by: SAID, bucket: YEAR, imprecise: SPREAD, from: "2005", until: "2030") { total undated imprecise buckets { period surely possibly claims(first: 50) { id firstSaid } } } }',
    )) as unknown as { timeline: { buckets: { period: string; surely: number; possibly: number; claims: { firstSaid: string }[] }[] } };
    expect(under.statements.length - before).toBe(2);
    expect(timeline.buckets.length).toBeGreaterThan(2);
    for (const { period, surely, possibly, claims } of timeline.buckets) {
      expect(claims, period).toHaveLength(surely + possibly);
      const { lower, upper } = bounds(period);
      for (const { firstSaid } of claims) {
        expect(bounds(firstSaid).upper).toBeGreaterThanOrEqual(lower);
        expect(bounds(firstSaid).lower).toBeLessThanOrEqual(upper);
      }
    }
  });

  it('refuse more buckets than allowed, and say what would be right', async () => {
    const { body } = await server.ask('{ timeline(bucket: DAY, imprecise: SPREAD) { total } }');
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'TOO_COSTLY', path: 'timeline.bucket' } });
  });
});
