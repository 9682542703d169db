/** Values of snaks as the model's (https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON). */
import type { Reading } from '../reading/reading.js';
import { decimalFrom, languageFrom, LONGEST_LABEL, textFrom, UNDETERMINED } from '../reading/values.js';

type Path = readonly (string | number)[];

export type SnakValue = { readonly item: string } | { readonly literal: Readonly<Record<string, unknown>> };

const GREGORIAN = 'Q1985727';

/** Undefined where nothing of it can be held; what is lost of it is named. */
export function snakValue(entity: Reading, path: Path, lost: string[]): SnakValue | undefined {
  for (const name of ['snaktype', 'property', 'hash', 'datatype']) entity.take(...path, name);
  const kind = entity.look(...path, 'snaktype');
  if (kind === 'somevalue') return { literal: { kind: 'UNKNOWN' } };
  if (kind === 'novalue') return { literal: { kind: 'NONE' } };
  const value = entity.take(...path, 'datavalue', 'value') as Readonly<Record<string, unknown>> | string;
  switch (entity.take(...path, 'datavalue', 'type')) {
    case 'wikibase-entityid': {
      const { id, 'entity-type': type, 'numeric-id': number } = value as Readonly<Record<string, string | number>>;
      const named = (id as string | undefined) ?? `${type === 'property' ? 'P' : 'Q'}${number}`;
      return /^[QPLE][1-9]\d*(-[SF]\d+)?$/.test(named) ? { item: named } : undefined;
    }
    case 'time':
      return timeValue(value as Readonly<Record<string, unknown>>, lost);
    case 'quantity':
      return quantityValue(value as Readonly<Record<string, string>>, lost);
    case 'monolingualtext': {
      const { text, language } = value as Readonly<Record<string, string>>;
      return textValue(text, languageFrom(language) ?? UNDETERMINED);
    }
    case 'globecoordinate': {
      const { latitude, longitude } = value as Readonly<Record<string, number>>;
      lost.push('globe coordinates (kept as text; precision and globe)');
      return textValue(`${latitude}, ${longitude}`);
    }
    default:
      if (typeof value === 'string') return textValue(value);
      lost.push(`values of type ${String(entity.look(...path, 'datavalue', 'type'))}`);
      return undefined;
  }
}

function textValue(text: string | undefined, language?: string): SnakValue | undefined {
  const clean = textFrom(text, LONGEST_LABEL);
  return clean === undefined ? undefined : { literal: { kind: 'TEXT', text: clean, ...(language ? { language } : {}) } };
}

function quantityValue({ amount, unit, upperBound, lowerBound }: Readonly<Record<string, string>>, lost: string[]): SnakValue | undefined {
  const number = decimalFrom(amount);
  if (number === undefined) return undefined;
  if (upperBound !== undefined || lowerBound !== undefined) lost.push('quantity.upperBound, quantity.lowerBound');
  const of = unit === undefined || unit === '1' ? undefined : `wikidata:${unit.split('/').at(-1)}`;
  return { literal: { kind: 'QUANTITY', amount: number, ...(of ? { unit: of } : {}) } };
}

/** Precision 11 is a day, 10 a month, 9 a year, 8 a decade, 7 a century; hours are not used, longer spans are no EDTF level 1. */
function timeValue(
  { time, precision, calendarmodel, before, after, timezone }: Readonly<Record<string, unknown>>,
  lost: string[],
): SnakValue | undefined {
  const [, sign, digits, month, day] = /^([+-])(\d+)-(\d\d)-(\d\d)T/.exec(time as string) ?? [];
  if (digits === undefined) return undefined;
  if (!(calendarmodel as string).endsWith(GREGORIAN)) lost.push('time.calendarmodel (Julian; the date is kept as it is written)');
  if (before !== 0 || after !== 0) lost.push('time.before, time.after');
  if (timezone !== 0) lost.push('time.timezone');
  const isBefore = sign === '-';
  const plain = digits.replace(/^0+(?=\d{4})/, '');
  const minus = isBefore && plain !== '0001' ? '-' : '';
  // Wikibase counts years before Christ as history does, EDTF as astronomy does: with a year 0.
  const year = isBefore && plain.length === 4 ? String(Number(plain) - 1).padStart(4, '0') : plain;
  const dates: Partial<Record<number, string>> = {
    11: `${minus}${year}-${month}-${day}`,
    10: `${minus}${year}-${month}`,
    9: `${minus}${year}`,
    ...(isBefore ? {} : { 8: `${year.slice(0, -1)}X`, 7: `${year.slice(0, -2)}XX` }),
  };
  const date = year.length === 4 ? dates[precision as number] : undefined;
  if (date !== undefined) return { literal: { kind: 'DATE', date } };
  lost.push(`time.precision ${String(precision)} (kept as text)`);
  return { literal: { kind: 'TEXT', text: `${minus}${digits}` } };
}
