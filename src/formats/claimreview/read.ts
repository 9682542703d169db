/** ClaimReview as publishers write it (schema.org; Google's fact-check feed; Data Commons): where in a document the reviews are. */
import { openScratch } from '../../store/scratch.js';
import { entriesOf, jsonDocuments, type Document } from '../reading/documents.js';
import { EntryRefused, refusal, refused, type Entry, type Input, type Place, type ReadOptions } from '../reading/entry.js';
import { boundValues, hasMoreValues } from '../reading/nesting.js';
import { Reading } from '../reading/reading.js';
import { schemaNodes, typesOf } from './json-ld.js';
import { agreeingOnPages } from './pages.js';
import { followed, hasReview, idOf, isNode, nodesByName, referredTo } from './references.js';
import { entryOf } from './review.js';

export async function* readClaimReviews(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  const documents = jsonDocuments(input, options, ['dataFeedElement']);
  const entries = entriesOf(withSiblings(documents, options), options, (document, place) => reviewsIn(document, place, options.valuesMax));
  yield* agreeingOnPages(entries);
}

async function* reviewsIn(document: unknown, place: Place, valuesMax: number): AsyncGenerator<Entry> {
  if (!document || typeof document !== 'object') {
    yield refused(place, refusal('BAD_INPUT', '', 'not an object', 'a ClaimReview in JSON-LD'));
    return;
  }
  const parts = hasMoreValues(document, valuesMax) ? (graphParts(document as Readonly<Record<string, unknown>>) ?? [document]) : [document];
  let last: Entry | undefined;
  const lost = new Set<string>();
  for (const part of parts) {
    boundValues(part, valuesMax);
    let nodes: Record<string, unknown>[];
    try {
      nodes = await schemaNodes(part);
    } catch (error) {
      if (error instanceof EntryRefused) throw error;
      yield refused(place, refusal('BAD_INPUT', '', `not JSON-LD: ${(error as Error).message}`, 'a ClaimReview in JSON-LD'));
      return;
    }
    const named = nodesByName(nodes);
    const used = new Set<string>();
    for (const [index, each] of nodes.entries()) {
      const reviews = [...reviewNodes(each, nodes.length > 1 ? `[${index}]` : '')];
      for (const { node, path } of reviews) {
        for (const other of referredTo(node, (id) => named.get(id))) used.add(other['@id'] as string);
        if (last) yield last;
        last = entryOf(new Reading(followed(node, named, valuesMax)), { ...place, path: place.path + path });
      }
    }
    for (const each of nodes)
      if (!hasReview(each) && !used.has(each['@id'] as string))
        lost.add(`${typesOf(each)[0] ?? 'a node without a type'} (that no review refers to)`);
  }
  if (last) yield { ...last, lost: [...last.lost, ...lost] };
  else yield refused(place, refusal('BAD_INPUT', '', 'the document holds no ClaimReview', 'an object with "@type": "ClaimReview"'));
}

/** The reviews of a large graph, each with the nodes that it refers to; undefined of what is no graph. */
function graphParts(document: Readonly<Record<string, unknown>>): object[] | undefined {
  const { '@graph': graph, '@context': context } = document;
  if (!Array.isArray(graph)) return undefined;
  const nodes = graph.filter(isNode);
  const named = new Map(nodes.flatMap((node) => (idOf(node) === undefined ? [] : [[idOf(node)!, node] as const])));
  return nodes.filter(hasReview).map((node) => ({
    ...(context === undefined ? {} : { '@context': context }),
    '@graph': [node, ...referredTo(node, (id) => named.get(id))],
  }));
}

/** The elements of a list, each with those that it refers to. A list in which nothing is a review is given as it is. */
async function* withSiblings(documents: AsyncIterable<Document>, { check }: ReadOptions): AsyncGenerator<Document> {
  const scratch = openScratch();
  let hasReviews = false;
  try {
    for await (const document of documents) {
      check?.();
      const { place, value } = document;
      if (place.line !== undefined || !/^\[\d+\]$/.test(place.path) || !isNode(value)) {
        yield document;
        continue;
      }
      const id = idOf(value);
      if (id !== undefined) scratch.add(`node ${id}`, JSON.stringify(value));
      hasReviews ||= hasReview(value);
      scratch.add('element', JSON.stringify({ place, value }));
    }
    const find = (id: string) => {
      const text = scratch.first(`node ${id}`);
      return text === undefined ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>);
    };
    for (const [key, text] of scratch.all()) {
      check?.();
      if (key !== 'element') continue;
      const { place, value } = JSON.parse(text) as { place: Place; value: Readonly<Record<string, unknown>> };
      if (hasReviews && !hasReview(value)) continue;
      const others = referredTo(value, find).filter((other) => idOf(other) !== idOf(value));
      yield { place, value: others.length > 0 ? { '@graph': [value, ...others] } : value };
    }
  } finally {
    scratch.close();
  }
}

/** Feeds wrap reviews in items of a list; pages put several into one object. */
function* reviewNodes(node: unknown, path: string): Generator<{ node: Readonly<Record<string, unknown>>; path: string }> {
  if (Array.isArray(node)) {
    for (const [index, each] of node.entries()) yield* reviewNodes(each, `${path}[${index}]`);
    return;
  }
  if (!node || typeof node !== 'object') return;
  if (typesOf(node as Record<string, unknown>).includes('ClaimReview')) {
    yield { node: node as Readonly<Record<string, unknown>>, path };
    return;
  }
  for (const name of WRAPPING) {
    const each = (node as Record<string, unknown>)[name];
    if (each !== undefined) yield* reviewNodes(each, path === '' ? name : `${path}.${name}`);
  }
}

const WRAPPING = ['item', 'dataFeedElement', 'mainEntity', 'itemListElement'];
