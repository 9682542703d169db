/** What the store's threads and those who ask them say to each other. */
import { StoreError } from '../../model/errors.js';
import { asStoreError, type OpenOptions } from './open.js';

export interface ThreadData extends OpenOptions {
  readonly file: string;
}

/** Milliseconds since the epoch by a clock that only goes forward, the same on every thread of the process. */
export const epochNow = (): number => performance.timeOrigin + performance.now();

export interface Failure {
  readonly code: StoreError['code'] | 'DEFECT';
  readonly message: string;
  readonly stack?: string | undefined;
}

export type Request<Work> = { readonly id: number } & Work;
export type Reply<Result> = { readonly id: number } & ({ readonly result: Result } | { readonly failure: Failure });

export function failed(file: string, id: number, thrown: unknown): Reply<never> {
  const error = asStoreError(file, thrown);
  if (error instanceof StoreError) return { id, failure: { code: error.code, message: error.message } };
  const { message, stack } = error as Error;
  return { id, failure: { code: 'DEFECT', message, stack } };
}

/** A failure that came from a thread, as the error that it was there. */
export function errorOf({ code, message, stack }: Failure): Error {
  if (code !== 'DEFECT') return new StoreError(code, message);
  const defect = new Error(message);
  if (stack) defect.stack = stack;
  return defect;
}
