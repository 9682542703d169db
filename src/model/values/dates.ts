/**
 * Dates: EDTF level 1 (ISO 8601-2:2019, Library of Congress), kept as written, compared by bounds.
 *
 * The library reads the grammar; what a date spans is worked out here, in `spanOfParsed` alone. A date without a
 * zone is a calendar date, and its bounds are those of the calendar day written as UTC: no zone is invented, so
 * two such dates compare as calendars do. A time with a zone is an instant, and keeps its zone (date-bounds.ts).
 */
import { parse, type ParsedDate } from 'edtf';
import { LRUCache } from 'lru-cache';
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';
import { daysIn, EARLIEST, LATEST, onClock, startOf, widened, type DateBounds, type DateClock, type DateZones } from './date-bounds.js';

export { EARLIEST, LATEST, type DateBounds } from './date-bounds.js';

/** What a date says of when something was. */
export interface DateSpan {
  /** When it may have been: as wide as what is written allows. */
  readonly possible: DateBounds;
  /** Within what it surely lies; undefined of a date that is uncertain or approximate (`?`, `~`, `%`). */
  readonly certain: DateBounds | undefined;
  /** What lies within these surely lies in the date, too; undefined where nobody knows which months are meant. */
  readonly whole: DateBounds | undefined;
  /** 21 to 24, of a date that is a season: spring and autumn have the same bounds, and are not the same. */
  readonly season?: number | undefined;
  /** The zones that its ends are given with. */
  readonly zones: DateZones;
}

const HINT =
  'an EDTF level 1 date such as 2021, 2021-01, 2021-01-09~ or 2021-01-09T18:07-08:00; a season such as 2021-21 (21 spring, 22 summer, 23 autumn, 24 winter); an interval such as 2020-11/2021-01 or 2020-11/..';
const LONGEST = 60;
/** The years that an ECMAScript date has all of. */
const FIRST_YEAR = -271_820;
const LAST_YEAR = 275_759;

/** What was read, or why nothing was. `stored`: what earlier versions took for a date is read as far as it is one. */
type Read = Cleaned<DateSpan> & { readonly stored?: DateSpan };

// Dates repeat (a day's articles): parsing is a grammar's work, some 50 µs each.
const known = new LRUCache<string, Read>({ max: 20_000 });

/** Checks a date and gives what it spans. */
export function dateSpan(text: string): Cleaned<DateSpan> {
  let found = known.get(text);
  if (!found) known.set(text, (found = readDate(text)));
  return found;
}

/** Checks a date and gives when it may have been. */
export function dateBounds(text: string): Cleaned<DateBounds> {
  const span = dateSpan(text);
  return span.ok ? accept(span.value.possible) : span;
}

/** Checks a date that stays as it is written. */
export function cleanDate(value: string): Cleaned<string> {
  const text = value.trim();
  const span = dateSpan(text);
  return span.ok ? accept(text) : span;
}

/** What a date spans that a store holds; one that earlier versions took may name a day that there is not. */
export function spanOf(text: string): DateSpan {
  const found: Read = dateSpan(text);
  if (found.ok) return found.value;
  if (found.stored) return found.stored;
  throw new Error(found.refusal.message);
}

/** When a date that a store holds may have been. */
export const boundsOf = (text: string): DateBounds => spanOf(text).possible;

/** Whether a store can hold it: every date, and what earlier versions took for one. */
export function isStoredDate(text: string): boolean {
  const found: Read = dateSpan(text);
  return found.ok || found.stored !== undefined;
}

const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

const TWO_DIGITS = /^-?\d{2}$/;

function readDate(text: string): Read {
  const wrong = (message = `"${excerpt(text)}" is not a date`) => refuse('BAD_DATE', message, HINT);
  if (text.length > LONGEST) return wrong();
  let parsed: ParsedDate;
  const [, year, month, day] = PLAIN.exec(text) ?? [];
  // A year, month or day and nothing else, as most dates are, needs no grammar.
  if (year !== undefined)
    parsed = {
      type: 'Date',
      values: [Number(year), ...(month ? [Number(month) - 1] : []), ...(day ? [Number(day)] : [])],
    };
  else
    try {
      parsed = parse(text, { level: 1 });
    } catch {
      return wrong();
    }
  const { span, missingDay } = spanOfParsed(parsed, text);
  const { lower, upper } = span.possible;
  if (!(lower >= EARLIEST && upper <= LATEST))
    return refuse(
      'BAD_DATE',
      `"${excerpt(text)}" is outside the supported years, ${FIRST_YEAR} to ${LAST_YEAR}`,
      `a year from ${FIRST_YEAR} to ${LAST_YEAR}, such as Y-20000; write other dates as a text`,
    );
  if (isReversed(span, span)) return wrong(`"${excerpt(text)}" ends before it begins`);
  // The grammar's short form of a century, which whoever writes it mostly means as a year.
  const twoDigits = text.split('/').find((each) => TWO_DIGITS.test(each));
  if (twoDigits !== undefined)
    return {
      ...refuse(
        'BAD_DATE',
        `"${excerpt(text)}" is not a date: ${twoDigits} is neither a year nor a century`,
        `a year has four digits; the century is ${twoDigits}XX`,
      ),
      stored: span,
    };
  return missingDay ? { ...wrong(`"${excerpt(text)}" is not a date: ${missingDay}`), stored: span } : accept(span);
}

interface Spanned {
  readonly span: DateSpan;
  /** What day of it there is not: the span is then that of the month. */
  readonly missingDay?: string | undefined;
}

/** THE bounds: of what the grammar made of a text. */
function spanOfParsed(parsed: ParsedDate, text: string): Spanned {
  if (parsed.type !== 'Interval') return spanOfDate(parsed, text);
  const [start, end] = text.split('/').map((each, index) => {
    const value = parsed.values[index];
    return typeof value === 'object' && value !== null ? spanOfDate(value, each) : undefined;
  });
  const ends = [start, end].flatMap((each) => each ?? []);
  const over = (bounds: (span: DateSpan) => DateBounds | undefined): DateBounds | undefined => {
    if (ends.some(({ span }) => bounds(span) === undefined)) return undefined;
    return { lower: start ? bounds(start.span)!.lower : EARLIEST, upper: end ? bounds(end.span)!.upper : LATEST };
  };
  return {
    span: {
      possible: over(({ possible }) => possible)!,
      certain: over(({ certain }) => certain),
      whole: over(({ whole }) => whole),
      zones: zonesOf(start?.span, end?.span),
    },
    missingDay: ends.find(({ missingDay }) => missingDay !== undefined)?.missingDay,
  };
}

/** Of an interval. One that goes back by the calendar, as a flight does, is counted by the calendar of its start. */
function zonesOf(start: DateSpan | undefined, end: DateSpan | undefined): DateZones {
  const zones = { lower: start?.zones.lower, upper: end?.zones.upper };
  if (!start || !end || onCalendar(start).lower <= onCalendar(end).upper) return zones;
  return { ...zones, upper: zones.lower };
}

function spanOfDate(parsed: ParsedDate, text: string): Spanned {
  const { possible, missingDay } = boundsOfDate(parsed, text);
  const isDoubtful = parsed.uncertain === true || parsed.approximate === true || missingDay !== undefined;
  const certain = isDoubtful ? undefined : possible;
  const zone = parsed.timeZone === undefined ? undefined : (parsed.offset ?? 0);
  return {
    span: {
      possible,
      certain,
      whole: parsed.type === 'Season' ? undefined : certain,
      season: parsed.type === 'Season' ? (parsed.values[1] as number) : undefined,
      zones: { lower: zone, upper: zone },
    },
    missingDay,
  };
}

/** Bits of the library's mask of unspecified digits: of the last digits of a year, of months and of days. */
const DECADE = 8;
const CENTURY = 12;
const ANY_YEAR = 15;
const ANY_MONTH = 48;
const YEARS_OF: Readonly<Record<number, number>> = { [DECADE]: 10, [CENTURY]: 100, [ANY_YEAR]: 10_000 };

function boundsOfDate(
  { type, values, unspecified = 0, timeZone, offset = 0 }: ParsedDate,
  text: string,
): { possible: DateBounds; missingDay?: string } {
  const [year, month, day, hour = 0, minute = 0, second = 0] = values as number[];
  if (type === 'Season') return { possible: monthsOfSeason(year!, month!) };
  if (type === 'Century') return { possible: yearsOf(Math.abs(year!) * 100, 100, year! < 0) };
  // Digits that are not given count away from the year 0: -00XX is before it, and its sign is that of a minus zero.
  if (unspecified & ANY_YEAR)
    return { possible: yearsOf(Math.abs(year!), YEARS_OF[unspecified & ANY_YEAR]!, year! < 0 || Object.is(year, -0)) };
  const ofMonth = { lower: startOf(year!, month), upper: startOf(year!, (month ?? 0) + 1) - 1 };
  if (month === undefined || (unspecified & ANY_MONTH) === ANY_MONTH) return { possible: yearsOf(Math.abs(year!), 1, year! < 0) };
  if (day === undefined || unspecified > 0) return { possible: ofMonth };
  const days = daysIn(year!, month);
  // The grammar knows no leap years, and the clock would carry the day into the next month.
  if (day > days) return { possible: ofMonth, missingDay: `its month has ${days} days` };
  if (!text.includes('T')) return { possible: { lower: startOf(year!, month, day), upper: startOf(year!, month, day + 1) - 1 } };
  const [, fraction] = /\.(\d+)/.exec(text) ?? [];
  const lower =
    startOf(year!, month, day) +
    ((hour * 60 + minute - (timeZone === undefined ? 0 : offset)) * 60 + second) * 1_000 +
    Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const upper = lower + lengthOf(text, fraction) - 1;
  // 24:00 is the end of the day that is written as much as the beginning of the next one: it may be on either.
  return { possible: { lower: hour === 24 ? lower - 1 : lower, upper } };
}

const MINUTES_ONLY = /T\d{2}:\d{2}(Z|[+\-−]\d{2}(:?\d{2})?)?$/;

/** Milliseconds of a time that is given to the minute, the second, or a part of it. */
const lengthOf = (text: string, fraction: string | undefined): number =>
  MINUTES_ONLY.test(text) ? 60_000 : fraction === undefined ? 1_000 : 10 ** Math.max(0, 3 - fraction.length);

function yearsOf(first: number, count: number, isBefore: boolean): DateBounds {
  // There is no year -0000.
  if (isBefore) return { lower: startOf(-(first + count - 1)), upper: startOf(Math.min(-first, -1) + 1) - 1 };
  return { lower: startOf(first), upper: startOf(first + count) - 1 };
}

/**
 * A season names no hemisphere. Spring and autumn lie between March and December wherever they are. Summer here is
 * winter there, and takes in a turn of the year, which may be that at either end of the year that is named.
 */
const monthsOfSeason = (year: number, season: number): DateBounds =>
  season === 21 || season === 23
    ? { lower: startOf(year, 2), upper: startOf(year + 1) - 1 }
    : { lower: startOf(year - 1, 11), upper: startOf(year + 1, 3) - 1 };

/** When it may have been by the calendar, as it is written. */
export const onCalendar = ({ possible, zones }: DateSpan): DateBounds => onClock('CALENDAR', possible, zones);

/** Whether an end of it is given with a zone. */
export const hasZone = ({ zones }: DateSpan): boolean => zones.lower !== undefined || zones.upper !== undefined;

/** What two dates are compared on: the calendar where neither names a zone. */
const clockOf = (one: DateSpan, other: DateSpan): DateClock => (hasZone(one) || hasZone(other) ? 'INSTANT' : 'CALENDAR');

/** Surely before: not merely perhaps. */
export function isSurelyBefore(one: DateSpan, other: DateSpan): boolean {
  if (!one.certain || !other.certain) return false;
  const clock = clockOf(one, other);
  return onClock(clock, one.certain, one.zones).upper < onClock(clock, other.certain, other.zones).lower;
}

/** Surely at or after the whole of another. */
export function isSurelyNotBefore(one: DateSpan, other: DateSpan): boolean {
  if (!one.certain || !other.certain) return false;
  const clock = clockOf(one, other);
  return onClock(clock, one.certain, one.zones).lower >= onClock(clock, other.certain, other.zones).upper;
}

/** Whether they cannot be at one time. A date that is about right may be out by as much as it spans. */
export function areApart(one: DateSpan, other: DateSpan): boolean {
  const clock = clockOf(one, other);
  const [a, b] = [onClock(clock, reach(one), one.zones), onClock(clock, reach(other), other.zones)];
  return a.upper < b.lower || b.upper < a.lower;
}

/**
 * Whether what begins and ends with these would end before it begins. One source wrote both: they are compared in
 * time where both name a zone, and otherwise by the calendar, as they are written.
 */
export function isReversed(start: DateSpan, end: DateSpan): boolean {
  const clock = start.zones.lower !== undefined && end.zones.upper !== undefined ? 'INSTANT' : 'CALENDAR';
  return onClock(clock, end.possible, end.zones).upper < onClock(clock, start.possible, start.zones).lower;
}

function reach(span: DateSpan): DateBounds {
  const { lower, upper } = onCalendar(span);
  const length = upper - lower + 1;
  return span.certain ? span.possible : widened(span.possible, length, length);
}
