/**
 * What the score of a match says: `node bench/match.mjs [folder of CheckThat! 2020 task 2] [address of /v1/embeddings]`. Fits the
 * coefficients of analysis/matching/sureness.ts on CheckThat's training tweets and half of the own set (find/set.mjs) with its
 * sentences that are another claim but for a word, prints them, and measures the scores that the code gives on what was not
 * fitted on: CheckThat's test tweets and the other half.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { candidatesFor } from '../dist/analysis/matching/matching.js';
import { featuresOf, isOther, surenessOf } from '../dist/analysis/matching/sureness.js';
import { readSettings } from '../dist/config/settings.js';
import { EVERYTHING } from '../dist/plan/plan.js';
import { openStore } from '../dist/store/open.js';
import { checkThat, trainingTweets } from './find/check-that.mjs';
import { fitted, sigmoid } from './find/logistic.mjs';
import { nearestBy } from './find/nearest.mjs';
import { claims, questions, twisted } from './find/set.mjs';

const [checkThatFolder, embeddingsUrl] = process.argv.slice(2);
const ITEMS_AT_ONCE = 1_000;
const FIRST = 10;

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-match-'));
try {
  const own = await pairsOf('own', claims, [...questions, ...twisted]);
  const fit = own.filter((_, index) => index % 2 === 0);
  const held = { own: own.filter((_, index) => index % 2 === 1) };
  if (checkThatFolder) {
    const tweets = checkThat(checkThatFolder);
    const training = trainingTweets(checkThatFolder);
    const all = await pairsOf('CheckThat', tweets.claims, [...training, ...tweets.questions]);
    fit.push(...all.slice(0, training.length));
    held['CheckThat! test'] = all.slice(training.length);
  }
  if (process.env.DUMP) writeFileSync(process.env.DUMP, JSON.stringify({ fit, held }));
  coefficients(fit.flat());
  for (const [name, asked] of Object.entries(held)) calibration(name, asked.flat());
  for (const kind of new Set(twisted.map((each) => each.kind)))
    report(
      kind,
      held.own.filter((pairs) => pairs[0]?.kind === kind),
    );
} finally {
  rmSync(folder, { recursive: true });
}

/** Of each question, what is found for it, each with whether it is meant. */
async function pairsOf(name, items, asked) {
  const store = await openStore(readSettings({ CLAIMGRAPH_STORE: join(folder, `${name}.db`) }), 'make');
  try {
    const ids = new Map();
    for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
      const batch = items.slice(at, at + ITEMS_AT_ONCE).map(({ key, texts }) => ({ claim: { key, texts } }));
      for (const { key, id } of (await store.write({ items: batch })).results) ids.set(id, key);
    }
    const nearest = embeddingsUrl && (await nearestBy(embeddingsUrl, items, ids));
    const all = [];
    for (const { kind, text, wanted } of asked) {
      const near = await nearest?.(text);
      const search = candidatesFor({ text, near }, { where: EVERYTHING, first: FIRST, candidatesMax: 150 });
      let step = search.next();
      while (!step.done) step = search.next(await store.read(step.value));
      const { candidates } = step.value;
      all.push(candidates.map(({ id, alike, match }) => ({ kind, text, found: match.text, alike, same: wanted.includes(ids.get(id)) })));
    }
    return all;
  } finally {
    await store.close();
  }
}

/** What is capped whatever its coefficients give says nothing of them. */
function coefficients(pairs) {
  const open = pairs.filter(({ alike }) => !isOther(alike.comparison));
  const weights = fitted(open.map(({ alike, same }) => ({ features: featuresOf(alike), same })));
  console.log(`Fitted on ${open.length} pairs: [${weights.map((each) => each.toFixed(2)).join(', ')}]\n`);
  if (process.env.FITTED) globalThis.weights = weights;
}

function scoreOf({ alike }) {
  if (!globalThis.weights) return surenessOf(alike);
  const z = featuresOf(alike).reduce((sum, each, index) => sum + each * globalThis.weights[index], globalThis.weights.at(-1));
  return isOther(alike.comparison) ? Math.min(0.3, sigmoid(z)) : sigmoid(z);
}

function calibration(name, pairs) {
  console.log(`| ${name}: score | pairs | the same claim |\n| --- | --- | --- |`);
  for (let bin = 9; bin >= 0; bin--) {
    const within = pairs.filter((pair) => Math.min(9, Math.floor(10 * scoreOf(pair))) === bin);
    const same = within.filter((pair) => pair.same).length;
    const share = within.length === 0 ? '' : `${((100 * same) / within.length).toFixed(1)} %`;
    console.log(`| ${(bin / 10).toFixed(1)} to ${((bin + 1) / 10).toFixed(1)} | ${within.length} | ${share} |`);
  }
  const sure = pairs.filter((pair) => scoreOf(pair) >= 0.9);
  const meant = pairs.filter((pair) => pair.same);
  console.log(
    `\n${name}: of ${sure.length} pairs with at least 0.9, ${sure.filter((pair) => pair.same).length} are the same claim; that is ${sure.filter((pair) => pair.same).length} of ${meant.length} that were found\n`,
  );
}

function report(kind, asked) {
  const matched = asked.filter((pairs) => pairs.some((pair) => scoreOf(pair) >= 0.9));
  console.log(`${kind}: ${asked.length} asked, ${matched.length} with a match of at least 0.9`);
}
