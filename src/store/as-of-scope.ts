/** Which moment the part of a plan that is being compiled looks at. */
export class AsOfScope {
  #asOf: string | undefined;

  /** `parameter` puts a moment, epoch milliseconds, into the statement and gives its name there; `around`: the one looked at already. */
  constructor(
    private readonly parameter: (moment: number) => string,
    around?: string,
  ) {
    this.#asOf = around;
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

  /** The moment that is looked at, by its name in the statement; undefined where it is now. */
  get asOf(): string | undefined {
    return this.#asOf;
  }
}
