/** The writer: a changeset into one durable transaction. Runs in a worker thread (write.worker.ts). */
import type Database from 'better-sqlite3';
import type { Changeset, ChangesetResult, ImportProgress } from '../../model/changeset/changeset.js';
import { parseItems } from '../../model/changeset/parse.js';
import { changesetDigest, keyOwner, repeatedResult, type AppliedChangeset } from '../../model/changeset/repeated.js';
import { judges, TouchesOthers } from '../../model/changeset/rights.js';
import { resolveChangeset, resolveOptions, type Resolution } from '../../model/changeset/resolve.js';
import { UNBOUNDED } from '../write-limits.js';
import { Fetcher } from './fetch.js';
import { VersionLog } from './log.js';
import { Projector } from './project.js';
import { touchedOfOthers } from './rights.js';

export class Writer {
  readonly #fetcher: Fetcher;
  readonly #projector: Projector;
  readonly #log: VersionLog;
  readonly #statements: Record<'applied' | 'remember' | 'lastTime' | 'importedTo' | 'importEnded' | 'probe', Database.Statement>;

  constructor(private readonly database: Database.Database) {
    this.#fetcher = new Fetcher(database);
    this.#projector = new Projector(database);
    this.#log = new VersionLog(database);
    this.#statements = {
      applied: database.prepare('SELECT "digest", "result" FROM "changeset" WHERE "by" = ? AND "key" = ?'),
      remember: database.prepare('INSERT INTO "changeset" VALUES (?, ?, ?, ?, ?)'),
      lastTime: database.prepare('SELECT max("recorded_at") FROM "version"').pluck(),
      importedTo: database.prepare('INSERT OR REPLACE INTO "import_progress" VALUES (?, ?)'),
      importEnded: database.prepare('DELETE FROM "import_progress" WHERE "source" = ?'),
      probe: database.prepare('UPDATE "moment" SET "now" = "now"'),
    };
  }

  /**
   * Nothing is written when an item is refused, unless the changeset says SKIP_ITEM. `look` throws where the write is to
   * be given up: it is called until what is to be written is worked out.
   */
  write(changeset: Changeset, look = UNBOUNDED): ChangesetResult {
    try {
      return this.#write(changeset, look);
    } catch (error) {
      if (error instanceof TouchesOthers) return error.refusal;
      throw error;
    }
  }

  #write(changeset: Changeset, look: () => void): ChangesetResult {
    const parsed = parseItems(changeset.items);
    const digest = changeset.key === undefined ? '' : changesetDigest(changeset);
    return this.database
      .transaction((): ChangesetResult => {
        const before = this.#appliedBefore(changeset, digest);
        if (before) return before;
        // Later than every version there is, even when the clock was set back.
        const now = Math.max(Date.now(), ((this.#statements.lastTime.get() as number | null) ?? 0) + 1);
        const conversation = resolveChangeset(parsed, resolveOptions(changeset, now, look));
        let step = conversation.next({});
        while (!step.done) {
          look();
          step = conversation.next(this.#fetcher.fetch(step.value));
        }
        look();
        const resolution: Resolution = step.value;
        this.#apply(resolution, now, changeset);
        if (changeset.progress && !changeset.dryRun) this.#keepProgress(changeset.progress);
        const { result } = resolution;
        if (changeset.key !== undefined && result.applied && !changeset.dryRun)
          this.#statements.remember.run(keyOwner(changeset), changeset.key, digest, now, JSON.stringify(result));
        return result;
      })
      .immediate();
  }

  /** Writes a page as it is. */
  probe(): void {
    this.database.transaction(() => this.#statements.probe.run()).immediate();
  }

  #keepProgress({ source, entries }: ImportProgress): void {
    if (entries === undefined) this.#statements.importEnded.run(source);
    else this.#statements.importedTo.run(source, entries);
  }

  #appliedBefore(changeset: Changeset, digest: string): ChangesetResult | undefined {
    if (changeset.key === undefined) return undefined;
    return repeatedResult(
      changeset,
      digest,
      this.#statements.applied.get(keyOwner(changeset), changeset.key) as AppliedChangeset | undefined,
    );
  }

  #apply({ projections, dependents, texts, result }: Resolution, now: number, { by, writer }: Changeset): void {
    this.#log.addTexts(texts);
    const { numbers, withheld } = this.#projector.project(projections, dependents, { at: now, by });
    // Before the versions are added: what is new here is nobody else's.
    const touched = judges(writer) ? undefined : touchedOfOthers(this.database, withheld, projections, numbers, writer?.name);
    if (touched) throw new TouchesOthers(touched, result);
    projections.forEach(({ write }, index) => {
      if (write) this.#log.add({ ...write, recordedBy: by }, numbers[index]!, now);
    });
  }
}
