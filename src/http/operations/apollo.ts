/** Apollo Server as it is used here: no page, no reports, every limit before any work. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Settings } from '../../config/settings.js';
import type { RequestContext } from '../../graphql/context.js';
import type { Documents } from '../documents.js';
import type { FormatError } from '../errors.js';
import { limitsPlugin } from '../limits.js';

/** Past the fields that the cost looks at (plan/cost.ts), so that this one says what is wrong only where it could not. */
const SELECTIONS_MAX = 25_000;

export async function startApollo(
  schema: GraphQLSchema,
  settings: Settings,
  { documents, format, watching }: { documents: Documents; format: FormatError; watching: readonly ApolloServerPlugin[] },
): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: settings.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    persistedQueries: { cache: documents.cache },
    // Selections with fragments taken apart, counted before validation (Apollo's own default is ten million).
    maxRecursiveSelections: SELECTIONS_MAX,
    parseOptions: { maxTokens: settings.tokensMax },
    stopOnTerminationSignals: false,
    formatError: format,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limitsPlugin(settings, documents),
      ...watching,
    ],
  });
  await apollo.start();
  return apollo;
}
