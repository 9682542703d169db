/** What a compilation gathers: parameters by name, and fresh variables. */
import { int } from 'neo4j-driver';

export class Statement {
  readonly parameters: Record<string, unknown> = {};
  #parameters = 0;
  #variables = 0;
  #asOf: string | undefined;

  /** A value becomes a parameter, always: the plan cache is keyed on the text. */
  parameter(value: unknown): string {
    const name = `p${this.#parameters++}`;
    this.parameters[name] = value;
    return `$${name}`;
  }

  /** What is compiled within sees the graph as it was at this moment; undefined: as whatever stands around it does. */
  at<T>(moment: number | undefined, compile: () => T): T {
    if (moment === undefined) return compile();
    const outer = this.#asOf;
    this.#asOf = this.parameter(int(moment));
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

  variable(): string {
    return `t${this.#variables++}`;
  }
}

/** A node or relationship within the statement, and the prefix of the part it is. */
export interface Place {
  readonly alias: string;
  readonly prefix: string;
  /** Of a part that is a relationship: the node at its end. */
  readonly end?: string;
}
