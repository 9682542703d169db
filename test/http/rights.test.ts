/** What roles may write, and what readers are told of those who wrote: by every way in, on every store. */
import { JUDGING_MUTATIONS } from '../../src/http/access/operation-role.js';
import { createClient } from 'graphql-ws';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createSchema } from '../../src/graphql/schema.js';
import { createToken } from '../../src/http/access/tokens.js';
import type { Role } from '../../src/model/roles.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const folder = temporaryFolder();
const tokensFile = join(folder, 'tokens.json');
const PEOPLE = { Rita: 'reader', Ada: 'contributor', Bob: 'contributor', Eve: 'editor', Root: 'admin' } as const satisfies Record<
  string,
  Role
>;
type Person = keyof typeof PEOPLE;
const tokens = Object.fromEntries(
  Object.entries(PEOPLE).map(([name, role]) => [name, createToken(tokensFile, { name, role }).text]),
) as Record<Person, string>;
const as = (person: Person) => ({ authorization: `Bearer ${tokens[person]}` });

afterAll(() => rmSync(folder, { recursive: true }));

const en = (text: string) => [{ language: 'en', text }];
const entity = (key: string, more: object = {}) => ({ entity: { key, kind: 'PERSON', names: en(key), ...more } });
const source = (key: string, more: object = {}) => ({ source: { key, kind: 'ARTICLE', title: key, ...more } });
const CHANGESET =
  'mutation ($key: String, $onProblem: OnProblem! = REFUSE_ALL, $items: [ChangeItemInput!]!) { applyChangeset(input: { key: $key, onProblem: $onProblem, items: $items }) { applied repeated outcomes { outcome id problems { code path message hint } } } }';

describe.each(STORE_KINDS)('on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  let unguarded: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store, { tokensFile, liveInterval: '20' });
    unguarded = await startServer(under.store, { anonymousRole: 'contributor' });
  });
  afterAll(async () => {
    await server.stop();
    await unguarded.stop();
    await under.close();
  });

  /** The changeset's answer, or the error's extensions. */
  const apply = async (person: Person | undefined, items: object[], more: object = {}) => {
    const { body } = person
      ? await server.ask(CHANGESET, { items, ...more }, as(person))
      : await unguarded.ask(CHANGESET, { items, ...more });
    return body.errors?.[0]?.extensions ?? body.data.applyChangeset;
  };
  const applied = async (person: Person, ...items: object[]) => expect(await apply(person, items)).toMatchObject({ applied: true });
  const codes = ({ outcomes }: any): string[] =>
    outcomes.flatMap(({ problems }: any) => problems.map(({ code, path }: any) => `${code} ${path}`));
  const isShown = async (kind: string, key: string) => {
    const { body } = await server.ask(`{ ${kind}(key: "${key}") { key } }`, {}, as('Rita'));
    return body.data[kind] !== null;
  };

  describe('a reader', () => {
    it('writes nothing, by any mutation, and is told so before anything is looked at', async () => {
      const schema = await createSchema();
      const record = '{ key: "x" }';
      const given: Record<string, string> = {
        applyChangeset: '(input: { key: "", items: [] }) { applied }',
        retract: '(dryRun: true, input: { kind: ENTITY, reference: "x", reason: "x" }) { outcome }',
        restore: '(input: { kind: ENTITY, reference: "x" }) { outcome }',
        mergeEntities: '(input: { duplicates: [], into: "x", reason: "x" }) { outcomes { id } }',
        mergeSources: '(input: { duplicates: [], into: "x", reason: "x" }) { outcomes { id } }',
        unmerge: '(input: { kind: ENTITY, reference: "x" }) { outcome }',
        splitEntity: `(input: { entity: "x", into: { kind: PERSON, names: [] }, reason: "x" }) { outcomes { id } }`,
        importText: '(format: JSONL, text: "") { entries }',
        addEntity: '(input: { kind: PERSON, names: [] }) { version }',
        addClaim: '(input: { texts: [] }) { version }',
        addSource: '(input: { kind: ARTICLE, title: "x" }) { version }',
        citeClaim: '(input: { claim: "x", source: "x", stance: SUPPORTS }) { version }',
        addPredicate: '(input: { key: "x", labels: [] }) { version }',
        linkClaims: '(input: { from: "x", to: "x", kind: CONTRADICTS }) { version }',
        ...Object.fromEntries(
          ['Entity', 'Claim', 'Source', 'Citation', 'ClaimLink', 'Predicate'].map((name) => [
            `update${name}`,
            `(input: ${record}) { version }`,
          ]),
        ),
      };
      for (const name of Object.keys(schema.getMutationType()!.getFields())) {
        expect(given[name], `this test has to know how to call ${name}`).toBeDefined();
        const { body } = await server.ask(`mutation { ${name}${given[name]!} }`, {}, as('Rita'));
        const hint = JUDGING_MUTATIONS.has(name) && name !== 'retract' ? 'the role editor' : 'the role contributor';
        expect(body.errors?.[0]?.extensions, name).toEqual({ code: 'FORBIDDEN', path: name, hint });
      }
      const preview = await server.ask('{ importPreview(format: JSONL, text: "") { entries } }', {}, as('Rita'));
      expect(preview.body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('takes no key, and hears of none', async () => {
      for (const key of ['import-2026', 'other']) expect(await apply('Rita', [], { key })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await apply('Ada', [entity('imported')], { key: 'import-2026' })).toMatchObject({ applied: true, repeated: false });
      for (const key of ['import-2026', 'unused']) expect(await apply('Rita', [], { key })).toMatchObject({ code: 'FORBIDDEN' });
      // Straight at the store as well.
      const { storeFor } = await import('../../src/http/access/caller.js');
      const store = storeFor(under.store, { role: 'reader', name: 'Rita' }, { showAuthors: false });
      await expect(store.write({ key: 'straight', items: [] })).rejects.toMatchObject({
        problems: [{ code: 'FORBIDDEN', path: ['items'] }],
      });
      expect(await under.store.write({ key: 'straight', by: 'Rita', items: [] })).toMatchObject({ repeated: false });
    });
  });

  describe("a changeset's key", () => {
    it("is its author's: two who use the same one do not hear of each other", async () => {
      const key = 'batch-1';
      expect(await apply('Ada', [entity('of-ada')], { key })).toMatchObject({ applied: true, repeated: false });
      expect(await apply('Bob', [entity('of-bob')], { key })).toMatchObject({ applied: true, repeated: false });
      expect(await apply('Ada', [entity('of-ada')], { key })).toMatchObject({ applied: true, repeated: true });
      expect(await apply('Bob', [entity('of-bob')], { key })).toMatchObject({ applied: true, repeated: true });
      expect(codes(await apply('Bob', [entity('of-ada')], { key }))).toEqual(['KEY_REUSED input.key']);
      expect(await apply('Eve', [], { key })).toMatchObject({ applied: true, repeated: false });
      expect(await apply(undefined, [entity('of-nobody')], { key })).toMatchObject({ applied: true, repeated: false });
      expect(await apply(undefined, [entity('of-nobody')], { key })).toMatchObject({ applied: true, repeated: true });
      // The same content under one key by two: each has an answer of its own.
      expect(await apply('Ada', [entity('both')], { key: 'same' })).toMatchObject({ outcomes: [{ outcome: 'CREATED' }] });
      expect(await apply('Bob', [entity('both')], { key: 'same' })).toMatchObject({
        repeated: false,
        outcomes: [{ outcome: 'UNCHANGED' }],
      });
    });
  });

  describe('who sees a record', () => {
    it.each([
      ['PUBLIC', 'RESTRICTED'],
      ['PUBLIC', 'DRAFT'],
      ['RESTRICTED', 'PUBLIC'],
      ['DRAFT', 'PUBLIC'],
      ['DRAFT', 'RESTRICTED'],
    ])('is not for another contributor to say: %s to %s', async (before, after) => {
      const key = `seen-${before}-${after}`.toLowerCase();
      await applied('Root', entity(key, { visibility: before }));
      const refused = [`FORBIDDEN input.items[0].entity.visibility`];
      expect(codes(await apply('Ada', [entity(key, { visibility: after })]))).toEqual(refused);
      expect(codes(await apply('Ada', [{ entity: { key, visibility: after } }]))).toEqual(refused);
      if (after === 'PUBLIC') expect(codes(await apply('Ada', [{ entity: { key, visibility: null } }]))).toEqual(refused);
      const single = async (mutation: string, input: string) =>
        (await server.ask(`mutation { ${mutation}(input: ${input}) { outcome } }`, {}, as('Ada'))).body.errors?.[0]?.extensions;
      const forbidden = { code: 'FORBIDDEN', path: 'input.visibility', hint: 'the role editor' };
      expect(await single('updateEntity', `{ key: "${key}", visibility: ${after} }`)).toEqual(forbidden);
      expect(
        await single('addEntity', `{ key: "${key}", kind: PERSON, names: [{ language: "en", text: "x" }], visibility: ${after} }`),
      ).toEqual(forbidden);
      const text = JSON.stringify({ entity: { key, visibility: after } });
      const taken = async (kind: 'query' | 'mutation', field: string) =>
        (
          await server.ask(
            `${kind} ($text: String!) { ${field}(format: JSONL, text: $text) { refused refusals { code } } }`,
            { text },
            as('Ada'),
          )
        ).body.data[field];
      expect(await taken('mutation', 'importText')).toEqual({ refused: 1, refusals: [{ code: 'FORBIDDEN' }] });
      expect(await taken('query', 'importPreview')).toEqual({ refused: 1, refusals: [{ code: 'FORBIDDEN' }] });
      expect(await isShown('entity', key)).toBe(before === 'PUBLIC');
      // To correct it is a contributor's, who leaves that as it is.
      await applied('Ada', { entity: { key, aliases: en('also'), visibility: before } });
      await applied('Eve', { entity: { key, visibility: after } });
      expect(await isShown('entity', key)).toBe(after === 'PUBLIC');
    });

    it("is its creator's to say, until somebody else has", async () => {
      await applied('Ada', entity('own', { visibility: 'DRAFT' }));
      await applied('Bob', { entity: { key: 'own', aliases: en('of Bob') } });
      await applied('Ada', { entity: { key: 'own', visibility: 'PUBLIC' } });
      expect(await isShown('entity', 'own')).toBe(true);
      await applied('Ada', { entity: { key: 'own', visibility: 'RESTRICTED' } });
      await applied('Ada', { entity: { key: 'own', visibility: 'PUBLIC' } });
      await applied('Eve', { entity: { key: 'own', visibility: 'RESTRICTED' } });
      await applied('Ada', { entity: { key: 'own', aliases: en('of Ada') } });
      expect(codes(await apply('Ada', [{ entity: { key: 'own', visibility: 'PUBLIC' } }]))).toHaveLength(1);
      expect(await isShown('entity', 'own')).toBe(false);
      await applied('Eve', { entity: { key: 'own', visibility: 'PUBLIC' } });
      expect(codes(await apply('Ada', [{ entity: { key: 'own', visibility: 'DRAFT' } }]))).toHaveLength(1);
    });

    it("is nobody's to say who sends no token, though the name be the same", async () => {
      expect(await apply(undefined, [entity('nobodys')])).toMatchObject({ applied: true });
      expect(codes(await apply(undefined, [{ entity: { key: 'nobodys', visibility: 'DRAFT' } }]))).toHaveLength(1);
      expect(await apply(undefined, [entity('nobodys-draft', { visibility: 'DRAFT' })])).toMatchObject({ applied: true });
      expect(codes(await apply(undefined, [{ entity: { key: 'nobodys-draft', visibility: 'PUBLIC' } }]))).toHaveLength(1);
    });

    it('is said of the one record: the others of its changeset are written, where that is wished', async () => {
      await applied('Root', entity('kept-public'));
      const items = [{ entity: { key: 'kept-public', visibility: 'DRAFT' } }, entity('beside')];
      expect(await apply('Ada', items)).toMatchObject({ applied: false, outcomes: [{ outcome: 'REFUSED' }, { outcome: 'NOT_APPLIED' }] });
      expect(await apply('Ada', items, { onProblem: 'SKIP_ITEM' })).toMatchObject({
        applied: true,
        outcomes: [{ outcome: 'REFUSED' }, { outcome: 'CREATED' }],
      });
    });

    it('is not changed by what it refers to: of others', async () => {
      const claim = (key: string, more: object = {}) => ({ claim: { key, texts: en(key), ...more } });
      const citation = (key: string, more: object = {}) => ({ citation: { key, stance: 'SUPPORTS', ...more } });
      await applied('Root', source('open'), source('closed', { visibility: 'RESTRICTED' }), entity('subject'));
      await applied(
        'Root',
        claim('said', { subject: 'subject' }),
        citation('leak', { claim: 'said', source: 'closed', quote: 'a secret' }),
      );
      await applied('Ada', entity('ada-draft', { visibility: 'DRAFT' }), source('ada-source'), entity('ada-subject'));
      // A claim of somebody else would go with a draft that it mentions,
      const hidden = await apply('Ada', [{ claim: { key: 'said', mentions: [{ role: 'ABOUT', entity: 'ada-draft' }] } }]);
      expect(hidden).toMatchObject({ applied: false });
      expect(codes(hidden)).toEqual(['FORBIDDEN input.items[0].claim']);
      expect(await isShown('claim', 'said')).toBe(true);
      // a quote in a restricted source would be shown in another,
      expect(codes(await apply('Ada', [{ citation: { key: 'leak', source: 'open' } }]))).toEqual(['FORBIDDEN input.items[0].citation']);
      expect(await isShown('citation', 'leak')).toBe(false);
      // and what others have built on a record would go with it.
      await applied('Root', claim('built', { subject: 'ada-subject' }));
      expect(codes(await apply('Ada', [{ entity: { key: 'ada-subject', visibility: 'RESTRICTED' } }, entity('not-written')]))).toEqual([
        'FORBIDDEN input.items[0].entity',
      ]);
      expect(await isShown('claim', 'built')).toBe(true);
      expect(await isShown('entity', 'not-written')).toBe(false);
      // All of it is the editor's, and the last of it the creator's where it is theirs alone.
      await applied('Eve', { citation: { key: 'leak', source: 'open' } }, { entity: { key: 'ada-subject', visibility: 'RESTRICTED' } });
      expect(await isShown('claim', 'built')).toBe(false);
      await applied('Ada', claim('ada-claim'), citation('ada-citation', { claim: 'ada-claim', source: 'ada-source' }));
      await applied('Ada', { source: { key: 'ada-source', visibility: 'DRAFT' } });
      expect(await isShown('citation', 'ada-citation')).toBe(false);
      await applied('Ada', { source: { key: 'ada-source', visibility: 'PUBLIC' } });
      expect(await isShown('citation', 'ada-citation')).toBe(true);
      expect(await under.store.check(() => undefined)).toEqual([]);
    });

    it('published, takes along what others had added to it, who had not withheld that', async () => {
      await applied('Ada', source('draft', { visibility: 'DRAFT' }), { claim: { key: 'drafted', texts: en('drafted') } });
      await applied('Bob', { citation: { key: 'by-bob', claim: 'drafted', source: 'draft', stance: 'SUPPORTS' } });
      expect(await isShown('citation', 'by-bob')).toBe(false);
      await applied('Ada', { source: { key: 'draft', visibility: 'PUBLIC' } });
      expect(await isShown('citation', 'by-bob')).toBe(true);
    });
  });

  describe('readers', () => {
    const ask = async (person: Person, query: string, variables: object = {}) =>
      (await server.ask(query, variables as Record<string, unknown>, as(person))).body;
    const PSEUDONYM = /^contributor-[0-9a-f]{16}$/;
    let ada: string;
    let eve: string;

    beforeAll(async () => {
      await applied('Ada', entity('written'), entity('taken-back'));
      await applied('Bob', { entity: { key: 'written', aliases: en('x') } });
      await applied('Eve', { retract: { kind: 'ENTITY', reference: 'taken-back', reason: 'a test' } });
      const { data } = await ask(
        'Rita',
        '{ written: entity(key: "written") { history { recordedBy } } gone: entity(key: "taken-back") { retraction { by } } }',
      );
      [, ada] = data.written.history.map(({ recordedBy }: any) => recordedBy as string) as [string, string];
      eve = data.gone.retraction.by as string;
    });

    it('know those who wrote by pseudonyms, the same ones everywhere; contributors by their names', async () => {
      const query =
        '{ entity(key: "written") { recordedBy history { recordedBy } } entities(first: 100, where: { key: { in: ["written", "taken-back"] } }, retracted: INCLUDE) { edges { node { recordedBy retraction { by } history { recordedBy } } } } nodes(ids: []) { id } }';
      const shown = await ask('Rita', query);
      expect(JSON.stringify(shown)).not.toMatch(/Ada|Bob|Eve|Root/);
      expect(shown.data.entity.history[1].recordedBy).toBe(ada);
      expect(shown.data.entity.recordedBy).toBe(shown.data.entity.history[0].recordedBy);
      expect(new Set([ada, eve, shown.data.entity.recordedBy]).size).toBe(3);
      for (const each of [ada, eve, shown.data.entity.recordedBy]) expect(each).toMatch(PSEUDONYM);
      const named = await ask('Ada', query);
      expect(named.data.entity).toEqual({ recordedBy: 'Bob', history: [{ recordedBy: 'Bob' }, { recordedBy: 'Ada' }] });
    });

    it('find what somebody wrote by the pseudonym, and nothing by the name', async () => {
      const count = async (where: string, person: Person = 'Rita') =>
        (await ask(person, `{ entities(retracted: INCLUDE, where: ${where}) { totalCount } }`)).data.entities.totalCount as number;
      const all = await count('{}');
      const byEve = await count('{ recordedBy: { eq: "Eve" } }', 'Eve');
      expect(byEve).toBeGreaterThan(0);
      expect(await count(`{ recordedBy: { eq: "${eve}" } }`)).toBeGreaterThan(0);
      for (const name of ['Ada', 'Eve', 'Bob', 'Root', 'nobody']) {
        expect(await count(`{ recordedBy: { eq: "${name}" } }`)).toBe(0);
        expect(await count(`{ recordedBy: { in: ["${name}"] } }`)).toBe(0);
        expect(await count(`{ recordedBy: { ne: "${name}" } }`)).toBe(all);
        expect(await count(`{ not: { recordedBy: { notIn: ["${name}"] } } }`)).toBe(0);
        expect(await count(`{ retraction: { by: { eq: "${name}" } } }`)).toBe(0);
      }
      expect(await count(`{ retraction: { by: { eq: "${eve}" } } }`)).toBe(await count('{ retraction: { by: { eq: "Eve" } } }', 'Eve'));
      expect(await count(`{ recordedBy: { in: ["${eve}", "${ada}"] } }`)).toBeGreaterThan(await count(`{ recordedBy: { eq: "${eve}" } }`));
      const nested = `{ claims: { some: { recordedBy: { eq: "Root" } } } }`;
      expect(await count(nested)).toBe(0);
      expect(await count(nested, 'Ada')).toBeGreaterThan(0);
      expect(await count(`{ recordedBy: { eq: "${ada}" } }`, 'Ada')).toBe(0);
    });

    it('cannot feel their way along a name, wherever it is asked', async () => {
      const asked = [
        '{ entities(where: { recordedBy: { startsWith: "A" } }) { totalCount } }',
        '{ entities(where: { not: { recordedBy: { startsWith: "contributor-" } } }) { totalCount } }',
        '{ entities(where: { retraction: { by: { startsWith: "E" } } }) { totalCount } }',
        '{ claims(where: { subject: { or: [{ recordedBy: { startsWith: "A" } }] } }) { totalCount } }',
        '{ entities(first: 1) { nodes { claims(where: { recordedBy: { startsWith: "A" } }) { totalCount } } } }',
        '{ claimCounts(by: PREDICATE, where: { recordedBy: { startsWith: "A" } }) { total } }',
      ];
      for (const query of asked) {
        const { errors } = await ask('Rita', query);
        expect(errors?.[0]?.extensions, query).toMatchObject({ code: 'FORBIDDEN', hint: expect.stringContaining('eq') });
        expect((await ask('Ada', query)).errors, query).toBeUndefined();
      }
      // Nor is there an order that would tell.
      const { body } = await server.ask('{ __type(name: "EntityOrderField") { enumValues { name } } }', {}, as('Rita'));
      expect(JSON.stringify(body)).not.toMatch(/RECORDED_BY/);
    });

    it('are told no name by the log, its followers or exports', async () => {
      const log = '($by: [String!]) { changes(first: 100, where: { recordedBy: $by }) { changes { recordedBy } } }';
      const changes = async (person: Person, by: string[] | null) =>
        (await ask(person, `query ${log}`, { by })).data.changes.changes.map(({ recordedBy }: any) => recordedBy as string) as string[];
      for (const each of await changes('Rita', null)) expect(each).toMatch(PSEUDONYM);
      expect(await changes('Rita', ['Ada', 'Eve'])).toEqual([]);
      const mine = await changes('Rita', [ada]);
      expect(mine.length).toBeGreaterThan(0);
      // They are told of what is withheld, too.
      expect((await changes('Ada', ['Ada'])).length).toBeGreaterThanOrEqual(mine.length);
      const client = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: as('Rita'),
        retryAttempts: 0,
      });
      const seen = client.iterate<any>({
        query: `subscription { changes(since: 0, where: { recordedBy: ["Ada", "${ada}"] }) { recordedBy } }`,
      });
      expect((await seen.next()).value.data.changes).toEqual({ recordedBy: ada });
      await seen.return?.();
      await client.dispose();
      for (const format of ['jsonl', 'nquads', 'nanopub', 'graphml', 'ftm', 'claimreview']) {
        const text = await (await fetch(`${server.url}/export/${format}`, { headers: as('Rita') })).text();
        expect(text, format).not.toMatch(/"(Ada|Bob|Eve|Root)"|>(Ada|Bob|Eve|Root)</);
      }
    });

    it('are told the names where the settings say so', async () => {
      const named = await startServer(under.store, { tokensFile, showAuthors: 'true' });
      const { body } = await named.ask(
        '{ entity(key: "written") { recordedBy } entities(where: { recordedBy: { startsWith: "Bo" } }) { totalCount } }',
        {},
        as('Rita'),
      );
      expect(body.data.entity).toEqual({ recordedBy: 'Bob' });
      expect(body.data.entities.totalCount).toBeGreaterThan(0);
      await named.stop();
    });
  });
});
