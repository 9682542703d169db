import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';

const address = new URL('/graphql', window.location.href);
const socket = new URL(address);
socket.protocol = address.protocol.replace('http', 'ws');

/** A subscription goes over a WebSocket, with what is set as headers in its parameters. */
const fetcher = createGraphiQLFetcher({ url: address.href, subscriptionUrl: socket.href });

/** Right after a change of tabs GraphiQL still has the last tab's document, and the name of its operation: neither counts. */
export const playgroundFetcher: Fetcher = (parameters, options) => {
  const document = documentOf(parameters.query);
  if (!document) return fetcher(parameters, options);
  const names = operationNames(document);
  const name = parameters.operationName ?? undefined;
  const operationName = name !== undefined && names.includes(name) ? name : names.length === 1 ? names[0] : undefined;
  return fetcher({ ...parameters, operationName: operationName ?? null }, { ...options, documentAST: document });
};

/** Undefined where the query cannot be read. */
function documentOf(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

function operationNames({ definitions }: DocumentNode): (string | undefined)[] {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode[];
  return operations.map(({ name }) => name?.value);
}
