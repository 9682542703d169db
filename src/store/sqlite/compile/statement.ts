/** What a compilation gathers: the parameters by name, and fresh aliases. */
export class Statement {
  readonly parameters: Record<string, string | number | null> = {};
  #parameters = 0;
  #aliases = 0;
  #asOf: string | undefined;

  /** A value becomes a parameter, always: the text depends on the query's shape alone. */
  parameter(value: string | number | boolean | null): string {
    const name = `p${this.#parameters++}`;
    this.parameters[name] = typeof value === 'boolean' ? Number(value) : value;
    return `@${name}`;
  }

  /** A list of values of any length as one parameter. */
  list(values: readonly (string | number | boolean)[]): string {
    const plain = values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
    return `(SELECT "value" FROM json_each(${this.parameter(JSON.stringify(plain))}))`;
  }

  /** What is compiled within sees the graph as it was at this moment; undefined: as whatever stands around it does. */
  at<T>(moment: number | undefined, compile: () => T): T {
    if (moment === undefined) return compile();
    const outer = this.#asOf;
    this.#asOf = this.parameter(moment);
    try {
      return compile();
    } finally {
      this.#asOf = outer;
    }
  }

  /** The moment that is looked at, as a parameter; undefined where it is now. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  alias(): string {
    return `t${this.#aliases++}`;
  }
}

/** A row of a shape within the statement: its table's alias, and the prefix of the part it is. */
export interface Place {
  readonly table: string;
  readonly alias: string;
  readonly prefix: string;
}
