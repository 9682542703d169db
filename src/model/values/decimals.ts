/** Exact decimals as text: their order, and what can be worked out with them without losing a digit. */

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** A decimal as a whole number of units of a power of ten: `digits` × 10^-`scale`. */
export interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

/** Throws on a text that is no decimal: it was checked before (scalars.ts). */
export function scaled(decimal: string): Scaled {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(decimal) ?? [];
  if (sign === undefined || whole + fraction === '') throw new Error(`${decimal} is no decimal`);
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length - Number(exponent) };
}

/** A number as a program prints it (1e+21) as a decimal without an exponent; undefined where it is none. */
export function withoutExponent(text: string): string | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '' || Math.abs(Number(exponent)) > PLACES) return undefined;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const [before, after] =
    point <= 0 ? ['0', '0'.repeat(-point) + digits] : [digits.slice(0, point).padEnd(point, '0'), digits.slice(point)];
  return `${sign}${before}${after === '' ? '' : `.${after}`}`;
}

/** As many as a number of a program has before or after its point. */
const PLACES = 400;
/** Digits that are told apart where decimals are sorted and found: more than any that is taken has (scalars.ts). */
const DIGITS_COMPARED = 1_000;
const MIDDLE = 50_000;
const WIDTH = 5;

/**
 * A text that sorts, code unit by code unit, as the decimals do as numbers, and is the same for equal ones: which
 * sign, where the first digit stands, the digits. Of negative ones everything is turned round.
 */
export function decimalOrder(decimal: string): string {
  const { digits, scale } = scaled(decimal);
  if (digits === 0n) return '1';
  const isNegative = digits < 0n;
  const all = String(isNegative ? -digits : digits);
  const place = String(Math.min(2 * MIDDLE - 1, Math.max(0, MIDDLE + all.length - scale))).padStart(WIDTH, '0');
  const text = place + all.replace(/0+$/, '').slice(0, DIGITS_COMPARED);
  // Past every digit: of two that begin alike the longer one is then the lesser.
  return isNegative ? `0${text.replace(/\d/g, (digit) => String(9 - Number(digit)))}~` : `2${text}`;
}
