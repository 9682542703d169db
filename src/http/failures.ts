/** Answers of the server to requests that get no other: JSON in GraphQL's form, on every path. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_CODES, StoreError, type ErrorCode } from '../model/errors.js';

export function fail(reply: FastifyReply, status: number, code: ErrorCode, message: string, hint?: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code, ...(hint === undefined ? {} : { hint }) } }] });
}

export function answerFailure(error: FastifyError | StoreError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return fail(reply, 413, 'BODY_TOO_LARGE', 'the request body is longer than the limit (CLAIMGRAPH_BODY_MAX)');
  if (error instanceof StoreError) {
    const { status, meaning } = ERROR_CODES[error.code];
    return fail(reply.header('retry-after', '1'), status, error.code, meaning);
  }
  const status = error.statusCode ?? 500;
  if (status === 429) return fail(reply, status, 'TOO_MANY_REQUESTS', error.message);
  if (status < 500) return fail(reply, status, 'BAD_REQUEST', error.message);
  request.log.error(error);
  return fail(reply, 500, 'INTERNAL_SERVER_ERROR', 'The server failed; its log has details.');
}
