/**
 * Tables (CSV, TSV, JSON lines) by a mapping file: items of a changeset in YAML, in which {column} stands for the
 * value of a column of the row. What is made of nothing but empty columns is left out.
 */
import { excerpt } from '../../model/errors.js';
import { openScratch, type Scratch } from '../../store/scratch.js';
import { isOnlyToBeThere, nameOf, pageOf } from '../importing.js';
import {
  EntryRefused,
  refusal,
  refusalOf,
  refused,
  refusedLast,
  tooManyItems,
  type Entry,
  type Input,
  type Item,
  type ReadOptions,
  type Refusal,
} from '../reading/entry.js';
import { digestOf } from '../reading/values.js';
import { Values, type Trouble } from './derived.js';
import { mappingOf } from './mapping.js';
import { lostOf, Row, rowsOf } from './rows.js';
import { filledItems, templateOf } from './template.js';

/** What a mapping can make of a column that is no key, date, language or address as it stands. */
const WAYS_TO: Entry['hints'] = {
  BAD_KEY: 'the mapping makes one of any text: {column | slug} or {column | digest}',
  BAD_DATE: 'the mapping reads another form: {column | date D/M/YYYY}',
  BAD_LANGUAGE: 'the mapping knows languages by name: {column | language}',
  BAD_URL: 'the mapping adds a missing https://: {column | url}',
};

export async function* readTable(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  const mapping = mappingOf(options.mapping, options);
  const whole = mapping.whole ?? true;
  const values = new Values(mapping);
  const template = templateOf(mapping.items, values);
  const before = new Before();
  let last: Entry['place'] = { path: '' };
  try {
    for await (const row of rowsOf(input, mapping, values.columns, options)) {
      options.check?.();
      last = row.place;
      if (!(row instanceof Row)) yield { ...row, whole };
      else yield { ...entryOf(row), whole, hints: WAYS_TO };
    }
  } catch (error) {
    const why = error instanceof EntryRefused ? error.refusal : refusalOf(error);
    if (!why) throw error;
    yield refusedLast({ ...last, path: '' }, why);
  } finally {
    before.close();
  }

  function entryOf(row: Row): Entry {
    const trouble: Trouble = { refusals: [], lost: new Set() };
    try {
      const { items, leftOut } = filledItems(template, row, values.columns, trouble, options);
      if (items.length > options.itemsMax) throw tooManyItems(options.itemsMax);
      // Refused once, wherever in the row it stands.
      const refusals = [...new Map(trouble.refusals.map((each) => [JSON.stringify(each), each])).values()];
      if (whole && refusals.length > 0) return refused(row.place, ...refusals);
      const said = before.apartFrom(items.map(withKey), row);
      const lost = [...trouble.lost, ...said.lost, ...lostOf(row), ...leftOut.map(leftOutColumn)];
      if (whole && said.refusals.length > 0) return refused(row.place, ...said.refusals);
      return { place: row.place, items: said.items, lost, refusals: [...refusals, ...said.refusals] };
    } catch (error) {
      if (error instanceof EntryRefused) return refused(row.place, error.refusal);
      throw error;
    }
  }
}

const leftOutColumn = (column: string): string => `column ${column} (its item was left out because another column is empty)`;

/** What the rows before said, by record: a row that says otherwise of one is told, and does not write over it. */
class Before {
  readonly #scratch: Scratch = openScratch();

  apartFrom(items: readonly Item[], row: Row): { items: readonly Item[]; refusals: readonly Refusal[]; lost: readonly string[] } {
    const refusals: Refusal[] = [];
    const lost: string[] = [];
    const kept: Item[] = [];
    const seen: (readonly [string, string])[] = [];
    for (const item of items) {
      const page = pageOf(item);
      const name = page === undefined ? nameOf(item) : `page ${page}`;
      if (name === undefined || isOnlyToBeThere(item)) {
        kept.push(item);
        continue;
      }
      const digest = digestOf(JSON.stringify(page === undefined ? item : withoutKey(item)));
      const [earlier, line] = this.#scratch.first(name)?.split(' ') ?? [];
      if (earlier === undefined) seen.push([name, `${digest} ${row.place.line ?? row.place.path}`]);
      if (earlier === undefined || earlier === digest) kept.push(item);
      else if (page !== undefined) {
        // Its citations are to stand in the one source.
        kept.push({ source: { ...(item['source'] as Item), ifMissing: true } });
        lost.push('source (a different value in a later row for the same page)');
      } else refusals.push(saidOtherwise(name, line!));
    }
    // A row that is refused has said nothing.
    if (refusals.length === 0) for (const [name, value] of seen) this.#scratch.add(name, value);
    return { items: kept, refusals, lost };
  }

  close(): void {
    this.#scratch.close();
  }
}

function saidOtherwise(name: string, line: string): Refusal {
  const [record, ...key] = name.split(' ');
  const where = /^\d+$/.test(line) ? `line ${line}` : line;
  return refusal(
    'DUPLICATE',
    `${record!.charAt(0).toLowerCase()}${record!.slice(1)}.key`,
    `the row of ${where} has different content for ${record} "${excerpt(key.join(' '))}"`,
    'a separate key for each row, such as one with {#}, or ifMissing: true to keep the first row',
  );
}

function withoutKey(item: Item): Item {
  const { key: _, ...content } = item['source'] as Item;
  return content;
}

/** Of a row whose columns for it are empty, an item has no key: it gets one by what it says, so that it is the same at the next import. */
function withKey(item: Item): Item {
  const [kind] = Object.keys(item);
  const content = item[kind!] as Item;
  if (!KEYED.has(kind!) || content === null || typeof content !== 'object') return item;
  const own = nameOf(item) === undefined ? { ...content, key: keyOf(kind!, content) } : content;
  const { citations } = own;
  if (kind !== 'claim' || !Array.isArray(citations)) return own === content ? item : { [kind!]: own };
  const keyed = citations.map((each: unknown) => {
    if (each === null || typeof each !== 'object' || 'key' in each || 'id' in each) return each;
    return { ...each, key: keyOf('citation', { of: nameOf({ claim: own }), ...each }) };
  });
  return { claim: { ...own, citations: keyed } };
}

const KEYED: ReadonlySet<string> = new Set(['entity', 'source', 'claim', 'citation']);

const keyOf = (kind: string, content: object): string => `table:${kind}:${digestOf(JSON.stringify(content))}`;
