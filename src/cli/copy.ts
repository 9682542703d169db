/** `claimgraph copy`: a whole graph from one store to another, with ids, history and texts. */
import { createHash } from 'node:crypto';
import { StoreError } from '../model/errors.js';
import type { Settings } from '../config/settings.js';
import { openStore } from '../store/open.js';
import type { Change, Store } from '../store/store.js';
import { vocabularyAlone } from './vocabulary.js';

const CHANGES_AT_ONCE = 2_000;

/** Goes on where an earlier copy ended. Exit code 1 when the copies differ at the end. */
export async function copy(settings: Settings, from: string, to: string): Promise<number> {
  const source = await openStore({ ...settings, store: from });
  try {
    // Before a store is made for it: of a damaged one there is nothing to be copied.
    await piece(source, 0);
    return await copyFrom(source, await openStore({ ...settings, store: to }, 'make'));
  } finally {
    await source.close();
  }
}

async function copyFrom(source: Store, target: Store): Promise<number> {
  try {
    const [total, there] = [await source.position(), await target.position()];
    const isBegun = await agree(source, target, there);
    // A store that holds what every new one is given counts as empty.
    const instead = isBegun ? undefined : await vocabularyAlone(target);
    if (!isBegun && instead === undefined)
      throw new StoreError(
        'STORE_UNAVAILABLE',
        'the target holds another graph, or has been written to since the copy; copy into an empty store',
      );
    const done = isBegun ? there : 0;
    if (done > 0) console.log(`continuing after change ${done} of ${total}`);
    if (instead !== undefined) console.log('the copy replaces the starter vocabulary of the target');
    await copyAfter(source, target, { done, total, instead });
    return await verify(source, target);
  } finally {
    await target.close();
  }
}

/** Whether a log that ends there holds the beginning of the source's. */
async function agree(source: Store, target: Store, done: number): Promise<boolean> {
  if (done === 0) return true;
  const [[mine], [theirs]] = await Promise.all([source.changes(done - 1, 1), target.changes(done - 1, 1)]);
  return mine !== undefined && JSON.stringify(mine) === JSON.stringify(theirs);
}

interface Stretch {
  /** Positions: of the last change that the target has, and of the last one there is. */
  readonly done: number;
  readonly total: number;
  /** Where the target's own log ends, which the copy takes the place of. */
  readonly instead: number | undefined;
}

async function copyAfter(source: Store, target: Store, { done, total, instead }: Stretch): Promise<void> {
  const started = performance.now();
  if (total === 0 && instead !== undefined) await target.replay([], new Map(), instead);
  for (let position = done; position < total;) {
    const { changes, texts } = await piece(source, position);
    if (changes.length === 0) break;
    await target.replay(changes, texts, position === 0 ? instead : undefined);
    position = changes.at(-1)!.position;
    const seconds = (performance.now() - started) / 1_000;
    const rate = (position - done) / seconds;
    console.log(`${position} of ${total} changes, ${Math.round(rate)} a second, ${Math.round((total - position) / rate)} s left`);
  }
}

interface Piece {
  readonly changes: readonly Change[];
  /** Of its sources, by digest. */
  readonly texts: ReadonlyMap<string, string>;
}

async function piece(source: Store, after: number): Promise<Piece> {
  const changes = await wholeChangesets(source, after);
  const digests = changes.flatMap(({ record, document }) =>
    record === 'Source' && typeof document['digest'] === 'string' ? [document['digest']] : [],
  );
  return { changes, texts: digests.length > 0 ? await source.texts(digests) : new Map<string, string>() };
}

/** The next changes, up to the end of a changeset: versions of one have the same time, and may refer to each other. */
async function wholeChangesets(source: Store, after: number): Promise<Change[]> {
  const changes = await source.changes(after, CHANGES_AT_ONCE);
  for (let more = changes; more.length > 0;) {
    more = await source.changes(changes.at(-1)!.position, CHANGES_AT_ONCE);
    const same = more.filter(({ recordedAt }) => recordedAt === changes.at(-1)!.recordedAt);
    changes.push(...same);
    if (same.length < more.length) break;
  }
  return changes;
}

async function verify(source: Store, target: Store): Promise<number> {
  const [mine, theirs] = await Promise.all([source, target].map(fingerprint));
  console.log(`source: ${mine!.text}\ntarget: ${theirs!.text}`);
  const same = mine!.text === theirs!.text;
  console.log(same ? 'the copies are the same' : 'THE COPIES DIFFER');
  return same ? 0 : 1;
}

async function fingerprint(store: Store): Promise<{ text: string }> {
  const hash = createHash('sha256');
  let changes = 0;
  for (let position = 0; ;) {
    const page = await store.changes(position, CHANGES_AT_ONCE);
    if (page.length === 0) break;
    for (const change of page) hash.update(JSON.stringify(change));
    changes += page.length;
    position = page.at(-1)!.position;
  }
  const stats = await store.read({ kind: 'stats' });
  const counts =
    stats.kind === 'stats' ? stats.counts.map(({ record, active, retracted }) => `${record} ${active}+${retracted}`).join(', ') : '';
  return { text: `${changes} changes, ${counts}, sha256 ${hash.digest('hex')}` };
}
