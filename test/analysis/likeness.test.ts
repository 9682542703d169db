/** How alike names are: what their words tell, and what tells them apart whatever else they have in common. */
import { describe, expect, it } from 'vitest';
import { compareNames, likenessOf, wordsToWeigh } from '../../src/analysis/likeness/names.js';
import { weightsOf } from '../../src/analysis/likeness/weights.js';

/** In a graph of 16,000 records. */
const COUNTS: Readonly<Record<string, number>> = {
  ministry: 900,
  of: 6_000,
  facebook: 700,
  inc: 3_000,
  the: 8_000,
  smith: 300,
  john: 500,
  mark: 400,
};
const weight = weightsOf({ all: 16_000, of: new Map(Object.entries(COUNTS)) });
const likeness = (one: string, other: string): number => {
  const compared = compareNames(one, other, true);
  return compared && !compared.differs ? likenessOf(compared, weight) : 0;
};

describe('names are alike', () => {
  it.each([
    ['Mark Zuckerberg', 'Zuckerberg, Mark'],
    ['Mark Zuckerberg', 'Marc Zukerberg'],
    ['The Zuckerberg', 'Zuckerberg'],
    ['Zuckerberg Inc', 'Zuckerberg'],
    ['J. Smith', 'John Smith'],
    ['John Smith', 'John M. Smith'],
    ['Владимир Путин', 'Vladimir Putin'],
    ['محمد بن سلمان', 'Mohammed bin Salman'],
    ['毛泽东', 'Mao Zedong'],
    ['MacDonald', 'Mac Donald'],
    ['Great Lake War II', 'Great Lake War 2'],
    ['Henry VIII', 'Henry the 8th'],
    ['George W. Bush', 'George Bush'],
    ['Élise Lefèvre', 'ELISE LEFEVRE'],
  ])('%s, %s', (one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(0.75);
    expect(likeness(other, one)).toBeCloseTo(likeness(one, other), 10);
  });
});

describe('names are of two', () => {
  it.each([
    ['Flight Wing 14', 'Flight Wing 15'],
    ['Henry VIII', 'Henry VII'],
    ['George Bush Sr.', 'George Bush Jr.'],
    ['Rocky II', 'Rocky III'],
    ['John Paul II', 'John Paul I'],
    ['World War I', 'World War II'],
    ['J. Smith', 'M. Smith'],
    ['J. Smith', 'Mary Smith'],
    ['Vitamin C', 'Vitamin D'],
    ['Hepatitis A', 'Hepatitis B'],
    ['George W. Bush', 'George H. W. Bush'],
    ['Ministry of Energy', 'Ministry of Health'],
    ['Facebook Inc', 'Instagram Inc'],
    ['John Smith', 'John Featherstone'],
    ['Summit 2021', 'Summit 2022'],
  ])('%s, %s', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(0.75);
    expect(likeness(other, one)).toBeLessThan(0.75);
  });

  it('a name is no numeral for its letters', () => {
    expect(compareNames('Xi Jinping', 'XI JINPING', true)?.isSame).toBe(true);
    expect(likeness('Xi Jinping', 'Jinping Xi')).toBeGreaterThan(0.9);
    expect(likeness('Malcolm X', 'Malcolm X')).toBe(1);
  });
});

it('a word that many have tells little, and one record more changes nothing', () => {
  expect(weight('zuckerberg')).toBe(1);
  expect(weight('facebook')).toBeLessThan(0.4);
  expect(weight('the')).toBeLessThan(0.1);
  const more = weightsOf({ all: 16_001, of: new Map(Object.entries(COUNTS).map(([word, count]) => [word, count + 1])) });
  for (const word of Object.keys(COUNTS)) expect(more(word)).toBe(weight(word));
});

it('only what its words tell is asked of the store', () => {
  expect(wordsToWeigh(compareNames('Yu Wu', 'Wu, Yu', true)!)).toEqual([]);
  expect(wordsToWeigh(compareNames('Zuckerberg Inc', 'Zuckerberg', true)!).toSorted()).toEqual(['inc', 'zuckerberg', 'zuckerberg']);
  expect(compareNames('Harbour Authority', 'Grain Traders', true)).toBeUndefined();
});
