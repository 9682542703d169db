/** The search: asks for records that have the words, again with more tolerance while too few are found, and ranks them. */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import type { SearchedRecord } from '../../model/searched.js';
import { FURTHER_MARK, furtherOf, nearMembers, SEARCHED, searchedFields, searchedTexts } from '../../model/searched.js';
import { MERGEABLE } from '../../model/changeset/canonical.js';
import { edgesOf, targetOf } from '../../model/graph.js';
import { compareCodePoints, fold } from '../../model/values/text.js';
import { languageOfStem } from '../../model/values/stems.js';
import { typosAllowed } from '../../model/values/typos.js';
import { EVERYTHING, type Condition, type MatchRead, type Plan, type Selection, type WantedWord } from '../../plan/plan.js';
import type { PlanRows, Row, WordCount } from '../../plan/rows.js';
import { shortened } from './excerpt.js';
import { claimsWith, meaningsOf, scoreWithMeaning, type NearText } from './meaning.js';
import { questionOf, type Question } from './question.js';
import { recordMatch, type TextMatch } from './rank.js';
import { lookedFor, rareWords } from './rarity.js';
import { attemptsAt, type Attempt, type TypedWord } from './wanted.js';

export interface SearchRequest {
  readonly text: string;
  readonly records: readonly SearchedRecord[];
  readonly where: Readonly<Partial<Record<SearchedRecord, Condition>>>;
  readonly first: number;
  /** The last word is whole; otherwise it may be the beginning of one. */
  readonly finished: boolean;
  /** Records of a kind that one attempt ranks at most. */
  readonly candidatesMax: number;
  /** Descriptions and the texts of sources are looked into as well, where too little else is found. */
  readonly further?: boolean;
  /** Texts of claims that mean nearly the same; not given: claims are found by words alone. */
  readonly near?: readonly NearText[] | undefined;
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

/** Of each kind, so many records are ranked for each one that is wanted, and at least so many: more of them find no more. */
const RANKED = { FOR_EACH: 5, LEAST: 50 } as const;

const candidatesOf = ({ first, candidatesMax }: SearchRequest): number =>
  Math.min(candidatesMax, Math.max(RANKED.LEAST, RANKED.FOR_EACH * first));

/** A hit with at least this score has most of what was typed: nothing else needs to be tried. */
const SURE = 0.5;

/** Yields plans and gets their rows. */
export function* searchFor(request: SearchRequest): Generator<Plan, SearchFound, PlanRows> {
  const hits = new Map<string, Ranked>();
  const hasEnough = () => hits.size >= request.first;
  let complete = true;
  for (const attempt of attemptsAt(request.text, request.finished)) {
    if (hasEnough() && !(attempt.ifUnsure && [...hits.values()].every(({ score }) => score < SURE))) continue;
    const questions = yield* questionsOf(attempt, request);
    for (const reads of [nearReads(questions, request), furtherReads(questions, request)]) {
      if (reads.length === 0) continue;
      const rows = yield { kind: 'matches', matches: reads.map(({ read }) => read) };
      if (rows.kind !== 'matches') throw new Error('matches were planned');
      reads.forEach(({ read: { record, limit }, question }, index) => {
        const found = rows.rows[index]!;
        if (found.length >= limit) complete = false;
        for (const row of found) keep(hits, hitOf(record, row, question, request.clock ?? NO_DEADLINE));
      });
      if (hasEnough()) break;
    }
  }
  if (request.near && request.records.includes('Claim')) yield* addMeanings(hits, request.near, request.where.Claim);
  const ranked = [...hits.values()].sort(better).slice(0, request.first);
  return { hits: ranked.map(({ record, id, score, matches }) => ({ record, id, score, matches: matches.map(shortened) })), complete };
}

/** Claims that were found by their words score higher for their meaning, and others come to them. */
function* addMeanings(hits: Map<string, Ranked>, near: readonly NearText[], where: Condition | undefined): Generator<Plan, void, PlanRows> {
  const meanings = meaningsOf(near);
  const others = yield* claimsWith(
    [...meanings.keys()].filter((id) => !hits.has(id)),
    where,
    SELECTIONS.Claim.near,
  );
  for (const [id, hit] of hits) {
    const meaning = meanings.get(id);
    if (meaning) hits.set(id, { ...hit, score: rounded(scoreWithMeaning(hit.score, meaning)) });
  }
  for (const row of others) {
    const id = row['id'] as string;
    const meaning = meanings.get(id)!;
    const texts = searchedTexts('Claim', row);
    const text = texts.find(({ language }) => language === meaning.language) ?? texts[0]!;
    const score = rounded(scoreWithMeaning(0, meaning));
    hits.set(id, { record: 'Claim', id, score, matches: [{ ...text, how: 'MEANING', score, highlights: [] }], folded: fold(text.text) });
  }
}

type Questions = ReadonlyMap<SearchedRecord, Question>;

/** The words of an attempt, each as rare as it is among the records of a kind. */
function* questionsOf(attempt: Attempt, { text, records }: SearchRequest): Generator<Plan, Questions, PlanRows> {
  const { words } = attempt;
  const languages = [...new Set(words.flatMap(({ stems = [] }) => stems.map(languageOfStem)))];
  const counts = yield* countsOf(records, [...words, ...languages.map((word) => ({ word, prefix: false, typos: 0 }))]);
  const isUnknown = (index: number) => counts.every((count) => count.words[index] === 0);
  let left = MENDED_MAX;
  const mended = words.map((word, index) => {
    const typos = attempt.mendsUnknown && word.stems && isUnknown(index) ? typosAllowed(word.word) : 0;
    return typos > 0 && left-- > 0 ? { ...word, typos } : word;
  });
  return new Map(
    records.map((record, kind) => {
      const { all, words: found } = counts[kind]!;
      const used = new Set(languages.filter((_, index) => found[words.length + index]! > 0));
      const counted = mended.map((word, index) => ({ ...inLanguages(word, used), count: found[index]! }));
      return [record, questionOf(attempt, text, rareWords(counted, all), attempt.pairs)];
    }),
  );
}

/** Words of a question, that no record has, that may have typos: near words are looked for one by one. */
const MENDED_MAX = 6;

const inLanguages = (word: TypedWord, used: ReadonlySet<string>): TypedWord =>
  word.stems ? { ...word, stems: word.stems.filter((stem) => used.has(languageOfStem(stem))) } : word;

function* countsOf(records: readonly SearchedRecord[], words: readonly WantedWord[]): Generator<Plan, readonly WordCount[], PlanRows> {
  const rows = yield { kind: 'wordCounts', counts: records.map((record) => ({ record, words: words.map(asTyped), where: EVERYTHING })) };
  if (rows.kind !== 'wordCounts') throw new Error('counts of words were planned');
  return rows.counts;
}

interface QuestionRead {
  readonly read: MatchRead;
  readonly question: Question;
}

/** In what records are called or say. */
function nearReads(questions: Questions, request: SearchRequest): QuestionRead[] {
  return [...questions].flatMap(([record, question]): QuestionRead[] => {
    const read = {
      record,
      where: request.where[record] ?? EVERYTHING,
      beginning: question.folded,
      limit: candidatesOf(request),
      selection: SELECTIONS[record].near,
    };
    if (question.every) return [{ read: { ...read, match: 'EVERY', words: question.words.map(asWanted) }, question }];
    const words = lookedFor(question.words);
    return words.length === 0 ? [] : [{ read: { ...read, match: 'LIKELIEST', words }, question }];
  });
}

/** Texts of sources that one attempt ranks: they may be long. */
const LONG_TEXTS = 10;

/** In what else is said of them, with every word as it was typed. */
function furtherReads(questions: Questions, request: SearchRequest): QuestionRead[] {
  if (!request.further) return [];
  return [...questions].flatMap(([record, given]): QuestionRead[] => {
    if (!given.isWhole) return [];
    const words = given.words.map((word) => ({ ...word, stems: [], typos: 0 }));
    const question = questionOf(
      { ...given, every: true },
      request.text,
      words,
      given.pairs.map(({ first, second }) => [first, second] as const),
    );
    const read = { record, match: 'EVERY', where: request.where[record] ?? EVERYTHING, selection: SELECTIONS[record].further } as const;
    switch (furtherOf(record)) {
      case 'marked': {
        const marked = words.map((each) => ({ ...asWanted(each), word: FURTHER_MARK + each.word }));
        return [{ read: { ...read, words: marked, limit: candidatesOf(request) }, question }];
      }
      case 'kept':
        return [
          { read: { ...read, words: words.map(asWanted), inTexts: true, limit: Math.min(LONG_TEXTS, candidatesOf(request)) }, question },
        ];
      case undefined:
        return [];
    }
  });
}

/** Near words are not counted: a store may take more for near. */
const asTyped = (word: WantedWord): WantedWord => ({ ...asWanted(word), typos: 0 });
const asWanted = ({ word, stems, prefix, typos }: WantedWord): WantedWord => ({ word, ...(stems ? { stems } : {}), prefix, typos });

function hitOf(record: SearchedRecord, row: Row, question: Question, clock: Clock): Ranked | undefined {
  const found = recordMatch(searchedTexts(record, row), question, clock);
  if (!found) return undefined;
  const { score, matches } = found;
  const best = matches[0]!;
  const through = row['mergedInto'] as { id: string } | null | undefined;
  // Of a whole text, the title stands for it.
  const named = best.member === 'text' ? (row['title'] as string) : best.text;
  return { record, id: through?.id ?? (row['id'] as string), score: rounded(score), matches, folded: fold(named) };
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
  const fields = searchedFields(members).filter((member) => !edges.has(member.split('.')[0]!));
  return { shape: record, fields: ['id', ...fields], edges: [...parts, ...merged] };
}
