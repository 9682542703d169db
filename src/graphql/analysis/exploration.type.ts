/** Paths and neighbourhoods. Resolved by resolvers.ts. */
import { Int, ObjectType } from 'type-graphql';
import { Computed } from '../members.js';
import { typeOf } from '../records/named-types.js';
import { FirstArguments } from './first.args.js';

const paged = { arguments: () => FirstArguments };

@ObjectType({ description: 'One hop of a path: two entities that take part in the same claims.' })
export class Hop {
  @Computed(() => typeOf('Entity'), { description: 'From whom.' })
  from!: unknown;
  @Computed(() => typeOf('Entity'), { description: 'To whom.' })
  to!: unknown;
  @Computed(() => [typeOf('Claim')], { description: 'The claims that connect them, the newest first.', ...paged })
  claims!: unknown;
  @Computed(() => Int, { description: 'How many claims were found that connect them.' })
  claimCount!: number;
}

@ObjectType({ description: 'A way from one entity to another.' })
export class Path {
  @Computed(() => Int, { description: 'How many hops it has.' })
  length!: number;
  @Computed(() => [Hop], { description: 'The hops, from end to end.' })
  hops!: unknown;
}

@ObjectType({ description: 'The shortest ways between two entities.' })
export class PathSearch {
  @Computed(() => [Path], { description: 'All of the same, least length; none where there is no way within the length asked for.' })
  paths!: unknown;
  @Computed(() => Boolean, {
    description:
      'False when a budget ended the search, or an entity on the way has more claims than were looked at: other ways may exist then.',
  })
  complete!: boolean;
}

@ObjectType({ description: 'An entity near another.' })
export class Neighbour {
  @Computed(() => typeOf('Entity'), { description: 'The entity.' })
  entity!: unknown;
  @Computed(() => Int, { description: 'Hops from the entity asked about.' })
  depth!: number;
  @Computed(() => [typeOf('Claim')], { description: 'The claims that connect it to what is one hop nearer, the newest first.', ...paged })
  claims!: unknown;
  @Computed(() => Int, { description: 'How many such claims were found.' })
  claimCount!: number;
}

@ObjectType({ description: 'The entities around one.' })
export class Neighbourhood {
  @Computed(() => [Neighbour], { description: 'The entities, in the order asked for.' })
  found!: unknown;
  @Computed(() => Int, { description: 'How many entities were found.' })
  count!: number;
  @Computed(() => Boolean, { description: 'False when a budget ended the search, or an entity has more claims than were looked at.' })
  complete!: boolean;
}
