/** The executable schema. */
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { RECORD_NAMES } from '../model/graph.js';
import { PathsResolver } from './analysis/paths.resolver.js';
import { ExchangeResolver } from './exchange/exchange.resolver.js';
import { ChangesetResolver } from './mutations/changeset.resolver.js';
import { ContradictionsResolver } from './analysis/contradictions.resolver.js';
import { DuplicatesResolver } from './analysis/duplicates.resolver.js';
import { MatchingResolver } from './analysis/matching.resolver.js';
import { SearchResolver } from './analysis/search.resolver.js';
import { TimelineResolver } from './analysis/timeline.resolver.js';
import { MergeResolver } from './mutations/merge.resolver.js';
import { ChangesResolver } from './records/changes.resolver.js';
import { MeResolver } from './records/me.resolver.js';
import { NodeResolver } from './records/node.resolver.js';
import { recordResolver } from './records/record.resolver.js';
import { declareShapes } from './records/shape-types.js';
import { StatsResolver } from './records/stats.resolver.js';
import type { RequestContext } from './context.js';
import { resolveFromRows } from './resolve-rows.js';

const NO_SOURCE = (): never => {
  throw new Error('this subscription has no source of its own');
};

// Types are declared once, however many schemas are made of them.
declareShapes();
const RECORD_RESOLVERS = RECORD_NAMES.map(recordResolver);

export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      ...RECORD_RESOLVERS,
      StatsResolver,
      MeResolver,
      PathsResolver,
      TimelineResolver,
      ContradictionsResolver,
      DuplicatesResolver,
      SearchResolver,
      MatchingResolver,
      ChangesResolver,
      ExchangeResolver,
      ChangesetResolver,
      MergeResolver,
    ],
    // Asked for by type-graphql; each subscription brings its own source (records/changes.resolver.ts).
    pubSub: { publish: () => undefined, subscribe: NO_SOURCE },
    // The model checks every input, and says where.
    validate: false,
  });
  return askingToWrite(resolveFromRows(schema));
}

/** Every mutation asks whether the caller may write before it looks at what it was given. */
function askingToWrite(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()!.getFields())) {
    const write = field.resolve!;
    field.resolve = (root, given, context: RequestContext, info) => {
      context.askToWrite([field.name]);
      return write(root, given, context, info);
    };
  }
  return schema;
}
