/**
 * PROV-JSON (W3C Submission, 2013): entities are sources, agents are entities, derivation is derivation
 * and attribution authorship. Activities and what happens in them have no place in this graph.
 */
import { circlesOf } from '../../model/changeset/cycles.js';
import { entriesOf, jsonDocuments } from '../reading/documents.js';
import { refusal, refused, type Entry, type Input, type Item, type Place, type ReadOptions } from '../reading/entry.js';
import { dateFrom, keyOf, languageFrom, LONGEST_LABEL, LONGEST_TITLE, textFrom, UNDETERMINED, urlFrom } from '../reading/values.js';

type Attributes = Readonly<Record<string, unknown>>;

export async function* readProv(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  yield* entriesOf(jsonDocuments(input, options), options, (value, place) => [entryOf(value, place)]);
}

const KNOWN = new Set(
  'prefix entity activity agent wasGeneratedBy used wasInformedBy wasStartedBy wasEndedBy wasInvalidatedBy wasDerivedFrom wasAttributedTo wasAssociatedWith actedOnBehalfOf wasInfluencedBy specializationOf alternateOf hadMember mentionOf bundle'.split(
    ' ',
  ),
);
const DERIVATIONS: Readonly<Record<string, string>> = {
  'prov:Quotation': 'QUOTES',
  'prov:PrimarySource': 'REPORTS',
  'prov:Revision': 'REPORTS',
};

function entryOf(value: unknown, place: Place): Entry {
  const document = value as Readonly<Record<string, Readonly<Record<string, unknown>>>> | null;
  const unknown =
    document && typeof document === 'object' && !Array.isArray(document) ? Object.keys(document).find((name) => !KNOWN.has(name)) : '';
  if (unknown !== undefined || !document)
    return refused(place, refusal('BAD_INPUT', unknown ?? '', 'not a PROV-JSON document', `an object with ${[...KNOWN].join(', ')}`));
  const reader = new Reader(document['prefix'] as Readonly<Record<string, string>> | undefined);
  reader.read(document);
  return { place, items: reader.items(), lost: [...reader.lost], refusals: [] };
}

class Reader {
  readonly lost = new Set<string>();
  readonly #entities = new Map<string, Item>();
  readonly #sources = new Map<string, Record<string, unknown>>();
  /** By the source that comes from others: the kind, by each of these. */
  readonly #derivations = new Map<string, Map<string, string>>();
  readonly #authors = new Map<string, Set<string>>();

  constructor(private readonly prefixes: Readonly<Record<string, string>> = {}) {}

  read(document: Readonly<Record<string, Readonly<Record<string, unknown>>>>): void {
    for (const [name, members] of Object.entries(document)) {
      if (name === 'prefix') continue;
      if (name === 'bundle') {
        this.lost.add('bundle (its statements are kept, but not that they form a bundle)');
        for (const bundle of Object.values(members)) this.read(bundle as never);
        continue;
      }
      for (const [id, given] of Object.entries(members))
        for (const attributes of [given].flat()) this.#member(name, id, attributes as Attributes);
    }
  }

  #member(kind: string, id: string, attributes: Attributes): void {
    switch (kind) {
      case 'entity':
        this.#source(id, attributes);
        break;
      case 'agent':
        this.#agent(id, attributes);
        break;
      case 'wasDerivedFrom':
        this.#derivation(attributes);
        break;
      case 'wasAttributedTo':
        this.#attribution(attributes);
        break;
      default:
        this.lost.add(kind);
    }
  }

  #source(id: string, attributes: Attributes = {}): string {
    const iri = this.#iri(id);
    const key = keyOf('prov', iri);
    const before = this.#sources.get(key);
    const placeholder = textFrom(iri, LONGEST_TITLE);
    const url = iri.includes('#') ? undefined : urlFrom(iri);
    const label = firstText(attributes['prov:label']);
    const published = [attributes['prov:generatedAtTime'], attributes['dcterms:created'], attributes['dct:created']]
      .map((each) => dateFrom(firstText(each)?.text))
      .find(Boolean);
    this.#rest('entity', attributes, ['prov:label', 'prov:generatedAtTime', 'dcterms:created', 'dct:created']);
    const title = textFrom(label?.text, LONGEST_TITLE) ?? before?.['title'];
    this.#sources.set(key, {
      ...before,
      key,
      kind: 'DOCUMENT',
      // An IRI in place of a title does not replace one, and what other documents say of it adds up.
      namesAddUp: placeholder,
      ...(title === undefined ? { ifNew: { title: placeholder } } : { title, ifNew: undefined }),
      ...(url ? { url } : {}),
      ...(published ? { published } : {}),
    });
    return key;
  }

  #agent(id: string, attributes: Attributes = {}): string {
    const iri = this.#iri(id);
    const key = keyOf('prov', iri);
    const types = texts(attributes['prov:type']).map(({ text }) => text);
    const names = new Map<string, { language: string; text: string }>();
    for (const { text, language } of texts(attributes['prov:label'])) {
      const shown = textFrom(text, LONGEST_LABEL);
      const tag = languageFrom(language) ?? UNDETERMINED;
      if (shown && !names.has(tag)) names.set(tag, { language: tag, text: shown });
    }
    this.#rest('agent', attributes, ['prov:label']);
    if (this.#entities.has(key) && Object.keys(attributes).length === 0) return key;
    const url = urlFrom(iri);
    const placeholder = textFrom(iri, LONGEST_LABEL);
    const kind = types.some((type) => type.endsWith('Person'))
      ? 'PERSON'
      : types.some((type) => type.endsWith('SoftwareAgent'))
        ? 'PRODUCT'
        : types.some((type) => type.endsWith('Organization'))
          ? 'ORGANIZATION'
          : undefined;
    this.#entities.set(key, {
      entity: {
        key,
        namesAddUp: placeholder,
        ...(kind ? { kind } : {}),
        ...(names.size > 0 ? { names: [...names.values()] } : {}),
        // What this document does not say does not replace what another one says.
        ifNew: { kind: 'ORGANIZATION', names: [{ language: UNDETERMINED, text: placeholder }] },
        ...(url ? { identifiers: [{ scheme: 'url', value: url }] } : {}),
      },
    });
    return key;
  }

  #derivation(attributes: Attributes): void {
    const [generated, used] = [attributes['prov:generatedEntity'], attributes['prov:usedEntity']];
    this.#rest('wasDerivedFrom', attributes, ['prov:generatedEntity', 'prov:usedEntity', 'prov:type']);
    if (typeof generated !== 'string' || typeof used !== 'string') {
      this.lost.add('wasDerivedFrom (without one of its entities)');
      return;
    }
    const [from, source] = [this.#source(generated), this.#source(used)];
    const kind =
      texts(attributes['prov:type'])
        .map(({ text }) => (Object.hasOwn(DERIVATIONS, text) ? DERIVATIONS[text] : undefined))
        .find(Boolean) ?? 'REPORTS';
    const derivations = this.#derivations.get(from) ?? new Map<string, string>();
    // Said again, it is the one that says more.
    if (derivations.get(source) !== 'QUOTES') derivations.set(source, kind);
    this.#derivations.set(from, derivations);
  }

  #attribution(attributes: Attributes): void {
    const [entity, agent] = [attributes['prov:entity'], attributes['prov:agent']];
    this.#rest('wasAttributedTo', attributes, ['prov:entity', 'prov:agent']);
    if (typeof entity !== 'string' || typeof agent !== 'string') {
      this.lost.add('wasAttributedTo (without its entity or its agent)');
      return;
    }
    const source = this.#source(entity);
    this.#authors.set(source, (this.#authors.get(source) ?? new Set()).add(this.#agent(agent)));
  }

  /** Of a circle it is not known which step is wrong: its sources stay, and none of its steps. */
  #leaveCirclesOut(): void {
    const circles = circlesOf(new Map([...this.#derivations].map(([key, from]) => [key, [...from.keys()]])));
    for (const [key, derivations] of this.#derivations)
      for (const from of derivations.keys()) {
        if (circles.get(key) === undefined || circles.get(key) !== circles.get(from)) continue;
        derivations.delete(from);
        this.lost.add(`wasDerivedFrom (${key} from ${from}: a step of a circle)`);
      }
  }

  #rest(kind: string, attributes: Attributes, read: readonly string[]): void {
    for (const name of Object.keys(attributes)) if (!read.includes(name)) this.lost.add(`${kind}.${name}`);
  }

  #iri(name: string): string {
    const at = name.indexOf(':');
    const namespace = at < 0 ? this.prefixes['default'] : this.prefixes[name.slice(0, at)];
    return namespace === undefined ? name : namespace + name.slice(at + 1);
  }

  items(): Item[] {
    this.#leaveCirclesOut();
    const sources = [...this.#sources].map(([key, source]): Item => {
      const authors = [...(this.#authors.get(key) ?? [])];
      const contributors = authors.length > 0 ? { contributors: authors.map((entity) => ({ role: 'AUTHOR', entity })) } : {};
      const derivations = this.#derivations.get(key);
      return {
        source: {
          ...source,
          ...contributors,
          ...(derivations?.size ? { derivations: [...derivations].map(([from, kind]) => ({ kind, source: from })) } : {}),
        },
      };
    });
    return [...this.#entities.values(), ...sources];
  }
}

/** A value, a typed value, a text in a language, or a list of these. */
function texts(value: unknown): { text: string; language?: string }[] {
  return [value ?? []].flat().flatMap((each: unknown) => {
    if (typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean') return { text: String(each) };
    const { $: text, lang } = (each ?? {}) as { $?: string | number | boolean; lang?: string };
    return text === undefined ? [] : { text: String(text), ...(lang ? { language: lang } : {}) };
  });
}

const firstText = (value: unknown) => texts(value)[0];
