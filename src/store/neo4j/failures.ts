/** What goes wrong with the database: which failures are tried again, and what callers are told of the others. */
import { Neo4jError } from 'neo4j-driver';
import { StoreError } from '../../model/errors.js';

const RETRY_WAIT = 50;

/** Commits and logs that fail are those of a disk that is full or gone. */
const CANNOT_WRITE =
  /^Neo\.(DatabaseError\.(Transaction\.Transaction(CommitFailed|LogError|StartFailed)|General\.StorageDamageDetected)|ClientError\.\w+\.(ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccessDatabase))$/;

/** The driver's errors as store errors, with one clear line. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Neo4jError)) throw error;
    const { code, message } = error;
    if (
      code === 'Neo.ClientError.Transaction.TransactionTimedOut' ||
      code === 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration'
    )
      throw new StoreError('TIMEOUT', 'the database took longer than the limit', { cause: error });
    if (code === 'Neo.ClientError.Transaction.Terminated')
      throw new StoreError('TIMEOUT', 'the database ended the read, because the client no longer waits or because it was told to', {
        cause: error,
      });
    if (isAway(error)) throw unavailable(error);
    if (CANNOT_WRITE.test(code))
      throw new StoreError(
        'STORE_UNAVAILABLE',
        'the database cannot write: it is read-only, or its disk is full or damaged; its log has details',
        {
          cause: error,
        },
      );
    if (/pool|acquisition/i.test(message))
      throw new StoreError('STORE_BUSY', 'every connection to the database is busy; try again', { cause: error });
    if (code.startsWith('Neo.ClientError.Security'))
      throw new StoreError(
        'STORE_UNAVAILABLE',
        'the database refuses the credentials; see CLAIMGRAPH_NEO4J_USER and CLAIMGRAPH_NEO4J_PASSWORD',
        { cause: error },
      );
    if (code.startsWith('Neo.TransientError')) throw new StoreError('STORE_BUSY', 'the database is busy; try again', { cause: error });
    throw error;
  }
}

/** Again after a moment, a little later each time, where the driver calls the failure retriable; not when the database is away. */
export async function retried<T>(attempts: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Neo4jError) || !error.retriable || isAway(error) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_WAIT * attempt * (0.5 + Math.random())));
    }
  }
}

export const unavailable = (cause: unknown, database = 'the database'): StoreError =>
  new StoreError('STORE_UNAVAILABLE', `${database} cannot be reached; try again`, { cause: cause as Error });

export const silent = (): StoreError =>
  new StoreError('TIMEOUT', 'the database did not answer in time; the write may still take effect, repeat it with the same key');

/** The connection is gone, or the database behind it is going. A pool with no free connection is neither. */
export function isAway(error: unknown): boolean {
  return (
    error instanceof Neo4jError &&
    (error.code === 'ServiceUnavailable' ||
      error.code === 'SessionExpired' ||
      error.code === 'Neo.TransientError.General.DatabaseUnavailable')
  );
}
