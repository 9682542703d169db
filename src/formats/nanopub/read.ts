/** Nanopublications: each triple of an assertion is a claim, the nanopublication the source that carries it. */
import type { Quad, Term } from '@rdfjs/types';
import { canonicalUrl } from '../../model/values/urls.js';
import {
  EntryRefused,
  refusal,
  refusalOf,
  refused,
  refusedLast,
  tooManyItems,
  type Entry,
  type Input,
  type Item,
  type ReadOptions,
  type Refusal,
} from '../reading/entry.js';
import {
  dateFrom,
  decimalFrom,
  digestOf,
  keyOf,
  languageFrom,
  leftOutOf,
  LONGEST_LABEL,
  LONGEST_TITLE,
  textFrom,
  UNDETERMINED,
  urlFrom,
} from '../reading/values.js';
import { CLAIMGRAPH } from '../rdf/terms.js';
import { withCanonicalNodes } from './canonical.js';
import { brokenPromise } from './integrity.js';
import { nanopublicationOf, separated, type Nanopublication } from './nanopublication.js';
import { quadsOf } from './quads.js';
import { AIDA, AS_SENTENCE, DCTERMS, PAV, PROV, RDFS_LABEL, XSD } from './vocabulary.js';

export async function* readNanopublications(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  let count = 0;
  try {
    for await (const quads of separated(quadsOf(input, options), options.statementsMax)) {
      options.check?.();
      yield await entryOrRefusal(quads, count++, options);
    }
  } catch (error) {
    const why = refusalOf(error);
    if (!why) throw error;
    const said = error instanceof EntryRefused ? why : notRdf(error as Error);
    yield refusedLast({ path: `[${count}]`, ...lineOf(error) }, said);
    return;
  }
  if (count === 0)
    yield refused({ path: '' }, refusal('BAD_INPUT', '', 'it holds no nanopublication', 'a graph of the type np:Nanopublication'));
}

const notRdf = ({ message }: Error): Refusal => refusal('BAD_INPUT', '', `not RDF: ${message}`, 'TriG, N-Quads (.nq) or TriX (.xml)');

/** Parsers say the line in words: "… on line 7.", "7:1: …". */
function lineOf(error: unknown): { line?: number } {
  const [, worded, counted] = /\bline (\d+)|(?:^|:)(\d+):\d+: /.exec((error as Error).message) ?? [];
  const line = Number(worded ?? counted);
  return line > 0 ? { line } : {};
}

async function entryOrRefusal(quads: readonly Quad[], index: number, { itemsMax }: ReadOptions): Promise<Entry> {
  const place = { path: `[${index}]` };
  try {
    const found = nanopublicationOf(quads);
    if (typeof found === 'string') return refused(place, refusal('BAD_INPUT', '', found, 'see nanopub.org/guidelines'));
    const broken = brokenPromise(found);
    if (broken)
      return refused({ path: found.uri }, refusal('BAD_INPUT', '', broken, 'the unchanged nanopublication from where it was published'));
    const entry = entryOf(await withCanonicalNodes(found));
    return entry.items.length > itemsMax ? refused(entry.place, tooManyItems(itemsMax).refusal) : entry;
  } catch (error) {
    const why = refusalOf(error);
    if (!why) throw error;
    return refused(place, why);
  }
}

const CREATED = [`${DCTERMS}created`, `${PROV}generatedAtTime`, `${PAV}createdOn`];
const CREATORS = [`${DCTERMS}creator`, `${PAV}createdBy`, `${PAV}authoredBy`];
const ATTRIBUTED = [`${PROV}wasAttributedTo`, `${PAV}authoredBy`];
const DERIVED: Readonly<Record<string, string>> = {
  [`${PROV}hadPrimarySource`]: 'REPORTS',
  [`${PROV}wasDerivedFrom`]: 'REPORTS',
  [`${PROV}wasQuotedFrom`]: 'QUOTES',
  [`${PAV}derivedFrom`]: 'REPORTS',
};
const TITLES = [`${DCTERMS}title`, RDFS_LABEL];

function entryOf(nanopub: Nanopublication): Entry {
  const { assertionUri, assertion, provenance, publicationInfo } = nanopub;
  const used = new Set<Quad>();
  const about = (quads: readonly Quad[], subject: string, predicates: readonly string[]): Term[] =>
    quads.flatMap((quad) => {
      if (quad.subject.value !== subject || !predicates.includes(quad.predicate.value)) return [];
      used.add(quad);
      return quad.object;
    });
  /** The first that becomes something is used, further ones are not. */
  const first = (
    quads: readonly Quad[],
    subject: string,
    predicates: readonly string[],
    convert: (term: Term) => string | undefined,
  ): string | undefined => {
    const found = quads.find(
      (quad) => quad.subject.value === subject && predicates.includes(quad.predicate.value) && convert(quad.object) !== undefined,
    );
    if (found) used.add(found);
    return found && convert(found.object);
  };
  // What this graph wrote of one that it had read stands for that one.
  const [represented] = about(publicationInfo, nanopub.uri, [`${CLAIMGRAPH}represents`]);
  about(provenance, assertionUri, [`${CLAIMGRAPH}standsIn`]);
  const uri = represented?.value ?? nanopub.uri;
  const items = new Map<string, Item>();
  const created =
    first(publicationInfo, nanopub.uri, CREATED, ({ value }) => dateFrom(value)) ??
    first(provenance, assertionUri, CREATED, ({ value }) => dateFrom(value));
  const creators = about(publicationInfo, nanopub.uri, CREATORS).map((agent) => entity(agent, uri, items));
  const [attributed, ...others] = about(provenance, assertionUri, ATTRIBUTED);
  const speaker = attributed && entity(attributed, uri, items);
  const lost = new Set<string>();
  // A fragment does not name a page: the nanopublication is named by its key then.
  const url = uri.includes('#') ? undefined : urlFrom(uri);
  const ownPage = url && canonicalUrl(url);
  const derivations = Object.entries(DERIVED).flatMap(([predicate, kind]) =>
    about(provenance, assertionUri, [predicate]).flatMap((origin) => {
      const page = origin.termType === 'NamedNode' ? urlFrom(origin.value) : undefined;
      if (!page || canonicalUrl(page) === ownPage) {
        lost.add(`provenance <${predicate}> (about something that is not a page, or about a part of itself)`);
        return [];
      }
      items.set(`page ${canonicalUrl(page)}`, {
        source: { url: page, ifMissing: true, kind: 'DOCUMENT', title: textFrom(page, LONGEST_TITLE) },
      });
      return { kind, source: page };
    }),
  );
  const title = first(publicationInfo, nanopub.uri, TITLES, ({ value }) => textFrom(value, LONGEST_TITLE));
  const source = keyOf('np', uri);
  items.set(source, {
    source: {
      key: source,
      kind: 'DATASET',
      title: title ?? textFrom(uri, LONGEST_TITLE),
      ...(url ? { url } : {}),
      ...(created ? { published: created } : {}),
      contributors: [...new Set(creators)].map((each) => ({ role: 'AUTHOR', entity: each })),
      derivations: [...new Map(derivations.map((each) => [canonicalUrl(each.source), each])).values()],
    },
  });
  if (others.length > 0) lost.add('provenance: further agents to which the assertion is attributed');
  for (const triple of assertion) claimItems(triple, { uri, source, speaker, saidAt: created }, items, lost);
  for (const [name, quads] of [
    ['provenance', provenance],
    ['pubinfo', publicationInfo],
  ] as const)
    for (const quad of quads) if (!used.has(quad)) lost.add(`${name} <${quad.predicate.value}>`);
  return { place: { path: uri }, items: [...items.values()], lost: [...lost], refusals: [] };
}

interface Carrier {
  readonly uri: string;
  readonly source: string;
  readonly speaker: string | undefined;
  readonly saidAt: string | undefined;
}

function claimItems(
  { subject, predicate, object }: Quad,
  { uri, source, speaker, saidAt }: Carrier,
  items: Map<string, Item>,
  lost: Set<string>,
): void {
  const about = entity(subject, uri, items);
  const verb = keyOf('iri', predicate.value);
  items.set(`predicate ${verb}`, {
    predicate: { key: verb, ifMissing: true, labels: [{ language: UNDETERMINED, text: localName(predicate.value) }] },
  });
  const far = object.termType === 'Literal' ? { value: literalValue(object, lost) } : { object: entity(object, uri, items) };
  const sentence = predicate.value === AS_SENTENCE && object.value.startsWith(AIDA) ? aidaSentence(object.value) : undefined;
  const text =
    sentence ??
    `${localName(subject.value)} ${localName(predicate.value)} ${object.termType === 'Literal' ? object.value : localName(object.value)}`;
  const key = keyOf('triple', digestOf(subjectName(subject, uri), predicate.value, termName(object, uri)));
  items.set(key, {
    claim: {
      key,
      texts: [{ language: sentence ? 'en' : UNDETERMINED, text: textFrom(text, LONGEST_LABEL) ?? predicate.value }],
      subject: about,
      predicate: verb,
      ...far,
    },
  });
  const citation = keyOf('np', digestOf(uri, key));
  items.set(citation, {
    citation: { key: citation, claim: key, source, stance: 'SUPPORTS', ...(speaker ? { speaker } : {}), ...(saidAt ? { saidAt } : {}) },
  });
}

/** Its sentence stands in its address (Atomic, Independent, Declarative, Absolute). */
function aidaSentence(iri: string): string | undefined {
  try {
    return textFrom(decodeURIComponent(iri.slice(AIDA.length).replaceAll('+', ' ')), LONGEST_LABEL);
  } catch {
    return undefined;
  }
}

/** A blank node is one within its nanopublication, where it has its name from its place in the canonical form. */
const subjectName = (term: Term, uri: string): string => (term.termType === 'BlankNode' ? `${uri} _:${term.value}` : term.value);
const termName = (term: Term, uri: string): string =>
  term.termType === 'Literal' ? JSON.stringify([...heldAs(term), term.language]) : subjectName(term, uri);

/** A literal as far as it is held: numbers without their type, texts without any. */
function heldAs(term: Extract<Term, { termType: 'Literal' }>): string[] {
  const value = literalValue(term, new Set()) as Readonly<Record<string, string>>;
  return [value['kind']!, value['amount'] ?? value['date'] ?? value['text'] ?? ''];
}

function entity(term: Term, uri: string, items: Map<string, Item>): string {
  const name = subjectName(term, uri);
  const key = keyOf('iri', name);
  const isOrcid = /^https?:\/\/orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/.exec(name)?.[1];
  const url = urlFrom(name);
  const identifiers = [
    ...(isOrcid ? [{ scheme: 'orcid', value: isOrcid }] : []),
    ...(url ? [{ scheme: 'url', value: url }] : [{ scheme: 'iri', value: name.slice(0, 500) }]),
  ];
  items.set(`entity ${key}`, {
    entity: {
      key,
      ifMissing: true,
      kind: isOrcid ? 'PERSON' : 'CONCEPT',
      names: [{ language: UNDETERMINED, text: textFrom(localName(name), LONGEST_LABEL) ?? name }],
      identifiers,
    },
  });
  return key;
}

const localName = (iri: string): string => {
  const last = iri
    .replace(/[/#]+$/, '')
    .split(/[/#]/)
    .at(-1)!;
  try {
    return decodeURIComponent(last) || iri;
  } catch {
    return last || iri;
  }
};

const NUMBERS = /^(integer|decimal|int|long|short|byte|nonNegativeInteger|positiveInteger|negativeInteger|nonPositiveInteger|unsigned\w+)$/;

function literalValue(object: Extract<Term, { termType: 'Literal' }>, lost: Set<string>): object {
  const type = object.datatype.value.startsWith(XSD) ? object.datatype.value.slice(XSD.length) : undefined;
  const date = type === 'date' || type === 'dateTime' || type === 'gYear' || type === 'gYearMonth' ? dateFrom(object.value) : undefined;
  if (date !== undefined) return { kind: 'DATE', date };
  const amount = type !== undefined && NUMBERS.test(type) ? decimalFrom(object.value) : undefined;
  if (amount !== undefined) {
    if (type !== 'integer' && type !== 'decimal') lost.add(`assertion: the datatype xsd:${type}`);
    return { kind: 'QUANTITY', amount };
  }
  const text = textFrom(object.value, LONGEST_LABEL);
  if (object.value !== object.value.trim()) lost.add('assertion: blanks around a text');
  for (const what of leftOutOf(object.value, LONGEST_LABEL)) lost.add(`assertion: in a text, ${what}`);
  if (type !== 'string' && object.language === '' && object.datatype.value !== '')
    lost.add(`assertion: the datatype ${object.datatype.value}`);
  const language = languageFrom(object.language || undefined);
  if (text === undefined) lost.add('assertion: an empty text');
  return text === undefined ? { kind: 'NONE' } : { kind: 'TEXT', text, ...(language ? { language } : {}) };
}
