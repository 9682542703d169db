/** A changeset file into a store: once, and again where it was corrected. */
import type { Changeset, ChangesetResult, ItemResult } from '../model/changeset/changeset.js';
import { differencesBetween } from '../model/changeset/differences.js';
import { itemName } from '../model/changeset/input.js';
import { parseItems } from '../model/changeset/parse.js';
import type { RecordDocument } from '../model/changeset/changeset.js';
import type { Problem } from '../model/errors.js';
import { RECORD_NAMES } from '../model/graph.js';
import { recordsOf } from '../formats/exporting.js';
import type { Store } from '../store/store.js';
import { FileRefused, type ChangesetFile } from './changeset-file.js';

export interface Loaded extends ChangesetResult {
  /** The key of the changeset that this one corrects: the file was loaded before with other content. */
  readonly corrects?: string | undefined;
}

/** Throws FileRefused where something beside the items is wrong, with what is wrong with their form. */
export function refuseWrongForm(content: ChangesetFile): void {
  if (content.problems.length === 0) return;
  const ofItems = parseItems(content.items).flatMap(({ problems }) => problems);
  throw refusal(content, [...content.problems, ...ofItems], false);
}

/**
 * Loads a file. Under a key it is loaded once, and other content under the same key is a correction: a changeset of
 * its own, whose reason names the one before. `recordedBy` is named in place of whom the file names.
 * Throws FileRefused with all that is wrong.
 */
export async function loadChangeset(store: Store, content: ChangesetFile, recordedBy?: string): Promise<Loaded> {
  refuseWrongForm(content);
  const { key, by = 'seed', onProblem, items } = content;
  const changeset = { by: recordedBy ?? by, onProblem, items };
  const loaded = key === undefined ? await store.write(changeset) : await writeOnce(store, { ...changeset, key });
  const problems = problemsOf(loaded.results);
  if (problems.length > 0) throw refusal(content, problems, loaded.applied);
  return loaded;
}

type Keyed = Changeset & { readonly key: string };

/** Writes what was not the last to be written under the key. */
async function writeOnce(store: Store, changeset: Keyed): Promise<Loaded> {
  const first = await store.write(changeset);
  if (!first.repeated && !isReused(first)) return first;
  let newest: ChangesetResult = first;
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
    if (newest.repeated) return newest;
    const written = await store.write(correction);
    // Otherwise another process was first: what it wrote is looked at in the next round.
    if (!written.repeated && !isReused(written)) return { ...written, corrects };
  }
}

const revisionKey = ({ key }: Keyed, revision: number): string => (revision === 1 ? key : `${key}#${revision}`);

const isReused = ({ results }: ChangesetResult): boolean => problemsOf(results).some(({ code }) => code === 'KEY_REUSED');

const RECORD_ITEMS: ReadonlySet<string> = new Set(RECORD_NAMES.map(itemName));

/** A record's item with the reason that it corrects an earlier changeset, where it gives none of its own. */
function because(item: unknown, corrects: string): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const reason = `corrects the changeset "${corrects}"`;
  return Object.fromEntries(
    Object.entries(item).map(([name, content]: [string, unknown]) => {
      const isRecord = RECORD_ITEMS.has(name) && typeof content === 'object' && content !== null && !Array.isArray(content);
      return [name, isRecord ? { reason, ...content } : content];
    }),
  );
}

/** Which members of the records that were changed are otherwise now, by the records' ids. */
export async function changedMembers(store: Store, results: readonly ItemResult[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const members = new Map<string, readonly string[]>();
  const changed = results.filter(({ status, id }) => status === 'CHANGED' && id !== undefined);
  for (const [record, of] of Map.groupBy(changed, ({ record }) => record)) {
    const ids = of.map(({ id }) => id!);
    for await (const rows of recordsOf(store, record, ids))
      for (const row of rows) {
        const [before, after] = (row['history'] as readonly { readonly data: RecordDocument }[]).slice(-2);
        members.set(
          row['id'] as string,
          differencesBetween(before!.data, after!.data).map(({ member }) => member),
        );
      }
  }
  return members;
}

const problemsOf = (results: readonly ItemResult[]): Problem[] => results.flatMap(({ problems }) => problems);

function refusal({ file, told }: ChangesetFile, problems: readonly Problem[], isRestWritten: boolean): FileRefused {
  // What refers to a refused item has its own problem there.
  const own = problems.filter(({ message }) => !message.endsWith(' was refused'));
  return new FileRefused(file, (own.length > 0 ? own : problems).map(told), isRestWritten);
}
