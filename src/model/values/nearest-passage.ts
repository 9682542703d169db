/** What stands in a text instead of a quote that is not there: the passage that is most like it, and where they part. */
import search from 'approx-string-match';
import { excerpt } from '../errors.js';
import { comparable, type SourceText, type View } from './text-views.js';

/** So many characters of a quote say where it would be; its first ones do. */
const LOOKED_FOR = 64;
/** Something like a quote that is shorter than this stands in every text: it is told only where its case is all that differs. */
const FEWEST = 5;
/** The same of the first half of a quote. */
const FEWEST_OF_HALF = 8;
/** A passage that differs in more than every fourth character is not like the quote. */
const ERRORS = 4;
const errorsAllowed = (length: number): number => (length < FEWEST ? 0 : Math.floor(length / ERRORS));
/** The text is looked through in such pieces: each has to be better than those before it. */
const PIECE = 20_000;

/** In words, for a hint; undefined where nothing is like it. */
export function nearestPassage(source: SourceText, quote: string): string | undefined {
  const view = source.view('FOLDED');
  const needle = comparable(quote, 'FOLDED');
  if (needle === '') return undefined;
  const half = Math.min(LOOKED_FOR, Math.ceil(needle.length / 2));
  // What goes on otherwise may begin alike.
  const at =
    bestPlace(view.folded, needle.slice(0, LOOKED_FOR)) ??
    (half < FEWEST_OF_HALF ? undefined : bestPlace(view.folded, needle.slice(0, half)));
  if (at === undefined) return undefined;
  let same = 0;
  while (same < needle.length && needle[same] === view.folded[at + same]) same++;
  const { from } = view.stretch(at, at + 1);
  const until = Math.min(at + needle.length, view.folded.length);
  const passage = source.text.slice(from, view.stretch(at, until).to);
  const there = at + same < view.folded.length ? pointAt(source.text, view, at + same) : undefined;
  const given = codePointAt(needle, same);
  return `the nearest passage begins at ${source.position(from)}: "${excerpt(passage)}"; it has ${shown(there, view.folded[at + same - 1])} where the quote has ${shown(given, needle[same - 1])}`;
}

/** The letter of the text that stands there; within one, the accent that the quote leaves out. */
function pointAt(text: string, view: View, at: number): number | undefined {
  const { from } = view.stretch(at, at + 1);
  const isWithin = at > 0 && view.stretch(at - 1, at).from === from;
  return isWithin ? view.folded.codePointAt(at) : codePointAt(text, from);
}

/** Where the text is most like the pattern, whatever the case, if it is like it anywhere. */
function bestPlace(text: string, pattern: string): number | undefined {
  const looked = lowered(pattern);
  let best: { readonly at: number; readonly errors: number } | undefined;
  for (let start = 0; start < text.length && best?.errors !== 0; start += PIECE) {
    const allowed = (best?.errors ?? errorsAllowed(looked.length) + 1) - 1;
    const [found] = search(lowered(text.slice(start, start + PIECE + 2 * LOOKED_FOR)), looked, allowed);
    if (found) best = { at: start + found.start, errors: found.errors };
  }
  return best?.at;
}

/** As long as before: letters whose small form is longer stay as they are. */
const lowered = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (each) => each.toLowerCase());
};

const codePointAt = (text: string, at: number): number | undefined => (at < text.length ? text.codePointAt(at) : undefined);

/** An accent with the letter that it stands on. */
function shown(point: number | undefined, before: string | undefined): string {
  if (point === undefined) return 'its end';
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const character = String.fromCodePoint(point);
  if (/\p{M}/u.test(character)) return `"${`${before ?? ''}${character}`.normalize('NFC')}" (with ${name})`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `"${character}" (${name})` : name;
}
