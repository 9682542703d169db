/** The formats that are read. */
import { readClaimReviews } from './claimreview/read.js';
import { readFollowTheMoney } from './follow-the-money/read.js';
import { readNanopublications } from './nanopub/read.js';
import { readOwn } from './own/read.js';
import { readWikidata } from './wikidata/read.js';
import { readAnnotations } from './web-annotation/read.js';
import { readProv } from './prov/read.js';
import { mappingOf } from './table/mapping.js';
import { readTable } from './table/read.js';
import { soundUtf8 } from './reading/encoding.js';
import type { ImportFormat, ReadOptions } from './reading/entry.js';

const READERS: readonly ImportFormat[] = [
  { name: 'jsonl', about: "claimgraph's own JSON Lines: one changeset item per line", read: readOwn },
  {
    name: 'claimreview',
    about: 'schema.org ClaimReview in JSON-LD: one review, a list, one review per line, or a data feed',
    read: readClaimReviews,
  },
  { name: 'wikidata', about: "Wikidata's entity JSON: a dump, or the answer of Special:EntityData", read: readWikidata },
  { name: 'ftm', about: 'FollowTheMoney: entities or statements as JSON lines', read: readFollowTheMoney },
  {
    name: 'nanopub',
    about: 'nanopublications in TriG, N-Quads (.nq) or TriX (.xml); integrity and signatures are checked',
    read: readNanopublications,
  },
  { name: 'web-annotation', about: 'W3C Web Annotations: one, a list, a page or a collection of them', read: readAnnotations },
  { name: 'prov-json', about: 'PROV-JSON: derivations and attributions of documents', read: readProv },
  {
    name: 'table',
    about: 'CSV, TSV (.tsv) or JSON lines (.jsonl), with a mapping file',
    encodingOf: (options) => mappingOf(options.mapping, options).encoding,
    read: readTable,
  },
];

/** Each format is given sound UTF-8. */
export const IMPORT_FORMATS: readonly ImportFormat[] = READERS.map((format) => ({
  ...format,
  async *read(input, options) {
    yield* format.read(soundUtf8(input, encodingOf(format, options)), options);
  },
}));

/** The encoding that a file is read in, where it does not say it itself. */
export const encodingOf = (format: Pick<ImportFormat, 'encodingOf'>, options: ReadOptions): string | undefined =>
  options.encoding ?? format.encodingOf?.(options);
