/** Languages: BCP 47 tags checked against the IANA registry, matched as RFC 4647 says. */
import { basicFilter, lookup } from 'bcp-47-match';
import tags from 'language-tags';
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';

const HINT = 'a BCP 47 tag such as fr, en-GB, zh-Hant, or und when the language is not known';
const known = new Map<string, Cleaned<string>>();
const REMEMBERED = 5_000;

/** The canonical spelling of a language tag. */
export function cleanLanguage(value: string): Cleaned<string> {
  let found = known.get(value);
  if (!found) {
    found = canonicalLanguage(value);
    if (known.size < REMEMBERED) known.set(value, found);
  }
  return found;
}

function canonicalLanguage(value: string): Cleaned<string> {
  const wrong = refuse('BAD_LANGUAGE', `"${excerpt(value)}" is not a language tag`, HINT);
  let canonical: string | undefined;
  try {
    canonical = Intl.getCanonicalLocales(value.trim())[0];
  } catch {
    return wrong;
  }
  // Well-formed is not enough: the language itself must be registered (private use, qaa–qtz, is).
  return canonical && tags.language(canonical.split('-')[0]!) ? accept(canonical) : wrong;
}

/** Whether a tag falls in a range: `fr` takes in `fr-CA` (RFC 4647 §3.3.1, basic filtering). */
export function matchesLanguage(tag: string, range: string): boolean {
  return basicFilter([tag], range).length > 0;
}

/**
 * The item to show to a reader of these languages, most wanted first: the best match by RFC 4647
 * lookup in either direction (`fr` for `fr-CA` and the reverse), else the first item.
 */
export function pickByLanguage<T extends { readonly language: string }>(items: readonly T[], wanted: readonly string[]): T | undefined {
  if (items.length < 2 || wanted.length === 0) return items[0];
  const available = items.map((item) => item.language);
  for (const range of wanted) {
    const tag = lookup(available, range) ?? basicFilter(available, range)[0];
    if (tag) return items.find((item) => item.language === tag);
  }
  return items[0];
}
