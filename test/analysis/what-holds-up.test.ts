/** What holds a claim up, and what only seems to: relays of other claims, owners that are disputed, letters that nobody has seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/model/changeset/passages.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';
import { suspicions } from './suspicions.cases.js';

const en = (text: string) => [{ language: 'en', text }];
const entity = (key: string) => ({ entity: { key, kind: 'ORGANIZATION', names: en(key) } });
const article = (key: string, more: object = {}) => ({ source: { key, kind: 'ARTICLE', title: key, ...more } });
const claim = (key: string, citations: object[] = [], more: object = {}) => ({ claim: { key, texts: en(key), citations, ...more } });
const citing = (key: string, source: string, more: object = {}) => ({ key, source, stance: 'SUPPORTS', ...more });

describe.each(STORE_KINDS)('what holds a claim up on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store);
    await write({ predicate: { key: 'owns', labels: en('owns') } }, { predicate: { key: 'owned-by', labels: en('is owned by') } });
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const write = async (...items: object[]): Promise<void> => {
    const { applied, results } = await under.store.write({ items });
    expect(applied, JSON.stringify(results.find(({ problems }) => problems.length > 0))).toBe(true);
  };
  /** As it is kept, and as the analysis says; both must be the same. */
  const supporting = async (key: string): Promise<number> => {
    const { claim: found } = await server.data(
      'query ($key: String) { claim(key: $key) { independentSupporting corroboration { independentSupporting groups { originCount } } } }',
      { key },
    );
    expect(found.corroboration.independentSupporting).toBe(found.independentSupporting);
    return found.independentSupporting;
  };

  describe('a relay of another claim', () => {
    beforeAll(async () => {
      await write(
        ...['a', 'b', 'x', 'y', 'z', 'copy'].map((key) => entity(`day-${key}`)),
        ...['a', 'b', 'x', 'y', 'z'].map((key) => article(`day-${key}-article`, { publisher: `day-${key}` })),
        article('day-copy-article', { publisher: 'day-copy', derivations: [{ kind: 'SYNDICATES', source: 'day-x-article' }] }),
        claim('sunday', [citing('sunday-a', 'day-a-article')]),
        claim('monday', [
          citing('monday-b', 'day-b-article'),
          citing('monday-x', 'day-x-article', { relays: ['sunday-a'] }),
          // What retells the misreading has it from nowhere else, and so has a copy.
          citing('monday-y', 'day-y-article', { relays: ['monday-x'] }),
          citing('monday-copy', 'day-copy-article'),
          // Of two that it was got from, one says so.
          citing('monday-z', 'day-z-article', { relays: ['sunday-a', 'monday-b'] }),
        ]),
      );
    });

    it('holds nothing up, and neither does what retells it or copies it', async () => {
      expect(await supporting('monday')).toBe(1);
      expect(await supporting('sunday')).toBe(1);
      const { claim: monday } = await server.data(
        '{ claim(key: "monday") { corroboration { groups { supporting { key } origins { citation { key } } } } origins { citation { key } } } }',
      );
      expect(monday.corroboration.groups).toEqual([
        { supporting: [{ key: 'monday-b' }, { key: 'monday-z' }], origins: [{ citation: { key: 'monday-b' } }] },
      ]);
      expect(monday.origins).toEqual([{ citation: { key: 'monday-b' } }]);
    });

    it('is said where the chain leads there', async () => {
      const { citation } = await server.data('{ citation(key: "monday-y") { chain { steps { citation { key } breaks } } } }');
      expect(citation.chain.steps.map((step: any) => [step.citation.key, step.breaks.includes('ANOTHER_CLAIM')])).toEqual([
        ['monday-y', false],
        ['monday-x', true],
        ['sunday-a', false],
      ]);
    });

    it('counts again when its citation is moved to the claim that it has its word from', async () => {
      await write({ citation: { key: 'monday-x', claim: 'sunday' } });
      // The copy speaks for itself through the copied source, which now says nothing of Monday.
      expect([await supporting('monday'), await supporting('sunday')]).toEqual([2, 1]);
      await write({ citation: { key: 'monday-x', claim: 'monday' } });
      expect([await supporting('monday'), await supporting('sunday')]).toEqual([1, 1]);
    });
  });

  describe('an owner', () => {
    const KINDS = {
      supported: { stances: ['SUPPORTS'], joins: true },
      refuted: { stances: ['REFUTES'], joins: false },
      questioned: { stances: ['QUESTIONS'], joins: false },
      'said-and-refuted': { stances: ['SUPPORTS', 'REFUTES'], joins: false },
      mentioned: { stances: ['MENTIONS'], joins: false },
      uncited: { stances: [], joins: false },
      ended: { stances: ['SUPPORTS'], more: { validFrom: '1980', validUntil: '1990' }, joins: false },
      'not-yet': { stances: ['SUPPORTS'], more: { validFrom: '2022' }, joins: false },
      'ended-that-year': { stances: ['SUPPORTS'], more: { validUntil: '2021' }, joins: true },
      'about-over': { stances: ['SUPPORTS'], more: { validUntil: '2020?' }, joins: true },
    } as const;

    beforeAll(async () => {
      await write(article('register'));
      for (const [kind, given] of Object.entries(KINDS)) {
        const more = 'more' in given ? given.more : {};
        const own = (index: number) =>
          claim(
            `own-${kind}-${index}`,
            given.stances.map((stance, place) => citing(`register-${kind}-${index}-${place}`, 'register', { stance })),
            // The same said from the other end.
            {
              ...(index === 1
                ? { subject: `${kind}-g`, predicate: 'owns', object: `${kind}-1` }
                : { subject: `${kind}-2`, predicate: 'owned-by', object: `${kind}-g` }),
              ...more,
            },
          );
        await write(
          ...['1', '2', 'g'].map((each) => entity(`${kind}-${each}`)),
          ...[1, 2].map((each) => article(`${kind}-article-${each}`, { publisher: `${kind}-${each}`, published: '2021-01-01' })),
          own(1),
          own(2),
          claim(`told-${kind}`, [citing(`told-${kind}-1`, `${kind}-article-1`), citing(`told-${kind}-2`, `${kind}-article-2`)]),
        );
      }
    });

    it.each(Object.entries(KINDS))('that is %s joins or not', async (kind, { joins }) => {
      expect(await supporting(`told-${kind}`)).toBe(joins ? 1 : 2);
    });

    it('is named with the claims that say so', async () => {
      const { claim: told } = await server.data(
        '{ claim(key: "told-supported") { corroboration { groups { why { reason shared { ... on Entity { key } } claims { key } } } } } }',
      );
      const [why] = told.corroboration.groups[0].why;
      expect(why).toMatchObject({ reason: 'SAME_OWNER', shared: { key: 'supported-g' } });
      expect(why.claims.map(({ key }: any) => key).sort()).toEqual(['own-supported-1', 'own-supported-2']);
    });

    it('joins no more once somebody disputes it, and again when that is taken back', async () => {
      await write({ citation: { key: 'dispute', claim: 'own-supported-1', source: 'register', stance: 'QUESTIONS' } });
      expect(await supporting('told-supported')).toBe(2);
      await write({ retract: { kind: 'Citation', reference: 'dispute', reason: 'a test' } });
      expect(await supporting('told-supported')).toBe(1);
      // Of two sayings the negated one is as good.
      await write(
        claim('not-owned', [citing('not-owned-register', 'register')], {
          subject: 'supported-g',
          predicate: 'owns',
          object: 'supported-2',
          negated: true,
        }),
      );
      expect(await supporting('told-supported')).toBe(2);
      await write({ retract: { kind: 'Claim', reference: 'not-owned', reason: 'a test' } });
      expect(await supporting('told-supported')).toBe(1);
    });

    it('joins only as long as what says so stands', async () => {
      await write({ retract: { kind: 'Source', reference: 'register', reason: 'a test' } });
      expect(await supporting('told-supported')).toBe(2);
      await write({ restore: { kind: 'Source', reference: 'register' } });
      expect(await supporting('told-supported')).toBe(1);
    });

    it('joins what was published while it owned', async () => {
      await write({ source: { key: 'ended-article-1', published: '1985' } });
      expect(await supporting('told-ended')).toBe(2);
      await write({ citation: { key: 'told-ended-2', saidAt: '1986-05' } });
      expect(await supporting('told-ended')).toBe(1);
      await write({ claim: { key: 'own-ended-1', validUntil: '1981' } });
      expect(await supporting('told-ended')).toBe(2);
    });
  });

  describe('what nobody has seen', () => {
    const at = (key: string) => ({ url: `https://outlet.example/${key}` });
    const KNOWN = `query ($key: String) { claim(key: $key) { independentSeen knownOnlyThrough(first: 20) { nodes { key } } origins { state }
      corroboration { independentSupporting independentSeen groups { unseenCount unseen { source { key } } why { unseen { source { key } } }
        origins { state source { key } knownThroughCount knownThrough { key } } } } } }`;
    const known = async (key: string): Promise<any> => {
      const { claim: found } = await server.data(KNOWN, { key });
      expect(found.corroboration.independentSeen).toBe(found.independentSeen);
      expect(found.independentSeen).toBeLessThanOrEqual(found.corroboration.independentSupporting);
      return found;
    };
    const keysOf = (records: { key: string }[]) => records.map(({ key }) => key).sort();
    const originsOf = ({ corroboration }: any) =>
      corroboration.groups.flatMap(({ origins }: any) =>
        origins.map(({ source, state, knownThrough }: any) => [source.key, state, keysOf(knownThrough)]),
      );
    const impactOf = async (key: string): Promise<any> => {
      const { source } = await server.data(
        `query ($key: String) { source(key: $key) { impact { claimCount losingLastSupportCount losingLastSeenSourceCount claims {
          losesLastSupport losesLastSeenSource claim { key } before { independentSupporting } after { independentSupporting } } } } }`,
        { key },
      );
      return source.impact;
    };

    beforeAll(async () => {
      await write(
        ...['sender', 'first', 'second', 'third'].map((key) => entity(`seen-${key}`)),
        article('the-letter', { kind: 'LETTER' }),
        article('the-publication', { publisher: 'seen-first', ...at('publication') }),
        article('the-retelling', { publisher: 'seen-second', ...at('retelling') }),
        claim('of-the-letter', [
          citing('letter-says', 'the-letter', { speaker: 'seen-sender' }),
          citing('publication-says', 'the-publication', { relays: ['letter-says'] }),
          citing('retelling-says', 'the-retelling', { relays: ['publication-says'] }),
        ]),
      );
    });

    it('is named, with the nearest who were seen and go back to it', async () => {
      const found = await known('of-the-letter');
      expect([found.corroboration.independentSupporting, found.independentSeen]).toEqual([1, 0]);
      expect(originsOf(found)).toEqual([['the-letter', 'KNOWN_THROUGH', ['the-publication']]]);
      expect(found.corroboration.groups).toMatchObject([{ unseenCount: 1, unseen: [{ source: { key: 'the-letter' } }], why: [] }]);
      expect(found.origins).toEqual([{ state: 'KNOWN_THROUGH' }]);
    });

    it('keeps its support without its only publisher, but is known through nobody: an impact says both', async () => {
      expect(keysOf((await known('of-the-letter')).knownOnlyThrough.nodes)).toEqual(['the-letter', 'the-publication']);
      expect(await impactOf('the-publication')).toEqual({
        claimCount: 1,
        losingLastSupportCount: 0,
        losingLastSeenSourceCount: 1,
        claims: [
          {
            losesLastSupport: false,
            losesLastSeenSource: true,
            claim: { key: 'of-the-letter' },
            before: { independentSupporting: 1 },
            after: { independentSupporting: 1 },
          },
        ],
      });
      expect(await impactOf('the-letter')).toMatchObject({ claimCount: 1, losingLastSupportCount: 1, losingLastSeenSourceCount: 1 });
      expect(await impactOf('the-retelling')).toMatchObject({ claimCount: 0, claims: [] });
      // What it foretells then happens.
      await write({ retract: { kind: 'Source', reference: 'the-publication', reason: 'a test' } });
      const without = await known('of-the-letter');
      expect(originsOf(without)).toEqual([['the-letter', 'UNSEEN', []]]);
      expect(without.knownOnlyThrough.nodes).toEqual([]);
      await write({ restore: { kind: 'Source', reference: 'the-publication' } });
    });

    it.each(['SUPPORTS', 'REFUTES', 'QUESTIONS', 'MENTIONS'])('is known through another, too, whose stance is %s', async (stance) => {
      const other = `other-${stance}`;
      await write(article(other, { publisher: 'seen-third', ...at(other) }), {
        citation: { key: `${other}-says`, claim: 'of-the-letter', source: other, stance, relays: ['letter-says'] },
      });
      expect(keysOf((await known('of-the-letter')).knownOnlyThrough.nodes)).toEqual(['the-letter']);
      expect(await impactOf('the-publication')).toMatchObject({ claimCount: 0 });
      await write({ retract: { kind: 'Source', reference: other, reason: 'a test' } });
    });

    it.each([
      ['an address', (name: string) => ({ url: `https://letters.example/${name}` }), 1],
      ['an archived copy', (name: string) => ({ archivedCopies: [{ url: `https://archive.example/${name}` }] }), 1],
      ['the digest of a text', (name: string) => ({ digest: sha256(name) }), 1],
      ['a text', (name: string) => ({ text: `It is so, says ${name}.` }), 1],
      ['a title and a date alone', () => ({ published: '2021-01-09' }), 0],
    ])('%s decides whether it was seen, when it is given and afterwards', async (what, given, seen) => {
      const key = `letter with ${what}`.replaceAll(' ', '-');
      await write(article(key, given(key)), claim(`of-${key}`, [citing(`${key}-says`, key)]));
      expect((await known(`of-${key}`)).independentSeen).toBe(seen);
      const later = `late-${key}`;
      await write(article(later), claim(`of-${later}`, [citing(`${later}-says`, later)]));
      expect(await known(`of-${later}`)).toMatchObject({
        independentSeen: 0,
        knownOnlyThrough: { nodes: [] },
        origins: [{ state: 'UNSEEN' }],
      });
      await write({ source: { key: later, ...given(later) } });
      expect(await known(`of-${later}`)).toMatchObject({
        independentSeen: seen,
        knownOnlyThrough: { nodes: seen === 1 ? [{ key: later }] : [] },
        origins: [{ state: seen === 1 ? 'SEEN' : 'UNSEEN' }],
      });
    });

    it('is looked for behind others that nobody has seen, and on every way', async () => {
      await write(
        ...['rumour', 'message', 'note'].map((key) => article(`far-${key}`)),
        ...['a', 'b', 'c'].map((key) => article(`far-${key}`, at(`far-${key}`))),
        claim('of-a-rumour', [
          citing('rumour-says', 'far-rumour'),
          citing('message-says', 'far-message', { relays: ['rumour-says'] }),
          citing('note-says', 'far-note', { relays: ['rumour-says'] }),
          citing('far-a-says', 'far-a', { relays: ['message-says'] }),
          citing('far-b-says', 'far-b', { relays: ['note-says', 'message-says'] }),
          citing('far-c-says', 'far-c', { relays: ['far-a-says'] }),
        ]),
      );
      const found = await known('of-a-rumour');
      expect(originsOf(found)).toEqual([['far-rumour', 'KNOWN_THROUGH', ['far-a', 'far-b']]]);
      expect(keysOf(found.knownOnlyThrough.nodes)).toEqual(['far-rumour']);
    });

    describe('claims are found by the sources that they are known only through', () => {
      const find = async (where: object, asOf?: string): Promise<string[]> => {
        const { claims } = await server.data(
          'query ($where: ClaimWhere, $asOf: DateTime) { claims(first: 50, where: $where, asOf: $asOf) { totalCount nodes { key } } }',
          { where: { and: [{ key: { in: ['of-one', 'of-two', 'of-a-relay', 'of-nobody'] } }, where] }, asOf },
        );
        expect(claims.totalCount).toBe(claims.nodes.length);
        return keysOf(claims.nodes);
      };
      const through = (key: string) => ({ knownOnlyThrough: { some: { key: { eq: key } } } });
      beforeAll(async () => {
        await write(
          entity('found-by'),
          article('found-letter'),
          article('found-a', { publisher: 'found-by', ...at('found-a') }),
          article('found-b', at('found-b')),
          claim('of-one', [citing('one-a', 'found-a')]),
          claim('of-two', [citing('two-a', 'found-a'), citing('two-b', 'found-b', { stance: 'MENTIONS' })]),
          claim('of-a-relay', [citing('relay-letter', 'found-letter'), citing('relay-b', 'found-b', { relays: ['relay-letter'] })]),
          claim('of-nobody', [citing('nobody-letter', 'found-letter')]),
        );
      });

      it.each([
        ['one of them', through('found-a'), ['of-one']],
        ['one that nobody has seen', through('found-letter'), ['of-a-relay']],
        ['what is said of one', { knownOnlyThrough: { some: { publisher: { key: { eq: 'found-by' } } } } }, ['of-one']],
        ['any', { knownOnlyThrough: { some: {} } }, ['of-a-relay', 'of-one']],
        ['none', { knownOnlyThrough: { none: {} } }, ['of-nobody', 'of-two']],
        ['each', { knownOnlyThrough: { some: {}, every: { publisherExists: false } } }, ['of-a-relay']],
        ['another than one', { not: through('found-a') }, ['of-a-relay', 'of-nobody', 'of-two']],
      ])('by %s', async (_what, where, expected) => {
        expect(await find(where)).toEqual(expected);
      });

      it('as they are after each write, and as they were before it', async () => {
        const moments: [string, string[]][] = [];
        const step = async (expected: string[], ...items: object[]) => {
          await write(...items);
          expect(await find(through('found-b'))).toEqual(expected);
          const [last] = await under.store.changes((await under.store.position()) - 1, 1);
          moments.push([new Date(last!.recordedAt).toISOString(), expected]);
        };
        await step(['of-a-relay', 'of-two'], { retract: { kind: 'Citation', reference: 'two-a', reason: 'a test' } });
        await step(['of-a-relay'], { restore: { kind: 'Citation', reference: 'two-a' } });
        // A copy of the page, and the page itself, are one source when they are merged.
        await step([], article('found-b-again', at('found-b-again')), {
          citation: { key: 'relay-again', claim: 'of-a-relay', source: 'found-b-again', stance: 'SUPPORTS', relays: ['relay-letter'] },
        });
        await step(['of-a-relay'], { merge: { kind: 'Source', reference: 'found-b-again', into: 'found-b', reason: 'the same page' } });
        await step([], { unmerge: { kind: 'Source', reference: 'found-b-again', reason: 'a test' } });
        await step(['of-a-relay'], { retract: { kind: 'Source', reference: 'found-b-again', reason: 'a test' } });
        await step(['of-a-relay'], { claim: { key: 'of-a-relay', note: 'changes nothing of it' } });
        await step([], { source: { key: 'found-b', url: null } });
        await step(['of-a-relay'], { source: { key: 'found-b', ...at('found-b') } });
        for (const [moment, expected] of moments) expect(await find(through('found-b'), moment), moment).toEqual(expected);
      });
    });

    it('is counted by the groups that have a seen origin, and claims are found and sorted by that', async () => {
      await write(
        article('heard', { publisher: 'seen-first' }),
        article('printed', { publisher: 'seen-first', ...at('printed') }),
        article('told', { publisher: 'seen-second' }),
        claim('heard-and-printed', [citing('heard-says', 'heard'), citing('printed-says', 'printed'), citing('told-says', 'told')]),
        // Seen is only who says that it is not so.
        claim('only-refuted-in-print', [citing('heard-2', 'heard'), citing('printed-2', 'printed', { stance: 'REFUTES' })]),
      );
      const found = await known('heard-and-printed');
      expect([found.corroboration.independentSupporting, found.independentSeen]).toEqual([2, 1]);
      expect((await known('only-refuted-in-print')).independentSeen).toBe(0);
      const joined = found.corroboration.groups.find(({ why }: any) => why.length > 0);
      expect(joined.why).toEqual([{ unseen: [{ source: { key: 'heard' } }] }]);
      const { claims } = await server.data(
        `{ claims(where: { independentSeen: { gte: 1 }, key: { in: ["heard-and-printed", "only-refuted-in-print"] } },
          orderBy: { field: INDEPENDENT_SEEN, direction: DESC }) { nodes { key } } }`,
      );
      expect(claims.nodes).toEqual([{ key: 'heard-and-printed' }]);
    });

    it('is nothing behind one who misread another claim: that one alone carries it', async () => {
      await write(
        article('misreader', { publisher: 'seen-third', ...at('misreader') }),
        claim('misread', [citing('misreader-says', 'misreader', { relays: ['letter-says'] })]),
      );
      const found = await known('misread');
      expect([found.corroboration.independentSupporting, found.independentSeen]).toEqual([0, 0]);
      expect(found.knownOnlyThrough.nodes).toEqual([{ key: 'misreader' }]);
      expect((await impactOf('the-letter')).claims.map((each: any) => each.claim.key)).toEqual(['of-the-letter']);
    });
  });

  describe('what is suspected', () => suspicions(() => ({ store: under.store, server })));
});
