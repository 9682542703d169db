/** How many clients follow at once. */
export class LiveClients {
  #count = 0;

  constructor(private readonly most: number) {}

  hasRoom(): boolean {
    return this.#count < this.most;
  }

  get count(): number {
    return this.#count;
  }

  /** Gives the function to call, once, when the client goes. */
  enter(): () => void {
    this.#count++;
    return () => {
      this.#count--;
    };
  }
}
