/** One thing that a sentence must not hold; `wrong` breaks the rule and `right` does not. */
export interface ProseRule {
  readonly name: string;
  readonly instead: string;
  readonly wrong: string;
  readonly right: string;
}
export interface ProseFault {
  readonly rule: string;
  /** The words that break it. */
  readonly found: string;
  readonly instead: string;
}
export const RULES: readonly ProseRule[];
export function faultsOf(sentence: string): ProseFault[];
