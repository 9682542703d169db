/** `claimgraph export`: the graph, or a part of it, in a format of others. */
import { once } from 'node:events';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exportOptions } from '../http/export-options.js';
import { seesEverything, storeFor } from '../http/access/caller.js';
import { withheldFrom } from '../formats/withheld.js';
import { StoreError } from '../model/errors.js';
import type { Role } from '../model/roles.js';
import type { Condition } from '../plan/plan.js';
import type { Store } from '../store/store.js';
import type { Settings } from '../config/settings.js';
import { EXPORT_FORMATS, exported } from '../formats/exports.js';
import { claimWhere } from '../graphql/claim-where.js';
import { createSchema } from '../graphql/schema.js';
import { openStore } from '../store/open.js';
import { PRIVATE } from '../store/private-files.js';

export interface ExportFlags {
  /** A ClaimWhere in JSON. */
  readonly where?: string | undefined;
  /** Whom it is for. Not given: a reader, and of claimgraph's own lines, from which a graph is made again, an admin. */
  readonly as?: Role | undefined;
  /** A file that is there is written over; refused where it is not set. */
  readonly replace?: boolean | undefined;
}

export async function exportGraph(
  settings: Settings,
  formatName: string,
  file: string,
  { where, as, replace }: ExportFlags,
): Promise<number> {
  const format = EXPORT_FORMATS.find(({ name }) => name === formatName)!;
  if (file !== '-' && replace !== true && existsSync(file))
    throw new StoreError('STORE_UNAVAILABLE', `${file} already exists; --replace overwrites it`);
  const condition = claimWhere(await createSchema(), where);
  const store = await openStore(settings);
  try {
    const role = as ?? (formatName === 'jsonl' ? 'admin' : 'reader');
    const shown = storeFor(store, { role }, settings);
    if (!seesEverything({ role })) await warnOfWithheld(store, shown, condition, role);
    const bytes = exported(format, shown, { where: condition }, exportOptions(settings));
    await (file === '-' ? pipeline(bytes, process.stdout, { end: false }) : writeTo(file, bytes, replace === true));
    return 0;
  } finally {
    await store.close();
  }
}

/** One that does not come to its end leaves no file. */
async function writeTo(file: string, bytes: AsyncIterable<Uint8Array | string>, replace: boolean): Promise<void> {
  const output = createWriteStream(file, { ...PRIVATE, flags: replace ? 'w' : 'wx' });
  await once(output, 'open');
  try {
    await pipeline(bytes, output);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** Says what the file lacks beside what it would hold for a contributor. */
async function warnOfWithheld(store: Store, shown: Store, where: Condition, role: Role): Promise<void> {
  const counts = await withheldFrom(store, shown, { where });
  if (counts.length === 0) return;
  const told = counts.map(({ record, count }) => `${count} ${record}`).join(', ');
  console.error(`left out, because a ${role} may not see them: ${told}; --as contributor includes them`);
}
