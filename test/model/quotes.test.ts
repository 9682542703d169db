/** Where a quote stands: to the letter, canonically equal, as the eye reads it; and what a refusal says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorPassage, standsInText, type AnchoredPassage, type PassageSelector } from '../../src/model/values/passages.js';
import { codePointLength } from '../../src/model/values/text.js';

/** Found again by `CLAIMGRAPH_TEST_SEED=…`; fast-check names the seed of a failure. */
const SEED = process.env['CLAIMGRAPH_TEST_SEED'];
const RUNS = { numRuns: 400, ...(SEED === undefined ? {} : { seed: Number(SEED) }) };

const found = (text: string, selector: PassageSelector, quoteFirst = false): AnchoredPassage => {
  const anchored = anchorPassage(text, selector, { quoteFirst });
  if (!anchored.ok) throw new Error(`${anchored.refusal.code} ${anchored.refusal.message}; ${anchored.refusal.hint}`);
  return anchored.value;
};
const refused = (text: string, selector: PassageSelector) => {
  const anchored = anchorPassage(text, selector);
  if (anchored.ok) throw new Error('it was found');
  return anchored.refusal;
};

describe('a quote', () => {
  const TEXT = 'Le cafe\u0301 est ferme\u0301. The old\u00a0mill is shut. The of\ufb01ce of the compu\u00adter firm.';
  it.each<[string, string, string, string, string]>([
    ['composed where the text is not', TEXT, 'caf\u00e9 est', 'cafe\u0301 est', 'CANONICAL'],
    ['decomposed where the text is composed', 'un caf\u00e9 noir', 'cafe\u0301 noir', 'caf\u00e9 noir', 'CANONICAL'],
    ['of Hangul in another form', '\uD55C\uAE00 문서', '\u1112\u1161\u11AB\u1100\u1173\u11AF', '\uD55C\uAE00', 'CANONICAL'],
    ['with marks in another order', 'a\u0323\u0307b', '\u1EA1\u0307b', 'a\u0323\u0307b', 'CANONICAL'],
    ['of Kelvin and Ångström', '5 \u212A, 3 \u212B', '5 K, 3 \u00C5', '5 \u212A, 3 \u212B', 'CANONICAL'],
    ['with a plain space', TEXT, 'old mill', 'old\u00a0mill', 'FOLDED'],
    ['with a line end', 'the old\r\n  mill', 'old mill', 'old\r\n  mill', 'FOLDED'],
    ['without ligature and soft hyphen', TEXT, 'office of the computer', 'of\ufb01ce of the compu\u00adter', 'FOLDED'],
    [
      'with straight quotation marks',
      'He said \u201CIt\u2019s over\u201D \u2013 twice.',
      '"It\'s over" - twice',
      '\u201CIt\u2019s over\u201D \u2013 twice',
      'FOLDED',
    ],
    ['without marks of direction', 'x \u200Fשלום\u200E y', 'x שלום y', 'x \u200Fשלום\u200E y', 'FOLDED'],
    ['without a joiner', 'می\u200Cخواهم رفت', 'میخواهم', 'می\u200Cخواهم', 'FOLDED'],
    ['with three full stops', 'and so on\u2026 he said', 'so on... he', 'so on\u2026 he', 'FOLDED'],
    ['with a joiner of its own', 'the computer', 'compu\u00adter', 'computer', 'FOLDED'],
    ['with spaces around it', 'the mill', ' mill\n', 'mill', 'FOLDED'],
    ['as it stands', TEXT, 'is shut', 'is shut', 'EXACT'],
  ])('%s', (_name, text, quote, exact, match) => {
    const passage = found(text, { exact: quote });
    expect(passage).toMatchObject({ exact, match });
    expect(passage.end - passage.start).toBe(codePointLength(exact));
    expect(standsInText(text, passage)).toBe(true);
  });

  it.each([
    ['un cafe\u0301 noir', 'cafe'],
    ['un cafe\u0301 noir', '\u0301 noir'],
    ['a\u0323\u0307b', 'a\u0323'],
    ['\u{1F468}\u200D\u{1F469}\u200D\u{1F467} here', '\u{1F468}'],
    ['thumbs \u{1F44D}\u{1F3FD} up', '\u{1F44D}'],
    ['\u0915\u093F here', '\u0915'],
    ['flags \u{1F1EB}\u{1F1F7}', '\u{1F1EB}'],
    ['\u1112\u1161\u11AB here', '\u1112\u1161'],
  ])('in %j is no part of a character: %j', (text, quote) => {
    expect(refused(text, { exact: quote }).code).toBe('QUOTE_NOT_FOUND');
    expect(refused(text, { exact: quote, start: codePointLength(text.slice(0, text.indexOf(quote))) }).code).toBe('QUOTE_NOT_FOUND');
  });
  it('may end before what joins or parts words', () => {
    expect(found('می\u200Cخواهم رفت', { exact: 'می' })).toMatchObject({ start: 0, match: 'EXACT' });
    expect(found('the compu\u00adter', { exact: 'compu' })).toMatchObject({ start: 4, match: 'EXACT' });
    expect(found('I \u2764\uFE0F it', { exact: '\u2764' })).toMatchObject({ exact: '\u2764\uFE0F', match: 'FOLDED' });
  });
  it('stands where it is whole, also beside one that is not', () => {
    expect(found('cafe\u0301 and cafe', { exact: 'cafe' })).toMatchObject({ start: 10, match: 'EXACT' });
    expect(found('x \u{1F44D}\u{1F3FD} y', { exact: '\u{1F44D}\u{1F3FD}' })).toMatchObject({ start: 2, match: 'EXACT' });
  });
  it('that is short is told what is near only where it differs in case', () => {
    const nothing = 'quote the text verbatim; nothing in it is similar to this quote';
    expect(refused('The mill is shut.', { exact: 'mull' }).hint).toBe(nothing);
    expect(refused('The mill is shut.', { exact: 'q' }).hint).toBe(nothing);
    expect(refused('The mill is shut.', { exact: '\u00ad' }).hint).toBe(nothing);
    expect(refused('The mill is shut.', { exact: 'Mill' }).hint).toMatch(/begins at 4: "mill"/);
    expect(refused('un cafe\u0301 noir', { exact: 'cafe' }).hint).toMatch(/U\+0301/);
  });

  it('to the letter comes before one that is read alike', () => {
    expect(found('old\u00a0mill, old mill', { exact: 'old mill' })).toMatchObject({ start: 10, match: 'EXACT' });
    expect(found('old\u00a0mill, old mill', { exact: 'old mill', start: 0 })).toMatchObject({
      start: 0,
      exact: 'old\u00a0mill',
      match: 'FOLDED',
    });
    expect(refused('old\u00a0mill, old\u202Fmill', { exact: 'old mill' }).code).toBe('QUOTE_AMBIGUOUS');
  });

  it('is no part of a letter, of a ligature or of a syllable', () => {
    for (const [text, quote] of [
      ['caf\u00e9 noir', 'caf\u00adf'],
      ['caf\u00e9', 'ca\u00adfe'],
      ['of\ufb01ce', 'o\u00adff'],
      ['\uAC01 x', '\u1100\u1161'],
    ])
      expect(refused(text!, { exact: quote! }).code, quote).toBe('QUOTE_NOT_FOUND');
  });

  it('that differs to the eye is refused, with where the nearest passage begins and what differs first', () => {
    const { code, hint } = refused('🚀 He shut the old mill in May. Nobody came.', { exact: 'shut the cold mill in May' });
    expect(code).toBe('QUOTE_NOT_FOUND');
    expect(hint).toBe('the nearest passage begins at 5: "shut the old mill in May."; it has "o" (U+006F) where the quote has "c" (U+0063)');
    expect(refused('one two three', { exact: 'Two' }).hint).toContain(
      'begins at 4: "two"; it has "t" (U+0074) where the quote has "T" (U+0054)',
    );
    expect(refused('the x² of it', { exact: 'the x2 of it' }).hint).toContain('it has "²" (U+00B2) where the quote has "2" (U+0032)');
    expect(refused('it was a mistake', { exact: 'was a mistake, he said' }).hint).toContain('it has its end where the quote has ","');
    expect(refused('nothing of the kind', { exact: 'zzzzqqqq' }).hint).toContain('nothing in it is similar to this quote');
  });

  it('is told apart by its context as it is read', () => {
    const text = 'the old mill is shut; a new mill was built';
    expect(found(text, { exact: 'mill', prefix: 'old', suffix: 'is' })).toMatchObject({ start: 8, prefix: 'old ', suffix: ' is' });
    expect(found(text, { exact: 'mill', suffix: ' was\u00a0built' })).toMatchObject({ start: 28, suffix: ' was built' });
    expect(refused(text, { exact: 'mill', prefix: 'cold' }).code).toBe('QUOTE_NOT_FOUND');
  });

  it('that outranks its position stands where it stands once, and says what did not fit', () => {
    const text = '🤔🤔🤔🤔:pondering the old mill is shut';
    expect(found(text, { exact: ':pondering', start: 8 }, true)).toMatchObject({ start: 4, end: 14, unfit: ['start'] });
    expect(found(text, { exact: 'mill', prefix: 'cold ', suffix: ' is' }, true)).toMatchObject({
      start: 23,
      suffix: ' is',
      unfit: ['prefix'],
    });
    expect(found(text, { exact: 'mill', prefix: 'cold ' }, true).prefix).toBeUndefined();
    // Several places: what fits best, then the units that browsers count in.
    const twice = '🤔 mill 🤔 mill';
    expect(found(twice, { exact: 'mill', start: 11 }, true)).toMatchObject({ start: 9, unfit: ['start'] });
    expect(anchorPassage(twice, { exact: 'mill', start: 5 }, { quoteFirst: true })).toMatchObject({
      ok: false,
      refusal: { code: 'QUOTE_AMBIGUOUS' },
    });
    expect(anchorPassage(twice, { exact: 'mill' }, { quoteFirst: true })).toMatchObject({
      ok: false,
      refusal: { code: 'QUOTE_AMBIGUOUS' },
    });
  });

  it('is found by its position however often it stands before that', () =>
    expect(found('a'.repeat(100_000), { exact: 'a', start: 50_000 })).toMatchObject({ start: 50_000, match: 'EXACT' }));

  it('is looked for in a long text, in any script', () => {
    for (const word of ['the mill is shut; ', 'мельница закрыта; ', '水車小屋は閉鎖。', '🤔 e\u0301 \u05E9\u05DC\u05D5\u05DD ']) {
      const text = word.repeat(Math.ceil(1_000_000 / word.length)).slice(0, 999_000) + 'the o\ufb01ce is open';
      expect(found(text, { exact: 'the o\u200Bfi\u00adce' }).match).toBe('FOLDED');
      expect(refused(text, { exact: 'the cellar of the house is open' }).code).toBe('QUOTE_NOT_FOUND');
    }
  });
});

/** Texts of letters with and without accents, emoji, right-to-left script, invisible characters and odd spaces. */
const letter = fc.constantFrom(
  'a',
  'b',
  'e\u0301',
  '\u00e9',
  'o\u0308',
  '\uFB01',
  'fi',
  '🤔',
  '👩\u200D🔬',
  'ש',
  'ל',
  '\u05B8',
  'م',
  'ی',
  '\u200C',
  '\u00AD',
  '\u200F',
  '\uFEFF',
  '한',
  '\u1112\u1161\u11AB',
  ' ',
  '\u00a0',
  '\n',
  '\u2019',
  "'",
  '\u201C',
  '"',
  '\u2013',
  '-',
  '1',
  '²',
);
const text = fc.array(letter, { minLength: 1, maxLength: 40 }).map((letters) => letters.join(''));
/** A text, and a stretch of whole characters of it; its beginning in code points. */
const cut = fc.tuple(text, fc.nat(), fc.nat()).map(([whole, first, second]) => {
  const characters = Array.from(new Intl.Segmenter('und').segment(whole), ({ segment }) => segment);
  const [from, to] = [first % characters.length, second % characters.length].sort((a, b) => a - b) as [number, number];
  return { whole, from: codePointLength(characters.slice(0, from).join('')), exact: characters.slice(from, to + 1).join('') };
});

describe('for any text with emoji, accents and both directions', () => {
  it('what is cut out of it to the letter is found to the letter, at its position', () => {
    fc.assert(
      fc.property(cut, ({ whole, from, exact }) => {
        const passage = found(whole, { exact, start: from });
        expect(passage).toMatchObject({ exact, start: from, end: from + codePointLength(exact), match: 'EXACT' });
        expect(standsInText(whole, passage)).toBe(true);
      }),
      RUNS,
    );
  });

  it.each(['NFC', 'NFD'] as const)('a whole text in %s is canonically equal to it, or the same', (form) => {
    fc.assert(
      fc.property(text, (whole) => {
        const passage = found(`[${whole}]`, { exact: `[${whole.normalize(form)}]` });
        expect(passage).toMatchObject({ exact: `[${whole}]`, start: 0, match: whole.normalize(form) === whole ? 'EXACT' : 'CANONICAL' });
        expect(standsInText(`[${whole}]`, passage)).toBe(true);
      }),
      RUNS,
    );
  });

  it('as the eye reads it, it is found, and its own letters are kept', () => {
    const asRead = (whole: string) =>
      whole
        .normalize('NFC')
        .replaceAll('\uFB01', 'fi')
        .replace(/\u00AD|\u200C|\u200D|\u200F|\uFEFF/g, '')
        .replace(/\s+/g, ' ')
        .replaceAll('\u2019', "'")
        .replaceAll('\u201C', '"')
        .replaceAll('\u2013', '-');
    fc.assert(
      fc.property(text, (whole) => {
        const passage = found(`[${whole}]`, { exact: `[${asRead(whole)}]` });
        expect(passage).toMatchObject({ exact: `[${whole}]`, start: 0 });
        expect(standsInText(`[${whole}]`, passage)).toBe(true);
      }),
      RUNS,
    );
  });

  it('a letter more is not found, and the refusal names it', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { code, hint } = refused(`[${whole}]`, { exact: `[${whole}Z]` });
        expect(code).toBe('QUOTE_NOT_FOUND');
        if (hint.startsWith('the nearest')) expect(hint).toMatch(/where the quote has .*U\+/);
      }),
      RUNS,
    );
  });
});
