/** The formats that are written. */
import { Readable } from 'node:stream';
import type { ProvenanceLimits } from '../analysis/provenance.js';
import type { Store } from '../store/store.js';
import { writeClaimReviews } from './claimreview/write.js';
import { writeEvidence } from './evidence/write.js';
import type { ExportScope } from './exporting.js';
import { zipped, type ExportFile } from './files.js';
import { writeFollowTheMoney } from './follow-the-money/write.js';
import { writeGephi, writeNeo4jAdmin } from './graph-files/csv.js';
import { writeGraphMl } from './graph-files/graphml.js';
import { writeNanopublications } from './nanopub/write.js';
import { writeOwn } from './own/write.js';
import { writeQuads } from './rdf/write.js';

export interface ExportOptions {
  /** The address under which this graph is known; names records in RDF. */
  readonly publicUrl: string;
  readonly limits: ProvenanceLimits;
  /** Claims of one evidence pack. */
  readonly claimsMax: number;
}

interface Described {
  readonly name: string;
  readonly about: string;
  readonly mediaType: string;
  /** Of the file's name. */
  readonly ending: string;
}

export type ExportFormat = Described &
  (
    | { readonly write: (store: Store, scope: ExportScope, options: ExportOptions) => AsyncGenerator<string> }
    | { readonly files: (store: Store, scope: ExportScope, options: ExportOptions) => AsyncGenerator<ExportFile> }
  );

const zip = { mediaType: 'application/zip', ending: 'zip' };

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    name: 'jsonl',
    about: "claimgraph's own JSON Lines, from which the graph can be restored",
    mediaType: 'application/jsonl',
    ending: 'jsonl',
    write: writeOwn,
  },
  {
    name: 'claimreview',
    about: 'reviews of claims as schema.org ClaimReview in JSON-LD',
    mediaType: 'application/ld+json',
    ending: 'json',
    write: writeClaimReviews,
  },
  {
    name: 'ftm',
    about: 'FollowTheMoney entities as JSON lines',
    mediaType: 'application/jsonl',
    ending: 'ftm.jsonl',
    write: writeFollowTheMoney,
  },
  {
    name: 'nanopub',
    about: 'citations as nanopublications in TriG, under trusty URIs',
    mediaType: 'application/trig',
    ending: 'trig',
    write: writeNanopublications,
  },
  {
    name: 'nquads',
    about: 'everything as RDF: N-Quads, with PROV',
    mediaType: 'application/n-quads',
    ending: 'nq',
    write: writeQuads,
  },
  { name: 'graphml', about: 'nodes and edges as GraphML', mediaType: 'application/graphml+xml', ending: 'graphml', write: writeGraphMl },
  { name: 'gephi', about: 'nodes and edges as CSV for Gephi, in an archive', ...zip, files: writeGephi },
  { name: 'neo4j-admin', about: 'nodes and edges as CSV for neo4j-admin database import, in an archive', ...zip, files: writeNeo4jAdmin },
  {
    name: 'evidence-pack',
    about: 'an evidence page of claims with chains, quotes, archived links and digests, in an archive',
    ...zip,
    files: writeEvidence,
  },
];

/** The export as bytes. It fails while it is read, where it fails. */
export function exported(format: ExportFormat, store: Store, scope: ExportScope, options: ExportOptions): Readable {
  if ('files' in format) return zipped(format.files(store, scope, options));
  return Readable.from(format.write(store, scope, options), { objectMode: false });
}
