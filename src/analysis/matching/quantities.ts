/** The numbers that a text tells, in digits or in words, each with its unit where one stands beside it. */
import { compareQuantities } from '../../model/values/compare.js';
import { withoutExponent } from '../../model/values/decimals.js';
import { unitOf } from '../../model/values/units.js';
import { fold } from '../../model/values/text.js';
import { primaryOf } from './language.js';
import { scaleOf, spelledNumber } from './spelled-numbers.js';

export interface Quantity {
  /** A decimal. */
  readonly amount: string;
  /** A symbol, or a name in English; undefined where none stands beside it that is known. */
  readonly unit?: string | undefined;
  /** As the text has it. */
  readonly written: string;
  /** Where it stands in the text, in code units; `end` is the first one after it. */
  readonly start: number;
  readonly end: number;
}

/** Digits with marks between thousands, or with a decimal mark; not those of a name such as G7, A380 or COVID-19. */
const DIGITS =
  /(?<![\p{L}\p{N}_]|\p{L}-|[\p{N}][.,])([-−](?=\p{Nd}))?(\p{Nd}{1,3}(?:[.,'’٬\u00A0\u202F\u2009 ]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?|\p{Nd}+(?:[.,٫]\p{Nd}+)?)(?![\p{Nd}])/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WORD_AFTER = /[\s\u00A0\u202F-]*([\p{L}\p{M}]+\.?)/uy;
const UNIT_AFTER = /[\s\u00A0\u202F]*(%|‰|٪|°[CF]|℃|℉|[\p{L}µμ]+[²³23]?(?:\/[\p{L}]+)?)/uy;
const CURRENCY_AFTER = /[\s\u00A0\u202F-]*(\p{Sc}|[\p{L}\p{M}]+)/uy;
const CURRENCY_BEFORE = /(\p{Sc}|\b(?:USD|EUR|GBP|CHF|US\$))[\s\u00A0]*$/u;
/** Ordinal endings, after which a number is not a name. */
const ORDINAL = /^(?:st|nd|rd|th|er|ère|re|e|ème|º|ª|°|a|o)$/iu;

/** What a percent, and currencies, are called; folded. */
const NAMED_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '%': '% ٪ percent pct prozent percento procent procento процент процента процентов проценты بالمئة بالمائة',
    USD: '$ usd dollar dollars dolar dolares dolari dollari доллар доллара долларов دولار دولارا دولارات',
    EUR: '€ eur euro euros евро يورو',
    GBP: '£ gbp pound pounds pfund libra libras sterling',
    JPY: '¥ jpy yen',
    RUB: '₽ rub рубль рубля рублей rubles roubles',
  }).flatMap(([unit, names]) => names.split(' ').map((name) => [fold(name), unit] as const)),
);
const PERCENT = '%';
const PERCENT_PHRASE =
  /^[\s\u00A0]*(?:per cent|pour cent|por cien(?:to)?|por cento|per cento|v\. ?H\.|في المئة|في المائة|بالمئة|بالمائة)/iu;
/** Symbols that are words as well: "5 in Paris", "5 a day". */
const WORDS_TOO: ReadonlySet<string> = new Set('in a d mo o h s e y ac as am at an do pt no min bar bars second seconds'.split(' '));

/** In the order of the text. `language`: of the text, for numbers in words. */
export function quantitiesIn(text: string, tag: string | undefined): Quantity[] {
  const language = primaryOf(tag);
  const digits = [...text.matchAll(DIGITS)].flatMap((match) => quantityAt(text, match, language) ?? []);
  return [...digits, ...spelledIn(text, language, digits)].sort((a, b) => a.start - b.start);
}

function quantityAt(text: string, match: RegExpExecArray, language: string | undefined): Quantity | undefined {
  const [whole, sign, written] = match as unknown as [string, string | undefined, string];
  if (written.length > LONGEST_WRITTEN) return undefined;
  const start = match.index;
  let end = start + whole.length;
  // A minus begins a number; a hyphen joins it to what stands before.
  const isNegative = sign !== undefined && !/[\p{L}\p{N}]$/u.test(text.slice(0, start));
  const [, currency] = CURRENCY_BEFORE.exec(text.slice(Math.max(0, start - 5), start)) ?? [];
  let factor = 1;
  WORD_AFTER.lastIndex = end;
  const after = WORD_AFTER.exec(text);
  const isGlued = after !== null && after.index + after[0].length - after[1]!.length === end;
  if (after) {
    const word = fold(after[1]!.replace(/\.$/, ''));
    const scale = scaleOf(word, language) ?? SHORT_SCALES.get(word);
    const isShort = SHORT_SCALES.has(word);
    // "5m" is metres, but of money millions.
    if (scale !== undefined && scale >= 1_000 && (!isShort || word === 'k' || word === 'bn' || currency !== undefined)) {
      factor = scale;
      end = WORD_AFTER.lastIndex;
    } else if (isGlued && !ORDINAL.test(after[1]!) && unitAt(text, end) === undefined) return undefined;
  }
  const beside = unitAt(text, end);
  end = beside?.end ?? end;
  const unit = (currency && NAMED_UNITS.get(fold(currency.replace('US', '')))) ?? beside?.unit;
  const decimal = decimalOf(fold(written));
  const amount = factor === 1 ? decimal : withoutExponent(`${decimal}e${Math.log10(factor)}`);
  if (amount === undefined) return undefined;
  return { amount: isNegative ? `-${amount}` : amount, unit, written: text.slice(start, end).trim(), start, end };
}

const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
]);

/** "1,200", "1.200", "1 200" are 1200; "1.5" and "1,5" are 1.5, "1,200.5" is 1200.5. */
function decimalOf(written: string): string {
  const plain = written.replace(/[٬'’\s]/gu, '').replace('٫', '.');
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const marks = plain.replace(/\d/g, '');
  const isThousands = last >= 0 && /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(plain);
  const isDecimal = last >= 0 && !isThousands && (marks.length === 1 || marks.at(-1) !== marks[0]);
  const [whole, fraction] = isDecimal ? [plain.slice(0, last), plain.slice(last + 1)] : [plain, ''];
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/\D/g, '').replace(/0+$/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}

/** The unit that stands beside a number, and where it ends. */
function unitAt(text: string, end: number): { readonly unit: string; readonly end: number } | undefined {
  const percent = PERCENT_PHRASE.exec(text.slice(end, end + LONGEST_PERCENT));
  if (percent) return { unit: '%', end: end + percent[0].length };
  UNIT_AFTER.lastIndex = end;
  const [, symbol] = UNIT_AFTER.exec(text) ?? [];
  const until = UNIT_AFTER.lastIndex;
  if (symbol === undefined) return currencyAt(text, end);
  const named = NAMED_UNITS.get(fold(symbol));
  if (named !== undefined) return { unit: named, end: until };
  return !WORDS_TOO.has(symbol.toLowerCase()) && unitOf(symbol) ? { unit: symbol, end: until } : currencyAt(text, end);
}

/** Characters. */
const LONGEST_PERCENT = 20;

function currencyAt(text: string, end: number): { readonly unit: string; readonly end: number } | undefined {
  CURRENCY_AFTER.lastIndex = end;
  const [, word] = CURRENCY_AFTER.exec(text) ?? [];
  const unit = word === undefined ? undefined : NAMED_UNITS.get(fold(word));
  return unit === undefined ? undefined : { unit, end: CURRENCY_AFTER.lastIndex };
}

function spelledIn(text: string, language: string | undefined, digits: readonly Quantity[]): Quantity[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word: fold(word), start: index, end: index + word.length }));
  const taken = ({ start, end }: { start: number; end: number }) => digits.some((each) => start < each.end && each.start < end);
  const found: Quantity[] = [];
  for (let at = 0; at < words.length; at++) {
    if (taken(words[at]!)) continue;
    const rest = words.slice(at, at + LONGEST_NUMBER);
    const free = rest.findIndex(taken);
    const spelled = spelledNumber(
      (free < 0 ? rest : rest.slice(0, free)).map(({ word }) => word),
      language,
    );
    if (!spelled) continue;
    const { start } = words[at]!;
    const { end } = words[at + spelled.length - 1]!;
    const beside = unitAt(text, end);
    const until = beside?.end ?? end;
    found.push({ amount: String(spelled.value), unit: beside?.unit, written: text.slice(start, until), start, end: until });
    at += spelled.length - 1;
  }
  return found;
}

/** Characters of a number in digits; a longer one is no number that anybody reads. */
const LONGEST_WRITTEN = 40;
/** Words of one number. */
const LONGEST_NUMBER = 12;

/** Whether two numbers say the same: in one unit, or in units of one dimension, or where one of them has none. 52 votes are not 52 %. */
export function areSameQuantity(one: Quantity, other: Quantity): boolean {
  const [a, b] = [one.unit, other.unit];
  if ((a === PERCENT) !== (b === PERCENT)) return false;
  if (a !== undefined && b !== undefined) return compareQuantities(one, other) === 'EQUAL';
  return compareQuantities({ amount: one.amount }, { amount: other.amount }) === 'EQUAL';
}
