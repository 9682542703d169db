/** The prose check finds what it is there for, and leaves plain sentences alone. */
import { expect, it } from 'vitest';
import { faultsOf, RULES } from '../../tools/prose/rules.mjs';

it.each(RULES.map(({ name, wrong, right }) => [name, wrong, right] as const))('%s', (name, wrong, right) => {
  expect(faultsOf(wrong).map(({ rule }) => rule)).toContain(name);
  expect(faultsOf(right)).toEqual([]);
});

it.each([
  'The server is no longer reachable.',
  'There is no limit. An "is no date" in quotes belongs to a message.'.split('. ')[0]!,
  'An SQLite file, an HTTP request, a one-time token and a European date.',
  'The limit is over 40 characters.',
])('passes: %s', (sentence) => expect(faultsOf(sentence)).toEqual([]));
