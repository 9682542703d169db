/**
 * An evidence pack: claims with everything that they stand on, to be read without this program: a page,
 * the records as JSON lines from which the graph can be restored, and digests of both.
 */
import { createHash } from 'node:crypto';
import { chainOf } from '../../analysis/chain.js';
import { Corroborations } from '../../analysis/corroboration.js';
import { provenanceOfCitations, provenanceOfClaims, type ProvenanceLimits } from '../../analysis/provenance.js';
import type { Asking } from '../../model/changeset/known.js';
import { InputError } from '../../model/errors.js';
import type { Store } from '../../store/store.js';
import { allOf, recordsToExport, related, type ExportScope } from '../exporting.js';
import type { ExportFile } from '../files.js';
import { writeOwn } from '../own/write.js';
import { rowsAs, type CitationRow, type ClaimRow, type SourceRow } from '../rows.js';
import { evidencePage, type ClaimEvidence, type EvidenceCitation } from './page.js';

export interface EvidenceOptions {
  readonly limits: ProvenanceLimits;
  /** Claims of one pack. */
  readonly claimsMax: number;
}

export async function* writeEvidence(store: Store, scope: ExportScope, { limits, claimsMax }: EvidenceOptions): AsyncGenerator<ExportFile> {
  const claims: ClaimRow[] = [];
  for await (const { rows } of allOf(store, 'Claim', scope.where)) {
    claims.push(...rowsAs<ClaimRow>(rows));
    if (claims.length > claimsMax)
      throw InputError.of(
        'TOO_LONG',
        `the pack would hold more than ${claimsMax} claims`,
        ['where'],
        'fewer claims, or raise CLAIMGRAPH_EVIDENCE_CLAIMS_MAX',
      );
  }
  const ask = <T>(asking: Asking<T>) => answered(store, asking);
  const evidence = await evidenceOf(store, claims, ask, limits);
  const sources = await sourcesIn(store, scope);
  const digests = new Map<string, string>();
  yield { name: 'index.html', text: digested(digests, 'index.html', [evidencePage(evidence, sources)]) };
  yield { name: 'graph.jsonl', text: digested(digests, 'graph.jsonl', writeOwn(store, scope)) };
  // Last: the digests are known when the files are written.
  yield { name: 'SHA256SUMS', text: sums(digests) };
}

async function answered<T>(store: Store, asking: Asking<T>): Promise<T> {
  let step = asking.next({});
  while (!step.done) step = asking.next(await store.ask(step.value));
  return step.value;
}

async function evidenceOf(
  store: Store,
  claims: readonly ClaimRow[],
  ask: <T>(asking: Asking<T>) => Promise<T>,
  limits: ProvenanceLimits,
): Promise<ClaimEvidence[]> {
  const found = new Map<string, CitationRow[]>(claims.map(({ id }) => [id, []]));
  if (claims.length > 0)
    for await (const { rows } of allOf(
      store,
      'Citation',
      related(
        'claim',
        claims.map(({ id }) => id),
      ),
    ))
      for (const row of rowsAs<CitationRow & { retraction: { reason: string } | null }>(rows)) found.get(row.claim.id)!.push(row);
  const provenance = await ask(
    provenanceOfClaims(
      claims.map(({ id }) => id),
      limits,
    ),
  );
  const chains = await ask(
    provenanceOfCitations(
      [...found.values()].flat().map(({ id }) => id),
      limits,
    ),
  );
  const corroborations = new Corroborations(provenance);
  return claims.map((claim) => ({
    claim,
    corroboration: corroborations.of(claim.id),
    citations: found.get(claim.id)!.map((citation): EvidenceCitation => ({ citation, chain: chainOf(citation.id, chains) })),
  }));
}

async function sourcesIn(store: Store, scope: ExportScope): Promise<ReadonlyMap<string, SourceRow>> {
  const sources = new Map<string, SourceRow>();
  for await (const { rows } of recordsToExport(store, scope, ['Source']))
    for (const source of rowsAs<SourceRow>(rows)) sources.set(source.id, source);
  return sources;
}

async function* digested(
  digests: Map<string, string>,
  name: string,
  text: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const piece of text) {
    hash.update(piece);
    yield piece;
  }
  digests.set(name, hash.digest('hex'));
}

async function* sums(digests: ReadonlyMap<string, string>): AsyncGenerator<string> {
  for (const [name, digest] of digests) yield `${digest}  ${name}\n`;
}
