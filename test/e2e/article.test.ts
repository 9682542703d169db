/** The questions of the article, each one operation on the running server: what README and playground show. */
import { createClient } from 'graphql-sse';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { warmUp } from '../../src/cli/warm-up.js';
import { readSettings } from '../../src/config/settings.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const example = (number: string): string => {
  const name = readdirSync(EXAMPLES).find((each) => each.startsWith(`${number}-`))!;
  return readFileSync(new URL(name, EXAMPLES), 'utf8');
};

const LETTER = 'Letter of AWS to Parler';
const BUZZFEED = "BuzzFeed's publication of the letter of AWS";
const BFM = "Privé de l'hébergement d'Amazon, le réseau conservateur Parler est désormais inaccessible";
const LETTER_CLAIMS = [
  'AWS cannot serve a customer that fails to find and remove content inciting to violence.',
  'AWS observed a lasting increase of violent content on Parler.',
  'After the events in Washington, such content may well incite to more violence.',
  'The violent content on Parler breaches the terms of use of AWS.',
];

describe.each(STORE_KINDS)('the article on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  const answer = async (number: string, variables: Record<string, unknown> = {}) => {
    const { status, body } = await server.ask(example(number), variables);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    return body.data;
  };

  beforeAll(async () => {
    under = await open();
    const result = await applySeed(under.store);
    expect(result.results.every(({ status }) => status === 'CREATED')).toBe(true);
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });

  it('1: what AWS claimed about Parler, and through which sources we know it', async () => {
    const { entity } = await answer('01');
    expect(entity.name).toBe('Amazon Web Services');
    expect(entity.said.totalCount).toBe(4);
    expect(entity.said.nodes.map((each: any) => each.claim.text).sort()).toEqual(LETTER_CLAIMS);
    for (const said of entity.said.nodes) {
      expect(said).toMatchObject({ saidAt: '2021-01-09', source: { title: LETTER, kind: 'LETTER' } });
      const chain = said.claim.citations.nodes.map((each: any) => [
        each.source.title,
        each.relays.nodes.map((relay: any) => relay.source.title),
      ]);
      expect(chain).toEqual([
        [LETTER, []],
        [BUZZFEED, [LETTER]],
        [BFM, [BUZZFEED]],
      ]);
    }
  });

  it('2: who first published the letter, and who retells it', async () => {
    const { source, claims } = await answer('02');
    expect(source.contributors).toEqual([
      { role: 'SENDER', entity: { name: 'Amazon Web Services' } },
      { role: 'RECIPIENT', entity: { name: 'Parler' } },
    ]);
    expect(source.firstPublished.nodes).toEqual([
      {
        title: BUZZFEED,
        published: '2021-01-09/2021-01-11',
        publisher: { name: 'BuzzFeed' },
        retoldBy: { totalCount: 1, nodes: [{ title: BFM, published: '2021-01-11', publisher: { name: 'BFM Business' } }] },
      },
    ]);
    expect(claims.nodes).toEqual([
      { text: 'BuzzFeed was the first to publish the letter.', subject: { name: 'BuzzFeed' }, object: { name: LETTER } },
    ]);
  });

  it('3: what BFM Business states itself, and what it has from others', async () => {
    const { source } = await answer('03');
    const texts = (list: any) => list.nodes.map((each: any) => each.claim.text);
    expect(source.statesItself.totalCount).toBe(15);
    expect(texts(source.statesItself)).toEqual(
      expect.arrayContaining([
        'Parler has been unreachable since 11 January.',
        'John Matze heads Parler.',
        'BuzzFeed was the first to publish the letter.',
      ]),
    );
    // Three announcements, Matze, the spokeswoman, and four claims of the letter.
    expect(source.hasFromOthers.totalCount).toBe(9);
    expect(texts(source.hasFromOthers)).toEqual(
      expect.arrayContaining([...LETTER_CLAIMS, 'Parler will be unreachable for longer than planned.', 'Apple cut ties with Parler.']),
    );
    expect(source.hasFromNobodyNamed).toEqual({
      totalCount: 1,
      nodes: [
        {
          claim: { text: 'Parler carries calls to hatred.' },
          stance: 'MENTIONS',
          note: 'The article says that it is accused of it, not by whom.',
        },
      ],
    });
  });

  it('4: everything John Matze is the speaker of', async () => {
    const { entity } = await answer('04');
    expect(entity.said.totalCount).toBe(2);
    expect(entity.said.nodes.map((each: any) => [each.claim.text, each.source.title, each.quote])).toEqual([
      ['Parler restera inaccessible plus longtemps que prévu.', BFM, 'plus longtemps que prévu'],
      ['Parler restera inaccessible plus longtemps que prévu.', "John Matze's warning to the users of Parler", null],
    ]);
  });

  it('5: the claims that reach us only through BuzzFeed', async () => {
    const { claims } = await answer('05');
    expect(claims.totalCount).toBe(4);
    expect(claims.nodes.map((each: any) => each.text).sort()).toEqual(LETTER_CLAIMS);
    for (const { knownOnlyThrough } of claims.nodes)
      expect(knownOnlyThrough.nodes.map((each: any) => each.title).sort()).toEqual([BFM, BUZZFEED, LETTER].sort());
    // No origin falls with the only publisher of the letter, but nobody seen carries these claims without it.
    const { source } = await server.data(
      '{ source(key: "buzzfeed-publication") { impact { losingLastSupportCount losingLastSeenSourceCount claims { claim { text(languages: ["en"]) } } } } }',
    );
    expect(source.impact).toMatchObject({ losingLastSupportCount: 0, losingLastSeenSourceCount: 4 });
    expect(source.impact.claims.map((each: any) => each.claim.text).sort()).toEqual(LETTER_CLAIMS);
  });

  it('5, of every source: impact, field and filter name the same claims', async () => {
    const { sources, claims } = await server.data(
      '{ sources(first: 100) { nodes { key } } claims(first: 50) { nodes { key knownOnlyThrough(first: 10) { nodes { key } } } } }',
    );
    let named = 0;
    for (const { key } of sources.nodes) {
      const {
        source: { impact },
      } = await server.data(
        'query ($key: String) { source(key: $key) { impact { losingLastSeenSourceCount claims(first: 50) { losesLastSeenSource claim { key } } } } }',
        { key },
      );
      const foretold = impact.claims.filter((each: any) => each.losesLastSeenSource).map(({ claim }: any) => claim.key);
      const listing = claims.nodes.filter(({ knownOnlyThrough }: any) => knownOnlyThrough.nodes.some((each: any) => each.key === key));
      const found = await server.data(
        'query ($key: String) { claims(first: 50, where: { knownOnlyThrough: { some: { key: { eq: $key } } } }) { totalCount nodes { key } } }',
        { key },
      );
      expect(listing.map((each: any) => each.key).sort(), key).toEqual(foretold.sort());
      expect(found.claims.nodes.map((each: any) => each.key).sort(), key).toEqual(foretold);
      expect([found.claims.totalCount, impact.losingLastSeenSourceCount], key).toEqual([foretold.length, foretold.length]);
      named += foretold.length;
    }
    expect(named).toBeGreaterThan(4);
  });

  it('6: who cut ties with Parler, with the precision of the dates', async () => {
    const { claims } = await answer('06');
    expect(claims.nodes.map((each: any) => [each.subject.name, each.validFrom])).toEqual([
      ['Amazon', '2021-01-11~'],
      ['Apple', '2021-01-11~'],
      ['Google', '2021-01-11~'],
    ]);
  });

  it('7: claims about Parler said in a date range, newest first, by threes, both ways', async () => {
    const pages: any[] = [];
    for (let after: string | undefined; ;) {
      const { entity } = await answer('07', { after });
      pages.push(entity.claims);
      if (!entity.claims.pageInfo.hasNextPage) break;
      after = entity.claims.pageInfo.endCursor;
    }
    const forward = pages.flatMap((page) => page.edges.map((edge: any) => edge.node));
    // All about Parler but the one whose only dated citation says nothing of the kind: 22 with a citation said in those days.
    expect(pages[0].totalCount).toBe(forward.length);
    expect(new Set(forward.map(({ text }) => text)).size).toBe(forward.length);
    const dates: string[] = forward.map(({ firstSaid }) => firstSaid.replace('~', ''));
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(dates.at(-1)).toBe('2021-01-09');

    const back = pages.at(-1).edges.map((edge: any) => edge.node);
    for (let before = pages.at(-1).pageInfo.startCursor; ;) {
      const { entity } = await answer('07', { first: null, last: 3, before });
      back.unshift(...entity.claims.edges.map((edge: any) => edge.node));
      expect(entity.claims.pageInfo.hasNextPage).toBe(true);
      if (!entity.claims.pageInfo.hasPreviousPage) break;
      before = entity.claims.pageInfo.startCursor;
    }
    expect(back).toEqual(forward);
  });

  it('8: the French quotes with their positions', async () => {
    const { citations } = await answer('08');
    expect(citations.nodes.map((each: any) => [each.speaker.name, each.passage.start, each.passage.end, [...each.quote].length])).toEqual([
      ['John Matze', 1367, 1391, 24],
      ['Amazon Web Services', 1476, 1544, 68],
      ['Amazon Web Services', 1701, 1871, 170],
      ['Amazon Web Services', 1876, 2045, 169],
    ]);
    for (const { quote, passage } of citations.nodes) expect(passage.exact).toBe(quote);
  });

  it('holds the actors, the event and at least 18 claims in two languages', async () => {
    const { body } = await server.ask(`{
      stats { records { kind active } }
      claims(first: 100) { nodes { texts { language } subject { id } predicate { id } object { id } value { kind } citations(first: 10) { nodes { passage { start end } speaker { id } source { key } } } } }
      photographer: entity(key: "olivier-douliery") { contributions { nodes { key contributors { role entity { key } } } } }
    }`);
    expect(body.errors).toBeUndefined();
    const { claims, photographer } = body.data;
    expect(claims.nodes.length).toBeGreaterThanOrEqual(18);
    for (const claim of claims.nodes) {
      expect(claim.texts.map(({ language }: any) => language).sort()).toEqual(['en', 'fr']);
      expect(claim.subject).not.toBeNull();
      expect(claim.predicate).not.toBeNull();
      expect(claim.object ?? claim.value).not.toBeNull();
      const inArticle = claim.citations.nodes.filter((each: any) => each.source.key === 'bfm-article');
      expect(inArticle.length).toBe(1);
      expect(inArticle[0].passage.end).toBeGreaterThan(inArticle[0].passage.start);
    }
    expect(photographer.contributions.nodes[0].contributors).toContainEqual({ role: 'PHOTOGRAPHER', entity: { key: 'olivier-douliery' } });
  });

  it('links a claim to a source, and a second time changes nothing', async () => {
    const first = await answer('09');
    expect(first.addSource).toEqual({ outcome: 'CREATED', source: { canonicalUrl: 'https://example.org/follow-up' } });
    expect(first.citeClaim.citation).toMatchObject({
      passage: { start: 0, end: 28, state: 'VERIFIED' },
      claim: { citationCount: 2, lastSaid: '2021-01-12' },
    });
    const again = await answer('09');
    expect([again.addSource.outcome, again.citeClaim.outcome]).toEqual(['UNCHANGED', 'UNCHANGED']);
  });

  it('tells the history of a record', async () => {
    const { claim } = await answer('10');
    expect(claim.history).toMatchObject([{ version: 1, operation: 'CREATED', recordedBy: 'seed', data: { validFrom: '2021-01-11' } }]);
  });

  it('says what independent support a claim has', async () => {
    const { claim } = await answer('11');
    expect(claim).toMatchObject({
      citationCount: 3,
      corroboration: { independentSupporting: 1, independentRefuting: 0 },
      contradictions: { count: 0, found: [] },
    });
    const [group] = claim.corroboration.groups;
    expect(group.origins).toEqual([{ source: { title: LETTER }, citation: { speaker: { name: 'Amazon Web Services' } } }]);
    expect(group.supporting.map((each: any) => each.source.title)).toEqual([LETTER, BUZZFEED, BFM]);
    expect(group.why).toEqual([]);
  });

  it('follows each retelling of the article to who said it first', async () => {
    const { source } = await answer('12');
    const last = source.citations.nodes.at(-1);
    expect(last.claim.text).toBe('AWS observed a lasting increase of violent content on Parler.');
    expect(last.chain.steps.map((step: any) => [step.depth, step.kind, step.isOrigin, step.source.title])).toEqual([
      [0, 'START', false, BFM],
      [1, 'RELAY', false, BUZZFEED],
      [2, 'RELAY', true, LETTER],
    ]);
  });

  it('foretells what a retraction of the letter would take away', async () => {
    const { source } = await answer('13');
    expect(source.retellings.citationCount).toBe(8);
    expect(source.impact.claims.map((each: any) => each.claim.text).sort()).toEqual(LETTER_CLAIMS);
    for (const each of source.impact.claims)
      expect(each).toMatchObject({ losesLastSupport: true, before: { independentSupporting: 1 }, after: { independentSupporting: 0 } });
  });

  it('says how two are connected, and who is near', async () => {
    const { paths, entity } = await answer('14');
    expect(paths.complete).toBe(true);
    expect(paths.paths.length).toBeGreaterThan(0);
    for (const { length, hops } of paths.paths) {
      expect([length, hops.length]).toEqual([4, 4]);
      // He heads Parler, of which AWS saw violent content, which breaches its terms.
      expect([hops[0].from.name, hops[0].to.name, hops[3].to.name]).toEqual(['John Matze', 'Parler', 'Terms of use of AWS']);
      expect(hops.every(({ claims }: any) => claims.length > 0)).toBe(true);
    }
    expect(entity.neighbours.count).toBeGreaterThanOrEqual(entity.neighbours.found.length);
    expect(entity.neighbours.found.map((each: any) => each.entity.name)).toContain('John Matze');
    const counts = entity.neighbours.found.map((each: any) => each.claimCount);
    expect(counts).toEqual([...counts].sort((one: number, other: number) => other - one));
  });

  it('says that its one story contradicts itself nowhere', async () => {
    const { contradictions } = await answer('15');
    expect(contradictions).toEqual({ claimsLookedAt: 25, complete: true, found: [] });
  });

  it('puts its claims about Parler on the days that they were said', async () => {
    const { timeline } = await answer('16');
    // What Apple, Google and Amazon announced is of "about the 11th".
    expect([timeline.total, timeline.undated, timeline.imprecise]).toEqual([21, 0, 3]);
    // The letter of AWS is of the 9th, all else is known from the article of the 11th.
    expect(timeline.buckets.map(({ period, surely, possibly }: any) => [period, surely, possibly])).toEqual([
      ['2021-01-09', 4, 0],
      ['2021-01-11', 14, 3],
    ]);
    for (const { period, claims } of timeline.buckets)
      expect(claims.map(({ firstSaid }: any) => firstSaid)).toEqual([period, period, period]);
  });

  it('counts its claims by publisher, speaker, predicate and month', async () => {
    const { publishers, speakers, predicates, months } = await answer('17');
    // BFM Business carries all; BuzzFeed brought the four of the letter.
    expect(publishers.total).toBe(25);
    expect(publishers.groups.slice(0, 2).map(({ count, record }: any) => [record.name, count])).toEqual([
      ['BFM Business', 25],
      ['BuzzFeed', 4],
    ]);
    // The four claims of the letter, each in the letter, at BuzzFeed and at BFM.
    expect(speakers.groups[0]).toEqual({ count: 12, record: { name: 'Amazon Web Services' } });
    expect(predicates.groups[0].count).toBe(3);
    expect(months.groups).toEqual([{ value: '2021-01', count: 25 }]);
  });

  it('knew nothing before it was recorded, and says what holds when', async () => {
    const { then, claimThen, claimNow, holding } = await answer('18');
    expect(then.records.every(({ active }: any) => active === 0)).toBe(true);
    expect(claimThen).toBeNull();
    // The article, and the follow-up of the ninth question; when the claim was recorded, the article alone.
    expect([claimNow.citationCount, claimNow.independentSupporting]).toEqual([2, 2]);
    expect(holding.totalCount).toBe(7);
    const { body } = await server.ask(example('18').replace('2021-01-11T09:00:00Z', claimNow.recordedAt));
    expect(body.data?.['claimThen']).toEqual({ citationCount: 1 });
  });

  it('reads two names of one through one of them, and takes that back', async () => {
    const { mergeEntities, unmerge } = await answer('19');
    expect(mergeEntities.outcomes).toEqual([{ outcome: 'MERGED' }]);
    expect(mergeEntities.entity.claims.nodes).toEqual([{ subject: { key: 'aws' } }]);
    expect(unmerge.record).toEqual({
      key: 'example-aws-inc',
      claims: { nodes: [{ key: 'example-aws-inc-hosts-parler', subject: { key: 'example-aws-inc' } }] },
    });
  });

  it('finds what is meant, with a typo and half a word', async () => {
    const { search } = await answer('21');
    expect(search.complete).toBe(true);
    expect(search.hits[0]).toMatchObject({
      kind: 'ENTITY',
      record: { key: 'aws' },
      matches: [{ member: 'names', text: 'Amazon Web Services', how: 'TYPO' }],
    });
    expect(search.hits.map(({ kind }: { kind: string }) => kind)).toContain('CLAIM');
  });

  it('says what would become of a fact-check, and where the graph is to be had', async () => {
    const { importPreview, exports } = await answer('22');
    // A claim, its review, who wrote it, and the citation between them.
    expect(importPreview).toEqual({ entries: 1, created: 4, refused: 0, lost: [{ path: 'author.email', count: 1 }] });
    expect(exports.map(({ format }: { format: string }) => format)).toContain('EVIDENCE_PACK');
  });

  it('proposes them as duplicates, and nobody else', async () => {
    const { findDuplicates } = await answer('20');
    expect(findDuplicates).toEqual({
      complete: true,
      found: [
        {
          score: 0.731,
          reasons: ['SIMILAR_NAME'],
          record: { key: 'aws', name: 'Amazon Web Services' },
          other: { key: 'example-aws-inc', name: 'Amazon Web Services, Inc.' },
        },
      ],
    });
  });

  it('is watched while it is written', async () => {
    const client = createClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
    const changes = client.iterate<any>({ query: example('23') });
    const first = changes.next();
    const seen = new AbortController();
    void first.finally(() => seen.abort());
    const link =
      'mutation ($key: String!) { citeClaim(input: { key: $key, claim: "apple-cut-ties", source: "bfm-article", stance: MENTIONS }) { outcome } }';
    // It begins with what is written after it has begun.
    for (let index = 0; !seen.signal.aborted; index++) {
      await server.data(link, { key: `watched-${index}` });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await first).value.data.changes).toMatchObject({ kind: 'CITATION', operation: 'CREATED', record: { source: { title: BFM } } });
    client.dispose();
  });

  it('is warmed up by its questions, and nothing is written by that', async () => {
    const [position, before] = [await under.store.position(), under.statements.length];
    await warmUp(server.server, readSettings({}));
    expect(await under.store.position()).toBe(position);
    const questions = readdirSync(EXAMPLES).filter((name) => !/^(mutation|subscription) /m.test(example(name.slice(0, 2))));
    expect(under.statements.length - before).toBeGreaterThanOrEqual(questions.length);
  });

  it('reads any depth in one statement a root field', async () => {
    const before = under.statements.length;
    const { body } = await server.ask(`{
      one: entity(key: "parler") { claims(first: 5) { nodes { citations(first: 5) { nodes { relays(first: 5) { nodes { source { publisher { published(first: 5) { nodes { title derivations { source { title } } } } } } } } } } } } }
      two: claims(first: 3) { nodes { text } }
    }`);
    expect(body.errors).toBeUndefined();
    expect(under.statements.length - before).toBe(2);
  });
});
