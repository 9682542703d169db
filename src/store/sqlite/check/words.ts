/**
 * The full-text indexes against the texts: for search by words, and for filters by a part of a text. They hold no
 * texts, so that what they say of all records is added up, and compared with what it is to be.
 */

import { SEARCHED_RECORDS, searchedWords, textWords } from '../../../model/searched.js';
import type { Finding } from '../../check/checks.js';
import { quoted, tableOf, TEXT_NUMBERS, TEXT_WORDS, trigramTableOf, wordsTableOf } from '../names.js';
import { containsColumns, TABLES } from '../schema.js';
import { storedRecord, type VersionRow } from '../versions.js';
import { type Pages, ROWS_AT_ONCE } from './pages.js';

const TRIGRAM = 3;

export async function* checkWords(pages: Pages): AsyncGenerator<Finding[]> {
  for (const record of SEARCHED_RECORDS) {
    const read = (after: number) =>
      pages.all<VersionRow>(
        `SELECT v.* FROM ${quoted(tableOf(record))} r CROSS JOIN "version" v ON v."record" = '${record}' AND v."num" = r."num" AND v."version" = r."version" WHERE r."num" > @after ORDER BY r."num" LIMIT ${ROWS_AT_ONCE}`,
        { after },
      );
    const rows = (after: number) =>
      read(after).map((row) => {
        const stored = storedRecord(row);
        return { num: row.num, id: stored.id, terms: termsOf(searchedWords(record, stored.document).split(' ')) };
      });
    const message = 'the search does not find it by all of its words';
    for await (const missing of unfound(
      pages,
      wordsTableOf(record),
      rows,
      `the search finds records of kind ${record} by words that they do not have`,
    ))
      yield missing.map((id) => (id.id === undefined ? { record, message: id.message } : { record, id: id.id, message }));
  }
  yield* checkTextWords(pages);
  for (const table of TABLES) {
    for (const column of containsColumns(table)) {
      const record = table.owner ?? (table.shape as 'Source');
      const owner = table.owner ? `(SELECT o."id" FROM ${quoted(tableOf(table.owner))} o WHERE o."num" = t."owner")` : 't."id"';
      const rows = (after: number) =>
        pages
          .all<{ num: number; id: string; text: string }>(
            `SELECT t."num", ${owner} AS "id", t.${quoted(column)} AS "text" FROM ${quoted(table.name)} t WHERE t."num" > @after ORDER BY t."num" LIMIT ${ROWS_AT_ONCE}`,
            { after },
          )
          .map(({ num, id, text }) => ({ num, id, terms: trigramsIn(text) }));
      const what = `${table.name}.${column}`;
      for await (const missing of unfound(
        pages,
        trigramTableOf(table.name, column),
        rows,
        `filters on ${what} find texts by words that they do not hold`,
      ))
        yield missing.map((each) =>
          each.id === undefined
            ? { record, message: each.message }
            : { record, id: each.id, message: `filters on ${what} do not find it by all of its text` },
        );
    }
  }
}

/** A text each: they may be long. */
const TEXTS_AT_ONCE = 20;

async function* checkTextWords(pages: Pages): AsyncGenerator<Finding[]> {
  yield pages
    .all<{ digest: string }>(
      `SELECT x."digest" FROM "source_text" x WHERE NOT EXISTS (SELECT 1 FROM ${quoted(TEXT_NUMBERS)} t WHERE t."digest" = x."digest")`,
      {},
    )
    .map(({ digest }) => ({ record: 'Source', message: `the search does not know the text ${digest}` }));
  const rows = (after: number) =>
    pages
      .all<{ num: number; id: string; text: string | null }>(
        `SELECT t."num", t."digest" AS "id", x."text" FROM ${quoted(TEXT_NUMBERS)} t LEFT JOIN "source_text" x ON x."digest" = t."digest" WHERE t."num" > @after ORDER BY t."num" LIMIT ${TEXTS_AT_ONCE}`,
        { after },
      )
      .map(({ num, id, text }) => ({ num, id, terms: termsOf(textWords(text ?? '').split(' ')) }));
  const more = 'the search finds texts by words that they do not have';
  for await (const missing of unfound(pages, TEXT_WORDS, rows, more))
    yield missing.map(({ id, message }) => ({
      record: 'Source',
      message: message ?? `the search does not find the text ${id} by all of its words`,
    }));
}

interface Indexed {
  readonly num: number;
  readonly id: string;
  readonly terms: ReadonlySet<string>;
}

type Unfound = { readonly id: string; readonly message?: undefined } | { readonly id?: undefined; readonly message: string };

/** Records that the index does not hold with each of their terms; where it holds more than it is to, the message. */
async function* unfound(pages: Pages, index: string, rows: (after: number) => readonly Indexed[], more: string): AsyncGenerator<Unfound[]> {
  // All of one moment: what is added up belongs together.
  pages.database.exec('BEGIN');
  try {
    yield* unfoundThen(pages, index, rows, more);
  } finally {
    pages.database.exec('COMMIT');
  }
}

async function* unfoundThen(
  pages: Pages,
  index: string,
  rows: (after: number) => readonly Indexed[],
  more: string,
): AsyncGenerator<Unfound[]> {
  let expected = 0;
  for (let last = -1; ;) {
    const page = rows(last);
    if (page.length === 0) break;
    last = page.at(-1)!.num;
    for (const { num, terms } of page) for (const term of terms) expected = added(expected, term, num);
    yield [];
  }
  let held = 0;
  const instances = quoted(`${index}_instances`);
  pages.database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${instances} USING fts5vocab('main', '${index}', 'instance')`);
  let counted = 0;
  for (const { term, doc } of pages.database.prepare(`SELECT "term", "doc" FROM temp.${instances}`).iterate() as Iterable<{
    term: string;
    doc: number;
  }>) {
    held = added(held, term, doc);
    counted++;
  }
  pages.database.exec(`DROP TABLE temp.${instances}`);
  yield [];
  if (held === expected) return;
  let isMissing = false;
  const find = pages.database.prepare(`SELECT 1 FROM ${quoted(index)} WHERE ${quoted(index)} MATCH ? AND rowid = ?`);
  for (let last = -1; ;) {
    const page = rows(last);
    if (page.length === 0) break;
    last = page.at(-1)!.num;
    const missing = page.filter(({ num, terms }) => terms.size > 0 && !find.get(queryOf(terms), num));
    isMissing ||= missing.length > 0;
    yield missing.map(({ id }) => ({ id }));
  }
  if (!isMissing) yield [{ message: `${more} (${counted} entries of the index were examined)` }];
}

const queryOf = (terms: ReadonlySet<string>): string => [...terms].map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND ');
const termsOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.filter((word) => word !== ''));

/** As the tokenizer takes them; of a text that is shorter there are none. */
function trigramsIn(text: string): ReadonlySet<string> {
  const points = [...text];
  const found = new Set<string>();
  for (let index = 0; index + TRIGRAM <= points.length; index++) found.add(points.slice(index, index + TRIGRAM).join(''));
  return found;
}

/** The sum of what stands for each entry, in whatever order they come; exact up to 2^53. */
const SUM_MODULUS = 2 ** 52;

function added(sum: number, term: string, num: number): number {
  // FNV-1a
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index++) hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (num & 0xffff), 0x01000193);
  hash = Math.imul(hash ^ (num >>> 16), 0x01000193);
  return (sum + (hash >>> 0)) % SUM_MODULUS;
}
