/** Whether something has been said before: claims like a text, how surely each is the same claim, and what agrees or differs. */
import { NO_DEADLINE, type Clock } from '../../model/clock.js';
import { matchesLanguage } from '../../model/values/languages.js';
import type { Condition, Plan } from '../../plan/plan.js';
import type { PlanRows } from '../../plan/rows.js';
import { meaningsOf, type NearText } from '../search/meaning.js';
import type { TextMatch } from '../search/rank.js';
import { searchFor, type SearchHit } from '../search/search.js';
import { compare, type Agreement, type Comparison } from './comparison.js';
import { likelyLanguages, primaryOf } from './language.js';
import { surenessOf, type Alike } from './sureness.js';
import { toldBy, type Told } from './told.js';

/** A text of what is asked about. */
export interface AskedText {
  readonly text: string;
  /** BCP 47; not given: what the words say. */
  readonly language?: string | undefined;
  /** Texts of claims that mean nearly the same, the nearest first; not given: claims are found by words alone. */
  readonly near?: readonly NearText[] | undefined;
}

export interface MatchingRequest {
  readonly texts: readonly AskedText[];
  /** The claim that is asked about, which is not its own match. */
  readonly except?: string | undefined;
  /** Language ranges (RFC 4647) of the texts that are looked at; all where none are given. */
  readonly languages?: readonly string[] | undefined;
  readonly where: Condition;
  readonly first: number;
  /** Only matches with at least this score. */
  readonly minimumScore: number;
  readonly candidatesMax: number;
  readonly clock?: Clock;
}

export interface ClaimMatch {
  readonly claim: string;
  /** 0 to 1: how likely it is the same claim (sureness.ts). */
  readonly score: number;
  /** The text of it that is most alike, and where its words stand that were asked for. */
  readonly match: TextMatch;
  /** Words of that text that were asked for; and those that stand in the same place and are others. */
  readonly words: Agreement;
  readonly numbers: Agreement;
  readonly dates: Agreement;
  readonly names: Agreement;
  /** One of the two denies what the other says. */
  readonly denies: boolean;
}

export interface MatchesFound {
  readonly matches: readonly ClaimMatch[];
  /** False where more claims have the words than were compared: the likeliest were. */
  readonly complete: boolean;
}

/** Of the hits of a search so many more are compared than are wanted: another number or name puts one back. */
const COMPARED = 3;
const LEAST_COMPARED = 20;

/** Yields plans and gets their rows. */
export function* matchingClaims(request: MatchingRequest): Generator<Plan, MatchesFound, PlanRows> {
  const { texts, first, minimumScore } = request;
  const best = new Map<string, ClaimMatch>();
  let complete = true;
  for (const asked of texts) {
    const found = yield* candidatesFor(asked, request);
    complete &&= found.complete;
    for (const { id, match, alike } of found.candidates) {
      const score = match.how === 'SAME' ? 1 : surenessOf(alike);
      if (score >= minimumScore && score > (best.get(id)?.score ?? -1)) best.set(id, matchOf(id, score, match, alike.comparison));
    }
  }
  return { matches: [...best.values()].sort(likeliestFirst).slice(0, first), complete };
}

const likeliestFirst = (one: ClaimMatch, other: ClaimMatch): number =>
  other.score - one.score || other.match.score - one.match.score || (one.claim < other.claim ? -1 : 1);

export interface Candidate {
  readonly id: string;
  readonly match: TextMatch;
  readonly alike: Alike;
}

type CandidateRequest = Omit<MatchingRequest, 'texts' | 'minimumScore'>;

/**
 * Claims that the search finds for a text, each with how its text that is most alike compares.
 *
 * @public bench/match.mjs compares with it.
 */
export function* candidatesFor(
  asked: AskedText,
  request: CandidateRequest,
): Generator<Plan, { readonly candidates: readonly Candidate[]; readonly complete: boolean }, PlanRows> {
  const { except, where, first, candidatesMax, clock = NO_DEADLINE } = request;
  const { text, near } = asked;
  const count = Math.min(candidatesMax, Math.max(LEAST_COMPARED, first * COMPARED) + 1);
  const found = yield* searchFor({
    text,
    records: ['Claim'],
    where: { Claim: where },
    first: count,
    finished: true,
    candidatesMax,
    near,
    clock,
  });
  const hits = found.hits.flatMap((hit) => {
    const match = hit.id === except ? undefined : textOf(hit, request.languages);
    return match ? [{ id: hit.id, match, likeness: likenessOf(match) }] : [];
  });
  // A copy of what is asked says nothing of the others.
  const most = Math.max(0, ...hits.map(({ likeness }) => likeness).filter((likeness) => likeness < COPY));
  const meanings = near && meaningsOf(near);
  const told = toldIn(asked);
  const candidates = hits.map(({ id, match, likeness }): Candidate => {
    clock.check();
    const comparison = compare(told(match.language), toldBy(match.text, match.language));
    const nearness = meanings && (meanings.get(id)?.nearness ?? 0);
    return { id, match, alike: { likeness, behind: Math.max(0, most - likeness), nearness, comparison } };
  });
  return { candidates, complete: found.complete };
}

/** From this likeness a text is the asked one, but for a word. */
const COPY = 0.95;

/** What a text has of the words, whatever it means. */
const likenessOf = ({ how, score }: TextMatch): number => (how === 'MEANING' ? 0 : score);

/** The text of a claim that is most alike, of those in the languages that are looked at. */
const textOf = ({ matches }: SearchHit, languages: readonly string[] | undefined): TextMatch | undefined =>
  matches.find(({ language }) => languages === undefined || languages.some((range) => matchesLanguage(language ?? 'und', range)));

/** What the asked text tells: in its own language, in the one that its words are of, or in that of the text it is compared with. */
function toldIn({ text, language }: AskedText): (otherLanguage: string | undefined) => Told {
  const own = primaryOf(language);
  if (own !== undefined) return () => toldBy(text, own);
  const likely = likelyLanguages(text);
  return (otherLanguage) => {
    const other = primaryOf(otherLanguage);
    const isOther = other !== undefined && (likely.length === 0 || likely.includes(other));
    return toldBy(text, isOther ? other : likely.length === 1 ? likely[0] : undefined);
  };
}

function matchOf(claim: string, score: number, match: TextMatch, comparison: Comparison): ClaimMatch {
  const { numbers, dates, names, denies, words } = comparison;
  const points = [...match.text];
  const agree = [...new Set(match.highlights.map(({ start, end }) => points.slice(start, end).join('')))];
  return { claim, score, match, words: { agree, ...words }, numbers, dates, names, denies };
}
