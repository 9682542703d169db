/** How texts are compared, and which words they have. */
import { describe, expect, it } from 'vitest';
import { areUnlike, numbersIn } from '../../src/model/values/numbers.js';
import { fold } from '../../src/model/values/text.js';
import { latinOf, wholeWordsOf, wordsOf } from '../../src/model/values/words.js';

describe('folding', () => {
  it.each([
    ['Kar\u00ADtoffel\u00ADpreis', 'kartoffelpreis'],
    ['data\u2060base', 'database'],
    ['نجف\u200Cآباد', 'نجفاباد'],
    ['\u200Eabc\uFEFF', 'abc'],
    ['محـــمد', 'محمد'],
    ['O’Brien', 'obrien'],
    ['O\u00B4Brien', 'obrien'],
    ['Hawaiʻi', 'hawaii'],
    ['Qurʾān', 'quran'],
    ['м\u02BCякий', 'мякии'],
    ['paral·lel', 'parallel'],
    ['צה"ל', 'צהל'],
    ['U.S.A.', 'usa'],
    ['U.S.A', 'usa'],
    ['J. R. R. Tolkien', 'jrr tolkien'],
    ['J.R.R.Tolkien', 'jrr tolkien'],
    ['E. coli', 'e coli'],
    ['Version 3.5 at paper.example', 'version 3.5 at paper.example'],
    ['٢٠٢١', '2021'],
    ['২০২১', '2021'],
    ['Straße Œuvre ŁÓDŹ', 'strasse oeuvre lodz'],
  ])('of %s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves the vowels of scripts that write them as marks', () => {
    expect(fold('राम')).not.toBe(fold('रोम'));
  });
});

describe('words', () => {
  const words = (text: string) => wordsOf(text).map(({ word }) => word);

  it('that marks divide are there whole and in pieces, each where it stands', () => {
    expect(wordsOf("😀 l'or")).toEqual([
      { word: 'l', start: 2, end: 3 },
      { word: 'or', start: 4, end: 6 },
      { word: 'lor', start: 2, end: 6, isJoined: true },
    ]);
    expect(words('J. R. R. Tolkien')).toEqual(['j', 'r', 'r', 'jrr', 'tolkien']);
    expect(wholeWordsOf('O’Loughlin of the U.S.A.').toSorted()).toEqual(['of', 'oloughlin', 'the', 'usa']);
  });

  it('hold nothing that is not seen', () => {
    expect(words('Kar\u00ADtoffel data\u2060base \u200D')).toEqual(['kartoffel', 'database']);
  });

  it('of Hangul are found within a word, however its syllables are written', () => {
    const pairs = ['박물', '물관'];
    expect(words('수도권역사박물관이')).toEqual(expect.arrayContaining(pairs));
    expect(words('수도권역사박물관이'.normalize('NFD'))).toEqual(words('수도권역사박물관이'));
  });

  it.each([
    ['Путин', 'putin'],
    ['서울', 'seoul'],
    ['김정은', 'gimjeongeun'],
    ['北京', 'beijing'],
    ['カタカナ', 'katakana'],
    ['मोदी', 'modi'],
    ['Αθήνα', 'athina'],
    ['Երևան', 'yeryevan'],
  ])('of another script are there in Latin letters: %s as %s', (text, latin) => {
    expect(words(text)).toContain(latin);
    expect(latinOf(fold(text))).toBe(latin);
  });
});

describe('numbers', () => {
  it.each([
    ['Flight Wing 14', 'Flight Wing 15'],
    ['Summit 2021', 'Summit 2022'],
    ['John Smith Jr.', 'John Smith Sr.'],
    ['John Smith Jr.', 'John Smith III'],
    ['World War I', 'World War II'],
    ['Louis XIV', 'Louis XV'],
    ['Louis Ⅳ', 'Louis Ⅴ'],
    ['第十四联队', '第十五联队'],
    ['٢٠٢١ قمة', '٢٠٢٢ قمة'],
    ['Third Army', '4th Army'],
    ['Route 66B', 'Route 67B'],
    ['Version 3.5', 'Version 3.6'],
    ['Version 1.1', 'Version 1.2'],
    ['Fourteenth Wing', 'Fifteenth Wing'],
    ['Twenty-first Army', 'Twenty-second Army'],
    ['Channel Four', 'Channel Five'],
    ['Super Bowl LIV', 'Super Bowl LV'],
    ['Paris XIVe', 'Paris XVe'],
    ['XXI съезд художников', 'XXII съезд художников'],
    ['Zweiter Internationaler Kongress', 'Dritter Internationaler Kongress'],
    ['La Première République', 'La Deuxième République'],
  ])('tell %s from %s', (one, other) => {
    expect(areUnlike(numbersIn(one), numbersIn(other))).toBe(true);
  });

  it.each([
    ['World War II', 'World War 2'],
    ['Third Army', '3rd Army'],
    ['Fund of 1,000', 'Fund of 1000'],
    ['Summit', 'Summit 2021'],
    ['Flight 017', 'Flight 17'],
    ['第十四联队', '第14联队'],
    ['Xi Jinping', 'Jinping Xi'],
    ['John Smith', 'John Smith Jr.'],
    ['Civil mix', 'Civil dim'],
    ['Twenty-first Army', '21st Army'],
    ['World War One', 'World War I'],
    ['Bo Liv', 'Bo Lil'],
    ['Air Force One', 'Air Force'],
  ])('do not tell %s from %s', (one, other) => {
    expect(areUnlike(numbersIn(one), numbersIn(other))).toBe(false);
  });
});
