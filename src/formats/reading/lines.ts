/** Lines out of a stream, of which no more than one is held. */
import { InputError } from '../../model/errors.js';
import type { Input } from './entry.js';

export const tooLong = (max: number) =>
  InputError.of('TOO_LONG', `a single document of the file is longer than ${max} bytes`, [], 'raise CLAIMGRAPH_IMPORT_DOCUMENT_MAX');

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The lines of a file, without their ends and without a byte order mark. Throws InputError, TOO_LONG, past `max` characters. */
export async function* linesOf(input: Input, max: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let line = 0;
  let begun: string[] = [];
  let length = 0;
  let endsWithReturn = false;
  const finished = (last: string): Line => {
    const text = begun.length === 0 ? last : [...begun, last].join('');
    begun = [];
    length = 0;
    return { text: line++ === 0 ? text.replace(/^\uFEFF/, '') : text, line };
  };
  for await (const chunk of input) {
    let text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    // The line that the return ended is told already.
    if (endsWithReturn && text.startsWith('\n')) text = text.slice(1);
    endsWithReturn = text.endsWith('\r');
    const parts = text.split(/\r\n|\n|\r/);
    const rest = parts.pop()!;
    for (const part of parts) yield finished(part);
    begun.push(rest);
    length += rest.length;
    if (length > max) throw tooLong(max);
  }
  const last = begun.join('') + decoder.decode();
  begun = [];
  if (last !== '') yield finished(last);
}
