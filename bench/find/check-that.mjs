/**
 * CheckThat! 2020 task 2, "verified claim retrieval" (github.com/sshaar/clef2020-factchecking-task2, data/v3.zip and
 * test-input/test-input.zip unpacked into one folder): tweets, and which of 10,375 claims of Snopes they make. It is not part of the
 * repository. A claim's title is a second text of it. `part`: the tweets to ask, `test`, or `train` or `dev` of the folder v3.0.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export function checkThat(folder, part = 'test') {
  const tweets = part === 'test' ? [] : ['v3.0', part];
  const rows = (...path) => parse(readFileSync(join(folder, ...path)), { delimiter: '\t', from_line: 2, relax_column_count: true });
  const claims = rows('v3.0', 'verified_claims.docs.tsv').map(([id, claim, title]) => ({
    key: id,
    texts: [{ language: 'en', text: claim }, ...(title && title !== claim ? [{ language: 'en-US', text: title }] : [])],
  }));
  const pairs = readFileSync(join(folder, ...tweets, 'tweet-vclaim-pairs.qrels'), 'utf8')
    .trim()
    .split('\n');
  const wanted = Map.groupBy(
    pairs.map((line) => line.split('\t')),
    ([tweet]) => tweet,
  );
  const questions = rows(...tweets, 'tweets.queries.tsv').flatMap(([tweet, text]) => {
    const meant = wanted.get(tweet)?.map(([, , claim]) => claim);
    return meant ? [{ kind: 'tweets', text: withoutLinks(text), wanted: meant }] : [];
  });
  return { claims, questions };
}

/** A question has at most 500 characters. */
const LONGEST = 500;
const withoutLinks = (text) => text.replaceAll(/https?:\/\/\S+|pic\.twitter\.com\S*/g, ' ').slice(0, LONGEST);
