/** The search: asks for records that have the words, again with more tolerance while too few are found, and ranks them. */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import type { SearchedRecord } from '../../model/searched.js';
import { FURTHER_MARK, furtherOf, nearMembers, SEARCHED, searchedTexts } from '../../model/searched.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import { edgesOf, targetOf } from '../../model/graph.js';
import { compareCodePoints, fold } from '../../model/values/text.js';
import { EVERYTHING, type Condition, type MatchRead, type Plan, type Selection } from '../../plan/plan.js';
import type { PlanRows, Row } from '../../plan/rows.js';
import { shortened } from './excerpt.js';
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
  /** Descriptions and the texts of sources are looked into as well, where too little else is found. */
  readonly further?: boolean;
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
    for (const reads of readsOf(attempt, request)) {
      const rows = yield { kind: 'matches', matches: reads };
      if (rows.kind !== 'matches') throw new Error('matches were planned');
      reads.forEach(({ record, limit }, index) => {
        const found = rows.rows[index]!;
        if (found.length >= limit) complete = false;
        for (const row of found) keep(hits, hitOf(record, row, folded, attempt, clock));
      });
      if (hits.size >= request.first) break;
    }
    if (hits.size >= request.first) break;
  }
  const ranked = [...hits.values()].sort(better).slice(0, request.first);
  return { hits: ranked.map(({ record, id, score, matches }) => ({ record, id, score, matches: matches.map(shortened) })), complete };
}

/** Texts of sources that one attempt ranks: they may be long. */
const LONG_TEXTS = 10;

/** What an attempt asks for, one after the other. */
function readsOf(attempt: Attempt, request: SearchRequest): MatchRead[][] {
  const { words, match, isWhole } = attempt;
  const read = (record: SearchedRecord) => ({ record, match, where: request.where[record] ?? EVERYTHING });
  const near = request.records.map((record): MatchRead => ({
    ...read(record),
    words,
    beginning: fold(request.text),
    limit: request.candidatesMax,
    selection: SELECTIONS[record].near,
  }));
  if (!request.further || !isWhole) return [near];
  const further = request.records.flatMap((record): MatchRead[] => {
    const { further: selection } = SELECTIONS[record];
    switch (furtherOf(record)) {
      case 'marked': {
        const marked = words.map((each) => ({ ...each, word: FURTHER_MARK + each.word }));
        return [{ ...read(record), words: marked, limit: request.candidatesMax, selection }];
      }
      case 'kept':
        return [{ ...read(record), words, inTexts: true, limit: Math.min(LONG_TEXTS, request.candidatesMax), selection }];
      case undefined:
        return [];
    }
  });
  return further.length === 0 ? [near] : [near, further];
}

function hitOf(record: SearchedRecord, row: Row, folded: string, attempt: Attempt, clock: Clock): Ranked | undefined {
  const matches = searchedTexts(record, row)
    .flatMap((text) => matchOf(text, folded, attempt, clock) ?? [])
    .sort((a, b) => b.score - a.score);
  const [best] = matches;
  if (!best) return undefined;
  const through = row['mergedInto'] as { id: string } | null | undefined;
  // Of a whole text, the title stands for it.
  const named = best.member === 'text' ? (row['title'] as string) : best.text;
  return { record, id: through?.id ?? (row['id'] as string), score: rounded(best.score), matches, folded: fold(named) };
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

interface Selections {
  readonly near: Selection;
  readonly further: Selection;
}

const SELECTIONS = Object.fromEntries(
  (Object.keys(SEARCHED) as SearchedRecord[]).map((record): [SearchedRecord, Selections] => [
    record,
    { near: selectionOf(record, nearMembers(record)), further: selectionOf(record, SEARCHED[record]) },
  ]),
) as Record<SearchedRecord, Selections>;

function selectionOf(record: SearchedRecord, members: readonly string[]): Selection {
  const edges = new Map(edgesOf(record).map((edge) => [edge.name, edge]));
  const plain = (edge: string, shape: Selection['shape'], fields: readonly string[]) =>
    ({ kind: 'plain', slot: edge, edge, selection: { shape, fields, edges: [] } }) as const;
  const merged = MERGEABLE.includes(record) ? [plain('mergedInto', record, ['id'])] : [];
  const parts = members.flatMap((member) => {
    const [name, field] = member.split('.') as [string, string?];
    const edge = edges.get(name);
    return edge ? [plain(name, targetOf(edge), field === undefined ? ['language', 'text'] : [field])] : [];
  });
  return { shape: record, fields: ['id', ...members.filter((member) => !edges.has(member.split('.')[0]!))], edges: [...parts, ...merged] };
}
