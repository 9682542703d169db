/** The graph as plain nodes and edges, for programs that draw and count: entities, claims and sources, and what stands between them. */
import type { Store } from '../../store/store.js';
import { inForce, recordsToExport, type ExportScope } from '../exporting.js';
import { rowsAs, type CitationRow, type ClaimRow, type EntityRow, type LinkRow, type SourceRow } from '../rows.js';

export interface PlainNode {
  readonly id: string;
  readonly type: 'Entity' | 'Claim' | 'Source';
  readonly label: string;
  readonly kind: string;
  readonly key: string;
  readonly url: string;
  readonly date: string;
}

export interface PlainEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** SUBJECT, OBJECT, MENTION, QUALIFIER, PUBLISHER, AUTHOR …, CITES, a kind of derivation (SUSPECTED_… where it is one) or of link between claims. */
  readonly type: string;
  /** Of a citation: its stance. */
  readonly stance: string;
  readonly date: string;
  /** Of a citation: whose word it is. */
  readonly speaker: string;
}

export async function* plainNodes(store: Store, scope: ExportScope): AsyncGenerator<PlainNode> {
  for await (const { record, rows } of recordsToExport(store, scope, ['Entity', 'Source', 'Claim'])) {
    const standing = inForce(rows);
    if (record === 'Entity')
      for (const { id, key, kind, defaultName } of rowsAs<EntityRow>(standing))
        yield { id, type: 'Entity', label: defaultName, kind, key: key ?? '', url: '', date: '' };
    if (record === 'Source')
      for (const { id, key, kind, title, url, published } of rowsAs<SourceRow>(standing))
        yield { id, type: 'Source', label: title, kind, key: key ?? '', url: url ?? '', date: published ?? '' };
    if (record === 'Claim')
      for (const { id, key, predicate, defaultText, firstSaid } of rowsAs<ClaimRow>(standing))
        yield { id, type: 'Claim', label: defaultText, kind: predicate?.key ?? '', key: key ?? '', url: '', date: firstSaid ?? '' };
  }
}

/** Ends are nodes that are there: what is retracted, or lies outside the scope, has no edges. */
export async function* plainEdges(store: Store, scope: ExportScope): AsyncGenerator<PlainEdge> {
  for await (const { record, rows } of recordsToExport(store, scope, ['Source', 'Claim', 'Citation', 'ClaimLink'])) {
    const standing = inForce(rows);
    if (record === 'Source') for (const source of rowsAs<SourceRow>(standing)) yield* sourceEdges(source);
    if (record === 'Claim') for (const claim of rowsAs<ClaimRow>(standing)) yield* claimEdges(claim);
    if (record === 'Citation')
      for (const { id, source, claim, stance, effectiveDate, speaker } of rowsAs<CitationRow>(standing))
        yield edge(id, source.id, claim.id, 'CITES', { stance, date: effectiveDate ?? '', speaker: speaker?.defaultName ?? '' });
    if (record === 'ClaimLink') for (const { id, from, to, kind } of rowsAs<LinkRow>(standing)) yield edge(id, from.id, to.id, kind);
  }
}

function edge(
  id: string,
  from: string,
  to: string,
  type: string,
  rest: Partial<Pick<PlainEdge, 'stance' | 'date' | 'speaker'>> = {},
): PlainEdge {
  return { id, from, to, type, stance: '', date: '', speaker: '', ...rest };
}

function* sourceEdges({ id, publisher, contributors, derivations, suspectedDerivations }: SourceRow): Generator<PlainEdge> {
  if (publisher) yield edge(`${id}-publisher`, id, publisher.id, 'PUBLISHER');
  for (const [index, { role, entity }] of contributors.entries()) yield edge(`${id}-contributor-${index}`, id, entity.id, role);
  for (const [index, { kind, source }] of derivations.entries()) yield edge(`${id}-derivation-${index}`, id, source.id, kind);
  for (const [index, { kind, source }] of suspectedDerivations.entries())
    yield edge(`${id}-suspected-derivation-${index}`, id, source.id, `SUSPECTED_${kind}`);
}

function* claimEdges({ id, subject, object, mentions, qualifiers }: ClaimRow): Generator<PlainEdge> {
  if (subject) yield edge(`${id}-subject`, id, subject.id, 'SUBJECT');
  if (object) yield edge(`${id}-object`, id, object.id, 'OBJECT');
  for (const [index, { entity }] of mentions.entries()) yield edge(`${id}-mention-${index}`, id, entity.id, 'MENTION');
  for (const [index, { entity }] of qualifiers.entries()) if (entity) yield edge(`${id}-qualifier-${index}`, id, entity.id, 'QUALIFIER');
}
