/** `claimgraph export`: the graph, or a part of it, in a format of others. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exportOptions } from '../http/export-options.js';
import type { Settings } from '../config/settings.js';
import { EXPORT_FORMATS, exported } from '../formats/exports.js';
import { claimWhere } from '../graphql/claim-where.js';
import { createSchema } from '../graphql/schema.js';
import { openStore } from '../store/open.js';
import { PRIVATE } from '../store/private-files.js';

export interface ExportFlags {
  /** A ClaimWhere in JSON. */
  readonly where?: string | undefined;
}

export async function exportGraph(settings: Settings, formatName: string, file: string, { where }: ExportFlags): Promise<number> {
  const format = EXPORT_FORMATS.find(({ name }) => name === formatName)!;
  const condition = claimWhere(await createSchema(), where);
  const store = await openStore(settings);
  try {
    const bytes = exported(format, store, { where: condition }, exportOptions(settings));
    await pipeline(bytes, file === '-' ? process.stdout : createWriteStream(file, PRIVATE), { end: file !== '-' });
    return 0;
  } finally {
    await store.close();
  }
}
