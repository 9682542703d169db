/** What a thread and those who ask it say to each other. */
import { StoreError } from '../model/errors.js';

/** Milliseconds since the epoch by a clock that only goes forward, the same on every thread of the process. */
export const epochNow = (): number => performance.timeOrigin + performance.now();

export interface Failure {
  readonly code: StoreError['code'] | 'DEFECT';
  readonly message: string;
  readonly stack?: string | undefined;
}

export type Request<Work> = { readonly id: number } & Work;
export type Reply<Result> = { readonly id: number } & ({ readonly result: Result } | { readonly failure: Failure });

/** The reply that a request failed. */
export function failedBy(id: number, thrown: unknown): Reply<never> {
  if (thrown instanceof StoreError) return { id, failure: { code: thrown.code, message: thrown.message } };
  const { message, stack } = thrown as Error;
  return { id, failure: { code: 'DEFECT', message, stack } };
}

/** A failure that came from a thread, as the error that it was there. */
export function errorOf({ code, message, stack }: Failure): Error {
  if (code !== 'DEFECT') return new StoreError(code, message);
  const defect = new Error(message);
  if (stack) defect.stack = stack;
  return defect;
}
