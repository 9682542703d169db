/** A pass over all records of a kind for their duplicates, which can be broken off and gone on with. */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import { orderKeys } from '../../plan/page.js';
import { EVERYTHING, type Position } from '../../plan/plan.js';
import { rowsOf, type PageRows } from '../../plan/rows.js';
import { likeliestFirst, type Duplicate } from './judge.js';
import { DUPLICATES_AMONG, type DuplicateKind } from './kinds.js';
import type { Looking } from './looking.js';

/** Records that are looked at together, at most. */
export const RECORDS_AT_ONCE = 50;

export interface PassOptions {
  readonly kind: DuplicateKind;
  readonly minimumScore: number;
  /** At most so many pairs are found; of a record that has more, the next page goes on. */
  readonly first: number;
  /** The pass stops when so many records were looked at. */
  readonly recordsMax: number;
  readonly after?: Position | undefined;
  /** Pairs of the first record that an earlier page has given. */
  readonly given?: number | undefined;
  /** How many records to look at next, after so many: none where there is no time for more. */
  readonly next: (lookedAt: number) => number;
  readonly clock?: Clock;
}

export interface Pass {
  /** The likeliest first. */
  readonly found: readonly Duplicate[];
  readonly recordsLookedAt: number;
  /** Records of the kind that are in force. */
  readonly recordsInAll: number;
  /** Whether the last record was looked at. */
  readonly complete: boolean;
  /** The last record that was looked at, to go on after it; undefined where none was. */
  readonly position: Position | undefined;
  /** Pairs that were given of the record after that one: 0 but where it has more than fit a page. */
  readonly given: number;
}

/** The usual order of a kind's lists, in which a pass goes. */
export const orderOf = (kind: DuplicateKind) => orderKeys(kind, undefined, []);

export function* passOver({
  kind,
  minimumScore,
  first,
  recordsMax,
  after,
  given = 0,
  next,
  clock = NO_DEADLINE,
}: PassOptions): Looking<Pass> {
  const found = new Map<string, Duplicate>();
  let position = after;
  let recordsInAll: number | undefined;
  let complete = false;
  let looked = 0;
  let isFull = false;
  let [before, partly] = [given, 0];
  while (!complete && !isFull && found.size < first) {
    const size = Math.min(RECORDS_AT_ONCE, recordsMax - looked, next(looked));
    if (size <= 0) break;
    const page = yield* pageAfter(kind, position, size, recordsInAll === undefined);
    recordsInAll ??= page.total ?? 0;
    const ids = page.items.map(({ row }) => row['id'] as string);
    const likely = yield* DUPLICATES_AMONG[kind](ids, minimumScore, clock);
    let taken = 0;
    for (const of of likely) {
      const more = of
        .slice(before)
        .map((each) => [pairOf(each), each] as const)
        .filter(([pair]) => !found.has(pair));
      isFull = found.size + more.length > first;
      // What does not fit is left to the next page; of what fits no page, some.
      if (isFull && found.size > 0) break;
      for (const [pair, each] of more.slice(0, first)) found.set(pair, each);
      if (isFull) {
        partly = before + first;
        break;
      }
      before = 0;
      taken++;
    }
    looked += taken;
    position = page.items[taken - 1]?.position ?? position;
    complete = !page.hasNext && taken === ids.length;
  }
  return {
    found: [...found.values()].sort(likeliestFirst),
    recordsLookedAt: looked,
    recordsInAll: recordsInAll ?? 0,
    complete,
    position,
    given: partly,
  };
}

const pairOf = ({ record, other }: Duplicate): string => [record, other].sort().join(' ');

function* pageAfter(kind: DuplicateKind, after: Position | undefined, size: number, total: boolean): Looking<PageRows> {
  const rows = yield* rowsOf({
    kind: 'list',
    record: kind,
    list: {
      where: EVERYTHING,
      retracted: 'EXCLUDE',
      order: orderOf(kind),
      page: { size, direction: 'forward', after, wants: { items: true, total, previous: false, next: true } },
      selection: { shape: kind, fields: ['id'], edges: [] },
    },
  });
  return rows.page;
}
