/** A batch of queries, which share one time: those that it is not enough for are told so, the others are answered. */
import { ERROR_CODES, StoreError } from '../../model/errors.js';
import { askedIn, type Asked, type Wrong } from './queries.js';
import type { ReconciliationService } from './service.js';

/**
 * The answer to one query. The API 0.2 has no word for one that failed, and every answer must have a `result`
 * (its schema of reconciliation-result-batch): `error` says why that is empty.
 */
export interface QueryAnswer {
  readonly result: readonly object[];
  readonly error?: Wrong;
}

/** Queries that are worked on at once. */
const AT_ONCE = 4;

/** Throws StoreError where no query could be answered for that reason. */
export async function answeredBatch(
  service: ReconciliationService,
  queries: Readonly<Record<string, unknown>>,
  valuesMax: number,
): Promise<Readonly<Record<string, QueryAnswer>>> {
  const names = Object.keys(queries);
  const answers = new Map<string, QueryAnswer>();
  const failures: StoreError[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < names.length) {
      const name = names[next++]!;
      answers.set(name, await answered(service, askedIn(queries[name], valuesMax), failures));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failures.length > 0 && failures.length === names.length) throw failures[0]!;
  return Object.fromEntries(names.map((name) => [name, answers.get(name)!]));
}

async function answered(service: ReconciliationService, asked: Asked, failures: StoreError[]): Promise<QueryAnswer> {
  if (asked === 'BLANK') return { result: [] };
  if ('wrong' in asked) return { result: [], error: asked.wrong };
  try {
    return { result: await service.reconcile(asked.query) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    failures.push(error);
    return { result: [], error: said(error) };
  }
}

/** Without what the store says of itself. */
export function said({ code }: StoreError): Wrong {
  const hint = code === 'TIMEOUT' ? 'fewer queries at once, or fewer values (CLAIMGRAPH_REQUEST_TIMEOUT)' : 'try again in a moment';
  return { code, message: ERROR_CODES[code].meaning, hint };
}
