/** JSON documents out of a stream: one a line, the elements of a list however long, or the whole of it. */
import { Readable } from 'node:stream';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { InputError } from '../../model/errors.js';
import {
  EntryRefused,
  refusal,
  refusalOf,
  refused,
  refusedLast,
  tooManyItems,
  type Entry,
  type Input,
  type Place,
  type ReadOptions,
  type Refusal,
} from './entry.js';
import { linesOf, tooLong } from './lines.js';
import { JsonNesting } from './nesting.js';

export interface Document {
  readonly place: Place;
  /** The parsed value; not there where it is no JSON. */
  readonly value?: unknown;
  readonly refusal?: Refusal;
  /** Nobody can tell where the next one begins. */
  readonly isLastRead?: boolean;
}

/**
 * The entries of each document. What is no JSON is refused, and so is a document that the reader cannot make entries
 * of, because a part of it has a type that the format does not allow there.
 */
export async function* entriesOf(
  documents: AsyncIterable<Document>,
  { itemsMax, check }: ReadOptions,
  read: (value: unknown, place: Place) => Iterable<Entry> | AsyncIterable<Entry>,
): AsyncGenerator<Entry> {
  for await (const { place, value, refusal: notJson, isLastRead } of documents) {
    check?.();
    if (notJson) {
      yield isLastRead ? refusedLast(place, notJson) : refused(place, notJson);
      continue;
    }
    try {
      for await (const entry of read(value, place)) {
        check?.();
        if (entry.items.length > itemsMax) yield refused(entry.place, tooManyItems(itemsMax).refusal);
        else yield entry;
      }
    } catch (error) {
      const why = refusalOf(error);
      if (!why) throw error;
      yield refused(place, why);
    }
  }
}

/** Throws InputError where the whole is longer than `max` bytes, or no UTF-8. */
async function wholeText(input: Input, max: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: string[] = [];
  let size = 0;
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw InputError.of('BAD_TEXT', 'the file is not UTF-8', [], 'a file in UTF-8');
    }
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > max) throw tooLong(max);
    pieces.push(decoded(bytes));
  }
  return [...pieces, decoded()].join('');
}

const HEAD = 65_536;

/** `lists`: members of a top-level object whose elements are documents of their own, of whatever number. */
export async function* jsonDocuments(input: Input, options: ReadOptions, lists: readonly string[] = []): AsyncGenerator<Document> {
  const { head, all } = await peek(input);
  const start = head.trimStart();
  const list = lists.find((name) => new RegExp(`^\\{[^[]*"${name}"\\s*:\\s*\\[`, 's').test(start));
  if (start.startsWith('[') || list) yield* elements(all, list, options);
  else if (isLines(head)) yield* jsonLines(all, options);
  else yield parsed(await wholeText(all, options.documentMax), { path: '' }, options.nestingMax);
}

/** One document a line: the first line is a whole one, and there is a second. */
function isLines(head: string): boolean {
  const [first, second] = head.split('\n', LINES_LOOKED_AT).filter((line) => line.trim() !== '');
  if (first === undefined || second === undefined || !/^\s*[{[]/.test(first)) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

const LINES_LOOKED_AT = 100;

export async function* jsonLines(input: Input, { documentMax, nestingMax }: ReadOptions): AsyncGenerator<Document> {
  for await (const { text, line } of linesOf(input, documentMax))
    if (text.trim() !== '') yield parsed(text, { line, path: '' }, nestingMax);
}

function parsed(text: string, place: Place, nestingMax: number): Document {
  try {
    new JsonNesting(nestingMax).followText(text);
    return { place, value: JSON.parse(text) };
  } catch (error) {
    return { place, refusal: error instanceof EntryRefused ? error.refusal : notJson(error) };
  }
}

const notJson = (error: unknown): Refusal =>
  refusal('BAD_INPUT', '', `not JSON: ${(error as Error).message}`, 'a JSON document, or one on each line');

async function* elements(
  input: Input,
  list: string | undefined,
  { documentMax, nestingMax, check }: ReadOptions,
): AsyncGenerator<Document> {
  let sinceElement = 0;
  const nesting = new JsonNesting(nestingMax + (list ? 2 : 1));
  const watched = async function* () {
    for await (const chunk of input) {
      check?.();
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      sinceElement += bytes.length;
      if (sinceElement > documentMax + READ_AHEAD) throw tooLong(documentMax);
      nesting.follow(bytes);
      yield bytes;
    }
  };
  const stream = Readable.from(watched(), { objectMode: false }).compose(parser.asStream());
  const picked = list ? stream.compose(pick.asStream({ filter: list })) : stream;
  let index = 0;
  const prefix = list ?? '';
  try {
    for await (const { key, value } of picked.compose(streamArray.asStream()) as AsyncIterable<{ key: number; value: unknown }>) {
      sinceElement = 0;
      index = key + 1;
      yield { place: { path: `${prefix}[${key}]` }, value };
    }
  } catch (error) {
    const why = error instanceof EntryRefused ? error.refusal : refusalOf(error) && notJson(error);
    if (!why) throw error;
    yield { place: { path: `${prefix}[${index}]` }, refusal: why, isLastRead: true };
  }
}

/** Bytes that the steps between a file and an element may hold. */
const READ_AHEAD = 1024 * 1024;

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
