import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';

const address = new URL('/graphql', window.location.href);
const socket = new URL(address);
socket.protocol = address.protocol.replace('http', 'ws');

/** A subscription goes over a WebSocket, with what is set as headers in its parameters. */
const fetcher = createGraphiQLFetcher({ url: address.href, subscriptionUrl: socket.href });

/** Right after a change of tabs GraphiQL still sends the name of the last tab's operation: such a name is left out. */
export const playgroundFetcher: Fetcher = (parameters, options) => {
  const { query, operationName } = parameters;
  const names = operationName ? operationNames(query) : undefined;
  const isAnothers = names && !names.includes(operationName!);
  return fetcher(isAnothers ? { ...parameters, operationName: names.length === 1 ? names[0]! : null } : parameters, options);
};

/** Undefined where the query cannot be read. */
function operationNames(query: string): (string | null)[] | undefined {
  try {
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode[];
    return operations.map(({ name }) => name?.value ?? null);
  } catch {
    return undefined;
  }
}
