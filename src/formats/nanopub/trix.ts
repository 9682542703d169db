/** TriX (Carroll and Stickler, HPL-2004-56): graphs of triples in XML, the first uri of a graph being its name. */
import type { Quad, Quad_Graph, Quad_Object, Quad_Predicate, Quad_Subject, Term } from '@rdfjs/types';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { blankNode, defaultGraph, literal, namedNode, quad } from '../rdf/factory.js';
import type { Input, ReadOptions } from '../reading/entry.js';
import { tooDeep } from '../reading/nesting.js';

const TERMS = new Set(['uri', 'id', 'plainLiteral', 'typedLiteral']);
/** Characters that are parsed at once. */
const PIECE = 64 * 1024;

/** Throws an Error that says the line and column where it is no TriX. No entity is expanded but those of XML itself. */
export async function* trixQuads(input: Input, { nestingMax, check }: ReadOptions): AsyncGenerator<Quad> {
  const found: Quad[] = [];
  let graph: Quad_Graph | undefined;
  let terms: Term[] | undefined;
  let text = '';
  let open: SaxesTagNS | undefined;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  // Before its names are looked up, in the elements around it.
  parser.on('opentagstart', () => {
    if (++depth > nestingMax) throw tooDeep('XML', nestingMax, parser.line);
  });
  parser.on('opentag', (tag) => {
    if (tag.local === 'graph') graph = undefined;
    if (tag.local === 'triple') terms = [];
    if (TERMS.has(tag.local)) {
      open = tag;
      text = '';
    }
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', (tag) => {
    depth--;
    if (tag.local === 'triple' && terms) {
      found.push(tripleOf(terms, graph ?? defaultGraph(), parser.line));
      terms = undefined;
    }
    if (!TERMS.has(tag.local) || !open) return;
    const term = termOf(open, text);
    if (terms) terms.push(term);
    else graph = term as Quad_Graph;
    open = undefined;
  });
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    const whole = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    for (let start = 0; start < whole.length; start += PIECE) {
      check?.();
      parser.write(whole.slice(start, start + PIECE));
      yield* found.splice(0);
    }
  }
  parser.close();
  yield* found.splice(0);
}

function termOf({ local, attributes }: SaxesTagNS, text: string): Term {
  const attribute = (name: string) => (attributes[name] as { value: string } | undefined)?.value;
  switch (local) {
    case 'uri':
      return namedNode(text.trim());
    case 'id':
      return blankNode(text.trim());
    case 'typedLiteral':
      return literal(text, namedNode(attribute('datatype') ?? ''));
    default:
      return literal(text, attribute('xml:lang'));
  }
}

function tripleOf(terms: readonly Term[], graph: Quad_Graph, line: number): Quad {
  const [subject, predicate, object] = terms;
  if (terms.length !== 3 || subject!.termType === 'Literal' || predicate!.termType !== 'NamedNode')
    throw new Error(`the triple that ends on line ${line} does not consist of subject, predicate and object`);
  return quad(subject as Quad_Subject, predicate as Quad_Predicate, object as Quad_Object, graph);
}
