/** Keeps the words by which the search finds records, and the texts that are kept of sources. */
import type Database from 'better-sqlite3';
import type { Projection } from '../../model/changeset/projections.js';
import { isSearched, SEARCHED_RECORDS, searchedWords, textWords } from '../../model/searched.js';
import { quoted, TEXT_NUMBERS, TEXT_WORDS, wordsTableOf } from './names.js';

export class WordWriter {
  readonly #statements: ReadonlyMap<string, Readonly<Record<'remove' | 'add', Database.Statement>>>;

  constructor(database: Database.Database) {
    this.#statements = new Map(
      SEARCHED_RECORDS.map((record) => {
        const table = quoted(wordsTableOf(record));
        const remove = database.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
        return [record, { remove, add: database.prepare(`INSERT INTO ${table}(rowid, "words") VALUES (?, ?)`) }];
      }),
    );
  }

  write({ stored: { record }, document, before }: Projection, num: number): void {
    if (!isSearched(record)) return;
    const words = searchedWords(record, document);
    const earlier = before && searchedWords(record, before);
    if (words === earlier) return;
    const { remove, add } = this.#statements.get(record)!;
    if (earlier) remove.run(num);
    if (words !== '') add.run(num, words);
  }
}

/** Once a text, by its digest: several sources may have the same, and a source's may come later than the source. */
export class TextWordWriter {
  readonly #number: Database.Statement;
  readonly #add: Database.Statement;
  readonly #page: Database.Statement;

  constructor(database: Database.Database) {
    this.#number = database.prepare(`INSERT OR IGNORE INTO ${quoted(TEXT_NUMBERS)}("digest") VALUES (?)`);
    this.#add = database.prepare(`INSERT INTO ${quoted(TEXT_WORDS)}(rowid, "words") VALUES (?, ?)`);
    this.#page = database.prepare('SELECT "digest", "text" FROM "source_text" WHERE "digest" > ? ORDER BY "digest" LIMIT ?');
  }

  write(texts: Iterable<readonly [digest: string, text: string]>): void {
    for (const [digest, text] of texts) {
      const { changes, lastInsertRowid } = this.#number.run(digest);
      if (changes > 0) this.#add.run(lastInsertRowid, textWords(text));
    }
  }

  /** Those that stand in the file. */
  writeAll(): void {
    for (let last = ''; ;) {
      const rows = this.#page.all(last, TEXTS_AT_ONCE) as { digest: string; text: string }[];
      this.write(rows.map(({ digest, text }) => [digest, text]));
      if (rows.length < TEXTS_AT_ONCE) return;
      last = rows.at(-1)!.digest;
    }
  }
}

/** Each may have a million characters. */
const TEXTS_AT_ONCE = 20;
