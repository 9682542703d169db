/** Vectors that are searched for the nearest ones: an approximate index in memory (HNSW, by usearch), kept in a file between two runs. */
import { renameSync, rmSync, statSync } from 'node:fs';
import type { Index } from 'usearch';
import { makePrivateFile } from '../private-files.js';

/** Loaded where embeddings are used: it is native code. */
const { Index: VectorIndexOf, MetricKind, ScalarKind } = (await import('usearch')).default;

/** Links that each vector has to near ones: the library's usual number. */
const CONNECTIVITY = 16;
/** Vectors looked at for a search at least: more find more of the nearest ones, and take longer. */
const EXPANSION = 128;

export interface NumberedVector {
  /** Larger than those of all vectors before it. */
  readonly num: number;
  readonly vector: Float32Array;
}

export interface NearVector {
  readonly num: number;
  readonly similarity: number;
}

/** A file that holds the index, and by what it is known to be whole. */
export interface SavedIndex {
  /** The number of its last vector. */
  readonly last: number;
  readonly bytes: number;
}

export class VectorIndex {
  #last: number;

  private constructor(
    private readonly index: Index,
    private readonly file: string,
    last: number,
  ) {
    this.#last = last;
  }

  /** The index that was saved, where the file is the one that is described, or an empty one. */
  static open(file: string, dimension: number, saved: SavedIndex | undefined): VectorIndex {
    const index = new VectorIndexOf({
      dimensions: dimension,
      metric: MetricKind.Cos,
      quantization: ScalarKind.I8,
      connectivity: CONNECTIVITY,
      expansion_add: EXPANSION,
      expansion_search: EXPANSION,
      multi: false,
    });
    if (!saved || sizeOf(file) !== saved.bytes) return new VectorIndex(index, file, 0);
    index.load(file);
    return new VectorIndex(index, file, saved.last);
  }

  /** The number of the vector that was added last; 0 of an empty index. */
  get last(): number {
    return this.#last;
  }

  add(vectors: readonly NumberedVector[]): void {
    for (const { num, vector } of vectors) {
      this.index.add(BigInt(num), vector, 1);
      this.#last = num;
    }
  }

  nearest(vector: Float32Array, limit: number): NearVector[] {
    if (this.#last === 0) return [];
    const { keys, distances } = this.index.search(vector, limit, 1);
    return [...keys].map((key, place) => ({ num: Number(key), similarity: 1 - distances[place]! }));
  }

  /** The file is replaced by a whole one. */
  save(): SavedIndex {
    const part = `${this.file}.part`;
    rmSync(part, { force: true });
    makePrivateFile(part);
    this.index.save(part);
    renameSync(part, this.file);
    return { last: this.#last, bytes: sizeOf(this.file)! };
  }
}

const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;
