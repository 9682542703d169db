import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder whose making gives a test file of that run its turn on the one Neo4j. */
export const turnOf = (run: number): string => join(tmpdir(), `claimgraph-neo4j-turn-${run}`);
