/**
 * Records that may be two of one thing: proposed with a score and what it rests on. Nothing follows from
 * a proposal; merging is a judgement, and somebody's.
 */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import type { Mergeable } from '../../model/changeset/canonical.js';
import { fold } from '../../model/values/text.js';
import { wordsToWeigh } from '../likeness/names.js';
import { countsIn, countsPlan, weightsOf, type WordCounts } from '../likeness/weights.js';
import { comparable, type Comparable } from './comparable.js';
import { saidToDiffer } from './different.js';
import { comparedPair, judged, likeliestFirst, type ComparedPair, type Duplicate } from './judge.js';
import { keysOf, nameKeys, wordsToCount } from './keys.js';
import { fetched, rowsOf, type Looking } from './looking.js';

/** Candidates by one key; those next to it by name, on each side. */
const CANDIDATES = 15;
const NEIGHBOURS = 5;

/**
 * Each record's likely duplicates of at least this score, the likeliest first. It is compared with those that are next to it by
 * name or title, and with some that have the same rare words, identifier or text: the work for one is bounded, however many there are.
 * @throws {StoreError} TIMEOUT where it takes longer than the clock has.
 */
export function* duplicatesOf(
  record: Mergeable,
  ids: readonly string[],
  minimumScore: number,
  clock: Clock = NO_DEADLINE,
): Looking<Duplicate[][]> {
  const known = new Map<string, Comparable>();
  yield* learn(record, ids, known);
  const candidates = yield* candidatesOf(record, ids, known);
  yield* learn(record, [...candidates.values()].flat(), known);
  const pairs = ids.map((id) => comparedPairs(record, known.get(id), candidates.get(id) ?? [], known, clock));
  const words = pairs.flat().flatMap(({ names }) => names.flatMap(wordsToWeigh));
  const weight = weightsOf(yield* counted(record, words));
  const found = pairs.map((of) =>
    of
      .map((pair) => judged(record, pair, weight))
      .filter(({ score }) => score > 0 && score >= minimumScore)
      .sort(likeliestFirst),
  );
  const differ = yield* saidToDiffer(record, found.flat());
  return found.map((of) => of.filter((each) => !differ(each)));
}

function* learn(record: Mergeable, wanted: readonly string[], known: Map<string, Comparable>): Looking<void> {
  const unknown = [...new Set(wanted)].filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const { records = [] } = yield* fetched({ fetch: 'records', record, ids: unknown, keys: [] });
  for (const stored of records) known.set(stored.id, comparable(stored));
}

function* counted(record: Mergeable, words: readonly string[]): Looking<WordCounts> {
  const distinct = [...new Set(words)];
  if (distinct.length === 0) return { all: 0, of: new Map() };
  return countsIn(yield* rowsOf(countsPlan(record, distinct)), distinct);
}

function* candidatesOf(record: Mergeable, ids: readonly string[], known: ReadonlyMap<string, Comparable>): Looking<Map<string, string[]>> {
  const asked = ids.flatMap((id) => {
    const of = known.get(id);
    return of ? [{ id, of, names: nameKeys(record, of) }] : [];
  });
  const counts = yield* counted(
    record,
    asked.flatMap(({ names }) => wordsToCount(names)),
  );
  const keys = asked.flatMap(({ id, of, names }) => keysOf(names, of, counts, CANDIDATES).map((key) => ({ id, key })));
  const { pairs = [] } = yield* fetched({
    fetch: 'alike',
    record,
    keys: keys.map(({ key }) => key),
    limit: CANDIDATES,
    neighbours: NEIGHBOURS,
  });
  const found = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const [place, other] of pairs) {
    const { id } = keys[Number(place)]!;
    if (other !== id) found.get(id)!.add(other);
  }
  return new Map([...found].map(([id, others]) => [id, [...others]]));
}

function comparedPairs(
  record: Mergeable,
  one: Comparable | undefined,
  candidates: readonly string[],
  known: ReadonlyMap<string, Comparable>,
  clock: Clock,
): ComparedPair[] {
  if (!one) return [];
  const others = candidates.flatMap((id) => known.get(id) ?? []);
  const title = fold(one.names[0]!);
  const sharing = record === 'Source' ? 1 + others.filter(({ names }) => fold(names[0]!) === title).length : 1;
  return others.flatMap((other) => {
    clock.check();
    return comparedPair(record, one, other, sharing) ?? [];
  });
}
