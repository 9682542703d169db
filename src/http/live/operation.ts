/** Subscriptions outside Apollo's pipeline: the same checks before any work, and a context of its own for each change. */
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { sha256 } from '../../model/changeset/passages.js';
import { InputError } from '../../model/errors.js';
import type { RequestContext } from '../../graphql/context.js';
import type { Change } from '../../store/store.js';
import { fragmentsOf, operationCost, type CostLimits } from '../../plan/cost.js';
import { seesEverything, type Caller } from '../access/caller.js';
import type { Documents } from '../documents.js';
import { requestError, type FormatError } from '../errors.js';
import { operationIdentity, type SharedResults } from './shared-results.js';
import type { Turns } from './turns.js';

export interface LiveOptions {
  readonly schema: GraphQLSchema;
  readonly limits: CostLimits & { readonly tokensMax: number };
  readonly documents: Documents;
  /** A context for one change, or for the beginning: each has its own time. */
  readonly context: (caller: Caller, signal: AbortSignal) => RequestContext;
  readonly format: FormatError;
  readonly results: SharedResults;
  readonly turns: Turns;
}

export interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

/** What is ready to be followed; or the errors that it was refused with. */
export type Prepared =
  | {
      readonly document: DocumentNode;
      readonly start: (ended: AbortSignal) => Promise<AsyncGenerator<ExecutionResult, void> | ExecutionResult>;
    }
  | { readonly errors: GraphQLError[] };

export function prepare(options: LiveOptions, caller: Caller, asked: Asked): Prepared {
  const { schema, limits, documents } = options;
  const refused = (error: unknown): Prepared => ({ errors: [shown(options, error)] });
  const { query, variables = {}, operationName } = asked;
  const isWrong =
    typeof query !== 'string' ||
    typeof variables !== 'object' ||
    Array.isArray(variables) ||
    (operationName !== undefined && operationName !== null && typeof operationName !== 'string');
  if (isWrong) return refused(wrong('BAD_REQUEST', 'an operation is an object of a query, variables and an operation name'));
  const values = (variables ?? {}) as Record<string, unknown>;
  if (!documents.isAnswered(sha256(query))) return refused(wrong('UNKNOWN_DOCUMENT', 'only operations of a fixed list are answered here'));
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokensMax });
  } catch (error) {
    const { message } = error as GraphQLError;
    return refused(wrong(message.includes('tokens') ? 'TOO_MANY_TOKENS' : 'GRAPHQL_PARSE_FAILED', message));
  }
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    return refused(wrong('BAD_REQUEST', 'only a subscription is answered here; send queries and mutations to /graphql'));
  let invalid: readonly GraphQLError[];
  try {
    invalid = validate(schema, document, undefined, { maxErrors: 5 });
  } catch (error) {
    // A rule of graphql-js evaluates directives at the root of a subscription, without the variables.
    return refused(error);
  }
  if (invalid.length > 0) return { errors: invalid.map(({ message }) => wrong('GRAPHQL_VALIDATION_FAILED', message)) };
  try {
    operationCost({ schema, fragments: fragmentsOf(document), variableValues: values }, operation, limits);
  } catch (error) {
    return refused(requestError(error));
  }
  const given = { schema, document, variableValues: values, operationName: operation.name?.value };
  return { document, start: (ended) => started(options, caller, given, ended) };
}

async function started(
  options: LiveOptions,
  caller: Caller,
  given: Pick<ExecutionArgs, 'schema' | 'document' | 'variableValues' | 'operationName'>,
  ended: AbortSignal,
): Promise<AsyncGenerator<ExecutionResult, void> | ExecutionResult> {
  const stopped = new AbortController();
  const signal = AbortSignal.any([ended, stopped.signal]);
  const formatted = ({ errors, ...rest }: ExecutionResult): ExecutionResult =>
    errors ? { errors: errors.map((error) => shown(options, error)), ...rest } : rest;
  const identity = operationIdentity(given.document, given.variableValues ?? {}, `${seesEverything(caller)} ${given.operationName ?? ''}`);
  let source: Awaited<ReturnType<typeof createSourceEventStream>>;
  try {
    source = await createSourceEventStream({ ...given, contextValue: options.context(caller, signal) });
  } catch (error) {
    // A directive whose variable has no value, for instance.
    return { errors: [shown(options, error)] };
  }
  if (!(Symbol.asyncIterator in source)) return formatted(source);
  const results = (async function* () {
    try {
      for await (const rootValue of source) {
        await options.turns.take();
        if (signal.aborted) break;
        yield await options.results.of(identity, (rootValue as Change).position, async () =>
          formatted(await execute({ ...given, rootValue, contextValue: options.context(caller, WORKED_OUT_FOR_ALL) })),
        );
      }
      if (ended.reason === TURNED_OUT) yield { errors: [wrong('UNAUTHENTICATED', 'the token is not known, or is over')] };
    } catch (error) {
      // Of the source: the store is away, for instance. The client goes on from the last position that it saw.
      yield { errors: [shown(options, error)] };
    }
  })();
  // A generator that waits for a change would hear of its end only with the next one.
  const stop = results.return.bind(results);
  results.return = (value) => {
    stopped.abort();
    return stop(value);
  };
  return results;
}

/** Why a follower is told no more who may not follow any longer. */
export const TURNED_OUT = Symbol('turned out');

/** It does not end with the follower who asked first. */
const WORKED_OUT_FOR_ALL = new AbortController().signal;

const wrong = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } });

/** As any other answer shows it: a code, no stack, nothing of what is inside. */
function shown({ format }: LiveOptions, error: unknown): GraphQLError {
  const given =
    error instanceof GraphQLError
      ? error
      : new GraphQLError(error instanceof InputError ? error.message : 'failed', { originalError: error as Error });
  const { message, path, extensions } = format(given.toJSON(), given);
  return new GraphQLError(message, { ...(path ? { path } : {}), extensions: { ...extensions } });
}
