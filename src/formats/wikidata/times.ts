/** Times of Wikidata, by their precision (https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON), rounded as Wikibase shows them. */
import { dateFrom } from '../reading/values.js';

const GREGORIAN = 'Q1985727';

/** By the number of a precision: what one unit of it is. */
const UNITS: Readonly<Record<number, string>> = {
  0: 'billion years',
  1: '100 million years',
  2: '10 million years',
  3: 'million years',
  4: '100,000 years',
  5: '10,000 years',
  6: 'millennium',
  7: 'century',
  8: 'decade',
  9: 'year',
  10: 'month',
  11: 'day',
  12: 'hour',
  13: 'minute',
  14: 'second',
};

interface Time {
  /** As history counts: 1 before Christ is -1, and there is no 0. */
  readonly year: number;
  readonly digits: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

const TIME = /^([+-])(\d{1,16})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/;

/** A date, or a text that says the precision where no date can; undefined where it is no time. What is lost of it is named. */
export function timeValue(
  { time, precision, calendarmodel, before, after, timezone }: Readonly<Record<string, unknown>>,
  lost: string[],
): { readonly literal: Readonly<Record<string, unknown>> } | undefined {
  const [, sign, digits, month, day, hour, minute, second] = TIME.exec(String(time)) ?? [];
  if (digits === undefined) return undefined;
  if (!String(calendarmodel).endsWith(GREGORIAN)) lost.push('time.calendarmodel (Julian; the date is kept as it is written)');
  if (before !== 0 || after !== 0) lost.push('time.before, time.after');
  if (timezone !== 0) lost.push('time.timezone');
  const year = sign === '-' ? -Number(digits) : Number(digits);
  const parts = { year, digits, month, day, hour, minute, second } as Time;
  const date = year === 0 || !Number.isSafeInteger(year) ? undefined : dateFrom(DATES[precision as number]?.(parts));
  if (date !== undefined) return { literal: { kind: 'DATE', date } };
  const unit = UNITS[precision as number] ?? String(precision);
  lost.push(`time of the precision ${unit} (kept as text)`);
  return { literal: { kind: 'TEXT', text: inWords(parts, precision as number, unit) } };
}

/** As EDTF counts: with a year 0, and with Y before more than four digits. */
function edtfYear(year: number): string {
  const counted = year < 0 ? year + 1 : year;
  const digits = String(Math.abs(counted)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${counted < 0 ? '-' : ''}${digits}`;
}

const monthOf = ({ year, month }: Time): string => (month === '00' ? edtfYear(year) : `${edtfYear(year)}-${month}`);
const dayOf = (time: Time): string => (time.month === '00' || time.day === '00' ? monthOf(time) : `${monthOf(time)}-${time.day}`);

/** Centuries and millennia are rounded up, and away from Christ's birth: 2000 is in the 20th century, 501 to 600 before Christ is the 6th. */
function span(year: number, length: number): string {
  const number = Math.ceil(Math.abs(year) / length);
  const [near, far] = [(number - 1) * length + 1, number * length];
  return year < 0 ? `${edtfYear(-far)}/${edtfYear(-near)}` : `${edtfYear(near)}/${edtfYear(far)}`;
}

/** Decades are named by their first year, with both of a 0 and of a 9: the 1990s, and 49 to 40 before Christ. */
function decade(year: number): string {
  const first = Math.floor(Math.abs(year) / 10) * 10;
  if (year > 0) return year < 10_000 ? `${edtfYear(first || 1).slice(0, 3)}X` : `${edtfYear(first)}/${edtfYear(first + 9)}`;
  return `${edtfYear(-(first + 9))}/${edtfYear(-Math.max(first, 1))}`;
}

const DATES: Readonly<Record<number, (time: Time) => string>> = {
  6: ({ year }) => span(year, 1_000),
  7: ({ year }) => span(year, 100),
  8: ({ year }) => decade(year),
  9: ({ year }) => edtfYear(year),
  10: monthOf,
  11: dayOf,
  12: (time) => `${dayOf(time)}T${time.hour}:00/${dayOf(time)}T${time.hour}:59`,
  13: (time) => `${dayOf(time)}T${time.hour}:${time.minute}`,
  14: (time) => `${dayOf(time)}T${time.hour}:${time.minute}:${time.second}`,
};

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** "6th century BCE"; else the time as it is written, with its precision. */
function inWords({ year, digits, month, day, hour, minute, second }: Time, precision: number, unit: string): string {
  const era = year < 0 ? ' BCE' : '';
  const length = { 6: 1_000, 7: 100 }[precision];
  if (length !== undefined && year !== 0) {
    const number = Math.ceil(Math.abs(year) / length);
    return `${number}${ENDINGS[ORDINALS.select(number)] ?? 'th'} ${unit}${era}`;
  }
  const shown = digits.replace(/^0+(?=\d)/, '');
  const date = precision < 10 || month === '00' ? shown : `${shown}-${month}${precision < 11 || day === '00' ? '' : `-${day}`}`;
  const clock = precision < 12 ? '' : ` ${hour}:${minute}:${second}`;
  return `${date}${clock}${era} (precision: ${unit})`;
}
