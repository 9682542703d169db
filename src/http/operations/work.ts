/** What the serving thread and those that execute operations say to each other: plain data, copied from one to the other. */
import type { GraphQLFormattedError } from 'graphql';
import type { ChangeFilter } from '../../graphql/records/change-filter.js';
import type { ChangeHeader, StorePool } from '../../store/store.js';
import type { ReconciliationPath } from '../reconcile/answer.js';
import type { Caller } from '../access/caller.js';

/** Where an operation waits for its turn, and for which threads. */
export type Lane = 'lookUps' | 'reads' | 'writes' | 'exports';

export interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

interface OfCaller {
  readonly caller: Caller;
  /** The address of this graph as the caller knows it. */
  readonly publicUrl: string;
  /** Of the newest write that answers of this process told of. */
  readonly bookmark?: string | undefined;
  /** W3C Trace Context of the request, where traces are kept. */
  readonly trace?: Readonly<Record<string, string>> | undefined;
}

export interface GraphqlWork extends OfCaller {
  readonly kind: 'graphql';
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly search: string;
  /** JSON as it came; undefined where the request has none. A text is of another type, which is refused. */
  readonly body: Uint8Array | string | undefined;
}

export interface ReconcileWork extends OfCaller {
  readonly kind: 'reconcile';
  readonly path: ReconciliationPath;
  /** Of the address. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Of a form, as it came. */
  readonly form: Uint8Array | undefined;
}

/** A subscription is checked, and its arguments are taken from it. */
export interface PrepareWork extends OfCaller {
  readonly kind: 'prepare';
  readonly asked: Asked;
}

/** What followers of a subscription are told of a change. */
export interface EventWork extends OfCaller {
  readonly kind: 'event';
  readonly asked: Asked;
  readonly change: ChangeHeader;
}

export interface ExportWork extends OfCaller {
  readonly kind: 'export';
  readonly format: string;
  readonly where: string | undefined;
}

export type Work = GraphqlWork | ReconcileWork | PrepareWork | EventWork | ExportWork;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A subscription that may be followed: from where, which changes, and what is the same for whoever follows the same. */
export interface Subscription {
  readonly since: number | undefined;
  readonly where: ChangeFilter | undefined;
  readonly identity: string;
  readonly cost: number;
}

export type Prepared = Subscription | { readonly errors: readonly GraphQLFormattedError[] };

export interface AnswerOf {
  readonly graphql: HttpAnswer;
  readonly reconcile: HttpAnswer;
  readonly prepare: Prepared;
  readonly event: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
  /** The file's type and name; its bytes follow in pieces. Or why there is none. */
  readonly export: HttpAnswer | { readonly mediaType: string; readonly fileName: string };
}

/** What the metrics count: an operation by name, type and outcome; a call of the store. Times in seconds. */
export type Observation =
  | {
      readonly of: 'operation';
      readonly operation: string | undefined;
      readonly type: string;
      readonly outcome: string;
      readonly seconds: number;
      readonly cost: number | undefined;
    }
  | {
      readonly of: 'store';
      readonly call: string;
      /** `answered`, `failed`, or the code of a StoreError, */
      readonly outcome: string;
      /** and what it says. */
      readonly reason: string | undefined;
      readonly seconds: number;
    };

/** How whoever asked for work tells that nobody waits for it any more. */
export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Exported {
  readonly head: AnswerOf['export'];
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Executes work, here or on other threads. */
export interface Operations {
  /** @throws StoreError, TIMEOUT where the work took longer than its limit; InputError, TOO_COSTLY, where it needs too much memory. */
  run<Kind extends Exclude<Work['kind'], 'export'>>(
    lane: Lane,
    work: Extract<Work, { kind: Kind }>,
    options?: WorkOptions,
  ): Promise<AnswerOf[Kind]>;
  /** Gives the bytes of an export, after its head; ends early when the signal is given. */
  export(work: ExportWork, options?: WorkOptions): Promise<Exported>;
  /** The text of an operation that a client sent before, by its digest. */
  documentOf(digest: string): string | undefined;
  /** How many threads there are, how much they have under way together, and what their stores read with. */
  readonly load: { readonly threads: number; readonly underWay: number; readonly pool: StorePool };
  close(): Promise<void>;
}
