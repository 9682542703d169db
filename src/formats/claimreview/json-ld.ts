/** schema.org in JSON-LD as publishers write it, with plain names: whatever prefix, scheme or graph it came with. */
import jsonld from 'jsonld';

const SCHEMA = 'http://schema.org/';
const CONTEXT = { '@vocab': SCHEMA };
const CONTEXTS_OF_SCHEMA = /^(https?:)?\/\/(www\.)?schema\.org\/?(docs\/jsonldcontext\.json(ld)?)?$/i;

/** No context is fetched: schema.org's own is its vocabulary; any other has no terms here. */
const documentLoader = async (url: string) => ({
  documentUrl: url,
  document: { '@context': CONTEXTS_OF_SCHEMA.test(url) ? CONTEXT : {} },
});

/** Every node of the document at its top, names of schema.org without their prefix. Throws where it is no JSON-LD. */
export async function schemaNodes(document: object): Promise<Record<string, unknown>[]> {
  const given = withKnownContext(document);
  const expanded = await jsonld.expand(given, { documentLoader, expandContext: CONTEXT });
  const compacted: Record<string, unknown> = { ...(await jsonld.compact(expanded, CONTEXT, { documentLoader, compactArrays: true })) };
  const { '@context': _, '@graph': graph, ...rest } = compacted;
  return Array.isArray(graph) ? (graph as Record<string, unknown>[]) : [rest];
}

/** "schema.org" alone is no address, and yet is what many write. https://schema.org/ names the same terms. */
function withKnownContext(document: object): Record<string, unknown> {
  const plain = JSON.parse(JSON.stringify(document).replaceAll('"https://schema.org/', `"${SCHEMA}`)) as Record<string, unknown>;
  const context = plain['@context'];
  if (typeof context === 'string' && /^(https?:)?(\/\/)?(www\.)?schema\.org/i.test(context)) plain['@context'] = SCHEMA;
  return plain;
}

/** Types by their plain names. */
export const typesOf = (node: Readonly<Record<string, unknown>>): string[] =>
  [node['@type']].flat().filter((type) => typeof type === 'string');
