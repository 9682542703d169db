/**
 * Passages: where in a source's text a quote stands (W3C Web Annotation, TextQuoteSelector and
 * TextPositionSelector). Positions count Unicode code points; `end` is the first one not taken.
 */
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';
import { codePointLength } from './text.js';

export interface PassageSelector {
  /** Absent in a passage given by its position alone. */
  readonly exact?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

export interface AnchoredPassage extends PassageSelector {
  readonly start: number;
  readonly end: number;
}

/** More places than this are not told apart one by one. */
const PLACES_LOOKED_AT = 10_000;

/**
 * Finds the one place the selector means. Refuses a quote that is not there (QUOTE_NOT_FOUND) and
 * one that stands in several places with neither position nor context to tell (QUOTE_AMBIGUOUS).
 */
export function anchorPassage(text: string, selector: PassageSelector): Cleaned<AnchoredPassage> {
  if (selector.exact === undefined) return anchorPosition(text, selector);
  const length = codePointLength(selector.exact);
  const start = selector.start ?? (selector.end === undefined ? undefined : selector.end - length);
  if (start !== undefined) {
    if (standsAt(text, start, selector)) return accept({ ...selector, start, end: start + length });
  } else {
    const fitting = places(text, selector).filter((place) => hasContext(text, place, selector));
    if (fitting.length > 1) {
      return refuse(
        'QUOTE_AMBIGUOUS',
        `the quote stands at ${fitting.length} places`,
        `say which by start (${positions(text, fitting)}), prefix or suffix`,
      );
    }
    if (fitting.length === 1) {
      const at = codePointLength(text.slice(0, fitting[0]));
      return accept({ ...selector, start: at, end: at + length });
    }
  }
  const found = places(text, selector);
  return found.length === 0
    ? refuse(
        'QUOTE_NOT_FOUND',
        `"${excerpt(selector.exact)}" does not stand in the source's text`,
        'quote the text to the letter, its spaces and quotation marks included',
      )
    : refuse(
        'QUOTE_NOT_FOUND',
        'the quote stands in the text, but not at this position or between this prefix and suffix',
        `it begins at ${positions(text, found)}`,
      );
}

function anchorPosition(text: string, selector: PassageSelector): Cleaned<AnchoredPassage> {
  const { start = 0, end = 0 } = selector;
  const from = unitIndex(text, start);
  const inside =
    from !== undefined && unitIndex(text, end) !== undefined && hasContext(text, from, { ...selector, exact: sliceOf(text, start, end) });
  return inside && end > start
    ? accept({ ...selector, start, end })
    : refuse(
        'QUOTE_NOT_FOUND',
        `the text has no such passage from ${start} to ${end}`,
        `positions from 0 to ${codePointLength(text)}, end after start`,
      );
}

function sliceOf(text: string, start: number, end: number): string {
  return text.slice(unitIndex(text, start), unitIndex(text, end));
}

/** Whether the anchored quote still stands where it stood. It is never looked for elsewhere. */
export function standsInText(text: string, passage: AnchoredPassage): boolean {
  return standsAt(text, passage.start, passage);
}

function standsAt(text: string, start: number, selector: PassageSelector): boolean {
  const { exact = '', end } = selector;
  const place = unitIndex(text, start);
  if (place === undefined || !text.startsWith(exact, place)) return false;
  if (end !== undefined && end !== start + codePointLength(exact)) return false;
  return hasContext(text, place, selector);
}

function hasContext(text: string, place: number, { exact = '', prefix, suffix }: PassageSelector): boolean {
  if (prefix && !text.startsWith(prefix, place - prefix.length)) return false;
  return !suffix || text.startsWith(suffix, place + exact.length);
}

function places(text: string, { exact = '' }: PassageSelector): number[] {
  const found: number[] = [];
  for (let place = text.indexOf(exact); place !== -1 && found.length < PLACES_LOOKED_AT; place = text.indexOf(exact, place + 1))
    found.push(place);
  return found;
}

function positions(text: string, found: readonly number[]): string {
  const shown = found.slice(0, 5).map((place) => codePointLength(text.slice(0, place)));
  return shown.join(', ') + (found.length > shown.length ? ', …' : '');
}

/** The index in UTF-16 units of a position in code points; undefined past the end. */
function unitIndex(text: string, position: number): number | undefined {
  let index = 0;
  for (let passed = 0; passed < position; passed++) {
    if (index >= text.length) return undefined;
    index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  }
  return index;
}
