/** Answers that their readers have not taken yet: they stand in memory, and whoever lets them stand gets no more of them. */
export class Unsent {
  readonly #bytesOf = new Map<string, number>();

  /** `most`: bytes of one caller. */
  constructor(private readonly most: number) {}

  hasRoomFor(caller: string): boolean {
    return (this.#bytesOf.get(caller) ?? 0) < this.most;
  }

  /** Gives the function to call when they are sent, or their reader is gone. */
  hold(caller: string, bytes: number): () => void {
    this.#bytesOf.set(caller, (this.#bytesOf.get(caller) ?? 0) + bytes);
    let isSent = false;
    return () => {
      if (isSent) return;
      isSent = true;
      const left = this.#bytesOf.get(caller)! - bytes;
      if (left === 0) this.#bytesOf.delete(caller);
      else this.#bytesOf.set(caller, left);
    };
  }
}
