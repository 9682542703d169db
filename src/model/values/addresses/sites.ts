/** Sites that show one thing under several addresses, and the one that stands for them; and the doors that any site may have. */
import { getDomain } from 'tldts';

interface Site {
  readonly hosts: RegExp;
  /** The one address of what is shown; undefined where the address shows something else. */
  readonly address: (url: URL) => string | undefined;
}

const YOUTUBE_ID = /^[\w-]{11}$/;

const SITES: readonly Site[] = [
  {
    hosts: /^((www|m|music|gaming)\.)?youtube(-nocookie)?\.com$|^(www\.)?youtu\.be$/,
    address: (url) => {
      const [first = '', second = ''] = stepsOf(url);
      const id = url.hostname.endsWith('youtu.be')
        ? first
        : first === 'watch' && second === ''
          ? url.searchParams.get('v')
          : ['embed', 'shorts', 'live', 'v', 'e', 'watch'].includes(first)
            ? second
            : undefined;
      return id && YOUTUBE_ID.test(id) && !NO_VIDEOS.has(id) ? `https://youtube.com/watch?v=${id}` : undefined;
    },
  },
  {
    hosts: /^((www|player)\.)?vimeo\.com$/,
    address: (url) => {
      const id = /^\/(?:video\/)?(\d+)(?:\/[\da-f]{8,12})?\/?$/.exec(url.pathname)?.[1];
      return id && `https://vimeo.com/${id}`;
    },
  },
  {
    hosts: /^((www|geo|m)\.)?dailymotion\.com$|^(www\.)?dai\.ly$/,
    address: (url) => {
      const kept = url.hostname.endsWith('dai.ly') ? /^\/(\w+)\/?$/ : /^\/(?:embed\/)?video\/(\w+?)(?:_[^/]*)?\/?$/;
      const id = kept.exec(url.pathname)?.[1];
      return id && `https://dailymotion.com/video/${id}`;
    },
  },
  {
    // The number alone says which post it is: the name before it is shown, and never looked at.
    hosts: /^((www|m|mobile)\.)?(twitter|x|fxtwitter|vxtwitter|fixupx|fixvx)\.com$/,
    address: (url) => {
      const id = /^\/(?:\w+|i\/web)\/status(?:es)?\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
      if (id) return `https://twitter.com/i/status/${id}`;
      return `https://twitter.com${url.pathname}${url.search}${url.hash}`;
    },
  },
  {
    hosts: /^((www|m|old|new|np|amp|i)\.)?reddit\.com$|^(www\.)?redd\.it$/,
    address: (url) => {
      const id = url.hostname.endsWith('redd.it') ? /^\/(\w+)\/?$/.exec(url.pathname)?.[1] : undefined;
      if (id) return `https://reddit.com/comments/${id}`;
      const [, post, comment] = /^(?:\/(?:r|user)\/\w+)?\/comments\/(\w+)(?:\/[^/]+(?:\/(\w+))?)?\/?$/.exec(url.pathname) ?? [];
      if (post) return `https://reddit.com/comments/${post}${comment ? `/-/${comment}` : ''}`;
      return `https://reddit.com${url.pathname}${url.search}${url.hash}`;
    },
  },
];

/** Eleven letters that are no video. */
const NO_VIDEOS: ReadonlySet<string> = new Set(['videoseries', 'live_stream']);

/**
 * The address that stands for all of what this one shows; itself where nothing else is known. `plain`: forms for telephones and
 * AMP forms, which are known by their names alone, are taken off as well.
 */
export function onItsSite(given: URL, plain: boolean): URL {
  const url = new URL(given);
  // Those of an address within the path stay.
  url.pathname = url.pathname.replace(/(?<!:)\/{2,}/g, '/');
  const site = SITES.find(({ hosts }) => hosts.test(url.hostname));
  const address = site?.address(url);
  if (address !== undefined) return new URL(address);
  return plain ? withoutMobileLabel(withoutAmp(url)) : url;
}

const MOBILE_LABEL = /^(m|mobile|touch|amp)$/;

/** m.example.org and en.m.example.org are example.org and en.example.org on a telephone. */
function withoutMobileLabel(url: URL): URL {
  const domain = getDomain(url.hostname);
  if (!domain || url.hostname.length <= domain.length) return url;
  const labels = url.hostname
    .slice(0, -domain.length - 1)
    .split('.')
    .filter((label) => !MOBILE_LABEL.test(label));
  const plain = new URL(url);
  plain.hostname = [...labels, domain].join('.');
  return plain;
}

/** Steps of a path that are followed by a word: what stands there names the page, whatever the word is. */
const NAMING =
  /^(wiki|w|tags?|topics?|thema|categor(y|ies)|search|define|definition|dictionary|word|words|entry|term|glossary|products?|shop|store|brands?|artists?|music|users?|u|r|profile|people|hashtag|packages?|npm|projects?|docs|api|lemma|wort|mot|unit|units)$/i;

/** An article's AMP form beside it: /story/amp, /story.amp, /story.amp.html. */
function withoutAmp(url: URL): URL {
  const steps = stepsOf(url);
  const last = steps.at(-1);
  const before = steps.at(-2);
  const isBeside = last === 'amp' && before !== undefined && !NAMING.test(before);
  if (!isBeside && !/.\.amp(\.html?)?$/i.test(last ?? '')) return url;
  const plain = new URL(url);
  plain.pathname = isBeside ? `/${steps.slice(0, -1).join('/')}` : url.pathname.replace(/\.amp(\.html?)?\/*$/i, '$1');
  // /story.amp/amp is both.
  return withoutAmp(plain);
}

const stepsOf = (url: URL): string[] => url.pathname.split('/').filter((step) => step !== '');
