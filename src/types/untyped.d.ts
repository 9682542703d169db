declare module 'edtf' {
  /** What the grammar makes of a text, as far as it is used here: months begin at 0, an offset is in minutes. */
  export interface ParsedDate {
    readonly type: 'Date' | 'Year' | 'Season' | 'Century' | 'Interval';
    /** Numbers; of an interval its ends: null where one is unknown, infinite where it is open. */
    readonly values: readonly (number | ParsedDate | null)[];
    readonly unspecified?: number;
    readonly uncertain?: boolean;
    readonly approximate?: boolean;
    readonly offset?: number;
    /** Only where the text gives one. */
    readonly timeZone?: string;
  }
  export function parse(text: string, constraints: { level: 0 | 1 | 2 }): ParsedDate;
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
