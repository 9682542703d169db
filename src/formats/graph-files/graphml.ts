/** GraphML (http://graphml.graphdrawing.org/specification.html), for Gephi, networkx, yEd. */
import { XMLBuilder } from 'fast-xml-parser';
import type { Store } from '../../store/store.js';
import type { ExportScope } from '../exporting.js';
import { plainEdges, plainNodes } from './edges.js';

const NODE_KEYS = ['type', 'label', 'kind', 'key', 'url', 'date'] as const;
const EDGE_KEYS = ['type', 'stance', 'date', 'speaker'] as const;
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#' });

export async function* writeGraphMl(store: Store, scope: ExportScope): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const name of NODE_KEYS) yield key('node', name);
  for (const name of EDGE_KEYS) yield key('edge', name);
  yield '<graph id="claimgraph" edgedefault="directed">\n';
  const ids = new Set<string>();
  for await (const node of plainNodes(store, scope)) {
    ids.add(node.id);
    yield element('node', { '@id': node.id, data: NODE_KEYS.flatMap((name) => data(`node-${name}`, node[name])) });
  }
  for await (const edge of plainEdges(store, scope)) {
    if (!ids.has(edge.from) || !ids.has(edge.to)) continue;
    const content = {
      '@id': edge.id,
      '@source': edge.from,
      '@target': edge.to,
      data: EDGE_KEYS.flatMap((name) => data(`edge-${name}`, edge[name])),
    };
    yield element('edge', content);
  }
  yield '</graph>\n</graphml>\n';
}

const element = (name: string, content: object): string => `${builder.build({ [name]: content })}\n`;
const key = (of: string, name: string): string =>
  element('key', { '@id': `${of}-${name}`, '@for': of, '@attr.name': name, '@attr.type': 'string' });
const data = (name: string, value: string) => (value === '' ? [] : [{ '@key': name, '#': value }]);
