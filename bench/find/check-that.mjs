/**
 * CheckThat! 2020 task 2, "verified claim retrieval" (github.com/sshaar/clef2020-factchecking-task2, data/v3.zip and
 * test-input/test-input.zip unpacked into one folder): tweets, and which of 10,375 claims of Snopes they make. It is not part of the
 * repository. A claim's title is a second text of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const rowsOf = (...path) => parse(readFileSync(join(...path)), { delimiter: '\t', from_line: 2, relax_column_count: true });

export function checkThat(folder) {
  const claims = rowsOf(folder, 'v3.0', 'verified_claims.docs.tsv').map(([id, claim, title]) => ({
    key: id,
    texts: [{ language: 'en', text: claim }, ...(title && title !== claim ? [{ language: 'en-US', text: title }] : [])],
  }));
  return { claims, questions: tweetsIn(folder) };
}

/** The tweets to learn from, as questions. */
export const trainingTweets = (folder) => tweetsIn(join(folder, 'v3.0', 'train'));

function tweetsIn(folder) {
  const pairs = readFileSync(join(folder, 'tweet-vclaim-pairs.qrels'), 'utf8').trim().split('\n');
  const wanted = Map.groupBy(
    pairs.map((line) => line.split('\t')),
    ([tweet]) => tweet,
  );
  return rowsOf(folder, 'tweets.queries.tsv').flatMap(([tweet, text]) => {
    const meant = wanted.get(tweet)?.map(([, , claim]) => claim);
    return meant ? [{ kind: 'tweets', text: withoutLinks(text), wanted: meant }] : [];
  });
}

/** A question has at most 500 characters. */
const LONGEST = 500;
const withoutLinks = (text) => text.replaceAll(/https?:\/\/\S+|pic\.twitter\.com\S*/g, ' ').slice(0, LONGEST);
