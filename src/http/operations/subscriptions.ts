/** Subscriptions, as far as they are work: checked before anything is followed, and executed for each change. */
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Settings } from '../../config/settings.js';
import type { Followed } from '../../graphql/records/change-filter.js';
import { sha256 } from '../../model/changeset/passages.js';
import { InputError } from '../../model/errors.js';
import { fragmentsOf, operationCost } from '../../plan/cost/operation-cost.js';
import { seesEverything } from '../access/caller.js';
import type { ContextMaker } from '../context-maker.js';
import type { Documents } from '../documents.js';
import { requestError, type FormatError } from '../errors.js';
import { operationIdentity } from './identity.js';
import type { Executing } from './executor.js';
import type { AnswerOf, Asked, EventWork, Prepared, PrepareWork } from './work.js';

interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly documents: Documents;
  readonly context: ContextMaker;
  readonly format: FormatError;
}

/** An operation that was checked. */
interface Sound {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Characters of operations that are kept checked. */
const KEPT = 2_000_000;
const NO_CHANGES = (async function* () {})();

export function subscriptionsBy({ schema, settings, documents, context, format }: SubscriptionOptions) {
  const sound = new LRUCache<string, Sound>({ maxSize: KEPT, sizeCalculation: (_, text) => text.length + 64 });
  const shown = (error: unknown): GraphQLFormattedError => {
    const given =
      error instanceof GraphQLError
        ? error
        : new GraphQLError(error instanceof InputError ? error.message : 'failed', { originalError: error as Error });
    return format(given.toJSON(), given);
  };
  const checked = ({ query, operationName }: { query: string; operationName: string | undefined }): Sound => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = sound.get(key);
    if (known) return known;
    if (!documents.isAnswered(sha256(query))) throw wrong('UNKNOWN_DOCUMENT', 'only persisted operations are answered here');
    const document = parsed(query, settings.tokensMax);
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      throw wrong('BAD_REQUEST', 'only a subscription is answered here; send queries and mutations to /graphql');
    const [invalid] = validate(schema, document, undefined, { maxErrors: 5 });
    if (invalid) throw wrong('GRAPHQL_VALIDATION_FAILED', invalid.message);
    const found = { document, operation };
    sound.set(key, found);
    return found;
  };

  const prepare = async ({ asked, caller, publicUrl }: PrepareWork, executing: Executing): Promise<Prepared> => {
    try {
      const { query, variables, operationName } = soundlyAsked(asked);
      const { document, operation } = checked({ query, operationName });
      const limited = { schema, fragments: fragmentsOf(document), variableValues: variables };
      let cost: number;
      try {
        ({ cost } = operationCost(limited, operation, settings));
      } catch (error) {
        throw requestError(error);
      }
      let followed: Followed | undefined;
      const follow = (given: Followed) => {
        followed = given;
        return NO_CHANGES;
      };
      const source = await createSourceEventStream({
        schema,
        document,
        variableValues: variables,
        operationName,
        contextValue: context(caller, { publicUrl, ...executing, follow }),
      });
      if (!(Symbol.asyncIterator in source)) return { errors: (source.errors ?? []).map(shown) };
      const identity = operationIdentity(document, variables, `${seesEverything(caller)} ${caller.role} ${operationName ?? ''}`);
      return { since: followed?.since, where: followed?.where, identity, cost };
    } catch (error) {
      return { errors: [shown(error)] };
    }
  };

  const event = async ({ asked, caller, publicUrl, change }: EventWork, executing: Executing): Promise<AnswerOf['event']> => {
    try {
      const { query, variables, operationName } = soundlyAsked(asked);
      const { document } = checked({ query, operationName });
      const { errors, ...rest } = await execute({
        schema,
        document,
        variableValues: variables,
        operationName,
        rootValue: change,
        contextValue: context(caller, { publicUrl, ...executing }),
      });
      return errors ? { errors: errors.map(shown), ...rest } : rest;
    } catch (error) {
      return { errors: [shown(error)] };
    }
  };
  return { prepare, event };
}

const wrong = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } });

function parsed(query: string, tokensMax: number): DocumentNode {
  try {
    return parse(query, { maxTokens: tokensMax });
  } catch (error) {
    const { message } = error as GraphQLError;
    throw message.includes('tokens')
      ? wrong('TOO_MANY_TOKENS', 'the operation has more tokens than the limit (CLAIMGRAPH_TOKENS_MAX)')
      : wrong('GRAPHQL_PARSE_FAILED', message);
  }
}

function soundlyAsked({ query, variables = {}, operationName }: Asked): {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
} {
  const isSound =
    typeof query === 'string' &&
    typeof variables === 'object' &&
    !Array.isArray(variables) &&
    (operationName === undefined || operationName === null || typeof operationName === 'string');
  if (!isSound) throw wrong('BAD_REQUEST', 'an operation is an object of a query, variables and an operation name');
  return { query, variables: (variables ?? {}) as Record<string, unknown>, operationName: operationName ?? undefined };
}
