/** The starter vocabulary: some thirty predicates that a new store has from its first day. */
import { fileURLToPath } from 'node:url';
import type { Changeset } from '../model/changeset/changeset.js';
import type { Store } from '../store/store.js';
import { readChangesetFile } from './changeset-file.js';
import { loadChangeset, type Loaded } from './load-changeset.js';

const VOCABULARY = fileURLToPath(new URL('../../vocabulary/predicates.yaml', import.meta.url));
/** Named on it. */
const OURSELVES = 'claimgraph';

/** Whether nothing was ever written. */
export const isNew = async (store: Store): Promise<boolean> => (await store.position()) === 0;

/** Adds the predicates that most graphs need; those that are there stay as they are. */
export const addVocabulary = async (store: Store): Promise<Loaded> => loadChangeset(store, await readChangesetFile(VOCABULARY), OURSELVES);

/** The last position of a log that holds the starter vocabulary of this version and nothing else; undefined of any other. */
export async function vocabularyAlone(store: Store): Promise<number | undefined> {
  const { key, items } = await readChangesetFile(VOCABULARY);
  const position = await store.position();
  if (position !== items.length) return undefined;
  const changeset: Changeset = { key, by: OURSELVES, items, dryRun: true };
  const { repeated, results } = await store.write(changeset);
  return repeated && results.every(({ status }) => status === 'CREATED') ? position : undefined;
}
