/** The thread that has the embeddings: it works them out in the background, and finds what is near. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { StoreError } from '../model/errors.js';
import { openEmbeddings } from '../store/embeddings.js';
import { openStore } from '../store/open.js';
import { failedBy, type Reply, type Request } from '../threads/messages.js';
import { embed } from './client.js';
import { followWithEmbeddings } from './following.js';
import type { EmbeddingResult, EmbeddingThreadData, EmbeddingWork } from './nearest.js';

/** Texts that were looked for last: somebody who types asks for the same again. */
const ASKED_KEPT = 1_000;
/** Of a text that is looked for: models read no more than some hundred words. Code units. */
const ASKED_MAX = 2_000;

const { settings } = workerData as EmbeddingThreadData;
const address = { url: settings.embeddingsUrl, token: settings.embeddingsToken || undefined, dimension: settings.embeddingsDimension };
const passages = { ...address, model: settings.embeddingsModel };
const queries = { ...address, model: settings.embeddingsQueryModel || settings.embeddingsModel };

const store = await openStore(settings, 'must-exist');
const kept = await openEmbeddings(settings, { name: settings.embeddingsModel, dimension: settings.embeddingsDimension });
const stopping = new AbortController();
const following = followWithEmbeddings(
  {
    store,
    kept,
    address: passages,
    batch: settings.embeddingsBatch,
    timeout: settings.embeddingsTimeout,
    onFailure: ({ message }) => parentPort!.postMessage({ told: message }),
  },
  stopping.signal,
);
/** Told once, until it answers again. */
let isAway = false;
const asked = new LRUCache<string, Promise<Float32Array>>({ max: ASKED_KEPT });

parentPort!.on('message', (message: Request<EmbeddingWork> | 'close' | { readonly connect: MessagePort }) => {
  if (message === 'close') void close();
  else if ('connect' in message) {
    const { connect } = message;
    connect.on('message', (work: Request<EmbeddingWork>) => void answer(work).then((reply) => connect.postMessage(reply)));
  } else void answer(message).then((reply) => parentPort!.postMessage(reply));
});
parentPort!.postMessage('ready');

async function answer(work: Request<EmbeddingWork>): Promise<Reply<EmbeddingResult>> {
  try {
    if ('count' in work) return { id: work.id, result: await kept.count() };
    const { text, limit } = work.nearest;
    return { id: work.id, result: await kept.nearest(await vectorOf(text.slice(0, ASKED_MAX)), limit) };
  } catch (error) {
    return failedBy(work.id, error);
  }
}

function vectorOf(text: string): Promise<Float32Array> {
  const known = asked.get(text);
  if (known) return known;
  const vector = embed(queries, [text], AbortSignal.timeout(settings.embeddingsQueryTimeout)).then(
    ([its]) => {
      isAway = false;
      return its!;
    },
    (error: Error) => {
      asked.delete(text);
      if (!isAway) parentPort!.postMessage({ told: error.message });
      isAway = true;
      throw new StoreError('STORE_UNAVAILABLE', error.message);
    },
  );
  asked.set(text, vector);
  return vector;
}

async function close(): Promise<void> {
  stopping.abort();
  await following;
  await kept.close().finally(() => store.close());
  process.exit(0);
}
