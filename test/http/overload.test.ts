/** When more is asked than can be done, and when no longer: by a clock that the test sets. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Overload } from '../../src/http/overload.js';

const PATIENCE = 2_000;
let overload: Overload;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  overload = new Overload(PATIENCE);
});
afterEach(() => vi.useRealTimers());

/** One request every 10 ms, so many of a hundred of them late. */
function come(milliseconds: number, late: number): void {
  for (let index = 0; index < milliseconds / 10; index++) {
    vi.advanceTimersByTime(10);
    overload.count((index * 37) % 100 < late);
  }
}

it('is when many have been late for a while, not in a burst', () => {
  come(1_000, 100);
  expect(overload.lasts).toBe(false);
  come(500, 0);
  come(1_500, 0);
  expect(overload.lasts).toBe(false);
  come(2_600, 60);
  expect(overload.lasts).toBe(true);
});

it('is not when few are late, for however long', () => {
  come(60_000, 8);
  expect(overload.lasts).toBe(false);
});

it('is over when it has been calm for a while, not in a moment of calm', () => {
  come(4_000, 60);
  come(1_000, 0);
  expect(overload.lasts).toBe(true);
  come(200, 60);
  expect(overload.lasts).toBe(true);
  come(3_000, 0);
  expect(overload.lasts).toBe(false);
});

it('that comes back soon is the same one, and later a new one', () => {
  come(4_000, 60);
  come(3_000, 0);
  come(400, 100);
  expect(overload.lasts).toBe(true);
  come(15_000, 0);
  come(400, 100);
  expect(overload.lasts).toBe(false);
});

it('is forgotten when nobody asks any more', () => {
  come(4_000, 60);
  vi.advanceTimersByTime(PATIENCE);
  expect(overload.lasts).toBe(false);
  vi.advanceTimersByTime(20_000);
  come(300, 100);
  expect(overload.lasts).toBe(false);
});
