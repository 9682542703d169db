/** Looks a whole database over: what `claimgraph check` reports. */
import { int, type Session } from 'neo4j-driver';
import { readThrough } from '../../../model/changeset/canonical.js';
import { readByReaders } from '../../../model/changeset/readers.js';
import type { Asking } from '../../../model/changeset/known.js';
import type { RecordName } from '../../../model/definition.js';
import { edgesOf, RECORD_NAMES } from '../../../model/graph.js';
import { KEPT_OF_CORROBORATION } from '../../../model/kept-corroboration.js';
import { runChecks, type Check, type CheckName, type Finding } from '../../check/checks.js';
import { documentFindings } from '../../check/content.js';
import { corroborationFindings } from '../../check/corroboration.js';
import { checkStates, type LoggedVersion, type StateFindings } from '../../check/states.js';
import type { CheckFinding, CheckProgress } from '../../store.js';
import { KNOWN_THROUGH } from '../../filled-later.js';
import { answered, fetchRead } from '../fetch.js';
import { isRelationship, PAST_OF, pastLabel, pastRelationship, relationshipOf, WORDS } from '../names.js';
import { referenceProperty } from '../ordered-edges.js';
import { KnownOwners } from '../owners.js';
import { schemaState } from '../schema-state.js';
import { change, type VersionNode } from '../versions.js';
import { checkCycles, checkPassages, checkTexts, checkTextWords } from './content.js';
import { checkDerived } from './derived.js';
import { Pages } from './pages.js';
import { checkReadersNumbers, checkShownVersions, checkWithheld, keptSources, settledClaims } from './readers.js';
import { listedDiffers, projectedStates } from './states.js';

/** Versions whose states and parts are compared together. */
const VERSIONS_AT_ONCE = 200;
/** Of what has no order to go by. */
const FIRST = 100;

export function checkDatabase(
  session: Session,
  report: (progress: CheckProgress) => void,
  names?: readonly CheckName[],
): Promise<CheckFinding[]> {
  const pages = new Pages(session);
  const owners = new KnownOwners();
  const asked =
    (forReaders: boolean) =>
    <T>(asking: Asking<T>): Promise<T> =>
      answered(asking, (wanted) =>
        answered((forReaders ? readByReaders : readThrough)(wanted), (each) =>
          fetchRead(pages.through, each, owners, undefined, forReaders),
        ),
      );
  const states = statesOnce(pages);
  const checks: Record<CheckName, Check> = {
    storage: () => checkStorage(session),
    versions: () => checkVersions(pages),
    documents: () => checkDocuments(pages),
    references: () => checkReferences(pages),
    projections: () => states('projections'),
    past: () => checkPast(pages, states('past')),
    merges: () => states('merges'),
    words: () => oneAfterOther(states('words'), checkTextWords(pages)),
    derived: () => checkDerived(pages),
    withheld: () => checkWithheld(pages),
    'shown versions': () => checkShownVersions(pages),
    corroboration: () => checkCorroboration(pages, asked(false)),
    'corroboration for readers': () => checkReadersNumbers(pages, asked(true)),
    texts: () => checkTexts(pages),
    passages: () => checkPassages(pages),
    cycles: () => checkCycles(pages),
  };
  return runChecks(checks, report, names);
}

async function* oneAfterOther(...checks: readonly AsyncGenerator<Finding[]>[]): AsyncGenerator<Finding[]> {
  for (const check of checks) yield* check;
}

async function* checkStorage(session: Session): AsyncGenerator<Finding[]> {
  const { missing, others, offline } = await schemaState(session);
  const replaced = new Set(others.map(({ name }) => name));
  yield [
    ...missing.filter(({ name }) => !replaced.has(name)).map(({ name }) => ({ message: `the index or constraint ${name} is missing` })),
    ...others.map(({ kind, name }) => ({ message: `the ${kind.toLowerCase()} ${name} is not defined as expected` })),
    ...offline.map(({ name, state }) => ({ message: `the index ${name} is ${state.toLowerCase()}` })),
  ];
}

interface Logged extends LoggedVersion {
  readonly text: string;
}

interface LoggedRow {
  readonly version: VersionNode & { readonly recordedUntil?: number };
  readonly createdBy: string | null;
}

/** Who wrote the first version of the record of `v`. */
const CREATED_BY =
  'head(COLLECT { MATCH (f:Version) USING INDEX SEEK f:Version(record, id, version) WHERE f.record = v.record AND f.id = v.id AND f.version = 1 RETURN f.recordedBy })';

/** Each page of the log. */
async function* versionPages(pages: Pages, size: number): AsyncGenerator<(which?: string) => Promise<readonly Logged[]>> {
  for (let last = 0; ;) {
    const page = `MATCH (v:Version) USING INDEX v:Version(position) WHERE v.position > $last WITH v ORDER BY v.position LIMIT ${size}`;
    const from = last;
    const [row] = await pages.run<{ last: number | null }>(`${page} RETURN max(v.position) AS last`, { last: int(from) });
    if (row!.last === null) return;
    ({ last } = row as { last: number });
    yield async (which = 'true') =>
      (
        await pages.run<LoggedRow>(`${page} WITH v WHERE ${which} RETURN v {.*} AS version, ${CREATED_BY} AS createdBy`, {
          last: int(from),
        })
      ).map(({ version, createdBy }): Logged => ({
        ...change(version),
        recordedUntil: version.recordedUntil,
        createdBy: createdBy ?? undefined,
        text: version.document,
      }));
  }
}

/** Several checks look at the same states: they are read once, and what the others found is kept. */
function statesOnce(pages: Pages): (which: keyof StateFindings) => AsyncGenerator<Finding[]> {
  const kept: StateFindings = { projections: [], past: [], merges: [], words: [] };
  let isRead = false;
  const projected = projectedStates(pages);
  const names = Object.keys(kept) as (keyof StateFindings)[];
  return async function* (which) {
    if (!isRead) {
      isRead = true;
      for await (const versions of versionPages(pages, VERSIONS_AT_ONCE)) {
        const found = await pages.recurring(async () => {
          const read = await versions();
          const findings = await checkStates(projected, read, (name) => name === WORDS);
          findings.past.push(...(await listedFindings(pages, read)));
          return { ...findings };
        });
        for (const name of names) kept[name].push(...found[name].slice(0, FIRST));
        yield [];
      }
    }
    yield kept[which];
  };
}

/** Earlier states of claims are found from their participants: each must be. */
async function listedFindings(pages: Pages, versions: readonly Logged[]): Promise<Finding[]> {
  const claims = versions.filter(({ record }) => record === 'Claim');
  if (claims.length === 0) return [];
  const projected = projectedStates(pages);
  const states = (await projected.states('Claim', claims)).filter(({ until }) => until !== undefined);
  const parts = await projected.parts('Claim', states);
  return states.flatMap((state, index) =>
    listedDiffers(
      state,
      (parts[index]!['participants'] ?? []).map(({ to }) => to as string),
    )
      ? [{ record: 'Claim' as const, id: state.id, message: `a state of version ${state.version} is not found from its participants` }]
      : [],
  );
}

async function* checkVersions(pages: Pages): AsyncGenerator<Finding[]> {
  for (const record of RECORD_NAMES) {
    const current = `v.version = n.version AND v.id = n.id AND v.record = '${record}' AND v.recordedUntil IS NULL`;
    yield* pages.of(
      record,
      `COUNT { MATCH (n)-[:HISTORY]->(v:Version) WHERE ${current} } <> 1`,
      'its current version is not in the history',
    );
    yield* pages.of(record, 'COUNT { (n)-[:HISTORY]->() } <> n.version', 'versions are missing from its history');
  }
  const next =
    'head(COLLECT { MATCH (o:Version) WHERE o.record = n.record AND o.id = n.id AND o.version = n.version + 1 RETURN o.recordedAt })';
  yield* pages.found(
    'Version',
    `NOT coalesce(n.recordedUntil = ${next}, n.recordedUntil IS NULL AND ${next} IS NULL)`,
    (id) => ({ id, message: 'its history has a gap' }),
    'position',
  );
  yield* pages.found(
    'Version',
    'NOT EXISTS { (n)<-[:HISTORY]-() }',
    (id) => ({ id, message: 'it exists only in the history' }),
    'position',
  );
  yield* pages.some(
    `OPTIONAL MATCH (v:Version) WITH coalesce(max(v.position), 0) AS position, coalesce(max(v.recordedAt), 0) AS recordedAt
     OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'}) WITH * WHERE coalesce(log.position, 0) <> position OR coalesce(log.recordedAt, 0) <> recordedAt RETURN null AS id`,
    () => ({ message: 'the end of the change log is not where its last version is' }),
  );
  for (const record of RECORD_NAMES)
    yield* pages.some(`MATCH (n:${record}) WHERE n.id IS NULL RETURN n.key AS id LIMIT ${FIRST}`, (key) => ({
      record,
      ...(key === null ? {} : { id: key }),
      message: 'a record without an id',
    }));
}

async function* checkDocuments(pages: Pages): AsyncGenerator<Finding[]> {
  const existing = async (record: RecordName, ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const rows = await pages.run<{ id: string }>(`UNWIND $ids AS id MATCH (n:${record} {id: id}) RETURN n.id AS id`, { ids });
    return new Set(rows.map(({ id }) => id));
  };
  for await (const versions of versionPages(pages, VERSIONS_AT_ONCE))
    yield (await pages.recurring(async () => ({ found: await documentFindings(await versions('v.recordedUntil IS NULL'), existing) })))
      .found;
}

async function* checkReferences(pages: Pages): AsyncGenerator<Finding[]> {
  for (const record of RECORD_NAMES) {
    for (const edge of edgesOf(record)) {
      if (edge.kind !== 'reference') continue;
      const type = relationshipOf(record, edge);
      const leads = `COUNT { (n)-[:${type}]->(:${edge.to}) }`;
      const wrong = edge.required
        ? `${leads} <> 1`
        : `COUNT { (n)-[:${type}]->() } <> ${leads} OR ${leads} > 1 OR (n.${referenceProperty(edge.name)} IS NOT NULL AND ${leads} = 0)`;
      yield* pages.of(record, wrong, `${edge.name} leads nowhere`);
    }
  }
  const owning = RECORD_NAMES.flatMap((record) =>
    edgesOf(record).flatMap((edge) =>
      edge.kind === 'parts' && !isRelationship(edge.part) ? [{ part: edge.part, type: relationshipOf(record, edge) }] : [],
    ),
  );
  for (const [part, of] of Map.groupBy(owning, (each) => each.part)) {
    const types = [...new Set(of.flatMap(({ type }) => [type, pastRelationship(type)]))];
    yield* pages.some(
      `MATCH (p:${part}) WHERE NOT EXISTS { (p)<-[:${types.join('|')}]-() } RETURN elementId(p) AS id LIMIT ${FIRST}`,
      (id) => ({
        message: `${part} ${id}: a part without an owner`,
      }),
    );
    for (const edge of edgesOf(part)) {
      if (edge.kind !== 'reference' || !edge.required) continue;
      yield* pages.some(
        `MATCH (p:${part})<--(n) WHERE COUNT { (p)-[:${relationshipOf(part, edge)}]->(:${edge.to}) } <> 1 RETURN n.id AS id LIMIT ${FIRST}`,
        (id) => ({ ...(id === null ? {} : { id }), message: `${part}.${edge.name} leads nowhere` }),
      );
    }
  }
}

/** States of no version, beside what the versions' own states have shown. */
async function* checkPast(pages: Pages, ofVersions: AsyncGenerator<Finding[]>): AsyncGenerator<Finding[]> {
  yield* ofVersions;
  for (const record of RECORD_NAMES) {
    const version = `EXISTS { MATCH (s)-[:${PAST_OF}]->(n:${record})-[:HISTORY]->(v:Version) WHERE v.version = s.version AND n.id = s.id }`;
    yield* pages.some(`MATCH (s:${pastLabel(record)}) WHERE NOT ${version} RETURN s.id AS id LIMIT ${FIRST}`, (id) => ({
      record,
      ...(id === null ? {} : { id }),
      message: 'a past state belongs to no version',
    }));
  }
}

/** The numbers and lists that are kept; what is marked is yet to be worked out. */
const checkCorroboration = (pages: Pages, answered: <T>(asking: Asking<T>) => Promise<T>): AsyncGenerator<Finding[]> =>
  settledClaims(
    pages,
    `c {claim: c.id, ${KEPT_OF_CORROBORATION.map((name) => `.${name}`).join(', ')}, knownOnlyThrough: ${keptSources('c', KNOWN_THROUGH.forAll)}}`,
    (kept) => corroborationFindings(kept, 'its kept corroboration is stale', answered),
  );
