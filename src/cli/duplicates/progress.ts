/** How far a pass is, on the standard error: a bar on a terminal, a line now and then elsewhere. */
import { SingleBar } from 'cli-progress';

/** Milliseconds. */
const LINE_EVERY = 5_000;

export class PassProgress {
  #lastLine = performance.now();
  #bar: SingleBar | undefined;

  constructor(private readonly what: string) {}

  show(lookedAt: number, inAll: number, found: number): void {
    if (process.stderr.isTTY && !this.#bar) {
      const format = `{bar} {percentage}% | {value} of {total} ${this.what}, {found} pairs | {eta_formatted} left`;
      this.#bar = new SingleBar({ format, stream: process.stderr });
      this.#bar.start(inAll, 0, { found: 0 });
    }
    this.#bar?.update(Math.min(lookedAt, inAll), { found });
    if (this.#bar || performance.now() - this.#lastLine < LINE_EVERY) return;
    this.#lastLine = performance.now();
    console.error(`${lookedAt} of ${inAll} ${this.what}, ${found} pairs`);
  }

  end(): void {
    this.#bar?.stop();
  }
}
