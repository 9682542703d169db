/** `claimgraph export`: the graph, or a part of it, in a format of others. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Settings } from '../config/settings.js';
import { EXPORT_FORMATS } from '../formats/exports.js';
import { InputError } from '../model/errors.js';
import { whereCondition } from '../plan/where.js';
import { openStore } from '../store/open.js';

export interface ExportFlags {
  /** A ClaimWhere in JSON. */
  readonly where?: string | undefined;
}

export async function exportGraph(settings: Settings, formatName: string, file: string, { where }: ExportFlags): Promise<number> {
  const format = EXPORT_FORMATS.find(({ name }) => name === formatName)!;
  const condition = whereCondition('Claim', where === undefined ? undefined : parsedWhere(where), ['where']);
  const store = await openStore(settings);
  try {
    const text = Readable.from(format.write(store, { where: condition }));
    await pipeline(text, file === '-' ? process.stdout : createWriteStream(file), { end: file !== '-' });
    return 0;
  } finally {
    await store.close();
  }
}

function parsedWhere(text: string): Record<string, unknown> {
  try {
    const where: unknown = JSON.parse(text);
    if (where && typeof where === 'object' && !Array.isArray(where)) return where as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw InputError.of('BAD_INPUT', 'no JSON object', ['where'], 'a ClaimWhere such as {"subject":{"key":{"eq":"aws"}}}');
}
