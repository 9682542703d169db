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
  /** The text of an operation that was listed or sent before. */
  readonly textOf: (digest: string) => string | undefined;
  /** An operation that was sent elsewhere. */
  readonly remember: (digest: string, text: string) => void;
}

/** Hears of an operation that was sent to be remembered. */
export type OnDocument = (digest: string, text: string) => void;

/** Throws SettingError where the file is no such list. */
export function documentsOf(
  {
    documentsFile,
    documentsOnly,
  }: {
    readonly documentsFile: string;
    readonly documentsOnly: boolean;
  },
  onDocument?: OnDocument,
): Documents {
  const listed = documentsFile === '' ? new Map<string, string>() : readList(documentsFile);
  const sent = new LRUCache<string, string>({ maxSize: REMEMBERED, sizeCalculation: (text) => text.length + 64 });
  // Apollo's name for a digest.
  const digestIn = (key: string) => key.replace(/^apq:/, '');
  const textOf = (digest: string) => listed.get(digest) ?? sent.get(digest);
  return {
    cache: {
      get: async (key) => textOf(digestIn(key)),
      set: async (key, text) => {
        if (documentsOnly) return;
        sent.set(digestIn(key), text);
        onDocument?.(digestIn(key), text);
      },
      delete: async (key) => sent.delete(digestIn(key)),
    },
    textOf,
    remember: (digest, text) => void (documentsOnly || sent.set(digest, text)),
    isAnswered: (digest) => !documentsOnly || listed.has(digest),
  };
}

function readList(file: string): Map<string, string> {
  const wrong = (what: string, cause?: unknown) => new SettingError(`CLAIMGRAPH_DOCUMENTS_FILE is "${file}": ${what}`, { cause });
  let list: Record<string, string>;
  try {
    list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw wrong('it takes a JSON file: an object from SHA-256 digests to operations', error);
  }
  for (const [digest, text] of Object.entries(list))
    if (sha256(text) !== digest) throw wrong(`${digest} is not the digest of its operation`);
  return new Map(Object.entries(list));
}
