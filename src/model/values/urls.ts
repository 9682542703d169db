/**
 * URLs: the given spelling is kept; a canonical one beside it says which page it is.
 * Two spellings of one page (tracking, www, mobile host, fragment, slash, escapes) are one source.
 */
import normalizeUrl from 'normalize-url';
import { getDomain } from 'tldts';
import { accept, excerpt, refuse, type Cleaned } from '../errors.js';

const HINT = 'an absolute http or https URL, e.g. https://example.org/page';

/** Parameters that say how a reader arrived, never which page it is. */
const TRACKING = [
  /^utm_\w+/i,
  /^(fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|vero_id|wickedid|oly_anon_id|oly_enc_id|s_cid|ncid|cmpid|cmp|xtor|at_medium|at_campaign|at_custom\d|__twitter_impression|amp|outputtype)$/i,
];
/** Parameters that track only on one site. */
const TRACKING_ON: Record<string, RegExp[]> = {
  'twitter.com': [/^(s|t|ref_src|ref_url|cxt)$/i],
  'x.com': [/^(s|t|ref_src|ref_url|cxt)$/i],
  'youtube.com': [/^(si|feature|pp|ab_channel)$/i],
  'youtu.be': [/^(si|feature)$/i],
  'facebook.com': [/^(__tn__|__cft__.*|mibextid|rdid|share_url)$/i],
};
const MOBILE_LABEL = /^(m|mobile|touch|amp)$/;

/** Whether a reference is meant as an address, rather than a key. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** Refuses what is no absolute http(s) URL, or carries a password. The spelling stays as given. */
export function cleanUrl(value: string, max: number): Cleaned<string> {
  const text = value.trim();
  if (text.length > max) return refuse('TOO_LONG', `the URL has ${text.length} characters`, `at most ${max} characters`);
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  if (/[\s\p{Cs}\u0000-\u001F\u007F]/u.test(text)) return refuse('BAD_URL', 'the URL holds a space or control character', HINT);
  const url = URL.parse(text);
  if (!url || !isWebAddress(text) || url.hostname === '') return refuse('BAD_URL', `"${excerpt(text)}" is no web address`, HINT);
  if (url.username !== '' || url.password !== '')
    return refuse('BAD_URL', 'the URL carries a user name or password', 'remove what stands before the @');
  return accept(text);
}

/** The one spelling that stands for every spelling of a page. Takes a cleaned URL. */
export function canonicalUrl(cleaned: string): string {
  const url = new URL(cleaned);
  url.hostname = withoutMobileLabel(url.hostname);
  const site = getDomain(url.hostname) ?? url.hostname;
  // A query in another encoding than UTF-8 would lose its letters when taken apart: it stays as it is.
  const kept = isUtf8(url.search) ? '' : url.search;
  if (kept !== '') url.search = '';
  const page = normalizeUrl(url.href, {
    forceHttps: true,
    stripWWW: true,
    // A fragment that is a route names a page of its own.
    stripHash: !/^#[!/]/.test(url.hash),
    removeTrailingSlash: true,
    removeSingleSlash: true,
    sortQueryParameters: true,
    removeQueryParameters: [...TRACKING, ...(TRACKING_ON[site] ?? [])],
  });
  return page + kept;
}

function isUtf8(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}

/** m.example.org and en.m.example.org are example.org and en.example.org on a telephone. */
function withoutMobileLabel(host: string): string {
  const domain = getDomain(host);
  if (!domain || host.length <= domain.length) return host;
  const labels = host
    .slice(0, -domain.length - 1)
    .split('.')
    .filter((label) => !MOBILE_LABEL.test(label));
  return [...labels, domain].join('.');
}
