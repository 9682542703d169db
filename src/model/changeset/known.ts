/** What the graph already holds of what a changeset touches: fetched by the store, read by the resolver. */
import type { RecordName } from '../definition.js';
import type { StoredRecord } from './changeset.js';

/** A question of the resolver to the store. Each is one statement (or a few of bounded number). */
export type Fetch =
  | { readonly fetch: 'records'; readonly record: RecordName; readonly ids: readonly string[]; readonly keys: readonly string[] }
  | { readonly fetch: 'sourcesByUrl'; readonly canonicalUrls: readonly string[] }
  | { readonly fetch: 'linksFrom'; readonly claims: readonly string[] }
  | { readonly fetch: 'citationsOf'; readonly sources: readonly string[] }
  | { readonly fetch: 'texts'; readonly digests: readonly string[] }
  /** Everything reachable by relays or derivations from these records, as pairs (from, to). */
  | { readonly fetch: 'reachable'; readonly list: 'relays' | 'derivations'; readonly from: readonly string[] };

export interface Fetched {
  readonly records?: readonly StoredRecord[];
  readonly texts?: ReadonlyMap<string, string>;
  readonly pairs?: readonly (readonly [string, string])[];
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
