/**
 * Every code an answer can carry, with what it means and the HTTP status that goes with it when the
 * whole request fails. docs/errors.md lists the same; a test compares both.
 */
export const ERROR_CODES = {
  BAD_TEXT: { status: 200, meaning: 'Text that is empty, or holds a NUL, a lone surrogate or another control character.' },
  TOO_LONG: { status: 200, meaning: 'A text or list longer than its limit.' },
  BAD_DATE: { status: 200, meaning: 'Not an EDTF level 1 date, or an interval that ends before it begins.' },
  BAD_LANGUAGE: { status: 200, meaning: 'Not a BCP 47 language tag.' },
  BAD_URL: { status: 200, meaning: 'Not an absolute http or https URL.' },
  BAD_NUMBER: { status: 200, meaning: 'Not a decimal number, or one out of range.' },
  BAD_IDENTIFIER: { status: 200, meaning: 'An identifier that its scheme does not allow.' },
  BAD_KEY: { status: 200, meaning: 'A key or id of the wrong form.' },
  BAD_DIGEST: { status: 200, meaning: 'Not a SHA-256 digest of 64 hexadecimal digits.' },
  BAD_INPUT: { status: 200, meaning: 'Input of the wrong shape: a field missing, unknown or of the wrong type.' },
  BAD_CURSOR: { status: 200, meaning: 'Not a cursor of this API for this sort order.' },
  BAD_PAGE: { status: 200, meaning: 'Page sizes that contradict each other or are out of range.' },
  OBJECT_AMBIGUOUS: {
    status: 200,
    meaning: 'A claim or qualifier with both an entity and a literal value, or a value with the wrong members.',
  },
  UNKNOWN_REFERENCE: { status: 200, meaning: 'A reference to a record that does not exist.' },
  WRONG_KIND: { status: 200, meaning: 'A record of a kind that is not allowed here.' },
  NOT_FOUND: { status: 200, meaning: 'The record to change does not exist.' },
  DUPLICATE: { status: 200, meaning: 'Two items for one record, or a value that another record already has.' },
  VERSION_CONFLICT: { status: 200, meaning: 'The record was changed in the meantime: expectedVersion is not its current version.' },
  RETRACTED: { status: 200, meaning: 'The record is retracted. Restore it before changing it.' },
  CYCLE: { status: 200, meaning: 'A relay or derivation that leads back to itself.' },
  QUOTE_NOT_FOUND: { status: 200, meaning: 'A quote that is not in the text, or not at the given position.' },
  QUOTE_AMBIGUOUS: {
    status: 200,
    meaning: 'A quote that appears in the text several times, without a position or context that selects one.',
  },
  DIGEST_MISMATCH: { status: 200, meaning: 'A text whose SHA-256 digest is not the digest given with it.' },
  KEY_REUSED: { status: 200, meaning: 'A changeset key that was used before with different content.' },
  NOT_APPLIED: { status: 200, meaning: 'A valid item that was not written because another item of its changeset was refused.' },
  UNAUTHENTICATED: { status: 401, meaning: 'No token where one is required, or an unknown or expired token.' },
  FORBIDDEN: { status: 200, meaning: 'The role of the caller does not allow this. The status is 403 if the whole request is refused.' },
  HOST_NOT_ALLOWED: { status: 421, meaning: "A request for a host name that is not one of the server's, as in DNS rebinding." },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    meaning: "A request from a page whose origin is neither the server's nor listed in CLAIMGRAPH_CORS_ORIGINS.",
  },
  TOO_DEEP: { status: 400, meaning: 'An operation that is nested deeper than the limit, or a where that nests more lists than the limit.' },
  TOO_COSTLY: {
    status: 400,
    meaning: 'An operation that costs more than the limit, or has more fields, aliases, directives or values than their limits.',
  },
  ANSWER_TOO_LARGE: { status: 400, meaning: 'An answer longer than the limit.' },
  TOO_MANY_TOKENS: { status: 400, meaning: 'An operation with more tokens than the limit.' },
  BODY_TOO_LARGE: { status: 413, meaning: 'A request body longer than the limit.' },
  TIMEOUT: { status: 503, meaning: 'The request took longer than the limit.' },
  TOO_MANY_REQUESTS: { status: 429, meaning: 'The caller sent more requests than the limit. Retry-After says when to continue.' },
  OVERLOADED: { status: 503, meaning: 'More requests are waiting than the server can hold. Retry-After says when to try again.' },
  PERSISTED_QUERY_NOT_FOUND: { status: 200, meaning: 'A digest of an operation that was not sent before. Send the operation with it.' },
  UNKNOWN_DOCUMENT: { status: 400, meaning: 'An operation that is not one of the persisted operations that the server answers.' },
  UNAVAILABLE: { status: 503, meaning: 'A required external service does not answer, such as the OpenID provider.' },
  STORE_BUSY: { status: 503, meaning: 'Another writer has locked the store. Try again.' },
  STORE_UNAVAILABLE: { status: 503, meaning: 'The store cannot be read or written.' },
  GRAPHQL_PARSE_FAILED: { status: 400, meaning: 'Not GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, meaning: 'GraphQL that does not fit the schema.' },
  BAD_USER_INPUT: { status: 400, meaning: 'A variable whose value does not fit its type.' },
  BAD_REQUEST: { status: 400, meaning: 'A request that GraphQL over HTTP does not allow.' },
  OPERATION_RESOLUTION_FAILURE: { status: 400, meaning: 'No operation, or none with the given name.' },
  INTERNAL_SERVER_ERROR: { status: 500, meaning: 'An error in the server. The log has details under the same request id.' },
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
