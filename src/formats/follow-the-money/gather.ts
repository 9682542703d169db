/**
 * What a file says of one entity, added up: entities as they stand, fragments of one, and statements, wherever
 * in the file they are. Each value keeps the datasets that say it.
 */
import { compareCodePoints } from '../../model/values/text.js';
import { openScratch } from '../../store/scratch.js';
import type { Document } from '../reading/documents.js';
import { refusal, tooManyItems, type Place, type ReadOptions, type Refusal } from '../reading/entry.js';
import { LOST_PATHS_MAX, Reading } from '../reading/reading.js';
import { LONGEST_LABEL, textFrom } from '../reading/values.js';
import { CONNECTIONS, generality, KINDS } from './schemata.js';

/** Each value with the datasets that say it. */
export type Values = ReadonlyMap<string, ReadonlySet<string>>;

export interface Gathered {
  readonly id: string;
  readonly schema: string;
  /** Those that say the schema. */
  readonly schemaDatasets: ReadonlySet<string>;
  readonly datasets: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Values>;
  readonly captions: readonly string[];
  readonly lost: readonly string[];
}

/** What a line says of an entity. */
interface Part {
  readonly place: Place;
  readonly schema: string;
  readonly datasets: readonly string[];
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly caption?: string | undefined;
  readonly lost: readonly string[];
  /** Of a statement nobody chose the order of the values. */
  readonly isStatement: boolean;
}

const UNNAMED = 'unnamed';

/** The documents, gathered: a Gathered each, or a refusal. Nothing is given before the whole file is read. */
export async function* gathered(documents: AsyncIterable<Document>, { itemsMax, check }: ReadOptions): AsyncGenerator<Document> {
  const scratch = openScratch();
  try {
    for await (const document of documents) {
      check?.();
      const read = document.refusal ?? partOf(document.value, document.place);
      if ('code' in read) yield { place: document.place, refusal: read };
      else scratch.add(read.id, JSON.stringify(read.part));
    }
    let group: Group | undefined;
    for (const [id, text] of scratch.all()) {
      check?.();
      if (group?.id !== id) {
        if (group) yield* group.documents();
        group = new Group(id, itemsMax);
      }
      group.add(JSON.parse(text) as Part);
    }
    if (group) yield* group.documents();
  } finally {
    scratch.close();
  }
}

const NO_ENTITY = refusal('BAD_INPUT', '', 'not a FollowTheMoney entity', 'an object with id, schema and properties');

function partOf(value: unknown, place: Place): Refusal | { readonly id: string; readonly part: Part } {
  if (value === null || typeof value !== 'object') return NO_ENTITY;
  return 'prop' in value && 'entity_id' in value && 'value' in value ? statementPart(value, place) : entityPart(value, place);
}

function entityPart(value: object, place: Place): Refusal | { readonly id: string; readonly part: Part } {
  const reading = new Reading(value);
  const id = reading.text('id');
  const schema = reading.text('schema');
  const properties = reading.look('properties');
  if (id === undefined || schema === undefined || !properties || typeof properties !== 'object') return NO_ENTITY;
  const datasets = textsOf(reading.take('datasets'));
  const texts = Object.keys(properties).map((name) => [name, textsOf(reading.take('properties', name))] as const);
  const caption = textFrom(reading.text('caption'), LONGEST_LABEL);
  const lost = reading.unused().map((path) => path.replace(/\[\]$/, ''));
  return { id, part: { place, schema, datasets, properties: Object.fromEntries(texts), caption, lost, isStatement: false } };
}

const READ_OF_STATEMENTS = new Set(['id', 'entity_id', 'canonical_id', 'prop', 'prop_type', 'schema', 'value', 'dataset']);

/** The property "id" says only that the entity is there. */
function statementPart(value: object, place: Place): Refusal | { readonly id: string; readonly part: Part } {
  const reading = new Reading(value);
  const id = reading.text('canonical_id') ?? reading.text('entity_id');
  const [schema, prop] = [reading.text('schema'), reading.text('prop')];
  if (id === undefined || schema === undefined || prop === undefined)
    return refusal('BAD_INPUT', '', 'not a FollowTheMoney statement', 'an object with entity_id, schema, prop and value');
  const lost = Object.keys(value)
    .filter((name) => !READ_OF_STATEMENTS.has(name))
    .slice(0, LOST_PATHS_MAX);
  const properties = prop === 'id' ? {} : { [prop]: textsOf(reading.look('value')) };
  return { id, part: { place, schema, datasets: textsOf(reading.look('dataset')), properties, lost, isStatement: true } };
}

const textsOf = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((each) => (typeof each === 'string' || typeof each === 'number' ? (textFrom(String(each), LONGEST_LABEL) ?? []) : []));

/** All parts of one entity. */
class Group {
  readonly #parts: Part[] = [];
  readonly #seen = new Set<string>();
  #values = 0;

  constructor(
    readonly id: string,
    private readonly max: number,
  ) {}

  add(part: Part): void {
    // What stands there twice says nothing more.
    const { place: _, ...said } = part;
    const content = JSON.stringify(said);
    if (this.#seen.has(content)) return;
    // Those beyond would make items that are one too many: only that there are more is kept.
    this.#values += Math.max(
      1,
      Object.values(part.properties).reduce((sum, values) => sum + values.length, 0),
    );
    if (this.#values > this.max && this.#parts.length > 0) return;
    this.#seen.add(content);
    this.#parts.push(part);
  }

  *documents(): Generator<Document> {
    const isKnown = ({ schema }: Part): boolean => Object.hasOwn(KINDS, schema) || Object.hasOwn(CONNECTIONS, schema);
    const known = this.#parts.filter(isKnown);
    const unknown = this.#parts.find((part) => !isKnown(part));
    if (unknown) yield { place: unknown.place, refusal: unknownSchema(unknown.schema) };
    const [first] = known;
    if (!first) return;
    if (this.#values > this.max) yield { place: first.place, refusal: tooManyItems(this.max).refusal };
    else yield { place: first.place, value: together(this.id, known) };
  }
}

const unknownSchema = (schema: string): Refusal =>
  refusal('BAD_INPUT', 'schema', `the schema ${schema} is not supported`, [...Object.keys(KINDS), ...Object.keys(CONNECTIONS)].join(', '));

function together(id: string, parts: readonly Part[]): Gathered {
  const schemata = new Map<string, Set<string>>();
  const properties = new Map<string, Map<string, Set<string>>>();
  const datasets = new Set<string>();
  const captions = new Set<string>();
  const lost = new Set<string>();
  for (const part of parts) {
    const its = part.datasets.length > 0 ? part.datasets : [UNNAMED];
    for (const each of its) datasets.add(each);
    added(schemata, part.schema, its);
    for (const [name, values] of Object.entries(part.properties)) {
      let known = properties.get(name);
      if (!known) properties.set(name, (known = new Map()));
      for (const value of values) added(known, value, its);
    }
    if (part.caption !== undefined) captions.add(part.caption);
    for (const path of part.lost) lost.add(path);
  }
  const [[schema, schemaDatasets], ...others] = [...schemata].sort(
    ([a, saidA], [b, saidB]) => generality(a) - generality(b) || saidB.size - saidA.size || compareCodePoints(a, b),
  ) as [[string, Set<string>], ...[string, Set<string>][]];
  if (others.some(([other]) => generality(other) === generality(schema))) lost.add('schema (of an entity that has several)');
  // An entity as it stands keeps its order, whatever other fragments say of something else: the first name is the name.
  const isInOrder = (name: string): boolean => {
    const saying = parts.filter((part) => (part.properties[name] ?? []).length > 0);
    return saying.length === 1 && !saying[0]!.isStatement;
  };
  const ordered = new Map(
    [...properties]
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([name, values]) => [name, isInOrder(name) ? values : mostSaidFirst(values)]),
  );
  return { id, schema, schemaDatasets, datasets, properties: ordered, captions: [...captions].sort(compareCodePoints), lost: [...lost] };
}

function added(values: Map<string, Set<string>>, value: string, datasets: readonly string[]): void {
  const said = values.get(value);
  if (said) for (const each of datasets) said.add(each);
  else values.set(value, new Set(datasets));
}

/** An order that does not depend on that of the lines. */
const mostSaidFirst = (values: ReadonlyMap<string, Set<string>>): Map<string, Set<string>> =>
  new Map([...values].sort(([a, saidA], [b, saidB]) => saidB.size - saidA.size || compareCodePoints(a, b)));
