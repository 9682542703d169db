/** How deep and how large JSON is, told before anything is made of it: parsers and readers go down by calling themselves. */
import { EntryRefused, refusal } from './entry.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

export const tooDeep = (what: string, max: number, line?: number): EntryRefused =>
  new EntryRefused(
    refusal(
      'TOO_DEEP',
      '',
      `${line === undefined ? '' : `line ${line}: `}${what} nested more than ${max} levels deep`,
      'a flatter document, or raise CLAIMGRAPH_IMPORT_NESTING_MAX',
    ),
  );

/** Follows JSON as UTF-8 in pieces, or as one text; throws EntryRefused where it is nested too deep. */
export class JsonNesting {
  #depth = 0;
  #line = 1;
  #isText = false;
  #isEscaped = false;

  constructor(private readonly max: number) {}

  /** Signs of JSON are ASCII, and in UTF-8 no byte of another character is. */
  follow(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index++) this.#step(bytes[index]!);
  }

  followText(text: string): void {
    for (let index = 0; index < text.length; index++) this.#step(text.charCodeAt(index));
  }

  #step(code: number): void {
    if (code === LINE_FEED) this.#line++;
    if (this.#isText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) this.#isText = false;
    } else if (code === QUOTE) this.#isText = true;
    else if (OPENING.has(code)) {
      if (++this.#depth > this.max) throw tooDeep('JSON', this.max, this.#line);
    } else if (CLOSING.has(code)) this.#depth--;
  }
}

/** Throws EntryRefused where a document has more values than these, lists and objects counted; looks at no more of it than that. */
export function boundValues(document: unknown, max: number): void {
  if (hasMoreValues(document, max))
    throw new EntryRefused(
      refusal(
        'TOO_LONG',
        '',
        `the document holds more than ${max} values`,
        'several smaller documents, or raise CLAIMGRAPH_IMPORT_VALUES_MAX',
      ),
    );
}

export function hasMoreValues(document: unknown, max: number): boolean {
  const waiting = [document];
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen + waiting.length > max) return true;
    const value = waiting.pop();
    if (Array.isArray(value)) {
      if (seen + waiting.length + value.length > max) return true;
      for (const each of value) waiting.push(each);
    } else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) waiting.push(each);
  }
  return false;
}
