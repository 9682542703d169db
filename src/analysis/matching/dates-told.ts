/** The dates that a text tells: years, months and days in digits or by their names in its language, and days of the week. */
import { LRUCache } from 'lru-cache';
import { compareDates } from '../../model/values/compare.js';
import { dateSpan } from '../../model/values/dates.js';
import { fold } from '../../model/values/text.js';
import { primaryOf } from './language.js';

export interface ToldDate {
  /** EDTF, where the year is told. */
  readonly edtf?: string | undefined;
  /** 1 to 12, and the day of it; without a year. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** 0 to 6, from Sunday. */
  readonly weekday?: number | undefined;
  /** As the text has it. */
  readonly written: string;
  /** Where it stands in the text, in code units; `end` is the first one after it. */
  readonly start: number;
  readonly end: number;
}

interface Calendar {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

/** Whose names of months and days are known where the language of a text is not. */
const USUAL_LANGUAGE = 'en';
/** Names of months that are other words as well: only beside a day or a year are they meant. */
const WORDS_TOO: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['may', 'march', 'mar', 'dec', 'jan', 'sun', 'sat', 'wed', 'mon', 'sep', 'oct', 'apr', 'jun', 'jul', 'aug', 'nov', 'feb']),
  fr: new Set(['mars', 'mai', 'mar', 'sam', 'dim', 'sept']),
  de: new Set(['so', 'do', 'mi', 'mo', 'di', 'fr', 'sa', 'mar']),
  es: new Set(['mar', 'sab', 'dom', 'mie', 'jue', 'vie', 'lun', 'may']),
  it: new Set(['mar', 'dom', 'ven', 'set', 'mag', 'ago']),
  pt: new Set(['mar', 'dom', 'set', 'sex', 'seg', 'ter', 'qua', 'qui', 'sab']),
  nl: new Set(['mei', 'za', 'zo', 'do', 'di', 'ma', 'wo', 'vr', 'mrt']),
};

const calendars = new LRUCache<string, Calendar>({ max: 100 });

function calendarOf(language: string): Calendar {
  let calendar = calendars.get(language);
  if (!calendar) calendars.set(language, (calendar = namesIn(language)));
  return calendar;
}

/** As Unicode's CLDR has them, in each form that it knows, with the forms that stand in a date. */
function namesIn(language: string): Calendar {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const add = (names: Map<string, number>, name: string, number: number) => {
    const folded = fold(name).replace(/\.$/, '');
    if (/^\p{L}{3,}$/u.test(folded) && !names.has(folded)) names.set(folded, number);
  };
  for (const form of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month: form, timeZone: 'UTC' });
    const inDate = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { day: 'numeric', month: form, timeZone: 'UTC' });
    const ofWeek = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { weekday: form, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const day = Date.UTC(2021, month, 3);
      add(months, alone.format(day), month + 1);
      const inIt = inDate.formatToParts(day).find(({ type }) => type === 'month');
      if (inIt) add(months, inIt.value, month + 1);
    }
    for (let day = 0; day < 7; day++) add(weekdays, ofWeek.format(Date.UTC(2021, 0, 3 + day)), day);
  }
  if (language === 'en') months.set('sept', 9);
  return { months, weekdays };
}

const ISO = /(?<![\p{Nd}-])(\p{Nd}{4})-(\p{Nd}{2})(?:-(\p{Nd}{2}))?(?![\p{Nd}-])/gu;
/** Which of the first two is the month depends on who writes: the year alone is told. */
const SLASHED = /(?<![\p{Nd}./-])(\p{Nd}{1,2})([./-])(\p{Nd}{1,2})\2(\p{Nd}{4})(?!\p{Nd})/gu;
const NAME = /[\p{L}\p{M}]{3,}/gu;
/** What may stand between a day, a month and a year. */
const DAY_BEFORE = /(?<![\p{L}\p{Nd}.,])(\p{Nd}{1,2})(?:\.|º|°|er|st|nd|rd|th)?(?:\s+(?:of|de|do|di|na|den))?\s*$/iu;
const DAY_AFTER = /^\.?\s+(?:the\s+)?(\p{Nd}{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{Nd}%]|[.,:]\p{Nd})/iu;
const YEAR_AFTER = /^(?:\.|,)?\s*(?:(?:of|de|del|do|year)\s+)?(\p{Nd}{4})(?!\p{Nd}|[.,]\p{Nd})/iu;
/** CJK: 2020年1月6日. */
const HAN = /(?:(\p{Nd}{4})\s*年\s*)?(?:(\p{Nd}{1,2})\s*月\s*)?(?:(\p{Nd}{1,2})\s*日)?/gu;
const YEAR =
  /(?<![\p{L}\p{N}_$€£#№]|[\p{N}][.,/:]|\p{L}-)(1[5-9]\p{Nd}{2}|20\p{Nd}{2})(?:s(?!\p{L}))?(?![\p{L}\p{N}%]|[.,:/]\p{Nd}|\s*(?:%|€|\$|£|km|kg|euros?\b|dollars?\b|percent\b|million))/gu;

/** In the order of the text. */
export function datesIn(text: string, tag: string | undefined): ToldDate[] {
  const latin = foldedDigits(text);
  const found: ToldDate[] = [];
  const add = (date: Omit<ToldDate, 'written'>) => {
    if (date.edtf !== undefined && !dateSpan(date.edtf).ok) return;
    if (!found.some(({ start, end }) => date.start < end && start < date.end))
      found.push({ ...date, written: text.slice(date.start, date.end) });
  };
  for (const { 0: whole, 1: year, 2: month, 3: day, index } of latin.matchAll(ISO))
    add({ edtf: [year, month, day].filter((part) => part !== undefined).join('-'), start: index, end: index + whole.length });
  for (const { 0: whole, 4: year, index } of latin.matchAll(SLASHED)) add({ edtf: year, start: index, end: index + whole.length });
  for (const { 0: whole, 1: year, 2: month, 3: day, index } of latin.matchAll(HAN))
    if (whole.trim() !== '' && (year ?? month) !== undefined)
      add({ ...calendarDay(year, month && Number(month), day && Number(day)), start: index, end: index + whole.length });
  for (const date of named(latin, calendarOf(primaryOf(tag) ?? USUAL_LANGUAGE), primaryOf(tag) ?? USUAL_LANGUAGE)) add(date);
  for (const { 0: whole, 1: year, index } of latin.matchAll(YEAR)) add({ edtf: year, start: index, end: index + whole.length });
  return found.sort((a, b) => a.start - b.start);
}

function* named(text: string, { months, weekdays }: Calendar, language: string): Generator<Omit<ToldDate, 'written'>> {
  for (const { 0: name, index } of text.matchAll(NAME)) {
    const folded = fold(name);
    const isWordToo = WORDS_TOO[language]?.has(folded) === true;
    const month = months.get(folded);
    if (month !== undefined) {
      let [start, end] = [index, index + name.length];
      let day: number | undefined;
      const before = DAY_BEFORE.exec(text.slice(Math.max(0, start - 12), start));
      if (before) {
        day = Number(before[1]);
        start -= before[0].length;
      } else {
        const after = DAY_AFTER.exec(text.slice(end, end + 12));
        if (after) {
          day = Number(after[1]);
          end += after[0].length;
        }
      }
      const year = YEAR_AFTER.exec(text.slice(end, end + 14));
      if (year) end += year[0].length;
      if (!isWordToo || day !== undefined || year) yield { ...calendarDay(year?.[1], month, day), start, end };
      continue;
    }
    const weekday = weekdays.get(folded);
    if (weekday !== undefined && !isWordToo) yield { weekday, start: index, end: index + name.length };
  }
}

function calendarDay(
  year: string | undefined,
  month: number | '' | undefined,
  day: number | '' | undefined,
): Omit<ToldDate, 'written' | 'start' | 'end'> {
  const two = (number: number) => String(number).padStart(2, '0');
  const [m, d] = [month || undefined, day !== undefined && day !== '' && day >= 1 && day <= 31 ? day : undefined];
  if (year === undefined) return { month: m, day: d };
  return { edtf: [year, ...(m ? [two(m)] : []), ...(m && d ? [two(d)] : [])].join('-') };
}

/** The digits of every script as 0 to 9, each in its place. */
const foldedDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, (digit) => (digit.length === 1 ? fold(digit) : digit));

/** Whether both can be right: a year and a day in it, a day of any year and that of one. */
export function canBeSameDate(one: ToldDate, other: ToldDate): boolean | undefined {
  if (one.weekday !== undefined || other.weekday !== undefined)
    return one.weekday === undefined || other.weekday === undefined ? undefined : one.weekday === other.weekday;
  if (one.edtf !== undefined && other.edtf !== undefined) return compareDates(spanOfTold(one.edtf), spanOfTold(other.edtf)) !== 'EXCLUDING';
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.month === undefined || b.month === undefined) return undefined;
  return a.month === b.month && (a.day === undefined || b.day === undefined || a.day === b.day);
}

function spanOfTold(edtf: string) {
  const span = dateSpan(edtf);
  if (!span.ok) throw new Error(`${edtf} was told as a date`);
  return span.value;
}

function partsOf({ edtf, month, day }: ToldDate): { readonly month?: number | undefined; readonly day?: number | undefined } {
  if (edtf === undefined) return { month, day };
  const [, m, d] = edtf.split('-');
  return { month: m === undefined ? undefined : Number(m), day: d === undefined ? undefined : Number(d) };
}
