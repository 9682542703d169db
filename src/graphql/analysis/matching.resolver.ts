/** "Has this been said, or checked, before?" */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { InputError } from '../../model/errors.js';
import { cleanText } from '../../model/values/text.js';
import { whereCondition } from '../../plan/where.js';
import type { RequestContext } from '../context.js';
import { MatchingArguments } from '../inputs/list.args.js';
import { checkWanted, matchesOfClaim, matchesOfTexts } from './matching.js';
import { ClaimMatches } from './matching.type.js';

interface Given {
  readonly text?: string | null;
  readonly claim?: string | null;
  readonly languages?: readonly string[] | null;
  readonly where?: object | null;
  readonly first: number;
  readonly minimumScore: number;
}

const FIELD = 'matchingClaims';

@Resolver()
export class MatchingResolver {
  @Query(() => ClaimMatches, {
    description:
      'Claims that may say the same as a text or as another claim, likeliest first. They show whether something was said or checked before. Each match has a score and lists what agrees and what differs. The same sentence with another number, date or name is included with a low score, and so is its denial.',
  })
  matchingClaims(@Args(() => MatchingArguments) arguments_: object, @Ctx() context: RequestContext) {
    const { text, claim, languages, where, first, minimumScore } = arguments_ as Given;
    checkWanted({ first, minimumScore }, FIELD, context);
    const isOfText = (text ?? undefined) !== undefined;
    if (isOfText === ((claim ?? undefined) !== undefined))
      throw InputError.of('BAD_INPUT', 'exactly one of text and claim is needed', [FIELD], 'give text, or the id or key of a claim');
    const wanted = {
      languages: languages ?? undefined,
      where: where ? whereCondition('Claim', where as never, [FIELD, 'where']) : undefined,
      first,
      minimumScore,
    };
    if (!isOfText) return matchesOfClaim(claim!, [FIELD, 'claim'], wanted, context);
    const cleaned = cleanText(text!, context.matchTextMax);
    if (!cleaned.ok) {
      const { code, message, hint } = cleaned.refusal;
      throw InputError.of(code, message, [FIELD, 'text'], code === 'TOO_LONG' ? hint : 'the text of a claim');
    }
    return matchesOfTexts([{ text: cleaned.value }], wanted, context);
  }
}
