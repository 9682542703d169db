/**
 * The attribution chain of a citation: whom it has its word from, step by step, down to where it was
 * first published and who said it; where that chain breaks, and what is only suspected of its steps.
 */
import { isSurelyBefore } from '../model/values/dates.js';
import { stepsFrom, timeOf, type CitationFacts, type CopyKind, type Provenance, type ProvenanceStep } from './provenance.js';
import { suspectedStepsFrom, type SuspectedStep } from './suspicions.js';

export type StepKind = 'START' | 'RELAY' | CopyKind;
export type BreakKind = 'SPEAKER_NOT_CITED' | 'SPEAKER_UNKNOWN' | 'BACKWARDS' | 'UNDATED' | 'ANOTHER_CLAIM' | 'RETRACTED' | 'NOT_FOLLOWED';

export interface ChainStep {
  /** Steps from the citation asked about. */
  readonly depth: number;
  readonly kind: StepKind;
  /** Absent where a source is copied: the chain names no citation of its own there. */
  readonly citation: string | undefined;
  readonly source: string;
  /** The positions, in the list of steps, of those that lead here. */
  readonly from: readonly number[];
  /** Nothing in the graph lies beyond it. */
  readonly isOrigin: boolean;
  readonly breaks: readonly BreakKind[];
  /** What it is suspected to have been got from: no steps of the chain. */
  readonly suspicions: readonly Suspicion[];
}

export interface Suspicion {
  readonly kind: ProvenanceStep['kind'];
  /** Why it is suspected. */
  readonly reason: string;
  /** Absent where it is a source as a whole. */
  readonly citation: string | undefined;
  readonly source: string;
}

export interface Chain {
  readonly steps: readonly ChainStep[];
  readonly depth: number;
  readonly complete: boolean;
}

interface Draft {
  depth: number;
  kind: StepKind;
  citation: CitationFacts;
  source: string;
  from: number[];
  breaks: Set<BreakKind>;
}

/** Breadth first, so that each step has its least depth; what several lines lead to is one step. */
export function chainOf(start: string, provenance: Provenance): Chain {
  const { citations } = provenance;
  const drafts: Draft[] = [];
  const places = new Map<string, number>();
  const visit = (name: string, step: Omit<Draft, 'from' | 'breaks'>, from: number | undefined): void => {
    let place = places.get(name);
    if (place === undefined) {
      place = drafts.push({ ...step, from: [], breaks: new Set() }) - 1;
      places.set(name, place);
    }
    if (from === undefined) return;
    drafts[place]!.from.push(from);
    const [retold, told] = [
      timeOf(provenance, drafts[from]!.citation, drafts[from]!.source),
      timeOf(provenance, drafts[place]!.citation, drafts[place]!.source),
    ];
    if (retold && told && isSurelyBefore(retold, told)) drafts[from]!.breaks.add('BACKWARDS');
    if (drafts[from]!.citation.claim !== drafts[place]!.citation.claim) drafts[from]!.breaks.add('ANOTHER_CLAIM');
  };
  const first = citations.get(start);
  if (!first) return { steps: [], depth: 0, complete: provenance.complete };
  visit(`${start} ${first.source}`, { depth: 0, kind: 'START', citation: first, source: first.source }, undefined);

  const origins = new Set<number>();
  for (let place = 0; place < drafts.length; place++) {
    provenance.clock.check();
    const { depth, citation, source } = drafts[place]!;
    const known = citation.relays.filter((id) => citations.has(id)).length;
    const followed = known === citation.relays.length;
    if (!followed) drafts[place]!.breaks.add('NOT_FOLLOWED');
    const next = stepsFrom(provenance, citation, source);
    for (const step of next) visit(`${step.citation.id} ${step.source}`, { depth: depth + 1, ...step }, place);
    if (next.length === 0 && followed) origins.add(place);
  }
  for (const [place, draft] of drafts.entries()) addBreaks(provenance, draft, origins.has(place));
  return {
    steps: drafts.map(({ citation, breaks, ...step }, place) => ({
      ...step,
      suspicions: suspectedStepsFrom(provenance, { citation, source: step.source }).map(suspicionOf),
      citation: citation.source === step.source ? citation.id : undefined,
      isOrigin: origins.has(place),
      breaks: [...breaks],
    })),
    depth: drafts.reduce((most, { depth }) => Math.max(most, depth), 0),
    complete: provenance.complete,
  };
}

const suspicionOf = ({ kind, reason, citation, source }: SuspectedStep): Suspicion => ({
  kind,
  reason,
  citation: kind === 'RELAY' ? citation.id : undefined,
  source,
});

function addBreaks(provenance: Provenance, draft: Draft, isOrigin: boolean): void {
  const source = provenance.sources.get(draft.source);
  const { citation } = draft;
  if (timeOf(provenance, citation, draft.source) === undefined && !isOrigin) draft.breaks.add('UNDATED');
  if (source?.retracted || citation.retracted) draft.breaks.add('RETRACTED');
  if (!isOrigin || !source) return;
  if (citation.speakerUnknown) draft.breaks.add('SPEAKER_UNKNOWN');
  // Somebody else's word, and where they said it is not in the graph.
  const own = [source.publisher, ...source.authors];
  if (citation.speaker !== undefined && !own.includes(citation.speaker)) draft.breaks.add('SPEAKER_NOT_CITED');
}
