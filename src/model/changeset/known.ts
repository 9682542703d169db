/** What the graph already holds of what a changeset touches: fetched by the store, read by the resolver. */
import type { RecordName } from '../definition.js';
import type { PeerListName } from '../peers.js';
import type { Mergeable } from './canonical.js';
import type { StoredRecord } from './changeset.js';

/** By which records that may be of one thing find each other. */
export type AlikeKey =
  /** The nearest ones by the folded name or title, on both sides. */
  | { readonly by: 'order'; readonly folded: string }
  /** Every one of these words (values/words.ts) in the texts that the search looks at. */
  | { readonly by: 'words'; readonly words: readonly string[] }
  | { readonly by: 'digest'; readonly digest: string }
  | { readonly by: 'identifier'; readonly scheme: string; readonly value: string };

/** A question of the resolver, or of an analysis, to the store. Each is one statement (or a few of bounded number). */
export type Fetch =
  | { readonly fetch: 'records'; readonly record: RecordName; readonly ids: readonly string[]; readonly keys: readonly string[] }
  /** Sources of these pages, and those that name one of these addresses as an archived copy. */
  | { readonly fetch: 'sourcesByUrl'; readonly canonicalUrls: readonly string[]; readonly copies?: readonly string[] }
  /** Records whose reference is one of the ids; where a limit is given, at most so many of them, in no order. */
  | {
      readonly fetch: 'referring';
      readonly record: RecordName;
      readonly reference: string;
      readonly ids: readonly string[];
      readonly limit?: number | undefined;
      /** Only those that refer to this record too. */
      readonly also?: { readonly reference: string; readonly id: string } | undefined;
    }
  /** Records whose list of parts refers to one of the ids; at most `limit` of them, in no order. */
  | { readonly fetch: 'holding'; readonly list: PeerListName; readonly ids: readonly string[]; readonly limit: number }
  /**
   * These records and those that they lead to by any of these lists, all of one record's (by parts of these kinds, where
   * some are given), up to so many steps away; at most `limit` of them, in no order.
   */
  | {
      readonly fetch: 'upstream';
      readonly lists: readonly PeerListName[];
      readonly kinds?: readonly string[] | undefined;
      readonly from: readonly string[];
      readonly steps: number;
      readonly limit: number;
    }
  /**
   * Who owns these entities, who owns those, and so on: the claims in force that say so, and those that deny it, as
   * they are read. Gives up beyond `limit` entities.
   */
  | { readonly fetch: 'owners'; readonly ids: readonly string[]; readonly limit: number }
  /** Which of these entities and sources are merged, as pairs (id, id of the record that it is read through). */
  | { readonly fetch: 'merged'; readonly ids: readonly string[] }
  /** Every record whose document, as it was given, refers to one of these entities or sources. */
  | { readonly fetch: 'pointing'; readonly ids: readonly string[] }
  /** Which of these are withheld from readers, as pairs (id, id). */
  | { readonly fetch: 'withheld'; readonly record: RecordName; readonly ids: readonly string[] }
  /**
   * Records in force that have what a key says, as pairs (place of the key, id); at most `limit` of each key, and
   * `neighbours` on each side of a name, which a store finds by an index, however many more there are.
   */
  | {
      readonly fetch: 'alike';
      readonly record: Mergeable;
      readonly keys: readonly AlikeKey[];
      readonly limit: number;
      readonly neighbours: number;
    }
  /** Who made these records, and who last said who may see them. */
  | { readonly fetch: 'deciders'; readonly record: RecordName; readonly ids: readonly string[] }
  /** Authors by their names, or by the pseudonyms that readers know them by: pairs (name, pseudonym). */
  | { readonly fetch: 'authors'; readonly names: readonly string[]; readonly pseudonyms: readonly string[] }
  | { readonly fetch: 'texts'; readonly digests: readonly string[] }
  /** Everything reachable by one list from these records, as pairs (from, to). */
  | { readonly fetch: 'reachable'; readonly list: PeerListName; readonly from: readonly string[] };

/** Work that asks the store as it goes: pure, so that it runs in either store, inside a transaction or out of one. */
export type Asking<T> = Generator<Fetch, T, Fetched>;

export interface Fetched {
  readonly records?: readonly StoredRecord[];
  readonly texts?: ReadonlyMap<string, string>;
  readonly pairs?: readonly (readonly [string, string])[];
  readonly ownerships?: readonly Ownership[];
  readonly deciders?: readonly Deciders[];
  /** Of the records: which of their references are read through others, where the store knew that at once. */
  readonly through?: readonly (readonly [string, string])[];
}

/** A claim that somebody owns somebody; negated, that they do not. Dates are EDTF texts. */
export interface Ownership {
  readonly claim: string;
  readonly owned: string;
  readonly owner: string;
  readonly negated: boolean;
  readonly validFrom: string | undefined;
  readonly validUntil: string | undefined;
}

export interface Deciders {
  readonly id: string;
  readonly createdBy: string | undefined;
  /** Who wrote the first version since which it has the visibility that it has. */
  readonly shownBy: string | undefined;
}

export class Known {
  readonly #byId = new Map<string, StoredRecord>();
  readonly #idByKey = new Map<string, string>();
  readonly texts = new Map<string, string>();

  add(records: readonly StoredRecord[]): void {
    for (const stored of records) {
      this.#byId.set(`${stored.record} ${stored.id}`, stored);
      const key = stored.document['key'];
      if (typeof key === 'string') this.#idByKey.set(`${stored.record} ${key}`, stored.id);
    }
  }

  byId(record: RecordName, id: string): StoredRecord | undefined {
    return this.#byId.get(`${record} ${id}`);
  }

  byKey(record: RecordName, key: string): StoredRecord | undefined {
    const id = this.#idByKey.get(`${record} ${key}`);
    return id === undefined ? undefined : this.byId(record, id);
  }

  all(record: RecordName): StoredRecord[] {
    return [...this.#byId.values()].filter((stored) => stored.record === record);
  }
}
