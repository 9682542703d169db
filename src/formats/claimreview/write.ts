/** Reviews of claims as ClaimReview in JSON-LD: one object for each citation that rates a claim or stands in a review. */
import type { Store } from '../../store/store.js';
import { allOf, inForce, recordsToExport, related, type ExportScope } from '../exporting.js';
import { rowsAs, webPageOf, type CitationRow, type EntityBrief, type RatingRow } from '../rows.js';
import { UNDETERMINED } from '../reading/values.js';

type Json = Readonly<Record<string, unknown>>;

/** A list, so that a file of many is one JSON document. */
export async function* writeClaimReviews(store: Store, scope: ExportScope): AsyncGenerator<string> {
  let count = 0;
  yield '[';
  for await (const { rows } of recordsToExport(store, scope, ['Citation'])) {
    const reviews = rowsAs<CitationRow>(inForce(rows)).filter((each) => isReview(each) && each.source.url !== null);
    const said = await citationsOf(store, [...new Set(reviews.map(({ claim }) => claim.id))]);
    for (const review of reviews) {
      const others = said.get(review.claim.id)!.filter((each) => !isReview(each));
      yield `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(claimReview(review, others))}`;
    }
  }
  yield '\n]\n';
}

const isReview = ({ rating, source }: CitationRow): boolean => rating !== null || source.kind === 'REVIEW';

async function citationsOf(store: Store, claims: readonly string[]): Promise<ReadonlyMap<string, CitationRow[]>> {
  const found = new Map(claims.map((id) => [id, [] as CitationRow[]]));
  if (claims.length === 0) return found;
  for await (const { rows } of allOf(store, 'Citation', related('claim', claims)))
    for (const citation of rowsAs<CitationRow>(inForce(rows))) found.get(citation.claim.id)!.push(citation);
  return found;
}

function claimReview({ claim, source, rating }: CitationRow, appearances: readonly CitationRow[]): Json {
  const text = claim.texts.find(({ language }) => language === source.language) ?? claim.texts[0]!;
  const language = source.language ?? (text.language === UNDETERMINED ? undefined : text.language);
  const authors = source.contributors.filter(({ role }) => role === 'AUTHOR').map(({ entity }) => agent(entity));
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: source.url,
    name: source.title,
    claimReviewed: text.text,
    ...(language ? { inLanguage: language } : {}),
    ...(source.published ? { datePublished: source.published } : {}),
    ...(source.publisher ? { [authors.length > 0 ? 'publisher' : 'author']: agent(source.publisher) } : {}),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(rating ? { reviewRating: reviewRating(rating) } : {}),
    ...reviewed(appearances),
  };
}

/** Of who said it, and when, schema.org has one; each page may be where it appeared. */
function reviewed(appearances: readonly CitationRow[]): Json {
  const [first] = appearances;
  if (!first) return {};
  const pages = appearances.flatMap(({ source }) =>
    source.url ? { '@type': 'CreativeWork', url: source.url, ...(source.title === source.url ? {} : { name: source.title }) } : [],
  );
  return {
    itemReviewed: {
      '@type': 'Claim',
      ...(first.speaker ? { author: agent(first.speaker) } : {}),
      ...(first.saidAt ? { datePublished: first.saidAt } : {}),
      ...(pages.length > 0 ? { appearance: pages } : {}),
    },
  };
}

function agent(entity: EntityBrief): Json {
  const pages = entity.identifiers.filter(({ scheme }) => scheme === 'url').map(({ value }) => value);
  return {
    '@type': entity.kind === 'PERSON' ? 'Person' : 'Organization',
    name: entity.defaultName,
    ...(webPageOf(entity) ? { url: webPageOf(entity) } : {}),
    ...(pages.length > 1 ? { sameAs: pages.slice(1) } : {}),
  };
}

function reviewRating({ label, value, best, worst }: RatingRow): Json {
  return {
    '@type': 'Rating',
    ...(label ? { alternateName: label } : {}),
    ...(value ? { ratingValue: value } : {}),
    ...(best ? { bestRating: best } : {}),
    ...(worst ? { worstRating: worst } : {}),
  };
}
