/** The piece of a source's text that is shown for what was found in it. */
import type { Highlight, TextMatch } from './rank.js';

/** Code points. */
const LENGTH = 300;
const BEFORE = 60;

/** A whole text as the piece of it that has the most of what was found; any other text as it is. */
export function shortened(match: TextMatch): TextMatch {
  if (match.member !== 'text') return match;
  const points = [...match.text];
  const densest = fullest(match.highlights);
  const from = wordBeginsAfter(points, Math.max(0, densest - BEFORE), densest);
  const until = Math.min(points.length, Math.max(from + LENGTH, match.highlights.find(({ start }) => start === densest)!.end));
  const highlights = match.highlights
    .filter(({ start, end }) => start >= from && end <= until)
    .map(({ start, end }) => ({ start: start - from, end: end - from }));
  return { ...match, text: points.slice(from, until).join(''), highlights };
}

/** Where the piece of the text begins that holds the most of the highlights, which are in order. */
function fullest(highlights: readonly Highlight[]): number {
  let best = 0;
  let most = 0;
  let last = 0;
  highlights.forEach(({ start }, first) => {
    while (last < highlights.length && highlights[last]!.end <= start + LENGTH - BEFORE) last++;
    if (last - first > most) [most, best] = [last - first, first];
  });
  return highlights[best]!.start;
}

/** The first place after a space, so that no word is cut; the place itself where there is none before `limit`. */
function wordBeginsAfter(points: readonly string[], place: number, limit: number): number {
  if (place === 0) return 0;
  for (let at = place; at < limit; at++) if (/\s/u.test(points[at]!)) return at + 1;
  return place;
}
