/** What a compilation gathers: parameters by name, and fresh variables. */
import { int } from 'neo4j-driver';
import type { ListEdge, RecordName } from '../../../model/definition.js';
import type { ListRead } from '../../../plan/plan.js';
import { AsOfScope } from '../../as-of-scope.js';

/** Compiles a page of records; at the root without a parent. */
export type PageOf = (statement: Statement, record: RecordName, list: ListRead, parent?: Parent) => string;

export class Statement {
  readonly parameters: Record<string, unknown> = {};
  #parameters = 0;
  #variables = 0;
  readonly #scope: AsOfScope;

  /** `pageOf`: how pages within rows are compiled, whose rows hold pages in their turn; `prefix`: with what the names of its parameters begin. */
  constructor(
    private readonly pageOf: PageOf,
    private readonly prefix = 'p',
    asOf?: string,
  ) {
    this.#scope = new AsOfScope((moment) => this.parameter(int(moment)), asOf);
  }

  /** A part that is written by itself, with parameters of its own, at the moment that is looked at here. */
  apart(prefix: string): Statement {
    return new Statement(this.pageOf, prefix, this.asOf);
  }

  page(record: RecordName, list: ListRead, parent: Parent): string {
    return this.pageOf(this, record, list, parent);
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

/** Which records of the target belong to the parent's list. */
export interface Parent {
  readonly record: RecordName;
  readonly place: Place;
  readonly edge: ListEdge;
}
