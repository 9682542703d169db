/** The same question, asked by several at once, is asked of the database once: counting a hub's claims keeps it busy for a while. */
export class AskedOnce<T> {
  readonly #asked = new Map<string, Promise<T>>();

  /** `question` names everything that the answer depends on. Nobody may change what all get. */
  ask(question: string, work: () => Promise<T>): Promise<T> {
    let asked = this.#asked.get(question);
    if (!asked) {
      asked = work().finally(() => this.#asked.delete(question));
      this.#asked.set(question, asked);
    }
    return asked;
  }
}
