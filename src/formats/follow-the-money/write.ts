/** The graph as FollowTheMoney entities: things with their properties, and connections between them. */
import type { Condition } from '../../plan/plan.js';
import { bothOf } from '../../plan/where.js';
import type { Store } from '../../store/store.js';
import { allOf, inForce, recordsToExport, related, type ExportScope } from '../exporting.js';
import { printedValue, rowsAs, type CitationRow, type ClaimRow, type EntityRow, type ValueRow } from '../rows.js';
import { ALIASES, CONNECTIONS, IDENTIFIERS, NAMES } from './schemata.js';

const FTM = 'ftm:';

/** A schema for what was not FollowTheMoney's before. */
const SCHEMATA: Readonly<Record<string, string>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  PLACE: 'Address',
  EVENT: 'Event',
  WORK: 'Document',
  PRODUCT: 'Vehicle',
  CONCEPT: 'Project',
};
const PROPERTY_OF_SCHEME = new Map(Object.entries(IDENTIFIERS).map(([property, scheme]) => [scheme, property]));
/** Every thing may have these (schema Thing). */
const WIKIDATA = 'wikidataId';

type Properties = Record<string, string[]>;

export async function* writeFollowTheMoney(store: Store, scope: ExportScope): AsyncGenerator<string> {
  for await (const { rows } of recordsToExport(store, scope, ['Entity'])) {
    const entities = rowsAs<EntityRow>(inForce(rows));
    const claims = await claimsOf(
      store,
      entities.map(({ id }) => id),
    );
    const datasets = await datasetsOf(store, [...claims.values()].flat());
    for (const entity of entities) {
      const said = claims.get(entity.id)!;
      if (isOnlyMentioned(entity, said)) continue;
      yield line({ ...thing(entity, said), ...inDatasets(said.flatMap(({ id }) => datasets.get(id)!)) });
    }
  }
  for await (const { rows } of recordsToExport(store, scope, ['Claim'])) {
    const claims = rowsAs<ClaimRow>(inForce(rows));
    const datasets = await datasetsOf(store, claims);
    for (const claim of claims) {
      const made = connection(claim);
      if (made) yield line({ ...made, ...inDatasets(datasets.get(claim.id)!) });
    }
  }
}

/** Its file referred to it, and said nothing of it. */
const isOnlyMentioned = ({ key }: EntityRow, said: readonly ClaimRow[]): boolean =>
  key !== null && ownName(key) !== undefined && !said.some(({ predicate }) => predicate!.key === SCHEMA);

const SCHEMA = 'ftm:schema';
const DATASET = 'ftm-dataset:';
/** What FollowTheMoney's files did not say came from anywhere. */
const UNNAMED = `${DATASET}unnamed`;

/** The names of the datasets that carry each claim. */
async function datasetsOf(store: Store, claims: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map(claims.map(({ id }) => [id, [] as string[]]));
  const carried: Condition = { kind: 'related', edge: 'source', condition: { kind: 'startsWith', field: 'key', prefix: DATASET } };
  if (claims.length > 0)
    for await (const { rows } of allOf(store, 'Citation', bothOf(related('claim', [...found.keys()]), carried)))
      for (const { claim, source } of rowsAs<CitationRow>(inForce(rows)))
        if (source.key !== UNNAMED) found.get(claim.id)!.push(source.title);
  return found;
}

const inDatasets = (names: readonly string[]): object => (names.length === 0 ? {} : { datasets: [...new Set(names)].sort() });

const line = (entity: object): string => `${JSON.stringify(entity)}\n`;

/** The claims that say a property of a thing. */
async function claimsOf(store: Store, entities: readonly string[]): Promise<ReadonlyMap<string, ClaimRow[]>> {
  const found = new Map(entities.map((id) => [id, [] as ClaimRow[]]));
  if (entities.length === 0) return found;
  for await (const { rows } of allOf(store, 'Claim', related('subject', entities)))
    for (const claim of rowsAs<ClaimRow>(inForce(rows))) if (isProperty(claim)) found.get(claim.subject!.id)!.push(claim);
  return found;
}

const ownName = (key: string): string | undefined => (key.startsWith(FTM) ? key.slice(FTM.length) : undefined);
const isProperty = ({ predicate, negated }: ClaimRow): boolean => {
  const name = predicate ? ownName(predicate.key) : undefined;
  return name !== undefined && !CONNECTIONS[name] && !negated;
};

/** The id that it had in FollowTheMoney; any other one's own. */
const idOf = ({ id, key }: { id: string; key: string | null }): string => (key ? ownName(key) : undefined) ?? id;

function thing(entity: EntityRow, claims: readonly ClaimRow[]): object {
  const properties: Properties = {};
  const add = (name: string, value: string) => {
    properties[name] = [...new Set([...(properties[name] ?? []), value])];
  };
  const given = claims.find(({ predicate }) => predicate!.key === SCHEMA)?.value?.text;
  const schema = given ?? SCHEMATA[entity.kind]!;
  for (const { text } of entity.names) add(schema === 'Address' ? 'full' : NAMES[0]!, text);
  for (const { text } of entity.aliases) add(schema === 'Address' ? 'full' : ALIASES[0]!, text);
  if (given === undefined) for (const { text } of entity.descriptions) add('summary', text);
  for (const { scheme, value } of entity.identifiers) {
    const property = PROPERTY_OF_SCHEME.get(scheme);
    if (property === WIKIDATA || (property && (schema === 'Person' || schema === 'Organization' || schema === 'Company')))
      add(property, value);
    else if (scheme === 'url') add('sourceUrl', value);
  }
  for (const { predicate, object, value } of claims) {
    const name = ownName(predicate!.key)!;
    if (name !== 'schema') add(name, object ? idOf(object) : plainValue(value!));
  }
  return { id: idOf(entity), caption: entity.defaultName, schema, properties };
}

function connection(claim: ClaimRow): object | undefined {
  const { predicate, subject, object, value, negated } = claim;
  const own = predicate ? ownName(predicate.key) : undefined;
  if (negated || (own !== undefined && !CONNECTIONS[own])) return undefined;
  const properties: Properties = {};
  const add = (name: string, text: string | null | undefined) => {
    if (text) properties[name] = [...(properties[name] ?? []), text];
  };
  if (own !== undefined) {
    const [from, to] = CONNECTIONS[own]!;
    add(from, subject && idOf(subject));
    add(to, object ? idOf(object) : value && value.kind !== 'UNKNOWN' ? plainValue(value) : undefined);
    for (const { predicate: of, entity, value: its } of claim.qualifiers)
      add(ownName(of.key) ?? 'description', entity ? idOf(entity) : plainValue(its!));
    return { id: idOf(claim), schema: own, properties };
  }
  // What is said of one thing alone, or of none, has no schema there.
  if (!subject || !object) return undefined;
  add('subject', idOf(subject));
  add('object', idOf(object));
  add('role', predicate?.labels[0]?.text);
  add('summary', claim.defaultText);
  add('startDate', isoDate(claim.validFrom));
  add('endDate', isoDate(claim.validUntil));
  return { id: idOf(claim), schema: 'UnknownLink', properties };
}

/** FollowTheMoney knows years, months and days. */
const isoDate = (date: string | null): string | undefined => (date && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date) ? date : undefined);
const plainValue = (value: ValueRow): string => value.text ?? value.amount ?? value.date ?? printedValue(value);
