/** What several files say of one record adds up: a name that is not the one that stands is another name of an entity, an origin another origin of a source. */
import { normalDocument, type LabelDocument } from './documents.js';
import type { RecordDocument } from './changeset.js';

/**
 * An entity as it stands with the names, aliases and identifiers that were given besides. Its names stay, so that files
 * in either order have all of them; `placeholder`, an id that stands in place of a name, gives way to any other.
 */
export function withNamesAdded(stored: RecordDocument, given: RecordDocument, placeholder: string): RecordDocument {
  const before = labelsOf(stored, 'names').filter(({ text }) => text !== placeholder);
  const more = labelsOf(given, 'names').filter(({ text }) => text !== placeholder);
  const names = before.length > 0 ? before : more.length > 0 ? more : labelsOf(stored, 'names');
  const isName = ({ text }: LabelDocument): boolean => text === placeholder || names.some((name) => name.text === text);
  const others = [...labelsOf(stored, 'aliases'), ...before, ...more, ...labelsOf(given, 'aliases')].filter((each) => !isName(each));
  return normalDocument('Entity', {
    ...stored,
    ...given,
    names,
    aliases: onceEach(others),
    identifiers: onceEach([...partsOf(stored, 'identifiers'), ...partsOf(given, 'identifiers')]),
  });
}

/**
 * A source as it stands with the authors and origins that were given besides. Its title stays, unless it is the
 * placeholder; of two kinds for one origin the one that says more stays, in whatever order they come.
 */
export function withOriginsAdded(stored: RecordDocument, document: RecordDocument, placeholder: string): RecordDocument {
  const origins = new Map<string, DerivationDocument>();
  for (const each of [...partsOf(stored, 'derivations'), ...partsOf(document, 'derivations')] as DerivationDocument[]) {
    const before = origins.get(each.source);
    if (!before || before.kind === LEAST) origins.set(each.source, each);
  }
  const list = (name: string, parts: readonly object[]) => (parts.length > 0 ? { [name]: parts } : {});
  return normalDocument('Source', {
    ...document,
    title: stored['title'] === placeholder ? document['title'] : stored['title'],
    ...list('contributors', onceEach([...partsOf(stored, 'contributors'), ...partsOf(document, 'contributors')])),
    ...list('derivations', [...origins.values()]),
  });
}

interface DerivationDocument {
  readonly kind: string;
  readonly source: string;
}

/** Which says no more than that something comes from another. */
const LEAST = 'REPORTS';

/** A claim whose text was made from a name that stands: it stays, unless it was made from the id in place of the name. */
export function withTextsKept(stored: RecordDocument, document: RecordDocument, placeholder: string): RecordDocument {
  const isMadeOfId = labelsOf(stored, 'texts').every(({ text }) => text === placeholder);
  return isMadeOfId ? document : normalDocument('Claim', { ...document, texts: stored['texts'] });
}

const partsOf = (document: RecordDocument, list: string): readonly object[] =>
  (document[list] as readonly object[] | null | undefined) ?? [];
const labelsOf = (document: RecordDocument, list: string) => partsOf(document, list) as readonly LabelDocument[];

const onceEach = <Part extends object>(parts: readonly Part[]): Part[] => [
  ...new Map(parts.map((part) => [JSON.stringify(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))), part])).values(),
];
