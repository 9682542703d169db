/** `claimgraph seed`: the example article, a changeset of the caller's, the words to begin with. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../config/settings.js';
import type { Changeset, ChangesetResult, ItemResult } from '../model/changeset/changeset.js';
import { itemName } from '../model/changeset/input.js';
import { RECORD_NAMES } from '../model/graph.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';
import { FileRefused, readChangesetFile, type ChangesetFile } from './changeset-file.js';

const ARTICLE = fileURLToPath(new URL('../../seed/article.yaml', import.meta.url));
const VOCABULARY = fileURLToPath(new URL('../../vocabulary/predicates.yaml', import.meta.url));
/** Named on the words to begin with. */
const OURSELVES = 'claimgraph';
/** Records that are told one by one where a file was corrected. */
const TOLD = 50;

export interface SeedFlags {
  /** Who is named on what it writes; otherwise whom the file names, or "seed". */
  readonly recordedBy?: string | undefined;
  /** Whether the words to begin with come along; not given: into a store in which nothing was ever written. */
  readonly vocabulary?: boolean | undefined;
}

export interface Loaded extends ChangesetResult {
  /** The key of the changeset that this one corrects: the same file was loaded before with other content. */
  readonly corrects?: string | undefined;
}

/** Exit code 1 where something in the file was refused. */
export async function seed(settings: Settings, file: string | undefined, { recordedBy, vocabulary }: SeedFlags = {}): Promise<number> {
  const store = await openStore(settings, 'make');
  try {
    if (vocabulary ?? (await isNew(store))) tell('the words to begin with', await addVocabulary(store));
    // The words alone, where they are all that was asked for.
    if (file !== undefined || vocabulary !== true) tell(file ?? ARTICLE, await applySeed(store, file, recordedBy));
    return 0;
  } finally {
    await store.close();
  }
}

function tell(what: string, { results, repeated, corrects }: Loaded): void {
  const summary = [...Map.groupBy(results, ({ status }) => status)]
    .map(([status, of]) => `${of.length} ${status.toLowerCase()}`)
    .join(', ');
  if (repeated) console.log(`${what}: already loaded (${summary} at that time)`);
  else console.log(`${what}: ${corrects === undefined ? '' : `a correction of the changeset "${corrects}": `}${summary}`);
  if (corrects === undefined || repeated) return;
  const written = results.filter(({ status }) => status !== 'UNCHANGED');
  for (const each of written.slice(0, TOLD)) console.log(`  ${lineOf(each)}`);
  if (written.length > TOLD) console.log(`  and ${written.length - TOLD} more`);
}

const lineOf = ({ status, record, key, id, version }: ItemResult): string =>
  `${status.toLowerCase()}: ${record} ${key ?? id}${version === undefined ? '' : `, version ${version}`}`;

/** Whether nothing was ever written. */
export const isNew = async (store: Store): Promise<boolean> => (await store.position()) === 0;

/** Adds the predicates that most graphs need; those that are there stay as they are. */
export const addVocabulary = (store: Store): Promise<Loaded> => applySeed(store, VOCABULARY, OURSELVES);

/** Loads the example into a store that holds nothing yet but words. */
export async function seedIfEmpty(store: Store): Promise<void> {
  const stats = await store.read({ kind: 'stats' });
  const isEmpty =
    stats.kind === 'stats' && stats.counts.every(({ record, active, retracted }) => record === 'Predicate' || active + retracted === 0);
  if (isEmpty) await applySeed(store, ARTICLE);
}

/**
 * Loads a file once. Other content under the same key, or of the same name where there is no key, is a correction:
 * a changeset of its own. Throws FileRefused with all that is wrong.
 */
export async function applySeed(store: Store, file = ARTICLE, recordedBy?: string): Promise<Loaded> {
  const content = readChangesetFile(file);
  const { by = 'seed', onProblem, items } = content;
  const changeset = { key: content.key ?? `file:${basename(file)}`, by: recordedBy ?? by, onProblem, items };
  if (content.problems.length > 0) {
    const { results } = await store.write({ ...changeset, key: undefined, dryRun: true });
    throw refusal(file, content, [...content.problems, ...problemsOf(results)], false);
  }
  const loaded = await writeOnce(store, changeset);
  const problems = problemsOf(loaded.results);
  if (problems.length > 0) throw refusal(file, content, problems, loaded.applied);
  return loaded;
}

type Keyed = Changeset & { readonly key: string };

/** Writes what was not the last to be written under the key. */
async function writeOnce(store: Store, changeset: Keyed): Promise<Loaded> {
  const first = await store.write(changeset);
  if (!first.repeated && !isReused(first)) return first;
  let newest = first;
  for (let revision = 2; ;) {
    const corrects = revisionKey(changeset, revision - 1);
    const correction = {
      ...changeset,
      key: revisionKey(changeset, revision),
      items: changeset.items.map((item) => because(item, corrects)),
    };
    // Only told what is there, until it is certain that this content is to be written.
    const tried = await store.write({ ...correction, dryRun: true });
    if (tried.repeated || isReused(tried)) {
      newest = tried;
      revision++;
      continue;
    }
    if (newest.repeated || problemsOf(tried.results).length > 0) return newest.repeated ? newest : { ...tried, applied: false };
    const written = await store.write(correction);
    // Otherwise another process was first: what it wrote is looked at in the next round.
    if (!written.repeated && !isReused(written)) return { ...written, corrects };
  }
}

const revisionKey = ({ key }: Keyed, revision: number): string => (revision === 1 ? key : `${key}#${revision}`);

const isReused = ({ results }: ChangesetResult): boolean => problemsOf(results).some(({ code }) => code === 'KEY_REUSED');

const RECORD_ITEMS: readonly string[] = RECORD_NAMES.map(itemName);

/** A record's item with the reason that it corrects an earlier changeset, where it gives none of its own. */
function because(item: unknown, corrects: string): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const reason = `corrects the changeset "${corrects}"`;
  return Object.fromEntries(
    Object.entries(item).map(([name, content]: [string, unknown]) => {
      const isRecord = RECORD_ITEMS.includes(name) && typeof content === 'object' && content !== null && !Array.isArray(content);
      return [name, isRecord ? { reason, ...content } : content];
    }),
  );
}

const problemsOf = (results: readonly ItemResult[]) => results.flatMap(({ problems }) => problems);

function refusal(file: string, content: ChangesetFile, problems: ReturnType<typeof problemsOf>, isRestWritten: boolean): FileRefused {
  // What refers to a refused item has its own problem there.
  const own = problems.filter(({ message }) => !message.endsWith(' was refused'));
  return new FileRefused(file, (own.length > 0 ? own : problems).map(content.told), isRestWritten);
}
