/** How records are named in RDF: by the address under which this graph is known. */
import type { NamedNode } from '@rdfjs/types';
import type { EntityBrief } from '../rows.js';
import { namedNode } from './factory.js';

/** The terms of claimgraph's own vocabulary: the names of the model's table. */
export const CLAIMGRAPH = 'urn:claimgraph:ns#';

export class Names {
  constructor(private readonly publicUrl: string) {}

  record(id: string): NamedNode {
    return namedNode(`${this.publicUrl}/id/${encodeURIComponent(id)}`);
  }

  /** What came from RDF keeps its name; a thing with a page is named by that. */
  entity({ id, identifiers }: EntityBrief): NamedNode {
    const iri = identifiers.find(({ scheme }) => scheme === 'iri') ?? identifiers.find(({ scheme }) => scheme === 'url');
    return iri && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(iri.value) ? namedNode(iri.value) : this.record(id);
  }

  predicate(key: string): NamedNode {
    return key.startsWith('iri:') && key.includes('://')
      ? namedNode(key.slice('iri:'.length))
      : namedNode(`${this.publicUrl}/predicate/${encodeURIComponent(key)}`);
  }

  graph(): NamedNode {
    return namedNode(`${this.publicUrl}/graph`);
  }
}
