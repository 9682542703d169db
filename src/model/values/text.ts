/** Texts: what is allowed in them, and how long they are. How they are compared: folding.ts. */
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';

export { fold, foldLetters } from './folding.js';

// Controls but tab, line feed and carriage return; with the u flag \p{Cs} matches lone surrogates only.
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const FORBIDDEN = /[\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;

/** Length in Unicode code points: the unit of every text limit and passage position. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      length--;
      index++;
    }
  }
  return length;
}

/** NFC, trimmed; refuses emptiness, controls, lone surrogates and more than `max` code points. */
export function cleanText(value: string, max: number): Cleaned<string> {
  const sound = soundText(value, max);
  if (!sound.ok) return sound;
  const text = value.normalize('NFC').trim();
  if (text === '') return refuse('BAD_TEXT', 'the text is empty', 'give some text, or leave the field out');
  return accept(text);
}

/** The text as it is, to the letter; for what must match a source (quotes, whole texts). */
export function soundText(value: string, max: number): Cleaned<string> {
  // Units are at most twice the code points: the cheap test first.
  if (value.length > max && codePointLength(value) > max) {
    return refuse('TOO_LONG', `the text has ${codePointLength(value)} characters`, `at most ${max} characters`);
  }
  const bad = FORBIDDEN.exec(value);
  if (bad) {
    const code = bad[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return refuse('BAD_TEXT', `the text holds U+${code} at position ${bad.index}`, 'remove control characters and broken surrogate pairs');
  }
  if (value === '') return refuse('BAD_TEXT', 'the text is empty', 'give some text, or leave the field out');
  return accept(value);
}

const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._~:/@+#%=?&,;()!*'-]*$/u;

/** A caller's own stable key such as `wikidata:Q7239`: no spaces, not shaped like an id. */
export function cleanKey(value: string, max: number): Cleaned<string> {
  const text = cleanText(value, max);
  if (!text.ok) return text;
  if (isId(text.value))
    return refuse('BAD_KEY', 'a key must not look like an id', 'choose a key such as "bfm-2021-01-11" or "wikidata:Q7239"');
  if (!KEY.test(text.value)) {
    return refuse(
      'BAD_KEY',
      `"${excerpt(value)}" is not a key`,
      "letters, digits and . _ ~ : / @ + # % = ? & , ; ( ) ! * ' - without spaces, beginning with a letter or digit",
    );
  }
  return accept(text.value);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a reference is an id (a UUID) rather than a caller's key. */
export function isId(value: string): boolean {
  return UUID.test(value);
}

/** An id as stores have it, in lower case; anything else as it is. */
export const normalId = (value: string): string => (isId(value) ? value.toLowerCase() : value);

/** Order of two strings by code point, as SQLite's BINARY collation has it. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    let a = left.charCodeAt(index);
    let b = right.charCodeAt(index);
    if (a === b) continue;
    // A surrogate stands for a code point above every other unit.
    if (a >= 0xd800 && a <= 0xdfff) a += 0x10000;
    if (b >= 0xd800 && b <= 0xdfff) b += 0x10000;
    return a - b;
  }
  return left.length - right.length;
}
