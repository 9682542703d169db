/** The time that the program goes by (performance.now), which a test lets pass without waiting for it. */

const measured = performance.now.bind(performance);
let passed = 0;

/** From now on it is so many milliseconds later. Timers keep to the machine's clock. */
export function letPass(milliseconds: number): void {
  passed += milliseconds;
  performance.now = () => measured() + passed;
}

/** It is the machine's time again. */
export function keepTime(): void {
  passed = 0;
  performance.now = measured;
}
