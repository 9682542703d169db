/** Refuses an operation before any work when it is too deep or could touch too much; says what it cost. */
import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { ERROR_CODES, InputError, type ErrorCode } from '../model/errors.js';
import { CostError, fragmentsOf, operationCost, type Cost, type CostLimits } from '../plan/cost/operation-cost.js';
import type { RequestContext } from '../graphql/context.js';
import { roleRefusal } from './access/operation-role.js';
import type { Documents } from './documents.js';
import { requestError } from './errors.js';
import { sizeOfAnswer } from './operations/answer-size.js';
import { notHere } from './subscriptions.js';

/** What GraphQL over HTTP (6.4.1) would have answered with 200 where the client wants application/json. */
const NO_DOCUMENT: ReadonlySet<string> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);
const wantsPlainJson = (accept: string | undefined): boolean =>
  accept !== undefined && accept.includes('application/json') && !accept.includes('application/graphql-response+json');

export interface AnswerLimits extends CostLimits {
  /** Characters of an answer. */
  readonly answerMax: number;
}

export function limitsPlugin(limits: AnswerLimits, { isAnswered }: Documents): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      let cost: Cost | undefined;
      return {
        // Throwing earlier than this becomes a 500.
        didResolveOperation: async ({ schema, document, operation, request, queryHash, contextValue }) => {
          if (!operation) return;
          if (!isAnswered(queryHash))
            throw requestError(
              InputError.of(
                'UNKNOWN_DOCUMENT',
                'only persisted operations are answered here',
                [],
                'an operation in CLAIMGRAPH_DOCUMENTS_FILE',
              ),
            );
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw requestError(notHere());
          const [fragments, variables] = [fragmentsOf(document), request.variables ?? {}];
          // Before anything of what is to be written is looked at.
          const refused = roleRefusal({ operation, fragments, variables }, contextValue.role);
          if (refused) throw requestError(refused);
          try {
            cost = operationCost({ schema, fragments, variableValues: variables }, operation, limits);
          } catch (error) {
            if (error instanceof CostError) ({ cost } = error);
            throw requestError(error);
          }
        },
        willSendResponse: async ({ response, request, operation }) => {
          if (response.body.kind !== 'single') return;
          const { answerMax } = limits;
          if (sizeOfAnswer(response.body.singleResult.data, answerMax) > answerMax) {
            response.body.singleResult = { errors: [tooLarge(answerMax)] };
            response.http.status = ERROR_CODES.ANSWER_TOO_LARGE.status;
          }
          const { singleResult } = response.body;
          // For clients that budget.
          if (cost)
            singleResult.extensions = { ...singleResult.extensions, cost: { ...cost, costMax: limits.costMax, depthMax: limits.depthMax } };
          const failed = singleResult.errors
            ?.map(({ extensions }) => ERROR_CODES[extensions?.['code'] as ErrorCode]?.status ?? 200)
            .find((status) => status >= 500);
          if (failed && isNothing(singleResult.data, operation?.operation)) response.http.status = failed;
          if (failed === 503) response.http.headers.set('retry-after', '1');
          const { headers } = request.http ?? {};
          if (
            singleResult.errors?.every(({ extensions }) => NO_DOCUMENT.has(String(extensions?.['code']))) &&
            wantsPlainJson(headers?.get('accept'))
          )
            response.http.status = 200;
        },
      };
    },
  };
}

/** Whether an answer has no data at all. A mutation that failed leaves null beside those that were written. */
const isNothing = (data: Readonly<Record<string, unknown>> | null | undefined, operation: OperationTypeNode | undefined): boolean =>
  data === null || data === undefined || (operation === OperationTypeNode.MUTATION && Object.values(data).every((value) => value === null));

const tooLarge = (most: number) => ({
  message: `the answer is longer than ${most} characters`,
  extensions: { code: 'ANSWER_TOO_LARGE', hint: 'request less at a time, or raise CLAIMGRAPH_ANSWER_MAX' },
});
