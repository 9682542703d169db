/**
 * THE comparison of values by what they mean: contradictions and reconciliation rest on it, and filters on the same
 * spans (dates.ts) and order of decimals (decimals.ts). Two values are the same, go together, exclude each other, or cannot be compared.
 */
import { areApart, dateSpan, hasZone, spanOf, type DateSpan } from './dates.js';
import { scaled } from './decimals.js';
import { foldLetters } from './text.js';
import { unitOf, type Unit } from './units.js';

/**
 * EQUAL: one and the same. COMPATIBLE: both can be right, as a year and a day in it. EXCLUDING: at most one is right.
 * UNKNOWN: nothing says which, and neither agreement nor contradiction follows.
 */
export type Comparison = 'EQUAL' | 'COMPATIBLE' | 'EXCLUDING' | 'UNKNOWN';

/** A literal as documents have it. */
export interface Literal {
  readonly kind: string;
  readonly text?: string | null;
  readonly language?: string | null;
  readonly amount?: string | null;
  readonly unit?: string | null;
  readonly date?: string | null;
}

/** By what the two mean. Each was checked when it was written. */
export function compareLiterals(one: Literal, other: Literal): Comparison {
  // "Somebody, nobody knows who" said twice is one statement, but compared with any other value it says nothing.
  if (one.kind === 'UNKNOWN' || other.kind === 'UNKNOWN') return one.kind === other.kind ? 'EQUAL' : 'UNKNOWN';
  if (one.kind === 'NONE' || other.kind === 'NONE') return one.kind === other.kind ? 'EQUAL' : 'EXCLUDING';
  if (one.kind !== other.kind) return 'UNKNOWN';
  if (one.kind === 'DATE') return compareDates(spanOf(one.date!), spanOf(other.date!));
  if (one.kind === 'QUANTITY') return compareQuantities(one, other);
  return compareTexts(one, other);
}

/** Whether a doubt is written into a literal: what follows from it is then not sure. */
export const isDoubtful = ({ kind, date }: Literal): boolean => kind === 'DATE' && spanOf(date!).certain === undefined;

/** By what they span: one within another goes together with it. */
export function compareDates(one: DateSpan, other: DateSpan): Comparison {
  if (areApart(one, other)) return 'EXCLUDING';
  const isSame =
    one.possible.lower === other.possible.lower &&
    one.possible.upper === other.possible.upper &&
    hasZone(one) === hasZone(other) &&
    one.season === other.season &&
    Boolean(one.certain) === Boolean(other.certain);
  return isSame ? 'EQUAL' : 'COMPATIBLE';
}

interface Quantity {
  readonly amount?: string | null;
  readonly unit?: string | null;
}

/** Exactly, in the unit of their dimension. Units that no table knows are compared with themselves alone. */
export function compareQuantities(one: Quantity, other: Quantity): Comparison {
  const [a, b] = [one.unit ?? '', other.unit ?? ''].map((unit) => unit.trim().normalize('NFC')) as [string, string];
  const isSame = a === b || (WORD.test(a) && foldLetters(a) === foldLetters(b) && !unitOf(a) && !unitOf(b));
  if (isSame) return compareAmounts(one.amount!, other.amount!, PLAIN, PLAIN);
  const [unit, otherUnit] = [unitOf(a), unitOf(b)];
  if (!unit || !otherUnit || unit.dimension !== otherUnit.dimension) return 'UNKNOWN';
  return compareAmounts(one.amount!, other.amount!, unit, otherUnit);
}

/** A unit that is written out: a capital at its beginning says nothing, other than that of a symbol. */
const WORD = /\p{L}{4}/u;

const PLAIN: Unit = { dimension: '', numerator: '1', denominator: '1', offset: '0' };

function compareAmounts(one: string, other: string, unit: Unit, otherUnit: Unit): Comparison {
  const [a, b] = [inBase(one, unit), inBase(other, otherUnit)];
  return a.digits * b.per === b.digits * a.per ? 'EQUAL' : 'EXCLUDING';
}

/** A whole number and what it is divided by. */
function inBase(amount: string, { numerator, denominator, offset }: Unit): { digits: bigint; per: bigint } {
  const [a, o, n, d] = [scaled(amount), scaled(offset), scaled(numerator), scaled(denominator)];
  const scale = Math.max(a.scale, o.scale);
  const sum = a.digits * 10n ** BigInt(scale - a.scale) + o.digits * 10n ** BigInt(scale - o.scale);
  return { digits: sum * n.digits * 10n ** BigInt(d.scale), per: d.digits * 10n ** BigInt(scale + n.scale) };
}

/** Whatever the case and spaces. Texts in two languages may say the same: nobody has compared them, nor those of which one is in a language that is not known. */
function compareTexts(one: Literal, other: Literal): Comparison {
  const [text, otherText] = [one, other].map((each) =>
    each.text!.normalize('NFKC').toUpperCase().toLowerCase().replace(/\s+/gu, ' ').trim(),
  );
  if (text === otherText) return 'EQUAL';
  const [language, otherLanguage] = [one, other].map((each) => spokenIn(each.language));
  return language === otherLanguage ? 'EXCLUDING' : 'UNKNOWN';
}

/** The language without its region and script; undefined where the tag names none. */
function spokenIn(tag: string | null | undefined): string | undefined {
  const [language] = (tag ?? 'und').split('-');
  return ['und', 'mul', 'zxx'].includes(language!) ? undefined : language;
}

const AMOUNT = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:\s*(\D.*))?$/u;
const MIDNIGHT = /T00:00(:00(\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A text of somebody's table with a literal that is known. A time of midnight is how tables write a day; an amount
 * without a unit is in the one that is known. What is not a date, or no number, is not compared with one.
 */
export function compareCell(cell: string, known: Literal): Comparison {
  const text = cell.trim();
  switch (known.kind) {
    case 'DATE': {
      const span = dateSpan(text.replace(' ', 'T').replace(MIDNIGHT, ''));
      return span.ok ? compareDates(span.value, spanOf(known.date!)) : 'UNKNOWN';
    }
    case 'QUANTITY': {
      const [, amount, unit] = AMOUNT.exec(text) ?? [];
      if (amount === undefined) return 'UNKNOWN';
      return compareQuantities({ amount, unit: unit ?? known.unit ?? null }, known);
    }
    case 'NONE':
      return 'EXCLUDING';
    default:
      return 'UNKNOWN';
  }
}
