/** The embeddings of a store's claims, all worked out, as a server does it in the background. */
import { setTimeout as later } from 'node:timers/promises';
import { NEAR_TEXTS } from '../../dist/analysis/search/meaning.js';
import { embed } from '../../dist/embeddings/client.js';
import { followWithEmbeddings } from '../../dist/embeddings/following.js';
import { openEmbeddings } from '../../dist/store/embeddings.js';

const BATCH = 32;
const TIMEOUT = 120_000;
const LOOK_EVERY = 500;

/** Waits until every text has its vector. @returns {Promise<{ nearest: (text: string) => Promise<object[]>, close: () => Promise<void> }>} */
export async function embedded(store, settings) {
  const { embeddingsUrl: url, embeddingsModel, embeddingsQueryModel, embeddingsDimension: dimension } = settings;
  const kept = await openEmbeddings(settings, { name: embeddingsModel, dimension });
  const stopping = new AbortController();
  const failures = [];
  const following = followWithEmbeddings(
    {
      store,
      kept,
      address: { url, model: embeddingsModel, dimension },
      batch: BATCH,
      timeout: TIMEOUT,
      onFailure: (failure) => failures.push(failure),
    },
    stopping.signal,
  );
  const began = performance.now();
  const position = await store.position();
  for (;;) {
    const { texts, embedded: done } = await kept.count();
    if (failures.length > 0) throw failures[0];
    if ((await kept.progress()).position === position && texts === done) break;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${texts} texts`);
    await later(LOOK_EVERY);
  }
  stopping.abort();
  await following;
  console.log(`\n${(await kept.count()).texts} texts embedded in ${((performance.now() - began) / 1_000).toFixed(0)} s\n`);
  const query = { url, model: embeddingsQueryModel || embeddingsModel, dimension };
  return {
    nearest: async (text) => kept.nearest((await embed(query, [text], AbortSignal.timeout(TIMEOUT)))[0], NEAR_TEXTS),
    close: () => kept.close(),
  };
}
