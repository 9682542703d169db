/**
 * Rows of cells out of a stream of lines (RFC 4180, and what people make of it). A row whose quotes are wrong is
 * told as that, and the next line is a row again; parsers of libraries end there, or swallow what follows.
 */
import type { Input, ReadOptions } from '../reading/entry.js';
import { linesOf, type Line } from '../reading/lines.js';

export interface Form {
  /** By the file's first line, or a comma, where it is not given. */
  readonly delimiter?: string | undefined;
  /** Undefined: quotes are characters as any other. */
  readonly quote: (delimiter: string) => string | undefined;
  /** Where nothing else says it. */
  readonly usualDelimiter: string;
}

export interface CellsRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface WrongRow {
  readonly line: number;
  readonly wrong: string;
}

/** What Excel writes, and reads, as the first line of a file. */
const SEPARATOR = /^(?:sep=(.)|"sep=(.)")$/i;

export async function* delimitedRows(input: Input, form: Form, { documentMax, check }: ReadOptions): AsyncGenerator<CellsRow | WrongRow> {
  const lines = new Lines(linesOf(input, documentMax)[Symbol.asyncIterator]());
  let first = await lines.next();
  const [, plain, quoted] = SEPARATOR.exec(first?.text ?? '') ?? [];
  const said = plain ?? quoted;
  if (said !== undefined) first = await lines.next();
  const delimiter = form.delimiter ?? said ?? form.usualDelimiter;
  const quote = form.quote(delimiter);
  for (let line = first; line; line = await lines.next()) {
    check?.();
    if (line.text === '') continue;
    if (quote === undefined || !line.text.includes(quote)) yield { line: line.line, cells: line.text.split(delimiter) };
    else {
      const spaced = new Cells(delimiter, quote, true);
      const row = await quotedRow(line, lines, spaced, documentMax);
      // Where a quote behind blanks does not enclose its cell, it is a character as any other.
      yield 'wrong' in row && spaced.isSpaced ? await quotedRow(line, lines, new Cells(delimiter, quote, false), documentMax) : row;
    }
  }
}

/** A row may go over several lines. Where its quotes are wrong, those after the first are given back. */
async function quotedRow(first: Line, lines: Lines, cells: Cells, max: number): Promise<CellsRow | WrongRow> {
  const further: Line[] = [];
  let length = first.text.length;
  cells.follow(first.text);
  while (cells.wrong === undefined && cells.isOpen) {
    const line = length > max ? undefined : await lines.next();
    if (!line) {
      lines.again(further);
      return { line: first.line, wrong: 'a quote is opened but not closed' };
    }
    further.push(line);
    length += line.text.length;
    cells.follow(`\n${line.text}`);
  }
  if (cells.wrong === undefined) return { line: first.line, cells: cells.end() };
  lines.again(further);
  return { line: first.line, wrong: cells.wrong };
}

/** Lines that can be given back. */
class Lines {
  /** The next one last. */
  readonly #before: Line[] = [];

  constructor(private readonly rest: AsyncIterator<Line>) {}

  async next(): Promise<Line | undefined> {
    const before = this.#before.pop();
    if (before) return before;
    const next = await this.rest.next();
    return next.done ? undefined : next.value;
  }

  again(lines: readonly Line[]): void {
    for (const line of lines.toReversed()) this.#before.push(line);
  }
}

/** The cells of one row, character by character. A quote within a cell that does not begin with one is itself. */
class Cells {
  wrong: string | undefined;
  isOpen = false;
  /** A cell began with blanks and a quote, as people write lists. */
  isSpaced = false;
  readonly #cells: string[] = [];
  #cell = '';
  #isBegun = false;
  /** A quote was met within quotes: it ends the cell, or stands for itself before a second one. */
  #isQuoteMet = false;

  constructor(
    private readonly delimiter: string,
    private readonly quote: string,
    /** Whether blanks may stand before the quote that opens a cell. */
    private readonly mayBeSpaced: boolean,
  ) {}

  follow(text: string): void {
    for (const character of text) {
      if (this.isOpen) this.#quoted(character);
      else this.#plain(character);
      if (this.wrong !== undefined) return;
    }
    if (this.#isQuoteMet) this.#close();
  }

  end(): readonly string[] {
    return [...this.#cells, this.#cell];
  }

  #plain(character: string): void {
    if (character === this.delimiter) this.#next();
    else if (character === this.quote && !this.#isBegun) {
      this.isSpaced ||= this.#cell !== '';
      this.#cell = '';
      this.isOpen = this.#isBegun = true;
    } else {
      this.#cell += character;
      this.#isBegun ||= !(this.mayBeSpaced && character === ' ');
    }
  }

  #quoted(character: string): void {
    if (!this.#isQuoteMet) {
      if (character === this.quote) this.#isQuoteMet = true;
      else this.#cell += character;
    } else if (character === this.quote) {
      this.#cell += character;
      this.#isQuoteMet = false;
    } else if (character === this.delimiter) {
      this.#close();
      this.#next();
    } else if (character !== ' ') this.wrong = `text follows the quote that ends a cell: ${JSON.stringify(character)}`;
  }

  #close(): void {
    this.#isQuoteMet = false;
    this.isOpen = false;
  }

  #next(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#isBegun = false;
  }
}
