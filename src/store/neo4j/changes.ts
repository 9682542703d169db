/** Reads the change log. */
import { int, type Session } from 'neo4j-driver';
import type { Change, ChangeHeader, ChangesOptions } from '../store.js';
import { SHOWN_POSITION } from './names.js';
import { change, changeHeader, type VersionHeader, type VersionNode } from './versions.js';

const HEADER = '.position, .record, .id, .version, .operation, .createdAt, .recordedAt, .recordedBy, .reason';

export const changesSince = (session: Session, since: number, limit: number, options: ChangesOptions = {}): Promise<Change[]> =>
  read(session, since, limit, '.*', options, (version) => change(version as VersionNode));

export const headersSince = (session: Session, since: number, limit: number, options: ChangesOptions = {}): Promise<ChangeHeader[]> =>
  read(session, since, limit, HEADER, options, (version) => changeHeader(version as VersionHeader));

async function read<Result>(
  session: Session,
  since: number,
  limit: number,
  properties: string,
  { forReaders, timeout }: ChangesOptions,
  decode: (version: unknown) => Result,
): Promise<Result[]> {
  const position = forReaders ? SHOWN_POSITION : 'position';
  const { records } = await session.run(
    `CYPHER 5 MATCH (v:Version) USING INDEX v:Version(${position}) WHERE v.${position} > $since WITH v ORDER BY v.${position} LIMIT $limit RETURN v {${properties}} AS version`,
    { since: int(since), limit: int(limit) },
    timeout === undefined ? {} : { timeout: Math.max(1, Math.ceil(timeout)), metadata: { app: 'claimgraph', kind: 'changes' } },
  );
  return records.map((row) => decode(row.get('version')));
}
