/** schema.org in JSON-LD as publishers write it, with plain names: whatever prefix, scheme or graph it came with. */
import jsonld from 'jsonld';
import { EntryRefused, refusal } from '../reading/entry.js';

const SCHEMA = 'http://schema.org/';
const CONTEXT = { '@vocab': SCHEMA };
/** schema.org's own context has these names, too. */
const READ_CONTEXT = { ...CONTEXT, id: '@id', type: '@type' };
const CONTEXTS_OF_SCHEMA = /^(https?:)?\/\/(www\.)?schema\.org\/?(docs\/jsonldcontext\.json(ld)?)?$/i;

/** No context is fetched: schema.org's own is its vocabulary; any other has no terms here. */
const documentLoader = async (url: string) => ({
  documentUrl: url,
  document: { '@context': CONTEXTS_OF_SCHEMA.test(url) ? READ_CONTEXT : {} },
});

/** Every node of the document at its top, names of schema.org without their prefix. Throws where it is no JSON-LD. */
export async function schemaNodes(document: object): Promise<Record<string, unknown>[]> {
  const given = withKnownContext(document);
  boundContexts(given);
  const expanded = await jsonld.expand(given, { documentLoader, expandContext: READ_CONTEXT });
  const compacted: Record<string, unknown> = { ...(await jsonld.compact(expanded, CONTEXT, { documentLoader, compactArrays: true })) };
  const { '@context': _, '@graph': graph, ...rest } = compacted;
  return Array.isArray(graph) ? (graph as Record<string, unknown>[]) : [rest];
}

/** Terms times contexts: each context is made of those around it, with every term that they have. */
const CONTEXT_WORK_MAX = 1_000_000;

/** Throws EntryRefused where a document has so many terms and contexts of its own that expanding it could take minutes. */
function boundContexts(document: object): void {
  let contexts = 0;
  let terms = 0;
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, each] of Object.entries(value)) {
      if (name === '@context')
        for (const context of [each].flat()) {
          contexts++;
          if (typeof context !== 'object' || context === null) continue;
          for (const term of Object.values(context as object)) {
            terms++;
            // It would hold wherever the term is used.
            if (typeof term === 'object' && term !== null && '@context' in term)
              throw new EntryRefused(refusal('BAD_INPUT', '@context', 'a term has its own context', 'terms of schema.org'));
          }
        }
      waiting.push(each);
    }
    if (contexts * terms > CONTEXT_WORK_MAX)
      throw new EntryRefused(
        refusal('TOO_LONG', '@context', `${contexts} contexts with ${terms} terms between them`, 'one context for the whole document'),
      );
  }
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
