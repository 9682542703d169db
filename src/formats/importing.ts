/**
 * An import: entries of a file, as changesets of bounded size, into a store. Nothing is held but the
 * changeset being gathered, and what waits for what it refers to.
 */
import type { ImportProgress, ItemResult } from '../model/changeset/changeset.js';
import { itemName } from '../model/changeset/input.js';
import { canonicalUrl, cleanUrl } from '../model/values/urls.js';
import { printPath } from '../model/errors.js';
import { RECORD_NAMES } from '../model/graph.js';
import type { RecordName } from '../model/definition.js';
import type { Store, WriteOptions } from '../store/store.js';
import { ImportMatching, textsOfItem, type MatchOptions, type NewClaim } from './import-matches.js';
import { Reporting, type ImportReport, type PlacedRefusal, type ReportLimits } from './import-report.js';
import { WrongEncoding } from './reading/encoding.js';
import { refusal, type Entry, type Item, type Place } from './reading/entry.js';

export interface ImportOptions extends ReportLimits {
  /** Items a changeset. */
  readonly batch: number;
  /** Items that may wait for records that come later in the file. */
  readonly waitingMax: number;
  readonly by?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Entries of the file that the store holds of an earlier import. */
  readonly skip?: number | undefined;
  /** Under which the store keeps how far the import has come (ImportProgress); nothing is kept where it is not given. */
  readonly source?: string | undefined;
  /** Says, or proposes, which new claims were said before; not given: nothing is matched. */
  readonly matching?: MatchOptions | undefined;
  /** How long each changeset may take, asked before each; without end where it is not given. */
  readonly writeOptions?: (() => WriteOptions) | undefined;
  /** Hears, after each changeset, what has been written. */
  readonly onWritten?: ((report: ImportReport) => void) | undefined;
}

/** Items that are written together, or one that stands for itself. */
interface Unit {
  readonly items: readonly Item[];
  readonly place: Place;
  readonly isWhole: boolean;
  readonly hints: Entry['hints'];
  /** It has waited: what of it was written the first time is counted already. */
  readonly isAgain?: boolean;
}

interface Placed {
  readonly item: Item;
  /** Of which it is an item; the first one gave it. */
  readonly units: readonly [Unit, ...Unit[]];
}

export async function importEntries(
  store: Store,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  options: ImportOptions,
): Promise<ImportReport> {
  const reporting = new Reporting(options);
  const importing = new Importing(store, reporting, options);
  let read = 0;
  try {
    for await (const entry of entries) {
      if (read++ < (options.skip ?? 0)) continue;
      await importing.add(entry);
    }
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    // What was gathered is not written: of a file that was read wrongly nothing is right.
    const place = { line: error.line, path: '' };
    reporting.refuse({ ...error.refusal, place });
    reporting.report.stoppedAt = place;
    return reporting.report;
  }
  await importing.end();
  return reporting.report;
}

class Importing {
  #gathered: Placed[] = [];
  #named = new Map<string, number>();
  #entries: number;
  /** Units whose references were not there yet. */
  #waiting: Unit[] = [];
  #waitingItems = 0;
  /** From here on what is written is no longer all of the file from its beginning. */
  #hasWaited = false;
  readonly #matching: ImportMatching | undefined;

  constructor(
    private readonly store: Store,
    private readonly reporting: Reporting,
    private readonly options: ImportOptions,
  ) {
    this.#entries = options.skip ?? 0;
    reporting.report.entries = this.#entries;
    this.#matching = options.matching && new ImportMatching(store, options.matching, options);
  }

  async add({ place, items, lost, refusals, whole, hints, isLastRead }: Entry): Promise<void> {
    for (const path of lost) this.reporting.lose(path);
    const placed = refusals.map((each) => ({ ...each, place }));
    if (whole && placed.length > 0) this.reporting.refuse(...placed);
    else for (const each of placed) this.reporting.refuse(each);
    if (isLastRead) this.reporting.report.stoppedAt = place;
    if (this.#gathered.length > 0 && this.#gathered.length + items.length > this.options.batch) await this.#flush();
    const units = whole
      ? [{ items, place, isWhole: true, hints }]
      : items.map((item): Unit => ({ items: [item], place, isWhole: false, hints }));
    for (const unit of units) await this.#gather(unit);
    this.#entries++;
  }

  async end(): Promise<void> {
    await this.#flush();
    for (let before = -1; this.#waiting.length > 0 && this.#waiting.length !== before;) {
      before = this.#waiting.length;
      for (const unit of this.#noLongerWaiting()) await this.#gather(unit);
      await this.#flush();
    }
    // What they refer to is nowhere: said once more, and now for good.
    for (const unit of this.#noLongerWaiting()) await this.#gather(unit, true);
    await this.#flush(true);
    this.reporting.report.entries = this.#entries;
    await this.#forget();
  }

  #noLongerWaiting(): Unit[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingItems = 0;
    return waiting;
  }

  /** An import that is over is read from its beginning when it is called again. */
  async #forget(): Promise<void> {
    const { source, dryRun } = this.options;
    if (source !== undefined && !dryRun) await this.store.write({ items: [], progress: { source, entries: undefined } });
  }

  /** A record stands in a changeset once: a record that is only to be there gives way, another one begins the next changeset. */
  async #gather(unit: Unit, isLast = false): Promise<void> {
    const twice = unit.isWhole ? namedTwice(unit.items) : undefined;
    if (twice !== undefined) {
      const message = `two of its items are the ${twice}, with different content`;
      this.reporting.refuse({ ...refusal('DUPLICATE', '', message, 'one item per record'), place: unit.place });
      return;
    }
    const isFull = this.#gathered.length > 0 && this.#gathered.length + unit.items.length > this.options.batch;
    if (isFull || unit.items.some((item) => this.#isOther(item, unit.isWhole))) await this.#flush(isLast);
    for (const item of unit.items) {
      const name = nameOf(item);
      const before = name === undefined ? undefined : this.#named.get(name);
      if (before === undefined) {
        if (name !== undefined) this.#named.set(name, this.#gathered.length);
        this.#gathered.push({ item, units: [unit] });
        continue;
      }
      const there = this.#gathered[before]!;
      const isMore = isOnlyToBeThere(there.item) && !isOnlyToBeThere(item);
      this.#gathered[before] = isMore ? { item, units: [unit, ...there.units] } : { ...there, units: [...there.units, unit] };
    }
  }

  /** Whether the changeset has an item of the same record that the given one can neither replace nor be left out for. */
  #isOther(item: Item, isWhole: boolean): boolean {
    const name = nameOf(item);
    const there = name === undefined ? undefined : this.#named.get(name);
    if (there === undefined) return false;
    const before = this.#gathered[there]!.item;
    if (JSON.stringify(before) === JSON.stringify(item)) return false;
    if (isWhole) return !(isOnlyToBeThere(before) && isOnlyToBeThere(item));
    return !isOnlyToBeThere(before) && !isOnlyToBeThere(item);
  }

  async #flush(isLast = false): Promise<void> {
    const gathered = this.#gathered;
    this.#gathered = [];
    this.#named = new Map();
    if (gathered.length > 0) await this.#write(gathered, isLast);
    this.reporting.report.entries = this.#entries;
    this.options.onWritten?.(this.reporting.report);
  }

  async #write(placed: readonly Placed[], isLast: boolean): Promise<void> {
    const { by, dryRun, writeOptions } = this.options;
    const progress = this.#progress();
    const items = placed.map(({ item }) => withQuoteFirst(item));
    const numbers = new Map<Unit, number>();
    for (const { units } of placed) for (const unit of units) numbers.set(unit, numbers.get(unit) ?? numbers.size);
    const hasWholes = [...numbers.keys()].some(({ isWhole }) => isWhole);
    const wholes = hasWholes ? placed.map(({ units }) => units.map((unit) => numbers.get(unit)!)) : undefined;
    const { results } = await this.store.write({ by, dryRun, progress, onProblem: 'SKIP_ITEM', items, wholes }, writeOptions?.());
    const wrong = new Map<Unit, ItemResult[]>();
    for (const result of results) {
      const { units } = placed[result.path[1] as number]!;
      if (result.status !== 'REFUSED') {
        for (const path of result.lost ?? []) this.reporting.lose(path);
        if (!units.every(({ isAgain }) => isAgain) || result.status !== 'UNCHANGED') this.reporting.count(result.status);
      } else
        for (const unit of units) {
          const its = wrong.get(unit);
          if (its) its.push(result);
          else wrong.set(unit, [result]);
        }
    }
    await this.#match(placed, results);
    for (const [unit, its] of wrong) {
      if (!isLast && this.#mayComeLater(unit, its)) {
        this.#hasWaited = true;
        this.#waitingItems += unit.items.length;
        this.#waiting.push({ ...unit, isAgain: true });
      } else this.#refuse(unit, its);
    }
  }

  async #match(placed: readonly Placed[], results: readonly ItemResult[]): Promise<void> {
    if (!this.#matching) return;
    const claims = results.flatMap(({ record, status, id, key, path }): NewClaim[] => {
      if (record !== 'Claim' || status !== 'CREATED' || id === undefined) return [];
      const { item, units } = placed[path[1] as number]!;
      return [{ id, key, texts: textsOfItem(item['claim']), place: units[0].place }];
    });
    if (claims.length === 0) return;
    const { matches, left } = await this.#matching.matches(claims, this.options.dryRun === true);
    this.reporting.match(matches, left);
  }

  /** A whole is one thing that was refused; otherwise each record is. */
  #refuse({ place, isWhole, hints }: Unit, results: readonly ItemResult[]): void {
    const refusals = results.map(({ problems, path: root }) =>
      problems
        .filter(({ code }) => code !== 'NOT_APPLIED')
        .map(({ code, path, message, hint }): PlacedRefusal => {
          const within = printPath(path.slice(Math.min(root.length, 2)));
          const own = hints?.[code];
          return { code, message, hint: own === undefined ? hint : `${hint}; ${own}`, place, path: within };
        }),
    );
    if (isWhole) this.reporting.refuse(...refusals.flat());
    else for (const its of refusals) this.reporting.refuse(...its);
  }

  /** Of what was written before this changeset: whether one of its own items has to wait is known only by its result. */
  #progress(): ImportProgress | undefined {
    const { source, dryRun } = this.options;
    return source === undefined || dryRun || this.#hasWaited ? undefined : { source, entries: this.reporting.report.entries };
  }

  #mayComeLater({ items, isWhole }: Unit, results: readonly ItemResult[]): boolean {
    if (this.options.dryRun || this.#waitingItems + items.length > this.options.waitingMax) return false;
    const own = results.filter(({ problems }) => problems.some(({ code }) => code !== 'NOT_APPLIED'));
    const isThereLater = ({ problems }: ItemResult) => problems.every(({ code }) => MAY_COME.has(code));
    // Of a claim with its citations, those that are wrong for good are told when the others are there.
    return isWhole ? own.every(isThereLater) : own.some(isThereLater);
  }
}

/** Other tools' positions are often of an earlier text, or count other units, and their context is cut as it comes. */
function withQuoteFirst(item: Item): Item {
  const marked = (citation: unknown): unknown =>
    isQuoting(citation) && citation['quoteFirst'] === undefined ? { ...citation, quoteFirst: true } : citation;
  if (item['citation'] !== undefined) return { ...item, citation: marked(item['citation']) };
  const claim = item['claim'] as Item | undefined;
  if (!Array.isArray(claim?.['citations']) || !claim['citations'].some(isQuoting)) return item;
  return { ...item, claim: { ...claim, citations: claim['citations'].map(marked) } };
}

const isQuoting = (citation: unknown): citation is Item =>
  typeof citation === 'object' &&
  citation !== null &&
  typeof (citation as { passage?: { exact?: unknown } | null }).passage?.exact === 'string';

const MAY_COME: ReadonlySet<string> = new Set(['UNKNOWN_REFERENCE', 'NOT_FOUND']);

const RECORD_OF_ITEM = new Map<string, RecordName>(RECORD_NAMES.map((record) => [itemName(record), record]));

/** By what two items mean one record. */
export function nameOf(item: Item): string | undefined {
  const [kind] = Object.keys(item);
  const content = item[kind!] as Item | undefined;
  const record = RECORD_OF_ITEM.get(kind!);
  if (!content || typeof content !== 'object') return undefined;
  if (!record) return `${String(content['kind'])} ${String(content['reference'])}`;
  const { id, key } = content as Readonly<Record<'id' | 'key', string | undefined>>;
  if (id ?? key) return `${record} ${id ?? key}`;
  const page = pageOf(item);
  return page === undefined ? undefined : `page ${page}`;
}

/** The page that an item's source is; undefined of any other item. */
export function pageOf(item: Item): string | undefined {
  const { url } = (item['source'] ?? {}) as { url?: unknown };
  if (typeof url !== 'string') return undefined;
  const cleaned = cleanUrl(url, url.length);
  return cleaned.ok ? canonicalUrl(cleaned.value) : undefined;
}

/** The first record of which two of the items say different things. */
function namedTwice(items: readonly Item[]): string | undefined {
  const seen = new Map<string, string>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === undefined) continue;
    const content = JSON.stringify(item);
    const before = seen.get(name);
    if (before !== undefined && before !== content && !isOnlyToBeThere(item)) return name;
    if (before === undefined) seen.set(name, content);
  }
  return undefined;
}

export const isOnlyToBeThere = (item: Item): boolean => (Object.values(item)[0] as Item | undefined)?.['ifMissing'] === true;
