/** Waits for claims to be settled no longer than a read may take. */
import { StoreError } from '../model/errors.js';

/** Throws TIMEOUT at the deadline, milliseconds of performance.now(); the settling itself goes on. */
export async function settledBefore(deadline: number, settling: Promise<unknown>): Promise<void> {
  const left = deadline - performance.now();
  if (left === Infinity) return void (await settling);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = 'corroboration is being refreshed after a large write, which took longer than the request limit; try again later';
    timer = setTimeout(() => reject(new StoreError('TIMEOUT', message)), Math.max(0, left));
  });
  settling.catch(() => undefined);
  try {
    await Promise.race([settling, late]);
  } finally {
    clearTimeout(timer);
  }
}
