/**
 * Which source an address is of, and what becomes of a source that is given by another address of its page. What a
 * source says of itself is its writer's: another spelling, another door or a copy of the page adds what is not there
 * yet, and replaces nothing.
 */
import { addressOf, canonicalUrl, cleanUrl, copiedPage, isOnePageByGuess, isOnePageByParameters, isWebAddress } from '../values/urls.js';
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

export const copiesOf = (document: RecordDocument): readonly CopyDocument[] =>
  (document['archivedCopies'] as readonly CopyDocument[] | null | undefined) ?? [];

/** The source with one archived copy more, unless it names that one already. */
export function withCopy(document: RecordDocument, copy: CopyDocument): RecordDocument {
  const copies = copiesOf(document);
  const own = addressOf(copy.url);
  if (copies.some(({ url }) => addressOf(url) === own)) return document;
  return normalDocument('Source', { ...document, archivedCopies: [...copies, copy] });
}

/**
 * Of what was given for a source that was found by another address of its page: what it does not say yet. Refused is
 * another text, and another title where the two addresses are of one page only if parameters say nothing, or where
 * nothing but the source's own list of copies says so and something would be added.
 */
export function additionsTo(draft: Draft, stored: StoredRecord, given: RecordDocument): RecordDocument {
  const item = draft.item as PutItem;
  if (!item.copy && stored.document['url'] === given['url']) return given;
  refuseReplacing(draft, nameOf(stored), stored.document, given);
  const added = Object.entries(given).filter(
    ([name, value]) => value !== null && name !== 'url' && name !== 'visibility' && stored.document[name] === undefined,
  );
  const isOtherTitle = typeof given['title'] === 'string' && given['title'] !== stored.document['title'];
  if (added.length > 0 && isOtherTitle && isOnlyListed(addressGiven(item)!, stored.document))
    refusePage(
      draft,
      nameOf(stored),
      'which lists this address as an archived copy, under another title',
      'refer to that source instead, or take the address out of its archivedCopies if it is another page',
    );
  return Object.fromEntries(added);
}

export const nameOf = ({ id, document }: Pick<StoredRecord, 'id' | 'document'>): string => (document['key'] as string | undefined) ?? id;

function refuseReplacing(draft: Draft, name: string, stored: RecordDocument, given: RecordDocument): void {
  const differs = (field: string): boolean =>
    typeof given[field] === 'string' && stored[field] !== undefined && stored[field] !== given[field];
  if (differs('digest')) refusePage(draft, name, 'with another text', 'a key of its own, if this is another version of the page');
  else if (differs('title') && typeof stored['url'] === 'string' && isOnePageByGuess(addressGiven(draft.item)!, stored['url']))
    refusePage(
      draft,
      name,
      'under another title',
      'refer to that source instead, or leave the title out; the addresses differ in parameters that track readers',
    );
}

/** Whether nothing but a source's own word makes the address one of its page. */
const isOnlyListed = (address: string, { url }: RecordDocument): boolean =>
  typeof url !== 'string' || canonicalUrl(address) !== canonicalUrl(url);

function refusePage(draft: Draft, name: string, how: string, hint: string): void {
  refuseDraft(draft, 'DUPLICATE', ['url'], `this page is already the source ${name}${how === '' ? '' : `, ${how}`}`, hint);
}

const ELSEWHERE = 'refer to that source instead';

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
    const name = nameOf({ id: draft.sameAs!, document });
    if (other?.retraction && other.document['mergedInto'] === undefined)
      refusePage(draft, name, 'which is retracted', 'restore it and refer to it');
    else if (
      typeof document['url'] === 'string' &&
      isOnePageByParameters(addressGiven(draft.item)!, document['url']) &&
      (document['title'] !== draft.document['title'] || differingText(document, draft.document))
    )
      refusePage(draft, name, '', ELSEWHERE);
    else if (document['visibility'] !== draft.document['visibility']) refusePage(draft, name, 'with another visibility', ELSEWHERE);
    else if (yield* comesFrom(draft.document, draft.sameAs!)) refusePage(draft, name, 'which it comes from', ELSEWHERE);
  }
}

const differingText = (a: RecordDocument, b: RecordDocument): boolean =>
  a['digest'] !== undefined && b['digest'] !== undefined && a['digest'] !== b['digest'];

/** A source is no copy of itself. */
function* comesFrom(document: RecordDocument, id: string): Asking<boolean> {
  const from = ((document['derivations'] as readonly { source: string }[] | undefined) ?? []).map(({ source }) => source);
  if (from.length === 0 || from.includes(id)) return from.length > 0;
  const pairs = (yield { fetch: 'reachable', list: 'derivations', from }).pairs ?? [];
  return pairs.some(([, to]) => to === id);
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
