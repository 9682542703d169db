/** One page is one source: a source that a file gives under a key of its own, where its page is a source already, is that one. */
import { itemName } from '../model/changeset/input.js';
import type { RecordName, ShapeName } from '../model/definition.js';
import { edgesOf } from '../model/graph.js';
import { canonicalUrl, cleanUrl } from '../model/values/urls.js';
import type { Store } from '../store/store.js';
import type { Item } from './reading/entry.js';

type Content = Readonly<Record<string, unknown>>;

/** The page that an item's source is; undefined of any other item. */
export function pageOf(item: Item): string | undefined {
  const { url } = (item['source'] ?? {}) as { url?: unknown };
  if (typeof url !== 'string') return undefined;
  const cleaned = cleanUrl(url, url.length);
  return cleaned.ok ? canonicalUrl(cleaned.value) : undefined;
}

export interface Renamed {
  readonly item: Item;
  /** The item says otherwise of its page than the source that is there. */
  readonly isOther: boolean;
  /** Of one that is another item of the list: that one. */
  readonly sameAs?: number | undefined;
}

/** Keeps, for one import, which keys of sources stand for other ones. */
export class Pages {
  /** By a key of the file: the key or id of the source that has its page. */
  readonly #other = new Map<string, string>();

  constructor(private readonly store: Store) {}

  /** The items of a changeset, in their order, with references to pages' sources as they are there. */
  async renamed(items: readonly Item[]): Promise<Renamed[]> {
    const keyed = items.map((item) => {
      const { key, id } = (item['source'] ?? {}) as { key?: unknown; id?: unknown };
      const page = typeof key === 'string' && id === undefined ? pageOf(item) : undefined;
      return page === undefined ? undefined : { key: key as string, page };
    });
    const named = keyed.filter((each) => each !== undefined);
    const known = named.length > 0 ? await this.#known(named) : { byPage: new Map<string, Known>(), keys: new Set<string>() };
    const first = new Map<string, number>();
    const results = items.map((item, index): Renamed => {
      const its = keyed[index];
      if (!its) return { item, isOther: false };
      const there = known.byPage.get(its.page);
      const before = first.get(its.page);
      if (before === undefined) first.set(its.page, index);
      // A source of this key that had another address is another matter: the store says what is wrong with it.
      if (there && there.key !== its.key && !known.keys.has(its.key)) {
        this.#other.set(its.key, there.id);
        return { item: onlyToBeThere(item), isOther: says(item, there.document), sameAs: before };
      }
      if (before === undefined || there || keyed[before]!.key === its.key) return { item, isOther: false };
      this.#other.set(its.key, keyed[before]!.key);
      return { item, isOther: withoutKey(item) !== withoutKey(items[before]!), sameAs: before };
    });
    if (this.#other.size === 0) return results;
    return results.map((result) => ({ ...result, item: this.#withReferences(result.item) }));
  }

  async #known(named: readonly { readonly key: string; readonly page: string }[]) {
    const canonicalUrls = [...new Set(named.map(({ page }) => page))];
    const keyed = [...new Set(named.map(({ key }) => key))];
    const pages = (await this.store.ask({ fetch: 'sourcesByUrl', canonicalUrls })).records ?? [];
    const sources = (await this.store.ask({ fetch: 'records', record: 'Source', ids: [], keys: keyed })).records ?? [];
    const byPage = new Map<string, Known>();
    for (const { id, document } of pages) {
      const { url, key } = document as { url?: string; key?: string };
      if (url !== undefined) byPage.set(canonicalUrl(url), { id, key, document });
    }
    const keys = new Set(sources.map(({ document }) => document['key'] as string));
    return { byPage, keys };
  }

  #withReferences(item: Item): Item {
    const [[kind, content] = []] = Object.entries(item);
    const record = RECORD_OF_ITEM.get(kind ?? '');
    return record && isObject(content) ? { [kind!]: this.#inRecord(record, content) } : item;
  }

  /** What is not of the form that its record has is left as it is: it is refused where items are checked. */
  #inRecord(shape: ShapeName, content: Content): Content {
    const changed: Record<string, unknown> = { ...content };
    for (const edge of edgesOf(shape)) {
      const value = content[edge.name];
      if (edge.kind === 'reference' && edge.to === 'Source' && typeof value === 'string')
        changed[edge.name] = this.#other.get(value) ?? value;
      else if (edge.kind === 'parts' && Array.isArray(value))
        changed[edge.name] = value.map((part: unknown) => (isObject(part) ? this.#inRecord(edge.part, part) : part));
    }
    const { citations } = content;
    if (shape === 'Claim' && Array.isArray(citations))
      changed['citations'] = citations.map((each: unknown) => (isObject(each) ? this.#inRecord('Citation', each) : each));
    return changed;
  }
}

interface Known {
  readonly id: string;
  readonly key: string | undefined;
  readonly document: Content;
}

const RECORDS: readonly RecordName[] = ['Source', 'Claim', 'Citation'];
const RECORD_OF_ITEM = new Map(RECORDS.map((record) => [itemName(record), record]));
const isObject = (value: unknown): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value);

const contentOf = (item: Item): Content => item['source'] as Content;

function onlyToBeThere(item: Item): Item {
  const { key: _, ...content } = contentOf(item);
  return { source: { ...content, ifMissing: true } };
}

/** Whether an item that wants to say something says other than what is there, as far as a row of it tells. */
const says = (item: Item, there: Content): boolean => {
  const content = contentOf(item);
  return content['ifMissing'] !== true && ['title', 'kind'].some((name) => content[name] !== undefined && content[name] !== there[name]);
};

function withoutKey(item: Item): string {
  const { key: _, ifMissing: __, ...content } = contentOf(item);
  return JSON.stringify(content);
}
