/** Terms of RDF/JS, as plain functions. */
import { DataFactory } from 'n3';
import type {
  BlankNode,
  DefaultGraph,
  Literal,
  NamedNode,
  Quad,
  Quad_Graph,
  Quad_Object,
  Quad_Predicate,
  Quad_Subject,
} from '@rdfjs/types';

export const namedNode = (iri: string): NamedNode => DataFactory.namedNode(iri);
export const blankNode = (name: string): BlankNode => DataFactory.blankNode(name);
export const literal = (text: string, languageOrType?: string | NamedNode): Literal => DataFactory.literal(text, languageOrType);
export const defaultGraph = (): DefaultGraph => DataFactory.defaultGraph();
export const quad = (subject: Quad_Subject, predicate: Quad_Predicate, object: Quad_Object, graph: Quad_Graph): Quad =>
  DataFactory.quad(subject, predicate, object, graph);
