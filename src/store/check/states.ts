/**
 * The projected states of records against the log: each version must have states that follow each other from when it
 * was recorded until the next one was, and each of them what the document says, read through the merges of that time.
 */
import { canonicalDocument, mergeableReferences, redirectedReferences } from '../../model/changeset/canonical.js';
import type { RecordDocument } from '../../model/changeset/changeset.js';
import type { RecordName } from '../../model/definition.js';
import { RECORD_NAMES } from '../../model/graph.js';
import type { Change } from '../store.js';
import type { Finding } from './checks.js';

/** A version, with when the next one was recorded, and who recorded the first one of its record. */
export interface LoggedVersion extends Change {
  readonly createdBy: string | undefined;
  readonly recordedUntil: number | undefined;
}

/** What a record or a part has, by the store's own names: columns, or properties. */
export type Values = Readonly<Record<string, unknown>>;

export interface KeptState {
  readonly id: string;
  readonly version: number;
  readonly since: number;
  /** Undefined: it holds. */
  readonly until: number | undefined;
  readonly values: Values;
}

/** A state's references and lists of parts, by edge: those of a reference are at most one. */
export type KeptParts = Readonly<Record<string, readonly Values[]>>;

/** When a state of the past began; now, of one that holds: what it led to may have gone since. */
export const momentOf = ({ since, until }: KeptState): number => (until === undefined ? NOW : since);
/** Later than anything that was recorded. */
const NOW = Number.MAX_SAFE_INTEGER - 1;

export interface ProjectedStates {
  /** The states of these versions, of one kind of record. */
  states(record: RecordName, versions: readonly LoggedVersion[]): Promise<readonly KeptState[]>;
  /** What held at the moment of each of these states (momentOf). */
  parts(record: RecordName, states: readonly KeptState[]): Promise<readonly KeptParts[]>;
  /** What a state of the version is to have. */
  expected(version: LoggedVersion, document: RecordDocument): Values;
  expectedParts(version: LoggedVersion, document: RecordDocument, state: KeptState): KeptParts;
  /** Which of these records are merged at the moment, and into which. */
  merged(ids: readonly string[], asOf: number): Promise<ReadonlyMap<string, string>>;
  /** The records that each of these is known to read through others, by its id. */
  redirected(record: RecordName, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

interface Compared {
  readonly version: LoggedVersion;
  readonly state: KeptState;
  /** The document as it was read when the state began. */
  readonly document: RecordDocument;
  readonly redirected: readonly string[];
}

export interface StateFindings {
  readonly projections: Finding[];
  readonly past: Finding[];
  readonly merges: Finding[];
  readonly words: Finding[];
}

/** `isOfWords` tells the values that only the search looks at. */
export async function checkStates(
  store: ProjectedStates,
  versions: readonly LoggedVersion[],
  isOfWords: (name: string) => boolean,
): Promise<StateFindings> {
  const found: StateFindings = { projections: [], past: [], merges: [], words: [] };
  for (const record of RECORD_NAMES) {
    const of = versions.filter((version) => version.record === record);
    if (of.length === 0) continue;
    const states = await store.states(record, of);
    const byVersion = Map.groupBy(states, ({ id, version }) => `${id} ${version}`);
    for (const version of of) checkSpan(version, byVersion.get(`${version.id} ${version.version}`) ?? [], found);
    const compared = await readAsThen(store, of, byVersion);
    const parts = await store.parts(
      record,
      compared.map(({ state }) => state),
    );
    compared.forEach((each, index) => checkState(store, each, parts[index]!, isOfWords, found));
    await checkRedirected(store, record, compared, found);
  }
  return found;
}

const findingOf = ({ record, id }: LoggedVersion, message: string): Finding => ({ record, id, message });

/** From when the version was recorded until the next one was, without a gap. */
function checkSpan(version: LoggedVersion, kept: readonly KeptState[], found: StateFindings): void {
  const states = kept.toSorted((a, b) => a.since - b.since);
  const name = `version ${version.version}`;
  if (states.length === 0) {
    found.past.push(findingOf(version, `${name} has no state`));
    return;
  }
  let since: number | undefined = version.recordedAt;
  for (const state of states) {
    if (state.since !== since) found.past.push(findingOf(version, `${name} has states with a gap between them, or that overlap`));
    since = state.until;
  }
  if (since !== version.recordedUntil) found.past.push(findingOf(version, `${name} and its state end at different times`));
}

async function readAsThen(
  store: ProjectedStates,
  versions: readonly LoggedVersion[],
  states: ReadonlyMap<string, readonly KeptState[]>,
): Promise<Compared[]> {
  const each = versions.flatMap((version) => (states.get(`${version.id} ${version.version}`) ?? []).map((state) => ({ version, state })));
  const compared: Compared[] = [];
  for (const [since, at] of Map.groupBy(each, ({ state }) => state.since)) {
    const ids = [...new Set(at.flatMap(({ version: { record, document } }) => mergeableReferences(record, document)))];
    const into = ids.length === 0 ? new Map<string, string>() : await store.merged(ids, since);
    const canonical = (id: string): string => into.get(id) ?? id;
    for (const { version, state } of at) {
      const { record, document } = version;
      compared.push({
        version,
        state,
        document: canonicalDocument(record, document, canonical),
        redirected: redirectedReferences(record, document, canonical),
      });
    }
  }
  return compared;
}

function checkState(
  store: ProjectedStates,
  { version, state, document }: Compared,
  parts: KeptParts,
  isOfWords: (name: string) => boolean,
  found: StateFindings,
): void {
  const isCurrent = state.until === undefined;
  const differing = differencesOf(store.expected(version, document), state.values);
  const words = differing.filter(isOfWords);
  if (words.length > 0) (isCurrent ? found.words : found.past).push(findingOf(version, 'its search words do not match its texts'));
  const say = (name: string): void => {
    const message = isCurrent ? `${name} differs from its document` : `${name} of version ${version.version} differs from its document`;
    (isCurrent ? found.projections : found.past).push(findingOf(version, message));
  };
  differing.filter((name) => !isOfWords(name)).forEach(say);
  for (const [edge, expected] of Object.entries(store.expectedParts(version, document, state))) {
    const kept = parts[edge] ?? [];
    if (kept.length !== expected.length || expected.some((part, index) => differencesOf(part, kept[index]!).length > 0)) say(edge);
  }
}

/** Names of the values that are others than they are to be; null is what is not there. */
function differencesOf(expected: Values, kept: Values): string[] {
  return Object.keys(expected).filter((name) => JSON.stringify(expected[name] ?? null) !== JSON.stringify(kept[name] ?? null));
}

async function checkRedirected(
  store: ProjectedStates,
  record: RecordName,
  compared: readonly Compared[],
  found: StateFindings,
): Promise<void> {
  const current = compared.filter(({ state }) => state.until === undefined);
  if (current.length === 0) return;
  const known = await store.redirected(
    record,
    current.map(({ version: { id } }) => id),
  );
  for (const { version, redirected } of current)
    if ((known.get(version.id) ?? []).toSorted().join() !== redirected.toSorted().join())
      found.merges.push(findingOf(version, 'the records that it reads through merges are wrong'));
}
