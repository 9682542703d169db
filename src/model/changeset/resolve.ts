/**
 * From parsed items to writes. One implementation for every store: a generator that asks for what
 * the graph holds (Fetch) and is given it (Fetched), so that a synchronous store and one behind a
 * network run the same code inside their transaction.
 */
import { v7 as newId } from 'uuid';
import type { RecordName } from '../definition.js';
import { RECORD_NAMES } from '../graph.js';
import { isId } from '../values/text.js';
import type {
  Changeset,
  ChangesetResult,
  Item,
  ItemResult,
  ItemStatus,
  OnProblem,
  PutItem,
  RecordDocument,
  RecordWrite,
  StoredRecord,
  Writer,
} from './changeset.js';
import { withNamesAdded, withOriginsAdded, withTextsKept } from './adding-names.js';
import { refuseCycles } from './cycles.js';
import { refuseDependents } from './refused.js';
import { dependentsOf, NOTHING_DEPENDS, type Dependents } from './dependents.js';
import { documentProblems, normalDocument } from './documents.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import { OWN, type ParsedItem } from './input.js';
import { fetchIdentities, takeIdentities } from './identity.js';
import { refuseWrongKinds } from './kinds.js';
import { Known, type Asking } from './known.js';
import { decideStatus, refuseWrongMerges } from './standing.js';
import {
  additionsTo,
  addressGiven,
  addressNamed,
  copyWrites,
  passCopiesOn,
  refuseOthersCopies,
  refuseWrongNames,
  SourcesByAddress,
  withCopiesKept,
  withCopy,
} from './pages.js';
import { projectionsOf, type Projection } from './projections.js';
import { refuseOthersVisibility } from './rights.js';
import { anchorPassages, driftWrites, dropWrongLength, takeTexts } from './passages.js';
import { referencesIn, replaceReferences } from './references.js';
import { movingItems } from './split.js';
import { settleSuspicions } from './suspicions.js';

export interface ResolveOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly by?: string | undefined;
  readonly writer?: Writer | undefined;
  readonly onProblem: OnProblem;
  readonly dryRun: boolean;
  readonly wholes?: Changeset['wholes'];
  /** Called now and then while it is worked out; throws where nobody waits for it any more, or its time is over. */
  readonly look?: (() => void) | undefined;
}

export const resolveOptions = ({ by, writer, onProblem, dryRun, wholes }: Changeset, now: number, look?: () => void): ResolveOptions => ({
  now,
  by,
  writer,
  onProblem: onProblem ?? 'REFUSE_ALL',
  dryRun: dryRun === true,
  wholes,
  look,
});

export interface Resolution {
  readonly result: ChangesetResult;
  /**
   * What goes into the tables: the writes, in an order in which each one's references are already there
   * (but for lists of parts), and then the records that are only read otherwise now.
   */
  readonly projections: readonly Projection[];
  readonly dependents: Dependents;
  readonly texts: ReadonlyMap<string, string>;
}

/** A conversation with the store: yields what it needs, is given it, ends with what is to be written. */
export function* resolveChangeset(parsed: readonly ParsedItem[], options: ResolveOptions): Asking<Resolution> {
  const drafts = (yield* withMovingItems(parsed)).map(({ record, path, item, refusedKey, problems }): Draft => ({
    record,
    path,
    item,
    refusedKey,
    problems: [...problems],
  }));
  const known = new Known();
  yield* fetchIdentities(drafts, known);
  takeIdentities(drafts, known, newId);
  const texts = takeTexts(drafts);

  resolveReferences(drafts, known);
  for (const draft of drafts) {
    options.look?.();
    if (isSound(draft)) draftDocument(draft);
  }
  passCopiesOn(drafts);
  refuseOthersCopies(drafts, known);
  yield* refuseWrongNames(drafts, known);
  yield* refuseWrongKinds(drafts, known);
  settleSuspicions(drafts);
  yield* refuseCycles(drafts);
  yield* anchorPassages(drafts, known, texts, options.look);
  yield* refuseWrongMerges(drafts, known);
  yield* refuseOthersVisibility(drafts, options.writer);
  refuseDependents(drafts, options.wholes);

  for (const draft of drafts) if (isSound(draft)) decide(draft, options, known);
  if (options.wholes) refuseDependents(drafts, options.wholes);
  const refused = drafts.some((draft) => !isSound(draft));
  const applied = !refused || options.onProblem === 'SKIP_ITEM';
  if (options.dryRun) return nothingWritten({ applied, repeated: false, results: drafts.map((draft) => resultOf(draft, applied)) });
  const written = applied ? drafts.flatMap((draft) => (isSound(draft) && draft.write ? [draft.write] : [])) : [];
  const following = applied
    ? [...(yield* driftWrites(drafts.filter(isSound), known, texts)), ...copyWrites(drafts.filter(isSound), known)]
    : [];
  const writes = inOrder([...written, ...following]);
  const projections = yield* projectionsOf(writes);
  return {
    projections,
    dependents: yield* dependentsOf(projections),
    texts: applied ? texts : new Map(),
    result: { applied, repeated: false, results: drafts.map((draft) => resultOf(draft, applied)) },
  };
}

const nothingWritten = (result: ChangesetResult): Resolution => ({
  projections: [],
  dependents: NOTHING_DEPENDS,
  texts: new Map(),
  result,
});

/** A split's new entity is followed by the items that move records to it. */
function* withMovingItems(parsed: readonly ParsedItem[]): Asking<readonly ParsedItem[]> {
  const all: ParsedItem[] = [];
  for (const each of parsed) {
    all.push(each);
    if (each.split) all.push(...(yield* movingItems(each.split, `${OWN}${each.path.join('.')}`)));
  }
  return all;
}

/** Retracted; a merged record can still be referred to and changed, for it is read through another. */
const isWithdrawn = (stored: StoredRecord | undefined): boolean =>
  stored?.retraction !== undefined && stored.document['mergedInto'] === undefined;

/** Replaces keys by ids in every sound draft's values; unknown and newly used retracted records are refused. */
function resolveReferences(drafts: readonly Draft[], known: Known): void {
  const created = new Map<string, string>();
  const sources = new SourcesByAddress(known);
  for (const draft of drafts) {
    if (draft.item?.kind !== 'put' || !draft.id) continue;
    if (draft.item.key) created.set(`${draft.record} ${draft.item.key}`, draft.id);
    created.set(`${draft.record} ${draft.id}`, draft.id);
    created.set(`${draft.record} ${OWN}${draft.item.path.join('.')}`, draft.id);
    const address = addressGiven(draft.item);
    if (address !== undefined && !draft.stored) sources.add(draft.id, { url: address });
  }
  const byAddress = (value: string): string | undefined => {
    const address = addressNamed(value);
    return address === undefined ? undefined : sources.find(address);
  };
  const refused = new Set(drafts.flatMap(({ record, refusedKey }) => (refusedKey === undefined ? [] : `${record} ${refusedKey}`)));
  const find = (to: RecordName, value: string): string | undefined =>
    created.get(`${to} ${value}`) ??
    (isId(value) ? known.byId(to, value)?.id : known.byKey(to, value)?.id) ??
    (to === 'Source' ? byAddress(value) : undefined);

  for (const draft of drafts) {
    if (draft.item?.kind !== 'put' || !isSound(draft) || draft.kept) continue;
    const before = new Set(draft.stored ? referencesIn(draft.record, draft.stored.document).map((found) => found.value) : []);
    for (const { to, value, path } of referencesIn(draft.record, draft.item.values)) {
      const id = find(to, value);
      if (id === undefined) {
        // What it was given with was itself refused: its own problem says more.
        if (refused.has(`${to} ${value}`))
          refuseDraft(
            draft,
            'UNKNOWN_REFERENCE',
            path,
            `the ${to} "${value}" of this changeset was refused`,
            'see that item of this changeset',
          );
        else if (value.startsWith(OWN))
          refuseDraft(draft, 'UNKNOWN_REFERENCE', path, `the ${to} it was given with was refused`, 'see the problems of that item');
        else
          refuseDraft(
            draft,
            'UNKNOWN_REFERENCE',
            path,
            `there is no ${to} "${value}"`,
            `the id or key of an existing ${to}, or of one in this changeset`,
          );
      } else if (isWithdrawn(known.byId(to, id)) && !before.has(id)) {
        refuseDraft(draft, 'RETRACTED', path, `the ${to} "${value}" is retracted`, 'restore it first, or refer to another');
      }
    }
    if (!isSound(draft)) {
      // What else is wrong is told at the same time.
      refuseForm(draft, normalDocument(draft.record, { ...draft.stored?.document, ...draft.item.values }));
      continue;
    }
    draft.document = replaceReferences(draft.record, draft.item.values, (to, value) => find(to, value)!);
  }
}

/** Lays what was given over what is stored, and checks the whole. */
function draftDocument(draft: Draft): void {
  const { item, stored } = draft;
  if (item?.kind !== 'put') return;
  if (draft.kept) {
    draft.document = item.copy && !isWithdrawn(stored) ? withCopy(stored!.document, item.copy) : stored!.document;
    return;
  }
  const key = item.key ?? stored?.document['key'];
  const given = draft.isFoundByPage ? additionsTo(draft, stored!, draft.document!) : draft.document;
  const document = normalDocument(draft.record, {
    ...stored?.document,
    ...given,
    ...(key === undefined ? {} : { key }),
    ...(draft.sameAs === undefined ? {} : { mergedInto: draft.sameAs }),
  });
  const added = stored && item.namesAddUp !== undefined ? addedUp(draft, stored.document, document, item.namesAddUp) : document;
  const whole = draft.record === 'Source' ? withCopiesKept(added, stored?.document, given!) : added;
  draft.document = item.copy ? withCopy(whole, item.copy) : whole;
  if (item.quoteFirst) dropWrongLength(draft);
  refuseForm(draft, draft.document);
}

function refuseForm(draft: Draft, document: RecordDocument): void {
  for (const { code, path, message, hint } of documentProblems(draft.record, document)) refuseDraft(draft, code, path, message, hint);
}

function addedUp(
  { record, document: given }: Draft,
  stored: RecordDocument,
  document: RecordDocument,
  placeholder: string,
): RecordDocument {
  if (record === 'Entity') return withNamesAdded(stored, given!, placeholder);
  if (record === 'Source') return withOriginsAdded(stored, document, placeholder);
  return record === 'Claim' ? withTextsKept(stored, document, placeholder) : document;
}

function decide(draft: Draft, options: ResolveOptions, known: Known): void {
  const item = draft.item as Item;
  const expected = item.expectedVersion;
  const version = draft.stored?.version ?? 0;
  if (expected !== undefined && expected !== version) {
    refuseDraft(
      draft,
      'VERSION_CONFLICT',
      ['expectedVersion'],
      `the record is at version ${version}, not ${expected}`,
      'read the record again and apply the change to its current version',
    );
    return;
  }
  if (item.kind === 'put') decidePut(draft, item, options);
  else decideStatus(draft, item, options, known);
}

function decidePut(draft: Draft, item: PutItem, { now, by }: ResolveOptions): void {
  const { stored } = draft;
  const document = draft.document as RecordDocument;
  const id = draft.id as string;
  if (!stored) {
    draft.status = 'CREATED';
    // A record that is read through another is out of the lists, as after a merge.
    const retraction = draft.sameAs === undefined ? {} : { retraction: { at: now, by, reason: 'another name of the same page' } };
    draft.write = {
      record: draft.record,
      id,
      version: 1,
      createdAt: now,
      ...retraction,
      document,
      operation: 'CREATED',
      reason: item.reason,
    };
    return;
  }
  if (sameDocument(stored.document, document)) {
    draft.status = 'UNCHANGED';
    return;
  }
  if (isWithdrawn(stored) && !isOnlyShownOtherwise(stored.document, document)) {
    refuseDraft(draft, 'RETRACTED', [], 'the record is retracted', 'restore it before changing it; only its visibility can be changed');
    return;
  }
  draft.status = 'CHANGED';
  draft.write = { ...stored, version: stored.version + 1, document, operation: 'CHANGED', reason: item.reason, previous: stored };
}

/** Who may see a record is no matter of what it says. */
const isOnlyShownOtherwise = (
  { visibility: _before, ...before }: RecordDocument,
  { visibility: _after, ...after }: RecordDocument,
): boolean => sameDocument(before, after);

function sameDocument(left: RecordDocument, right: RecordDocument): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function inOrder(writes: RecordWrite[]): RecordWrite[] {
  // A name of a page comes after the source that it is read through.
  const isName = ({ document }: RecordWrite): number => Number(document['mergedInto'] !== undefined);
  return RECORD_NAMES.flatMap((record) => writes.filter((write) => write.record === record).sort((a, b) => isName(a) - isName(b)));
}

function resultOf(draft: Draft, applied: boolean): ItemResult {
  const status: ItemStatus = isSound(draft) ? (applied || draft.status === 'UNCHANGED' ? draft.status! : 'NOT_APPLIED') : 'REFUSED';
  const present = draft.stored !== undefined || (applied && status === 'CREATED');
  return {
    status,
    record: draft.record,
    path: draft.path,
    id: present ? draft.id : undefined,
    key:
      ((draft.document ?? draft.stored?.document)?.['key'] as string | undefined) ??
      (draft.item?.kind === 'put' ? draft.item.key : undefined),
    version: status === 'NOT_APPLIED' || status === 'REFUSED' ? draft.stored?.version : (draft.write?.version ?? draft.stored?.version),
    problems: draft.problems,
    ...(draft.lost && isSound(draft) ? { lost: draft.lost } : {}),
  };
}
