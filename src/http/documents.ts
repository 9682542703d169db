/**
 * Operations by their digest: a list that is fixed beforehand, and, where others are answered too, what
 * clients have sent before (automatic persisted queries).
 */
import { readFileSync } from 'node:fs';
import type { ApolloServerOptionsWithTypeDefs, BaseContext } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { SettingError } from '../config/settings.js';
import { sha256 } from '../model/changeset/passages.js';

/** Characters of what clients have sent that are remembered. */
const REMEMBERED = 5_000_000;

const listSchema = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string());

type Persisted = Exclude<ApolloServerOptionsWithTypeDefs<BaseContext>['persistedQueries'], false | undefined>;

export interface Documents {
  readonly cache: NonNullable<Persisted['cache']>;
  /** Whether an operation of this digest is answered. */
  readonly isAnswered: (digest: string) => boolean;
}

/** Throws SettingError where the file is no such list. */
export function documentsOf({
  documentsFile,
  documentsOnly,
}: {
  readonly documentsFile: string;
  readonly documentsOnly: boolean;
}): Documents {
  const listed = documentsFile === '' ? new Map<string, string>() : readList(documentsFile);
  const sent = new LRUCache<string, string>({ maxSize: REMEMBERED, sizeCalculation: (text) => text.length + 64 });
  // Apollo's name for a digest.
  const digestIn = (key: string) => key.replace(/^apq:/, '');
  return {
    cache: {
      get: async (key) => listed.get(digestIn(key)) ?? sent.get(digestIn(key)),
      set: async (key, text) => {
        if (!documentsOnly) sent.set(digestIn(key), text);
      },
      delete: async (key) => sent.delete(digestIn(key)),
    },
    isAnswered: (digest) => !documentsOnly || listed.has(digest),
  };
}

function readList(file: string): Map<string, string> {
  const wrong = (what: string, cause?: unknown) => new SettingError(`CLAIMGRAPH_DOCUMENTS_FILE is "${file}": ${what}`, { cause });
  let list: Record<string, string>;
  try {
    list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw wrong('it takes a file of JSON, an object from SHA-256 digests to documents', error);
  }
  for (const [digest, text] of Object.entries(list))
    if (sha256(text) !== digest) throw wrong(`${digest} is not the digest of its document`);
  return new Map(Object.entries(list));
}
