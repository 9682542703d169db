/** Keeps the words by which the search finds records. */
import type Database from 'better-sqlite3';
import type { Projection } from '../../model/changeset/projections.js';
import { isSearched, SEARCHED_RECORDS, searchedWords } from '../../model/searched.js';
import { quoted, wordsTableOf } from './names.js';

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
