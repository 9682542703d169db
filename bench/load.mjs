/** Writes the generated graph into a store; says how fast. */
import { changesets, corrections } from './generate.mjs';

const MOST_WAITED = 60 * 60 * 1_000;

export async function load(name, store, scale) {
  const started = performance.now();
  let items = 0;
  let peak = 0;
  for (const changeset of changesets(scale)) {
    const { applied, results } = await store.write(changeset);
    if (!applied) throw new Error(JSON.stringify(results.find(({ problems }) => problems.length > 0)));
    items += changeset.items.length;
    peak = Math.max(peak, process.memoryUsage().rss);
    if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${items} records`);
  }
  const elapsed = (performance.now() - started) / 1_000;
  const settled = await settle(store);
  for (const changeset of corrections(scale)) await store.write(changeset);
  // What was, too: nothing is to be worked out while it is measured.
  await settle(store, Date.now());
  return `${name}: loaded ${items} records in ${elapsed.toFixed(1)} s (${Math.round(items / elapsed)} a second), peak ${Math.round(peak / 1e6)} MB resident; its corroboration worked out in ${settled.toFixed(1)} s`;
}

/** A read that needs the corroboration of claims waits for it; seconds. */
async function settle(store, asOf) {
  const started = performance.now();
  const selection = { shape: 'Claim', fields: ['independentSupporting'], edges: [] };
  await store.read({ kind: 'one', record: 'Claim', by: 'key', value: 'c0', selection, asOf }, { timeout: MOST_WAITED });
  return (performance.now() - started) / 1_000;
}
