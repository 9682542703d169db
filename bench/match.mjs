/**
 * What the score of a match says: `node bench/match.mjs [folder of CheckThat! 2020 task 2] [address of /v1/embeddings]`. Fits the
 * coefficients of analysis/matching/sureness.ts on CheckThat's training tweets and half of the own set (find/set.mjs) with its
 * sentences that are another claim but for a word, prints them, and measures the scores that the code gives on what was not
 * fitted on: CheckThat's test tweets and the other half.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { candidatesFor } from '../dist/analysis/matching/matching.js';
import { featuresOf, isOther, isPart, surenessOf } from '../dist/analysis/matching/sureness.js';
import { readSettings } from '../dist/config/settings.js';
import { EVERYTHING } from '../dist/plan/plan.js';
import { openStore } from '../dist/store/open.js';
import { checkThat } from './find/check-that.mjs';
import { fitted } from './find/logistic.mjs';
import { nearestBy } from './find/nearest.mjs';
import { claims, questions, twisted } from './find/set.mjs';

const [checkThatFolder, embeddingsUrl] = process.argv.slice(2);
const ITEMS_AT_ONCE = 1_000;
const FIRST = 10;
const CANDIDATES = 150;
/** From this score on, nine in ten are to be the same claim. */
const SURE = 0.9;

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-match-'));
try {
  const own = await pairsOf('own', claims, [...questions, ...twisted]);
  const fit = own.filter((_, index) => index % 2 === 0);
  const held = { own: own.filter((_, index) => index % 2 === 1) };
  if (checkThatFolder) {
    const tweets = checkThat(checkThatFolder);
    const training = checkThat(checkThatFolder, 'train').questions;
    const asked = [...training, ...tweets.questions].map((each) => ({ ...each, text: withoutSignature(each.text) }));
    const all = await pairsOf('CheckThat', tweets.claims, asked);
    fit.push(...all.slice(0, training.length));
    held['CheckThat! test'] = all.slice(training.length);
  }
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
    const keys = new Map();
    for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
      const batch = items.slice(at, at + ITEMS_AT_ONCE).map(({ key, texts }) => ({ claim: { key, texts } }));
      for (const { key, id } of (await store.write({ items: batch })).results) keys.set(id, key);
    }
    const sameAs = copiesIn(items);
    const nearest = embeddingsUrl && (await nearestBy(embeddingsUrl, items, keys));
    const all = [];
    for (const { kind, text, wanted } of asked) {
      const near = await nearest?.(text);
      const search = candidatesFor({ text, near }, { where: EVERYTHING, first: FIRST, candidatesMax: CANDIDATES });
      let step = search.next();
      while (!step.done) step = search.next(await store.read(step.value));
      const meant = new Set(wanted.flatMap(sameAs));
      all.push(step.value.candidates.map(({ id, alike }) => ({ kind, alike, same: meant.has(keys.get(id)) })));
    }
    return all;
  } finally {
    await store.close();
  }
}

/** The set has some claims twice, of which the judges named one: keys of those that have a text in common but for its marks. */
function copiesIn(items) {
  const plain = (text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const texts = items.flatMap(({ key, texts: all }) => all.map(({ text }) => ({ key, text: plain(text) })));
  const byText = Map.groupBy(texts, ({ text }) => text);
  const byKey = Map.groupBy(texts, ({ key }) => key);
  return (key) => byKey.get(key).flatMap(({ text }) => byText.get(text).map((each) => each.key));
}

/** What has a low score whatever its coefficients give says nothing of them. */
function coefficients(pairs) {
  const open = pairs.filter(({ alike }) => !isOther(alike.comparison) && !isPart(alike.comparison));
  const weights = fitted(open.map(({ alike, same }) => ({ features: featuresOf(alike), same })));
  console.log(`Fitted on ${open.length} pairs: [${weights.map((each) => each.toFixed(2)).join(', ')}]\n`);
}

function calibration(name, pairs) {
  console.log(`| ${name}: score | pairs | the same claim |\n| --- | --- | --- |`);
  for (let bin = 9; bin >= 0; bin--) {
    const within = pairs.filter(({ alike }) => Math.min(9, Math.floor(10 * surenessOf(alike))) === bin);
    const same = within.filter((pair) => pair.same).length;
    const share = within.length === 0 ? '' : `${((100 * same) / within.length).toFixed(1)} %`;
    console.log(`| ${(bin / 10).toFixed(1)} to ${((bin + 1) / 10).toFixed(1)} | ${within.length} | ${share} |`);
  }
  const sure = pairs.filter(({ alike }) => surenessOf(alike) >= SURE);
  const right = sure.filter(({ same }) => same).length;
  const meant = pairs.filter(({ same }) => same).length;
  console.log(
    `\n${name}: ${sure.length} pairs have at least ${SURE}, and ${right} of them are the same claim, of ${meant} that were found\n`,
  );
}

function report(kind, asked) {
  const matched = asked.filter((pairs) => pairs.some(({ alike }) => surenessOf(alike) >= SURE));
  console.log(`${kind}: ${asked.length} asked, ${matched.length} with a match of at least ${SURE}`);
}

/** Who tweeted and when is no part of what is said. */
function withoutSignature(text) {
  return text.replace(/\s*—[^—]*\(@\w+\)[^—]*$/u, '');
}
