/** Requests to another thread that have no reply yet. */
import { errorOf, type Reply } from './messages.js';

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export class Replies<Result> {
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Sends a request by its new id, and resolves with its reply. */
  next(send: (id: number) => void): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      send(id);
    });
  }

  take(reply: Reply<Result>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('result' in reply) waiting?.resolve(reply.result as never);
    else waiting?.reject(errorOf(reply.failure));
  }

  /** Nothing comes any more. */
  fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
