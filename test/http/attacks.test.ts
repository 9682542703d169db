/** A stranger's worst requests: each is answered with a code, and nothing of what is inside. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS, sent } from '../support/attacks.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const INSIDE = /node_modules|\bat .+:\d+:\d+|SQLITE|sqlite|Neo4j|Cypher|SELECT |dist\/|src\/|polluted|root:x:/;

it('are more than eighty', () => expect(ATTACKS.length).toBeGreaterThan(80));

describe.each(STORE_KINDS)('attacks on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    const entity = (index: number) => ({ entity: { key: `e${index}`, kind: 'PERSON', names: [{ language: 'en', text: `Ada ${index}` }] } });
    const claim = (index: number) => ({
      claim: {
        key: `c${index}`,
        subject: 'e0',
        predicate: 'says',
        object: `e${index}`,
        texts: [{ language: 'en', text: `Ada said ${index}` }],
      },
    });
    const items = [
      { predicate: { key: 'says', labels: [{ language: 'en', text: 'says' }] } },
      ...Array.from({ length: 100 }, (_, index) => entity(index)),
      ...Array.from({ length: 100 }, (_, index) => claim(index)),
    ];
    const { applied } = await under.store.write({ items });
    expect(applied).toBe(true);
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it.each(ATTACKS.map((attack) => [attack.name, attack] as const))('%s', async (_name, attack) => {
    const position = await under.store.position();
    const answer = await sent(server.url, attack);
    const text = await answer.text();
    expect(answer.status, text.slice(0, 300)).toBeLessThan(500);
    const type = answer.headers.get('content-type') ?? '';
    // The preview of an entity is a page, and says what it is; nothing else is.
    if (!attack.path?.startsWith('/reconcile/preview')) expect(type).not.toMatch(/html/);
    expect(text).not.toMatch(/<script|<html/i);
    if (!/^\/(schema\.graphql|export)/.test(attack.path ?? ''))
      expect(text.replaceAll(JSON.stringify(attack.body ?? ''), '')).not.toMatch(INSIDE);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(await under.store.position()).toBe(position);
  });

  it('leave the server as it was', async () => {
    expect((await server.ask('{ stats { records { kind active } } }')).body.data.stats.records).toContainEqual({
      kind: 'ENTITY',
      active: 100,
    });
  });
});
