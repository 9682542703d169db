/**
 * How well and how fast the search finds claims. `node bench/find.mjs [sqlite|neo4j] [folder of CheckThat! 2020 task 2]`: over a set of
 * its own (find/set.mjs) and, where the folder is given, over CheckThat's 10,375 verified claims: its 200 tweets (find/check-that.mjs), and
 * questions of our own (find/questions.tsv). Recall among the first one and five, MAP@5, S@10, and milliseconds of one question after the
 * other.
 *
 * `--embeddings URL --model NAME --query-model NAME` finds by meaning too, with an address of OpenAI's form; `--keep FOLDER` keeps what
 * was loaded and embedded on SQLite for the next run; `--tweets train` asks the 800 tweets that are there to learn from.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { searchFor } from '../dist/analysis/search/search.js';
import { readSettings } from '../dist/config/settings.js';
import { openStore } from '../dist/store/open.js';
import { startJava } from '../test/support/neo4j-java.ts';
import { checkThat } from './find/check-that.mjs';
import { embedded } from './find/embedded.mjs';
import { ownQuestions } from './find/questions.mjs';
import { claims, questions } from './find/set.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(['embeddings', 'model', 'query-model', 'keep', 'tweets'].map((name) => [name, { type: 'string' }])),
});
const [kind = 'sqlite', checkThatFolder] = positionals;
const ITEMS_AT_ONCE = 1_000;
const FIRST = 10;
const CANDIDATES = 150;

const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'claimgraph-find-'));
mkdirSync(folder, { recursive: true });
try {
  console.log(`| questions | number | recall@1 | recall@5 | MAP@5 | S@10 | p50 / p95 ms |\n| --- | --- | --- | --- | --- | --- | --- |`);
  await measured('own', { claims, questions });
  if (checkThatFolder) {
    const set = checkThat(checkThatFolder, options.tweets);
    await measured('CheckThat! 2020', { claims: set.claims, questions: [...set.questions, ...ownQuestions()] });
  }
} finally {
  if (!options.keep) rmSync(folder, { recursive: true });
}

async function measured(name, set) {
  const place = join(folder, name.replaceAll(/\W/g, ''));
  const java = kind === 'neo4j' ? await startJava(place) : undefined;
  const settings = readSettings({
    CLAIMGRAPH_STORE: java?.uri ?? `${place}.db`,
    ...(options.embeddings ? { CLAIMGRAPH_EMBEDDINGS_URL: options.embeddings } : {}),
    ...(options.model ? { CLAIMGRAPH_EMBEDDINGS_MODEL: options.model } : {}),
    ...(options['query-model'] ? { CLAIMGRAPH_EMBEDDINGS_QUERY_MODEL: options['query-model'] } : {}),
  });
  const store = await openStore(settings, 'make');
  let meaning;
  try {
    if ((await store.position()) === 0) await load(store, set.claims);
    if (options.embeddings) meaning = await embedded(store, settings);
    const results = [];
    for (const question of set.questions) results.push(await asked(store, question, await meaning?.nearest(question.text)));
    for (const each of new Set(results.map((result) => result.kind)))
      report(
        `${name}: ${each}`,
        results.filter((result) => result.kind === each),
      );
    if (!java) console.log(`\n${(statSync(`${place}.db`).size / 2 ** 20).toFixed(1)} MB with ${set.claims.length} claims\n`);
  } finally {
    await meaning?.close();
    await store.close();
    await java?.stop();
  }
}

async function load(store, items) {
  for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
    const batch = items.slice(at, at + ITEMS_AT_ONCE);
    const { results } = await store.write({ items: batch.map(({ key, texts }) => ({ claim: { key, texts } })) });
    const [problem] = results.flatMap(({ problems }) => problems);
    if (problem) throw new Error(problem.message);
  }
}

/** The time is that of the search alone, without the model's. */
async function asked(store, { kind: of, text, wanted }, near) {
  const began = performance.now();
  const search = searchFor({ text, records: ['Claim'], where: {}, first: FIRST, finished: true, candidatesMax: CANDIDATES, near });
  let step = search.next();
  while (!step.done) step = search.next(await store.read(step.value));
  const elapsed = performance.now() - began;
  const ids = step.value.hits.map(({ id }) => id);
  const { rows } = await store.read({ kind: 'nodes', ids, selections: { Claim: { shape: 'Claim', fields: ['id', 'key'], edges: [] } } });
  return { kind: of, place: rows.findIndex(({ key }) => wanted.includes(key)), elapsed };
}

function report(name, results) {
  const share = (meets) => (results.filter(({ place }) => place >= 0 && meets(place)).length / results.length).toFixed(3);
  const map = results.reduce((sum, { place }) => sum + (place >= 0 && place < 5 ? 1 / (place + 1) : 0), 0) / results.length;
  const times = results.map(({ elapsed }) => elapsed).toSorted((a, b) => a - b);
  const at = (part) => times[Math.floor(times.length * part)].toFixed(1);
  const recall = [share((place) => place === 0), share((place) => place < 5)];
  console.log(
    `| ${name} | ${results.length} | ${recall.join(' | ')} | ${map.toFixed(3)} | ${share(() => true)} | ${at(0.5)} / ${at(0.95)} |`,
  );
}
