/** Who waits for how long, and who is told so: by a clock that the test sets. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SEED } from '../support/random.js';
import { FairQueue, GoneWhileWaiting, Overloaded, type Leave, type QueueLimits } from '../../src/http/operations/queue.js';

const LIMITS: QueueLimits = {
  places: 2,
  placesKept: 0,
  waitingMax: 100,
  waitingBytesMax: 1_000,
  waitingTimeMax: 2_000,
  waitingTimeBusyMax: 500,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks for a place, and keeps what became of it. */
function ask(queue: FairQueue, caller: string, { bytes = 0, signal }: { bytes?: number; signal?: AbortSignal } = {}) {
  const asked: { leave?: Leave; error?: unknown } = {};
  queue.enter(caller, bytes, signal).then(
    (leave) => (asked.leave = leave),
    (error: unknown) => (asked.error = error),
  );
  return asked;
}
const turn = () => vi.advanceTimersByTimeAsync(0);

it('lets in as many as there are places, the others when one leaves, in their order', async () => {
  const queue = new FairQueue(LIMITS);
  const asked = [1, 2, 3, 4].map(() => ask(queue, 'a'));
  await turn();
  expect(asked.map(({ leave }) => leave !== undefined)).toEqual([true, true, false, false]);
  asked[0]!.leave!();
  asked[0]!.leave!();
  await turn();
  expect(asked.map(({ leave }) => leave !== undefined)).toEqual([true, true, true, false]);
  expect([queue.underWay, queue.size]).toEqual([2, 1]);
});

it('gives callers their turns, however many one has waiting', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1 });
  const order: string[] = [];
  const names = ['a', 'a', 'a', 'a', 'a', 'b', 'c', 'b'];
  const served = names.map(async (name) => {
    const leave = await queue.enter(name, 0);
    order.push(name);
    leave();
  });
  await Promise.all(served);
  expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'a', 'a']);
});

it('leaves a place for others that one caller cannot have', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 3, placesKept: 1 });
  const flood = Array.from({ length: 20 }, () => ask(queue, 'flood'));
  await turn();
  expect(flood.filter(({ leave }) => leave)).toHaveLength(2);
  const other = ask(queue, 'other');
  await turn();
  expect(other.leave).toBeDefined();
});

it('leaves more free while another asks one thing after another, and takes it again when that ends', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 6, placesKept: 2 });
  const flood = Array.from({ length: 20 }, () => ask(queue, 'flood'));
  const inside = () => flood.filter(({ leave }) => leave).length;
  await turn();
  expect(inside()).toBe(4);
  const other = ask(queue, 'other');
  await turn();
  for (const { leave } of flood) leave?.();
  await turn();
  expect([inside(), queue.underWay]).toEqual([6, 3]);
  other.leave!();
  // Nothing else happens: the clock alone gives the places back.
  await vi.advanceTimersByTimeAsync(600);
  expect(queue.underWay).toBe(4);
});

it('never lets one caller have all places, however many it is to leave free', async () => {
  for (const [places, placesKept, most] of [
    [2, 2, 1],
    [3, 2, 2],
    [4, 9, 2],
    [1, 1, 1],
  ] as const) {
    const queue = new FairQueue({ ...LIMITS, places, placesKept });
    const flood = Array.from({ length: 10 }, () => ask(queue, 'flood'));
    await turn();
    expect([places, placesKept, flood.filter(({ leave }) => leave).length]).toEqual([places, placesKept, most]);
  }
});

it('lets in whoever has a place, though the queue is full of others who have none', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 3, placesKept: 1, waitingMax: 1 });
  const flood = Array.from({ length: 3 }, () => ask(queue, 'flood'));
  const other = ask(queue, 'other');
  await turn();
  expect(flood.map(({ leave, error }) => [leave !== undefined, error])).toEqual([
    [true, undefined],
    [true, undefined],
    [false, undefined],
  ]);
  expect(other.leave).toBeDefined();
});

it('has nobody give way for a request that has no room all the same', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1 });
  ask(queue, 'a');
  const waiting = [ask(queue, 'a', { bytes: 10 }), ask(queue, 'a', { bytes: 10 })];
  const huge = ask(queue, 'b', { bytes: 2_000 });
  await turn();
  expect(waiting.map(({ error }) => error)).toEqual([undefined, undefined]);
  expect(huge.error).toBeInstanceOf(Overloaded);
});

const STEP = fc.oneof(
  fc.record({ caller: fc.constantFrom('a', 'b', 'c'), bytes: fc.nat(700) }),
  fc.record({ leaves: fc.nat(20) }),
  fc.record({ milliseconds: fc.constantFrom(1, 100, 300, 2_500) }),
);

it('keeps its limits whatever is asked of it', { timeout: 120_000 }, async () => {
  const limits = fc.record({ places: fc.integer({ min: 1, max: 6 }), placesKept: fc.nat(4), waitingMax: fc.nat(4) });
  const property = fc.asyncProperty(limits, fc.array(STEP, { maxLength: 30 }), async (some, steps) => {
    const queue = new FairQueue({ ...LIMITS, ...some });
    const asked: { caller: string; bytes: number; of: ReturnType<typeof ask> }[] = [];
    const inside: { caller: string; leave: Leave }[] = [];
    for (const step of steps) {
      if ('leaves' in step) inside.splice(step.leaves % Math.max(1, inside.length), 1)[0]?.leave();
      else if ('milliseconds' in step) await vi.advanceTimersByTimeAsync(step.milliseconds);
      else asked.push({ ...step, of: ask(queue, step.caller, step) });
      await turn();
      for (const each of asked.filter(({ of: { leave } }) => leave)) {
        inside.push({ caller: each.caller, leave: each.of.leave! });
        asked.splice(asked.indexOf(each), 1);
      }
      const waiting = asked.filter(({ of: { error } }) => error === undefined);
      expect([queue.underWay, queue.size]).toEqual([inside.length, waiting.length]);
      expect(inside.length).toBeLessThanOrEqual(some.places);
      expect(waiting.length).toBeLessThanOrEqual(some.waitingMax);
      const bytes = waiting.map((each) => each.bytes).filter((each) => each > 0);
      if (bytes.length > 1) expect(bytes.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(LIMITS.waitingBytesMax);
      const most = Math.max(1, some.places - Math.min(some.placesKept, Math.floor(some.places / 2)));
      for (const caller of ['a', 'b', 'c']) expect(inside.filter((each) => each.caller === caller).length).toBeLessThanOrEqual(most);
      // Nobody waits while nobody is served.
      if (inside.length === 0) expect(waiting).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: 300, seed: SEED });
});

it('tells those who waited for their longest time, and nobody before', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1 });
  ask(queue, 'a');
  const waiting = ask(queue, 'a');
  await vi.advanceTimersByTimeAsync(1_999);
  expect(waiting).toEqual({});
  await vi.advanceTimersByTimeAsync(1);
  expect(waiting.error).toBeInstanceOf(Overloaded);
  expect(queue.size).toBe(0);
});

it('tells those at once who are expected to wait for longer, and lets in fewer while that lasts', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1 });
  // One is served every 100 ms: twenty of them wait for two seconds.
  let current = ask(queue, 'a');
  const waiting: ReturnType<typeof ask>[] = [];
  const serve = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(100);
    current.leave!();
    await turn();
    // Some may have waited for too long.
    [current] = waiting.splice(
      waiting.findIndex(({ leave }) => leave),
      1,
    ) as [typeof current];
  };
  for (let index = 0; index < 15; index++) waiting.push(ask(queue, 'a'));
  for (let index = 0; index < 5; index++) await serve();
  const more = Array.from({ length: 20 }, () => ask(queue, 'a'));
  await turn();
  const refused = more.filter(({ error }) => error instanceof Overloaded).length;
  // Ten wait already: at 100 ms each, about ten more are in time.
  expect(refused).toBeGreaterThanOrEqual(8);
  expect(refused).toBeLessThanOrEqual(11);
  waiting.push(...more.filter(({ error }) => error === undefined));
  // A burst is no overload: one who comes when there is room waits for as long as before.
  for (let index = 0; index < 3; index++) await serve();
  const later = ask(queue, 'a');
  await turn();
  expect(later.error).toBeUndefined();
  waiting.push(later);
  // Where others are told so for longer, none is let in to wait for more than half a second, though a caller who waits with none is.
  for (let index = 0; index < 60; index++) {
    await serve();
    const come = [ask(queue, 'a'), ask(queue, 'a')];
    await turn();
    waiting.push(...come.filter(({ error }) => error === undefined));
  }
  expect(queue.size).toBeLessThanOrEqual(6);
  const one = ask(queue, 'a');
  const other = ask(queue, 'b');
  await turn();
  expect(one.error).toBeInstanceOf(Overloaded);
  expect(other.error).toBeUndefined();
});

it('is calm again when nobody was told so for a while', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1, waitingMax: 1 });
  const first = ask(queue, 'a');
  ask(queue, 'a');
  const refused = ask(queue, 'a');
  await turn();
  expect(refused.error).toBeInstanceOf(Overloaded);
  first.leave!();
  await vi.advanceTimersByTimeAsync(2_500);
  const later = ask(queue, 'a');
  await turn();
  expect(later.error).toBeUndefined();
});

it('that is full makes room for who waits with fewer: the newest of whoever has most is told so', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1, waitingMax: 4 });
  ask(queue, 'flood');
  const flood = Array.from({ length: 4 }, () => ask(queue, 'flood'));
  const other = ask(queue, 'other');
  const more = ask(queue, 'flood');
  await turn();
  expect(flood.map(({ error }) => error !== undefined)).toEqual([false, false, false, true]);
  expect(other.error).toBeUndefined();
  expect(more.error).toBeInstanceOf(Overloaded);
  expect(queue.size).toBe(4);
});

it('holds no more bytes than it may, but one request that is alone', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1 });
  ask(queue, 'a');
  const large = ask(queue, 'a', { bytes: 5_000 });
  const small = ask(queue, 'a', { bytes: 1 });
  await turn();
  expect([large.error, small.error instanceof Overloaded]).toEqual([undefined, true]);
});

it('forgets whose client goes away', async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1 });
  const first = ask(queue, 'a');
  const away = new AbortController();
  const gone = ask(queue, 'a', { signal: away.signal });
  const next = ask(queue, 'a');
  away.abort();
  await turn();
  expect(gone.error).toBeInstanceOf(GoneWhileWaiting);
  first.leave!();
  await turn();
  expect(next.leave).toBeDefined();
  const late = ask(queue, 'a', { signal: away.signal });
  await turn();
  expect(late.error).toBeInstanceOf(GoneWhileWaiting);
});
