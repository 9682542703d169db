/** For the tests, which ask the same questions. */
export interface BenchShape {
  readonly name: string;
  /** It asks the store more than once, and the peer has nothing like it. */
  readonly analysis?: boolean;
  /** It asks the store once all the same, so that the driver alone can be measured beside it. */
  readonly oneStatement?: boolean;
  readonly query: string;
  readonly variables: readonly Record<string, unknown>[];
}
export const SHAPES: readonly BenchShape[];
