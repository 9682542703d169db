/** What a compilation gathers: parameters by name, and fresh variables. */
export class Statement {
  readonly parameters: Record<string, unknown> = {};
  #parameters = 0;
  #variables = 0;

  /** A value becomes a parameter, always: the plan cache is keyed on the text. */
  parameter(value: unknown): string {
    const name = `p${this.#parameters++}`;
    this.parameters[name] = value;
    return `$${name}`;
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
