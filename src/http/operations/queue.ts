/**
 * Requests wait here for a place, fairly by caller, as long as they will be answered in time: each caller's in the
 * order in which they came, callers in turns. What cannot be answered in time is told so at once.
 *
 * It is no `PQueue`: that one gives a place to the task in front whenever one is free (a queue class may sort them, but
 * must give one), while here a place stays free for another caller, who waits with most gives way, and a request is
 * refused by the wait that is expected.
 */

export interface QueueLimits {
  /** Requests that are worked on at once. */
  readonly places: number;
  /** Of these, what one caller leaves free, half of them at most; as many more for each other caller who asked lately. */
  readonly placesKept: number;
  /** Requests that may wait, */
  readonly waitingMax: number;
  /** and the bytes that they may hold together. */
  readonly waitingBytesMax: number;
  /** Milliseconds: a request waits for as long at most. */
  readonly waitingTimeMax: number;
  /** Milliseconds: in an overload that lasts, a request is let in to wait for as long. */
  readonly waitingTimeBusyMax: number;
}

/** Gives the place to the next one; to call it again does nothing. */
export type Leave = () => void;

/** The server has more to do than it can in time. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

/** The request's client went away while it waited. */
export class GoneWhileWaiting extends Error {
  override readonly name = 'GoneWhileWaiting';
}

interface Waiting {
  readonly caller: string;
  readonly bytes: number;
  readonly since: number;
  readonly enter: (leave: Leave) => void;
  readonly refuse: (error: Error) => void;
}

/** Milliseconds after a caller's question in which the others leave room for the next one. */
const LATELY = 250;
/** Of the last request in the average time between two that are let in. */
const NEWEST_SHARE = 0.05;
/** Milliseconds without anyone turned away after which times are calm again. */
const CALM_AFTER = 2_000;
/** Milliseconds for which some are turned away again and again until it is an overload, and not a burst. */
const SUSTAINED = 5_000;

export class FairQueue {
  /** Callers who wait, the one whose turn is next first. */
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #placesOf = new Map<string, number>();
  /** When each caller asked last, of those who did lately; the one longest ago first. */
  readonly #asked = new Map<string, number>();
  #again: NodeJS.Timeout | undefined;
  #underWay = 0;
  #size = 0;
  #bytes = 0;
  /** Milliseconds between two that are let in while some wait. */
  #interval = 0;
  #lastEntered = -Infinity;
  /** When the first was turned away since times were calm, and the last. */
  #firstRefused = -Infinity;
  #lastRefused = -Infinity;

  constructor(private readonly limits: QueueLimits) {}

  get underWay(): number {
    return this.#underWay;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Resolves when it is the request's turn.
   * @throws Overloaded where it has none in time; GoneWhileWaiting when the signal is given before.
   */
  enter(caller: string, bytes: number, signal?: AbortSignal): Promise<Leave> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new GoneWhileWaiting());
      this.#remember(caller);
      // Whoever waits and could have a place by now has it first.
      this.#letIn();
      if (!this.#waiting.has(caller) && this.#hasPlaceFor(caller)) {
        this.#lastEntered = performance.now();
        return resolve(this.#placeOf(caller));
      }
      if (!this.#makeRoomFor(caller, bytes)) return reject(this.#overloaded());
      const stop = (): void => {
        clearTimeout(tired);
        signal?.removeEventListener('abort', gone);
      };
      const waiting: Waiting = {
        caller,
        bytes,
        since: performance.now(),
        enter: (leave) => {
          stop();
          resolve(leave);
        },
        refuse: (error) => {
          stop();
          reject(error);
        },
      };
      const gone = (): void => this.#remove(waiting)?.refuse(new GoneWhileWaiting());
      const tired = setTimeout(() => this.#remove(waiting)?.refuse(this.#overloaded()), this.limits.waitingTimeMax);
      signal?.addEventListener('abort', gone, { once: true });
      this.#append(waiting);
      this.#letIn();
      return undefined;
    });
  }

  #remember(caller: string): void {
    this.#asked.delete(caller);
    this.#asked.set(caller, performance.now());
  }

  #hasPlaceFor(caller: string): boolean {
    return this.#underWay < this.limits.places && (this.#placesOf.get(caller) ?? 0) < this.#share();
  }

  /**
   * Places that one caller may have. Beside a caller who asks one thing after another, one that floods takes what is left
   * of the processor, too: a free place alone would be a slow one.
   */
  #share(): number {
    const { places } = this.limits;
    // More than half would leave a caller less than it keeps for the next one: each would take the other's.
    const kept = Math.min(this.limits.placesKept, Math.floor(places / 2));
    const before = performance.now() - LATELY;
    for (const [caller, at] of this.#asked) {
      if (at >= before) break;
      this.#asked.delete(caller);
    }
    return Math.max(1, kept, places - kept * Math.max(1, this.#asked.size));
  }

  #placeOf(caller: string): Leave {
    this.#underWay++;
    this.#placesOf.set(caller, (this.#placesOf.get(caller) ?? 0) + 1);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#underWay--;
      const left = this.#placesOf.get(caller)! - 1;
      if (left === 0) this.#placesOf.delete(caller);
      else this.#placesOf.set(caller, left);
      this.#letIn();
    };
  }

  /** Whether the request may wait: in time, and in a queue that has room. Where it is full, whoever waits with most gives way. */
  #makeRoomFor(caller: string, bytes: number): boolean {
    const { waitingMax, waitingBytesMax, waitingTimeMax, waitingTimeBusyMax } = this.limits;
    if (this.#expectedWait(caller) > (this.#isOverloaded() ? Math.min(waitingTimeBusyMax, waitingTimeMax) : waitingTimeMax)) return false;
    const own = this.#waiting.get(caller)?.length ?? 0;
    const left = new Map([...this.#waiting].map(([each, list]) => [each, [...list]]));
    const givingWay: Waiting[] = [];
    let size = this.#size;
    let held = this.#bytes;
    while (size + 1 > waitingMax || (held + bytes > waitingBytesMax && held > 0)) {
      const longest = [...left.values()].reduce<Waiting[]>((most, each) => (each.length > most.length ? each : most), []);
      if (longest.length <= own + 1) return false;
      const newest = longest.pop()!;
      givingWay.push(newest);
      size--;
      held -= newest.bytes;
    }
    // None gives way for one that has no room all the same.
    for (const each of givingWay) this.#remove(each)?.refuse(this.#overloaded());
    return true;
  }

  /** Milliseconds: callers take turns, so that each of a caller's own waits for one of every other's. */
  #expectedWait(caller: string): number {
    const own = this.#waiting.get(caller)?.length ?? 0;
    let ahead = own;
    for (const [other, list] of this.#waiting) if (other !== caller) ahead += Math.min(list.length, own + 1);
    return ahead * this.#interval;
  }

  #isOverloaded(): boolean {
    const now = performance.now();
    return now - this.#lastRefused < CALM_AFTER && now - this.#firstRefused > SUSTAINED;
  }

  #overloaded(): Overloaded {
    const now = performance.now();
    if (now - this.#lastRefused >= CALM_AFTER) this.#firstRefused = now;
    this.#lastRefused = now;
    return new Overloaded('the server is busy; try again in a moment');
  }

  #append(waiting: Waiting): void {
    const list = this.#waiting.get(waiting.caller);
    if (list) list.push(waiting);
    else this.#waiting.set(waiting.caller, [waiting]);
    this.#size++;
    this.#bytes += waiting.bytes;
  }

  #remove(waiting: Waiting): Waiting | undefined {
    const list = this.#waiting.get(waiting.caller);
    const index = list?.indexOf(waiting) ?? -1;
    if (index === -1) return undefined;
    list!.splice(index, 1);
    if (list!.length === 0) this.#waiting.delete(waiting.caller);
    this.#size--;
    this.#bytes -= waiting.bytes;
    return waiting;
  }

  #letIn(): void {
    while (this.#underWay < this.limits.places) {
      const caller = [...this.#waiting.keys()].find((each) => this.#hasPlaceFor(each));
      if (caller === undefined) return this.#lookAgain();
      const list = this.#waiting.get(caller)!;
      const next = this.#remove(list[0]!)!;
      // To the end of the turns.
      if (list.length > 0) {
        this.#waiting.delete(caller);
        this.#waiting.set(caller, list);
      }
      this.#count(next);
      next.enter(this.#placeOf(caller));
    }
  }

  /** A share grows when another caller asks no more: nothing else may happen then. */
  #lookAgain(): void {
    if (this.#size === 0 || this.#asked.size < 2 || this.#again) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.#letIn();
    }, LATELY);
  }

  #count({ since }: Waiting): void {
    const now = performance.now();
    // Who came after the one before had entered says nothing of how fast the queue moves: it may have been empty.
    if (since <= this.#lastEntered)
      this.#interval += (now - this.#lastEntered - this.#interval) * (this.#interval === 0 ? 1 : NEWEST_SHARE);
    this.#lastEntered = now;
  }
}
