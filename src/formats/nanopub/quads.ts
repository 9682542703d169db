/** RDF datasets out of a stream: TriG, N-Quads and TriX. */
import type { EventEmitter } from 'node:events';
import { Lexer, Parser, type ParserOptions, type Token, type TokenCallback } from 'n3';
import type { Quad } from '@rdfjs/types';
import type { Input, ReadOptions } from '../reading/entry.js';
import { EntryRefused, refusal } from '../reading/entry.js';
import { tooDeep } from '../reading/nesting.js';
import { trixQuads } from './trix.js';

/** Throws an Error that says the line where the text is none of them, EntryRefused where it goes beyond a limit. */
export function quadsOf(input: Input, options: ReadOptions): AsyncGenerator<Quad> {
  const { fileName = '' } = options;
  if (/\.(xml|trix)$/i.test(fileName)) return trixQuads(input, options);
  return parsedQuads(input, /\.nq$/i.test(fileName) ? 'N-Quads' : 'TriG', options);
}

/** Characters that are parsed at once: so much is made of them, and no more, before it is looked at. */
const PIECE = 64 * 1024;
/** Characters of one term: while it has not ended, it is looked for again with each piece. */
const TERM_MAX = 2_000_000;

async function* parsedQuads(input: Input, format: string, options: ReadOptions): AsyncGenerator<Quad> {
  const found: Quad[] = [];
  const lexer = new BoundedLexer(format, options.nestingMax);
  let failure: Error | null = null;
  let push: ((text: string) => void) | undefined;
  let end: (() => void) | undefined;
  const parser = new Parser({ format, lexer } as ParserOptions);
  const source = {
    on: (event: string, listener: (text?: string) => void) => {
      if (event === 'data') push = listener;
      if (event === 'end') end = listener;
    },
  };
  (parser.parse as unknown as (from: typeof source, listeners: object) => void).call(parser, source, {
    onQuad: (error: Error | null, quad: Quad | null) => {
      if (error) failure ??= error;
      else if (quad) found.push(checked(quad));
    },
  });
  const taken = function* (): Generator<Quad> {
    if (failure) throw failure;
    yield* found.splice(0);
  };
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    for (let start = 0; start < text.length; start += PIECE) {
      options.check?.();
      const piece = text.slice(start, start + PIECE);
      push!(piece);
      lexer.passed(piece.length);
      yield* taken();
    }
  }
  push!(decoder.decode());
  end!();
  yield* taken();
}

/** Characters of an IRI: a prefix or base may be as long as the file, and is written out wherever it is used. */
const IRI_MAX = 8_000;

function checked(quad: Quad): Quad {
  for (const { termType, value } of [quad.subject, quad.predicate, quad.object, quad.graph])
    if (termType === 'NamedNode' && value.length > IRI_MAX)
      throw new EntryRefused(refusal('TOO_LONG', '', `an IRI is longer than ${IRI_MAX} characters`, 'shorter IRIs'));
  return quad;
}

const OPENING: ReadonlySet<string> = new Set(['(', '[', '{', '<<', '<<(']);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}', '>>', ')>>']);

/** Counts how deep blank nodes, collections and graphs are nested, before anything is made of them. */
class BoundedLexer extends Lexer {
  #depth = 0;
  /** Characters since the last token. */
  #since = 0;

  constructor(
    format: string,
    private readonly nestingMax: number,
  ) {
    super({ lineMode: format === 'N-Quads', n3: false });
  }

  /** Throws where a term does not end. */
  passed(characters: number): void {
    this.#since += characters;
    if (this.#since > TERM_MAX)
      throw new EntryRefused(
        refusal('TOO_LONG', '', `a term is longer than ${TERM_MAX} characters`, 'RDF with closed quotes and brackets'),
      );
  }

  override tokenize(input: string): Token[];
  override tokenize(input: string | EventEmitter, callback: TokenCallback): void;
  override tokenize(input: string | EventEmitter, callback?: TokenCallback): Token[] | void {
    if (!callback) return super.tokenize(input as string);
    return super.tokenize(input, (error, token) => {
      this.#since = 0;
      if (!error) this.#count(token);
      callback(error, token);
    });
  }

  #count({ type, line }: Token): void {
    if (OPENING.has(type)) {
      if (++this.#depth > this.nestingMax) throw tooDeep('RDF', this.nestingMax, line);
    } else if (CLOSING.has(type)) this.#depth--;
  }
}
