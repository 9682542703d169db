import { describe, expect, it } from 'vitest';
import { boundsOf, cleanDate, dateBounds, EARLIEST, LATEST } from '../../src/model/values/dates.js';
import { cleanLanguage, matchesLanguage, pickByLanguage } from '../../src/model/values/languages.js';
import { anchorPassage, standsInText } from '../../src/model/values/passages.js';
import { cleanDecimal, cleanDigest, cleanIdentifier } from '../../src/model/values/scalars.js';
import { cleanKey, cleanText, codePointLength, compareCodePoints, fold } from '../../src/model/values/text.js';
import { canonicalUrl, cleanUrl } from '../../src/model/values/urls.js';

const value = <T>(cleaned: { ok: true; value: T } | { ok: false; refusal: { code: string } }) =>
  cleaned.ok ? cleaned.value : cleaned.refusal.code;

describe('dates', () => {
  const iso = (text: string) => {
    const { lower, upper } = boundsOf(text);
    return [lower, upper].map((each) => (each === EARLIEST ? 'open' : each === LATEST ? 'open' : new Date(each).toISOString()));
  };

  it.each([
    ['2021', '2021-01-01T00:00:00.000Z', '2021-12-31T23:59:59.999Z'],
    ['2021-01', '2021-01-01T00:00:00.000Z', '2021-01-31T23:59:59.999Z'],
    ['2021-01-09~', '2021-01-09T00:00:00.000Z', '2021-01-09T23:59:59.999Z'],
    ['2021-01-09T18:07-08:00', '2021-01-10T02:07:00.000Z', '2021-01-10T02:07:59.999Z'],
    ['2021-01-11T09:00:30', '2021-01-11T09:00:30.000Z', '2021-01-11T09:00:30.999Z'],
    ['2021-01-11T09:00', '2021-01-11T09:00:00.000Z', '2021-01-11T09:00:59.999Z'],
    ['../2021', 'open', '2021-12-31T23:59:59.999Z'],
    ['2021-01/..', '2021-01-01T00:00:00.000Z', 'open'],
    ['2004-06?/2004-08', '2004-06-01T00:00:00.000Z', '2004-08-31T23:59:59.999Z'],
    ['201X', '2010-01-01T00:00:00.000Z', '2019-12-31T23:59:59.999Z'],
    ['2021-XX', '2021-01-01T00:00:00.000Z', '2021-12-31T23:59:59.999Z'],
    ['-0044', '-000044-01-01T00:00:00.000Z', '-000044-12-31T23:59:59.999Z'],
  ])('%s lies from %s to %s', (text, lower, upper) => expect(iso(text)).toEqual([lower, upper]));

  it('does not depend on the zone of the machine', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    expect(iso('2021-03-14T02:30')).toEqual(['2021-03-14T02:30:00.000Z', '2021-03-14T02:30:59.999Z']);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('keeps the text as it was given', () => expect(value(cleanDate(' 2021-01-09~ '))).toBe('2021-01-09~'));

  it.each([
    '2021-02-30',
    '2021-13',
    '156u',
    '199',
    '2021-1-9',
    '20XX-12',
    '[2020,2021]',
    '2020-02-01/2019-01-01',
    'Y-170000002',
    '',
    'today',
    '2021-01-09T25:00Z',
    '1'.repeat(100),
  ])('refuses %s', (text) => expect(value(dateBounds(text))).toBe('BAD_DATE'));
});

describe('languages', () => {
  it.each([
    ['FR', 'fr'],
    ['en-gb', 'en-GB'],
    ['zh-hant', 'zh-Hant'],
    ['iw', 'he'],
    ['und', 'und'],
    ['mul', 'mul'],
  ])('spells %s as %s', (given, canonical) => expect(value(cleanLanguage(given))).toBe(canonical));
  it.each(['xx-', 'xqz', 'french language', '', 'e', 'en_GB', '*'])('refuses %s', (given) =>
    expect(value(cleanLanguage(given))).toBe('BAD_LANGUAGE'),
  );

  it('takes varieties in', () => {
    expect(matchesLanguage('fr-CA', 'fr')).toBe(true);
    expect(matchesLanguage('fr', 'fr-CA')).toBe(false);
    expect(matchesLanguage('frr', 'fr')).toBe(false);
  });

  it('picks what the reader wants most, in either direction, else the first', () => {
    const items = [{ language: 'de' }, { language: 'fr-CA' }, { language: 'en' }];
    const pick = (...wanted: string[]) => pickByLanguage(items, wanted)?.language;
    expect([pick(), pick('fr'), pick('en-GB'), pick('ja', 'en'), pick('ja')]).toEqual(['de', 'fr-CA', 'en', 'en', 'de']);
  });
});

describe('URLs', () => {
  const one = (url: string) => canonicalUrl(value(cleanUrl(url, 2_000)));

  it.each([
    'http://example.org/a',
    'https://www.example.org/a/',
    'https://m.example.org/a#top',
    'https://example.org/a?utm_source=x&utm_medium=y',
    'https://EXAMPLE.org:443/a?fbclid=1',
    'https://mobile.example.org/a?gclid=2',
    'https://example.org/./b/../a',
    'https://example.org/%61',
    'https://amp.example.org/a?xtor=RSS-1',
  ])('%s is one page', (url) => expect(one(url)).toBe('https://example.org/a'));

  it('keeps what says which page it is', () => {
    expect(one('https://example.org/a?id=2&b=1')).toBe('https://example.org/a?b=1&id=2');
    expect(one('https://example.org/A')).not.toBe(one('https://example.org/a'));
    expect(one('https://en.m.wikipedia.org/wiki/Parler')).toBe('https://en.wikipedia.org/wiki/Parler');
    expect(one('https://m.com/a')).toBe('https://m.com/a');
    expect(one('https://example.org/#!/one')).not.toBe(one('https://example.org/#!/two'));
    expect(one('https://example.org/?q=%E9')).not.toBe(one('https://example.org/?q=%E8'));
    expect(one('https://example.org/search?s=parler')).toBe('https://example.org/search?s=parler');
    expect(one('https://mobile.twitter.com/Elsa_Trujillo_?s=09')).toBe('https://twitter.com/Elsa_Trujillo_');
    expect(one('https://example.org/a%2Fb')).not.toBe(one('https://example.org/a/b'));
    expect(one('https://example.org/é')).toBe(one('https://example.org/%C3%A9'));
  });

  it.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'example.org',
    '/a',
    'https://',
    'https://u:p@example.org',
    'https://exa mple.org',
    'mailto:a@b.c',
    'data:text/plain,x',
    '',
  ])('refuses %s', (url) => expect(value(cleanUrl(url, 2_000))).toBe('BAD_URL'));
});

describe('texts', () => {
  it.each([
    ['Éléonore', 'eleonore'],
    ['ŒUVRE', 'oeuvre'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['  a \n b ', 'a b'],
    ['ﬁne', 'fine'],
    ['İstanbul', 'istanbul'],
    ['Ærø', 'aero'],
    ['漢字', '漢字'],
    ['Ё', 'е'],
  ])('folds %s to %s', (given, folded) => expect(fold(given)).toBe(folded));
  it('folds what is folded to itself', () => {
    for (const text of ['Éléonore', 'İ', 'ǅ', 'ﷺ', '½', '🚀', 'ß', 'Å', 'a\u0301']) expect(fold(fold(text))).toBe(fold(text));
  });
  it('counts code points', () => expect([codePointLength('a🚀b'), codePointLength('é'), codePointLength('')]).toEqual([3, 1, 0]));
  it('sorts by code point, as the store does', () => {
    const texts = ['z', '🚀', '\uFFFD', 'a', '', 'ab'];
    expect(texts.toSorted(compareCodePoints)).toEqual(texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });
  it('keeps text in one form (NFC)', () => expect(value(cleanText(' e\u0301 ', 10))).toBe('é'));
  it.each(['wikidata:Q7239', 'bfm-2021', 'clé', 'a/b?c=d', '漢字'])('takes the key %s', (key) =>
    expect(value(cleanKey(key, 300))).toBe(key),
  );
  it.each(['a b', '-a', '', '"', '018f0000-0000-7000-8000-000000000000'])('refuses the key %s', (key) =>
    expect(['BAD_KEY', 'BAD_TEXT']).toContain(value(cleanKey(key, 300))),
  );
});

describe('numbers, digests, identifiers', () => {
  it.each([
    ['+007.50', '7.5'],
    ['-0.0', '0'],
    ['9007199254740993', '9007199254740993'],
    ['.5', '0.5'],
    ['-12.', '-12'],
    ['0', '0'],
  ])('%s is %s', (given, plain) => expect(value(cleanDecimal(given))).toBe(plain));
  it.each(['1e5', '', '.', '1,5', 'NaN', '0x10', '--1'])('refuses the number %s', (given) =>
    expect(value(cleanDecimal(given))).toBe('BAD_NUMBER'),
  );
  it('takes a digest in its usual spellings', () => expect(value(cleanDigest(`sha256:${'A'.repeat(64)}`))).toBe('a'.repeat(64)));
  it('checks an identifier against its scheme', () => {
    expect(value(cleanIdentifier('Wikidata', 'Q7239'))).toEqual({ scheme: 'wikidata', value: 'Q7239' });
    expect(value(cleanIdentifier('orcid', '0000-0002-1825-0097'))).toMatchObject({ scheme: 'orcid' });
    expect(value(cleanIdentifier('wikidata', '7239'))).toBe('BAD_IDENTIFIER');
    expect(value(cleanIdentifier('anything', 'goes'))).toEqual({ scheme: 'anything', value: 'goes' });
  });
});

describe('passages', () => {
  const text = '🚀 one two one two three';
  it('counts code points', () => expect(value(anchorPassage(text, { exact: 'three' }))).toMatchObject({ start: 18, end: 23 }));
  it('tells one of several by start, prefix or suffix', () => {
    expect(value(anchorPassage(text, { exact: 'two', start: 14 }))).toMatchObject({ start: 14, end: 17 });
    expect(value(anchorPassage(text, { exact: 'two', suffix: ' three' }))).toMatchObject({ start: 14 });
    expect(value(anchorPassage(text, { exact: 'one', prefix: '🚀 ' }))).toMatchObject({ start: 2 });
    expect(value(anchorPassage(text, { exact: 'two', end: 9 }))).toMatchObject({ start: 6 });
    expect(value(anchorPassage(text, { exact: 'two' }))).toBe('QUOTE_AMBIGUOUS');
  });
  it('refuses what is not there', () => {
    expect(value(anchorPassage(text, { exact: 'four' }))).toBe('QUOTE_NOT_FOUND');
    expect(value(anchorPassage(text, { exact: 'three', start: 17 }))).toBe('QUOTE_NOT_FOUND');
    expect(value(anchorPassage(text, { exact: 'three', prefix: 'x' }))).toBe('QUOTE_NOT_FOUND');
    expect(value(anchorPassage(text, { start: 3, end: 99 }))).toBe('QUOTE_NOT_FOUND');
  });
  it('takes a position alone', () => expect(value(anchorPassage(text, { start: 2, end: 5 }))).toMatchObject({ start: 2, end: 5 }));
  it('does not look for a quote elsewhere', () => {
    expect(standsInText('xx three', { exact: 'three', start: 3, end: 8 })).toBe(true);
    expect(standsInText('three', { exact: 'three', start: 3, end: 8 })).toBe(false);
  });
  it('is quick on a text full of the quote', () =>
    expect(value(anchorPassage('a'.repeat(1_000_000), { exact: 'a' }))).toBe('QUOTE_AMBIGUOUS'));
});
