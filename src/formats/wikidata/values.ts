/** Values of snaks as the model's (https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON). */
import type { Reading } from '../reading/reading.js';
import { decimalFrom, languageFrom, LONGEST_LABEL, textFrom, UNDETERMINED } from '../reading/values.js';
import { timeValue } from './times.js';

type Path = readonly (string | number)[];

export type SnakValue = { readonly item: string } | { readonly literal: Readonly<Record<string, unknown>> };

/** Undefined where nothing of it can be held; what is lost of it is named. */
export function snakValue(entity: Reading, path: Path, lost: string[]): SnakValue | undefined {
  const named = lost.length;
  const value = valueOf(entity, path, lost);
  if (value === undefined && lost.length === named)
    lost.push(`${path.filter((step) => typeof step === 'string' && /^[a-z]/.test(step)).join('.')} (a value that cannot be read)`);
  return value;
}

function valueOf(entity: Reading, path: Path, lost: string[]): SnakValue | undefined {
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
