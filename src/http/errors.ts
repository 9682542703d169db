/** From what was thrown to what a client sees: a code of the list, where, and what would be right. No stack traces, no internals. */
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, InputError, printPath, StoreError, type ErrorCode } from '../model/errors.js';

export type ReportDefect = (error: unknown) => void;

export type FormatError = (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError;

/** What a store says of itself, without the file or address that it stands at: that is the operator's. */
export const storeMessage = (message: string, store: string): string => message.replaceAll(store, 'the store');

/** Apollo's formatError: what stands in `errors`. `store` is the name of the store in the settings. */
export function formatError(report: ReportDefect, store: string): FormatError {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const unwrapped = unwrapResolverError(thrown);
    // What was refused before anything was resolved stands within the error of the request.
    const error = unwrapped instanceof GraphQLError && unwrapped.originalError instanceof InputError ? unwrapped.originalError : unwrapped;
    const { message, locations, path } = formatted;
    const shown = { message: shortened(message), ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (error instanceof InputError) return { ...shown, extensions: inputExtensions(error) };
    if (error instanceof StoreError) return { ...shown, message: storeMessage(error.message, store), extensions: { code: error.code } };
    const code = knownCode(formatted, error);
    if (code === 'TOO_MANY_TOKENS')
      return {
        message: 'the operation has more tokens than the limit',
        extensions: { code, hint: 'request less at a time, or raise CLAIMGRAPH_TOKENS_MAX' },
      };
    if (code !== 'INTERNAL_SERVER_ERROR')
      return { ...shown, extensions: { ...(formatted.extensions?.['hint'] ? { hint: formatted.extensions['hint'] } : {}), code } };
    report(error);
    return { ...shown, message: 'The server failed; its log has details.', extensions: { code } };
  };
}

/** Characters of a message: what was sent may be quoted in it. */
const MESSAGE_MAX = 1_000;

const shortened = (message: string): string =>
  message.length <= MESSAGE_MAX ? message : `${message.slice(0, MESSAGE_MAX / 2)} … ${message.slice(-MESSAGE_MAX / 2)}`;

function inputExtensions({ problems }: InputError): Record<string, unknown> {
  const shown = problems.map(({ code, message, path, hint }) => ({ code, message, path: printPath(path), hint }));
  const { code, path, hint } = shown[0]!;
  return { code, path, hint, ...(shown.length > 1 ? { problems: shown } : {}) };
}

/** What Apollo says of operations by digest, without a code. */
const WRONG_DIGESTS: ReadonlySet<string> = new Set(['provided sha does not match query', 'Unsupported persisted query version']);

/**
 * What graphql-js says of variables and arguments while it executes, without a code: a caller's values do not fit.
 * It says so of them alone in these words, not of what the server would answer.
 */
const WRONG_VALUES =
  /^(Too many errors processing variables|Variable "\$|Argument "\w+" of (required|non-null) type |Argument "\w+" has invalid value )/;

function knownCode({ message, extensions }: GraphQLFormattedError, error: unknown): ErrorCode {
  if (error instanceof GraphQLError && error.extensions['code'] === undefined && WRONG_VALUES.test(message)) return 'BAD_USER_INPUT';
  const code = extensions?.['code'];
  if (code === 'GRAPHQL_PARSE_FAILED' && message.includes('tokens')) return 'TOO_MANY_TOKENS';
  if (WRONG_DIGESTS.has(message)) return 'BAD_REQUEST';
  if (code === 'GRAPHQL_VALIDATION_FAILED' && message.includes('too many selections')) return 'TOO_COSTLY';
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code) ? (code as ErrorCode) : 'INTERNAL_SERVER_ERROR';
}

/** A refusal before execution, as Apollo answers it with the code's status. */
export function requestError(error: unknown): unknown {
  // Of graphql-js, which looks at arguments as the cost of an operation is worked out: with the status that they have later.
  if (error instanceof GraphQLError && WRONG_VALUES.test(error.message))
    return new GraphQLError(error.message, {
      ...(error.nodes ? { nodes: error.nodes } : {}),
      extensions: { code: 'BAD_USER_INPUT', http: { status: ERROR_CODES.BAD_USER_INPUT.status } },
    });
  if (!(error instanceof InputError)) return error;
  const { code } = error.problems[0];
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...inputExtensions(error), http: { status: code === 'FORBIDDEN' ? 403 : ERROR_CODES[code].status } },
  });
}
