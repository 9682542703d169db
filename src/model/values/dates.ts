/**
 * Dates: EDTF level 1 (ISO 8601-2:2019, Library of Congress), kept as written, compared by bounds.
 *
 * A date without a zone is a calendar date, and its bounds are those of the calendar day written as
 * UTC: no zone is invented, so two such dates compare as calendars do. A time with a zone is an instant.
 */
import edtf from 'edtf';
import { LRUCache } from 'lru-cache';
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';

/** Bounds in epoch milliseconds, both inclusive; an open or unknown end is the matching extreme. */
export interface DateBounds {
  readonly lower: number;
  readonly upper: number;
}

/** The extremes of an ECMAScript date: what an open interval reaches to. */
export const EARLIEST = -8_640_000_000_000_000;
export const LATEST = 8_640_000_000_000_000;

const HINT = 'an EDTF level 1 date such as 2021, 2021-01, 2021-01-09~, 2021-01-09T18:07-08:00 or 2020-11/..';
const LOCAL_TIME = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const MINUTES_ONLY = /T\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})?$/;
const MINUTE_LAST_MILLISECOND = 59_999;
const SECOND_LAST_MILLISECOND = 999;

// Dates repeat (a day's articles): parsing is a grammar's work, some 50 µs each.
const parsed = new LRUCache<string, Cleaned<DateBounds>>({ max: 20_000 });

/** Checks a date and gives its bounds. */
export function dateBounds(text: string): Cleaned<DateBounds> {
  let found = parsed.get(text);
  if (!found) {
    found = parseDate(text);
    parsed.set(text, found);
  }
  return found;
}

function parseDate(text: string): Cleaned<DateBounds> {
  const plain = plainBounds(text);
  if (plain) return accept(plain);
  const wrong = refuse('BAD_DATE', `"${excerpt(text)}" is no date`, HINT);
  // A day that there is not: the library would carry it into the next month.
  if (text.length > 60 || DAY.test(text)) return wrong;
  try {
    const date = edtf(LOCAL_TIME.test(text) ? `${text}Z` : text, { level: 1 });
    const lower = bound(date.min, EARLIEST);
    let upper = bound(date.max, LATEST);
    if (lower === undefined || upper === undefined) {
      return refuse('BAD_DATE', `"${excerpt(text)}" lies outside the years -271821 to 275760`, HINT);
    }
    // The library takes a time for a single millisecond.
    if (text.includes('T') && lower === upper) {
      upper += MINUTES_ONLY.test(text) ? MINUTE_LAST_MILLISECOND : text.includes('.') ? 0 : SECOND_LAST_MILLISECOND;
    }
    return lower <= upper ? accept({ lower, upper }) : wrong;
  } catch {
    return wrong;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Of a year, month or day and nothing else, as most dates are; undefined where the grammar has to say, and to say what is wrong. */
function plainBounds(text: string): DateBounds | undefined {
  const [, year, month, day] = PLAIN.exec(text) ?? [];
  if (year === undefined) return undefined;
  const first = [Number(year), month === undefined ? 0 : Number(month) - 1, day === undefined ? 1 : Number(day)] as const;
  const lower = startOf(first);
  const date = new Date(lower);
  // A month or day that there is not would be carried into the next.
  if (date.getUTCMonth() !== first[1] || date.getUTCDate() !== first[2]) return undefined;
  const next: DayOfYear =
    day !== undefined ? [first[0], first[1], first[2] + 1] : month !== undefined ? [first[0], first[1] + 1, 1] : [first[0] + 1, 0, 1];
  return { lower, upper: startOf(next) - 1 };
}

type DayOfYear = readonly [year: number, month: number, day: number];

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
const startOf = ([year, month, day]: DayOfYear): number => new Date(0).setUTCFullYear(year, month, day);

function bound(value: unknown, open: number): number | undefined {
  if (value === null || value === Infinity || value === -Infinity) return open;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export function cleanDate(value: string): Cleaned<string> {
  const text = value.trim();
  const bounds = dateBounds(text);
  return bounds.ok ? accept(text) : bounds;
}

/** Bounds of a date already known to be sound. */
export function boundsOf(text: string): DateBounds {
  const bounds = dateBounds(text);
  if (!bounds.ok) throw new Error(bounds.refusal.message);
  return bounds.value;
}
