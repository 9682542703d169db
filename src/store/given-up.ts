/** A flag that tells work on another thread, which can hear no message meanwhile, that nobody waits for its answer any more. */

export type GivenUp = Int32Array<SharedArrayBuffer>;

export const givenUpFlag = (): GivenUp => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

export const giveUp = (flag: GivenUp): void => void Atomics.store(flag, 0, 1);

export const isSet = (flag: GivenUp): boolean => Atomics.load(flag, 0) === 1;
