/** For the tests, which ask the same questions. */
export interface BenchShape {
  readonly name: string;
  /** It asks the store more than once, and the peer has nothing like it. */
  readonly analysis?: boolean;
  readonly query: string;
  readonly variables: readonly Record<string, unknown>[];
}
export const SHAPES: readonly BenchShape[];
