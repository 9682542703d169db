/**
 * What speaks against a claim, both sides shown and no winner picked: links that say so, opposing
 * stances, its negated twin, another value of a predicate that has one at a time, and speakers who said
 * otherwise themselves.
 */
import type { RecordDocument, StoredRecord } from '../model/changeset/changeset.js';
import type { Asking } from '../model/changeset/known.js';
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import { compareLiterals, isDoubtful, type Comparison, type Literal } from '../model/values/compare.js';
import { areApart, isSurelyNotBefore, spanOf, type DateSpan } from '../model/values/dates.js';
import {
  addCitations,
  addSources,
  emptyProvenance,
  listed,
  partsOf,
  recordsOf,
  type CitationFacts,
  type Provenance,
  type ProvenanceLimits,
} from './provenance.js';

export type ContradictionKind = 'LINK' | 'OPPOSING_STANCES' | 'NEGATED_TWIN' | 'TWO_VALUES' | 'OWN_WORD';
export type Certainty = 'SURELY' | 'POSSIBLY';

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** POSSIBLY where dates are too vague, or absent, to say that both would hold at once. */
  readonly certainty: Certainty;
  readonly claim: string;
  /** The claim on the other side; undefined where the claim's own citations disagree. */
  readonly other: string | undefined;
  /** Whose word stands against itself. */
  readonly speaker: string | undefined;
  readonly citations: readonly string[];
  readonly otherCitations: readonly string[];
}

export interface Contradictions {
  readonly found: readonly Contradiction[];
  readonly complete: boolean;
}

/** Of each of these claims. `siblings` are remembered from claims looked at before. */
export function* contradictionsOf(
  ids: readonly string[],
  limits: ProvenanceLimits,
  known: Siblings = new Siblings(limits),
): Asking<Map<string, Contradictions>> {
  const { recordsMax: limit, clock = NO_DEADLINE } = limits;
  const asked = new Set(ids);
  const claims = yield* recordsOf('Claim', ids);
  const links = [
    ...((yield { fetch: 'referring', record: 'ClaimLink', reference: 'from', ids, limit }).records ?? []),
    ...((yield { fetch: 'referring', record: 'ClaimLink', reference: 'to', ids, limit }).records ?? []),
  ].filter(({ document, retraction }) => document['kind'] === 'CONTRADICTS' && !retraction);
  const predicates = yield* recordsOf('Predicate', [
    ...new Set(claims.flatMap(({ document }) => (document['predicate'] as string | undefined) ?? [])),
  ]);
  const siblings: StoredRecord[] = [];
  for (const { id } of predicates) {
    const subjects = [
      ...new Set(
        claims
          .filter(({ document }) => document['predicate'] === id)
          .flatMap(({ document }) => (document['subject'] as string | undefined) ?? []),
      ),
    ];
    for (const sibling of yield* known.of(id, subjects)) siblings.push(sibling);
  }
  const linked = links.flatMap(({ document }) => [document['from'] as string, document['to'] as string]).filter((id) => !asked.has(id));
  const others = othersOf([...siblings, ...claims, ...(yield* recordsOf('Claim', [...new Set(linked)]))], links, clock);
  const functional = new Set(predicates.filter(({ document }) => document['functional'] === true).map(({ id }) => id));

  const against = new Map(claims.map((claim) => [claim.id, sidesAgainst(claim, others, functional, clock)]));
  const provenance = emptyProvenance(limits);
  const involved = [...new Set([...ids, ...[...against.values()].flat().map(({ other }) => other)])];
  addCitations(provenance, (yield { fetch: 'referring', record: 'Citation', reference: 'claim', ids: involved, limit }).records ?? []);
  addSources(provenance, yield* recordsOf('Source', [...new Set([...provenance.citations.values()].map(({ source }) => source))]));
  const complete = links.length < limit && siblings.length < limit && provenance.citations.size < limit;
  return new Map(ids.map((id) => [id, { found: withCitations(id, against.get(id) ?? [], provenance), complete }]));
}

/** The claims of a subject by a predicate: a search goes through many claims of one. */
export class Siblings {
  readonly #known = new Map<string, readonly StoredRecord[]>();
  #size = 0;

  constructor(private readonly limits: ProvenanceLimits) {}

  *of(predicate: string, subjects: readonly string[]): Asking<readonly StoredRecord[]> {
    const limit = this.limits.recordsMax;
    const missing = subjects.filter((subject) => !this.#known.has(`${subject} ${predicate}`));
    const found =
      missing.length === 0
        ? []
        : ((yield {
            fetch: 'referring',
            record: 'Claim',
            reference: 'subject',
            ids: missing,
            limit,
            also: { reference: 'predicate', id: predicate },
          }).records ?? []);
    const siblings = subjects.flatMap((subject) => this.#known.get(`${subject} ${predicate}`) ?? []);
    // Only what was fetched whole is known, and only so much of it is held.
    if (found.length < limit && this.#size + found.length <= limit) this.#remember(predicate, missing, found);
    return siblings.length === 0 ? found : [...siblings, ...found];
  }

  #remember(predicate: string, subjects: readonly string[], found: readonly StoredRecord[]): void {
    const bySubject = new Map<string, StoredRecord[]>(subjects.map((subject) => [subject, []]));
    for (const each of found) bySubject.get(each.document['subject'] as string)?.push(each);
    for (const [subject, its] of bySubject) this.#known.set(`${subject} ${predicate}`, its);
    this.#size += found.length;
  }
}

interface Side {
  readonly kind: 'LINK' | 'NEGATED_TWIN' | 'TWO_VALUES';
  readonly certainty: Certainty;
  readonly other: string;
}

/** The claims that others are compared with. */
interface Others {
  readonly byId: ReadonlyMap<string, StoredRecord>;
  /** By subject and predicate, each list in the order of `byId`. */
  readonly alike: ReadonlyMap<string, readonly StoredRecord[]>;
  /** Links that say that it contradicts another, by the claim at either end. */
  readonly links: ReadonlyMap<string, readonly StoredRecord[]>;
}

function othersOf(claims: readonly StoredRecord[], contradicting: readonly StoredRecord[], clock: Clock): Others {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const alike = new Map<string, StoredRecord[]>();
  for (const claim of byId.values()) {
    clock.check();
    listed(alike, aboutWhat(claim), claim);
  }
  const links = new Map<string, StoredRecord[]>();
  for (const link of contradicting)
    for (const end of new Set([link.document['from'] as string, link.document['to'] as string])) listed(links, end, link);
  return { byId, alike, links };
}

const aboutWhat = ({ document }: StoredRecord): string => `${String(document['subject'])} ${String(document['predicate'])}`;

/** The claims that cannot hold together with this one, each once, by the plainest reason. */
function sidesAgainst(claim: StoredRecord, others: Others, functional: ReadonlySet<string>, clock: Clock): Side[] {
  const sides = new Map<string, Side>();
  const add = (side: Side): void => {
    const other = others.byId.get(side.other);
    if (other && !other.retraction && side.other !== claim.id && !sides.has(side.other)) sides.set(side.other, side);
  };
  for (const { document } of others.links.get(claim.id) ?? []) {
    const [from, to] = [document['from'] as string, document['to'] as string];
    if (from === claim.id) add({ kind: 'LINK', certainty: 'SURELY', other: to });
    if (to === claim.id) add({ kind: 'LINK', certainty: 'SURELY', other: from });
  }
  for (const { id, document } of others.alike.get(aboutWhat(claim)) ?? []) {
    clock.check();
    if (!sameStatement(claim.document, document)) continue;
    const certainty = overlap(claim.document, document);
    if (certainty === undefined) continue;
    const [negated, otherNegated] = [claim.document['negated'] === true, document['negated'] === true];
    const compared = compareObjects(claim.document, document);
    if (compared === 'EQUAL' && negated !== otherNegated) add({ kind: 'NEGATED_TWIN', certainty, other: id });
    const isFunctional = functional.has(claim.document['predicate'] as string);
    if (isFunctional && compared === 'EXCLUDING' && !negated && !otherNegated) {
      const isSure = certainty === 'SURELY' && ![claim.document, document].some(({ value }) => value && isDoubtful(value as Literal));
      add({ kind: 'TWO_VALUES', certainty: isSure ? 'SURELY' : 'POSSIBLY', other: id });
    }
  }
  return [...sides.values()];
}

/** Of the same subject by the same predicate, under the same qualifiers. */
const sameStatement = (one: RecordDocument, other: RecordDocument): boolean =>
  one['subject'] !== undefined &&
  one['predicate'] !== undefined &&
  one['subject'] === other['subject'] &&
  one['predicate'] === other['predicate'] &&
  sameQualifiers(partsOf(one['qualifiers']), partsOf(other['qualifiers']));

/** Each of the one with its like in the other, in whatever order. */
function sameQualifiers(qualifiers: readonly RecordDocument[], others: readonly RecordDocument[]): boolean {
  if (qualifiers.length !== others.length) return false;
  const left = [...others];
  return qualifiers.every((qualifier) => {
    const place = left.findIndex((each) => each['predicate'] === qualifier['predicate'] && compareObjects(qualifier, each) === 'EQUAL');
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

/** Of claims, or of qualifiers: entities by which they are, literals by what they mean. That there is no value excludes any. */
function compareObjects(one: RecordDocument, other: RecordDocument): Comparison {
  const [entity, otherEntity] = [one, other].map((each) => (each['object'] ?? each['entity']) as string | undefined);
  const [value, otherValue] = [one['value'] as Literal | undefined, other['value'] as Literal | undefined];
  if (value && otherValue) return compareLiterals(value, otherValue);
  if (value || otherValue) {
    const isNone = (value ?? otherValue)!.kind === 'NONE';
    return isNone && (entity ?? otherEntity) !== undefined ? 'EXCLUDING' : 'UNKNOWN';
  }
  if (entity === otherEntity) return 'EQUAL';
  return entity === undefined || otherEntity === undefined ? 'UNKNOWN' : 'EXCLUDING';
}

/** Whether both hold at some time: surely, perhaps, or not at all. A date that is not given may be any. */
function overlap(one: RecordDocument, other: RecordDocument): Certainty | undefined {
  const [a, b] = [validity(one), validity(other)];
  if (isOver(b, a) || isOver(a, b)) return undefined;
  return reaches(a, b) && reaches(b, a) ? 'SURELY' : 'POSSIBLY';
}

interface Validity {
  readonly start: DateSpan | undefined;
  readonly end: DateSpan | undefined;
}

function validity({ validFrom, validUntil }: RecordDocument): Validity {
  const span = (date: unknown) => (typeof date === 'string' ? spanOf(date) : undefined);
  return { start: span(validFrom), end: span(validUntil) };
}

/** Whether the one has ended when the other begins, whatever the dates leave open. */
const isOver = ({ end }: Validity, { start }: Validity): boolean =>
  end !== undefined && start !== undefined && end.possible.upper < start.possible.lower && areApart(end, start);

/** Whether the one surely holds still when the other begins. */
const reaches = ({ end }: Validity, { start }: Validity): boolean =>
  end !== undefined && start !== undefined && isSurelyNotBefore(end, start);

function withCitations(claim: string, sides: readonly Side[], provenance: Provenance): Contradiction[] {
  const of = (id: string, wanted: string) =>
    (provenance.citationsOf.get(id) ?? [])
      .filter(({ stance, retracted }) => {
        provenance.clock.check();
        return stance === wanted && !retracted;
      })
      .filter(({ source }) => provenance.sources.get(source)?.retracted !== true)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [supporting, refuting] = [of(claim, 'SUPPORTS'), of(claim, 'REFUTES')];
  const found = sides.map((side): Contradiction => ({
    ...side,
    claim,
    speaker: undefined,
    citations: idsOf(supporting),
    otherCitations: idsOf(of(side.other, 'SUPPORTS')),
  }));
  if (supporting.length > 0 && refuting.length > 0) {
    const stances = { claim, certainty: 'SURELY', other: undefined, speaker: undefined } as const;
    found.push({ kind: 'OPPOSING_STANCES', ...stances, citations: idsOf(supporting), otherCitations: idsOf(refuting) });
  }
  found.push(...ownWords(provenance, claim, supporting, refuting, undefined, 'SURELY'));
  for (const { other, certainty } of sides) found.push(...ownWords(provenance, claim, supporting, of(other, 'SUPPORTS'), other, certainty));
  return found;
}

/** Speakers (or publishers speaking for themselves) on both sides. */
function ownWords(
  { sources }: Provenance,
  claim: string,
  citations: readonly CitationFacts[],
  against: readonly CitationFacts[],
  other: string | undefined,
  certainty: Certainty,
): Contradiction[] {
  const voiceOf = ({ speaker, speakerUnknown, source }: CitationFacts) =>
    speakerUnknown ? undefined : (speaker ?? sources.get(source)?.publisher);
  const voicesAgainst = new Set(against.map(voiceOf));
  const voices = new Set(citations.map(voiceOf).filter((voice) => voice !== undefined && voicesAgainst.has(voice)));
  return [...voices].map((speaker) => ({
    kind: 'OWN_WORD',
    claim,
    certainty,
    other,
    speaker,
    citations: idsOf(citations.filter((each) => voiceOf(each) === speaker)),
    otherCitations: idsOf(against.filter((each) => voiceOf(each) === speaker)),
  }));
}

const idsOf = (citations: readonly CitationFacts[]): string[] => citations.map(({ id }) => id);
