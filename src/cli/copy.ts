/** `claimgraph copy`: a whole graph from one store to another, with ids, history and texts. */
import { createHash } from 'node:crypto';
import { StoreError } from '../model/errors.js';
import type { Settings } from '../config/settings.js';
import { openStore } from '../store/open.js';
import type { Change, Store } from '../store/store.js';

const CHANGES_AT_ONCE = 2_000;

/** Goes on where an earlier copy ended. Exit code 1 when the copies differ at the end. */
export async function copy(settings: Settings, from: string, to: string): Promise<number> {
  const source = await openStore({ ...settings, store: from });
  try {
    return await copyFrom(source, await openStore({ ...settings, store: to }, 'make'));
  } finally {
    await source.close();
  }
}

async function copyFrom(source: Store, target: Store): Promise<number> {
  try {
    const [total, done] = [await source.position(), await target.position()];
    await refuseAnother(source, target, done);
    if (done > 0) console.log(`going on after change ${done} of ${total}`);
    await copyAfter(source, target, done, total);
    return await verify(source, target);
  } finally {
    await target.close();
  }
}

/** A target that holds something else is not written to. */
async function refuseAnother(source: Store, target: Store, done: number): Promise<void> {
  if (done === 0) return;
  const [[mine], [theirs]] = await Promise.all([source.changes(done - 1, 1), target.changes(done - 1, 1)]);
  if (!mine || JSON.stringify(mine) !== JSON.stringify(theirs)) {
    throw new StoreError('STORE_UNAVAILABLE', 'the target holds another graph, or has been written to since; copy into an empty store');
  }
}

async function copyAfter(source: Store, target: Store, done: number, total: number): Promise<void> {
  const started = performance.now();
  for (let position = done; position < total;) {
    const changes = await wholeChangesets(source, position);
    if (changes.length === 0) break;
    const digests = changes.flatMap(({ record, document }) =>
      record === 'Source' && typeof document['digest'] === 'string' ? [document['digest']] : [],
    );
    await target.replay(changes, digests.length > 0 ? await source.texts(digests) : new Map());
    position = changes.at(-1)!.position;
    const seconds = (performance.now() - started) / 1_000;
    const rate = (position - done) / seconds;
    console.log(`${position} of ${total} changes, ${Math.round(rate)} a second, ${Math.round((total - position) / rate)} s left`);
  }
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
