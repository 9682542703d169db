/**
 * Texts of claims and their embeddings, kept beside a store. All of it can be made anew from the store and the
 * model, so no backup holds it; what is kept spares the model's time.
 */
import { createHash } from 'node:crypto';
import { isNeo4j, type StoreSettings } from './open.js';

/** The texts that a claim has: none where it is retracted or merged into another. */
export interface ClaimTexts {
  readonly claim: string;
  readonly texts: readonly ClaimText[];
}

export interface ClaimText {
  readonly text: string;
  readonly language: string;
}

/** A text, and the digest that stands for it. */
export interface KeptText {
  readonly digest: string;
  readonly text: string;
}

export interface Embedding {
  readonly digest: string;
  /** Of length 1. */
  readonly vector: Float32Array;
}

/** A text of a claim that is near to what was asked for. */
export interface Near {
  readonly claim: string;
  readonly language: string;
  /** The cosine of the two vectors' angle: -1 to 1. */
  readonly similarity: number;
}

/** How far it has come: a position of the store's change log, and what stands there, by which another log is known. */
export interface Progress {
  readonly position: number;
  readonly at: string;
}

export const NO_PROGRESS: Progress = { position: 0, at: '' };

/** Texts and vectors of one model. */
export interface KeptEmbeddings {
  progress(): Promise<Progress>;
  /** The texts that these claims have, in place of those that they had, and how far the log was read: one transaction. */
  take(claims: readonly ClaimTexts[], progress: Progress): Promise<void>;
  /** The log is another one: no claim has a text any more. Vectors stay, for they belong to texts. */
  forgetClaims(): Promise<void>;
  /** Texts of claims that have no vector of the model yet, at most so many. */
  missing(limit: number): Promise<readonly KeptText[]>;
  keep(embeddings: readonly Embedding[]): Promise<void>;
  /** The texts of claims that are nearest to a vector, the nearest first; a claim is there once for each of its texts. */
  nearest(vector: Float32Array, limit: number): Promise<readonly Near[]>;
  count(): Promise<EmbeddingCount>;
  close(): Promise<void>;
}

export interface EmbeddingCount {
  /** Different texts that claims have. */
  readonly texts: number;
  /** Those of them that have a vector. */
  readonly embedded: number;
}

/** Which model gave a vector, of how many numbers: vectors of two models are never compared. */
export interface EmbeddingModel {
  readonly name: string;
  readonly dimension: number;
}

/** SHA-256, in hexadecimal digits. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Those beside a store, of one model. @throws where they cannot be opened: the driver's errors, or SQLite's. */
export async function openEmbeddings(settings: StoreSettings, model: EmbeddingModel): Promise<KeptEmbeddings> {
  const { store, neo4jUser, neo4jPassword, neo4jDatabase } = settings;
  // Native code and the driver are loaded where they are needed.
  if (!isNeo4j(store)) return (await import('./sqlite/embeddings.js')).openEmbeddingsFile(`${store}.embeddings`, model);
  const { openEmbeddingsNeo4j } = await import('./neo4j/embeddings.js');
  return openEmbeddingsNeo4j({ uri: store, user: neo4jUser || undefined, password: neo4jPassword, database: neo4jDatabase }, model);
}
