/** The search: asks for records that have the words, again with more tolerance while too few are found, and ranks them. */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import type { SearchedRecord } from '../../model/searched.js';
import { SEARCHED, searchedTexts } from '../../model/searched.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import { edgesOf } from '../../model/graph.js';
import { compareCodePoints, fold } from '../../model/values/text.js';
import { EVERYTHING, type Condition, type MatchRead, type Plan, type Selection } from '../../plan/plan.js';
import type { PlanRows, Row } from '../../plan/rows.js';
import { matchOf, type TextMatch } from './rank.js';
import { attemptsAt, type Attempt } from './wanted.js';

export interface SearchRequest {
  readonly text: string;
  readonly records: readonly SearchedRecord[];
  readonly where: Readonly<Partial<Record<SearchedRecord, Condition>>>;
  readonly first: number;
  /** The last word is whole; otherwise it may be the beginning of one. */
  readonly finished: boolean;
  /** Records of a kind that one attempt ranks. */
  readonly candidatesMax: number;
  /** How long it may take; not given: as long as it does. */
  readonly clock?: Clock;
}

export interface SearchHit {
  readonly record: SearchedRecord;
  /** The id of the record that it is read through, where it was merged. */
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  /** The best text first. */
  readonly matches: readonly TextMatch[];
}

/** With its best text folded, by which ties are broken. */
interface Ranked extends SearchHit {
  readonly folded: string;
}

export interface SearchFound {
  readonly hits: readonly SearchHit[];
  /** False where more records have the words than were ranked: the likeliest were. */
  readonly complete: boolean;
}

/** Yields plans and gets their rows. */
export function* searchFor(request: SearchRequest): Generator<Plan, SearchFound, PlanRows> {
  const { clock = NO_DEADLINE } = request;
  const folded = fold(request.text);
  const hits = new Map<string, Ranked>();
  let complete = true;
  for (const attempt of attemptsAt(request.text, request.finished)) {
    const rows = yield { kind: 'matches', matches: request.records.map((record) => readOf(record, attempt, request)) };
    if (rows.kind !== 'matches') throw new Error('matches were planned');
    request.records.forEach((record, index) => {
      const found = rows.rows[index]!;
      if (found.length >= request.candidatesMax) complete = false;
      for (const row of found) keep(hits, hitOf(record, row, folded, attempt, clock));
    });
    if (hits.size >= request.first) break;
  }
  const ranked = [...hits.values()].sort(better).slice(0, request.first);
  return { hits: ranked.map(({ record, id, score, matches }) => ({ record, id, score, matches })), complete };
}

function readOf(record: SearchedRecord, { words, match }: Attempt, request: SearchRequest): MatchRead {
  const where = request.where[record] ?? EVERYTHING;
  return { record, words, match, beginning: fold(request.text), where, limit: request.candidatesMax, selection: SELECTIONS[record] };
}

function hitOf(record: SearchedRecord, row: Row, folded: string, attempt: Attempt, clock: Clock): Ranked | undefined {
  const [first] = SEARCHED[record];
  const matches = searchedTexts(record, row)
    .flatMap((text) => matchOf(text, folded, attempt, { isFirstMember: text.member === first, clock }) ?? [])
    .sort((a, b) => b.score - a.score);
  if (matches.length === 0) return undefined;
  const through = row['mergedInto'] as { id: string } | null | undefined;
  return { record, id: through?.id ?? (row['id'] as string), score: rounded(matches[0]!.score), matches, folded: fold(matches[0]!.text) };
}

const rounded = (score: number): number => Math.round(score * 1_000) / 1_000;

function keep(hits: Map<string, Ranked>, hit: Ranked | undefined): void {
  if (!hit) return;
  const before = hits.get(hit.id);
  if (!before || better(hit, before) < 0) hits.set(hit.id, hit);
}

/** Ties are broken by the text, then the id. */
function better(one: Ranked, other: Ranked): number {
  return other.score - one.score || compareCodePoints(one.folded, other.folded) || compareCodePoints(one.id, other.id);
}

const SELECTIONS = Object.fromEntries(
  (Object.keys(SEARCHED) as SearchedRecord[]).map((record): [SearchedRecord, Selection] => [record, selectionOf(record)]),
) as Record<SearchedRecord, Selection>;

function selectionOf(record: SearchedRecord): Selection {
  const members: readonly string[] = SEARCHED[record];
  const parts = edgesOf(record).filter(({ name }) => members.includes(name));
  const plain = (edge: string, shape: Selection['shape'], fields: readonly string[]) =>
    ({ kind: 'plain', slot: edge, edge, selection: { shape, fields, edges: [] } }) as const;
  const merged = MERGEABLE.includes(record) ? [plain('mergedInto', record, ['id'])] : [];
  return {
    shape: record,
    fields: ['id', ...members.filter((member) => parts.every(({ name }) => name !== member))],
    edges: [...parts.map(({ name }) => plain(name, 'Label', ['language', 'text'])), ...merged],
  };
}
