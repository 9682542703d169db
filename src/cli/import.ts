/** `claimgraph import`: a file of another system, or of this one, into the graph. */
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Settings } from '../config/settings.js';
import { readLimits } from '../formats/import-limits.js';
import { reasonsOf, type ImportMatch } from '../formats/import-matches.js';
import { Reporting, type ImportReport } from '../formats/import-report.js';
import { importEntries } from '../formats/importing.js';
import { encodingOf, IMPORT_FORMATS } from '../formats/imports.js';
import { checkEncoding, soundText, soundUtf8, WrongEncoding } from '../formats/reading/encoding.js';
import type { ReadOptions } from '../formats/reading/entry.js';
import { StoreMissing } from '../model/errors.js';
import { openStore } from '../store/open.js';
import { PRIVATE } from '../store/private-files.js';
import type { Store } from '../store/store.js';

export interface ImportFlags {
  readonly dryRun: boolean;
  /** A file to which the report goes, as JSON. */
  readonly report?: string | undefined;
  readonly mapping?: string | undefined;
  /** Of the file, where it is not in UTF-8. */
  readonly encoding?: string | undefined;
  /** Which new claims were said before: only told, or also proposed. */
  readonly match?: 'report' | 'link' | undefined;
}

/** Exit code 1 when something was refused, or when the file holds nothing. */
export async function importFile(settings: Settings, formatName: string, file: string, flags: ImportFlags): Promise<number> {
  const format = IMPORT_FORMATS.find(({ name }) => name === formatName)!;
  if (flags.encoding !== undefined) checkEncoding(flags.encoding, ['--encoding']);
  const mapping = flags.mapping === undefined ? undefined : await soundText(readFileSync(flags.mapping));
  const options: ReadOptions = { ...readLimits(settings), fileName: file, mapping, encoding: flags.encoding };
  const size = file === '-' ? undefined : statSync(file).size;
  const looked =
    file === '-' ? undefined : await lookedThrough(file, [formatName, mapping ?? '', flags.encoding ?? ''], encodingOf(format, options));
  if (looked instanceof WrongEncoding) {
    // Before anything is written, and before a store is made.
    const reporting = new Reporting({ refusalsMax: settings.importRefusalsMax, lostMax: settings.importLostMax });
    reporting.refuse({ ...looked.refusal, place: { line: looked.line, path: '' } });
    print(reporting.report, flags);
    return 1;
  }
  const source = flags.dryRun ? undefined : looked;
  const { store, close } = flags.dryRun ? await openForTrying(settings) : await opened(settings);
  const progress = new Progress(size);
  try {
    const skip = source === undefined ? 0 : await store.importedEntries(source);
    if (skip > 0)
      console.log(
        `continuing after ${skip} entries of ${file} that an interrupted import wrote; its last batch (at most ${settings.importBatch} items) is read again and counted as unchanged`,
      );
    const input = counted(file === '-' ? process.stdin : createReadStream(file), progress);
    const report = await importEntries(store, format.read(input, options), {
      batch: settings.importBatch,
      waitingMax: settings.importWaitingMax,
      refusalsMax: settings.importRefusalsMax,
      lostMax: settings.importLostMax,
      by: settings.recordedBy,
      dryRun: flags.dryRun,
      skip,
      source,
      matching: flags.match && {
        how: flags.match === 'link' ? 'LINK' : 'REPORT',
        minimumScore: settings.importMatchScore,
        matchesMax: settings.importMatchesMax,
        candidatesMax: settings.searchCandidatesMax,
      },
      onWritten: (written) => progress.show(written),
    });
    progress.end();
    print(report, flags);
    const holdsNothing = report.entries === 0 && report.refused === 0;
    if (holdsNothing) console.error(`${file} holds no ${flags.mapping === undefined ? 'entries' : 'rows'}; nothing was imported`);
    return report.refused > 0 || holdsNothing ? 1 : 0;
  } finally {
    progress.end();
    await close();
  }
}

interface Opened {
  readonly store: Store;
  readonly close: () => Promise<void>;
}

async function opened(settings: Settings): Promise<Opened> {
  const store = await openStore(settings, 'make');
  return { store, close: () => store.close() };
}

/** A store that is not there is not made to be tried: an empty one that is gone afterwards gives the same answers. */
async function openForTrying(settings: Settings): Promise<Opened> {
  try {
    const store = await openStore(settings, 'must-exist');
    return { store, close: () => store.close() };
  } catch (error) {
    if (!(error instanceof StoreMissing)) throw error;
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-dry-run-'));
    const store = await openStore({ ...settings, store: join(folder, 'empty.db') }, 'make');
    return {
      store,
      close: async () => {
        await store.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
}

/** A digest of the file's content and of what else decides how it is read; or that it is not in its encoding. */
async function lookedThrough(file: string, others: readonly string[], encoding: string | undefined): Promise<string | WrongEncoding> {
  const content = createHash('sha256');
  const hashed = async function* () {
    for await (const chunk of createReadStream(file)) {
      content.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
  };
  try {
    for await (const _ of soundUtf8(hashed(), encoding));
  } catch (error) {
    if (error instanceof WrongEncoding) return error;
    throw error;
  }
  return createHash('sha256')
    .update(JSON.stringify([...others, content.digest('hex')]))
    .digest('hex');
}

async function* counted(input: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) {
    progress.bytes += chunk.length;
    yield chunk;
  }
}

const LINE_EVERY = 5_000;

/** A bar on a terminal; a line now and then elsewhere. */
class Progress {
  bytes = 0;
  readonly #started = performance.now();
  #lastLine = performance.now();
  /** Bytes that were read before anything was written: an import that goes on passes over what is there. */
  #passedOver: number | undefined;
  readonly #bar: SingleBar | undefined;

  constructor(private readonly size: number | undefined) {
    if (!process.stderr.isTTY || size === undefined) return;
    this.#bar = new SingleBar({
      format: '{bar} {percentage}% | {records} records, {rate}/s | {eta_formatted} left',
      stream: process.stderr,
    });
    this.#bar.start(size, 0, { records: 0, rate: 0 });
  }

  show({ created, changed, unchanged }: ImportReport): void {
    const records = created + changed + unchanged;
    const seconds = (performance.now() - this.#started) / 1_000;
    const rate = Math.round(records / seconds);
    this.#passedOver ??= this.bytes;
    this.#bar?.update(Math.min(this.bytes, this.size ?? 0), { records, rate });
    if (this.#bar || performance.now() - this.#lastLine < LINE_EVERY) return;
    this.#lastLine = performance.now();
    const left =
      this.size === undefined
        ? ''
        : `, ${Math.round((seconds * (this.size - this.bytes)) / Math.max(1, this.bytes - this.#passedOver))} s left`;
    console.error(`${records} records, ${rate} a second${left}`);
  }

  end(): void {
    this.#bar?.stop();
  }
}

function matchLine(match: ImportMatch): string {
  const { place, claim, key, other, otherKey, score, text, linked } = match;
  const where = [place.line === undefined ? '' : `line ${place.line}`, place.path].filter((part) => part !== '').join(', ');
  const reasons = [...reasonsOf(match), ...(linked ? ['proposed as SAME_AS, a draft'] : [])].map((reason) => `; ${reason}`).join('');
  return `${where}${where ? ': ' : ''}${key ?? claim} is like ${otherKey ?? other}, score ${score}: "${text}"${reasons}`;
}

function print(report: ImportReport, { dryRun, report: file }: ImportFlags): void {
  const { entries, created, changed, unchanged, refused, refusals, lost, stoppedAt, matches, matched = 0 } = report;
  console.log(
    `${entries} entries: ${created} records ${dryRun ? 'would be ' : ''}created, ${changed} changed, ${unchanged} unchanged, ${refused} refused`,
  );
  for (const { place, path, code, message, hint } of refusals) {
    const where = [place.line === undefined ? '' : `line ${place.line}`, place.path, path].filter((part) => part !== '').join(', ');
    console.log(`  refused: ${where}${where ? ': ' : ''}${code}: ${message}; ${hint}`);
  }
  if (refused > refusals.length) console.log(`  and ${refused - refusals.length} more`);
  if (stoppedAt) {
    const where = stoppedAt.line === undefined ? stoppedAt.path : `line ${stoppedAt.line}`;
    console.log(`  reading stopped${where ? ` at ${where}` : ''}: the rest was not read`);
  }
  if (matches) console.log(`${matched} ${matched === 1 ? 'match' : 'matches'} of new claims with claims that were there`);
  for (const match of matches ?? []) console.log(`  ${matchLine(match)}`);
  if (matches && matched > matches.length) console.log(`  and ${matched - matches.length} more`);
  if (lost.size > 0) console.log('information in the file that the graph cannot hold, with the number of occurrences:');
  for (const [path, count] of [...lost].sort((a, b) => b[1] - a[1])) console.log(`  ${path}: ${count}`);
  if (file) writeFileSync(file, `${JSON.stringify({ ...report, lost: Object.fromEntries(lost) }, undefined, 2)}\n`, PRIVATE);
}
