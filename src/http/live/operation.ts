/** A subscription that is followed: checked where operations are executed, told of each change by what was worked out there. */
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { meets } from '../../graphql/records/change-filter.js';
import type { ChangeHeader } from '../../store/store.js';
import type { Caller } from '../access/caller.js';
import type { Admission } from '../operations/admission.js';
import { Overloaded } from '../operations/queue.js';
import type { Asked, Subscription } from '../operations/work.js';
import { ERROR_CODES, StoreError } from '../../model/errors.js';
import type { SharedResults } from './shared-results.js';
import type { Turns } from './turns.js';

export interface LiveOptions {
  readonly admission: Admission;
  /** Every change after a position, or from now on, that the caller may see. */
  readonly follow: (caller: Caller, since: number | undefined, signal: AbortSignal) => AsyncGenerator<ChangeHeader, void, undefined>;
  readonly publicUrl: string;
  readonly results: SharedResults;
  readonly turns: Turns;
  /** Errors that are nobody's fault but the server's go to its log. */
  readonly report: (error: unknown) => void;
}

/** Who follows, and whose places it takes (shares.ts). */
export interface Who {
  readonly caller: Caller;
  readonly key: string;
}

/** What is ready to be followed; or the errors that it was refused with. */
export type Ready =
  | { readonly start: (ended: AbortSignal) => AsyncGenerator<ExecutionResult, void> }
  | { readonly errors: readonly GraphQLFormattedError[] };

/** An operation of a lower cost is done in a moment: it does not wait with those that take long. */
const QUICK_COST_MAX = 20;
/** Milliseconds until what found the server busy is asked again. */
const AGAIN_AFTER = 250;

export async function prepare(options: LiveOptions, who: Who, asked: Asked): Promise<Ready> {
  const { caller, key } = who;
  const { publicUrl } = options;
  const given: Asked = { query: asked.query, variables: asked.variables, operationName: asked.operationName };
  try {
    const prepared = await options.admission.perform(
      'reads',
      { caller: key, bytes: 0 },
      { kind: 'prepare', asked: given, caller, publicUrl },
    );
    return 'errors' in prepared ? prepared : { start: (ended) => followed(options, who, given, prepared, ended) };
  } catch (error) {
    return { errors: [told(options, error)] };
  }
}

function followed(
  options: LiveOptions,
  who: Who,
  asked: Asked,
  subscription: Subscription,
  ended: AbortSignal,
): AsyncGenerator<ExecutionResult, void> {
  const stopped = new AbortController();
  const results = resultsOf(options, who, asked, subscription, { ended, signal: AbortSignal.any([ended, stopped.signal]) });
  // A generator that waits for a change would hear of its end only with the next one.
  const stop = results.return.bind(results);
  results.return = (value) => {
    stopped.abort();
    return stop(value);
  };
  return results;
}

async function* resultsOf(
  options: LiveOptions,
  { caller, key }: Who,
  asked: Asked,
  { since, where, identity, cost }: Subscription,
  { ended, signal }: { readonly ended: AbortSignal; readonly signal: AbortSignal },
): AsyncGenerator<ExecutionResult, void> {
  const { admission, publicUrl } = options;
  const lane = cost <= QUICK_COST_MAX ? 'lookUps' : 'reads';
  const worked = async (change: ChangeHeader): Promise<ExecutionResult> => {
    for (;;) {
      try {
        return asResult(
          await admission.perform(lane, { caller: `follower ${key}`, bytes: 0 }, { kind: 'event', asked, change, caller, publicUrl }),
        );
      } catch (error) {
        // A follower waits; every change is told.
        if (!(error instanceof Overloaded)) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
      }
    }
  };
  try {
    for await (const change of options.follow(caller, since, signal)) {
      if (!meets(change, where)) continue;
      await options.turns.take();
      if (signal.aborted) break;
      yield await options.results.of(identity, change.position, () => worked(change));
    }
    if (ended.reason === TURNED_OUT)
      yield withErrors({ message: 'the token is unknown or expired', extensions: { code: 'UNAUTHENTICATED' } });
  } catch (error) {
    // The store is away, for instance. The client goes on from the last position that it saw.
    yield withErrors(told(options, error));
  }
}

/** Bytes of a subscription with its variables. */
export const OPERATION_MAX = 256 * 1024;

/** Why a follower is told no more who may not follow any longer. */
export const TURNED_OUT = Symbol('turned out');

const withErrors = (error: GraphQLFormattedError): ExecutionResult => asResult({ errors: [error] });

/** The libraries of both transports ask errors for their JSON. */
function asResult({ errors, ...rest }: { readonly errors?: readonly GraphQLFormattedError[] }): ExecutionResult {
  if (!errors) return rest;
  const shown = errors.map(
    ({ message, path, extensions }) => new GraphQLError(message, { ...(path ? { path } : {}), extensions: extensions ?? {} }),
  );
  return { errors: shown, ...rest };
}

function told({ report }: LiveOptions, error: unknown): GraphQLFormattedError {
  if (error instanceof Overloaded) return { message: error.message, extensions: { code: 'OVERLOADED' } };
  if (error instanceof StoreError && error.code in ERROR_CODES) return { message: error.message, extensions: { code: error.code } };
  report(error);
  return { message: 'The server failed; its log has details.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
