/**
 * Which source an address is of, and what becomes of a source that is given by another address of its page. What a
 * source says of itself is its writer's: another spelling, another door or a copy of the page adds what is not there
 * yet, and replaces nothing.
 */
import { excerpt } from '../errors.js';
import {
  addressOf,
  canonicalUrl,
  cleanUrl,
  copiedPage,
  differInForm,
  differingParameters,
  isOnePageByGuess,
  isOnePageByParametersOrForm,
  isWebAddress,
} from '../values/urls.js';
import type { PutItem, RecordDocument, RecordWrite, StoredRecord } from './changeset.js';
import { normalDocument } from './documents.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import type { Asking, Known } from './known.js';

/** A copy of a page, as it stands among a source's archived copies. */
export interface CopyDocument {
  readonly url: string;
  readonly capturedAt?: string | undefined;
}

/** The address that an item for a source was given: of the page, or of a copy of it. */
export function addressGiven(item: Draft['item']): string | undefined {
  if (item?.kind !== 'put' || item.record !== 'Source' || typeof item.values['url'] !== 'string') return undefined;
  return item.copy?.url ?? item.values['url'];
}

/** The archived copies that an item for a source lists. */
export const copiesGiven = (item: Draft['item']): readonly CopyDocument[] =>
  item?.kind === 'put' && item.record === 'Source' ? copiesOf(item.values) : [];

/** The page that an item for a source is given by. */
export function pageOf(item: Draft['item']): string | undefined {
  const address = addressGiven(item);
  return address === undefined ? undefined : canonicalUrl(address);
}

/** A reference to a source by its web address. */
export function addressNamed(reference: string): string | undefined {
  if (!isWebAddress(reference)) return undefined;
  const cleaned = cleanUrl(reference, reference.length);
  return cleaned.ok ? cleaned.value : undefined;
}

/** Finds sources by any address of their pages. */
export class SourcesByAddress {
  readonly #byOwn = new Map<string, string>();
  readonly #byCopy = new Map<string, string>();
  readonly #byPage = new Map<string, string>();

  constructor(known: Known) {
    const rank = ({ retraction, document, createdAt, id }: StoredRecord) =>
      `${retraction ? (document['mergedInto'] === undefined ? 2 : 1) : 0} ${String(createdAt).padStart(16, '0')} ${id}`;
    // Two may be of one page: from before that was known, or parted again by an editor.
    const sources = known.all('Source').sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    for (const { id, document } of sources) this.add(id, document);
  }

  /** A source that is to be found, unless another one has these addresses already. */
  add(id: string, document: RecordDocument): void {
    const url = document['url'];
    if (typeof url === 'string') {
      keep(this.#byOwn, addressOf(url), id);
      keep(this.#byPage, canonicalUrl(url), id);
    }
    for (const copy of copiesOf(document)) keep(this.#byCopy, addressOf(copy.url), id);
  }

  /**
   * By its own address, by the page that the address is of, or as an archived copy that a source names. What a copy is
   * of says its own address, where it can be read from it, rather than a source that lists it.
   */
  find(address: string): string | undefined {
    const own = addressOf(address);
    const ofPage = this.#byOwn.get(own) ?? this.#byPage.get(canonicalUrl(address));
    return ofPage ?? (copiedPage(address) ? undefined : this.#byCopy.get(own));
  }
}

const keep = (map: Map<string, string>, name: string, id: string): void => {
  if (!map.has(name)) map.set(name, id);
};

const copiesOf = (document: RecordDocument): readonly CopyDocument[] =>
  (document['archivedCopies'] as readonly CopyDocument[] | null | undefined) ?? [];

/** The source with one archived copy more, unless it names that one already. */
export const withCopy = (document: RecordDocument, copy: CopyDocument): RecordDocument => withCopies(document, [copy]);

/** With archived copies more: each once, in whatever spelling it is given, with its time where one of them says it. */
function withCopies(document: RecordDocument, more: readonly CopyDocument[]): RecordDocument {
  const before = copiesOf(document);
  const copies = onceEach([...before, ...more]);
  if (JSON.stringify(copies) === JSON.stringify(before)) return document;
  return normalDocument('Source', { ...document, archivedCopies: copies });
}

function onceEach(copies: readonly CopyDocument[]): CopyDocument[] {
  const once = new Map<string, CopyDocument>();
  for (const copy of copies) {
    const address = addressOf(copy.url);
    const known = once.get(address);
    if (!known) once.set(address, copy);
    else if (known.capturedAt === undefined && copy.capturedAt !== undefined) once.set(address, { ...known, capturedAt: copy.capturedAt });
  }
  return [...once.values()];
}

/**
 * A source as it was given over what is stored, with its copies as they are kept: those that it had come first and in
 * their order, so that it does not matter in which order they were named. What is a copy of the page by its own
 * address stays, although a list is given without it; null takes all of them away.
 */
export function withCopiesKept(document: RecordDocument, stored: RecordDocument | undefined, given: RecordDocument): RecordDocument {
  if (given['archivedCopies'] === undefined || given['archivedCopies'] === null) return document;
  const listed = onceEach(copiesOf(document));
  const addresses = new Set(listed.map(({ url }) => addressOf(url)));
  const page = typeof document['url'] === 'string' ? canonicalUrl(document['url']) : undefined;
  const isOfPage = ({ url }: CopyDocument): boolean => copiedPage(url) !== undefined && canonicalUrl(url) === page;
  const kept = stored ? copiesOf(stored).filter((copy) => addresses.has(addressOf(copy.url)) || isOfPage(copy)) : [];
  const timed = new Map(listed.map((copy) => [addressOf(copy.url), copy.capturedAt]));
  const spelled = kept.map((copy) => ({ ...copy, capturedAt: timed.get(addressOf(copy.url)) ?? copy.capturedAt }));
  return normalDocument('Source', { ...document, archivedCopies: onceEach([...spelled, ...listed]) });
}

/**
 * Of what was given for a source that was found by another address of its page: what it does not say yet. Refused is
 * another text, and another title where the two addresses are of one page only if parameters say nothing or one is a form of the other, or where
 * nothing but the source's own list of copies says so and something would be added.
 */
export function additionsTo(draft: Draft, stored: StoredRecord, given: RecordDocument): RecordDocument {
  const item = draft.item as PutItem;
  const copies = { ...stored.document, ...withCopies(stored.document, copiesOf(given)) }['archivedCopies'];
  const allCopies = copies === undefined || given['archivedCopies'] === null ? {} : { archivedCopies: copies };
  if (!item.copy && stored.document['url'] === given['url']) return { ...given, ...allCopies };
  refuseReplacing(draft, stored, given);
  const added = Object.entries(given).filter(
    ([name, value]) => value !== null && name !== 'url' && name !== 'visibility' && stored.document[name] === undefined,
  );
  const isOtherTitle = typeof given['title'] === 'string' && given['title'] !== stored.document['title'];
  if (added.length > 0 && isOtherTitle && isOnlyListed(addressGiven(item)!, stored.document))
    refusePage(
      draft,
      stored,
      'which lists this address as an archived copy, under another title',
      `refer to that source instead ("${nameOf(stored)}"), or remove the address from its archivedCopies if it is another page`,
    );
  return { ...Object.fromEntries(added), ...(given['archivedCopies'] ? allCopies : {}) };
}

export const nameOf = ({ id, document }: Named): string => (document['key'] as string | undefined) ?? id;
type Named = Pick<StoredRecord, 'id' | 'document'>;

function refuseReplacing(draft: Draft, stored: StoredRecord, given: RecordDocument): void {
  const { document } = stored;
  const differs = (field: string): boolean =>
    typeof given[field] === 'string' && document[field] !== undefined && document[field] !== given[field];
  if (differs('digest'))
    refusePage(draft, stored, 'with another text', 'a separate address, if this is another version of the page; or leave the text out');
  else if (differs('title') && typeof document['url'] === 'string' && isOnePageByGuess(addressGiven(draft.item)!, document['url']))
    refusePage(draft, stored, `under another title${differenceSaid(draft, document)}`, whatToSend(stored));
}

/** In what the address that was given differs from that of the source. */
function differenceSaid(draft: Draft, { url }: RecordDocument): string {
  if (typeof url !== 'string') return '';
  const address = addressGiven(draft.item)!;
  if (differInForm(address, url)) return '; one of the two addresses looks like the mobile or AMP form of the other';
  const names = differingParameters(address, url);
  return names.length === 0 ? '' : `; the two addresses differ only in tracking parameters (${names.join(', ')})`;
}

const whatToSend = (stored: Named): string =>
  `refer to that source instead, as in source: "${nameOf(stored)}", or send its title, "${excerpt(String(stored.document['title']))}"; if this is another page, send an address that tells them apart`;

/** Whether nothing but a source's own word makes the address one of its page. */
const isOnlyListed = (address: string, { url }: RecordDocument): boolean =>
  typeof url !== 'string' || canonicalUrl(address) !== canonicalUrl(url);

function refusePage(draft: Draft, stored: Named, how: string, hint: string): void {
  const { title, url } = stored.document;
  const what = [title, url]
    .flatMap((each, index) => (typeof each === 'string' ? (index === 0 ? `"${excerpt(each)}"` : each) : []))
    .join(', ');
  refuseDraft(draft, 'DUPLICATE', ['url'], `this page is already the source ${nameOf(stored)}, ${how} (it is ${what})`, hint);
}

const elsewhere = (stored: Named): string => `refer to that source instead, as in source: "${nameOf(stored)}"`;

/**
 * A new source with a key of its own, of a page that is a source already, is another name of that one: it is kept, and
 * read through the other. Refused where readers would be shown or told something else by that.
 */
export function* refuseWrongNames(drafts: readonly Draft[], known: Known): Asking<void> {
  const named = drafts.filter((draft) => isSound(draft) && draft.sameAs !== undefined);
  if (named.length === 0) return;
  const inChangeset = new Map(drafts.map((draft) => [`${draft.record} ${draft.id}`, draft]));
  for (const draft of named) {
    const other = known.byId('Source', draft.sameAs!);
    const document = inChangeset.get(`Source ${draft.sameAs}`)?.document ?? other?.document;
    // Refused itself, which says more.
    if (!document || !draft.document) continue;
    const standing = { id: draft.sameAs!, document };
    const isGuessed = typeof document['url'] === 'string' && isOnePageByParametersOrForm(addressGiven(draft.item)!, document['url']);
    if (other?.retraction && other.document['mergedInto'] === undefined)
      refusePage(draft, standing, 'which is retracted', `restore "${nameOf(standing)}" and refer to it`);
    else if (isGuessed && document['title'] !== draft.document['title'])
      refusePage(draft, standing, `under another title${differenceSaid(draft, document)}`, whatToSend(standing));
    else if (isGuessed && differingText(document, draft.document))
      refusePage(draft, standing, `with another text${differenceSaid(draft, document)}`, whatToSend(standing));
    else if (document['visibility'] !== draft.document['visibility'])
      refusePage(draft, standing, 'with another visibility', `${elsewhere(standing)}, or send its visibility`);
    else if (yield* comesFrom(draft.document, draft.sameAs!))
      refusePage(
        draft,
        standing,
        'from which it is said to be derived',
        `${elsewhere(standing)}, or leave it out of derivations and suspectedDerivations`,
      );
  }
}

/**
 * One address is one source's: a copy that is listed anew is refused where it is the address of another source, or
 * where another one lists it. A copy that names its page in its own address is of that page, whoever lists it.
 */
export function refuseOthersCopies(drafts: readonly Draft[], known: Known): void {
  const owners = new Map<string, Map<string, Named>>();
  const own = (address: string, source: Named): void => {
    const page = addressOf(address);
    const all = owners.get(page) ?? new Map<string, Named>();
    owners.set(page, all.set(source.id, all.get(source.id) ?? source));
  };
  const add = (source: Named): void => {
    if (source.document['mergedInto'] !== undefined) return;
    if (typeof source.document['url'] === 'string') own(source.document['url'], source);
    for (const { url } of copiesOf(source.document)) if (!copiedPage(url)) own(url, source);
  };
  for (const source of known.all('Source')) if (!source.retraction) add(source);
  for (const { record, id, document, item } of drafts)
    if (record === 'Source' && item?.kind === 'put' && id && document) add({ id, document });
  for (const draft of drafts) {
    if (draft.record !== 'Source' || draft.item?.kind !== 'put' || !isSound(draft) || !draft.document || draft.kept) continue;
    const before = new Set(copiesOf(draft.stored?.document ?? {}).map(({ url }) => addressOf(url)));
    copiesOf(draft.document).forEach(({ url }, index) => {
      if (copiedPage(url) || before.has(addressOf(url))) return;
      const other = [...(owners.get(addressOf(url)) ?? [])].find(
        ([id]) => ![draft.id, draft.sameAs, draft.document!['mergedInto']].includes(id),
      )?.[1];
      if (other)
        refuseDraft(
          draft,
          'DUPLICATE',
          ['archivedCopies', index, 'url'],
          `the address ${url} is already one of the source ${nameOf(other)} ("${excerpt(String(other.document['title']))}")`,
          `leave it out here, remove it from "${nameOf(other)}", or merge the two sources if they are one page (mergeSources)`,
        );
    });
  }
}

const differingText = (a: RecordDocument, b: RecordDocument): boolean =>
  a['digest'] !== undefined && b['digest'] !== undefined && a['digest'] !== b['digest'];

/** A source is no copy of itself. */
function* comesFrom(document: RecordDocument, id: string): Asking<boolean> {
  for (const list of ['derivations', 'suspectedDerivations'] as const) {
    const from = ((document[list] as readonly { source: string }[] | undefined) ?? []).map(({ source }) => source);
    if (from.includes(id)) return true;
    if (from.length > 0 && ((yield { fetch: 'reachable', list, from }).pairs ?? []).some(([, to]) => to === id)) return true;
  }
  return false;
}

/** A source of the changeset hears of the copies of its page that are named beside it. */
export function passCopiesOn(drafts: readonly Draft[]): void {
  const sources = new Map(drafts.flatMap((draft) => (draft.record === 'Source' && draft.item?.kind === 'put' ? [[draft.id, draft]] : [])));
  for (const { item, sameAs } of drafts) {
    const source = sameAs === undefined ? undefined : sources.get(sameAs);
    if (item?.kind === 'put' && item.copy && source?.document) source.document = withCopy(source.document, item.copy);
  }
}

/** The archived copies that sources are given by the addresses of such names. */
export function copyWrites(drafts: readonly Draft[], known: Known): RecordWrite[] {
  const written = new Set(drafts.flatMap(({ write }) => write?.id ?? []));
  const changed = new Map<string, RecordDocument>();
  for (const { item, sameAs } of drafts) {
    const stored = sameAs === undefined ? undefined : known.byId('Source', sameAs);
    if (!stored || item?.kind !== 'put' || !item.copy || written.has(stored.id)) continue;
    const before = changed.get(stored.id) ?? stored.document;
    const document = withCopy(before, item.copy);
    if (document !== before) changed.set(stored.id, document);
  }
  return [...changed].map(([id, document]): RecordWrite => {
    const stored = known.byId('Source', id)!;
    return {
      ...stored,
      version: stored.version + 1,
      document,
      operation: 'CHANGED',
      reason: 'a copy of the page was named',
      previous: stored,
    };
  });
}
