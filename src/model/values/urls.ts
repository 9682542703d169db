/**
 * URLs: the given spelling is kept; a canonical one beside it says which page it is. Spellings of one page (tracking,
 * www, mobile host, fragment, slash, escapes), its other doors (a video's short address, an AMP cache) and its copies
 * in archives are one source.
 */
import normalizeUrl from 'normalize-url';
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';
import { isUtf8, parametersOf, searchOf, sorted, withUpperCaseEscapes } from './addresses/query.js';
import { onItsSite } from './addresses/sites.js';
import { isTracking, isTrackingByName } from './addresses/tracking.js';
import { pageWithin, type Within } from './addresses/within.js';

const HINT = 'an absolute http or https URL, e.g. https://example.org/page';

/** Whether a reference is meant as an address, rather than a key. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** Refuses what is no absolute http(s) URL, or carries a password. The spelling stays as given. */
export function cleanUrl(value: string, max: number): Cleaned<string> {
  const text = value.trim();
  if (text.length > max) return refuse('TOO_LONG', `the URL has ${text.length} characters`, `at most ${max} characters`);
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  if (/[\s\p{Cs}\u0000-\u001F\u007F]/u.test(text)) return refuse('BAD_URL', 'the URL holds a space or control character', HINT);
  const url = URL.parse(text);
  if (!url || !isWebAddress(text) || /^$|^\.|\.\./.test(url.hostname))
    return refuse('BAD_URL', `"${excerpt(text)}" is not a web address`, HINT);
  if (url.username !== '' || url.password !== '')
    return refuse('BAD_URL', 'the URL carries a user name or password', 'remove the part before the @');
  return accept(text);
}

/** Deeper than this, addresses within addresses are not looked for: an archive of a translation of an archive. */
const WITHIN_MAX = 8;

/** The one spelling that stands for every spelling of a page, its other doors and its copies. Takes a cleaned URL. */
export const canonicalUrl = (cleaned: string): string => pageOf(cleaned, { leftAway: isTracking, plain: true });

/** What of an address is taken to say nothing. */
interface Taken {
  readonly leftAway: (host: string, name: string, value: string) => boolean;
  /** A form for telephones, an AMP form. */
  readonly plain: boolean;
}

/** Whether two addresses are of one page only if parameters say nothing that track by their value or their site, or if one is a form of the other. */
export const isOnePageByGuess = (one: string, other: string): boolean =>
  differIn(one, other, { leftAway: (_host, name) => isTrackingByName(name), plain: false });

/** Whether two addresses are of one page only if parameters say nothing, or if one is a form of the other. */
export const isOnePageByParametersOrForm = (one: string, other: string): boolean =>
  differIn(one, other, { leftAway: () => false, plain: false });

/** Whether one of two addresses of a page is a form of the other by its path or host alone: for telephones, or AMP. */
export const differInForm = (one: string, other: string): boolean => differIn(one, other, { leftAway: isTracking, plain: false });

/** The names of the parameters that only one of two addresses of a page has, or that they have otherwise. */
export function differingParameters(one: string, other: string): string[] {
  const [a, b] = [one, other].map((address) => parametersOf(spelled(new URL(address)).search));
  const isIn = (text: string, among: typeof a): boolean => among!.some((each) => each.text === text);
  const differing = [...a!.filter(({ text }) => !isIn(text, b)), ...b!.filter(({ text }) => !isIn(text, a))];
  return [...new Set(differing.map(({ name }) => name))].sort();
}

const differIn = (one: string, other: string, taken: Taken): boolean =>
  canonicalUrl(one) === canonicalUrl(other) && pageOf(one, taken) !== pageOf(other, taken);

/** The one spelling of this very address: of the copy in an archive, not of the page that was copied. */
export const addressOf = (cleaned: string): string => normalUrl(spelled(new URL(cleaned)));

/** The page that a cleaned URL shows as a copy or translation, as its address is written there; undefined of any other. */
export function copiedPage(cleaned: string): Within | undefined {
  const url = spelled(new URL(cleaned));
  const within = pageWithin(url);
  if (!within) return undefined;
  const inner = copiedPage(within.address);
  if (!within.isCopy) return inner;
  // A copy of a copy shows the innermost page; when it was made is what its own address says.
  return inner ? { ...inner, capturedAt: within.capturedAt ?? inner.capturedAt } : within;
}

function pageOf(cleaned: string, { leftAway, plain }: Taken): string {
  let url = spelled(new URL(cleaned));
  for (let depth = 0; depth < WITHIN_MAX; depth++) {
    const within = pageWithin(url);
    if (!within) break;
    url = spelled(new URL(within.address));
  }
  return normalUrl(without(onItsSite(url, plain), leftAway));
}

/** One archive under many names. */
const ARCHIVE_TODAY = /^(www\.)?archive\.(today|ph|is|li|fo|md|vn)$/;

/** Without the root's dot and the www that say nothing: what every rule looks at. */
function spelled(url: URL): URL {
  const plain = new URL(url);
  plain.protocol = 'https:';
  plain.hostname = withoutRootDot(url.hostname).replace(ARCHIVE_TODAY, 'archive.ph');
  plain.pathname = url.pathname.replace(UNRESERVED, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
  return plain;
}

/** Escapes of letters, digits and - . _ ~, which mean the same without (RFC 3986, 6.2.2.2). */
const UNRESERVED = /%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/gi;

/** paper.example. is paper.example, said from the root. */
const withoutRootDot = (host: string): string => host.replace(/\.$/, '');

function without(url: URL, leftAway: Taken['leftAway']): URL {
  const kept = parametersOf(url.search).filter(({ name, value }) => !leftAway(url.hostname, name, value));
  const plain = new URL(url);
  plain.search = searchOf(kept);
  return plain;
}

function normalUrl(url: URL): string {
  // A query in another encoding than UTF-8 would lose its letters when taken apart: only its order and the case of
  // its escapes are made one.
  const kept = isUtf8(url.search) ? '' : withUpperCaseEscapes(searchOf(sorted(parametersOf(url.search))));
  const bare = new URL(url);
  if (kept !== '') bare.search = '';
  // A fragment that is a route names a page of its own.
  const route = /^#[!/]/.test(bare.hash) ? bare.hash.replace(/:~:.*$/s, '') : '';
  bare.hash = '';
  const page = normalizeUrl(bare.href, {
    forceHttps: true,
    stripWWW: true,
    stripHash: true,
    removeTrailingSlash: true,
    removeSingleSlash: true,
    sortQueryParameters: true,
    removeQueryParameters: false,
  });
  return page + kept + withUpperCaseEscapes(route);
}
