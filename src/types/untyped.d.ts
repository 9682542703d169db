declare module 'edtf' {
  /** The parts of a parsed date that are used here; an open end is null or infinite. */
  interface ParsedDate {
    readonly type: string;
    readonly min: number | null;
    readonly max: number | null;
  }
  export default function edtf(text: string, options?: { level?: 0 | 1 | 2 }): ParsedDate;
}

declare module 'language-tags' {
  interface Subtag {
    type(): string;
  }
  const tags: { language(subtag: string): Subtag | null };
  export default tags;
}

declare module 'rdf-canonize' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    /** Filled with the canonical name of each blank node. */
    readonly canonicalIdMap?: Map<string, string>;
    readonly maxWorkFactor?: number;
  }
  export function canonize(dataset: readonly object[], options: CanonizeOptions): Promise<string>;
}
