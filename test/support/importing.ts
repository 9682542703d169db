/** Files taken into a store, as the command line does it. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { readSettings } from '../../src/config/settings.js';
import { readLimits } from '../../src/formats/import-limits.js';
import { EVERYTHING, type Condition } from '../../src/plan/plan.js';
import { EXPORT_FORMATS, exported } from '../../src/formats/exports.js';
import type { ImportReport } from '../../src/formats/import-report.js';
import { importEntries } from '../../src/formats/importing.js';
import { IMPORT_FORMATS } from '../../src/formats/imports.js';
import type { Store } from '../../src/store/store.js';

const OPTIONS = { batch: 1_000, waitingMax: 10_000, refusalsMax: 100, lostMax: 1_000 };
/** As they are by default. */
export const READ_LIMITS = readLimits(readSettings({}));

export function importFile(store: Store, formatName: string, file: string, mapping?: string): Promise<ImportReport> {
  return importing(store, formatName, createReadStream(file), { mapping, fileName: file });
}

export function importText(store: Store, formatName: string, text: string, mapping?: string, batch?: number): Promise<ImportReport> {
  return importing(store, formatName, Readable.from([Buffer.from(text)]), { mapping }, batch);
}

export function importBytes(store: Store, formatName: string, bytes: Buffer, mapping?: string): Promise<ImportReport> {
  return importing(store, formatName, Readable.from([bytes]), { mapping });
}

function importing(
  store: Store,
  formatName: string,
  input: AsyncIterable<Uint8Array>,
  options: { mapping?: string | undefined; fileName?: string },
  batch = OPTIONS.batch,
) {
  const format = IMPORT_FORMATS.find(({ name }) => name === formatName)!;
  return importEntries(store, format.read(input, { ...READ_LIMITS, ...options }), { ...OPTIONS, batch });
}

export async function exportBytes(store: Store, formatName: string, where: Condition = EVERYTHING): Promise<Buffer> {
  const format = EXPORT_FORMATS.find(({ name }) => name === formatName)!;
  const options = { publicUrl: 'https://graph.example', limits: { recordsMax: 20_000, levelsMax: 100 }, claimsMax: 500 };
  const chunks: Buffer[] = [];
  for await (const chunk of exported(format, store, { where }, options)) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

export const exportText = async (store: Store, formatName: string, where?: Condition): Promise<string> =>
  (await exportBytes(store, formatName, where)).toString('utf8');
