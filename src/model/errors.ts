/**
 * Every code an answer can carry, with what it means and the HTTP status that goes with it when the
 * whole request fails. docs/errors.md lists the same; a test compares both.
 */
export const ERROR_CODES = {
  BAD_TEXT: { status: 200, meaning: 'Text that is empty, or holds a NUL, a lone surrogate or another control character.' },
  TOO_LONG: { status: 200, meaning: 'A text or list longer than its limit.' },
  BAD_DATE: { status: 200, meaning: 'Not an EDTF level 1 date, or an end before its beginning.' },
  BAD_LANGUAGE: { status: 200, meaning: 'Not a BCP 47 language tag.' },
  BAD_URL: { status: 200, meaning: 'Not an absolute http or https URL.' },
  BAD_NUMBER: { status: 200, meaning: 'Not a decimal number, or one out of range.' },
  BAD_IDENTIFIER: { status: 200, meaning: 'An identifier that its scheme does not allow.' },
  BAD_KEY: { status: 200, meaning: 'A key or id of the wrong form.' },
  BAD_DIGEST: { status: 200, meaning: 'Not a SHA-256 digest of 64 hexadecimal digits.' },
  BAD_INPUT: { status: 200, meaning: 'Input of the wrong shape: a field missing, unknown or of the wrong type.' },
  BAD_CURSOR: { status: 200, meaning: 'A cursor this API did not give out for this order.' },
  BAD_PAGE: { status: 200, meaning: 'A page asked for with contradicting or out-of-range sizes.' },
  OBJECT_AMBIGUOUS: {
    status: 200,
    meaning: 'A claim or qualifier with both an entity and a literal value, or a value with the wrong members.',
  },
  UNKNOWN_REFERENCE: { status: 200, meaning: 'A reference to a record that does not exist.' },
  WRONG_KIND: { status: 200, meaning: 'A record of a kind that does not fit here.' },
  NOT_FOUND: { status: 200, meaning: 'The record to change does not exist.' },
  DUPLICATE: { status: 200, meaning: 'Two items for one record, or a value that another record already has.' },
  VERSION_CONFLICT: { status: 200, meaning: 'The record was changed since: expectedVersion is not its version.' },
  RETRACTED: { status: 200, meaning: 'The record is retracted: restore it before changing it.' },
  CYCLE: { status: 200, meaning: 'A relay or derivation that leads back to itself.' },
  QUOTE_NOT_FOUND: { status: 200, meaning: 'A quote that does not stand in the text, or not at the position given.' },
  QUOTE_AMBIGUOUS: { status: 200, meaning: 'A quote found at several places without saying which.' },
  DIGEST_MISMATCH: { status: 200, meaning: 'A text whose SHA-256 digest is not the digest given with it.' },
  KEY_REUSED: { status: 200, meaning: 'A changeset key used before for another content.' },
  NOT_APPLIED: { status: 200, meaning: 'A sound item that was not written because another one of its changeset was refused.' },
  UNAUTHENTICATED: { status: 401, meaning: 'No token where one is needed, or one that is not known or is over.' },
  FORBIDDEN: { status: 200, meaning: 'More than the role of the caller may do; 403 where the whole request is refused.' },
  HOST_NOT_ALLOWED: { status: 421, meaning: 'A request under a name that is none of the server, as a page makes that was led here.' },
  ORIGIN_NOT_ALLOWED: { status: 403, meaning: 'A request from a page of another origin than the server or CLAIMGRAPH_CORS_ORIGINS.' },
  TOO_DEEP: { status: 400, meaning: 'An operation nested deeper than the limit, or a where that nests more lists than the limit.' },
  TOO_COSTLY: {
    status: 400,
    meaning: 'An operation that costs more than the limit, or has more fields, aliases, directives or values than their limits.',
  },
  ANSWER_TOO_LARGE: { status: 400, meaning: 'An answer longer than the limit.' },
  TOO_MANY_TOKENS: { status: 400, meaning: 'An operation longer than the limit of tokens.' },
  BODY_TOO_LARGE: { status: 413, meaning: 'A request body over the limit.' },
  TIMEOUT: { status: 503, meaning: 'The request took longer than the limit.' },
  TOO_MANY_REQUESTS: { status: 429, meaning: 'More requests of one caller than the limit; Retry-After says when to go on.' },
  OVERLOADED: { status: 503, meaning: 'More requests wait than the server can hold; Retry-After says when to try again.' },
  PERSISTED_QUERY_NOT_FOUND: { status: 200, meaning: 'A digest of an operation that was not sent before; send the operation with it.' },
  UNKNOWN_DOCUMENT: { status: 400, meaning: 'An operation that is not on the list of those that are answered.' },
  UNAVAILABLE: { status: 503, meaning: 'Something outside that is needed does not answer, such as the OpenID provider.' },
  STORE_BUSY: { status: 503, meaning: 'The store is locked by another writer; try again.' },
  STORE_UNAVAILABLE: { status: 503, meaning: 'The store cannot be read or written.' },
  GRAPHQL_PARSE_FAILED: { status: 400, meaning: 'Not GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, meaning: 'GraphQL that does not fit the schema.' },
  BAD_USER_INPUT: { status: 400, meaning: 'A variable whose value does not fit its type.' },
  BAD_REQUEST: { status: 400, meaning: 'A request that GraphQL over HTTP does not allow.' },
  OPERATION_RESOLUTION_FAILURE: { status: 400, meaning: 'No operation, or none of the name given.' },
  INTERNAL_SERVER_ERROR: { status: 500, meaning: 'A defect of the server; the log has more under the same request id.' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
export type Path = readonly (string | number)[];

/** One thing wrong with the input: what (message), where (path) and what would be right (hint). */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly path: Path;
  readonly hint: string;
}

/** Input was refused. Nothing was written unless the thrower says otherwise. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(readonly problems: readonly [Problem, ...Problem[]]) {
    super(problems[0].message);
  }

  static of(code: ErrorCode, message: string, path: Path, hint: string): InputError {
    return new InputError([{ code, message, path, hint }]);
  }
}

/** The store itself failed: busy, full, unreadable, foreign. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly code: 'STORE_BUSY' | 'STORE_UNAVAILABLE' | 'TIMEOUT',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The store that is to be read is not there, or has no graph in it yet. */
export class StoreMissing extends StoreError {
  constructor(message: string) {
    super('STORE_UNAVAILABLE', message);
  }
}

/** What a value cleaner says of a value it refuses; the caller knows the path. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

export type Cleaned<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Cleaned<T> => ({ ok: true, value });
export const refuse = (code: ErrorCode, message: string, hint: string): Cleaned<never> => ({
  ok: false,
  refusal: { code, message, hint },
});

/** A path as a person reads it: items[3].claim.texts[0].language. */
export function printPath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** At most 60 characters of a value for a message. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? String(value));
  const points = Array.from(text.slice(0, 200));
  // A message must itself be sound text, whatever it quotes.
  const shown = points
    .slice(0, 60)
    .join('')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '�');
  return points.length > 60 ? `${shown}…` : shown;
}
