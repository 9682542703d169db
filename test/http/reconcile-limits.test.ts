/** Batches of the reconciliation service that go wrong in part: each query has its own answer, and the batch one time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config/settings.js';
import { answerReconciliation, type ReconciliationRequest } from '../../src/http/reconcile/answer.js';
import { answeredBatch } from '../../src/http/reconcile/batch.js';
import { ReconciliationService } from '../../src/http/reconcile/service.js';
import { StoreError } from '../../src/model/errors.js';
import { reconciliationLimits } from '../../src/http/operations/reconciling.js';
import type { Store } from '../../src/store/store.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

describe.each(STORE_KINDS)('on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    const entity = (key: string, name: string, id: string) => ({
      entity: { key, kind: 'ORGANIZATION', names: [{ language: 'en', text: name }], identifiers: [{ scheme: 'wikidata', value: id }] },
    });
    await under.store.write({ items: [entity('aws', 'Amazon Web Services', 'Q456157'), entity('buzzfeed', 'BuzzFeed News', 'Q1')] });
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  const ask = async (queries: unknown) => {
    const response = await fetch(`${server.url}/reconcile`, {
      method: 'POST',
      body: new URLSearchParams({ queries: JSON.stringify(queries) }),
    });
    return { status: response.status, body: (await response.json()) as any };
  };
  const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => `value ${index}`);
  const namesOf = ({ result }: { result: { name: string }[] }) => result.map(({ name }) => name);

  it('a blank row has no result, and the others have theirs', async () => {
    const { status, body } = await ask({
      q0: null,
      q1: { query: null },
      q2: { query: '' },
      q3: { query: ' \t' },
      q4: { query: 'Amazon Web Services', type: null, limit: null, properties: null },
      q5: {
        query: '',
        properties: [
          { pid: 'wikidata', v: null },
          { pid: 'wikidata', v: ['', ' '] },
          { pid: 'x', v: {} },
        ],
      },
      q6: { query: '', properties: [{ pid: 'wikidata', v: 'Q1' }] },
      q7: {},
    });
    expect(status).toBe(200);
    for (const blank of ['q0', 'q1', 'q2', 'q3', 'q5', 'q7']) expect([blank, body[blank]]).toEqual([blank, { result: [] }]);
    expect(namesOf(body.q4)).toEqual(['Amazon Web Services']);
    expect(body.q6.result).toMatchObject([{ name: 'BuzzFeed News', score: 100 }]);
  });

  it('a row that is wrong says so, and the others are answered', async () => {
    const { status, body } = await ask({
      right: { query: 'BuzzFeed News' },
      number: { query: 5 },
      list: [],
      text: 'x',
      long: { query: 'x'.repeat(501) },
      limit: { query: 'x', limit: 0 },
      property: { query: 'x', properties: [{ v: 'x' }] },
      value: { query: 'x', properties: [{ pid: 'p', v: 'x'.repeat(501) }] },
      values: { query: 'x', properties: [{ pid: 'wikidata', v: texts(3_000) }] },
      together: {
        query: 'x',
        properties: [
          { pid: 'a', v: texts(150) },
          { pid: 'b', v: texts(150) },
        ],
      },
    });
    expect(status).toBe(200);
    expect(namesOf(body.right)).toEqual(['BuzzFeed News']);
    expect(body.right.error).toBeUndefined();
    for (const [name, answer] of Object.entries<any>(body)) {
      if (name === 'right') continue;
      expect([name, answer.result], name).toEqual([name, []]);
      expect(answer.error, name).toEqual({
        code: expect.stringMatching(/^(BAD_INPUT|TOO_LONG)$/),
        message: expect.stringMatching(/.{5}/),
        hint: expect.stringMatching(/.{5}/),
      });
    }
    expect(body.values.error).toMatchObject({
      code: 'TOO_LONG',
      hint: expect.stringContaining('CLAIMGRAPH_RECONCILE_VALUES_MAX') as string,
    });
    expect(body.together.error.message).toContain('300 values');
  });

  it('a batch of nothing but wrong rows is refused', async () => {
    const { status, body } = await ask({ a: { query: 5 }, b: { query: 'x', properties: [{ pid: 'p', v: texts(3_000) }] } });
    expect([status, body.status, body.errors[0].extensions.code]).toEqual([400, 'error', 'BAD_INPUT']);
    expect(body.message).toMatch(/^queries\.a\.query: /);
  });

  it('as many values as may be given are looked up as a list', async () => {
    const values = [...texts(199), 'Q456157'];
    const queries = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`q${index}`, { query: 'something else', properties: [{ pid: 'wikidata', v: values }] }]),
    );
    const { status, body } = await ask(queries);
    expect(status).toBe(200);
    for (const answer of Object.values<any>(body)) expect(answer.result).toMatchObject([{ name: 'Amazon Web Services', score: 100 }]);
  });

  const limits = reconciliationLimits(readSettings({}));
  const request = (queries: object): ReconciliationRequest => ({
    path: '/reconcile',
    query: { queries: JSON.stringify(queries) },
    caller: { role: 'reader' },
    publicUrl: 'https://graph.example',
  });

  it('a query that the time of the batch is not enough for says so; the others are answered', async () => {
    /** Takes all the time there is for whatever is called slow. */
    const slow: Store = {
      ...under.store,
      read: async (plan, options) => {
        if (JSON.stringify(plan).includes('slow')) await new Promise((resolve) => setTimeout(resolve, options!.timeout! + 20));
        return under.store.read(plan, options);
      },
    };
    const { status, body } = await answerReconciliation(
      slow,
      { ...limits, timeout: 3_000 },
      request({ a: { query: 'Amazon Web Services' }, b: { query: 'slow' }, c: null }),
    );
    expect(status).toBe(200);
    const answers = JSON.parse(body) as Record<string, any>;
    expect(namesOf(answers['a'])).toEqual(['Amazon Web Services']);
    expect(answers['b']).toMatchObject({ result: [], error: { code: 'TIMEOUT' } });
    expect(answers['c']).toEqual({ result: [] });
    const none = await answerReconciliation(slow, { ...limits, timeout: 500 }, request({ a: { query: 'slow 1' }, b: { query: 'slow 2' } }));
    expect([none.status, none.headers['retry-after'], JSON.parse(none.body).errors[0].extensions.code]).toEqual([503, '1', 'TIMEOUT']);
    const suggested = await answerReconciliation(
      slow,
      { ...limits, timeout: 500 },
      { ...request({}), path: '/reconcile/suggest/entity', query: { prefix: 'slow' } },
    );
    expect(suggested.status).toBe(503);
  });

  it('the queries that were done when the time is over are answered, the others are told so one by one', async () => {
    // A clock of so many looks in place of one of milliseconds.
    const properties = [{ property: 'note', values: texts(200) }];
    const looksOf = async (most: number) => {
      let looks = 0;
      const left = () => {
        if (++looks > most) throw new StoreError('TIMEOUT', 'over');
        return 30_000;
      };
      const queries = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`q${index}`, { query: 'Amazon Web Services', properties: [{ pid: 'note', v: properties[0]!.values }] }])); // prettier-ignore
      const answers = Object.values(await answeredBatch(new ReconciliationService(under.store, limits, { left }), queries, 300));
      return { looks, answers };
    };
    const { looks } = await looksOf(Infinity);
    const { answers } = await looksOf(Math.floor(looks / 2));
    const [done, others] = [answers.filter(({ error }) => !error), answers.filter(({ error }) => error)];
    expect(done.length).toBeGreaterThan(0);
    for (const each of done) expect(each.result).toMatchObject([{ name: 'Amazon Web Services', match: false }]);
    expect(others.length).toBeGreaterThan(0);
    for (const each of others) expect(each).toMatchObject({ result: [], error: { code: 'TIMEOUT' } });
  });

  it('rows without an id are extended by nothing, and the others are extended', async () => {
    const { body } = await ask({ a: { query: 'BuzzFeed News' } });
    const id = body.a.result[0].id as string;
    const extend = encodeURIComponent(
      JSON.stringify({ ids: [null, id, '', 5, 'x'.repeat(1_000)], properties: [{ id: 'wikidata' }, { id: 'constructor' }] }),
    );
    const answer = await fetch(`${server.url}/reconcile?extend=${extend}`);
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as any).rows).toEqual({ [id]: { wikidata: [{ str: 'Q1' }], constructor: [] } });
  });

  it.each([
    ['/reconcile?queries=1&queries=2', 400],
    ['/reconcile?queries=null', 400],
    ['/reconcile?queries=%5B%5D', 400],
    ['/reconcile?queries=%7B%7D', 200],
    ['/reconcile?extend=null', 400],
    ['/reconcile?callback=a&callback=b', 200],
    ['/reconcile/suggest/entity?prefix=a&prefix=b', 200],
    ['/reconcile/suggest/entity?prefix=%F0%9F', 200],
    ['/reconcile/suggest/property', 200],
    [`/reconcile/suggest/property?prefix=${'x'.repeat(3_000)}`, 200],
    ['/reconcile/suggest/type?prefix[]=o', 200],
    ['/reconcile/properties?limit=1e999', 200],
    ['/reconcile/properties?limit=-1&type=a&type=b', 200],
    ['/reconcile/preview?id=a&id=b', 404],
    ['/reconcile/preview', 404],
  ])('%s is answered with %i', async (path, status) => {
    expect((await fetch(server.url + path)).status).toBe(status);
  });
});
