/** What a file's projected tables are made of: when it changes, older files must be projected anew. */
import { sha256 } from '../../src/model/changeset/passages.js';
import { baseSchema, projectionSchema } from '../../src/store/sqlite/schema.js';

export const modelFingerprint = (): string => sha256(baseSchema() + projectionSchema()).slice(0, 16);
