/** A request to /graphql, from its bytes to the bytes of its answer. */
import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import { parse as parseJson } from 'secure-json-parse';
import type { Settings } from '../../config/settings.js';
import type { RequestContext } from '../../graphql/context.js';
import { isSubscription, notHere } from '../subscriptions.js';
import type { ContextMaker } from '../context-maker.js';
import type { Executing } from './executor.js';
import type { GraphqlWork, HttpAnswer } from './work.js';

/** A mutation's answer carries it; a client sends it back to read its own write through another process. */
export const BOOKMARK_HEADER = 'x-claimgraph-bookmark';

export function graphqlBy(
  apollo: ApolloServer<RequestContext>,
  context: ContextMaker,
  settings: Pick<Settings, 'tokensMax'>,
): (work: GraphqlWork, executing: Executing) => Promise<HttpAnswer> {
  return async ({ method, headers, search, body, caller, publicUrl, bookmark }, executing) => {
    let parsed: unknown = body;
    if (body instanceof Uint8Array) {
      if (body.length === 0) return failure(400, 'the body is empty, but the content type is JSON');
      try {
        parsed = parseJson(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
      } catch {
        return failure(400, 'the body is not JSON, but the content type is');
      }
    }
    const asked = method === 'GET' ? Object.fromEntries(new URLSearchParams(search)) : Object(parsed);
    if (isSubscription(asked as { query?: unknown; operationName?: unknown }, settings.tokensMax)) {
      const [{ code, message, hint }] = notHere().problems;
      return failure(400, message, code, { hint });
    }
    const given = new HeaderMap();
    for (const [name, value] of Object.entries(headers)) given.set(name, value);
    let written: string | undefined;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: given, search, body: parsed } satisfies HTTPGraphQLRequest,
      context: async () =>
        context(caller, {
          publicUrl,
          bookmark: headers[BOOKMARK_HEADER] ?? bookmark,
          ...executing,
          onBookmark: (made) => (written = made),
        }),
    });
    if (answer.body.kind !== 'complete') throw new Error('an answer came in pieces');
    return {
      status: answer.status ?? 200,
      headers: { ...Object.fromEntries(answer.headers), ...(written === undefined ? {} : { [BOOKMARK_HEADER]: written }) },
      body: Buffer.from(answer.body.string),
    };
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';

export const failure = (status: number, message: string, code = 'BAD_REQUEST', more: object = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': JSON_TYPE },
  body: Buffer.from(JSON.stringify({ errors: [{ message, extensions: { code, ...more } }] })),
});
