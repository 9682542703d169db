/** GraphML (http://graphml.graphdrawing.org/specification.html), for Gephi, networkx, yEd. */
import escapeHtml from 'escape-html';
import type { Store } from '../../store/store.js';
import type { ExportScope } from '../exporting.js';
import { plainEdges, plainNodes } from './edges.js';

const NODE_KEYS = ['type', 'label', 'kind', 'key', 'url', 'date'] as const;
const EDGE_KEYS = ['type', 'stance', 'date', 'speaker'] as const;

export async function* writeGraphMl(store: Store, scope: ExportScope): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const name of NODE_KEYS) yield key('node', name);
  for (const name of EDGE_KEYS) yield key('edge', name);
  yield '<graph id="claimgraph" edgedefault="directed">\n';
  const ids = new Set<string>();
  for await (const node of plainNodes(store, scope)) {
    ids.add(node.id);
    yield element(
      'node',
      { id: node.id },
      NODE_KEYS.map((name) => data(`node-${name}`, node[name])),
    );
  }
  for await (const edge of plainEdges(store, scope)) {
    if (!ids.has(edge.from) || !ids.has(edge.to)) continue;
    yield element(
      'edge',
      { id: edge.id, source: edge.from, target: edge.to },
      EDGE_KEYS.map((name) => data(`edge-${name}`, edge[name])),
    );
  }
  yield '</graph>\n</graphml>\n';
}

/** What is escaped for HTML is for XML, too. */
const element = (name: string, attributes: Readonly<Record<string, string>>, content: readonly string[] = []): string => {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escapeHtml(value)}"`);
  return `<${name}${written.join('')}>${content.join('')}</${name}>\n`;
};
const key = (of: string, name: string): string =>
  element('key', { id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': 'string' });
const data = (name: string, value: string): string => (value === '' ? '' : `<data key="${name}">${escapeHtml(value)}</data>`);
