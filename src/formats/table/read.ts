/**
 * Tables (CSV, TSV) by a mapping file: items of a changeset in YAML, in which {column} stands for the
 * value of a column of the row. What is made of nothing but empty columns is left out.
 */
import { parse as csvParser } from 'csv-parse';
import { Readable } from 'node:stream';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { InputError } from '../../model/errors.js';
import { refusal, refused, type Entry, type Input, type Item, type ReadOptions } from '../reading/entry.js';

const mappingShape = z.strictObject({
  delimiter: z.string().length(1).optional(),
  items: z.array(z.record(z.string(), z.unknown())).min(1),
});
const PLACEHOLDER = /\{([^{}]+)\}/g;

export async function* readTable(input: Input, { mapping, fileName = '' }: ReadOptions): AsyncGenerator<Entry> {
  const { delimiter, items } = mappingOf(mapping);
  const named = new Set(columnsIn(items));
  const options = {
    columns: true,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    delimiter: delimiter ?? (fileName.endsWith('.tsv') ? '\t' : ','),
  };
  let last = 1;
  try {
    for await (const { record, info } of Readable.from(input, { objectMode: false }).compose(csvParser(options)) as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number; error?: Error };
    }>) {
      const place = { line: info.lines, path: '' };
      last = info.lines;
      const missing = [...named].find((column) => !(column in record));
      if (missing !== undefined) {
        yield refused(place, refusal('BAD_INPUT', missing, `there is no column "${missing}"`, `one of ${Object.keys(record).join(', ')}`));
        return;
      }
      const lost = Object.keys(record).filter((column) => !named.has(column) && record[column] !== '');
      yield {
        place,
        items: items.map((item) => filled(item, record) as Item | undefined).filter((item) => item !== undefined),
        lost: lost.map((column) => `column ${column}`),
        refusals: [],
      };
    }
  } catch (error) {
    yield refused(
      { line: last + 1, path: '' },
      refusal('BAD_INPUT', '', `no table: ${(error as Error).message}`, 'rows of as many values as the first one has names'),
    );
  }
}

function mappingOf(text: string | undefined): z.infer<typeof mappingShape> {
  if (text === undefined) throw InputError.of('BAD_INPUT', 'a table needs a mapping', ['mapping'], 'name the file with --mapping');
  const parsed = mappingShape.safeParse(parseYaml(text));
  if (parsed.success) return parsed.data;
  const { message, path } = parsed.error.issues[0]!;
  throw InputError.of(
    'BAD_INPUT',
    message,
    ['mapping', ...(path as (string | number)[])],
    'items: a list of items of a changeset, and, where it is no comma, the delimiter',
  );
}

function columnsIn(template: unknown): string[] {
  if (typeof template === 'string') return [...template.matchAll(PLACEHOLDER)].map(([, column]) => column!);
  return template !== null && typeof template === 'object' ? Object.values(template).flatMap(columnsIn) : [];
}

/** Undefined where a placeholder in it stands for nothing; lists leave such elements out, objects such members. */
function filled(template: unknown, row: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string') {
    let isEmpty = false;
    const text = template.replace(PLACEHOLDER, (_, column: string) => {
      const value = (row[column] ?? '').trim();
      if (value === '') isEmpty = true;
      return value;
    });
    return isEmpty ? undefined : text;
  }
  if (Array.isArray(template)) return template.map((each) => filled(each, row)).filter((each) => each !== undefined);
  if (template === null || typeof template !== 'object') return template;
  const members = Object.entries(template).map(([name, each]) => [name, filled(each, row)] as const);
  const kept = members.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  // A part that lost what it is about says nothing any more: a name without its text.
  const lostAll = members.some(([name, value]) => value === undefined && ESSENTIAL.has(name));
  return lostAll || kept.length === 0 ? undefined : Object.fromEntries(kept);
}

const ESSENTIAL = new Set(['text', 'key', 'entity', 'source', 'claim', 'value', 'amount', 'date', 'predicate', 'from', 'to']);
