/** What a compilation gathers: parameters by name, and fresh variables. */
import { int } from 'neo4j-driver';
import { AsOfScope } from '../../as-of-scope.js';

export class Statement {
  readonly parameters: Record<string, unknown> = {};
  #parameters = 0;
  #variables = 0;
  readonly #scope: AsOfScope;

  /** `prefix`: with what the names of its parameters begin. */
  constructor(
    private readonly prefix = 'p',
    asOf?: string,
  ) {
    this.#scope = new AsOfScope((moment) => this.parameter(int(moment)), asOf);
  }

  /** A part that is written by itself, with parameters of its own, at the moment that is looked at here. */
  apart(prefix: string): Statement {
    return new Statement(prefix, this.asOf);
  }

  /** A value becomes a parameter, always: the plan cache is keyed on the text. */
  parameter(value: unknown): string {
    const name = `${this.prefix}${this.#parameters++}`;
    this.parameters[name] = value;
    return `$${name}`;
  }

  /** See AsOfScope. */
  at<T>(moment: number | undefined, compile: () => T): T {
    return this.#scope.at(moment, compile);
  }

  get asOf(): string | undefined {
    return this.#scope.asOf;
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
