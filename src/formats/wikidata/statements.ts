/** Statements as claims: rank and qualifiers as qualifiers, references as citations. */
import type { Item } from '../reading/entry.js';
import type { Reading } from '../reading/reading.js';
import { digestOf, keyOf, LONGEST_LABEL, LONGEST_TITLE, soundValidity, textFrom, UNDETERMINED, urlFrom } from '../reading/values.js';
import { snakValue, type SnakValue } from './values.js';

type Path = readonly (string | number)[];

/** Properties and items that are referred to: there, if nothing more is known of them. */
export class Referring {
  readonly #items = new Map<string, Item>();

  property(id: string): string {
    const key = `wikidata:${id}`;
    this.#items.set(key, { predicate: { key, ifMissing: true, labels: [{ language: UNDETERMINED, text: id }] } });
    return key;
  }

  item(id: string): string {
    const key = `wikidata:${id}`;
    const identifiers = /^[QPL]\d+$/.test(id) ? [{ scheme: 'wikidata', value: id }] : [];
    this.#items.set(`entity ${key}`, {
      entity: { key, ifMissing: true, kind: 'CONCEPT', names: [{ language: UNDETERMINED, text: id }], identifiers },
    });
    return key;
  }

  rank(): string {
    const key = 'wikidata:rank';
    this.#items.set(key, { predicate: { key, ifMissing: true, labels: [{ language: 'en', text: 'rank' }] } });
    return key;
  }

  items(): Item[] {
    return [...this.#items.values()];
  }
}

const START = 'P580';
const END = 'P582';
const POINT_IN_TIME = 'P585';

export function statementItems(
  entity: Reading,
  path: Path,
  subject: { key: string; name: string },
  referring: Referring,
  lost: string[],
): Item[] {
  const id = entity.text(...path, 'id');
  for (const name of ['type', 'qualifiers-order']) entity.take(...path, name);
  const property = entity.text(...path, 'mainsnak', 'property');
  if (id === undefined || property === undefined) return [];
  const rank = entity.text(...path, 'rank');
  const value = snakValue(entity, [...path, 'mainsnak'], lost);
  if (!value) return [];
  const qualifiers = qualifiersOf(entity, path, referring, lost);
  const dates = validityOf(entity, path, lost);
  const claim = keyOf('wikidata', id.replace('$', '/'));
  const object = 'item' in value ? { object: referring.item(value.item) } : { value: value.literal };
  return [
    {
      claim: {
        key: claim,
        texts: [{ language: UNDETERMINED, text: textFrom(`${subject.name} — ${property} — ${printed(value)}`, LONGEST_LABEL) }],
        subject: subject.key,
        predicate: referring.property(property),
        ...object,
        ...dates,
        qualifiers: [
          ...qualifiers,
          ...(rank === undefined || rank === 'normal' ? [] : [{ predicate: referring.rank(), value: { kind: 'TEXT', text: rank } }]),
        ],
      },
    },
    ...entity.each(...path, 'references').flatMap((reference) => referenceItems(entity, reference, claim, referring, lost)),
  ];
}

const printed = (value: SnakValue): string => {
  if ('item' in value) return value.item;
  const { kind, text, amount, date } = value.literal as Readonly<Record<string, string | undefined>>;
  return text ?? amount ?? date ?? (kind === 'NONE' ? 'no value' : 'unknown value');
};

function qualifiersOf(entity: Reading, path: Path, referring: Referring, lost: string[]): object[] {
  return Object.keys((entity.look(...path, 'qualifiers') as object | undefined) ?? {}).flatMap((property) =>
    entity.each(...path, 'qualifiers', property).flatMap((snak) => {
      const value = snakValue(entity, snak, lost);
      if (!value) return [];
      const predicate = referring.property(property);
      return 'item' in value ? { predicate, entity: referring.item(value.item) } : { predicate, value: value.literal };
    }),
  );
}

/** Start and end stay qualifiers, and say when the claim holds. */
function validityOf(entity: Reading, path: Path, lost: string[]): object {
  const date = (property: string): string | undefined => {
    const [snak] = entity.each(...path, 'qualifiers', property);
    const value = snak && snakValue(entity, snak, []);
    return value && 'literal' in value ? (value.literal as { date?: string }).date : undefined;
  };
  const [from, until, at] = [date(START), date(END), date(POINT_IN_TIME)];
  return soundValidity(from ?? at, until ?? at, () => lost.push('qualifiers.P580, P582 (as validity: the end lies before the beginning)'));
}

/** In the order in which they name the source best. */
const URLS = ['P854', 'P4656', 'P973'];
const STATED_IN = 'P248';
const IMPORTED_FROM = 'P143';
const TITLE = 'P1476';
const PUBLISHED = 'P577';
const RETRIEVED = 'P813';
const ARCHIVE = 'P1065';
const ARCHIVED = 'P2960';

function referenceItems(entity: Reading, path: Path, claim: string, referring: Referring, lost: string[]): Item[] {
  const hash = entity.text(...path, 'hash') ?? '';
  entity.take(...path, 'snaks-order');
  const firsts = new Map(
    [...URLS, STATED_IN, IMPORTED_FROM, TITLE, PUBLISHED, ARCHIVE, ARCHIVED].map((property) => {
      const [snak] = entity.each(...path, 'snaks', property);
      return [property, snak && snakValue(entity, snak, lost)];
    }),
  );
  const first = (property: string): SnakValue | undefined => firsts.get(property);
  const text = (property: string): string | undefined => {
    const value = first(property);
    return value && 'literal' in value ? (value.literal as { text?: string }).text : undefined;
  };
  const item = (property: string): string | undefined => {
    const value = first(property);
    return value && 'item' in value ? value.item : undefined;
  };
  const date = (property: string): string | undefined => {
    const value = first(property);
    return value && 'literal' in value ? (value.literal as { date?: string }).date : undefined;
  };
  const urlProperty = URLS.find((property) => urlFrom(text(property)) !== undefined);
  const url = urlProperty && urlFrom(text(urlProperty));
  const workProperty = [STATED_IN, IMPORTED_FROM].find((property) => item(property) !== undefined);
  const work = workProperty && item(workProperty);
  const archived = urlFrom(text(ARCHIVE));
  // When the page was looked at is not when the copy of it was made.
  const capturedAt = archived && date(ARCHIVED);
  const used = new Set([
    urlProperty,
    workProperty,
    archived && ARCHIVE,
    capturedAt && ARCHIVED,
    text(TITLE) && TITLE,
    date(PUBLISHED) && PUBLISHED,
  ]);
  const retrieved = entity.each(...path, 'snaks', RETRIEVED);
  // Pages, sections, further addresses and other details of where it stands: named, one by one.
  for (const property of Object.keys((entity.look(...path, 'snaks') as object | undefined) ?? {})) {
    const further = entity.each(...path, 'snaks', property).length - (used.has(property) ? 1 : 0);
    if (further > 0 && property !== RETRIEVED) lost.push(`references.${property}`);
    entity.take(...path, 'snaks', property);
  }
  if (!url && !work && !archived) {
    lost.push('references (without an address or a work)');
    return [];
  }
  const published = date(PUBLISHED);
  const copies = archived ? [{ url: archived, ...(capturedAt ? { capturedAt } : {}) }] : [];
  if (retrieved.length > 0) lost.push('references.retrieved (when the page was retrieved)');
  if (work) referring.item(work);
  // An issue or a part of a work, where the reference says more of it, is a source of its own.
  const part = work && (text(TITLE) ?? published ?? archived) ? `/${digestOf(text(TITLE) ?? '', published ?? '', archived ?? '')}` : '';
  const key = url ? undefined : keyOf('wikidata', `${work ?? hash}${part}`);
  return [
    {
      source: {
        ...(key ? { key } : { url }),
        ifMissing: true,
        kind: url ? 'DOCUMENT' : 'DATASET',
        title: textFrom(text(TITLE) ?? work ?? url ?? archived, LONGEST_TITLE),
        ...(published ? { published } : {}),
        ...(work ? { publisher: `wikidata:${work}` } : {}),
        ...(copies.length > 0 ? { archivedCopies: copies } : {}),
      },
    },
    { citation: { key: keyOf('wikidata', `${claim.slice('wikidata:'.length)}/${hash}`), claim, source: key ?? url, stance: 'SUPPORTS' } },
  ];
}
