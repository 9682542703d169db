/** What is compared of a record. */
import type { StoredRecord } from '../../model/changeset/changeset.js';

export interface Comparable {
  readonly id: string;
  readonly kind: string;
  /** Names and aliases, or the title. */
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly digest: string | undefined;
  readonly publisher: string | undefined;
  /** EDTF. */
  readonly published: string | undefined;
}

export function comparable({ id, record, document }: StoredRecord): Comparable {
  const texts = (list: string) => ((document[list] as readonly { text: string }[] | undefined) ?? []).map(({ text }) => text);
  return {
    id,
    kind: document['kind'] as string,
    names: record === 'Source' ? [document['title'] as string] : [...texts('names'), ...texts('aliases')],
    identifiers: (document['identifiers'] as Comparable['identifiers'] | undefined) ?? [],
    digest: document['digest'] as string | undefined,
    publisher: document['publisher'] as string | undefined,
    published: document['published'] as string | undefined,
  };
}
