/**
 * Texts of claims and their vectors beside a SQLite store: a file of its own, named after the store's with
 * `.embeddings`, and an index of the vectors in memory, saved beside it so that the next start need not build it anew.
 */
import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { makePrivateFile } from '../private-files.js';
import { compact, expanded } from './compact-vector.js';
import {
  digestOf,
  NO_PROGRESS,
  type ClaimTexts,
  type Embedding,
  type EmbeddingCount,
  type EmbeddingModel,
  type KeptEmbeddings,
  type KeptText,
  type Near,
  type Progress,
} from '../embeddings.js';
import { VectorIndex, type SavedIndex } from './vector-index.js';

/** Raised when the tables change: a file of another format is made anew. */
const FORMAT = 1;
const BUSY_TIMEOUT = 5_000;
/** Vectors that the index takes from the file at once. */
const VECTORS_AT_ONCE = 200;
/** Vectors after which the index is saved, and not only when it is closed. */
const SAVED_AFTER = 10_000;
/** Texts that several claims have are found once: so many more are asked for than are wanted. */
const SPARE = 2;

const TABLES = `
  CREATE TABLE "progress" ("position" INTEGER NOT NULL, "at" TEXT NOT NULL);
  CREATE TABLE "text" ("num" INTEGER PRIMARY KEY, "digest" TEXT NOT NULL UNIQUE, "text" TEXT NOT NULL);
  CREATE TABLE "claim_text" ("claim" TEXT NOT NULL, "language" TEXT NOT NULL, "text" INTEGER NOT NULL, PRIMARY KEY ("claim", "language")) WITHOUT ROWID;
  CREATE INDEX "claim_of_text" ON "claim_text" ("text");
  CREATE TABLE "model" ("num" INTEGER PRIMARY KEY, "name" TEXT NOT NULL, "dimension" INTEGER NOT NULL, UNIQUE ("name", "dimension"));
  CREATE TABLE "vector" ("num" INTEGER PRIMARY KEY AUTOINCREMENT, "model" INTEGER NOT NULL, "text" INTEGER NOT NULL, "vector" BLOB NOT NULL, UNIQUE ("model", "text"));
  CREATE TABLE "waiting" ("model" INTEGER NOT NULL, "text" INTEGER NOT NULL, PRIMARY KEY ("model", "text")) WITHOUT ROWID;
  CREATE TABLE "saved_index" ("model" INTEGER PRIMARY KEY, "last" INTEGER NOT NULL, "bytes" INTEGER NOT NULL);
  PRAGMA user_version = ${FORMAT};`;

/** Texts that the model has given no vector of; its number is the parameter. */
const WITHOUT_VECTOR = `SELECT "asked"."model", "text"."num" FROM (SELECT ? AS "model") AS "asked" CROSS JOIN "text"
  WHERE NOT EXISTS (SELECT 1 FROM "vector" WHERE "vector"."model" = "asked"."model" AND "vector"."text" = "text"."num")`;

/** @throws where the file cannot be opened or is no database. */
export function openEmbeddingsFile(file: string, model: EmbeddingModel): KeptEmbeddings {
  const database = openDatabase(file);
  const number = numberOf(database, model);
  // Of a model that was not asked before, all of them.
  database.prepare(`INSERT OR IGNORE INTO "waiting" ${WITHOUT_VECTOR}`).run(number);
  const saved = database.prepare<[number], SavedIndex>('SELECT "last", "bytes" FROM "saved_index" WHERE "model" = ?').get(number);
  return new EmbeddingsFile(database, number, VectorIndex.open(indexFile(file, number), model.dimension, saved));
}

/** Models have an index each. */
const indexFile = (file: string, model: number): string => `${file}.index-${model}`;

function openDatabase(file: string): Database.Database {
  if (!existsSync(file)) makePrivateFile(file);
  let database = new Database(file, { timeout: BUSY_TIMEOUT });
  const format = database.pragma('user_version', { simple: true });
  if (format !== FORMAT && format !== 0) {
    database.close();
    for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true });
    makePrivateFile(file);
    database = new Database(file, { timeout: BUSY_TIMEOUT });
  }
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database
    .transaction(() => {
      if (database.pragma('user_version', { simple: true }) === 0) database.exec(TABLES);
    })
    .immediate();
  return database;
}

function numberOf(database: Database.Database, { name, dimension }: EmbeddingModel): number {
  database.prepare('INSERT OR IGNORE INTO "model" ("name", "dimension") VALUES (?, ?)').run(name, dimension);
  return database
    .prepare<[string, number], number>('SELECT "num" FROM "model" WHERE "name" = ? AND "dimension" = ?')
    .pluck()
    .get(name, dimension)!;
}

class EmbeddingsFile implements KeptEmbeddings {
  readonly #statements;
  #unsaved = 0;

  constructor(
    private readonly database: Database.Database,
    private readonly model: number,
    private readonly index: VectorIndex,
  ) {
    this.#statements = {
      progress: database.prepare<[], Progress>('SELECT "position", "at" FROM "progress"'),
      leaveProgress: database.prepare('DELETE FROM "progress"'),
      setProgress: database.prepare<[number, string]>('INSERT INTO "progress" VALUES (?, ?)'),
      leaveClaim: database.prepare<[string]>('DELETE FROM "claim_text" WHERE "claim" = ?'),
      leaveClaims: database.prepare('DELETE FROM "claim_text"'),
      addText: database.prepare<[string, string]>('INSERT OR IGNORE INTO "text" ("digest", "text") VALUES (?, ?)'),
      addClaimText: database.prepare<[string, string, string]>(
        'INSERT OR REPLACE INTO "claim_text" SELECT ?, ?, "num" FROM "text" WHERE "digest" = ?',
      ),
      wait: database.prepare<[number, string]>(`INSERT OR IGNORE INTO "waiting" ${WITHOUT_VECTOR} AND "digest" = ?`),
      missing: database.prepare<[number, number], KeptText>(
        'SELECT "digest", "text"."text" FROM "waiting" JOIN "text" ON "num" = "waiting"."text" WHERE "model" = ? ORDER BY "num" LIMIT ?',
      ),
      waitNot: database.prepare<[number, string]>(
        'DELETE FROM "waiting" WHERE "model" = ? AND "text" = (SELECT "num" FROM "text" WHERE "digest" = ?)',
      ),
      keep: database.prepare<[number, Buffer, string]>(
        'INSERT OR IGNORE INTO "vector" ("model", "text", "vector") SELECT ?, "num", ? FROM "text" WHERE "digest" = ?',
      ),
      vectorsAfter: database.prepare<[number, number, number], { num: number; vector: Buffer }>(
        'SELECT "num", "vector" FROM "vector" WHERE "num" > ? AND "model" = ? ORDER BY "num" LIMIT ?',
      ),
      claims: database.prepare<[number], { claim: string; language: string }>(
        `SELECT "claim", "language" FROM "claim_text" WHERE "text" = (SELECT "text" FROM "vector" WHERE "num" = ?) ORDER BY "claim", "language"`,
      ),
      saved: database.prepare<[number, number, number]>('INSERT OR REPLACE INTO "saved_index" VALUES (?, ?, ?)'),
      count: database.prepare<[number], EmbeddingCount>(
        `SELECT count(*) AS "texts", count("vector"."num") AS "embedded" FROM (SELECT DISTINCT "text" AS "num" FROM "claim_text") AS "had"
           LEFT JOIN "vector" ON "vector"."model" = ? AND "vector"."text" = "had"."num"`,
      ),
    };
  }

  async progress(): Promise<Progress> {
    return this.#statements.progress.get() ?? NO_PROGRESS;
  }

  async take(claims: readonly ClaimTexts[], { position, at }: Progress): Promise<void> {
    const { leaveClaim, addText, wait, addClaimText, leaveProgress, setProgress } = this.#statements;
    this.database
      .transaction(() => {
        for (const { claim, texts } of claims) {
          leaveClaim.run(claim);
          for (const { text, language } of texts) {
            const digest = digestOf(text);
            addText.run(digest, text);
            addClaimText.run(claim, language, digest);
            wait.run(this.model, digest);
          }
        }
        leaveProgress.run();
        setProgress.run(position, at);
      })
      .immediate();
  }

  async forgetClaims(): Promise<void> {
    const { leaveClaims, leaveProgress } = this.#statements;
    this.database
      .transaction(() => {
        leaveClaims.run();
        leaveProgress.run();
      })
      .immediate();
  }

  async missing(limit: number): Promise<readonly KeptText[]> {
    return this.#statements.missing.all(this.model, limit);
  }

  async keep(embeddings: readonly Embedding[]): Promise<void> {
    this.database
      .transaction(() => {
        for (const { digest, vector } of embeddings) {
          this.#statements.keep.run(this.model, compact(vector), digest);
          this.#statements.waitNot.run(this.model, digest);
        }
      })
      .immediate();
  }

  async nearest(vector: Float32Array, limit: number): Promise<readonly Near[]> {
    await this.#fill();
    return this.index
      .nearest(vector, limit * SPARE)
      .flatMap(({ num, similarity }) => this.#statements.claims.all(num).map((its): Near => ({ ...its, similarity })))
      .slice(0, limit);
  }

  async count(): Promise<EmbeddingCount> {
    return this.#statements.count.get(this.model)!;
  }

  async close(): Promise<void> {
    await this.#fill();
    if (this.#unsaved > 0) this.#save();
    this.database.close();
  }

  #save(): void {
    const { last, bytes } = this.index.save();
    this.#statements.saved.run(this.model, last, bytes);
    this.#unsaved = 0;
  }

  /** Vectors that this process or another one has kept since it was done last. */
  async #fill(): Promise<void> {
    for (;;) {
      const rows = this.#statements.vectorsAfter.all(this.index.last, this.model, VECTORS_AT_ONCE);
      if (rows.length === 0) return;
      this.index.add(rows.map(({ num, vector }) => ({ num, vector: expanded(vector) })));
      this.#unsaved += rows.length;
      if (this.#unsaved >= SAVED_AFTER) this.#save();
      // Whoever else has something to do on this thread does it in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
