/** Values as other formats write them, as the model has them; undefined where they mean nothing to it. */
import { createHash } from 'node:crypto';
import { cleanDate, isReversed, spanOf } from '../../model/values/dates.js';
import { cleanLanguage } from '../../model/values/languages.js';
import { cleanDecimal } from '../../model/values/scalars.js';
import { cleanText, foldLetters } from '../../model/values/text.js';
import { canonicalUrl, cleanUrl } from '../../model/values/urls.js';
import { withoutControls } from './controls.js';

export const UNDETERMINED = 'und';
const LONGEST_URL = 2_000;

/** ISO 8601 as publishers write it: a space for the T, an offset without colon, no leading zeros are not repaired. */
export function dateFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = text
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2})\s+(?=\d{2}:\d{2})/, '$1T')
    .replace(/(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*([+-]\d{2})(\d{2})$/, '$1$2:$3')
    .replace(/(\d{2}:\d{2}:\d{2}\.\d{3})\d+/, '$1');
  const cleaned = cleanDate(plain);
  return cleaned.ok ? cleaned.value : undefined;
}

/** When a claim holds, by two dates that are sound; neither, and `onReversed` is called, where the end lies before the beginning. */
export function soundValidity(
  validFrom: string | undefined,
  validUntil: string | undefined,
  onReversed: () => void,
): { readonly validFrom?: string; readonly validUntil?: string } {
  if (validFrom !== undefined && validUntil !== undefined && isReversed(spanOf(validFrom), spanOf(validUntil))) {
    onReversed();
    return {};
  }
  return { ...(validFrom ? { validFrom } : {}), ...(validUntil ? { validUntil } : {}) };
}

export function languageFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const cleaned = cleanLanguage(text);
  return cleaned.ok ? cleaned.value : undefined;
}

/** An address without its scheme ("example.org/page") is taken for https. */
export function urlFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const given = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : text;
  const cleaned = cleanUrl(given, LONGEST_URL);
  return cleaned.ok ? cleaned.value : undefined;
}

export function decimalFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const cleaned = cleanDecimal(text);
  return cleaned.ok ? cleaned.value : undefined;
}

/** The text with controls gone, cut to its limit with an ellipsis; undefined where nothing is left. */
export function textFrom(text: string | undefined, max: number): string | undefined {
  if (text === undefined) return undefined;
  const plain = withoutControls(text, '').trim();
  // No more of it is taken apart than could be kept.
  const points = plain.length > max ? Array.from(plain.slice(0, 2 * max + 2)) : [];
  const cut = points.length > max ? `${points.slice(0, max - 1).join('')}…` : plain;
  const cleaned = cleanText(cut, max);
  return cleaned.ok ? cleaned.value : undefined;
}

/** What `textFrom` leaves out of a text, in words for a report: nothing, or each reason. Blanks around it are no loss. */
export function leftOutOf(text: unknown, max: number): string[] {
  if (typeof text !== 'string') return [];
  const plain = withoutControls(text, '');
  const isTooLong = Array.from(plain.trim().slice(0, 2 * max + 2)).length > max;
  return [...(plain === text ? [] : ['control characters']), ...(isTooLong ? [`the part over ${max} characters`] : [])];
}

export const LONGEST_LABEL = 2_000;
export const LONGEST_TITLE = 1_000;

/** Names an agent over every file that speaks of it: by its page, else by its name. */
export function agentKey(name: string, url: string | undefined): string {
  if (url) return keyOf('agent', canonicalUrl(url).replace(/^https?:\/\//, ''));
  return keyOf('agent', foldLetters(name).replace(/[^\p{L}\p{N}]+/gu, '-'));
}

const LONGEST_KEY = 200;
const NOT_IN_A_KEY = /[^\p{L}\p{N}._~:/@+#%=?&,;()!*'-]/u;

/** A key of the caller's own form; a name that is no key, or too long for one, by its digest. */
export function keyOf(prefix: string, name: string): string {
  const key = `${prefix}:${name}`;
  if (name === '' || NOT_IN_A_KEY.test(key) || key.length > LONGEST_KEY) return `${prefix}:${digestOf(name)}`;
  return key;
}

/** Enough of a SHA-256 to name a thing by its content. */
export const digestOf = (...parts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part.normalize('NFC'))))
    .digest('hex')
    .slice(0, 32);
