/** FollowTheMoney: entities as JSON lines (OpenSanctions, Aleph), fragments of them, or statements one a line. */
import { entriesOf, jsonLines } from '../reading/documents.js';
import { EntryItems, tooManyItems, type Entry, type Input, type Place, type ReadOptions } from '../reading/entry.js';
import { dateFrom, decimalFrom, digestOf, keyOf, LONGEST_LABEL, soundValidity, textFrom, UNDETERMINED } from '../reading/values.js';
import { cleanIdentifier } from '../../model/values/scalars.js';
import { gathered, type Gathered, type Values } from './gather.js';
import { ALIASES, CONNECTIONS, DATE, DATES, END, IDENTIFIERS, KINDS, NAMES, START } from './schemata.js';

export async function* readFollowTheMoney(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  yield* entriesOf(gathered(jsonLines(input, options), options), options, (value, place) => [
    entryOf(value as Gathered, place, options.itemsMax),
  ]);
}

function entryOf(entity: Gathered, place: Place, itemsMax: number): Entry {
  const maker = new Maker(entity.datasets, itemsMax);
  const lost = new Set(entity.lost);
  if (Object.hasOwn(KINDS, entity.schema)) thing(entity, maker, lost);
  else connection(entity, maker, lost);
  return { place, items: maker.items.all, lost: [...lost], refusals: [] };
}

const NOTHING: Values = new Map();
const valuesOf = ({ properties }: Gathered, name: string): Values => properties.get(name) ?? NOTHING;
const textsOf = (entity: Gathered, name: string): string[] => [...valuesOf(entity, name).keys()];

/** Items of one entity; a claim is cited by the datasets that say it, and by no others. */
class Maker {
  readonly items: EntryItems;
  readonly #predicates = new Set<string>();

  constructor(
    datasets: ReadonlySet<string>,
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

  claim(name: string, content: object, datasets: ReadonlySet<string>): void {
    const key = keyOf('ftm', name);
    this.items.push({ claim: { key, ...content } });
    for (const dataset of datasets)
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

function thing(entity: Gathered, maker: Maker, lost: Set<string>): void {
  const { id, schema, schemaDatasets, properties, captions } = entity;
  const names = NAMES.flatMap((name) => textsOf(entity, name));
  const caption = captions.find((each) => names.length === 0 || names.includes(each));
  if (caption === undefined && captions.length > 0) lost.add('caption');
  const name = caption ?? names[0] ?? textsOf(entity, 'full')[0];
  const aliases = [...names.filter((each) => each !== name), ...ALIASES.flatMap((each) => textsOf(entity, each))];
  const identifiers = Object.entries(IDENTIFIERS).flatMap(([property, scheme]) =>
    textsOf(entity, property).flatMap((value) => {
      const cleaned = cleanIdentifier(scheme, value);
      return cleaned.ok ? [cleaned.value] : [{ scheme: `ftm-${property.toLowerCase()}`, value }];
    }),
  );
  const key = keyOf('ftm', id);
  maker.items.push({
    entity: {
      key,
      kind: KINDS[schema],
      // Another file may have more of them: what it said is not taken away.
      namesAddUp: id,
      ...named(name, 'names', [{ language: UNDETERMINED, text: name ?? id }]),
      ...(aliases.length > 0 ? { aliases: aliases.map((text) => ({ language: UNDETERMINED, text })) } : {}),
      identifiers: [{ scheme: 'ftm', value: id }, ...identifiers],
    },
  });
  const claim = (property: string, value: string, datasets: ReadonlySet<string>): void => {
    const text = textFrom(`${name ?? id} — ${property} — ${value}`, LONGEST_LABEL);
    maker.claim(
      digestOf(id, property, value),
      {
        namesAddUp: textFrom(`${id} — ${property} — ${value}`, LONGEST_LABEL),
        ...named(name, 'texts', [{ language: UNDETERMINED, text }]),
        subject: key,
        predicate: maker.predicate(property),
        ...(isReference(property) ? { object: maker.mentioned(value) } : { value: literal(property, value) }),
      },
      datasets,
    );
  };
  claim('schema', schema, schemaDatasets);
  const told = new Set([...NAMES, ...ALIASES, ...Object.keys(IDENTIFIERS)]);
  for (const [property, values] of properties)
    if (!told.has(property)) for (const [value, datasets] of values) claim(property, value, datasets);
}

/** A text that has an id in place of a name is one for a record that is not there yet, and does not replace another. */
const named = (name: string | undefined, member: string, texts: readonly object[]): object =>
  name === undefined ? { ifNew: { [member]: texts } } : { [member]: texts };

function connection(entity: Gathered, maker: Maker, lost: Set<string>): void {
  const { id, schema, properties } = entity;
  const [from, to] = CONNECTIONS[schema]!;
  const first = (name: string) => textsOf(entity, name)[0];
  const validity = soundValidity(dateFrom(first(START) ?? first(DATE)), dateFrom(first(END) ?? first(DATE)), () =>
    lost.add(`${START}, ${END} (as validity: the end lies before the beginning)`),
  );
  const others = [...properties].filter(([name]) => name !== from && name !== to);
  const qualifiers = others.flatMap(([property, values]) =>
    [...values.keys()].map((value) => ({
      predicate: maker.predicate(property),
      ...(isReference(property) ? { entity: maker.mentioned(value) } : { value: literal(property, value) }),
    })),
  );
  const pairs = pairsOf(entity, from, to, maker.itemsMax, lost);
  // Each claim has all of the qualifiers.
  if (pairs.length * qualifiers.length > maker.itemsMax) throw tooManyItems(maker.itemsMax);
  const carriers = new Set(pairs.flatMap(({ datasets }) => [...datasets]));
  for (const [property, values] of others)
    if ([...carriers].some((dataset) => [...values.values()].some((said) => !said.has(dataset))))
      lost.add(`${property} (which of the datasets says it)`);
  const isLiteral = schema === 'Sanction' || schema === 'Identification';
  for (const { subject, object, datasets } of pairs) {
    const far =
      object === undefined
        ? { value: { kind: 'UNKNOWN' } }
        : isLiteral
          ? { value: literal(to, object) }
          : { object: maker.mentioned(object) };
    maker.claim(
      pairs.length > 1 ? digestOf(id, subject ?? '', object ?? '') : id,
      {
        texts: [{ language: UNDETERMINED, text: textFrom(`${schema}: ${subject ?? '?'} → ${object ?? '?'}`, LONGEST_LABEL) }],
        ...(subject === undefined ? {} : { subject: maker.mentioned(subject) }),
        predicate: maker.predicate(schema),
        ...far,
        ...validity,
        qualifiers,
      },
      datasets,
    );
  }
}

interface Pair {
  readonly subject: string | undefined;
  readonly object: string | undefined;
  readonly datasets: ReadonlySet<string>;
}

/** Whom a connection connects, with the datasets that name both ends; where none does, with those that name one. */
function pairsOf(entity: Gathered, from: string, to: string, max: number, lost: Set<string>): Pair[] {
  const ends = (name: string): readonly (readonly [string | undefined, ReadonlySet<string>])[] => {
    const values = [...valuesOf(entity, name)];
    return values.length > 0 ? values : [[undefined, entity.datasets]];
  };
  const [subjects, objects] = [ends(from), ends(to)];
  if (subjects.length * objects.length > max) throw tooManyItems(max);
  const all = subjects.flatMap(([subject, here]) =>
    objects.map(([object, there]): Pair => ({ subject, object, datasets: new Set([...here].filter((each) => there.has(each))) })),
  );
  const said = all.filter(({ datasets }) => datasets.size > 0);
  if (said.length > 0) return said;
  lost.add(`${from}, ${to} (that they come from different datasets)`);
  return all.map((pair) => ({ ...pair, datasets: entity.datasets }));
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
