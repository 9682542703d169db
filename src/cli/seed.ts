/** `claimgraph seed`: the example article, a changeset of the caller's, the starter vocabulary. */
import { fileURLToPath } from 'node:url';
import type { Settings } from '../config/settings.js';
import type { ItemResult } from '../model/changeset/changeset.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';
import { readChangesetFile } from './changeset-file.js';
import { changedMembers, loadChangeset, refuseWrongForm, type Loaded } from './load-changeset.js';
import { addVocabulary, isNew } from './vocabulary.js';

const ARTICLE = fileURLToPath(new URL('../../seed/article.yaml', import.meta.url));
/** Records that are told one by one where a file was corrected. */
const TOLD = 50;

export interface SeedFlags {
  /** Who is named on what it writes; otherwise whom the file names, or "seed". */
  readonly recordedBy?: string | undefined;
  /** Whether the starter vocabulary comes along; not given: into a store in which nothing was ever written. */
  readonly vocabulary?: boolean | undefined;
}

/** Exit code 0. Throws FileRefused with all that is wrong with the file. */
export async function seed(settings: Settings, file: string | undefined, { recordedBy, vocabulary }: SeedFlags = {}): Promise<number> {
  // The vocabulary alone, where it is all that was asked for.
  const name = file ?? (vocabulary === true ? undefined : ARTICLE);
  const content = name === undefined ? undefined : await readChangesetFile(name);
  // Before a store is made for it.
  if (content) refuseWrongForm(content);
  const store = await openStore(settings, 'make');
  try {
    if (vocabulary ?? (await isNew(store))) await tell(store, 'starter vocabulary', await addVocabulary(store));
    if (content) await tell(store, content.file, await loadChangeset(store, content, recordedBy));
    return 0;
  } finally {
    await store.close();
  }
}

/** Loads the example into a store that holds nothing yet but predicates. */
export async function seedIfEmpty(store: Store): Promise<void> {
  const stats = await store.read({ kind: 'stats' });
  const isEmpty =
    stats.kind === 'stats' && stats.counts.every(({ record, active, retracted }) => record === 'Predicate' || active + retracted === 0);
  if (isEmpty) await applySeed(store);
}

/** Loads the example, or a file. Throws FileRefused with all that is wrong with it. */
export const applySeed = async (store: Store, file = ARTICLE): Promise<Loaded> => loadChangeset(store, await readChangesetFile(file));

async function tell(store: Store, what: string, loaded: Loaded): Promise<void> {
  const { results, repeated, corrects } = loaded;
  const counts = [...Map.groupBy(results, ({ status }) => status)].map(([status, of]) => `${of.length} ${status.toLowerCase()}`);
  const summary = counts.join(', ');
  if (repeated) console.log(`${what}: already loaded (${summary} at that time)`);
  else console.log(`${what}: ${corrects === undefined ? '' : `a correction of the changeset "${corrects}": `}${summary}`);
  if (corrects === undefined || repeated) return;
  const written = results.filter(({ status }) => status !== 'UNCHANGED');
  const shown = written.slice(0, TOLD);
  const members = await changedMembers(store, shown);
  for (const each of shown) console.log(`  ${lineOf(each, members.get(each.id!) ?? [])}`);
  if (written.length > TOLD) console.log(`  and ${written.length - TOLD} more`);
}

const lineOf = ({ status, record, key, id, version }: ItemResult, members: readonly string[]): string =>
  `${status.toLowerCase()}: ${record} ${key ?? id}${version === undefined ? '' : `, version ${version}`}${members.length > 0 ? `: ${members.join(', ')}` : ''}`;
