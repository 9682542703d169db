/**
 * Addresses that show another page: copies of it in archives, its machine translations, its AMP form in a cache, and
 * links that only lead on to it. Which page that is can be read from the address itself, or is not known.
 */
import { cleanDate } from '../dates.js';

/** The page that an address shows. */
export interface Within {
  readonly address: string;
  /** The address is a copy of the page as it was, or a translation of it: it belongs to what is known of the page. */
  readonly isCopy: boolean;
  /** When the copy was made, where the address says so. */
  readonly capturedAt?: string | undefined;
}

type Rule = (url: URL) => Within | undefined;

/** The page that this address shows, if it shows another one than itself. */
export function pageWithin(url: URL): Within | undefined {
  for (const rule of RULES) {
    const within = rule(url);
    if (within) return within;
  }
  return undefined;
}

/** Archives of the web that keep a page's own address behind the time of the capture. */
const ARCHIVES =
  /^(web\.archive\.org|(www\.)?archive\.org|wayback\.archive\.org|wayback\.archive-it\.org|arquivo\.pt|webarchive\.nationalarchives\.gov\.uk|www\.webarchive\.org\.uk|webarchive\.loc\.gov|swap\.stanford\.edu|wayback\.vefsafn\.is|vefsafn\.is|webarchive\.parliament\.uk|webharvest\.gov|web\.archive\.org\.au|webarchive\.nla\.gov\.au|wayback\.webarchiv\.cz|haw\.nsk\.hr)$/;
const GOOGLE = /^(?:[a-z\d-]+\.)*google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;

/** An address in the rest of another one: whole, or escaped, with the slashes that some servers take for too many. */
const IN_PATH = /^(https?)(?::|%3A)(?:\/|%2F){1,2}(?=[^/])(.*)$/is;

const inWaybackMachine: Rule = (url) => {
  if (!ARCHIVES.test(hostOf(url))) return undefined;
  const found = /^\/(?:[\w.-]+\/)*?(?:(\d{4,14})(?:[a-z]{2}_)*\/)?(https?(?::|%3A).*)$/is.exec(restOf(url));
  if (found) return copy(found[2]!, found[1]);
  // Behind the time of a capture an address may stand without its scheme.
  const [, stamp, page] =
    /^\/(?:web|wayback)\/(\d{4,14})(?:[a-z]{2}_)*\/((?:[\w-]+\.)+[a-z][\w-]+(?:[:/?#].*)?)$/is.exec(restOf(url)) ?? [];
  return page === undefined ? undefined : copy(withScheme(page), stamp);
};

const inArchiveToday: Rule = (url) => {
  if (hostOf(url) !== 'archive.ph') return undefined;
  const found = /^\/(?:(?:(\d[\d.-]{3,17})|newest|oldest|timegate|o\/\w+)\/)?(https?(?::|%3A).*)$/is.exec(restOf(url));
  return found ? copy(found[2]!, found[1]?.replace(/[.-]/g, '')) : undefined;
};

const inMegalodon: Rule = (url) => {
  const found = hostOf(url) === 'megalodon.jp' ? /^\/(\d{4}-\d{4}-\d{4}-\d{2})\/(https?:.*)$/is.exec(restOf(url)) : null;
  return found ? copy(found[2]!, found[1]!.replaceAll('-', '')) : undefined;
};

const inSearchCache: Rule = (url) => {
  const host = hostOf(url);
  if (host === 'webcitation.org' || host === 'www.webcitation.org') return copy(url.searchParams.get('url'));
  if (host !== 'webcache.googleusercontent.com' && !GOOGLE.test(host)) return undefined;
  const found = /^cache:(?:[\w-]{8,16}:)?(\S+)/.exec(url.searchParams.get('q') ?? '');
  return found ? copy(withScheme(found[1]!)) : undefined;
};

/** Machine translations name the page in a parameter. */
const TRANSLATORS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameter: string }[] = [
  { host: /^translate\.google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/, path: /^\/(?:m\/)?(?:translate|website)$/, parameter: 'u' },
  { host: /^translate\.googleusercontent\.com$/, path: /^\/translate_[\w]+$/, parameter: 'u' },
  { host: /^(www\.)?(translatetheweb\.com|microsofttranslator\.com)$/, path: /^\//, parameter: 'a' },
  { host: /^translate\.yandex\.(com|ru)$/, path: /^\/translate$/, parameter: 'url' },
];

const inTranslator: Rule = (url) => {
  const host = hostOf(url);
  const translator = TRANSLATORS.find((each) => each.host.test(host) && each.path.test(url.pathname));
  const named = translator && url.searchParams.get(translator.parameter);
  return named ? copy(withScheme(named)) : undefined;
};

/** paper-example.translate.goog: a dot is a hyphen there, and a hyphen two. */
const inTranslatedHost: Rule = (url) => {
  const label = /^([a-z\d-]+)\.translate\.goog$/.exec(hostOf(url))?.[1];
  if (label === undefined) return undefined;
  const plain = /^0-(.+)-0$/.exec(label)?.[1] ?? label;
  const host = (url.searchParams.get('_x_tr_hp') ?? '') + plain.replace(/--|-/g, (found) => (found === '--' ? '-' : '.'));
  const own = url.search
    .replace(/^\?/, '')
    .split('&')
    .filter((parameter) => !parameter.startsWith('_x_tr_'))
    .join('&');
  return copy(`https://${host}${url.pathname}${own === '' ? '' : `?${own}`}${url.hash}`);
};

/** AMP pages in a cache or a viewer: /s/ before the host where the page is one of https. */
const inAmpCache: Rule = (url) => {
  const host = hostOf(url);
  const kept = /^(?:[a-z\d-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)$/.test(host)
    ? /^\/(?:[cv]|wp)\/(?:s\/)?(.+)$/is
    : GOOGLE.test(host)
      ? /^\/amp\/(?:s\/)?(.+)$/is
      : undefined;
  const found = kept?.exec(restOf(url));
  return found ? door(withScheme(found[1]!)) : undefined;
};

/** Links that lead on to the page that they name. */
const LEADING: readonly { readonly host: RegExp; readonly path: string; readonly parameters: readonly string[] }[] = [
  { host: GOOGLE, path: '/url', parameters: ['url', 'q'] },
  { host: /^lm?\.(facebook|instagram)\.com$/, path: '/l.php', parameters: ['u'] },
  { host: /^l\.instagram\.com$/, path: '/', parameters: ['u'] },
  { host: /^(www\.)?youtube\.com$/, path: '/redirect', parameters: ['q'] },
  { host: /^(www\.)?duckduckgo\.com$/, path: '/l/', parameters: ['uddg'] },
  { host: /^out\.reddit\.com$/, path: '/', parameters: ['url'] },
];

const atLink: Rule = (url) => {
  const host = hostOf(url);
  const leading = LEADING.find((each) => each.host.test(host) && each.path === url.pathname);
  const named = leading?.parameters
    .map((name) => url.searchParams.get(name))
    .find((value) => value !== null && /^https?:\/\//i.test(value));
  return named ? door(named) : undefined;
};

const RULES: readonly Rule[] = [
  inWaybackMachine,
  inArchiveToday,
  inMegalodon,
  inSearchCache,
  inTranslator,
  inTranslatedHost,
  inAmpCache,
  atLink,
];

const hostOf = (url: URL): string => url.hostname.replace(/\.+$/, '');
/** All that stands behind the host. */
const restOf = (url: URL): string => url.pathname + url.search + url.hash;

const withScheme = (text: string): string => (IN_PATH.test(text) ? text : `https://${text}`);

function copy(address: string | null, stamp?: string): Within | undefined {
  const page = address === null ? undefined : whole(address);
  return page === undefined ? undefined : { address: page, isCopy: true, capturedAt: timeOf(stamp) };
}

function door(address: string): Within | undefined {
  const page = whole(address);
  return page === undefined ? undefined : { address: page, isCopy: false };
}

/** The address on its own; undefined where it is none. */
function whole(text: string): string | undefined {
  const found = IN_PATH.exec(text);
  if (!found) return undefined;
  const isEscaped = !text.slice(0, 10).includes(':');
  const address = `${found[1]!.toLowerCase()}://${isEscaped ? unescaped(found[2]!) : found[2]!}`;
  const url = URL.parse(address);
  if (!url || !url.hostname.includes('.') || url.username !== '' || url.password !== '' || /\s/.test(address)) return undefined;
  return address;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** 20210111093000 as a date of the model: a year, a month, a day, or all of it. */
function timeOf(stamp: string | undefined): string | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(stamp ?? '') ?? [];
  if (year === undefined) return undefined;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  const cleaned = cleanDate(hour === undefined ? date : `${date}T${hour}:${minute}:${second ?? '00'}Z`);
  return cleaned.ok ? cleaned.value : undefined;
}
