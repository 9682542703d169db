/** What a compilation gathers: the parameters by name, and fresh aliases. */
import type { ListEdge, RecordName } from '../../../model/definition.js';
import type { ListRead } from '../../../plan/plan.js';
import { AsOfScope } from '../../as-of-scope.js';

/** Compiles a page of records; at the root without a parent. */
export type PageOf = (statement: Statement, record: RecordName, list: ListRead, parent?: Parent) => string;

export class Statement {
  readonly parameters: Record<string, string | number | null> = {};
  #parameters = 0;
  #aliases = 0;
  readonly #scope = new AsOfScope((moment) => this.parameter(moment));

  /** `pageOf`: how pages within rows are compiled, whose rows hold pages in their turn. */
  constructor(private readonly pageOf: PageOf) {}

  page(record: RecordName, list: ListRead, parent: Parent): string {
    return this.pageOf(this, record, list, parent);
  }

  /** A value becomes a parameter, always: the text depends on the query's shape alone. */
  parameter(value: string | number | boolean | null): string {
    const name = `p${this.#parameters++}`;
    this.parameters[name] = typeof value === 'boolean' ? Number(value) : value;
    return `@${name}`;
  }

  /** A list of values of any length as one parameter. */
  list(values: readonly (string | number | boolean)[]): string {
    return `(SELECT "value" FROM ${this.rows(values)})`;
  }

  /** The same as rows, each with its "value". */
  rows(values: readonly (string | number | boolean)[]): string {
    const plain = values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
    return `json_each(${this.parameter(JSON.stringify(plain))})`;
  }

  /** See AsOfScope. */
  at<T>(moment: number | undefined, compile: () => T): T {
    return this.#scope.at(moment, compile);
  }

  get asOf(): string | undefined {
    return this.#scope.asOf;
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

/** Which records of the target belong to the parent's list. */
export interface Parent {
  readonly record: RecordName;
  readonly place: Place;
  readonly edge: ListEdge;
}
