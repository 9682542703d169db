/** Reviews that stand on one page: what the first of them says of the page holds, and what a later one says otherwise is told. */
import { canonicalUrl } from '../../model/values/urls.js';
import { openScratch } from '../../store/scratch.js';
import type { Entry, Item } from '../reading/entry.js';

/** What one page has once. */
const SAID_ONCE = ['title', 'language', 'published', 'publisher'] as const;

/** The entries of a file, none of which says otherwise of a page than one before it. */
export async function* agreeingOnPages(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  const said = openScratch();
  try {
    for await (const entry of entries) {
      const lost = new Set<string>();
      const items = entry.items.map((item): Item => {
        const source = item['source'] as Item | undefined;
        if (typeof source?.['url'] !== 'string' || source['ifMissing'] === true) return item;
        const page = canonicalUrl(source['url']);
        const otherwise = SAID_ONCE.filter((member) => {
          const value = source[member];
          if (typeof value !== 'string') return false;
          const before = said.first(`${member} ${page}`);
          if (before === undefined) said.add(`${member} ${page}`, value);
          return before !== undefined && before !== value;
        });
        for (const member of otherwise) lost.add(`${member} (a different value in a later review of the same page)`);
        const kept = Object.entries(source).filter(([member]) => !otherwise.some((each) => each === member));
        return otherwise.length === 0 ? item : { source: Object.fromEntries(kept) };
      });
      yield lost.size === 0 ? entry : { ...entry, items, lost: [...entry.lost, ...lost] };
    }
  } finally {
    said.close();
  }
}
