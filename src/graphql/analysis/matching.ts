/** Asks which claims match a text, or a claim: the one way that queries and answers of mutations have. */
import { claimTexts } from '../../analysis/matching/claim-texts.js';
import { matchingClaims, type AskedText, type ClaimMatch } from '../../analysis/matching/matching.js';
import { NEAR_TEXTS } from '../../analysis/search/meaning.js';
import { InputError, type Path } from '../../model/errors.js';
import { EVERYTHING, type Condition } from '../../plan/plan.js';
import type { RequestContext } from '../context.js';

export interface Wanted {
  readonly languages?: readonly string[] | undefined;
  readonly where?: Condition | undefined;
  readonly first: number;
  readonly minimumScore: number;
}

export interface MatchesShown {
  readonly matches: readonly object[];
  readonly complete: boolean;
  readonly byMeaning: boolean;
}

/** Throws BAD_PAGE or BAD_INPUT where `first` or `minimumScore` is out of range. */
export function checkWanted({ first, minimumScore }: Pick<Wanted, 'first' | 'minimumScore'>, field: string, context: RequestContext): void {
  if (first < 1 || first > context.pageSizeMax)
    throw InputError.of('BAD_PAGE', `first is ${first}`, [field, 'first'], `1 to ${context.pageSizeMax}`);
  if (!(minimumScore >= 0 && minimumScore <= 1))
    throw InputError.of('BAD_INPUT', `minimumScore is ${minimumScore}`, [field, 'minimumScore'], '0 to 1');
}

/** Those that match a claim, which is not its own match. @throws InputError NOT_FOUND where there is no such claim. */
export async function matchesOfClaim(reference: string, path: Path, wanted: Wanted, context: RequestContext): Promise<MatchesShown> {
  const claim = await context.explore(() => claimTexts(reference), undefined);
  if (!claim) throw InputError.of('NOT_FOUND', `there is no Claim ${reference}`, path, 'the id or key of a Claim');
  return matchesOfTexts(claim.texts, wanted, context, claim.id);
}

export async function matchesOfTexts(
  texts: readonly AskedText[],
  wanted: Wanted,
  context: RequestContext,
  except?: string,
): Promise<MatchesShown> {
  const asked: AskedText[] = [];
  for (const text of texts) asked.push({ ...text, near: await context.nearest?.(text.text, NEAR_TEXTS) });
  const request = {
    ...wanted,
    where: wanted.where ?? EVERYTHING,
    texts: asked,
    except,
    candidatesMax: context.searchCandidatesMax,
    clock: context.clock,
  };
  const { matches, complete } = await context.explore(() => matchingClaims(request), undefined);
  return { matches: matches.map(shown), complete, byMeaning: asked.some(({ near }) => near !== undefined) };
}

const shown = ({ match: { text, language, how, highlights }, ...match }: ClaimMatch): object => ({
  ...match,
  text,
  language: language ?? 'und',
  how,
  highlights,
});
