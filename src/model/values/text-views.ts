/**
 * A source's text as quotes are looked for in it: to the letter, with canonically equal letters made one, and as the
 * eye reads it. Every view knows of each of its characters where it stands in the text itself.
 */
import type { PassageMatch } from '../vocabulary.js';
import { codePointLength } from './text.js';

/** A part of the text, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** More places than this are not told apart one by one. */
const PLACES_LOOKED_AT = 10_000;
const STEP = 1_024;

/** Characters as a reader counts them (Unicode UAX 29, extended grapheme clusters). */
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
const NON_JOINER = '\u200C';
/** Before the first combining mark each code unit is a character of its own. */
const FIRST_ACCENT = 0x300;

export class SourceText {
  readonly #views = new Map<PassageMatch, View>();
  /** Code points before every STEP-th unit. */
  #before: Uint32Array | undefined;

  constructor(readonly text: string) {}

  view(rung: Exclude<PassageMatch, 'EXACT'>): View {
    let view = this.#views.get(rung);
    if (!view) this.#views.set(rung, (view = new View(this.text, rung)));
    return view;
  }

  /** Where the quote stands, as this rung compares. */
  places(quote: string, rung: PassageMatch): Stretch[] {
    if (rung !== 'EXACT')
      return this.view(rung)
        .places(comparable(quote, rung))
        .filter((place) => this.isWhole(place));
    const found: Stretch[] = [];
    for (let from = this.text.indexOf(quote); from !== -1 && found.length < PLACES_LOOKED_AT; from = this.text.indexOf(quote, from + 1)) {
      const place = { from, to: from + quote.length };
      if (this.isWhole(place)) found.push(place);
    }
    return found;
  }

  /** Whether it begins and ends between characters as a reader counts them: not before an accent, nor within an emoji. */
  isWhole({ from, to }: Stretch): boolean {
    return this.#isBoundary(from) && this.#isBoundary(to);
  }

  #segments: Intl.Segments | undefined;

  #isBoundary(unit: number): boolean {
    if (unit <= 0 || unit >= this.text.length) return true;
    if (this.text.charCodeAt(unit - 1) < FIRST_ACCENT && this.text.charCodeAt(unit) < FIRST_ACCENT) return true;
    // It parts letters, although Unicode counts it to the one before it.
    if (this.text[unit] === NON_JOINER) return true;
    this.#segments ??= CHARACTERS.segment(this.text);
    return this.#segments.containing(unit)!.index === unit;
  }

  /** The position in code points of a unit of the text. */
  position(unit: number): number {
    if (!this.#before) {
      this.#before = new Uint32Array(Math.floor(this.text.length / STEP) + 1);
      for (let step = 1; step < this.#before.length; step++)
        this.#before[step] = this.#before[step - 1]! + firstUnits(this.text, (step - 1) * STEP, step * STEP);
    }
    const step = Math.floor(unit / STEP);
    return this.#before[step]! + firstUnits(this.text, step * STEP, unit);
  }

  get length(): number {
    return codePointLength(this.text);
  }
}

/** Units that begin a code point: all but the second half of a pair. */
function firstUnits(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    const isSecond = isLow(text.charCodeAt(index)) && index > 0 && isHigh(text.charCodeAt(index - 1));
    if (!isSecond) count++;
  }
  return count;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The text with what the rung takes for one made one, and for each unit of that the letter of the text that it is of. */
export class View {
  readonly folded: string;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;

  constructor(text: string, rung: Exclude<PassageMatch, 'EXACT'>) {
    const pieces: string[] = [];
    let from = new Uint32Array(text.length + 16);
    let to = new Uint32Array(text.length + 16);
    let length = 0;
    for (const { piece, start, end } of piecesOf(text, rung)) {
      if (length + piece.length > from.length) {
        from = grown(from, piece.length);
        to = grown(to, piece.length);
      }
      pieces.push(piece);
      from.fill(start, length, length + piece.length);
      to.fill(end, length, length + piece.length);
      length += piece.length;
    }
    this.folded = pieces.join('');
    this.#from = from.subarray(0, length);
    this.#to = to.subarray(0, length);
  }

  /** Whole letters of the text alone: half of a ligature, or a letter without its accent, is no place. */
  places(needle: string): Stretch[] {
    const found: Stretch[] = [];
    if (needle === '') return found;
    for (let at = this.folded.indexOf(needle); at !== -1 && found.length < PLACES_LOOKED_AT; at = this.folded.indexOf(needle, at + 1))
      if (this.#isEdge(at) && this.#isEdge(at + needle.length)) found.push(this.stretch(at, at + needle.length));
    return found;
  }

  stretch(at: number, until: number): Stretch {
    return { from: this.#from[at]!, to: this.#to[until - 1]! };
  }

  /** The first character of the view that stands at this unit of the text or after it. */
  indexOf(unit: number): number {
    let low = 0;
    let high = this.#from.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#from[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isEdge(at: number): boolean {
    return at === 0 || at === this.#from.length || this.#from[at] !== this.#from[at - 1];
  }
}

const grown = (array: Uint32Array<ArrayBuffer>, more: number): Uint32Array<ArrayBuffer> => {
  const next = new Uint32Array(array.length * 2 + more);
  next.set(array);
  return next;
};

/** A quote as a view has it. */
export function comparable(quote: string, rung: Exclude<PassageMatch, 'EXACT'>): string {
  let folded = '';
  for (const { piece } of piecesOf(quote, rung)) folded += piece;
  return rung === 'FOLDED' ? folded.trim() : folded;
}

interface Piece {
  readonly piece: string;
  readonly start: number;
  readonly end: number;
}

/** A letter with its accents, in whatever form. */
const LETTER = /\P{M}\p{M}*|\p{M}+/uy;
/** The same where invisible characters may stand between a letter and its accents. */
const LETTER_AS_READ = /\P{M}(?:\p{Default_Ignorable_Code_Point}*\p{M}+)*|\p{M}+/uy;
/** U+FEFF is counted among the spaces of ECMAScript, and is not seen. */
const SPACES = /(?!\uFEFF)\s(?:\p{Default_Ignorable_Code_Point}*(?!\uFEFF)\s)*/uy;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Letters and digits of ASCII stand for themselves at every rung, unless an accent follows. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2c || unit === 0x2e;

function* piecesOf(text: string, rung: Exclude<PassageMatch, 'EXACT'>): Generator<Piece> {
  const known = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (isPlain(unit) && (at + 1 === text.length || text.charCodeAt(at + 1) < 0x80)) {
      yield { piece: text[at]!, start: at, end: at + 1 };
      at++;
      continue;
    }
    if (rung === 'FOLDED') {
      SPACES.lastIndex = at;
      if (SPACES.test(text)) {
        yield { piece: ' ', start: at, end: SPACES.lastIndex };
        at = SPACES.lastIndex;
        continue;
      }
    }
    const pattern = rung === 'FOLDED' ? LETTER_AS_READ : LETTER;
    pattern.lastIndex = at;
    const letter = pattern.exec(text)![0];
    let piece = known.get(letter);
    if (piece === undefined) known.set(letter, (piece = rung === 'FOLDED' ? asRead(letter) : letter.normalize('NFD')));
    if (piece !== '') yield { piece, start: at, end: at + letter.length };
    at += letter.length;
  }
}

/** Characters that the eye takes for one: those of the second list, each for the one before it. */
const ALIKE: readonly (readonly [string, RegExp])[] = [
  ["'", /[\u2018\u2019\u201A\u201B\u2032\u2035\u02BB\u02BC\u02B9\u2039\u203A\u00B4\u0060]/g],
  ['"', /[\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\u3003\uFF02]/g],
  ['-', /[\u2010-\u2015\u2212\u2043\uFE58\uFE63\uFF0D]/g],
  ['...', /\u2026/g],
];
/** Two letters, or a letter's form within a word, that have a character of their own. */
const LIGATURES = /[\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB4F\uFB50-\uFDFB\uFE70-\uFEFC\u0132\u0133\u0149\u01C4-\u01CC\u01F1-\u01F3]/g;

function asRead(letter: string): string {
  let read = letter
    .replace(LIGATURES, (each) => each.normalize('NFKD'))
    .replace(IGNORABLE, '')
    .normalize('NFD');
  for (const [one, others] of ALIKE) read = read.replace(others, one);
  return read;
}
