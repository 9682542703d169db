/** RDF datasets out of a stream: TriG, N-Quads and TriX. */
import { StreamParser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Input } from '../reading/entry.js';
import { namedNode, literal, blankNode, quad, defaultGraph } from '../rdf/factory.js';

/** Throws an Error that says the line where the text is none of them. */
export async function* quadsOf(input: Input, fileName = ''): AsyncGenerator<Quad> {
  if (/\.(xml|trix)$/i.test(fileName)) yield* trixQuads(input);
  else
    yield* Readable.from(input, { objectMode: false }).compose(
      new StreamParser({ format: /\.nq$/i.test(fileName) ? 'N-Quads' : 'TriG' }),
    ) as AsyncIterable<Quad>;
}

const TRIX_TERMS = new Set(['uri', 'id', 'plainLiteral', 'typedLiteral']);

/** TriX (Carroll and Stickler, HPL-2004-56): graphs of triples, the first uri of a graph being its name. */
async function* trixQuads(input: Input): AsyncGenerator<Quad> {
  const found: Quad[] = [];
  let graph: ReturnType<typeof namedNode> | undefined;
  let terms: ReturnType<typeof namedNode | typeof literal | typeof blankNode>[] | undefined;
  let text = '';
  let open: SaxesTagNS | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.local === 'graph') graph = undefined;
    if (tag.local === 'triple') terms = [];
    if (TRIX_TERMS.has(tag.local)) {
      open = tag;
      text = '';
    }
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', (tag) => {
    if (tag.local === 'triple' && terms) {
      const [subject, predicate, object] = terms;
      found.push(quad(subject as never, predicate as never, object as never, graph ?? defaultGraph()));
      terms = undefined;
    }
    if (!TRIX_TERMS.has(tag.local) || !open) return;
    const attribute = (name: string) => (open!.attributes[name] as { value: string } | undefined)?.value;
    const term =
      tag.local === 'uri'
        ? namedNode(text.trim())
        : tag.local === 'id'
          ? blankNode(text.trim())
          : tag.local === 'typedLiteral'
            ? literal(text, namedNode(attribute('datatype') ?? ''))
            : literal(text, attribute('xml:lang'));
    if (terms) terms.push(term);
    else graph = term as ReturnType<typeof namedNode>;
    open = undefined;
  });
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    parser.write(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    yield* found.splice(0);
  }
  parser.close();
  yield* found.splice(0);
}
