/**
 * Keeps which versions of the change log readers may see: those in which their record was shown, as long as the
 * record itself is. So the next changes for a reader come out of an index, however much is withheld.
 */
import type { ManagedTransaction } from 'neo4j-driver';
import type { RecordName } from '../../model/definition.js';
import { matchBy, PAST_OF, SHOWN_POSITION } from './names.js';

/** Sets the mark of a new version `v` of the record's node `n`, when that says whether it is withheld. */
export const SHOWN_AS_ITS_RECORD = `v.${SHOWN_POSITION} = CASE WHEN n.withheld IS NULL THEN v.position END`;

/** True where readers may see the version `v` of the node `n`. */
export const isShownVersion = `n.withheld IS NULL AND (v.version = n.version OR EXISTS { MATCH (n)<-[:${PAST_OF}]-(s) WHERE s.version = v.version AND s.withheld IS NULL })`;

/** Works out anew which versions of these records are shown: they, or states of theirs, are withheld now, or not any more. */
export async function markShownVersions(
  transaction: Pick<ManagedTransaction, 'run'>,
  record: RecordName,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction.run(
    `CYPHER 5 UNWIND $ids AS id ${matchBy('n', record, 'id', 'id')}
WITH n, CASE WHEN n.withheld IS NULL THEN COLLECT { MATCH (n)<-[:${PAST_OF}]-(s) WHERE s.withheld IS NULL RETURN DISTINCT s.version } + n.version ELSE [] END AS versions
MATCH (n)-[:HISTORY]->(v:Version) SET v.${SHOWN_POSITION} = CASE WHEN v.version IN versions THEN v.position END`,
    { ids },
  );
}
