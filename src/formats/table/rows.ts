/** The rows of a table, of cells or of JSON objects: values by the names that a mapping has for them. */
import { excerpt } from '../../model/errors.js';
import { REPLACED, withoutControls } from '../reading/controls.js';
import { jsonDocuments } from '../reading/documents.js';
import { EntryRefused, refusal, refused, refusedLast, type Entry, type Input, type Place, type ReadOptions } from '../reading/entry.js';
import { LOST_PATHS_MAX, Reading } from '../reading/reading.js';
import { delimitedRows, type Form } from './delimited.js';
import type { Mapping } from './mapping.js';

/** A parser's work grows with their square. */
const COLUMNS_MAX = 10_000;

/** A row as a template sees it. */
export abstract class Row {
  readonly lost = new Set<string>();

  constructor(
    readonly place: Place,
    /** From 1, the header not counted. */
    readonly number: number,
  ) {}

  /** The texts of a column, trimmed; of a cell one. */
  texts(column: string): string[] {
    return this.given(column).map((text) => {
      const plain = withoutControls(text);
      if (plain !== text) this.lost.add(`column ${column} (${REPLACED})`);
      return plain.trim();
    });
  }

  protected abstract given(column: string): readonly string[];
  /** What nobody asked for. */
  abstract unused(): string[];
}

class CellRow extends Row {
  constructor(
    place: Place,
    number: number,
    private readonly cells: readonly string[],
    private readonly header: Header,
  ) {
    super(place, number);
  }

  protected given(column: string): readonly string[] {
    return [this.cells[this.header.positions.get(column) ?? -1] ?? ''];
  }

  unused(): string[] {
    const { named, names } = this.header;
    return this.cells.flatMap((cell, index) => {
      const name = names[index];
      if (cell.trim() === '' || (name !== undefined && name !== '' && named.has(name))) return [];
      return name === undefined || name === '' ? `column ${index + 1} (which has no name)` : `column ${name}`;
    });
  }
}

interface Header {
  readonly names: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  /** The columns that the mapping names. */
  readonly named: ReadonlySet<string>;
}

class JsonRow extends Row {
  readonly #reading: Reading;

  constructor(
    place: Place,
    number: number,
    private readonly value: Readonly<Record<string, unknown>>,
    private readonly seen: Set<string>,
  ) {
    super(place, number);
    this.#reading = new Reading(value);
  }

  /** A member by its name, or by a path: a.b, a[0].b, a[].b for each element. */
  protected given(column: string): readonly string[] {
    const paths = Object.hasOwn(this.value, column) ? [[column]] : this.#paths(column);
    return paths.flatMap((path) => {
      const value = this.#reading.look(...path);
      if (value === undefined) return [];
      this.seen.add(column);
      const values = [value].flat().filter((each) => each !== null && typeof each !== 'object');
      if (values.length > 0 || value === null || (Array.isArray(value) && value.length === 0)) this.#reading.take(...path);
      return values.map(String);
    });
  }

  #paths(column: string): (string | number)[][] {
    const steps = [...column.matchAll(STEP)].map(([step, index]) =>
      index === undefined ? step : index === '' ? undefined : Number(index),
    );
    return steps.reduce<(string | number)[][]>(
      (paths, step) =>
        paths.flatMap((path) => {
          const value = this.#reading.look(...path);
          if (step === undefined) return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
          const isThere = value !== null && typeof value === 'object' && Object.hasOwn(value, step);
          return isThere ? [[...path, step]] : [];
        }),
      [[]],
    );
  }

  unused(): string[] {
    return this.#reading.unused().map((path) => `column ${path}`);
  }
}

const STEP = /\[(\d*)\]|[^.[\]]+/g;

/** The rows, and refusals of those that cannot be read. Throws EntryRefused where the table does not fit its mapping. */
export async function* rowsOf(
  input: Input,
  mapping: Mapping,
  named: ReadonlySet<string>,
  options: ReadOptions,
): AsyncGenerator<Row | Entry> {
  const isJson = mapping.rows === undefined ? /\.(jsonl|ndjson|json)$/i.test(options.fileName ?? '') : mapping.rows === 'json';
  yield* isJson ? jsonRows(input, named, options) : cellRows(input, mapping, named, options);
}

async function* jsonRows(input: Input, named: ReadonlySet<string>, options: ReadOptions): AsyncGenerator<Row | Entry> {
  const seen = new Set<string>();
  let number = 0;
  let last: Place = { path: '' };
  for await (const { place, value, refusal: notJson } of jsonDocuments(input, options)) {
    options.check?.();
    number++;
    last = place;
    if (notJson) yield refused(place, notJson);
    else if (value === null || typeof value !== 'object' || Array.isArray(value))
      yield refused(place, refusal('BAD_INPUT', '', 'not a row: a row is a JSON object', 'an object a line, or a list of objects'));
    else yield new JsonRow(place, number, value as Readonly<Record<string, unknown>>, seen);
    for (const column of named) if (value && typeof value === 'object' && Object.hasOwn(value, column)) seen.add(column);
  }
  yield* neverThere(number, named, seen, last);
}

/** A name that no row has is a mistake in the mapping. */
function* neverThere(rows: number, named: ReadonlySet<string>, seen: ReadonlySet<string>, place: Place): Generator<Entry> {
  if (rows === 0) return;
  for (const column of named)
    if (!seen.has(column))
      yield refused(place, refusal('BAD_INPUT', column, `no row has "${excerpt(column)}"`, 'the name of a member or column of the rows'));
}

async function* cellRows(input: Input, mapping: Mapping, named: ReadonlySet<string>, options: ReadOptions): AsyncGenerator<Row | Entry> {
  const { fileName = '' } = options;
  const form: Form = {
    delimiter: mapping.delimiter,
    usualDelimiter: /\.(tsv|tab)$/i.test(fileName) ? '\t' : ',',
    quote: (delimiter) =>
      mapping.quote === 'none' || (mapping.quote === undefined && delimiter === '\t') ? undefined : (mapping.quote ?? '"'),
  };
  let header: Header | undefined;
  let number = 0;
  let widest = 0;
  let last: Place = { path: '' };
  for await (const row of delimitedRows(input, form, options)) {
    const place = (last = { line: row.line, path: '' });
    if ('wrong' in row) {
      if (!header && mapping.header !== 'none') {
        yield refusedLast(place, refusal('BAD_INPUT', '', `not a header: ${row.wrong}`, NOT_QUOTED));
        return;
      }
      number++;
      yield refused(place, refusal('BAD_INPUT', '', `not a row: ${row.wrong}`, NOT_QUOTED));
      continue;
    }
    if (row.cells.length > COLUMNS_MAX)
      throw new EntryRefused(refusal('TOO_LONG', '', `the table has more than ${COLUMNS_MAX} columns`, 'a table of fewer columns'));
    if (mapping.header === 'none') {
      widest = Math.max(widest, row.cells.length);
      header ??= { names: Array.from({ length: COLUMNS_MAX }, (_, index) => String(index + 1)), positions: byNumber(named), named };
    } else if (!header) {
      const found = headerOf(row.cells, named);
      if ('code' in found) {
        yield refusedLast(place, found);
        return;
      }
      header = found;
      continue;
    }
    yield new CellRow(place, ++number, row.cells, header);
  }
  if (mapping.header === 'none')
    yield* neverThere(number, named, new Set(Array.from({ length: widest }, (_, index) => String(index + 1))), last);
}

const NOT_QUOTED = 'a quote within quotes is written twice; where quotes are characters as any other, "quote: none" in the mapping';

const byNumber = (named: ReadonlySet<string>): Map<string, number> =>
  new Map([...named].filter((name) => /^[1-9]\d*$/.test(name)).map((name) => [name, Number(name) - 1]));

function headerOf(cells: readonly string[], named: ReadonlySet<string>): Header | ReturnType<typeof refusal> {
  const names = cells.map((cell) => cell.trim());
  const positions = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    if (positions.has(name))
      return refusal(
        'BAD_INPUT',
        name,
        `two columns are called "${excerpt(name)}"`,
        'a name of its own for each column, or "header: none" and {1}, {2} …',
      );
    positions.set(name, index);
  }
  const missing = [...named].find((column) => !positions.has(column));
  if (missing === undefined) return { names, positions, named };
  const other = names.length === 1 ? [';', '\t', '|', ','].find((each) => names[0]!.includes(each)) : undefined;
  const hint = `one of ${excerpt(names.join(', '))}${other === undefined ? '' : `; or 'delimiter: ${other === '\t' ? 'tab' : `"${other}"`}' in the mapping`}`;
  return refusal('BAD_INPUT', missing, `there is no column "${excerpt(missing)}"`, hint);
}

export const lostOf = (row: Row): string[] => [...row.lost, ...row.unused()].slice(0, LOST_PATHS_MAX);
