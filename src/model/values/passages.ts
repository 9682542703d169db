/**
 * Passages: where in a source's text a quote stands (W3C Web Annotation, TextQuoteSelector and
 * TextPositionSelector). Positions count Unicode code points; `end` is the first one not taken.
 *
 * A quote is looked for to the letter, then for canonically equal letters, then as the eye reads it. What is kept
 * are always the text's own letters.
 */
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';
import { PASSAGE_MATCHES, type PassageMatch } from '../vocabulary.js';
import { nearestPassage } from './nearest-passage.js';
import { codePointLength } from './text.js';
import { comparable, SourceText, type Stretch } from './text-views.js';

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
  /** Absent in a passage given by its position alone. */
  readonly match?: PassageMatch | undefined;
  /** What was given and did not fit the text, where the quote outranked it. */
  readonly unfit?: readonly UnfitMember[] | undefined;
}

export type UnfitMember = 'prefix' | 'suffix' | 'start' | 'end';

export interface Anchoring {
  /** The quote says where it stands; position and context only tell several places apart, and may be out of date. */
  readonly quoteFirst?: boolean | undefined;
  /** Whether a refusal may look for what is most like the quote, which takes as long as the text is. */
  readonly mayLookAround?: ((source: SourceText) => boolean) | undefined;
}

/**
 * Finds the one place the selector means. Refuses a quote that is not there (QUOTE_NOT_FOUND) and
 * one that stands in several places with neither position nor context to tell (QUOTE_AMBIGUOUS).
 */
export function anchorPassage(text: string | SourceText, selector: PassageSelector, anchoring: Anchoring = {}): Cleaned<AnchoredPassage> {
  const source = typeof text === 'string' ? new SourceText(text) : text;
  if (selector.exact === undefined) return anchorPosition(source, selector);
  const given = selector.start === undefined ? undefined : unitIndex(source.text, selector.start);
  if (given !== undefined && source.text.startsWith(selector.exact, given)) {
    // However often it stands before that.
    const place = { from: given, to: given + selector.exact.length };
    if (source.isWhole(place) && unfitMembers(source, place, selector).length === 0)
      return accept(anchored(source, { match: 'EXACT', place }, selector, []));
  }
  let first: Found | undefined;
  for (const match of PASSAGE_MATCHES) {
    const places = source.places(selector.exact, match);
    if (places.length === 0) continue;
    first ??= { match, places };
    const fitting = places.filter((place) => unfitMembers(source, place, selector).length === 0);
    if (fitting.length === 1) return accept(anchored(source, { match, place: fitting[0]! }, selector, []));
    if (fitting.length > 1) return ambiguous(source, fitting);
  }
  if (!first) return notFound(source, selector.exact, anchoring);
  return anchoring.quoteFirst ? nearlyFitting(source, first, selector) : elsewhere(source, first.places);
}

interface Found {
  readonly match: PassageMatch;
  readonly places: readonly Stretch[];
}

/** The place for which most of what was given speaks, if it is one. */
function nearlyFitting(source: SourceText, { match, places }: Found, selector: PassageSelector): Cleaned<AnchoredPassage> {
  const judged = places.map((place) => ({ place, unfit: unfitMembers(source, place, selector) }));
  const fewest = Math.min(...judged.map(({ unfit }) => unfit.length));
  const likely =
    places.length === 1 ? judged : judged.filter(({ unfit }) => unfit.length === fewest && fewest < givenMembers(selector).length);
  const open = likely.length > 0 ? likely : judged;
  // Annotators in browsers count UTF-16 units.
  const [one, ...others] = open.length > 1 ? open.filter(({ place }) => place.from === selector.start) : open;
  if (!one || others.length > 0)
    return ambiguous(
      source,
      open.map(({ place }) => place),
    );
  return accept(anchored(source, { match, place: one.place }, selector, one.unfit));
}

const givenMembers = (selector: PassageSelector): UnfitMember[] =>
  (['prefix', 'suffix', 'start', 'end'] as const).filter((name) => selector[name] !== undefined);

/** What was given beside the quote and is not so at this place. */
function unfitMembers(source: SourceText, place: Stretch, selector: PassageSelector): UnfitMember[] {
  const { prefix, suffix, start, end } = selector;
  const unfit: UnfitMember[] = [];
  if (prefix && !contextBefore(source, place, prefix)) unfit.push('prefix');
  if (suffix && !contextAfter(source, place, suffix)) unfit.push('suffix');
  if (start !== undefined && source.position(place.from) !== start) unfit.push('start');
  if (end !== undefined && source.position(place.to) !== end) unfit.push('end');
  return unfit;
}

/** The passage with the text's own letters. */
function anchored(
  source: SourceText,
  { match, place }: { readonly match: PassageMatch; readonly place: Stretch },
  { prefix, suffix }: PassageSelector,
  unfit: readonly UnfitMember[],
): AnchoredPassage {
  const before = prefix && !unfit.includes('prefix') ? contextBefore(source, place, prefix) : undefined;
  const after = suffix && !unfit.includes('suffix') ? contextAfter(source, place, suffix) : undefined;
  return {
    exact: source.text.slice(place.from, place.to),
    prefix: before && source.text.slice(before.from, before.to),
    suffix: after && source.text.slice(after.from, after.to),
    start: source.position(place.from),
    end: source.position(place.to),
    match,
    ...(unfit.length > 0 ? { unfit } : {}),
  };
}

/** Context is compared as the eye reads it: spaces between it and the quote may be missing. */
function contextBefore(source: SourceText, { from }: Stretch, prefix: string): Stretch | undefined {
  if (source.text.startsWith(prefix, from - prefix.length) && from >= prefix.length) return { from: from - prefix.length, to: from };
  const context = comparable(prefix, 'FOLDED');
  const view = source.view('FOLDED');
  let until = view.indexOf(from);
  if (context === '') return { from, to: from };
  if (view.folded[until - 1] === ' ') until--;
  const at = until - context.length;
  return at >= 0 && view.folded.startsWith(context, at) ? { from: view.stretch(at, until).from, to: from } : undefined;
}

function contextAfter(source: SourceText, { to }: Stretch, suffix: string): Stretch | undefined {
  if (source.text.startsWith(suffix, to)) return { from: to, to: to + suffix.length };
  const context = comparable(suffix, 'FOLDED');
  const view = source.view('FOLDED');
  let at = view.indexOf(to);
  if (context === '') return { from: to, to };
  if (view.folded[at] === ' ') at++;
  return view.folded.startsWith(context, at) ? { from: to, to: view.stretch(at, at + context.length).to } : undefined;
}

function ambiguous(source: SourceText, places: readonly Stretch[]): Cleaned<never> {
  const hint = `select one by start (${positions(source, places)}), prefix or suffix`;
  return refuse('QUOTE_AMBIGUOUS', `the quote appears at ${places.length} places`, hint);
}

const elsewhere = (source: SourceText, places: readonly Stretch[]): Cleaned<never> =>
  refuse(
    'QUOTE_NOT_FOUND',
    'the quote is in the text, but not at this position or between this prefix and suffix',
    `it begins at ${positions(source, places)}`,
  );

function notFound(source: SourceText, exact: string, { mayLookAround }: Anchoring): Cleaned<never> {
  const nearest = (mayLookAround?.(source) ?? true) ? nearestPassage(source, exact) : undefined;
  return refuse(
    'QUOTE_NOT_FOUND',
    `"${excerpt(exact)}" is not in the source's text`,
    nearest ?? 'quote the text verbatim; nothing in it is similar to this quote',
  );
}

function anchorPosition(source: SourceText, selector: PassageSelector): Cleaned<AnchoredPassage> {
  const { start = 0, end = 0, prefix, suffix } = selector;
  const from = unitIndex(source.text, start);
  const to = unitIndex(source.text, end);
  const isInside =
    from !== undefined && to !== undefined && end > start && unfitMembers(source, { from, to }, { prefix, suffix }).length === 0;
  if (!isInside)
    return refuse(
      'QUOTE_NOT_FOUND',
      `the text has no such passage from ${start} to ${end}`,
      `positions from 0 to ${source.length}, end after start`,
    );
  const { exact: _letters, match: _match, ...passage } = anchored(source, { match: 'EXACT', place: { from, to } }, selector, []);
  return accept(passage);
}

/** Whether the anchored quote still stands where it stood, to the letter. It is never looked for elsewhere. */
export function standsInText(text: string, { exact = '', prefix, suffix, start, end }: AnchoredPassage): boolean {
  const place = unitIndex(text, start);
  if (place === undefined || !text.startsWith(exact, place)) return false;
  // A passage that is kept without its end is as long as its quote.
  if ((end as number | undefined) !== undefined && end !== start + codePointLength(exact)) return false;
  if (prefix && !(place >= prefix.length && text.startsWith(prefix, place - prefix.length))) return false;
  return !suffix || text.startsWith(suffix, place + exact.length);
}

function positions(source: SourceText, places: readonly Stretch[]): string {
  const shown = places.slice(0, 5).map(({ from }) => source.position(from));
  return shown.join(', ') + (places.length > shown.length ? ', …' : '');
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
