/**
 * An import: entries of a file, as changesets of bounded size, into a store. Nothing is held but the
 * changeset being gathered, and items that wait for what they refer to.
 */
import type { ImportProgress, ItemResult, ItemStatus } from '../model/changeset/changeset.js';
import { itemName } from '../model/changeset/input.js';
import { printPath } from '../model/errors.js';
import { RECORD_NAMES } from '../model/graph.js';
import type { RecordName } from '../model/definition.js';
import { canonicalUrl, cleanUrl } from '../model/values/urls.js';
import type { Store } from '../store/store.js';
import type { Entry, Item, Place, Refusal } from './reading/entry.js';

export interface ImportOptions {
  /** Items a changeset. */
  readonly batch: number;
  /** Items that may wait for records that come later in the file. */
  readonly waitingMax: number;
  /** Refusals that the report names one by one; the others are counted. */
  readonly refusalsMax: number;
  /** Different paths that the report names as lost; further ones are counted together. */
  readonly lostMax: number;
  readonly by?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Entries of the file that the store holds of an earlier import. */
  readonly skip?: number | undefined;
  /** Under which the store keeps how far the import has come (ImportProgress); nothing is kept where it is not given. */
  readonly source?: string | undefined;
  /** Hears, after each changeset, what has been written. */
  readonly onWritten?: ((report: ImportReport) => void) | undefined;
}

export interface PlacedRefusal extends Refusal {
  readonly place: Place;
}

export interface ImportReport {
  /** Entries of the file whose items are written, or were refused. */
  entries: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  readonly refusals: PlacedRefusal[];
  /** What the format says that the model cannot hold, with how often. */
  readonly lost: Map<string, number>;
}

interface Placed {
  readonly item: Item;
  readonly place: Place;
  /** It has waited: what of it was written the first time is counted already. */
  readonly isAgain?: boolean;
}

export async function importEntries(
  store: Store,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  options: ImportOptions,
): Promise<ImportReport> {
  const report: ImportReport = { entries: 0, created: 0, changed: 0, unchanged: 0, refused: 0, refusals: [], lost: new Map() };
  const importing = new Importing(store, report, options);
  let read = 0;
  for await (const entry of entries) {
    if (read++ < (options.skip ?? 0)) continue;
    await importing.add(entry);
  }
  await importing.end();
  return report;
}

class Importing {
  #gathered: Placed[] = [];
  #named = new Map<string, number>();
  #entries: number;
  /** Items whose references were not there yet. */
  #waiting: Placed[] = [];
  /** From here on what is written is no longer all of the file from its beginning. */
  #hasWaited = false;

  constructor(
    private readonly store: Store,
    private readonly report: ImportReport,
    private readonly options: ImportOptions,
  ) {
    this.#entries = options.skip ?? 0;
    report.entries = this.#entries;
  }

  async add({ place, items, lost, refusals }: Entry): Promise<void> {
    for (const path of lost) this.#lose(shortened(path));
    for (const each of refusals) this.#refuse({ ...each, place });
    if (this.#gathered.length > 0 && this.#gathered.length + items.length > this.options.batch) await this.#flush();
    for (const item of items) {
      if (this.#gathered.length >= this.options.batch) await this.#flush();
      await this.#gather({ item, place });
    }
    this.#entries++;
  }

  async end(): Promise<void> {
    await this.#flush();
    for (let before = -1; this.#waiting.length > 0 && this.#waiting.length !== before;) {
      before = this.#waiting.length;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const each of waiting) {
        if (this.#gathered.length >= this.options.batch) await this.#flush();
        await this.#gather(each);
      }
      await this.#flush();
    }
    // What they refer to is nowhere: said once more, and now for good.
    const hopeless = this.#waiting;
    this.#waiting = [];
    for (let start = 0; start < hopeless.length; start += this.options.batch)
      await this.#write(hopeless.slice(start, start + this.options.batch), true);
    this.report.entries = this.#entries;
    await this.#forget();
  }

  /** An import that is over is read from its beginning when it is called again. */
  async #forget(): Promise<void> {
    const { source, dryRun } = this.options;
    if (source !== undefined && !dryRun) await this.store.write({ items: [], progress: { source, entries: undefined } });
  }

  /** A record stands in a changeset once: a record that is only to be there gives way, another one begins the next changeset. */
  async #gather(placed: Placed): Promise<void> {
    const name = nameOf(placed.item);
    const before = name === undefined ? undefined : this.#named.get(name);
    if (before !== undefined) {
      const there = this.#gathered[before]!.item;
      if (isOnlyToBeThere(placed.item) || JSON.stringify(there) === JSON.stringify(placed.item)) return;
      if (isOnlyToBeThere(there)) {
        this.#gathered[before] = placed;
        return;
      }
      await this.#flush();
    }
    if (name !== undefined) this.#named.set(name, this.#gathered.length);
    this.#gathered.push(placed);
  }

  async #flush(): Promise<void> {
    const gathered = this.#gathered;
    this.#gathered = [];
    this.#named = new Map();
    if (gathered.length > 0) await this.#write(gathered, false);
    this.report.entries = this.#entries;
    this.options.onWritten?.(this.report);
  }

  async #write(placed: readonly Placed[], isLast: boolean): Promise<void> {
    const { by, dryRun } = this.options;
    const progress = this.#progress();
    const { results } = await this.store.write({ by, dryRun, progress, onProblem: 'SKIP_ITEM', items: placed.map(({ item }) => item) });
    for (const result of results) {
      const from = placed[result.path[1] as number]!;
      if (!isLast && this.#mayComeLater(result)) {
        // With a claim wait its citations, which follow it.
        this.#hasWaited = true;
        if (this.#waiting.at(-1)?.item !== from.item) this.#waiting.push({ ...from, isAgain: true });
      } else this.#count(result, from);
    }
  }

  /** Of what was written before this changeset: whether one of its own items has to wait is known only by its result. */
  #progress(): ImportProgress | undefined {
    const { source, dryRun } = this.options;
    return source === undefined || dryRun || this.#hasWaited ? undefined : { source, entries: this.report.entries };
  }

  #mayComeLater({ problems }: ItemResult): boolean {
    return (
      !this.options.dryRun &&
      this.#waiting.length < this.options.waitingMax &&
      problems.length > 0 &&
      problems.every(({ code }) => code === 'UNKNOWN_REFERENCE' || code === 'NOT_FOUND')
    );
  }

  #count({ status, problems, path: root }: ItemResult, { place, isAgain }: Placed): void {
    if (isAgain && status === 'UNCHANGED') return;
    const counted = COUNTED[status];
    if (counted) this.report[counted]++;
    if (status !== 'REFUSED') return;
    this.report.refused++;
    for (const { code, path, message, hint } of problems) {
      this.#refuse({ code, message, hint, place, path: printPath(path.slice(Math.min(root.length, 2))) }, false);
    }
  }

  #refuse(refusal: PlacedRefusal, counts = true): void {
    if (counts) this.report.refused++;
    if (this.report.refusals.length >= this.options.refusalsMax) return;
    const { place, path, message, hint } = refusal;
    this.report.refusals.push({
      ...refusal,
      place: { ...place, path: shortened(place.path) },
      path: shortened(path),
      message: shortened(message),
      hint: shortened(hint),
    });
  }

  #lose(path: string): void {
    const { lost } = this.report;
    const name = lost.has(path) || lost.size < this.options.lostMax ? path : FURTHER_PATHS;
    lost.set(name, (lost.get(name) ?? 0) + 1);
  }
}

const FURTHER_PATHS = '… (further paths)';

/** What a report quotes of a file may be as long as the file. */
const LONGEST_QUOTED = 1_000;
const shortened = (text: string): string => (text.length > LONGEST_QUOTED ? `${text.slice(0, LONGEST_QUOTED).toWellFormed()}…` : text);

const COUNTED: Partial<Record<ItemStatus, 'created' | 'changed' | 'unchanged'>> = {
  CREATED: 'created',
  CHANGED: 'changed',
  UNCHANGED: 'unchanged',
  RETRACTED: 'changed',
  RESTORED: 'changed',
  MERGED: 'changed',
  UNMERGED: 'changed',
};

const RECORD_OF_ITEM = new Map<string, RecordName>(RECORD_NAMES.map((record) => [itemName(record), record]));

/** By what two items mean one record. */
function nameOf(item: Item): string | undefined {
  const [kind] = Object.keys(item);
  const content = item[kind!] as Item | undefined;
  const record = RECORD_OF_ITEM.get(kind!);
  if (!content || typeof content !== 'object') return undefined;
  if (!record) return `${String(content['kind'])} ${String(content['reference'])}`;
  const { id, key, url } = content as Readonly<Record<'id' | 'key' | 'url', string | undefined>>;
  if (id ?? key) return `${record} ${id ?? key}`;
  if (record !== 'Source' || typeof url !== 'string') return undefined;
  const cleaned = cleanUrl(url, url.length);
  return cleaned.ok ? `page ${canonicalUrl(cleaned.value)}` : undefined;
}

const isOnlyToBeThere = (item: Item): boolean => (Object.values(item)[0] as Item | undefined)?.['ifMissing'] === true;
