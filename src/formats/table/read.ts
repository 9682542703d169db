/**
 * Tables (CSV, TSV) by a mapping file: items of a changeset in YAML, in which {column} stands for the
 * value of a column of the row. What is made of nothing but empty columns is left out.
 */
import { parse as csvParser } from 'csv-parse';
import { Readable } from 'node:stream';
import { excerpt } from '../../model/errors.js';
import {
  EntryRefused,
  refusal,
  refusalOf,
  refused,
  tooManyItems,
  type Entry,
  type Input,
  type Item,
  type ReadOptions,
} from '../reading/entry.js';
import { LOST_PATHS_MAX } from '../reading/reading.js';
import { mappingOf } from './mapping.js';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** A parser's work grows with their square. */
const COLUMNS_MAX = 10_000;

type Row = Readonly<Record<string, string>>;

export async function* readTable(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  const { fileName = '', documentMax, itemsMax, check } = options;
  const { delimiter, items } = mappingOf(options.mapping, options);
  const named = new Set(columnsIn(items));
  const csv = {
    columns: (header: string[]): string[] => {
      if (header.length > COLUMNS_MAX)
        throw new EntryRefused(refusal('TOO_LONG', '', `the table has more than ${COLUMNS_MAX} columns`, 'a table of fewer columns'));
      return header;
    },
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: documentMax,
    delimiter: delimiter ?? (fileName.endsWith('.tsv') ? '\t' : ','),
  };
  let last = 1;
  try {
    for await (const { record, info } of Readable.from(input, { objectMode: false }).compose(csvParser(csv)) as AsyncIterable<{
      record: Row;
      info: { lines: number; error?: Error };
    }>) {
      check?.();
      last = info.lines;
      const place = { line: info.lines, path: '' };
      const missing = [...named].find((column) => !Object.hasOwn(record, column));
      if (missing !== undefined) {
        const columns = excerpt(Object.keys(record).join(', '));
        yield refused(place, refusal('BAD_INPUT', missing, `there is no column "${excerpt(missing)}"`, `one of ${columns}`));
        return;
      }
      yield items.length > itemsMax ? refused(place, tooManyItems(itemsMax).refusal) : entryOf(record, items, named, place, documentMax);
    }
  } catch (error) {
    if (!refusalOf(error)) throw error;
    yield refused(
      { line: last + 1, path: '' },
      error instanceof EntryRefused
        ? error.refusal
        : refusal('BAD_INPUT', '', `no table: ${(error as Error).message}`, 'rows of as many values as the first one has names'),
    );
  }
}

function entryOf(row: Row, items: readonly Item[], named: ReadonlySet<string>, place: Entry['place'], lengthMax: number): Entry {
  const lost = Object.keys(row).filter((column) => !named.has(column) && row[column] !== '');
  const room = { left: lengthMax };
  try {
    return {
      place,
      items: items.map((item) => filled(item, row, room) as Item | undefined).filter((item) => item !== undefined),
      lost: lost.slice(0, LOST_PATHS_MAX).map((column) => `column ${column}`),
      refusals: [],
    };
  } catch (error) {
    if (error instanceof EntryRefused) return refused(place, error.refusal);
    throw error;
  }
}

function columnsIn(template: unknown): string[] {
  if (typeof template === 'string') return [...template.matchAll(PLACEHOLDER)].map(([, column]) => column!);
  return template !== null && typeof template === 'object' ? Object.values(template).flatMap(columnsIn) : [];
}

/** Undefined where a placeholder in it stands for nothing; lists leave such elements out, objects such members. */
function filled(template: unknown, row: Row, room: { left: number }): unknown {
  if (typeof template === 'string') {
    let isEmpty = false;
    const text = template.replace(PLACEHOLDER, (_, column: string) => {
      const value = (row[column] ?? '').trim();
      if (value === '') isEmpty = true;
      // A value may stand in many places.
      room.left -= value.length;
      if (room.left < 0)
        throw new EntryRefused(refusal('TOO_LONG', '', 'what is made of the row is longer than a document may be', 'fewer placeholders'));
      return value;
    });
    return isEmpty ? undefined : text;
  }
  if (Array.isArray(template)) return template.map((each) => filled(each, row, room)).filter((each) => each !== undefined);
  if (template === null || typeof template !== 'object') return template;
  const members = Object.entries(template).map(([name, each]) => [name, filled(each, row, room)] as const);
  const kept = members.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  // A part that lost what it is about says nothing any more: a name without its text.
  const lostAll = members.some(([name, value]) => value === undefined && ESSENTIAL.has(name));
  return lostAll || kept.length === 0 ? undefined : Object.fromEntries(kept);
}

const ESSENTIAL = new Set(['text', 'key', 'entity', 'source', 'claim', 'value', 'amount', 'date', 'predicate', 'from', 'to']);
