import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { Kind, parse } from 'graphql';

const fetcher = createGraphiQLFetcher({ url: new URL('/graphql', window.location.href).href });

/** Right after a change of tabs GraphiQL still sends the name of the last tab's operation: such a name is left out. */
export const playgroundFetcher: Fetcher = (parameters, options) => {
  const { operationName } = parameters;
  return fetcher(
    operationName && !hasOperation(parameters.query, operationName) ? { ...parameters, operationName: null } : parameters,
    options,
  );
};

function hasOperation(query: string, name: string): boolean {
  try {
    return parse(query).definitions.some((definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name);
  } catch {
    return true;
  }
}
