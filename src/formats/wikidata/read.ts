/** Wikidata's entity JSON (Wikibase data model): a dump, an answer of Special:EntityData, or one entity. */
import { entriesOf, jsonDocuments } from '../reading/documents.js';
import { refusal, refused, type Entry, type Input, type Item, type Place, type ReadOptions } from '../reading/entry.js';
import { Reading } from '../reading/reading.js';
import { LONGEST_LABEL, textFrom, UNDETERMINED, languageFrom } from '../reading/values.js';
import { Referring, statementItems } from './statements.js';

export async function* readWikidata(input: Input, options: ReadOptions): AsyncGenerator<Entry> {
  yield* entriesOf(jsonDocuments(input, options), options, entriesIn);
}

function* entriesIn(value: unknown, place: Place): Generator<Entry> {
  const entities = (value as { entities?: unknown } | null)?.entities;
  if (!entities || typeof entities !== 'object') yield entryOf(value, place);
  else for (const [id, entity] of Object.entries(entities)) yield entryOf(entity, { ...place, path: `${place.path}entities.${id}` });
}

/** Items and properties of people, and so on, by what they are an instance of (P31); everything else is a concept. */
const KINDS: Readonly<Record<string, string>> = {
  Q5: 'PERSON',
  Q15632617: 'PERSON',
  Q43229: 'ORGANIZATION',
  Q4830453: 'ORGANIZATION',
  Q783794: 'ORGANIZATION',
  Q11032: 'ORGANIZATION',
  Q1153191: 'ORGANIZATION',
  Q7278: 'ORGANIZATION',
  Q163740: 'ORGANIZATION',
  Q515: 'PLACE',
  Q6256: 'PLACE',
  Q486972: 'PLACE',
  Q1549591: 'PLACE',
  Q3624078: 'PLACE',
  Q1190554: 'EVENT',
  Q1656682: 'EVENT',
  Q7725634: 'WORK',
  Q571: 'WORK',
  Q11424: 'WORK',
  Q2424752: 'PRODUCT',
};

function entryOf(given: unknown, place: Place): Entry {
  const entity = new Reading(given);
  const id = entity.text('id');
  if (id === undefined || !/^[QPL][1-9]\d*$/.test(id))
    return refused(place, refusal('BAD_INPUT', 'id', 'not a Wikidata entity', 'an object with an id such as Q7239'));
  for (const name of ['type', 'ns', 'title', 'pageid']) entity.take(name);
  const names = labelsOf(entity, 'labels');
  const key = `wikidata:${id}`;
  const lost: string[] = [];
  const classes = entity.each('claims', 'P31').map((path) => entity.look(...path, 'mainsnak', 'datavalue', 'value', 'id') as string);
  const main: Item = {
    entity: {
      key,
      kind: classes.map((each) => (Object.hasOwn(KINDS, each) ? KINDS[each] : undefined)).find(Boolean) ?? 'CONCEPT',
      // An id in place of a name does not replace one.
      ...(names.length > 0 ? { names } : { ifNew: { names: [{ language: UNDETERMINED, text: id }] } }),
      aliases: aliasesOf(entity),
      descriptions: labelsOf(entity, 'descriptions'),
      identifiers: identifiersOf(entity, id),
    },
  };
  const referring = new Referring();
  const name = names.find(({ language }) => language === 'en')?.text ?? names[0]?.text ?? id;
  const statements = Object.keys((entity.look('claims') as object | undefined) ?? {}).flatMap((property) =>
    entity.each('claims', property).flatMap((path) => statementItems(entity, path, { key, name }, referring, lost)),
  );
  return { place, items: [main, ...referring.items(), ...statements], lost: [...lost, ...entity.unused().map(general)], refusals: [] };
}

/** Languages, sites and properties are data: the loss is named without them. */
const general = (path: string): string =>
  path.replace(/^(sitelinks|labels|descriptions|aliases)\.[^.[]+/, '$1.*').replace(/(claims|qualifiers|snaks)\.P\d+/g, '$1.*');

interface Label {
  readonly language: string;
  readonly text: string;
}

/** One a language; Wikidata has languages that BCP 47 has not. */
function labelsOf(entity: Reading, member: string): Label[] {
  const labels = new Map<string, Label>();
  for (const code of Object.keys((entity.look(member) as object | undefined) ?? {})) {
    const language = languageFrom(code);
    const text = language && textFrom(entity.look(member, code, 'value') as string | undefined, LONGEST_LABEL);
    if (!language || !text || labels.has(language)) continue;
    entity.take(member, code);
    labels.set(language, { language, text });
  }
  return [...labels.values()];
}

function aliasesOf(entity: Reading): Label[] {
  return Object.keys((entity.look('aliases') as object | undefined) ?? {}).flatMap((code) => {
    const language = languageFrom(code);
    if (!language) return [];
    return entity.each('aliases', code).flatMap((path) => {
      const text = textFrom(entity.look(...path, 'value') as string, LONGEST_LABEL);
      if (!text) return [];
      entity.take(...path);
      return { language, text };
    });
  });
}

/** Properties whose values the model's schemes know; they are statements as well. */
const SCHEMES: Readonly<Record<string, string>> = { P214: 'viaf', P213: 'isni', P1278: 'lei', P496: 'orcid', P356: 'doi' };

function identifiersOf(entity: Reading, id: string) {
  const others = Object.entries(SCHEMES).flatMap(([property, scheme]) =>
    entity.each('claims', property).flatMap((path) => {
      const value = entity.look(...path, 'mainsnak', 'datavalue', 'value');
      if (entity.look(...path, 'rank') === 'deprecated' || typeof value !== 'string') return [];
      return { scheme, value: scheme === 'isni' ? value.replaceAll(' ', '') : value };
    }),
  );
  return [{ scheme: 'wikidata', value: id }, ...others];
}
