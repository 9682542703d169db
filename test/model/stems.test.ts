/** Forms of a word: what has one stem, and what has none. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/model/values/text.js';
import { languageOfStem, stemOf, stemsOf } from '../../src/model/values/stems.js';

describe('stems', () => {
  it.each([
    ['en', 'vaccinated', 'vaccinations'],
    ['en-GB', 'school', 'schools'],
    ['fr', 'nationales', 'nationaux'],
    ['de', 'Regierungen', 'Regierung'],
    ['es', 'publicaron', 'publicó'],
    ['ru', 'школы', 'школ'],
    ['ar', 'المدارس', 'مدارس'],
    ['nb', 'regjeringene', 'regjeringen'],
    ['pl', 'szczepionkami', 'szczepionka'],
    [undefined, 'bridges', 'bridge'],
    ['und', 'bridges', 'bridge'],
  ])('of %s are one for %s and %s', (language, one, other) => {
    expect(stemOf(fold(one), language)).toBe(stemOf(fold(other), language));
  });

  it('are of a language each: the same letters in two languages are two words', () => {
    expect(stemOf('pain', 'en')).not.toBe(stemOf('pain', 'fr'));
    expect(stemOf('regjering', 'nb')).toBe(stemOf('regjering', 'nn'));
    expect(languageOfStem(stemOf('pain', 'fr')!)).toBe('¬fr');
  });

  it('are, of what was typed, those of every language that has its script', () => {
    for (const language of ['en', 'fr', 'tr', 'pl']) expect(stemsOf('schools')).toContain(stemOf('schools', language));
    expect(stemsOf('школы')).toEqual(expect.arrayContaining([stemOf('школы', 'ru')!, stemOf('школы', 'uk')!]));
  });

  it.each(['2021', 'covid19', '東京', '박물', 'กร'])('has %s none', (word) => {
    expect([stemOf(word, 'en'), stemsOf(word)]).toEqual([undefined, []]);
  });

  it.each(['медици', 'белези', 'недели', 'алекеси', 'монаси'])('are there for %s, at whose ending a stemmer fails', (word) => {
    expect(stemOf(word, 'bg')).toBe(`¬bg¬${word}`);
    expect(stemsOf(word).length).toBeGreaterThan(2);
  });
});
