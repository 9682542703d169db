/**
 * Embeddings that keep up with a store, in the background: the change log says which claims have other texts, and
 * texts without a vector are sent to the model, some at a time. No write waits for it, and it goes on where it stopped.
 */
import { setTimeout as later } from 'node:timers/promises';
import type { Change, ChangeHeader, Store } from '../store/store.js';
import { embed, type EmbeddingsAddress } from './client.js';
import { NO_PROGRESS, type ClaimText, type ClaimTexts, type KeptEmbeddings, type Progress } from '../store/embeddings.js';

export interface FollowingOptions {
  readonly store: Pick<Store, 'changes' | 'changeHeaders'>;
  readonly kept: KeptEmbeddings;
  readonly address: EmbeddingsAddress;
  /** Texts of one request to the model. */
  readonly batch: number;
  /** Milliseconds that one request may take. */
  readonly timeout: number;
  /** Hears why a request failed: once, until one succeeds. */
  readonly onFailure: (failure: Error) => void;
}

/** Changes whose documents are read at once. */
const CHANGES_AT_ONCE = 500;
/** Milliseconds between two looks at the log, when there is nothing to do. */
const LOOK_EVERY = 1_000;
/** Milliseconds before a failed request is tried again: doubled each time, up to the longest. */
const RETRY_FIRST = 1_000;
const RETRY_LONGEST = 60_000;

/** Runs until the signal is given. */
export async function followWithEmbeddings(options: FollowingOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let isMore = false;
    try {
      isMore = await goOn(options, signal);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (failures++ === 0) options.onFailure(error as Error);
    }
    const pause = failures > 0 ? Math.min(RETRY_LONGEST, RETRY_FIRST * 2 ** (failures - 1)) : isMore ? 0 : LOOK_EVERY;
    if (pause > 0) await later(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** One step: some changes and one request. True where there is more to do at once. */
async function goOn({ store, kept, address, batch, timeout }: FollowingOptions, signal: AbortSignal): Promise<boolean> {
  const isBehind = await takeChanges(store, kept);
  const texts = await kept.missing(batch);
  if (texts.length === 0 || signal.aborted) return isBehind;
  const vectors = await embed(
    address,
    texts.map(({ text }) => text),
    AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
  );
  await kept.keep(texts.map(({ digest }, index) => ({ digest, vector: vectors[index]! })));
  return true;
}

/** Takes the texts of the claims that changed next. True where more changes may follow. */
async function takeChanges(store: FollowingOptions['store'], kept: KeptEmbeddings): Promise<boolean> {
  const progress = await kept.progress();
  if (progress !== NO_PROGRESS && !(await isOfLog(progress, store))) {
    await kept.forgetClaims();
    return true;
  }
  const changes = await store.changes(progress.position, CHANGES_AT_ONCE);
  const last = changes.at(-1);
  if (!last) return false;
  await kept.take(claimsIn(changes), { position: last.position, at: markOf(last) });
  return changes.length === CHANGES_AT_ONCE;
}

/** Whether what was read last still stands there: a restored or replaced store has another log. */
async function isOfLog({ position, at }: Progress, store: FollowingOptions['store']): Promise<boolean> {
  const [there] = await store.changeHeaders(position - 1, 1);
  return there?.position === position && markOf(there) === at;
}

const markOf = ({ id, version, recordedAt }: ChangeHeader): string => `${id} ${version} ${recordedAt}`;

/** Each claim once, as it is after its last change. */
function claimsIn(changes: readonly Change[]): ClaimTexts[] {
  const claims = new Map<string, ClaimTexts>();
  for (const { record, id, retraction, document } of changes) {
    if (record !== 'Claim') continue;
    const texts = retraction ? [] : (document['texts'] as readonly ClaimText[]).filter(({ text }) => text.trim() !== '');
    claims.set(id, { claim: id, texts });
  }
  return [...claims.values()];
}
