/** Which page an address is: each row is of addresses of one page; pages that only look alike stay apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, canonicalUrl, cleanUrl, copiedPage } from '../../src/model/values/urls.js';

const clean = (url: string): string => {
  const cleaned = cleanUrl(url, 2_000);
  if (!cleaned.ok) throw new Error(`${url}: ${cleaned.refusal.message}`);
  return cleaned.value;
};
const page = (url: string): string => canonicalUrl(clean(url));

/** Found again by `CLAIMGRAPH_TEST_SEED=…`; fast-check names the seed of a failure. */
const SEED = process.env['CLAIMGRAPH_TEST_SEED'];
const RUNS = { numRuns: 500, ...(SEED === undefined ? {} : { seed: Number(SEED) }) };

describe('addresses of one page', () => {
  it.each<[string, string[]]>([
    [
      'https://paper.example/a',
      ['https://paper.example./a', 'https://www.paper.example./a', 'http://WWW.paper.example.:80/a', 'https://m.paper.example./a/'],
    ],
    [
      'https://youtube.com/watch?v=Qw3rTyUiOp1',
      [
        'https://youtu.be/Qw3rTyUiOp1',
        'https://youtu.be/Qw3rTyUiOp1?t=30',
        'https://www.youtube.com/watch?v=Qw3rTyUiOp1&t=5s',
        'https://www.youtube.com/shorts/Qw3rTyUiOp1',
        'https://m.youtube.com/watch?app=desktop&v=Qw3rTyUiOp1',
        'https://www.youtube-nocookie.com/embed/Qw3rTyUiOp1?rel=0',
        'https://youtube.com/live/Qw3rTyUiOp1?si=abc',
        'https://www.youtube.com./v/Qw3rTyUiOp1',
      ],
    ],
    ['https://vimeo.com/76979871', ['https://player.vimeo.com/video/76979871?h=8272103f6e', 'https://vimeo.com/76979871/']],
    ['https://dailymotion.com/video/x7tgad0', ['https://dai.ly/x7tgad0', 'https://www.dailymotion.com/embed/video/x7tgad0']],
    [
      'https://twitter.com/i/status/19',
      [
        'https://x.com/u/status/19',
        'https://twitter.com/u/status/19?s=20',
        'https://mobile.twitter.com/U/status/19/photo/1',
        'https://x.com/i/web/status/19',
      ],
    ],
    ['https://twitter.com/u', ['https://x.com/u', 'https://mobile.x.com/u?s=09']],
    [
      'https://paper.example/s',
      [
        'https://paper.example/s/amp/',
        'https://paper.example/s.amp',
        'https://paper.example/s?amp',
        'https://paper.example/s?amp=1',
        'https://paper.example/s?outputType=amp',
        'https://amp.paper.example/s',
        'https://www.google.com/amp/s/paper.example/s',
        'https://www.google.co.uk/amp/s/www.paper.example/s/amp/?usqp=mq331AQFKAGwASA%3D',
        'https://paper-example.cdn.ampproject.org/c/s/paper.example/s?amp_js_v=0.1',
        'https://www.google.com/url?sa=t&url=https%3A%2F%2Fpaper.example%2Fs&usg=x',
        'https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fs%3Ffbclid%3Dx&h=y',
      ],
    ],
    [
      'https://l.example?t=%E4%EE',
      ['https://l.example/?t=%E4%EE', 'https://l.example/?t=%e4%ee&utm_source=x', 'https://l.example?fbclid=1&t=%e4%EE'],
    ],
    ['https://l.example/s?a=%FC&q=%E4', ['https://l.example/s?q=%e4&a=%fc', 'https://l.example/s?utm_medium=m&q=%e4&a=%fc&gclid=%e4']],
    [
      'https://paper.example/weir',
      [
        'https://web.archive.org/web/20210111000000/https://paper.example/weir',
        'http://web.archive.org/web/20210111000000id_/http://www.paper.example:80/weir',
        'https://web.archive.org/web/2021/http:/paper.example/weir',
        'https://archive.ph/2021/https://paper.example/weir',
        'https://archive.today/20210111093000/http://paper.example/weir#selection-1',
        'https://archive.is/newest/https%3A%2F%2Fpaper.example%2Fweir',
        'https://arquivo.pt/wayback/20210111000000/https://paper.example/weir',
        'https://webarchive.nationalarchives.gov.uk/ukgwa/20210111000000/https://paper.example/weir',
        'https://megalodon.jp/2021-0111-1234-00/https://paper.example:443/weir',
        'https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://paper.example/weir+old+mill&hl=en',
        'https://translate.google.com/translate?sl=de&tl=en&u=https://paper.example/weir',
        'https://translate.google.de/translate?hl=de&u=http%3A%2F%2Fpaper.example%2Fweir',
        'https://paper-example.translate.goog/weir?_x_tr_sl=de&_x_tr_tl=en&_x_tr_hl=en',
        'https://translate.yandex.com/translate?url=paper.example%2Fweir&lang=en-de',
        'https://web.archive.org/web/2021/https://paper-example.translate.goog/weir?_x_tr_tl=en',
      ],
    ],
    ['https://my-paper.example/a?id=2', ['https://my--paper-example.translate.goog/a?id=2&_x_tr_sl=auto']],
  ])('%s', (canonical, addresses) => {
    expect(addresses.map(page)).toEqual(addresses.map(() => canonical));
    expect(page(canonical)).toBe(canonical);
  });
});

describe('other pages', () => {
  it.each([
    ['https://shop.example/guitar?amp=fender', 'https://shop.example/guitar?amp=marshall'],
    ['https://stat.example/t?cmp=DE', 'https://stat.example/t?cmp=FR'],
    ['https://dl.example/r?outputType=pdf', 'https://dl.example/r?outputType=csv'],
    ['https://firm.example/list?cmpid=12', 'https://firm.example/list?cmpid=13'],
    ['https://lab.example/run?s_cid=1', 'https://lab.example/run?s_cid=2'],
    ['https://words.example/wiki/amp', 'https://words.example/wiki'],
    ['https://shop.example/amp', 'https://shop.example'],
    ['https://www.youtube.com/watch?v=Qw3rTyUiOp1', 'https://www.youtube.com/watch?v=Qw3rTyUiOp2'],
    ['https://www.youtube.com/embed/videoseries?list=PL1', 'https://www.youtube.com/embed/videoseries?list=PL2'],
    ['https://video.example/watch?v=Qw3rTyUiOp1', 'https://www.youtube.com/watch?v=Qw3rTyUiOp1'],
    ['https://example.org/watch?t=5', 'https://example.org/watch?t=6'],
    ['https://x.com/u/status/19', 'https://x.com/u/status/20'],
    ['https://l.example/?t=%E4', 'https://l.example/?t=%EE'],
    ['https://l.example/?t=%E4', 'https://l.example/?t=%C3%A4'],
    ['https://archive.ph/AbCdE', 'https://archive.ph/AbCdF'],
    ['https://web.archive.org/web/*/https://paper.example/weir', 'https://paper.example/weir'],
    ['https://archive.example/web/2021/https://paper.example/weir', 'https://paper.example/weir'],
    ['https://paper.example/share?u=https://other.example/a', 'https://other.example/a'],
  ])('%s is not %s', (one, other) => expect(page(one)).not.toBe(page(other)));

  it('a host has no empty labels', () => {
    for (const url of ['https://./a', 'https://a..b/', 'https://paper.example../a']) expect(cleanUrl(url, 2_000).ok, url).toBe(false);
  });
});

describe('copies', () => {
  it('say when they were made, where their address does', () => {
    const of = (url: string) => copiedPage(clean(url));
    expect(of('https://web.archive.org/web/20210111093000/https://paper.example/a')).toEqual({
      address: 'https://paper.example/a',
      isCopy: true,
      capturedAt: '2021-01-11T09:30:00Z',
    });
    expect(of('https://archive.ph/2021/https://paper.example/a')?.capturedAt).toBe('2021');
    expect(of('https://web.archive.org/web/20219911/https://paper.example/a')?.capturedAt).toBeUndefined();
    expect(of('https://paper-example.translate.goog/a')).toMatchObject({ address: 'https://paper.example/a' });
    expect(of('https://www.google.com/amp/s/paper.example/s')).toBeUndefined();
    expect(of('https://archive.ph/AbCdE')).toBeUndefined();
  });

  it('are addresses of their own, each in one spelling', () => {
    const copy = (url: string) => addressOf(clean(url));
    expect(copy('http://archive.is/AbCdE')).toBe(copy('https://www.archive.today/AbCdE/'));
    expect(copy('https://web.archive.org/web/2021/https://paper.example/a')).not.toBe(
      copy('https://web.archive.org/web/2022/https://paper.example/a'),
    );
  });
});

/** Addresses with what is awkward in them: escapes of either encoding and case, trackers, doors, copies within copies. */
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const escaped = fc.oneof(word, fc.constantFrom('%e4', '%E4', '%c3%a9', '%C3%A9', 'é', '%2F', '%20', 'a+b', '%41', '%', '%zz', ''));
const parameter = fc.oneof(
  fc
    .tuple(fc.oneof(word, fc.constantFrom('amp', 'cmp', 'id', 'v', 'utm_source', 'fbclid', 'outputType', 'q', 'u', 'url')), escaped)
    .map(([name, value]) => `${name}=${value}`),
  word,
);
const host = fc.constantFrom(
  'paper.example',
  'www.paper.example',
  'm.paper.example',
  'paper.example.',
  'PAPER.example:443',
  'amp.paper.co.uk',
  'youtu.be',
  'www.youtube.com',
  'x.com',
  'mobile.twitter.com',
  'www.google.com',
  'reddit.com',
  'redd.it',
);
const plain = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host,
    steps: fc.array(
      fc.oneof(escaped, fc.constantFrom('amp', 'watch', 'status', '19', 'wiki', 'Qw3rTyUiOp1', '..', '.', 'story.amp', 'comments', 'r')),
      { maxLength: 4 },
    ),
    search: fc.array(parameter, { maxLength: 4 }),
    fragment: fc.constantFrom('', '#top', '#!/route/%e4', '#/x', '#:~:text=a'),
  })
  .map(
    ({ scheme, host: at, steps, search, fragment }) =>
      `${scheme}://${at}/${steps.join('/')}${search.length > 0 ? `?${search.join('&')}` : ''}${fragment}`,
  );
const wrapped = fc.tuple(
  plain,
  fc.array(
    fc.constantFrom(
      (url: string) => `https://web.archive.org/web/20210111000000/${url}`,
      (url: string) => `https://archive.ph/2021/${url}`,
      (url: string) => `https://translate.google.com/translate?tl=en&u=${encodeURIComponent(url)}`,
      (url: string) => `https://www.google.com/url?q=${encodeURIComponent(url)}`,
    ),
    { maxLength: 2 },
  ),
);

describe('for any address', () => {
  it('the canonical one is its own canonical one', () => {
    fc.assert(
      fc.property(wrapped, ([url, around]) => {
        const canonical = page(around.reduce((inner, wrap) => wrap(inner), url));
        expect(page(canonical)).toBe(canonical);
        expect(addressOf(addressOf(clean(url)))).toBe(addressOf(clean(url)));
      }),
      RUNS,
    );
  });

  it('a copy, a translation and a link to it are its page', () => {
    fc.assert(
      fc.property(wrapped, ([url, around]) => {
        // What stands behind # is not sent to an archive, and steps back are taken before anything is sent.
        const sent = new URL(url.replace(/#.*$/, '')).href;
        expect(page(around.reduce((inner, wrap) => wrap(inner), sent))).toBe(page(sent));
      }),
      RUNS,
    );
  });

  it('spellings of it are one page: scheme, www, dot, order, trackers, case of escapes', () => {
    const letters = fc.record({
      steps: fc.array(word, { minLength: 1, maxLength: 3 }),
      search: fc.uniqueArray(fc.tuple(word, fc.constantFrom('1', '%e4', '%c3%a9', 'x%2Fy')), { maxLength: 3, selector: ([name]) => name }),
      trackers: fc.subarray(['utm_source=x', 'fbclid=y', 'gclid=%e4', 'xtor=RSS-1']),
      start: fc.constantFrom(
        'http://paper.example',
        'https://www.paper.example',
        'https://paper.example.',
        'https://www.paper.example.',
        'HTTPS://Paper.Example:443',
        'https://m.paper.example',
      ),
      upper: fc.boolean(),
    });
    fc.assert(
      fc.property(letters, ({ steps, search, trackers, start, upper }) => {
        const path = steps.filter((step) => step !== 'amp').join('/');
        const own = search.map(([name, value]) => `${name}=${value}`);
        const query = (parts: readonly string[]) => (parts.length > 0 ? `?${parts.join('&')}` : '');
        const escapes = (text: string) => (upper ? text.replace(/%[\da-f]{2}/gi, (each) => each.toUpperCase()) : text);
        const other = `${start}/${path}/${query([...trackers, ...own.toReversed().map(escapes)])}#part`;
        expect(page(other)).toBe(page(`https://paper.example/${path}${query(own)}`));
      }),
      RUNS,
    );
  });
});
