/** FollowTheMoney: entities as JSON lines (OpenSanctions, Aleph), or statements one a line. */
import { entriesOf, jsonLines, type Document } from '../reading/documents.js';
import { EntryItems, refusal, refused, tooManyItems, type Entry, type Input, type Place, type ReadOptions } from '../reading/entry.js';
import { LOST_PATHS_MAX, Reading } from '../reading/reading.js';
import { dateFrom, decimalFrom, digestOf, keyOf, LONGEST_LABEL, textFrom, UNDETERMINED } from '../reading/values.js';
import { cleanIdentifier } from '../../model/values/scalars.js';
import { ALIASES, CONNECTIONS, DATE, DATES, END, IDENTIFIERS, KINDS, NAMES, START } from './schemata.js';

export async function* readFollowTheMoney(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  yield* entriesOf(entities(jsonLines(input, options), options), options, (value, place) => {
    const [entity, lost] = value instanceof Gathered ? [value.entity, value.lost] : [value, []];
    const entry = entryOf(entity, place, options.itemsMax);
    return [{ ...entry, lost: [...entry.lost, ...lost] }];
  });
}

/** Entities as they stand, and statements of one entity, which follow each other, as that entity. */
async function* entities(documents: AsyncIterable<Document>, { itemsMax, check }: ReadOptions): AsyncGenerator<Document> {
  let gathering: Statements | undefined;
  for await (const document of documents) {
    check?.();
    const { value, place } = document;
    if (!isStatement(value)) {
      if (gathering) yield gathering.document();
      gathering = undefined;
      yield document;
    } else if (gathering?.id === entityOf(value)) gathering.add(value);
    else {
      if (gathering) yield gathering.document();
      gathering = new Statements(value, place, itemsMax);
    }
  }
  if (gathering) yield gathering.document();
}

interface Statement {
  readonly entity_id: string;
  readonly canonical_id?: string;
  readonly prop: string;
  readonly schema: string;
  readonly value: string;
  readonly dataset?: string;
  readonly lang?: string;
}

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'prop' in value && 'entity_id' in value && 'value' in value;
const entityOf = (statement: Statement): string => statement.canonical_id ?? statement.entity_id;

/** An entity of which statements were gathered, and what they say that nothing reads. */
class Gathered {
  constructor(
    readonly entity: unknown,
    readonly lost: readonly string[],
  ) {}
}

/** Statements about one entity as that entity; the property "id" says only that it is there. */
class Statements {
  readonly id: string;
  readonly #properties = new Map<string, Set<string>>();
  readonly #datasets = new Set<string>();
  #schema: string;
  #count = 0;
  readonly #lost = new Set<string>();

  constructor(
    first: Statement,
    private readonly place: Place,
    private readonly max: number,
  ) {
    this.id = entityOf(first);
    this.#schema = first.schema;
    this.add(first);
  }

  add(statement: Statement): void {
    // The others would make items that are one too many: only that there are more is kept.
    if (++this.#count > this.max) return;
    const { prop, schema, value, dataset } = statement;
    // The most special schema of an entity is the one that is not one of the general ones.
    if (GENERAL.has(this.#schema) && !GENERAL.has(schema)) this.#schema = schema;
    if (dataset) this.#datasets.add(dataset);
    if (prop !== 'id') this.#properties.set(prop, (this.#properties.get(prop) ?? new Set()).add(value));
    for (const name of Object.keys(statement)) if (!READ_OF_STATEMENTS.has(name) && this.#lost.size < LOST_PATHS_MAX) this.#lost.add(name);
  }

  document(): Document {
    if (this.#count > this.max) return { place: this.place, refusal: tooManyItems(this.max).refusal };
    const properties = Object.fromEntries([...this.#properties].map(([name, values]) => [name, [...values]]));
    const entity = { id: this.id, schema: this.#schema, properties, datasets: [...this.#datasets] };
    return { place: this.place, value: new Gathered(entity, [...this.#lost]) };
  }
}

const GENERAL = new Set(['Thing', 'LegalEntity', 'Interval', 'Interest']);
const READ_OF_STATEMENTS = new Set(['id', 'entity_id', 'canonical_id', 'prop', 'prop_type', 'schema', 'value', 'dataset']);

function entryOf(given: unknown, place: Place, itemsMax: number): Entry {
  const reading = new Reading(given);
  const id = reading.text('id');
  const schema = reading.text('schema');
  const properties = reading.look('properties');
  if (id === undefined || schema === undefined || !properties || typeof properties !== 'object')
    return refused(place, refusal('BAD_INPUT', '', 'no entity of FollowTheMoney', 'an object with id, schema and properties'));
  const isThing = Object.hasOwn(KINDS, schema);
  if (!isThing && !Object.hasOwn(CONNECTIONS, schema))
    return refused(
      place,
      refusal(
        'BAD_INPUT',
        'schema',
        `the schema ${schema} is not known here`,
        [...Object.keys(KINDS), ...Object.keys(CONNECTIONS)].join(', '),
      ),
    );
  const values = (name: string): string[] =>
    [reading.take('properties', name)]
      .flat()
      .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? (textFrom(String(value), LONGEST_LABEL) ?? []) : []));
  const datasets = [reading.take('datasets') ?? []].flat() as string[];
  const maker = new Maker(datasets.length > 0 ? datasets : ['unnamed'], itemsMax);
  const all = Object.keys(properties);
  if (isThing) thing(reading, { id, schema, all, values }, maker);
  else connection({ id, schema, all, values }, maker);
  return { place, items: maker.items.all, lost: reading.unused().map((path) => path.replace(/\[\]$/, '')), refusals: [] };
}

interface Given {
  readonly id: string;
  readonly schema: string;
  readonly all: readonly string[];
  readonly values: (name: string) => string[];
}

/** Items of one entity; each claim is one that the datasets carry. */
class Maker {
  readonly items: EntryItems;
  readonly #predicates = new Set<string>();

  constructor(
    private readonly datasets: readonly string[],
    readonly itemsMax: number,
  ) {
    this.items = new EntryItems(itemsMax);
    for (const name of datasets)
      this.items.push({ source: { key: keyOf('ftm-dataset', name), ifMissing: true, kind: 'DATASET', title: name } });
  }

  predicate(name: string): string {
    const key = keyOf('ftm', name);
    if (!this.#predicates.has(key)) this.items.push({ predicate: { key, ifMissing: true, labels: [{ language: 'en', text: name }] } });
    this.#predicates.add(key);
    return key;
  }

  claim(name: string, content: object): void {
    const key = keyOf('ftm', name);
    this.items.push({ claim: { key, ...content } });
    for (const dataset of this.datasets)
      this.items.push({
        citation: { key: keyOf('ftm', digestOf(name, dataset)), claim: key, source: keyOf('ftm-dataset', dataset), stance: 'SUPPORTS' },
      });
  }

  /** An entity of which nothing is known yet. */
  mentioned(id: string): string {
    const key = keyOf('ftm', id);
    this.items.push({
      entity: { key, ifMissing: true, kind: 'CONCEPT', names: [{ language: UNDETERMINED, text: textFrom(id, LONGEST_LABEL) }] },
    });
    return key;
  }
}

function thing(reading: Reading, { id, schema, all, values }: Given, maker: Maker): void {
  const names = NAMES.flatMap(values);
  const name =
    reading.become(
      (caption) => (names.includes(caption) || names.length === 0 ? textFrom(caption, LONGEST_LABEL) : undefined),
      'caption',
    ) ?? names[0];
  const shown = name ?? values('full')[0] ?? id;
  const aliases = [...names.filter((each) => each !== shown), ...ALIASES.flatMap(values)];
  const identifiers = Object.entries(IDENTIFIERS).flatMap(([property, scheme]) =>
    values(property).flatMap((value) => {
      const cleaned = cleanIdentifier(scheme, value);
      return cleaned.ok ? [cleaned.value] : [{ scheme: `ftm-${property.toLowerCase()}`, value }];
    }),
  );
  const key = keyOf('ftm', id);
  maker.items.push({
    entity: {
      key,
      kind: KINDS[schema],
      names: [{ language: UNDETERMINED, text: shown }],
      aliases: aliases.map((text) => ({ language: UNDETERMINED, text })),
      identifiers: [{ scheme: 'ftm', value: id }, ...identifiers],
    },
  });
  const told = new Set([...NAMES, ...ALIASES, ...Object.keys(IDENTIFIERS)]);
  for (const property of ['schema', ...all.filter((each) => !told.has(each))]) {
    const given = property === 'schema' ? [schema] : values(property);
    for (const value of given) {
      maker.claim(digestOf(id, property, value), {
        texts: [{ language: UNDETERMINED, text: textFrom(`${shown} — ${property} — ${value}`, LONGEST_LABEL) }],
        subject: key,
        predicate: maker.predicate(property),
        ...(isReference(property) ? { object: maker.mentioned(value) } : { value: literal(property, value) }),
      });
    }
  }
}

function connection({ id, schema, all, values }: Given, maker: Maker): void {
  const [from, to] = CONNECTIONS[schema]!;
  const [subjects, objects] = [values(from), values(to)];
  const dates = { validFrom: dateFrom(values(START)[0] ?? values(DATE)[0]), validUntil: dateFrom(values(END)[0] ?? values(DATE)[0]) };
  const others = all.filter((each) => each !== from && each !== to);
  const qualifiers = others.flatMap((property) =>
    values(property).map((value) => ({
      predicate: maker.predicate(property),
      ...(isReference(property) ? { entity: maker.mentioned(value) } : { value: literal(property, value) }),
    })),
  );
  // Each claim has all of the qualifiers.
  if (Math.max(1, subjects.length) * Math.max(1, objects.length) * qualifiers.length > maker.itemsMax) throw tooManyItems(maker.itemsMax);
  const isLiteral = schema === 'Sanction' || schema === 'Identification';
  for (const subject of subjects.length > 0 ? subjects : [undefined]) {
    for (const object of objects.length > 0 ? objects : [undefined]) {
      const far =
        object === undefined
          ? { value: { kind: 'UNKNOWN' } }
          : isLiteral
            ? { value: literal(to, object) }
            : { object: maker.mentioned(object) };
      maker.claim(subjects.length * objects.length > 1 ? digestOf(id, subject ?? '', object ?? '') : id, {
        texts: [{ language: UNDETERMINED, text: textFrom(`${schema}: ${subject ?? '?'} → ${object ?? '?'}`, LONGEST_LABEL) }],
        ...(subject === undefined ? {} : { subject: maker.mentioned(subject) }),
        predicate: maker.predicate(schema),
        ...far,
        ...(dates.validFrom ? { validFrom: dates.validFrom } : {}),
        ...(dates.validUntil ? { validUntil: dates.validUntil } : {}),
        qualifiers,
      });
    }
  }
}

const isReference = (property: string): boolean => property.endsWith('Entity') || property === 'parent' || property === 'proof';

function literal(property: string, value: string): object {
  if (DATES.test(property)) {
    const date = dateFrom(value);
    if (date !== undefined) return { kind: 'DATE', date };
  }
  if (property.startsWith('amount')) {
    const amount = decimalFrom(value);
    if (amount !== undefined)
      return { kind: 'QUANTITY', amount, ...(property.length > 6 ? { unit: property.slice(6).toUpperCase() } : {}) };
  }
  return { kind: 'TEXT', text: value };
}
