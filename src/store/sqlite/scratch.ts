/** Values by key, more than memory holds: in a database of SQLite's own that nobody else sees and that is gone when it is closed. */
import Database, { type Statement } from 'better-sqlite3';
import type { Scratch } from '../scratch.js';

export class SqliteScratch implements Scratch {
  // Without a name it is held in memory as far as the cache goes, and in a temporary file beyond.
  readonly #database = new Database('');
  readonly #insertKey: Statement<[string]>;
  readonly #insertValue: Statement<[string, string]>;
  readonly #first: Statement<[string], string>;

  constructor() {
    this.#database.pragma('journal_mode = OFF');
    this.#database.exec(`
      CREATE TABLE "key" ("number" INTEGER PRIMARY KEY, "name" TEXT NOT NULL UNIQUE);
      CREATE TABLE "value" ("number" INTEGER PRIMARY KEY, "key" INTEGER NOT NULL, "text" TEXT NOT NULL);
      CREATE INDEX "value_of_key" ON "value" ("key", "number");
      BEGIN`);
    this.#insertKey = this.#database.prepare('INSERT OR IGNORE INTO "key" ("name") VALUES (?)');
    this.#insertValue = this.#database.prepare('INSERT INTO "value" ("key", "text") SELECT "number", ? FROM "key" WHERE "name" = ?');
    this.#first = this.#database
      .prepare<[string], string>(
        'SELECT "text" FROM "value" WHERE "key" = (SELECT "number" FROM "key" WHERE "name" = ?) ORDER BY "number" LIMIT 1',
      )
      .pluck();
  }

  add(key: string, value: string): void {
    this.#insertKey.run(key);
    this.#insertValue.run(value, key);
  }

  first(key: string): string | undefined {
    return this.#first.get(key);
  }

  *all(): Generator<readonly [key: string, value: string]> {
    const rows = this.#database
      .prepare<[], { name: string; text: string }>(
        'SELECT "name", "text" FROM "key" JOIN "value" ON "value"."key" = "key"."number" ORDER BY "key"."number", "value"."number"',
      )
      .iterate();
    for (const { name, text } of rows) yield [name, text];
  }

  close(): void {
    this.#database.close();
  }
}
