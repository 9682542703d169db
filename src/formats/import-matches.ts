/**
 * New claims of an import that were said before: told in its report, or also written as proposals. A proposal is a link SAME_AS
 * that is a draft: whoever may write sees it, and its publication, or its retraction, is somebody's judgement.
 */
import { matchingClaims, type ClaimMatch } from '../analysis/matching/matching.js';
import type { Agreement } from '../analysis/matching/comparison.js';
import type { StoredRecord } from '../model/changeset/changeset.js';
import { cleanText } from '../model/values/text.js';
import { EVERYTHING, type Plan } from '../plan/plan.js';
import type { RowsOf } from '../plan/rows.js';
import type { ReadOptions, Store, WriteOptions } from '../store/store.js';
import type { Place } from './reading/entry.js';

export type Matching = 'REPORT' | 'LINK';

export interface MatchOptions {
  readonly how: Matching;
  /** 0 to 1: matches with less are not told. */
  readonly minimumScore: number;
  /** Matches that the report names one by one; the others are counted. */
  readonly matchesMax: number;
  /** Claims that one search ranks. */
  readonly candidatesMax: number;
  /** Asked before each claim; not given: it always has. */
  readonly hasTime?: (() => boolean) | undefined;
}

/** A claim that the import made, or would make. */
export interface NewClaim {
  readonly id: string;
  readonly key: string | undefined;
  readonly texts: readonly { readonly language: string; readonly text: string }[];
  readonly place: Place;
}

export interface ImportMatch {
  readonly place: Place;
  /** Id and key of the claim of the import. */
  readonly claim: string;
  readonly key: string | undefined;
  /** Id and key of the claim that was there, in the graph or earlier in the import. */
  readonly other: string;
  readonly otherKey: string | undefined;
  /** 0 to 1. */
  readonly score: number;
  /** The text of the other one. */
  readonly text: string;
  readonly words: Agreement;
  readonly numbers: Agreement;
  readonly dates: Agreement;
  readonly names: Agreement;
  readonly denies: boolean;
  /** It was written as a proposal, by this import. */
  readonly linked: boolean;
}

/** Of one claim so many are told. */
const MATCHES_OF_ONE = 3;
/** Its texts beyond these say the same. */
const TEXTS_OF_ONE = 5;
/** Links that are written together. */
const LINKS_AT_ONCE = 500;

/** Matches of claims that were just written, in their order; a pair of two new ones is told once. */
export class ImportMatching {
  constructor(
    private readonly store: Store,
    private readonly options: MatchOptions,
    private readonly writing: { readonly by?: string | undefined; readonly writeOptions?: (() => WriteOptions) | undefined },
  ) {}

  /** `left`: how many of the claims were not looked at, for the time is over. */
  async matches(
    claims: readonly NewClaim[],
    dryRun: boolean,
  ): Promise<{ readonly matches: readonly ImportMatch[]; readonly left: number }> {
    const told = new Set<string>();
    const found: Omit<ImportMatch, 'linked' | 'otherKey'>[] = [];
    let looked = 0;
    for (const claim of claims) {
      if (this.options.hasTime?.() === false) break;
      looked++;
      for (const { match, claim: other, ...rest } of await this.#matchesOf(claim)) {
        const pair = pairOf(claim.id, other);
        if (told.has(pair)) continue;
        told.add(pair);
        found.push({ place: claim.place, claim: claim.id, key: claim.key, other, text: match.text, ...rest });
      }
    }
    const left = claims.length - looked;
    if (found.length === 0) return { matches: [], left };
    const keys = await this.#keysOf(found.map(({ other }) => other));
    const linked = this.options.how === 'LINK' && !dryRun ? await this.#link(found) : new Set<number>();
    const matches = found.map((match, index) => ({ ...match, otherKey: keys.get(match.other), linked: linked.has(index) }));
    return { matches, left };
  }

  async #matchesOf({ id, texts }: NewClaim): Promise<readonly ClaimMatch[]> {
    const { minimumScore, candidatesMax } = this.options;
    const asking = matchingClaims({
      texts: texts.slice(0, TEXTS_OF_ONE),
      except: id,
      where: EVERYTHING,
      first: MATCHES_OF_ONE,
      minimumScore,
      candidatesMax,
    });
    let step = asking.next();
    while (!step.done) step = asking.next(await this.#read(step.value));
    return step.value.matches;
  }

  #read<P extends Plan>(plan: P): Promise<RowsOf<P>> {
    const { timeout, signal, isGivenUp } = this.writing.writeOptions?.() ?? {};
    const options: ReadOptions = { timeout, signal, isGivenUp };
    return this.store.read(plan, options);
  }

  async #keysOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const selections = { Claim: { shape: 'Claim', fields: ['id', 'key'], edges: [] } } as const;
    const rows = await this.#read({ kind: 'nodes', ids: [...new Set(ids)], selections });
    return new Map(rows.rows.flatMap((row) => (row?.['key'] ? [[row['id'] as string, row['key'] as string] as const] : [])));
  }

  /** Proposes those that nobody linked yet, in either direction, and nobody rejected; gives the places of those that were written. */
  async #link(found: readonly Omit<ImportMatch, 'linked' | 'otherKey'>[]): Promise<ReadonlySet<number>> {
    const ids = [...new Set(found.flatMap(({ claim, other }) => [claim, other]))];
    const { records = [] } = await this.store.ask({ fetch: 'referring', record: 'ClaimLink', reference: 'from', ids });
    const known = new Set(records.flatMap(pairOfLink));
    const wanted = [...found.keys()].filter((index) => !known.has(pairOf(found[index]!.claim, found[index]!.other)));
    const linked = new Set<number>();
    for (let at = 0; at < wanted.length; at += LINKS_AT_ONCE) {
      const places = wanted.slice(at, at + LINKS_AT_ONCE);
      const items = places.map((index) => ({ claimLink: proposal(found[index]!) }));
      const { by, writeOptions } = this.writing;
      const { results } = await this.store.write({ by, onProblem: 'SKIP_ITEM', items }, writeOptions?.());
      results.forEach(({ status, path }) => status === 'CREATED' && linked.add(places[path[1] as number]!));
    }
    return linked;
  }
}

const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');

function pairOfLink({ document: { kind, from, to } }: StoredRecord): string[] {
  return kind === 'SAME_AS' ? [pairOf(from as string, to as string)] : [];
}

function proposal(match: Omit<ImportMatch, 'linked' | 'otherKey'>): object {
  return {
    from: match.claim,
    to: match.other,
    kind: 'SAME_AS',
    visibility: 'DRAFT',
    ifMissing: true,
    note: `Proposed by an import, score ${match.score}${reasonsOf(match)
      .map((reason) => `; ${reason}`)
      .join('')}`,
  };
}

/** What agrees and what differs, in words. */
export function reasonsOf({ numbers, dates, names, denies }: Pick<ImportMatch, 'numbers' | 'dates' | 'names' | 'denies'>): string[] {
  const told = Object.entries({ numbers, dates, names }).flatMap(([what, { agree, asked, found }]) => [
    ...(agree.length > 0 ? [`${what} agree: ${agree.join(', ')}`] : []),
    ...(asked.length > 0 ? [`${what} differ: ${asked.join(', ')} and ${found.join(', ')}`] : []),
  ]);
  return [...told, ...(denies ? ['one denies what the other says'] : [])];
}

/** The texts of an item's claim, as it gives them. */
export function textsOfItem(content: unknown): NewClaim['texts'] {
  const { texts } = (content ?? {}) as { texts?: unknown };
  if (!Array.isArray(texts)) return [];
  return (texts as { language?: unknown; text?: unknown }[]).flatMap(({ language, text }) => {
    const cleaned = typeof text === 'string' ? cleanText(text, Infinity) : undefined;
    return cleaned?.ok ? [{ language: typeof language === 'string' ? language : 'und', text: cleaned.value }] : [];
  });
}
