/** Contradictions among claims: page by page of the claims, until enough are found. */
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Contradiction } from '../../analysis/contradictions.js';
import { InputError } from '../../model/errors.js';
import { momentOf, validAtCondition } from '../../plan/moment.js';
import { carrying } from '../../plan/rows.js';
import { bothOf, whereCondition } from '../../plan/where.js';
import type { RequestContext } from '../context.js';
import { ContradictionsArguments } from '../inputs/list.args.js';
import { ContradictionSearch } from './contradiction.type.js';

const CLAIMS_AT_ONCE = 200;

interface Given {
  readonly where?: object | null;
  readonly kinds?: readonly string[] | null;
  readonly certainty?: string | null;
  readonly validAt?: string | null;
  readonly asOf?: string | null;
  readonly first: number;
}

@Resolver()
export class ContradictionsResolver {
  @Query(() => ContradictionSearch, { description: 'Contradictions among claims, with both sides.' })
  async contradictions(@Args(() => ContradictionsArguments) arguments_: object, @Ctx() context: RequestContext) {
    const { where, kinds, certainty, validAt, first, ...given } = arguments_ as Given;
    if (first < 1 || first > context.pageSizeMax)
      throw InputError.of('BAD_PAGE', `first is ${first}`, ['contradictions', 'first'], `1 to ${context.pageSizeMax}`);
    const asOf = momentOf(given.asOf, ['contradictions', 'asOf']);
    const claims = bothOf(
      whereCondition('Claim', where as never, ['contradictions', 'where']),
      validAtCondition(validAt, ['contradictions', 'validAt']),
    );
    const meant = (each: Contradiction) => (!kinds || kinds.includes(each.kind)) && (!certainty || each.certainty === certainty);
    const found = new Map<string, Contradiction>();
    let lookedAt = 0;
    let complete = true;
    for await (const ids of context.claimIds(claims, CLAIMS_AT_ONCE, asOf)) {
      lookedAt += ids.length;
      for (const of of await context.analyses(asOf).contradictions.loadMany(ids)) {
        if (of instanceof Error) throw of;
        if (!of.complete) complete = false;
        for (const each of of.found) if (meant(each) && !found.has(nameOf(each))) found.set(nameOf(each), each);
      }
      if (found.size > first || lookedAt >= context.contradictionClaimsMax) {
        complete = false;
        break;
      }
    }
    return carrying({ found: [...found.values()].slice(0, first), claimsLookedAt: lookedAt, complete }, asOf);
  }
}

/** The same from either side. */
const nameOf = ({ kind, claim, other, speaker }: Contradiction): string =>
  [kind, speaker, ...(other !== undefined && other < claim ? [other, claim] : [claim, other])].join(' ');
