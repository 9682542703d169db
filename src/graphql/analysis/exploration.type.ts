/** Paths and neighbourhoods. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'One hop of a path: two entities that take part in the same claims.' })
export class Hop {
  @Computed(() => typeOf('Entity'), { description: 'The entity at the start of the hop.' })
  from!: unknown;
  @Computed(() => typeOf('Entity'), { description: 'The entity at the end of the hop.' })
  to!: unknown;
  @Computed(() => [typeOf('Claim')], { description: 'The claims that connect the two entities, newest first.', ...paged })
  claims!: unknown;
  @Computed(() => Int, { description: 'The number of connecting claims found.' })
  claimCount!: number;
}

@ObjectType({ description: 'A path from one entity to another.' })
export class Path {
  @Computed(() => Int, { description: 'The number of hops.' })
  length!: number;
  @Computed(() => [Hop], { description: 'The hops, from end to end.' })
  hops!: unknown;
}

@ObjectType({ description: 'The shortest paths between two entities.' })
export class PathSearch {
  @Computed(() => [Path], {
    description: 'The shortest paths, all of the same length. Empty if there is no path within the requested length.',
  })
  paths!: unknown;
  @Computed(() => Boolean, {
    description:
      'False if a limit ended the search, or if an entity on the way has more claims than were examined. Other paths may then exist.',
  })
  complete!: boolean;
}

@ObjectType({ description: 'An entity connected to another.' })
export class Neighbour {
  @Computed(() => typeOf('Entity'), { description: 'The entity.' })
  entity!: unknown;
  @Computed(() => Int, { description: 'The number of hops from the requested entity.' })
  depth!: number;
  @Computed(() => [typeOf('Claim')], { description: 'The claims that connect it to entities one hop nearer, newest first.', ...paged })
  claims!: unknown;
  @Computed(() => Int, { description: 'The number of such claims found.' })
  claimCount!: number;
}

@ObjectType({ description: 'The entities connected to one entity.' })
export class Neighbourhood {
  @Computed(() => [Neighbour], { description: 'The entities, in the requested order.' })
  found!: unknown;
  @Computed(() => Int, { description: 'The number of entities found.' })
  count!: number;
  @Computed(() => Boolean, { description: 'False if a limit ended the search, or if an entity has more claims than were examined.' })
  complete!: boolean;
}
