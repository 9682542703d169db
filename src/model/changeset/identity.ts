/** Which record each item means: by id, by key, by a source's page, by the ends of a link; or a new one. */
import type { RecordName } from '../definition.js';
import { RECORD_NAMES } from '../graph.js';
import { isId } from '../values/text.js';
import { addressOf, canonicalUrl } from '../values/urls.js';
import type { Item, PutItem, StoredRecord } from './changeset.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import { OWN } from './input.js';
import { addressGiven, addressNamed, copiesGiven, nameOf, pageOf, SourcesByAddress } from './pages.js';
import { referencesIn } from './references.js';
import type { Asking, Known } from './known.js';

/** Fetches every record that an item is or refers to. */
export function* fetchIdentities(drafts: readonly Draft[], known: Known): Asking<void> {
  const ids = wantedSets();
  const keys = wantedSets();
  const addresses = new Set(drafts.flatMap(({ item }) => [addressGiven(item) ?? [], copiesGiven(item).map(({ url }) => url)].flat()));
  const want = (record: RecordName, value: string) => {
    if (!value.startsWith(OWN)) (isId(value) ? ids : keys)[record].add(value);
    const address = record === 'Source' ? addressNamed(value) : undefined;
    if (address !== undefined) addresses.add(address);
  };
  for (const { record, item } of drafts) {
    if (!item) continue;
    if (item.kind !== 'put') {
      want(record, item.reference);
      if (item.into !== undefined) want(record, item.into);
      continue;
    }
    if (item.id) want(record, item.id);
    if (item.key) want(record, item.key);
    for (const reference of referencesIn(record, item.values)) want(reference.to, reference.value);
  }
  for (const record of RECORD_NAMES) {
    if (ids[record].size + keys[record].size === 0) continue;
    known.add((yield { fetch: 'records', record, ids: [...ids[record]], keys: [...keys[record]] }).records ?? []);
  }
  if (addresses.size > 0) {
    const canonicalUrls = [...new Set([...addresses].map(canonicalUrl))];
    const copies = [...new Set([...addresses].map(addressOf))];
    known.add((yield { fetch: 'sourcesByUrl', canonicalUrls, copies }).records ?? []);
  }
  const linked = drafts.flatMap(({ record, item }) => {
    if (record !== 'ClaimLink' || item?.kind !== 'put' || item.id) return [];
    return resolvedId(known, 'Claim', item.values['from']) ?? [];
  });
  if (linked.length > 0)
    known.add((yield { fetch: 'referring', record: 'ClaimLink', reference: 'from', ids: [...new Set(linked)] }).records ?? []);
}

const wantedSets = () => Object.fromEntries(RECORD_NAMES.map((record) => [record, new Set<string>()])) as Record<RecordName, Set<string>>;

function resolvedId(known: Known, record: RecordName, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return isId(value) ? value : known.byKey(record, value)?.id;
}

/** Gives every item its stored record or a new id; refuses what is not there, and a record named twice. */
export function takeIdentities(drafts: readonly Draft[], known: Known, newId: () => string): void {
  const taken = new Map<string, Draft>();
  const sources = new SourcesByAddress(known);
  // What lists a copy comes first, so that an item that is given by the copy finds it wherever it stands.
  for (const draft of drafts.toSorted((a, b) => Number(copiesGiven(b.item).length > 0) - Number(copiesGiven(a.item).length > 0))) {
    const { item, record } = draft;
    if (!item || !isSound(draft)) continue;
    if (item.kind === 'put') takePut(draft, item, known, sources);
    else {
      draft.stored = isId(item.reference) ? known.byId(record, item.reference) : known.byKey(record, item.reference);
      if (!draft.stored)
        refuseDraft(
          draft,
          'NOT_FOUND',
          ['reference'],
          `there is no ${record} "${item.reference}"`,
          `the id or key of an existing ${record}`,
        );
    }
    if (!isSound(draft)) continue;
    if (item.kind === 'put' && item.ifNew && !draft.stored)
      for (const [name, value] of Object.entries(item.ifNew)) (item.values as Record<string, unknown>)[name] ??= value;
    draft.kept = item.kind === 'put' && item.ifMissing && draft.stored !== undefined;
    draft.id = draft.stored?.id ?? idGiven(record, item) ?? newId();
    if (item.kind === 'put' && record === 'Source' && draft.sameAs === undefined) sources.add(draft.id, item.values);
    for (const name of namesOf(draft)) {
      const other = taken.get(name);
      if (!other) taken.set(name, draft);
      else if (isSound(draft))
        refuseDraft(draft, 'DUPLICATE', [], `this changeset has two items for the same ${record}`, 'one item per record');
    }
  }
}

/** A predicate's key is its id; another record that comes from another graph keeps the id it had there. */
function idGiven(record: RecordName, item: Item): string | undefined {
  if (item.kind !== 'put') return undefined;
  return record === 'Predicate' ? item.key : item.id;
}

/** Everything by which two items could mean one record. */
function namesOf({ record, id, item, stored, sameAs }: Draft): string[] {
  // Two that are there already may be names of one page.
  const page = stored === undefined && sameAs === undefined ? pageOf(item) : undefined;
  const names = [`${record} ${id}`];
  if (item?.kind === 'put' && item.key) names.push(`${record} key ${item.key}`);
  if (page) names.push(`page ${page}`);
  if (record === 'ClaimLink' && item?.kind === 'put')
    names.push(`link ${String(item.values['from'])} ${String(item.values['kind'])} ${String(item.values['to'])}`);
  return names;
}

function takePut(draft: Draft, item: PutItem, known: Known, sources: SourcesByAddress): void {
  const { record } = draft;
  const byKey = item.key ? known.byKey(record, item.key) : undefined;
  draft.stored = item.id ? known.byId(record, item.id) : byKey;
  if (item.id && byKey && byKey.id !== item.id) {
    refuseDraft(draft, 'DUPLICATE', ['key'], `another ${record} has the key "${item.key}"`, 'a key that no other record has');
  }
  if (record === 'Predicate' && !draft.stored && !item.key) {
    refuseDraft(draft, 'BAD_INPUT', ['key'], 'a predicate needs a key', 'a slug such as "employs"');
  }
  if (record === 'Source') takePage(draft, item, known, sources);
  if (record === 'ClaimLink' && !item.id && !item.key) {
    const from = resolvedId(known, 'Claim', item.values['from']);
    const to = resolvedId(known, 'Claim', item.values['to']);
    draft.stored = known
      .all('ClaimLink')
      .find(({ document }) => document['from'] === from && document['to'] === to && document['kind'] === item.values['kind']);
  }
  if (item.mustExist && !draft.stored && isSound(draft)) {
    const name = item.id ?? item.key ?? '';
    refuseDraft(draft, 'NOT_FOUND', [item.id ? 'id' : 'key'], `there is no ${record} "${name}"`, `the id or key of an existing ${record}`);
  }
}

/** By the page: a source without a name is the one of its page, one with a new name is another name of that one. */
function takePage(draft: Draft, item: PutItem, known: Known, sources: SourcesByAddress): void {
  const address = addressGiven(item);
  const samePage = address === undefined ? undefined : sources.find(address);
  const { stored } = draft;
  if (samePage === undefined || stored?.id === samePage) return;
  const other = known.byId('Source', samePage);
  if (!item.id && !item.key) {
    draft.stored = other;
    draft.isFoundByPage = other !== undefined;
  } else if (!stored) draft.sameAs = samePage;
  // One of two of one page, which says nothing new of its page; a name of the other is one of them.
  else if (!isOfPage(stored, canonicalUrl(address!)))
    refuseDraft(
      draft,
      'DUPLICATE',
      ['url'],
      `this page is already the source ${other ? nameOf(other) : samePage}`,
      'refer to that source instead',
    );
}

const isOfPage = ({ document }: StoredRecord, page: string): boolean =>
  typeof document['url'] === 'string' && canonicalUrl(document['url']) === page;
