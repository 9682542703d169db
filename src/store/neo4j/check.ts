/** Looks a whole database over. Each check is a question with no rows when all is well. */
import { isDeepStrictEqual } from 'node:util';
import type { Session } from 'neo4j-driver';
import { SETTLED_AT_ONCE, settledCorroborations, type SettledCorroboration } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { normalDocument } from '../../model/changeset/documents.js';
import { referencesIn } from '../../model/changeset/references.js';
import type { RecordName } from '../../model/definition.js';
import { edgesOf, RECORD_NAMES } from '../../model/graph.js';
import type { CheckFinding, CheckProgress } from '../store.js';
import { answered, fetchRead } from './fetch.js';
import { KnownOwners } from './owners.js';
import { relationshipOf, RETRACTED, UNSETTLED } from './names.js';
import { referenceProperty } from './ordered-edges.js';
import { WITHHOLDABLE } from '../../model/withholding.js';
import { storedRecord, type VersionNode } from './versions.js';
import { isToBeWithheld } from './withhold.js';

const FINDINGS_A_CHECK = 100;

export async function checkDatabase(session: Session, report: (progress: CheckProgress) => void): Promise<CheckFinding[]> {
  const ids = async (check: string, record: RecordName, match: string, message: string): Promise<CheckFinding[]> => {
    const { records } = await session.run(`CYPHER 5 ${match} RETURN DISTINCT n.id AS id LIMIT ${FINDINGS_A_CHECK}`);
    return records.map((row) => ({ check, record, id: row.get('id') as string, message }));
  };
  const findings: CheckFinding[] = [];
  report({ step: 'versions' });
  for (const record of RECORD_NAMES) {
    findings.push(
      ...(await ids(
        'versions',
        record,
        `MATCH (n:${record}) WHERE COUNT { MATCH (n)-[:HISTORY]->(v:Version) WHERE v.version = n.version AND v.recordedUntil IS NULL } <> 1`,
        'its current version is not in the history',
      )),
    );
    findings.push(
      ...(await ids(
        'versions',
        record,
        `MATCH (n:${record}) WHERE COUNT { (n)-[:HISTORY]->() } <> n.version`,
        'versions are missing from its history',
      )),
    );
  }
  report({ step: 'references' });
  for (const record of RECORD_NAMES) {
    for (const edge of edgesOf(record)) {
      if (edge.kind !== 'reference' || !edge.required) continue;
      findings.push(
        ...(await ids(
          'references',
          record,
          `MATCH (n:${record}) WHERE COUNT { (n)-[:${relationshipOf(record, edge)}]->(:${edge.to}) } <> 1`,
          `${edge.name} leads nowhere`,
        )),
      );
    }
  }
  report({ step: 'withheld' });
  for (const record of WITHHOLDABLE) {
    const match = `MATCH (n:${record}) WHERE (n.withheld IS NOT NULL) <> (${isToBeWithheld(record)})`;
    findings.push(...(await ids('withheld', record, match, 'it is withheld from readers, or shown to them, against what it says')));
  }
  report({ step: 'documents' });
  findings.push(...(await checkDocuments(session)));
  report({ step: 'derived fields' });
  for (const record of RECORD_NAMES) {
    for (const edge of edgesOf(record)) {
      if (edge.kind !== 'reference') continue;
      const match = `MATCH (n:${record})-[:${relationshipOf(record, edge)}]->(far) WHERE n.${referenceProperty(edge.name)} IS NULL OR n.${referenceProperty(edge.name)} <> far.id`;
      findings.push(...(await ids('derived fields', record, match, `its copy of the id of its ${edge.name} is stale`)));
    }
  }
  findings.push(
    ...(await ids(
      'derived fields',
      'Claim',
      `MATCH (n:Claim)-[r:PARTICIPANTS]->(e) WHERE NOT coalesce(r.entityId = e.id AND r.claimId = n.id AND r.firstSaidLower = n.firstSaidLower AND r.${RETRACTED} = n.${RETRACTED}, false)`,
      'the sort key of its participants is stale',
    )),
  );
  findings.push(
    ...(await ids(
      'derived fields',
      'Claim',
      `MATCH (n:Claim) WHERE n.citationCount <> COUNT { MATCH (n)<-[:CLAIM]-(c:Citation) WHERE c.${RETRACTED} = false }`,
      'its number of citations is stale',
    )),
  );
  report({ step: 'corroboration' });
  findings.push(...(await checkCorroboration(session)));
  report({ step: 'passages' });
  findings.push(
    ...(await ids(
      'passages',
      'Citation',
      "MATCH (n:Citation) WHERE n.passage_state = 'DRIFTED'",
      'the passage has drifted: the quote no longer stands where it stood in the text',
    )),
  );
  return findings;
}

async function checkDocuments(session: Session): Promise<CheckFinding[]> {
  const { records } = await session.run('CYPHER 5 MATCH (v:Version) WHERE v.recordedUntil IS NULL RETURN v {.*} AS version');
  const all = records.map((row) => row.get('version') as VersionNode);
  const known = new Set(all.map(({ record, id }) => `${record} ${id}`));
  return all.flatMap((node) => {
    const { record, id, document } = storedRecord(node);
    const lost = referencesIn(record, document).filter(({ to, value }) => !known.has(`${to} ${value}`));
    return [
      ...(JSON.stringify(normalDocument(record, document)) === node.document
        ? []
        : [{ check: 'documents', record, id, message: 'its document is not in its normal form' }]),
      ...lost.map(({ to, path }) => ({ check: 'documents', record, id, message: `${path.join('.')} leads to no ${to}` })),
    ];
  });
}

/** The numbers that are kept, against the analysis; what is marked is yet to be worked out. */
async function checkCorroboration(session: Session): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = [];
  const owners = new KnownOwners();
  for (let last = ''; findings.length < FINDINGS_A_CHECK;) {
    const { records } = await session.run(
      `CYPHER 5 MATCH (c:Claim) WHERE c.id > $last WITH c ORDER BY c.id LIMIT ${SETTLED_AT_ONCE}
       RETURN c.${UNSETTLED} AS unsettled, c { claim: c.id, .independentSupporting, .independentRefuting, .independentGroups, .corroborationComplete } AS kept`,
      { last },
    );
    if (records.length === 0) break;
    const kept = records.map((row) => row.get('kept') as SettledCorroboration);
    last = kept.at(-1)!.claim;
    const settled = new Set(records.flatMap((row, index) => (row.get('unsettled') === true ? [] : [kept[index]!.claim])));
    const worked = await answered(settledCorroborations(kept.map(({ claim }) => claim)), (wanted) =>
      answered(readThrough(wanted), (each) => fetchRead(session, each, owners)),
    );
    worked.forEach((each, index) => {
      if (settled.has(each.claim) && !isDeepStrictEqual({ ...kept[index]! }, each))
        findings.push({ check: 'corroboration', record: 'Claim', id: each.claim, message: 'its kept corroboration is stale' });
    });
  }
  return findings;
}
