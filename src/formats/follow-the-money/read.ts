/** FollowTheMoney: entities as JSON lines (OpenSanctions, Aleph), or statements one a line. */
import { jsonLines } from '../reading/documents.js';
import { refusal, refused, type Entry, type Input, type Item, type Place, type ReadOptions } from '../reading/entry.js';
import { Reading } from '../reading/reading.js';
import { dateFrom, decimalFrom, digestOf, keyOf, LONGEST_LABEL, textFrom, UNDETERMINED } from '../reading/values.js';
import { cleanIdentifier } from '../../model/values/scalars.js';
import { ALIASES, CONNECTIONS, DATE, DATES, END, IDENTIFIERS, KINDS, NAMES, START } from './schemata.js';

export async function* readFollowTheMoney(input: Input, { documentMax }: ReadOptions): AsyncGenerator<Entry> {
  let gathering: Statements | undefined;
  for await (const { place, value, refusal: notJson } of jsonLines(input, documentMax)) {
    if (notJson) yield refused(place, notJson);
    else if (isStatement(value)) {
      // Statements of one entity follow each other.
      if (gathering && gathering.id !== entityOf(value)) yield gathering.entry();
      if (gathering?.id !== entityOf(value)) gathering = new Statements(value, place);
      else gathering.add(value);
    } else yield entryOf(value, place);
  }
  if (gathering) yield gathering.entry();
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

/** Statements about one entity as that entity; the property "id" says only that it is there. */
class Statements {
  readonly id: string;
  readonly #properties = new Map<string, string[]>();
  readonly #datasets = new Set<string>();
  #schema: string;
  readonly #lost = new Set<string>();

  constructor(
    first: Statement,
    private readonly place: Place,
  ) {
    this.id = entityOf(first);
    this.#schema = first.schema;
    this.add(first);
  }

  add(statement: Statement): void {
    const { prop, schema, value, dataset } = statement;
    // The most special schema of an entity is the one that is not one of the general ones.
    if (GENERAL.has(this.#schema) && !GENERAL.has(schema)) this.#schema = schema;
    if (dataset) this.#datasets.add(dataset);
    if (prop !== 'id') this.#properties.set(prop, [...new Set([...(this.#properties.get(prop) ?? []), value])]);
    for (const name of Object.keys(statement)) if (!READ_OF_STATEMENTS.has(name)) this.#lost.add(name);
  }

  entry(): Entry {
    const entity = { id: this.id, schema: this.#schema, properties: Object.fromEntries(this.#properties), datasets: [...this.#datasets] };
    const entry = entryOf(entity, this.place);
    return { ...entry, lost: [...entry.lost, ...this.#lost] };
  }
}

const GENERAL = new Set(['Thing', 'LegalEntity', 'Interval', 'Interest']);
const READ_OF_STATEMENTS = new Set(['id', 'entity_id', 'canonical_id', 'prop', 'prop_type', 'schema', 'value', 'dataset']);

function entryOf(given: unknown, place: Place): Entry {
  const reading = new Reading(given);
  const id = reading.text('id');
  const schema = reading.text('schema');
  const properties = reading.look('properties');
  if (id === undefined || schema === undefined || !properties || typeof properties !== 'object')
    return refused(place, refusal('BAD_INPUT', '', 'no entity of FollowTheMoney', 'an object with id, schema and properties'));
  if (!KINDS[schema] && !CONNECTIONS[schema])
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
  const maker = new Maker(datasets.length > 0 ? datasets : ['unnamed']);
  const all = Object.keys(properties);
  if (KINDS[schema]) thing(reading, { id, schema, all, values }, maker);
  else connection({ id, schema, all, values }, maker);
  return { place, items: maker.items, lost: reading.unused().map((path) => path.replace(/\[\]$/, '')), refusals: [] };
}

interface Given {
  readonly id: string;
  readonly schema: string;
  readonly all: readonly string[];
  readonly values: (name: string) => string[];
}

/** Items of one entity; each claim is one that the datasets carry. */
class Maker {
  readonly items: Item[] = [];
  readonly #predicates = new Set<string>();

  constructor(private readonly datasets: readonly string[]) {
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
