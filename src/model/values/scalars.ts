/** Small values: decimals, digests, and identifiers with their schemes. */
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';
import { cleanText } from './text.js';

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** What an index of either store holds. */
const LONGEST_DECIMAL = 1_000;

/** An exact decimal number: kept as text without plus sign and superfluous zeros. */
export function cleanDecimal(value: string): Cleaned<string> {
  const text = value.trim();
  if (!DECIMAL.test(text))
    return refuse(
      'BAD_NUMBER',
      `"${excerpt(value)}" is not a decimal number`,
      'digits with an optional sign and decimal point, e.g. -12.50',
    );
  if (text.length > LONGEST_DECIMAL) return refuse('TOO_LONG', `the number has ${text.length} characters`, `at most ${LONGEST_DECIMAL}`);
  if (!Number.isFinite(Number(text))) return refuse('BAD_NUMBER', 'the number is out of range', 'at most 308 digits before the point');
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const decimals = fraction.replace(/0+$/, '');
  const plain = decimals ? `${digits}.${decimals}` : digits;
  return accept(negative && /[1-9]/.test(plain) ? `-${plain}` : plain);
}

export function cleanDigest(value: string): Cleaned<string> {
  const text = value
    .trim()
    .toLowerCase()
    .replace(/^sha-?256[:-]/, '');
  return /^[0-9a-f]{64}$/.test(text)
    ? accept(text)
    : refuse('BAD_DIGEST', `"${excerpt(value)}" is not a SHA-256 digest`, '64 hexadecimal digits');
}

/** The forms of well-known schemes; a scheme not listed takes any value. */
const SCHEMES: Record<string, { form: RegExp; example: string }> = {
  wikidata: { form: /^[QPL][1-9]\d*$/, example: 'Q7239' },
  viaf: { form: /^[1-9]\d{1,21}$/, example: '113230702' },
  lei: { form: /^[A-Z0-9]{18}\d{2}$/, example: '5493000IBP32UQZ0KL24' },
  isni: { form: /^\d{15}[\dX]$/, example: '000000012146438X' },
  orcid: { form: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, example: '0000-0002-1825-0097' },
  doi: { form: /^10\.\d{4,9}\/\S+$/, example: '10.1000/182' },
  url: { form: /^https?:\/\/\S+$/i, example: 'https://example.org/' },
};
const SCHEME_NAME = /^[a-z][a-z0-9._-]*$/;

/** Checks an identifier's scheme and its value against the scheme. */
export function cleanIdentifier(scheme: string, value: string): Cleaned<{ scheme: string; value: string }> {
  const name = scheme.trim().toLowerCase();
  if (!SCHEME_NAME.test(name))
    return refuse(
      'BAD_IDENTIFIER',
      `"${excerpt(scheme)}" is not a scheme name`,
      'lower-case letters and digits, e.g. wikidata, viaf, lei, ftm',
    );
  const text = cleanText(value, 500);
  if (!text.ok) return text;
  const known = SCHEMES[name];
  if (known && !known.form.test(text.value)) {
    return refuse('BAD_IDENTIFIER', `"${excerpt(value)}" is not a valid ${name} identifier`, `such as ${known.example}`);
  }
  return accept({ scheme: name, value: text.value });
}
