/** Works out the corroboration of claims that unsettle.ts has marked, some at a time. */
import { int, type ManagedTransaction } from 'neo4j-driver';
import { SETTLED_AT_ONCE, settledCorroborations } from '../../analysis/settling.js';
import { readThrough } from '../../model/changeset/canonical.js';
import { answered, fetchRead } from './fetch.js';
import type { KnownOwners } from './owners.js';
import { lockLog } from './lock.js';
import type { Need } from '../../plan/settled.js';
import { pastLabel, SINCE, UNSETTLED, UNTIL } from './names.js';

const CURRENT = 'Claim';
const PAST = pastLabel('Claim');

const unsettledIn = (label: string): string => `MATCH (c:${label}) WHERE c.${UNSETTLED} = true`;
const pastAt = (moment: string): string =>
  `MATCH (c:${PAST}) USING INDEX c:${PAST}(${UNSETTLED}, ${UNTIL}) WHERE c.${UNSETTLED} = true AND c.${UNTIL} > ${moment} AND c.${SINCE} <= ${moment}`;

/** One row: whether there is anything to work out, of claims as they are and as they were at `$moments`, and where the change log ends. */
export const SETTLEMENT = `CYPHER 5 OPTIONAL MATCH (log:ClaimgraphLog {name: 'log'})
RETURN EXISTS { ${unsettledIn(CURRENT)} } OR any(moment IN $moments WHERE EXISTS { ${pastAt('moment')} }) AS unsettled, coalesce(log.position, 0) AS position`;

export interface Settlement {
  readonly unsettled: boolean;
  readonly position: number;
}

interface Unsettled {
  /** Of the node. */
  readonly node: string;
  readonly id: string;
}

/**
 * One transaction's worth, of claims as they are while there are any; then of claims as they were at the
 * moments. False: there was nothing to work out.
 */
export async function settleSome(transaction: ManagedTransaction, { moments }: Need, known: KnownOwners): Promise<boolean> {
  const current = () => found(transaction, unsettledIn(CURRENT));
  if ((await current()).length > 0) {
    // Nothing may be written between what is read here and what follows from it.
    await lockLog(transaction);
    const claims = await current();
    if (claims.length > 0) await settle(transaction, claims, known, undefined);
    return true;
  }
  for (const moment of moments) {
    // What was does not change any more: writers need not wait. A state is the same as long as it held.
    const past = await found(transaction, pastAt('$moment'), moment);
    if (past.length === 0) continue;
    await settle(transaction, past, known, moment);
    return true;
  }
  return false;
}

async function found(transaction: ManagedTransaction, match: string, moment = 0): Promise<Unsettled[]> {
  const { records } = await transaction.run(`CYPHER 5 ${match} WITH c LIMIT $limit RETURN elementId(c) AS node, c.id AS id`, {
    limit: int(SETTLED_AT_ONCE),
    moment: int(moment),
  });
  return records.map((row) => row.toObject() as Unsettled);
}

async function settle(
  transaction: ManagedTransaction,
  claims: readonly Unsettled[],
  known: KnownOwners,
  asOf: number | undefined,
): Promise<void> {
  const settled = await answered(settledCorroborations(claims.map(({ id }) => id)), (wanted) =>
    answered(readThrough(wanted), (each) => fetchRead(transaction, each, known, asOf)),
  );
  const byClaim = new Map(settled.map((each) => [each.claim, each]));
  const rows = claims.map(({ node, id }) => {
    const { independentSupporting, independentRefuting, independentGroups, corroborationComplete } = byClaim.get(id)!;
    const numbers = {
      independentSupporting: int(independentSupporting),
      independentRefuting: int(independentRefuting),
      independentGroups: int(independentGroups),
    };
    return { node, properties: { ...numbers, corroborationComplete } };
  });
  await transaction.run(
    `CYPHER 5 UNWIND $rows AS row MATCH (c) WHERE elementId(c) = row.node SET c += row.properties REMOVE c.${UNSETTLED}`,
    { rows },
  );
}
