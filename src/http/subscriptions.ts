/**
 * Subscriptions that are sent where queries are answered are told where to go before they are validated: a rule of
 * graphql-js throws at some of them (a directive at the root, by a variable), which Apollo takes for a defect.
 */
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { InputError } from '../model/errors.js';

export const notHere = (): InputError =>
  InputError.of('BAD_REQUEST', 'subscriptions are not answered here', [], 'a WebSocket at this address, or a request to /graphql/stream');

export function isSubscription({ query, operationName }: { query?: unknown; operationName?: unknown }, maxTokens: number): boolean {
  if (typeof query !== 'string' || !query.includes('subscription')) return false;
  try {
    const operation = getOperationAST(
      parse(query, { maxTokens, noLocation: true }),
      typeof operationName === 'string' ? operationName : undefined,
    );
    return operation?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    // What is no GraphQL is told so by whoever answers it.
    return false;
  }
}
