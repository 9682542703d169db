/** JSON documents out of a stream: one a line, the elements of a list however long, or the whole of it. */
import { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { InputError } from '../../model/errors.js';
import { refusal, refused, type Entry, type Input, type Place, type Refusal } from './entry.js';

export interface Document {
  readonly place: Place;
  /** The parsed value; not there where it is no JSON. */
  readonly value?: unknown;
  readonly refusal?: Refusal;
}

/** The entries of each document; what is no JSON is refused. */
export async function* entriesOf(
  documents: AsyncIterable<Document>,
  read: (value: unknown, place: Place) => Iterable<Entry> | AsyncIterable<Entry>,
): AsyncGenerator<Entry> {
  for await (const { place, value, refusal: notJson } of documents) {
    if (notJson) yield refused(place, notJson);
    else yield* read(value, place);
  }
}

/** The lines of a file, without their ends and without a byte order mark. */
export async function* linesOf(input: Input): AsyncGenerator<{ text: string; line: number }> {
  let line = 0;
  for await (const text of createInterface({ input: Readable.from(input), crlfDelay: Infinity }))
    yield { text: line++ === 0 ? text.replace(/^\uFEFF/, '') : text, line };
}

/** Throws where the whole is longer than `max` bytes. */
export async function wholeText(input: Input, max: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > max) throw tooLong(max);
    text += decoder.decode(bytes, { stream: true });
  }
  return (text + decoder.decode()).replace(/^\uFEFF/, '');
}

const tooLong = (max: number) =>
  InputError.of('TOO_LONG', `a single document of the file is longer than ${max} bytes`, [], 'raise CLAIMGRAPH_IMPORT_DOCUMENT_MAX');

const HEAD = 65_536;

/** `lists`: members of a top-level object whose elements are documents of their own, of whatever number. */
export async function* jsonDocuments(input: Input, max: number, lists: readonly string[] = []): AsyncGenerator<Document> {
  const { head, all } = await peek(input);
  const start = head.trimStart();
  const list = lists.find((name) => new RegExp(`^\\{[^[]*"${name}"\\s*:\\s*\\[`, 's').test(start));
  if (start.startsWith('[') || list) yield* elements(all, list);
  else if (isLines(head)) yield* jsonLines(all, max);
  else yield parsed(await wholeText(all, max), { path: '' });
}

/** One document a line: the first line is a whole one, and there is a second. */
function isLines(head: string): boolean {
  const [first, second] = head.split('\n').filter((line) => line.trim() !== '');
  if (first === undefined || second === undefined) return false;
  return parsed(first, { path: '' }).refusal === undefined && /^\s*[{[]/.test(first);
}

export async function* jsonLines(input: Input, max: number): AsyncGenerator<Document> {
  for await (const { text, line } of linesOf(input)) {
    if (text.length > max) throw tooLong(max);
    if (text.trim() !== '') yield parsed(text, { line, path: '' });
  }
}

function parsed(text: string, place: Place): Document {
  try {
    return { place, value: JSON.parse(text) };
  } catch (error) {
    return { place, refusal: notJson(error) };
  }
}

const notJson = (error: unknown): Refusal =>
  refusal('BAD_INPUT', '', `no JSON: ${(error as Error).message}`, 'a JSON document, or one on each line');

async function* elements(input: Input, list: string | undefined): AsyncGenerator<Document> {
  const stream = Readable.from(input, { objectMode: false }).compose(parser.asStream());
  const picked = list ? stream.compose(pick.asStream({ filter: list })) : stream;
  let index = 0;
  const prefix = list ?? '';
  try {
    for await (const { key, value } of picked.compose(streamArray.asStream()) as AsyncIterable<{ key: number; value: unknown }>) {
      index = key + 1;
      yield { place: { path: `${prefix}[${key}]` }, value };
    }
  } catch (error) {
    yield { place: { path: `${prefix}[${index}]` }, refusal: notJson(error) };
  }
}

/** The beginning of a stream, and the whole of it again. */
async function peek(input: Input): Promise<{ head: string; all: Input }> {
  const iterator = input[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let size = 0;
  let done = false;
  while (!done && size < HEAD) {
    const next = await iterator.next();
    if (next.done) done = true;
    else {
      const chunk = Buffer.from(next.value as Uint8Array);
      chunks.push(chunk);
      size += chunk.length;
    }
  }
  const all = (async function* () {
    yield* chunks;
    if (!done) for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
  return {
    head: Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
    all,
  };
}
