/** The log of versions: the truth that every projected table follows from. Beside it, whoever wrote them. */
import type Database from 'better-sqlite3';
import type { RecordWrite } from '../../model/changeset/changeset.js';
import { ShownVersions } from './shown-versions.js';
import { TextWordWriter } from './words.js';
import { NEW_PSEUDONYM } from './schema.js';

export interface LoggedWrite extends RecordWrite {
  readonly recordedBy?: string | undefined;
  /** Its place in the log; the next one where it is not given. */
  readonly position?: number | undefined;
}

export class VersionLog {
  readonly #close: Database.Statement;
  readonly #add: Database.Statement;
  readonly #addText: Database.Statement;
  readonly #textWords: TextWordWriter;
  readonly #shown: ShownVersions;
  readonly #addAuthor: Database.Statement;

  constructor(database: Database.Database) {
    this.#close = database.prepare('UPDATE "version" SET "recorded_until" = ? WHERE "record" = ? AND "num" = ? AND "version" = ?');
    this.#add = database.prepare('INSERT INTO "version" VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)');
    this.#shown = new ShownVersions(database);
    this.#textWords = new TextWordWriter(database);
    this.#addText = database.prepare('INSERT OR IGNORE INTO "source_text" VALUES (?, ?)');
    this.#addAuthor = database.prepare(`INSERT INTO "author" VALUES (?, ${NEW_PSEUDONYM}) ON CONFLICT ("name") DO NOTHING`);
  }

  /** With the words that they are found by. */
  addTexts(texts: ReadonlyMap<string, string>): void {
    for (const [digest, text] of texts) this.#addText.run(digest, text);
    this.#textWords.write(texts);
  }

  /** Adds a version whose record is in the tables already, and ends the one that it replaces. */
  add(write: LoggedWrite, num: number, recordedAt: number): void {
    for (const author of new Set([write.recordedBy, write.retraction?.by])) if (author !== undefined) this.#addAuthor.run(author);
    if (write.version > 1) this.#close.run(recordedAt, write.record, num, write.version - 1);
    const { lastInsertRowid: position } = this.#add.run(
      write.position ?? null,
      write.record,
      num,
      write.id,
      write.version,
      write.createdAt,
      recordedAt,
      write.recordedBy ?? null,
      write.operation,
      write.reason ?? null,
      write.retraction ? JSON.stringify(write.retraction) : null,
      JSON.stringify(write.document),
    );
    this.#shown.add(write.record, num, Number(position));
  }
}
