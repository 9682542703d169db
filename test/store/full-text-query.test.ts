/** What a full-text query asks for, by a reading of it that knows no index. */
import { expect, it } from 'vitest';
import { fullTextQuery } from '../../src/store/full-text-query.js';

/** Whether a query of terms t0, t1 … is met by a text that has these of them. */
const meets = (query: string, has: (term: number) => boolean): boolean =>
  // oxlint-disable-next-line no-implied-eval -- its terms and operators are ours
  new Function(
    `return ${query
      .replace(/t(\d+)/g, (_, term) => String(has(Number(term))))
      .replaceAll('AND', '&&')
      .replaceAll('OR', '||')}`,
  )() as boolean;

it.each([2, 3, 4, 5, 7, 8, 16, 31, 32])('all but one of %i are met by any text that lacks one, and by none that lacks two', (count) => {
  const terms = Array.from({ length: count }, (_, index) => `t${index}`);
  const query = fullTextQuery(terms, 'MOST');
  expect(meets(query, () => true)).toBe(true);
  for (let one = 0; one < count; one++) {
    expect(meets(query, (term) => term !== one)).toBe(true);
    for (let other = 0; other < one; other++) expect(meets(query, (term) => term !== one && term !== other)).toBe(false);
  }
  expect(query.match(/t\d/g)!.length).toBeLessThan(count * 6);
});
