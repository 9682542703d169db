/** What the service says of itself, of entities for people to read, and of their properties. */
import escapeHtml from 'escape-html';
import { ENTITY_KINDS } from '../../model/vocabulary.js';
import { BATCH } from './queries.js';
import { typeOf, type PropertyValue, type ReconciliationService } from './service.js';

/** Properties of every entity, beside its predicates and the schemes of its identifiers. */
export const OWN_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['name', 'Name'],
  ['alias', 'Alias'],
  ['description', 'Description'],
  ['kind', 'Kind'],
]);

/** The manifest; the address is where the graph is. */
export function manifest(address: string): object {
  const at = { service_url: address };
  return {
    versions: ['0.1', '0.2'],
    name: 'claimgraph',
    identifierSpace: `${address}/id/`,
    schemaSpace: `${address}/predicate/`,
    documentation: `${address}/graphql`,
    defaultTypes: ENTITY_KINDS.map(typeOf),
    view: { url: `${address}/reconcile/preview?id={{id}}` },
    preview: { url: `${address}/reconcile/preview?id={{id}}`, width: 430, height: 300 },
    suggest: {
      entity: { ...at, service_path: '/reconcile/suggest/entity' },
      property: { ...at, service_path: '/reconcile/suggest/property' },
      type: { ...at, service_path: '/reconcile/suggest/type' },
    },
    extend: { propose_properties: { ...at, service_path: '/reconcile/properties' }, property_settings: [] },
    batchSize: BATCH,
  };
}

type Found = Awaited<ReturnType<ReconciliationService['entities']>>[number];

/** The values of a property of an entity. */
export function cellsOf({ row, values }: Found, property: string): readonly PropertyValue[] {
  const texts = (labels: readonly { text: string }[]) => labels.map(({ text }) => ({ str: text }));
  if (property === 'name') return texts(row.names);
  if (property === 'alias') return texts(row.aliases);
  if (property === 'description') return texts(row.descriptions);
  if (property === 'kind') return [{ str: row.kind }];
  return values.get(property) ?? [];
}

const PREVIEWED = 8;

/** A page about an entity, to be shown within another one. */
export function preview({ row, values }: Found): string {
  const lines = [...values].slice(0, PREVIEWED).map(([property, all]) => {
    const shown = all.map((value) => ('id' in value ? value.name : value.str)).join(', ');
    return `<dt>${escapeHtml(property)}</dt><dd>${escapeHtml(shown)}</dd>`;
  });
  const description = row.descriptions[0]?.text;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(row.defaultName)}</title><style>body{font:14px/1.4 system-ui,sans-serif;margin:.75rem}dt{font-weight:600}dd{margin:0 0 .25rem}</style></head>
<body><h1 style="font-size:1.1rem;margin:0">${escapeHtml(row.defaultName)}</h1><p>${escapeHtml(typeOf(row.kind).name)}${description ? `: ${escapeHtml(description)}` : ''}</p><dl>${lines.join('')}</dl></body></html>`;
}
