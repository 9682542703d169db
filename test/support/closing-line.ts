/** Ends a run with `N passed, N failed`; what a machine lacks is skipped and said by name, never counted as passed. */
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    for (const module of modules) {
      let own = 0;
      for (const test of module.children.allTests()) {
        own++;
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
        else {
          skipped++;
          console.log(`NOT RUN: ${test.fullName}`);
        }
      }
      // A file that does not load has no tests to fail.
      if (own === 0 || (module.state() === 'failed' && module.errors().length > 0)) failed++;
    }
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}
