import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { pathsBetween } from '../../analysis/paths.js';
import { InputError } from '../../model/errors.js';
import { carrying } from '../../plan/rows.js';
import type { RequestContext } from '../context.js';
import { PathsArguments } from '../inputs/list.args.js';
import { PathSearch } from './exploration.type.js';
import { depthOf, searched, type SearchArguments } from './resolvers.js';

const MOST_HOPS = 6;
const MOST_PATHS = 20;

interface Given extends SearchArguments {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly limit: number;
}

@Resolver()
export class PathsResolver {
  @Query(() => PathSearch, {
    description: 'The shortest paths from one entity to another. The two entities of a hop are subject or object of the same claims.',
  })
  async paths(@Args(() => PathsArguments) given: object, @Ctx() context: RequestContext) {
    const { from, to, maxLength, limit, ...search } = given as Given;
    const { through, asOf } = searched(search, 'paths');
    const options = {
      maxLength: depthOf(maxLength, MOST_HOPS, ['paths', 'maxLength']),
      limit: depthOf(limit, MOST_PATHS, ['paths', 'limit']),
      through,
    };
    const [start, end] = await Promise.all([entityNamed(context, from, 'from', asOf), entityNamed(context, to, 'to', asOf)]);
    return carrying(await context.explore((limits) => pathsBetween(start, end, options, limits), asOf), asOf);
  }
}

async function entityNamed(context: RequestContext, reference: string, argument: string, asOf: number | undefined): Promise<string> {
  const entity = await context.recordNamed('Entity', reference, asOf);
  if (!entity)
    throw InputError.of('UNKNOWN_REFERENCE', `there is no entity ${reference}`, ['paths', argument], 'the id or key of an entity');
  return entity.id;
}
