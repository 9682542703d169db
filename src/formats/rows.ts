/** The rows of an export, as far as formats look at them. */
import type { Row } from '../plan/rows.js';

export interface LabelRow {
  readonly language: string;
  readonly text: string;
}
export interface IdentifierRow {
  readonly scheme: string;
  readonly value: string;
}
export interface EntityBrief {
  readonly id: string;
  readonly key: string | null;
  readonly kind: string;
  readonly defaultName: string;
  readonly identifiers: readonly IdentifierRow[];
}
export interface SourceBrief {
  readonly id: string;
  readonly key: string | null;
  readonly kind: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly publisher: EntityBrief | null;
  readonly contributors: readonly { readonly role: string; readonly entity: EntityBrief }[];
}
export interface ClaimBrief {
  readonly id: string;
  readonly key: string | null;
  readonly negated: boolean;
  readonly defaultText: string;
  readonly texts: readonly LabelRow[];
}
export interface PredicateBrief {
  readonly id: string;
  readonly key: string;
  readonly labels: readonly LabelRow[];
}
export interface ValueRow {
  readonly kind: 'TEXT' | 'QUANTITY' | 'DATE' | 'UNKNOWN' | 'NONE';
  readonly text: string | null;
  readonly language: string | null;
  readonly amount: string | null;
  readonly unit: string | null;
  readonly date: string | null;
}
export interface RatingRow {
  readonly label: string | null;
  readonly value: string | null;
  readonly best: string | null;
  readonly worst: string | null;
  readonly verdict: string | null;
}
export interface PassageRow {
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly start: number | null;
  readonly end: number | null;
}
export interface EntityRow extends EntityBrief {
  readonly names: readonly LabelRow[];
  readonly aliases: readonly LabelRow[];
  readonly descriptions: readonly LabelRow[];
}
export interface ClaimRow extends ClaimBrief {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly firstSaid: string | null;
  readonly note: string | null;
  readonly subject: EntityBrief | null;
  readonly predicate: PredicateBrief | null;
  readonly object: EntityBrief | null;
  readonly value: ValueRow | null;
  readonly qualifiers: readonly {
    readonly predicate: PredicateBrief;
    readonly entity: EntityBrief | null;
    readonly value: ValueRow | null;
  }[];
  readonly mentions: readonly { readonly role: string; readonly entity: EntityBrief }[];
}
export interface SourceRow extends SourceBrief {
  readonly digest: string | null;
  readonly note: string | null;
  readonly archivedCopies: readonly { readonly url: string; readonly capturedAt: string | null }[];
  readonly derivations: readonly { readonly kind: string; readonly source: SourceBrief }[];
  readonly suspectedDerivations: readonly { readonly kind: string; readonly reason: string; readonly source: SourceBrief }[];
}
export interface CitationRow {
  readonly id: string;
  readonly key: string | null;
  readonly stance: string;
  readonly saidAt: string | null;
  readonly effectiveDate: string | null;
  readonly quote: string | null;
  readonly quoteLanguage: string | null;
  readonly note: string | null;
  readonly claim: ClaimBrief;
  readonly source: SourceBrief;
  readonly speaker: EntityBrief | null;
  readonly passage: PassageRow | null;
  readonly rating: RatingRow | null;
  readonly relayParts: readonly { readonly citation: { readonly id: string } }[];
}
export interface LinkRow {
  readonly id: string;
  readonly kind: string;
  readonly note: string | null;
  readonly from: ClaimBrief;
  readonly to: ClaimBrief;
}

/** Rows are what the selection of exporting.ts asked for. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what a row is, the caller knows
export const rowsAs = <T>(rows: readonly Row[]): readonly T[] => rows as unknown as readonly T[];

/** A value in words. */
export function printedValue(value: ValueRow): string {
  if (value.kind === 'UNKNOWN') return 'an unknown value';
  if (value.kind === 'NONE') return 'no value';
  return value.text ?? value.date ?? [value.amount, value.unit].filter(Boolean).join(' ');
}
export const webPageOf = (entity: EntityBrief): string | undefined => entity.identifiers.find(({ scheme }) => scheme === 'url')?.value;
