/** Asks an address for embeddings, in the form of OpenAI's `POST /v1/embeddings`, which many servers of models speak. */
import * as z from 'zod';

export interface EmbeddingsAddress {
  /** The whole address, such as http://127.0.0.1:8000/v1/embeddings. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token, where the server wants one. */
  readonly token?: string | undefined;
  /** Numbers of a vector; not given: as many as the model has. */
  readonly dimension?: number | undefined;
}

/** Why no embeddings came. */
export class EmbeddingsFailure extends Error {
  override readonly name = 'EmbeddingsFailure';

  constructor(
    message: string,
    /** Whether the same may succeed later. */
    readonly isPassing: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Bytes of an answer: 256 texts of 4,096 numbers, each written in 25 characters. */
const ANSWER_MAX = 32 * 1024 * 1024;
/** Of an error's text that is passed on. Code units. */
const SHOWN = 200;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

const ANSWER = z.object({ data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1) })) });

/**
 * One vector for each text, in their order, each of length 1.
 * @throws EmbeddingsFailure where the address cannot be reached in time, refuses, or answers with something else.
 * @see https://platform.openai.com/docs/api-reference/embeddings/create
 */
export async function embed(address: EmbeddingsAddress, texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
  const { url, model, token, dimension } = address;
  const body = { model, input: texts, encoding_format: 'float', ...(dimension === undefined ? {} : { dimensions: dimension }) };
  const answer = await posted(url, token, JSON.stringify(body), signal);
  return vectorsIn(answer, texts.length, dimension);
}

async function posted(url: string, token: string | undefined, body: string, signal: AbortSignal): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    text = await bounded(response);
  } catch (error) {
    if (error instanceof EmbeddingsFailure) throw error;
    throw new EmbeddingsFailure(`no answer from ${url}: ${reasonOf(error)}`, true, { cause: error });
  }
  if (response.ok) return text;
  const isPassing = response.status === TOO_MANY_REQUESTS || response.status >= SERVER_ERROR;
  throw new EmbeddingsFailure(`${url} answered ${response.status}: ${text.slice(0, SHOWN)}`, isPassing);
}

async function bounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > ANSWER_MAX) throw new EmbeddingsFailure(`the answer of ${response.url} is longer than ${ANSWER_MAX} bytes`, false);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function vectorsIn(answer: string, count: number, dimension: number | undefined): Float32Array[] {
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of parsed(answer).data) vectors[index] = unit(Float32Array.from(embedding));
  if (vectors.length !== count || vectors.includes(undefined as never))
    throw new EmbeddingsFailure(`the answer does not have the ${count} embeddings that were requested`, false);
  const wanted = dimension ?? vectors[0]!.length;
  const other = vectors.find(({ length }) => length !== wanted);
  if (other) throw new EmbeddingsFailure(`the answer has an embedding of ${other.length} numbers, not ${wanted}`, false);
  return vectors;
}

function parsed(answer: string): z.infer<typeof ANSWER> {
  try {
    return ANSWER.parse(JSON.parse(answer));
  } catch (error) {
    throw new EmbeddingsFailure(`the answer has the wrong form: ${answer.slice(0, SHOWN)}`, false, { cause: error });
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0));
  if (!(length > 0) || !Number.isFinite(length)) throw new EmbeddingsFailure('the answer has an embedding without a direction', false);
  return vector.map((number) => number / length);
}

/** Undici tells why in a cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
