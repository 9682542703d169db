/** Chains, corroboration, contradictions and impact, as the API answers them, against answers worked out by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { applySeed } from '../../src/cli/seed.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const DEADLINE = fileURLToPath(new URL('../../seed/deadline.yaml', import.meta.url));
const en = (text: string) => [{ language: 'en', text }];

describe.each(STORE_KINDS)('attribution on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    await applySeed(under.store);
    await applySeed(under.store, DEADLINE);
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const independent = async (key: string): Promise<[number, number]> => {
    const { claim } = await server.data(
      'query ($key: String) { claim(key: $key) { corroboration { independentSupporting independentRefuting complete } } }',
      { key },
    );
    expect(claim.corroboration.complete).toBe(true);
    return [claim.corroboration.independentSupporting, claim.corroboration.independentRefuting];
  };

  it('counts the independent origins of every claim of the article', async () => {
    // What BFM says in its own voice: BFM. What it has from an announcement, a warning or the letter: that one,
    // for BFM and BuzzFeed relay it. Of "carries calls to hatred" BFM only mentions that it is said.
    const { claims } = await server.data(
      '{ claims(first: 50) { nodes { key corroboration { independentSupporting independentRefuting groupCount } } } }',
    );
    const article = claims.nodes.filter(({ key }: any) => !/^(bay-|service-|spokesperson-)/.test(key));
    expect(article.length).toBe(25);
    for (const { key, corroboration } of article) {
      const supporting = key === 'parler-carries-calls-to-hatred' ? 0 : 1;
      expect([key, corroboration]).toEqual([key, { independentSupporting: supporting, independentRefuting: 0, groupCount: supporting }]);
    }
  });

  it('counts the independent origins of the fourteen outlets', async () => {
    // Sunday: the wire (itself, two prints, a translation, half of Le Relais); the letter's author by Tech Ledger
    // (itself, Netzblick, the other half of Le Relais); Bay Gazette and Bay Evening, one owner; Signal Desk. Four.
    expect(await independent('service-stops-sunday')).toEqual([4, 0]);
    // Monday: Morgenkurier, retold by Journal des Réseaux; refuted by Signal Desk.
    expect(await independent('service-stops-monday')).toEqual([1, 1]);
    // The confirmation: one spokesperson for it (to Tech Ledger) and against it (to Pacific Bulletin, retold once).
    expect(await independent('spokesperson-confirmed-letter')).toEqual([1, 1]);
  });

  it('says what makes origins one, and which citations go back to them', async () => {
    const { claim } =
      await server.data(`{ claim(key: "service-stops-sunday") { corroboration { groups { originCount supportingCount refutingCount
      why { reason originCount shared { ... on Entity { key } } } origins { citation { key } source { key } } supporting { key } } } } }`);
    const groups = new Map<string, any>(
      claim.corroboration.groups.map((group: any) => [
        group.origins
          .map((each: any) => each.source.key)
          .sort()
          .join(),
        group,
      ]),
    );
    expect([...groups.keys()].sort()).toEqual(['evening-article,gazette-article', 'ledger-article', 'signal-check', 'wire-dispatch']);
    const bay = groups.get('evening-article,gazette-article');
    expect(bay.why).toEqual([{ reason: 'SAME_OWNER', originCount: 2, shared: { key: 'bay-group' } }]);
    const supporting = (name: string) =>
      groups
        .get(name)
        .supporting.map(({ key }: any) => key)
        .sort();
    expect(supporting('ledger-article')).toEqual(['ledger-on-sunday', 'netzblick-on-sunday', 'relais-on-sunday']);
    expect(supporting('wire-dispatch')).toEqual([
      'harbor-on-sunday',
      'lac-on-sunday',
      'mill-on-sunday',
      'relais-on-sunday',
      'wire-on-sunday',
    ]);
  });

  it('takes thirty copies of one wire story for one', async () => {
    const outlets = Array.from({ length: 30 }, (_, index) => index);
    await under.store.write({
      items: [
        { entity: { key: 'wire', kind: 'ORGANIZATION', names: en('Wire') } },
        { source: { key: 'story', kind: 'ARTICLE', title: 'Story', publisher: 'wire' } },
        { claim: { key: 'told', texts: en('Told'), citations: [{ key: 'story-told', source: 'story', stance: 'SUPPORTS' }] } },
        ...outlets.flatMap((index) => [
          { entity: { key: `outlet-${index}`, kind: 'ORGANIZATION', names: en(`Outlet ${index}`) } },
          // Copies of copies too.
          {
            source: {
              key: `copy-${index}`,
              kind: 'ARTICLE',
              title: 'Story',
              publisher: `outlet-${index}`,
              derivations: [{ kind: 'SYNDICATES', source: index % 3 ? `copy-${index - 1}` : 'story' }],
            },
          },
          { citation: { key: `copy-told-${index}`, claim: 'told', source: `copy-${index}`, stance: 'SUPPORTS' } },
        ]),
      ],
    });
    expect(await independent('told')).toEqual([1, 0]);
    const { source } = await server.data('{ source(key: "story") { retellings { sourceCount citationCount complete } } }');
    expect(source.retellings).toEqual({ sourceCount: 30, citationCount: 30, complete: true });
  });

  it('follows a citation down to who said it first, diamonds once', async () => {
    const { citation } =
      await server.data(`{ citation(key: "relais-on-sunday") { chain { depth complete steps { position depth kind from isOrigin breaks citation { key } source { key } }
      origins { source { key } citation { speaker { key } } } } } }`);
    expect(citation.chain.complete).toBe(true);
    expect(citation.chain.steps).toEqual([
      {
        position: 0,
        depth: 0,
        kind: 'START',
        from: [],
        isOrigin: false,
        breaks: [],
        citation: { key: 'relais-on-sunday' },
        source: { key: 'relais-article' },
      },
      {
        position: 1,
        depth: 1,
        kind: 'RELAY',
        from: [0],
        isOrigin: true,
        breaks: [],
        citation: { key: 'wire-on-sunday' },
        source: { key: 'wire-dispatch' },
      },
      // Stratus Hosting wrote it in a letter that the graph does not hold as a source.
      {
        position: 2,
        depth: 1,
        kind: 'RELAY',
        from: [0],
        isOrigin: true,
        breaks: ['SPEAKER_NOT_CITED'],
        citation: { key: 'ledger-on-sunday' },
        source: { key: 'ledger-article' },
      },
    ]);
    expect(citation.chain.origins.map((each: any) => each.citation.speaker)).toEqual([null, { key: 'hoster' }]);

    // BFM has AWS's words from BuzzFeed, which published the letter, which AWS wrote.
    const { claim } = await server.data(
      '{ claim(key: "aws-observed-violent-content") { citations { nodes { key chain { depth steps { source { key } isOrigin } } } } } }',
    );
    const deepest = claim.citations.nodes.find(({ chain }: any) => chain.depth === 2);
    expect(deepest.chain.steps.map(({ source }: any) => source.key)).toEqual(['bfm-article', 'buzzfeed-publication', 'aws-letter-itself']);
  });

  it('says where a chain breaks', async () => {
    await under.store.write({
      items: [
        { source: { key: 'early', kind: 'POST', title: 'Early', published: '2020-01-01' } },
        { source: { key: 'late', kind: 'POST', title: 'Late', published: '2020-06' } },
        { source: { key: 'undated', kind: 'POST', title: 'Undated' } },
        {
          claim: {
            key: 'broken',
            texts: en('Broken'),
            citations: [
              { key: 'late-on-broken', source: 'late', stance: 'SUPPORTS', speakerUnknown: true },
              { key: 'early-on-broken', source: 'early', stance: 'SUPPORTS', relays: ['late-on-broken'] },
              { key: 'undated-on-broken', source: 'undated', stance: 'SUPPORTS', relays: ['early-on-broken'] },
            ],
          },
        },
      ],
    });
    const { citation } = await server.data('{ citation(key: "undated-on-broken") { chain { steps { citation { key } breaks } } } }');
    expect(citation.chain.steps).toEqual([
      { citation: { key: 'undated-on-broken' }, breaks: ['UNDATED'] },
      { citation: { key: 'early-on-broken' }, breaks: ['BACKWARDS'] },
      { citation: { key: 'late-on-broken' }, breaks: ['SPEAKER_UNKNOWN'] },
    ]);
  });

  it('shows both sides of a contradiction and picks none', async () => {
    const find = async (key: string) => {
      const { claim } = await server.data(
        'query ($key: String) { claim(key: $key) { contradictions { complete found { kind certainty other { key } speaker { key } citationCount otherCitationCount } } } }',
        { key },
      );
      expect(claim.contradictions.complete).toBe(true);
      return claim.contradictions.found;
    };
    const other = (key: string) => ({ other: { key } });
    expect(await find('service-stops-sunday')).toEqual([
      // Neither claim says from when to when it holds.
      {
        kind: 'TWO_VALUES',
        certainty: 'POSSIBLY',
        ...other('service-stops-monday'),
        speaker: null,
        citationCount: 10,
        otherCitationCount: 2,
      },
    ]);
    expect(await find('service-stops-monday')).toEqual([
      {
        kind: 'TWO_VALUES',
        certainty: 'POSSIBLY',
        ...other('service-stops-sunday'),
        speaker: null,
        citationCount: 2,
        otherCitationCount: 10,
      },
      { kind: 'OPPOSING_STANCES', certainty: 'SURELY', other: null, speaker: null, citationCount: 2, otherCitationCount: 1 },
    ]);
    expect(await find('spokesperson-confirmed-letter')).toEqual([
      { kind: 'OPPOSING_STANCES', certainty: 'SURELY', other: null, speaker: null, citationCount: 1, otherCitationCount: 2 },
      {
        kind: 'OWN_WORD',
        certainty: 'SURELY',
        other: null,
        speaker: { key: 'hoster-spokesperson' },
        citationCount: 1,
        otherCitationCount: 1,
      },
    ]);
    expect(await find('apple-cut-ties')).toEqual([]);
  });

  it('finds the contradictions of all claims, each once, with the support of both sides', async () => {
    const { contradictions } = await server.data(
      `{ contradictions(first: 50, where: { key: { startsWith: "s" } }) { complete found { kind certainty speaker { key }
        claim { key independentSupporting independentRefuting } other { key independentSupporting independentRefuting } } } }`,
    );
    expect(contradictions.complete).toBe(true);
    const pair = (one: string, other = '') => (one < other ? `${one} ${other}` : `${other} ${one}`);
    const found = contradictions.found.map(({ kind, claim, other }: any) => `${kind} ${pair(claim.key, other?.key)}`);
    expect(new Set(found).size).toBe(found.length);
    const values = contradictions.found.find(({ kind }: any) => kind === 'TWO_VALUES');
    const sides = Object.fromEntries(
      [values.claim, values.other].map(({ key, independentSupporting, independentRefuting }: any) => [
        key,
        [independentSupporting, independentRefuting],
      ]),
    );
    expect(sides).toEqual({ 'service-stops-sunday': [4, 0], 'service-stops-monday': [1, 1] });
    const ofKind = await server.data(
      '{ contradictions(first: 50, kinds: [OPPOSING_STANCES], certainty: SURELY) { found { kind other { key } } } }',
    );
    expect(ofKind.contradictions.found.length).toBeGreaterThan(1);
    for (const { kind, other } of ofKind.contradictions.found) expect([kind, other]).toEqual(['OPPOSING_STANCES', null]);
  });

  it('filters and sorts claims by how many independent origins they have', async () => {
    const { claims } = await server.data(
      '{ claims(first: 3, where: { independentSupporting: { gte: 2 } }, orderBy: [{ field: INDEPENDENT_SUPPORTING, direction: DESC }]) { nodes { key independentSupporting } } }',
    );
    expect(claims.nodes[0]).toEqual({ key: 'service-stops-sunday', independentSupporting: 4 });
    expect(claims.nodes.every(({ independentSupporting }: any) => independentSupporting >= 2)).toBe(true);
  });

  it('weighs the validity of two values, and knows a negated twin and a link', async () => {
    const value = (amount: string, validFrom?: string, validUntil?: string) => ({
      value: { kind: 'QUANTITY', amount },
      validFrom,
      validUntil,
    });
    const base = { subject: 'measured', predicate: 'level' };
    await under.store.write({
      items: [
        { predicate: { key: 'level', labels: en('level'), functional: true } },
        { entity: { key: 'measured', kind: 'CONCEPT', names: en('Measured') } },
        { claim: { key: 'm-one', texts: en('One'), ...base, ...value('1', '2020-01-01', '2020-12-31') } },
        { claim: { key: 'm-two', texts: en('Two'), ...base, ...value('2', '2020-06-01', '2020-06-30') } },
        { claim: { key: 'm-three', texts: en('Three'), ...base, ...value('3', '2021', '2022') } },
        { claim: { key: 'm-vague', texts: en('Vague'), ...base, ...value('4', '2020', '2021') } },
        { claim: { key: 'm-not-one', texts: en('Not one'), negated: true, ...base, ...value('1', '2020-03-01', '2020-04-01') } },
        { claim: { key: 'm-linked', texts: en('Linked') } },
        { claimLink: { from: 'm-linked', to: 'm-one', kind: 'CONTRADICTS' } },
      ],
    });
    const { claim } = await server.data('{ claim(key: "m-one") { contradictions { found { kind certainty other { key } } } } }');
    const found = claim.contradictions.found.map(({ kind, certainty, other }: any) => `${kind} ${certainty} ${other.key}`).sort();
    expect(found).toEqual([
      'LINK SURELY m-linked',
      'NEGATED_TWIN SURELY m-not-one',
      'TWO_VALUES POSSIBLY m-vague',
      'TWO_VALUES SURELY m-two',
    ]);
  });

  it('foretells what a retraction takes away, which then happens, and is undone by restoring', async () => {
    const query =
      '{ source(key: "wire-dispatch") { impact { complete claims { losesLastSupport claim { key } before { independentSupporting } after { independentSupporting } } } } }';
    const { source } = await server.data(query);
    expect(source.impact).toEqual({
      complete: true,
      claims: [
        {
          losesLastSupport: false,
          claim: { key: 'service-stops-sunday' },
          before: { independentSupporting: 4 },
          after: { independentSupporting: 3 },
        },
      ],
    });
    const retract = (dryRun: boolean) =>
      server.data(
        `mutation ($dryRun: Boolean) { retract(input: { kind: SOURCE, reference: "wire-dispatch", reason: "a test" }, dryRun: $dryRun) { outcome version
          impact { claimCount claims { claim { key } after { independentSupporting } } } } }`,
        { dryRun },
      );
    const impact = { claimCount: 1, claims: [{ claim: { key: 'service-stops-sunday' }, after: { independentSupporting: 3 } }] };
    expect((await retract(true)).retract).toEqual({ outcome: 'NOT_APPLIED', version: 1, impact });
    expect(await independent('service-stops-sunday')).toEqual([4, 0]);
    expect((await retract(false)).retract).toEqual({ outcome: 'RETRACTED', version: 2, impact });
    expect(await independent('service-stops-sunday')).toEqual([3, 0]);
    await under.store.write({ items: [{ restore: { kind: 'Source', reference: 'wire-dispatch' } }] });
    expect(await independent('service-stops-sunday')).toEqual([4, 0]);

    // Morgenkurier's citation is all that holds Monday up, for its retelling goes back to it.
    const { citation } = await server.data(
      '{ citation(key: "morgen-on-monday") { impact { claims { losesLastSupport claim { key } } } } }',
    );
    expect(citation.impact.claims).toEqual([{ losesLastSupport: true, claim: { key: 'service-stops-monday' } }]);
  });

  it('works anew after a write of the same operation', async () => {
    const data = await server.data(`mutation {
      before: updateClaim(input: { key: "told", note: "one" }) { claim { corroboration { independentSupporting } } }
      cited: citeClaim(input: { claim: "told", source: "signal-check", stance: SUPPORTS }) { outcome }
      after: updateClaim(input: { key: "told", note: "two" }) { claim { corroboration { independentSupporting } } }
    }`);
    expect([data.before, data.after].map(({ claim }: any) => claim.corroboration.independentSupporting)).toEqual([1, 2]);
  });

  it('says that it is not complete where a limit ended it', async () => {
    const strict = await startServer(under.store, { analysisLevelsMax: '1', analysisRecordsMax: '100' });
    const { body } = await strict.ask(
      '{ citation(key: "bfm-aws-observed-violent-content") { chain { complete steps { breaks source { key } } } } }',
    );
    // BuzzFeed's publication is one level away; the letter that it relays would be a second.
    expect(body.data.citation.chain).toMatchObject({
      complete: false,
      steps: [{ source: { key: 'bfm-article' } }, { breaks: ['NOT_FOLLOWED'], source: { key: 'buzzfeed-publication' } }],
    });
    await strict.stop();
  });

  it('reads a page of analyses by one question a level, whatever the length of the page', async () => {
    const count = async (first: number): Promise<number> => {
      const before = under.statements.length;
      await server.data(
        `{ claims(first: ${first}) { nodes { corroboration { groups(first: 3) { supporting(first: 3) { id source { id } } origins(first: 2) { source { title } } } } } } }`,
      );
      return under.statements.length - before;
    };
    // The page, the supporting citations, the origins' sources: their rows are three statements for two claims or twenty.
    expect(await count(20)).toBe(await count(2));
  });
});
