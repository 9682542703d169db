/** For the tests, which ask the same questions. */
export interface BenchShape {
  readonly name: string;
  readonly query: string;
  readonly variables: readonly Record<string, unknown>[];
}
export const SHAPES: readonly BenchShape[];
