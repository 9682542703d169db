/** One page is one source, by whatever address it is given; what another writer said of it is not replaced by that. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/model/values/urls.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { importText } from '../support/importing.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const en = (text: string) => [{ language: 'en', text }];
const source = (url: string, title: string, more: object = {}) => ({ source: { kind: 'ARTICLE', title, url, ...more } });

describe.each(STORE_KINDS)('pages on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const write = async (...items: object[]) => (await under.store.write({ by: 'test', items })).results;
  /** The ids of sources that are added one after the other, each by a write of its own. */
  const added = async (...urls: string[]): Promise<(string | undefined)[]> => {
    const ids: (string | undefined)[] = [];
    for (const url of urls) ids.push((await write(source(url, 'The same')))[0]!.id);
    return ids;
  };
  const found = async (address: string) =>
    (
      await server.data(
        'query ($url: WebAddress!) { sources(where: { canonicalUrl: { eq: $url } }) { nodes { key title url canonicalUrl digest archivedCopies { url canonicalUrl capturedAt } } } }',
        { url: address },
      )
    ).sources.nodes;

  it.each([
    [
      'a parameter that names the page',
      [
        'https://shop.example/guitar?amp=fender',
        'https://shop.example/guitar?amp=marshall',
        'https://stat.example/t?cmp=DE',
        'https://stat.example/t?cmp=FR',
        'https://dl.example/r?outputType=pdf',
        'https://dl.example/r?outputType=csv',
      ],
      6,
    ],
    ['a host said from the root', ['https://paper.example./a', 'https://www.paper.example./a', 'https://paper.example/a'], 1],
    [
      'one video',
      [
        'https://youtu.be/Qw3rTyUiOp1',
        'https://www.youtube.com/watch?v=Qw3rTyUiOp1&t=5s',
        'https://www.youtube.com/shorts/Qw3rTyUiOp1',
        'https://www.youtube-nocookie.com/embed/Qw3rTyUiOp1',
      ],
      1,
    ],
    ['one post', ['https://x.com/u/status/19', 'https://twitter.com/u/status/19', 'https://mobile.twitter.com/u/status/19'], 1],
    ['one article', ['https://paper.example/s', 'https://paper.example/s/amp/', 'https://www.google.com/amp/s/paper.example/s'], 1],
    ['a query of another encoding', ['https://l.example/?t=%E4%EE', 'https://l.example/?t=%e4%ee&utm_source=x'], 1],
    [
      'copies',
      [
        'https://web.archive.org/web/2021/https://copied.example/a',
        'https://archive.ph/2020/https://copied.example/a',
        'https://copied-example.translate.goog/a',
        'https://web.archive.org/web/20210111000000/copied.example/a',
        'https://web.archive.org/web/2021id_/www.copied.example/a',
      ],
      1,
    ],
  ])('counts %s as it is', async (_name, urls, count) => expect(new Set(await added(...urls)).size).toBe(count));

  it('takes four views of a page for one origin, and keeps where the copies are', async () => {
    await write({ claim: { key: 'weir', texts: en('The weir broke.') } });
    const views = [
      'https://paper.example/weir',
      'https://web.archive.org/web/20210111000000/https://paper.example/weir',
      'https://archive.ph/2021/https://paper.example/weir',
      'https://translate.google.com/translate?sl=de&tl=en&u=https://paper.example/weir',
    ];
    for (const [index, url] of views.entries()) {
      const [one] = await write(source(url, `t${index}`, { key: `view-${index}` }));
      expect(one, JSON.stringify(one)).toMatchObject({ status: 'CREATED' });
      const [citation] = await write({ citation: { key: `weir-${index}`, claim: 'weir', source: `view-${index}`, stance: 'SUPPORTS' } });
      expect(citation, JSON.stringify(citation)).toMatchObject({ status: 'CREATED' });
    }
    const { claim, source: read } = await server.data(
      '{ claim(key: "weir") { corroboration { independentSupporting } citations { totalCount nodes { source { key title } } } } source(key: "view-3") { key } }',
    );
    expect(claim.corroboration.independentSupporting).toBe(1);
    expect(claim.citations).toMatchObject({ totalCount: 4, nodes: views.map(() => ({ source: { key: 'view-0', title: 't0' } })) });
    expect(read).toEqual({ key: 'view-0' });
    const [page, ...others] = await found(views[2]!);
    expect(others).toEqual([]);
    expect(page).toMatchObject({ key: 'view-0', url: views[0], canonicalUrl: views[0] });
    expect(page.archivedCopies.map(({ url }: any) => url)).toEqual(views.slice(1));
    expect(page.archivedCopies.map((copy: any) => copy.canonicalUrl)).toEqual(views.slice(1).map((url) => addressOf(url)));
    expect(page.archivedCopies[0].capturedAt).toBe('2021-01-11T00:00:00Z');
    // Said once more, it says nothing new.
    for (const [index, url] of views.entries())
      expect((await write(source(url, `t${index}`, { key: `view-${index}` })))[0]).toMatchObject({ status: 'UNCHANGED' });
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('finds a source by an address among its archived copies', async () => {
    await write(
      source('https://paper.example/dam', 'The dam', {
        key: 'dam',
        archivedCopies: [{ url: 'https://archive.ph/AbCdE' }, { url: 'https://perma.cc/T8U2-994F' }],
      }),
    );
    await write({ claim: { key: 'dam-claim', texts: en('The dam holds.') } });
    const [again] = await write(source('http://www.archive.today/AbCdE', 'Another title'));
    expect(again).toMatchObject({ status: 'UNCHANGED', key: 'dam' });
    const [cited] = await write({ citation: { claim: 'dam-claim', source: 'https://perma.cc/T8U2-994F/', stance: 'SUPPORTS' } });
    expect(cited).toMatchObject({ status: 'CREATED' });
    const [other] = await write(source('https://archive.ph/AbCdF', 'Another copy'));
    expect(other).toMatchObject({ status: 'CREATED' });
    const where = async (condition: string) =>
      (await server.data(`{ sources(where: { archivedCopies: { some: { ${condition} } } }) { nodes { key } } }`)).sources.nodes;
    expect(await where('url: { eq: "https://archive.ph/AbCdE" }')).toEqual([{ key: 'dam' }]);
    expect(await where('canonicalUrl: { eq: "http://archive.is/AbCdE/" }')).toEqual([{ key: 'dam' }]);
  });

  it('a source that lists addresses of other pages among its copies takes none of them over', async () => {
    const [own] = await write(source('https://owned.example/a', 'Owned'));
    const snapshot = 'https://web.archive.org/web/2020/https://owned.example/a';
    const later = 'https://web.archive.org/web/2020/https://later.example/b';
    const listed = [snapshot, later, 'https://plain.example/c'].map((url) => ({ url }));
    const taken = { url: 'http://www.owned.example/a' };
    const [taking] = await write(source('https://taker.example/1', 'Taker', { archivedCopies: [...listed, taken] }));
    expect(taking!.problems).toMatchObject([
      { code: 'DUPLICATE', path: ['items', 0, 'source', 'archivedCopies', 3, 'url'], message: expect.stringContaining('("Owned")') },
    ]);
    expect((await write(source('https://taker.example/1', 'Taker', { archivedCopies: listed })))[0]).toMatchObject({ status: 'CREATED' });
    expect((await write(source(snapshot, 'Owned')))[0]!.id).toBe(own!.id);
    expect((await write(source('https://www.owned.example/a', 'Owned')))[0]!.id).toBe(own!.id);
    // The address itself says which page it shows.
    expect((await write(source(later, 'Later')))[0]).toMatchObject({ status: 'CREATED' });
    // Where nothing but its word says what it is, another title is refused, and nothing is added to it.
    const [plain] = await write(source('https://plain.example/c', 'Plain', { text: 'A text of its own.' }));
    expect(plain).toMatchObject({ status: 'REFUSED', problems: [{ code: 'DUPLICATE' }] });
    expect(await found('https://taker.example/1')).toMatchObject([{ title: 'Taker', digest: null }]);
    const cited = await write(
      { claim: { key: 'of-the-owned', texts: en('Of the owned') } },
      { citation: { key: 'in-the-owned', claim: 'of-the-owned', source: snapshot, stance: 'SUPPORTS' } },
    );
    expect(cited.map(({ status }) => status)).toEqual(['CREATED', 'CREATED']);
    const { citation } = await server.data('{ citation(key: "in-the-owned") { source { title } } }');
    expect(citation.source.title).toBe('Owned');
  });

  it('keeps each archived copy once, in whatever order and spelling they are named', async () => {
    const snapshot = 'https://web.archive.org/web/20190102030405/https://orders.example/a';
    const more = [{ url: 'https://archive.ph/OrdeR' }, { url: 'http://www.archive.today/OrdeR', capturedAt: '2019' }, { url: 'https://perma.cc/O1' }]; // prettier-ignore
    const page = (host: string, rest: object) => source(`https://${host}.example/a`, 'Orders', rest);
    const copies = async (key: string) =>
      (await server.data('query ($key: String) { source(key: $key) { archivedCopies { url capturedAt } } }', { key })).source
        .archivedCopies;
    await write(page('orders', { key: 'orders', archivedCopies: more }));
    await write(source(snapshot, 'Orders'));
    const expected = [
      { url: 'https://archive.ph/OrdeR', capturedAt: '2019' },
      { url: 'https://perma.cc/O1', capturedAt: null },
      { url: snapshot, capturedAt: '2019-01-02T03:04:05Z' },
    ];
    expect(await copies('orders')).toEqual(expected);
    // The other way round, by the key, by the page and backwards: nothing is lost, and nothing changes.
    for (const rest of [
      { key: 'orders', archivedCopies: more },
      { key: 'orders', archivedCopies: more.toReversed() },
      { archivedCopies: more.slice(2) },
    ])
      // prettier-ignore
      expect((await write(page('orders', rest)))[0]).toMatchObject({ status: 'UNCHANGED' });
    expect(await copies('orders')).toEqual(expected);
    await write(source(snapshot.replace('orders', 'redro'), 'Orders', { key: 'redro' }));
    await write(page('redro', { key: 'redro', archivedCopies: [{ url: 'https://perma.cc/R1' }] }));
    expect((await copies('redro')).map(({ url }: { url: string }) => url)).toEqual([
      snapshot.replace('orders', 'redro'),
      'https://perma.cc/R1',
    ]);
    // A list without it takes another address out; null takes all of them out.
    await write({ source: { key: 'redro', archivedCopies: [{ url: 'https://perma.cc/R2' }] } });
    expect((await copies('redro')).map(({ url }: { url: string }) => url)).toEqual([
      snapshot.replace('orders', 'redro'),
      'https://perma.cc/R2',
    ]);
    await write({ source: { key: 'redro', archivedCopies: null } });
    expect(await copies('redro')).toEqual([]);
  });

  it('a copy is one source’s: another one that lists it is refused, with the source named, in either order', async () => {
    const list = (key: string, url: string) => source(`https://${key}.example/`, key, { key, archivedCopies: [{ url }] });
    const refused = (results: readonly any[]) => results.flatMap(({ problems }) => problems);
    await write(list('lists-one', 'https://perma.cc/AAAA'));
    const [two] = await write(list('lists-two', 'https://www.perma.cc/AAAA/'));
    expect(two!.problems).toMatchObject([{ code: 'DUPLICATE', message: expect.stringContaining('the source lists-one'), hint: expect.stringContaining('mergeSources') }]); // prettier-ignore
    for (const items of [
      [list('lists-three', 'https://perma.cc/BBBB'), list('lists-four', 'https://perma.cc/BBBB')],
      [list('lists-four', 'https://perma.cc/BBBB'), list('lists-three', 'https://perma.cc/BBBB')],
    ])
      expect(refused(await write(...items)).map(({ code }) => code)).toEqual(['DUPLICATE', 'DUPLICATE']);
    // What is given by the copy is that source, wherever in the changeset it stands.
    const named = source('https://perma.cc/CCCC', 'lists-five', { key: 'by-its-copy' });
    const listing = list('lists-five', 'https://perma.cc/CCCC');
    expect(refused(await write(named, listing))).toEqual([]);
    expect((await server.data('{ source(key: "by-its-copy") { key } }')).source).toEqual({ key: 'lists-five' });
  });

  it('a new source that is known by a copy alone is of the page', async () => {
    const copy = 'https://web.archive.org/web/20200203040506/http://lost.example/page?utm_source=x';
    await write(source(copy, 'Lost', { key: 'lost' }));
    expect(await found('https://lost.example/page')).toMatchObject([
      { key: 'lost', url: 'http://lost.example/page?utm_source=x', archivedCopies: [{ url: copy, capturedAt: '2020-02-03T04:05:06Z' }] },
    ]);
  });

  it('another spelling adds what is not there yet, and replaces nothing', async () => {
    await write(source('https://paper.example/mill', 'The mill', { key: 'mill' }));
    const [second] = await write(source('http://www.paper.example/mill/', 'Another title', { language: 'en', note: 'found by chance' }));
    expect(second).toMatchObject({ status: 'CHANGED', key: 'mill' });
    const { source: mill } = await server.data('{ source(key: "mill") { title url language note } }');
    expect(mill).toEqual({ title: 'The mill', url: 'https://paper.example/mill', language: 'en', note: 'found by chance' });
    const [third] = await write(source('https://paper.example./mill', 'Another title', { note: 'otherwise', visibility: 'RESTRICTED' }));
    expect(third).toMatchObject({ status: 'UNCHANGED' });
    // Its own name changes it, as before.
    expect((await write({ source: { key: 'mill', title: 'The old mill' } }))[0]).toMatchObject({ status: 'CHANGED' });
    expect((await write(source('https://paper.example/mill', 'The mill')))[0]).toMatchObject({ status: 'CHANGED' });
  });

  it('what is the same page only without its parameters replaces no title and no text: refused, with the record named', async () => {
    await write(source('https://paper.example/bridge', 'The bridge', { key: 'bridge', text: 'The bridge has fallen.' }));
    const refusedAt = async (url: string, more: object = {}) => {
      const [refused] = await write(source(url, 'Another title', more));
      expect(refused).toMatchObject({ status: 'REFUSED' });
      expect(refused!.problems).toMatchObject([{ code: 'DUPLICATE', path: ['items', 0, 'source', 'url'] }]);
      const { message, hint } = refused!.problems[0]!;
      expect(message).toMatch(/the source bridge, under another title; .* \((amp|outputType|utm_source)\) \(it is "The bridge", https/);
      expect(hint).toMatch(/source: "bridge".*its title, "The bridge"/);
    };
    await refusedAt('https://paper.example/bridge?amp=1');
    await refusedAt('https://paper.example/bridge?outputType=amp');
    await refusedAt('https://paper.example/bridge?utm_source=feed', { key: 'bridge-2' });
    const tracked = 'https://paper.example/bridge?utm_source=feed';
    // A name that was made for tracking says nothing anywhere.
    expect((await write(source(tracked, 'Another title')))[0]).toMatchObject({ status: 'UNCHANGED', key: 'bridge' });
    expect((await write(source('https://paper.example/bridge?amp=1', 'The bridge')))[0]).toMatchObject({
      status: 'UNCHANGED',
      key: 'bridge',
    });
    const [text] = await write(
      source('https://archive.ph/2021/https://paper.example/bridge', 'The bridge', { text: 'The bridge stands.' }),
    );
    expect(text!.problems).toMatchObject([{ code: 'DUPLICATE' }]);
    expect(text!.problems[0]!.message).toContain('the source bridge, with another text');
    expect(await found(tracked)).toMatchObject([{ title: 'The bridge' }]);
  });

  it('a form of a page for telephones, or its AMP form, replaces no title either', async () => {
    for (const [key, url, form] of [
      ['amplifiers', 'https://music.example/guitars', 'https://music.example/guitars/amp'],
      ['story', 'https://music.example/story.html', 'https://music.example/story.amp.html'],
      ['bulbs', 'https://energy.example/bulbs', 'https://amp.energy.example/bulbs'],
      ['phones', 'https://energy.example/phones', 'https://m.energy.example/phones/'],
      ['touch', 'https://touch.energy.example/screens?utm_source=x', 'https://mobile.energy.example/screens'],
    ] as const) {
      await write(source(url, 'One page', { key }));
      for (const more of [{}, { key: `${key}-2` }]) {
        const [refused] = await write(source(form, 'Another page', more));
        expect(refused!.problems, form).toMatchObject([{ code: 'DUPLICATE', path: ['items', 0, 'source', 'url'] }]);
        expect(refused!.problems[0]!.message).toMatch(
          /the source \w+, under another title; one of the two addresses looks like the mobile/,
        );
      }
      expect((await write(source(form, 'One page')))[0], form).toMatchObject({ status: 'UNCHANGED', key });
    }
    // A site whose addresses are known is no guess.
    await write(source('https://www.youtube.com/watch?v=Qw3rTyUiOp7', 'A video', { key: 'a-video' }));
    const [mobile] = await write(source('https://m.youtube.com/watch?v=Qw3rTyUiOp7', 'A video - YouTube'));
    expect(mobile).toMatchObject({ status: 'UNCHANGED', key: 'a-video' });
  });

  it('is no other name of a page that readers do not see, or that it comes from', async () => {
    await write(source('https://paper.example/secret', 'Secret', { key: 'secret', visibility: 'RESTRICTED' }));
    const [shown] = await write(source('https://paper.example/secret/', 'Secret', { key: 'secret-2' }));
    expect(shown!.problems).toMatchObject([{ code: 'DUPLICATE' }]);
    await write(source('https://paper.example/first', 'First', { key: 'first' }));
    const [translated] = await write(
      source('https://paper-example.translate.goog/first', 'First', {
        key: 'first-de',
        derivations: [{ kind: 'TRANSLATES', source: 'first' }],
      }),
    );
    expect(translated!.problems).toMatchObject([{ code: 'DUPLICATE' }]);
  });

  it('an editor can part two names of one page again', async () => {
    await write(source('https://paper.example/twin', 'Twin', { key: 'twin' }));
    await write(source('https://paper.example/twin#2', 'Twin', { key: 'twin-2' }));
    expect((await server.data('{ source(key: "twin-2") { key } }')).source).toEqual({ key: 'twin' });
    const [parted] = await write({ unmerge: { kind: 'Source', reference: 'twin-2', reason: 'they are two' } });
    expect(parted).toMatchObject({ status: 'UNMERGED' });
    expect((await server.data('{ source(key: "twin-2") { key } }')).source).toEqual({ key: 'twin-2' });
    expect((await write(source('https://paper.example/twin#2', 'Twin', { key: 'twin-2', note: 'changed' })))[0]).toMatchObject({
      status: 'CHANGED',
    });
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('the same page under two keys in one file is one source, cited twice', async () => {
    const rows = ['well', 'bridge'].map((key) => [
      { source: { key: `review:${key}`, kind: 'REVIEW', title: 'Two rumours', url: 'https://check.example/two' } },
      { claim: { key: `c:${key}`, texts: en(key), citations: [{ key: `cit:${key}`, source: `review:${key}`, stance: 'REFUTES' }] } },
    ]);
    const lines = rows.flat().map((item) => JSON.stringify(item));
    const report = await importText(under.store, 'jsonl', lines.join('\n'));
    // The second key is kept, as another name of the source.
    expect(report).toMatchObject({ created: 6, refused: 0, refusals: [] });
    expect(await importText(under.store, 'jsonl', lines.join('\n'))).toMatchObject({ created: 0, changed: 0, refused: 0 });
    const later = { citation: { key: 'cit:later', claim: 'c:well', source: 'review:bridge', stance: 'MENTIONS' } };
    expect(await importText(under.store, 'jsonl', JSON.stringify(later))).toMatchObject({ created: 1, refused: 0 });
    const { citation } = await server.data('{ citation(key: "cit:later") { source { key } } }');
    expect(citation.source.key).toBe('review:well');
    const { sources, claims } = await server.data(
      '{ sources(where: { canonicalUrl: { eq: "https://check.example/two" } }) { totalCount } claims(where: { citations: { some: { source: { key: { eq: "review:well" } } } } }, orderBy: { field: DEFAULT_TEXT }) { nodes { key } } }',
    );
    expect(sources.totalCount).toBe(1);
    expect(claims.nodes).toEqual([{ key: 'c:bridge' }, { key: 'c:well' }]);
  });
});

it('a file from before two sources were known to be of one page is opened, and the older one is found', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'graph.db');
  let store = openSqliteStore(file);
  for (const number of [1, 2])
    await store.write({ items: [source(`https://video.example/${number}`, `Video ${number}`, { key: `video-${number}` })] });
  await store.close();
  const database = new Database(file);
  const video = (number: number, url: string) =>
    database.prepare('UPDATE "version" SET "document" = replace("document", ?, ?)').run(`https://video.example/${number}`, url);
  video(1, 'https://youtu.be/Qw3rTyUiOp1');
  video(2, 'https://www.youtube.com/watch?v=Qw3rTyUiOp1');
  database.exec('UPDATE "model" SET "version" = "version" - 1');
  database.close();
  store = openSqliteStore(file);
  const write = async (item: object) => (await store.write({ items: [item] })).results[0];
  expect(await write(source('https://www.youtube.com/shorts/Qw3rTyUiOp1', 'Video'))).toMatchObject({ status: 'UNCHANGED', key: 'video-1' });
  // Its own address is its own, and by its key it can still be changed.
  expect(await write(source('https://www.youtube.com/watch?v=Qw3rTyUiOp1', 'Video 2'))).toMatchObject({
    status: 'UNCHANGED',
    key: 'video-2',
  });
  expect(await write({ source: { key: 'video-2', url: 'https://www.youtube.com/watch?v=Qw3rTyUiOp1', note: 'n' } })).toMatchObject({
    status: 'CHANGED',
  });
  expect(await write({ merge: { kind: 'Source', reference: 'video-2', into: 'video-1', reason: 'one video' } })).toMatchObject({
    status: 'MERGED',
  });
  expect(await store.check(() => undefined)).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
});
