/** What is worked out between reads ends when the request's time is over; and looking at the time changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '../../src/analysis/chain.js';
import { contradictionsOf } from '../../src/analysis/contradictions.js';
import { Corroborations } from '../../src/analysis/corroboration.js';
import { duplicatesOf } from '../../src/analysis/duplicates/find.js';
import type { Exploring } from '../../src/analysis/explore.js';
import { impactsOf, type Withdrawal } from '../../src/analysis/impact.js';
import { neighboursOf } from '../../src/analysis/neighbours.js';
import { pathsBetween } from '../../src/analysis/paths.js';
import { provenanceOfCitations, provenanceOfClaims, type ProvenanceLimits } from '../../src/analysis/provenance.js';
import { judgeOf, namedCandidate } from '../../src/analysis/reconcile/score.js';
import { searchFor } from '../../src/analysis/search/search.js';
import { timelineOf } from '../../src/analysis/timeline.js';
import type { Asking } from '../../src/model/changeset/known.js';
import { clockUntil, type Clock } from '../../src/model/clock.js';
import { boundsOf } from '../../src/model/values/dates.js';
import { EVERYTHING } from '../../src/plan/plan.js';
import { lookIn } from '../../src/store/look.js';
import type { Plan } from '../../src/plan/plan.js';
import type { PlanRows } from '../../src/plan/rows.js';
import { decodeRows } from '../../src/store/decode.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';
import { letPass } from '../support/time.js';

const OVER: Clock = clockUntil(0);
const TIMEOUT = { code: 'TIMEOUT' };
const LIMITS = { recordsMax: 20_000, levelsMax: 100 };
const EXPLORE = { claimsMax: 500, stepClaimsMax: 1_200, entitiesMax: 2_000 };
const PEOPLE = 260;
const CITATIONS = 400;

const label = (text: string) => [{ language: 'en', text }];
const ITEMS = [
  { predicate: { key: 'knows', labels: label('knows'), functional: true } },
  ...Array.from({ length: PEOPLE }, (_, index) => ({
    entity: { key: `e${index}`, kind: 'PERSON', names: label(`Council member ${index}`) },
  })),
  ...Array.from({ length: 20 }, (_, index) => ({
    source: {
      key: `s${index}`,
      kind: 'ARTICLE',
      title: `Source ${index}`,
      publisher: `e${index % 7}`,
      ...(index % 5 === 4 ? { derivations: [{ kind: 'SYNDICATES', source: `s${index - 1}` }] } : {}),
    },
  })),
  ...Array.from({ length: PEOPLE - 1 }, (_, index) => ({
    claim: { key: `c${index}`, subject: 'e0', predicate: 'knows', object: `e${index + 1}`, texts: label(`Somebody knows ${index}`) },
  })),
  ...Array.from({ length: CITATIONS }, (_, index) => ({
    citation: {
      key: `r${index}`,
      claim: `c${index % 9}`,
      source: `s${(index * 7) % 20}`,
      stance: index % 4 === 0 ? 'REFUTES' : 'SUPPORTS',
      saidAt: `2021-01-${String(1 + (index % 28)).padStart(2, '0')}`,
      ...(index % 3 === 0 || index < 9 ? {} : { relays: [`r${index - 9}`] }),
    },
  })),
];

describe.each(STORE_KINDS)('analyses on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    under = await open();
    const { applied, results } = await under.store.write({ items: ITEMS });
    expect(applied).toBe(true);
    for (const { key, id } of results) ids.set(key!, id!);
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  const id = (key: string): string => ids.get(key)!;
  async function asked<T>(asking: Asking<T>): Promise<T> {
    let step = asking.next({});
    while (!step.done) step = asking.next(await under.store.ask(step.value));
    return step.value;
  }
  async function explored<T>(exploring: Exploring<T> | Generator<Plan, T, PlanRows>): Promise<T> {
    let step = exploring.next();
    while (!step.done) step = exploring.next(await under.store.read(step.value));
    return step.value;
  }
  const through = { where: EVERYTHING };
  const search = { text: 'council member', records: ['Entity'], where: {}, first: 100, finished: true, candidatesMax: 300 } as const;

  const ANALYSES: readonly (readonly [string, (limits: ProvenanceLimits & { clock?: Clock }) => Promise<unknown>])[] = [
    ['corroboration', async (limits) => new Corroborations(await asked(provenanceOfClaims([id('c0'), id('c1')], limits))).of(id('c0'))],
    [
      'chain',
      async (limits) =>
        chainOf(
          id('r399'),
          await asked(
            provenanceOfCitations(
              Array.from({ length: 200 }, (_, index) => id(`r${index + 200}`)),
              limits,
            ),
          ),
        ),
    ],
    ['contradictions', (limits) => asked(contradictionsOf([id('c0'), id('c1')], limits))],
    ['impact', (limits) => asked(impactsOf([{ record: 'Source', id: id('s0') }], limits))],
    ['neighbours', (limits) => explored(neighboursOf(id('e0'), 2, through, 'NEAREST', { ...EXPLORE, ...limits }))],
    ['paths', (limits) => explored(pathsBetween(id('e0'), id('e9'), { maxLength: 4, limit: 20, through }, { ...EXPLORE, ...limits }))],
    [
      'duplicates',
      ({ clock }) =>
        lookIn(
          under.store,
          duplicatesOf(
            'Entity',
            Array.from({ length: 100 }, (_, index) => id(`e${index}`)),
            0.5,
            clock,
          ),
        ),
    ],
    ['search', ({ clock }) => explored(searchFor({ ...search, ...(clock ? { clock } : {}) }))],
  ];
  it.each(ANALYSES)('%s ends with the time', async (_name, analysis) => {
    await expect(analysis(LIMITS)).resolves.toBeDefined();
    await expect(analysis({ ...LIMITS, clock: OVER })).rejects.toMatchObject(TIMEOUT);
  });

  it('give each of a page what it is given alone', async () => {
    const withdrawals: Withdrawal[] = [
      ...Array.from({ length: 20 }, (_, index) => ({ record: 'Source', id: id(`s${index}`) }) as const),
      ...[0, 1, 9, 100, 399].map((index) => ({ record: 'Citation', id: id(`r${index}`) }) as const),
    ];
    const shown = (impacts: Awaited<ReturnType<typeof alone>>) =>
      impacts.map(({ claims, complete }) => ({
        complete,
        claims: claims.map(({ claim, before, after, losesLastSeenSource }) => ({
          claim,
          losesLastSeenSource,
          numbers: [before, after].map((each) => ({ ...each, groups: each.groups })),
        })),
      }));
    const alone = async (limits: ProvenanceLimits) =>
      (await Promise.all(withdrawals.map((each) => asked(impactsOf([each], limits))))).flat();
    const each = await alone(LIMITS);
    expect(each.some(({ claims }) => claims.length > 1)).toBe(true);
    expect(shown(await asked(impactsOf(withdrawals, LIMITS)))).toEqual(shown(each));
    // The groups are those that the numbers are of.
    for (const { claims } of each)
      for (const { before, after } of claims)
        for (const { independentSupporting, groups } of [before, after])
          expect(groups.filter(({ supporting }) => supporting.length > 0)).toHaveLength(independentSupporting);
    // Where they do not fit together they are looked at one by one, and say that they are a part.
    const few = { recordsMax: 10, levelsMax: 100 };
    const parts = await asked(impactsOf(withdrawals, few));
    expect(parts.map(({ complete }) => complete)).toEqual((await alone(few)).map(({ complete }) => complete));
    expect(parts.some(({ complete }) => !complete)).toBe(true);
  });

  it('that take longer than a request may are refused by HTTP', async () => {
    const slow = await startServer(
      {
        ...under.store,
        ask: async (wanted, options) => (letPass(60), under.store.ask(wanted, { ...options, timeout: 60_000 })),
      },
      { requestTimeout: '50' },
    );
    const { body } = await slow.ask('{ source(key: "s0") { impact { claimCount } } }');
    await slow.stop();
    expect(body.errors?.[0]?.extensions.code).toBe('TIMEOUT');
  });

  it('read a record once that is named often', async () => {
    let plan: Plan | undefined;
    const watched = await startServer({ ...under.store, read: (each, options) => ((plan = each), under.store.read(each, options)) });
    const named = [id('s1'), id('s0'), id('s1').toUpperCase(), 'nothing', id('s1')];
    const { body } = await watched.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Source { key history { version } } } }', {
      ids: named,
    });
    await watched.stop();
    const [one, two] = [
      { key: 's1', history: [{ version: 1 }] },
      { key: 's0', history: [{ version: 1 }] },
    ];
    expect(body.data.nodes).toEqual([one, two, one, null, one]);
    expect(plan).toMatchObject({ kind: 'nodes', ids: [id('s1'), id('s0'), 'nothing'] });
  });
});

describe('what is worked out without a store', () => {
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

  it('ends with the time', () => {
    const groups = [{ values: [boundsOf('1800').lower, boundsOf('2200').upper, 0], count: 1 }];
    const timeline = { axis: 'SAID', bucket: 'MONTH', imprecise: 'SPREAD', bucketsMax: 10_000 } as const;
    expect(timelineOf(groups, 1, timeline).buckets.length).toBeGreaterThan(4_000);
    expect(() => timelineOf(groups, 1, { ...timeline, clock: OVER })).toThrow(expect.objectContaining(TIMEOUT) as Error);
    const judge = judgeOf({ name: 'name', kinds: [], properties: [] }, () => 1, OVER.check);
    const candidate = { id: 'a', kind: 'PERSON', names: ['name'], identifiers: [], properties: new Map() };
    const named = namedCandidate({ name: 'name', kinds: [], properties: [] }, candidate, () => undefined);
    expect(() => many(300, () => judge(named))).toThrow(expect.objectContaining(TIMEOUT) as Error);
    const plan: Plan = { kind: 'nodes', ids: many(300, String), selections: { Claim: { shape: 'Claim', fields: ['id'], edges: [] } } };
    const rows = many(300, (index) => [['Claim', String(index)], [[String(index)]]]);
    expect(decodeRows(plan, rows).kind).toBe('nodes');
    expect(() => decodeRows(plan, rows, OVER)).toThrow(expect.objectContaining(TIMEOUT) as Error);
  });
});
