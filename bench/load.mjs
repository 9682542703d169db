/** Writes the generated graph into a store; says how fast. */
import { changesets } from './generate.mjs';

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
  return `${name}: loaded ${items} records in ${elapsed.toFixed(1)} s (${Math.round(items / elapsed)} a second), peak ${Math.round(peak / 1e6)} MB resident`;
}
