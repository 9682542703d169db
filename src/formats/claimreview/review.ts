/** One review: the claim, the review as a source with its publisher and rating, and where the claim was made. */
import { refusal, refused, type Entry, type Item, type Place } from '../reading/entry.js';
import type { Reading } from '../reading/reading.js';
import {
  agentKey,
  dateFrom,
  decimalFrom,
  digestOf,
  keyOf,
  languageFrom,
  leftOutOf,
  LONGEST_LABEL,
  LONGEST_TITLE,
  textFrom,
  UNDETERMINED,
  urlFrom,
} from '../reading/values.js';
import { canonicalUrl, copiedPage } from '../../model/values/urls.js';
import { typesOf } from './json-ld.js';
import { STANCE_OF, verdictOf, type Verdict } from './verdicts.js';

type Path = readonly (string | number)[];

/** Refused where the review says neither what it reviews nor where it is. */
export function entryOf(review: Reading, place: Place): Entry {
  review.take('@type');
  const claimText = textFrom(review.text('claimReviewed') ?? claimOf(review), LONGEST_LABEL);
  const url = review.become(urlFrom, 'url') ?? review.become(urlFrom, '@id') ?? review.become(urlFrom, 'mainEntityOfPage');
  // One name of it is enough.
  if (url !== undefined && review.look('@id') === review.look('url')) review.take('@id');
  if (claimText === undefined)
    return refused(place, refusal('BAD_INPUT', 'claimReviewed', 'the review does not say what it reviews', 'the claim in a sentence'));
  if (url === undefined) return refused(place, refusal('BAD_URL', 'url', 'the review has no web address', 'the page of the review'));
  const language = review.become(languageFrom, 'inLanguage') ?? UNDETERMINED;
  const lost = leftOutOf(review.look('claimReviewed'), LONGEST_LABEL).map((what) => `claimReviewed (${what})`);
  const items: Item[] = [];
  const claim = keyOf('claim', digestOf(claimText));
  items.push({ claim: { key: claim, ifMissing: true, texts: [{ language, text: claimText }] } });

  const publisher = publisherOf(review, items);
  const given = review.text('name') ?? review.text('headline');
  const title = textFrom(given ?? claimText, LONGEST_TITLE)!;
  lost.push(...leftOutOf(given, LONGEST_TITLE).map((what) => `name (${what})`));
  const published = dated(review, ['datePublished'], lost);
  const authors = authorsOf(review, publisher?.from, items);
  items.push({
    source: {
      kind: 'REVIEW',
      url,
      // The claim in place of a title does not replace one: a page may review several.
      ...(given === undefined ? { ifNew: { title } } : { title }),
      ...(language === UNDETERMINED ? {} : { language }),
      ...(published ? { published } : {}),
      ...(publisher ? { publisher: publisher.key } : {}),
      ...(authors.length > 0 ? { contributors: authors.map((entity) => ({ role: 'AUTHOR', entity })) } : {}),
    },
  });
  const appearances = appearancesOf(review, { key: claim, text: claimText }, items, lost);
  const { rating, verdict } = ratingOf(review, publisher?.url ?? url, lost);
  items.push({
    citation: {
      key: keyOf('review', digestOf(url, claimText)),
      claim,
      source: url,
      stance: verdict ? STANCE_OF[verdict] : 'MENTIONS',
      ...(rating ? { rating } : {}),
    },
  });
  items.push(...appearances);
  return { place, items, lost: [...lost, ...review.unused()], refusals: [] };
}

/** What a Claim says that a review is of, where the review itself does not say it. */
function claimOf(review: Reading): string | undefined {
  const [reviewed] = review.each('itemReviewed');
  const isClaim = reviewed && typesOf((review.look(...reviewed) as Record<string, unknown> | undefined) ?? {}).includes('Claim');
  return isClaim ? (review.text(...reviewed, 'text') ?? review.text(...reviewed, 'name')) : undefined;
}

interface Agent {
  readonly key: string;
  readonly url: string | undefined;
  /** Where it was read. */
  readonly from: Path;
}

/** The publisher, or the organization that wrote it. */
function publisherOf(review: Reading, items: Item[]): Agent | undefined {
  const candidates = [...review.each('publisher'), ...review.each('author'), ...review.each('sourceOrganization')];
  const isOrganization = (path: Path) =>
    typesOf((review.look(...path) as Record<string, unknown> | undefined) ?? {}).some((type) => /Organization|Agency/.test(type));
  const chosen = candidates.find(isOrganization) ?? candidates.find(([name]) => name === 'publisher');
  return chosen ? agentOf(review, chosen, items) : undefined;
}

function authorsOf(review: Reading, publisher: Path | undefined, items: Item[]): string[] {
  const keys = review
    .each('author')
    .filter((path) => JSON.stringify(path) !== JSON.stringify(publisher))
    .flatMap((path) => agentOf(review, path, items)?.key ?? []);
  return [...new Set(keys)];
}

/** An agent with a name becomes an entity that is there. */
function agentOf(review: Reading, path: Path, items: Item[]): Agent | undefined {
  const given = review.look(...path);
  if (typeof given === 'string') review.take(...path);
  const name = textFrom(typeof given === 'string' ? given : review.text(...path, 'name'), LONGEST_LABEL);
  if (name === undefined) return undefined;
  if (typeof given === 'string') return entity(items, name, 'ORGANIZATION', undefined, [], path);
  const types = typesOf(given as Record<string, unknown>);
  review.take(...path, '@type');
  const url = review.become(urlFrom, ...path, 'url') ?? review.become(urlFrom, ...path, '@id');
  // One name of it is enough where both are the same.
  if (url !== undefined && review.look(...path, '@id') === url) review.take(...path, '@id');
  const others = review.each(...path, 'sameAs').flatMap((each) => review.become(urlFrom, ...each) ?? []);
  return entity(items, name, types.includes('Person') ? 'PERSON' : 'ORGANIZATION', url, others, path);
}

function entity(items: Item[], name: string, kind: string, url: string | undefined, others: readonly string[], from: Path): Agent {
  const key = agentKey(name, url ?? others[0]);
  const pages = [...new Set([...(url ? [url] : []), ...others])];
  items.push({
    entity: {
      key,
      ifMissing: true,
      kind,
      names: [{ language: UNDETERMINED, text: name }],
      ...(pages.length > 0 ? { identifiers: pages.map((value) => ({ scheme: 'url', value })) } : {}),
    },
  });
  return { key, url: url ?? others[0], from };
}

interface Appearance {
  readonly urls: readonly string[];
  readonly title: string | undefined;
  readonly published: string | undefined;
}

interface Reviewed {
  readonly key: string;
  readonly text: string;
}

/** Where the claim was made: a citation for each page, or for the word of somebody where no page is named. */
function appearancesOf(review: Reading, { key: claim, text: claimText }: Reviewed, items: Item[], lost: string[]): Item[] {
  const reviewed = review.each('itemReviewed')[0];
  if (!reviewed) return [];
  review.take(...reviewed, '@type');
  // A citation has one speaker: further ones are left unread, and so reported.
  const [author] = review.each(...reviewed, 'author');
  const speaker = author && agentOf(review, author, items);
  const saidAt = dated(review, [...reviewed, 'datePublished'], lost);
  const places = [
    ...review.each(...reviewed, 'firstAppearance'),
    ...review.each(...reviewed, 'appearance'),
    ...(review.look(...reviewed, 'url') === undefined && review.look(...reviewed, '@id') === undefined ? [] : [reviewed]),
  ];
  if (review.look(...reviewed, 'firstAppearance') !== undefined) lost.push('itemReviewed.firstAppearance (that it was the first one)');
  // By the page: its addresses, those of copies of it, and its title.
  const pages = new Map<string, Appearance>();
  for (const path of places) {
    const given = review.look(...path);
    const url =
      typeof given === 'string'
        ? review.become(urlFrom, ...path)
        : (review.become(urlFrom, ...path, 'url') ?? review.become(urlFrom, ...path, '@id'));
    if (typeof given === 'object') review.take(...path, '@type');
    if (!url) continue;
    const isPage = typeof given === 'object' && path !== reviewed;
    const name = typeof given === 'object' ? review.text(...path, 'name') : undefined;
    const title = textFrom(name ?? (isPage ? review.text(...path, 'headline') : undefined), LONGEST_TITLE);
    const published = isPage ? dated(review, [...path, 'datePublished'], lost) : undefined;
    const page = pages.get(canonicalUrl(url));
    pages.set(canonicalUrl(url), {
      urls: [...new Set([...(page?.urls ?? []), url])],
      title: page?.title ?? title,
      published: page?.published ?? published,
    });
  }
  const said = (date: string | undefined) => ({
    claim,
    stance: 'SUPPORTS',
    ...(speaker ? { speaker: speaker.key } : {}),
    ...(date ? { saidAt: date } : {}),
  });
  if (pages.size > 0) {
    return [...pages.values()].flatMap(({ urls, title, published }): Item[] => {
      // The page's own address, where one is given beside its copies.
      const url = urls.find((each) => !copiedPage(each)) ?? urls[0]!;
      const archivedCopies = urls.flatMap((each) => {
        const copied = each === url ? undefined : copiedPage(each);
        return copied ? [{ url: each, ...(copied.capturedAt ? { capturedAt: copied.capturedAt } : {}) }] : [];
      });
      const copies = archivedCopies.length > 0 ? { archivedCopies } : {};
      return [
        {
          source: {
            url,
            ifMissing: true,
            kind: 'POST',
            title: textFrom(title ?? url, LONGEST_TITLE),
            ...(published ? { published } : {}),
            ...copies,
          },
        },
        // A page that has a date of its own says it then.
        { citation: { key: keyOf('appearance', digestOf(claim, url)), source: url, ...said(published ?? saidAt) } },
      ];
    });
  }
  if (!speaker) return [];
  // Nobody says where it can be read: the statement itself is the source.
  const source = keyOf('statement', digestOf(claim, speaker.key, saidAt ?? ''));
  return [
    {
      source: {
        key: source,
        ifMissing: true,
        kind: 'STATEMENT',
        title: textFrom(claimText, LONGEST_TITLE),
        ...(saidAt ? { published: saidAt } : {}),
      },
    },
    { citation: { key: keyOf('appearance', digestOf(claim, source)), source, ...said(saidAt) } },
  ];
}

function dated(review: Reading, path: Path, lost: string[]): string | undefined {
  const text = review.text(...path);
  const date = dateFrom(text);
  // Looked at, so that it is named with the reason rather than as unread.
  if (text !== undefined && date === undefined) lost.push(`${path.filter((step) => typeof step === 'string').join('.')} (no ISO date)`);
  return date;
}

function ratingOf(review: Reading, publisherUrl: string, lost: string[]): { rating?: Item; verdict?: Verdict } {
  const path = review.each('reviewRating')[0];
  if (!path) return {};
  review.take(...path, '@type');
  const label = textFrom(
    review.text(...path, 'alternateName') ??
      (Number.isNaN(Number(review.look(...path, 'ratingValue'))) ? review.text(...path, 'ratingValue') : undefined) ??
      review.text(...path, 'name'),
    500,
  );
  const number = (name: string) => review.become(decimalFrom, ...path, name);
  const [value, best, worst] = [number('ratingValue'), number('bestRating'), number('worstRating')];
  const verdict = label === undefined ? undefined : verdictOf(label, publisherUrl);
  if (label !== undefined && verdict === undefined) lost.push(`reviewRating.alternateName (no verdict is known for the label "${label}")`);
  const rating = {
    ...(label ? { label } : {}),
    ...(value ? { value } : {}),
    ...(best ? { best } : {}),
    ...(worst ? { worst } : {}),
    ...(verdict ? { verdict } : {}),
  };
  return Object.keys(rating).length === 0 ? {} : { rating, ...(verdict ? { verdict } : {}) };
}
