/**
 * One thread that executes operations, from outside. It is started when it is first asked. One that does not answer in
 * time, nor to a word, is ended: whatever it had is told so, and the next request starts another.
 */
import { Worker, type MessagePort } from 'node:worker_threads';
import type { Settings } from '../../config/settings.js';
import { InputError, StoreError, type ErrorCode } from '../../model/errors.js';
import { giveUp, givenUpFlag, type GivenUp } from '../../store/given-up.js';
import type { Store, StorePool } from '../../store/store.js';
import type { Embeddings } from '../../embeddings/nearest.js';
import type { ReportDefect } from '../errors.js';
import type { FromThread, OperationThreadData, Thrown, ToThread } from './messages.js';
import type { AnswerOf, Exported, ExportWork, Observation, Work, WorkOptions } from './work.js';

export interface ThreadOptions {
  readonly givesWay: boolean;
  readonly settings: Settings;
  readonly store: Store;
  readonly embeddings?: Embeddings | undefined;
  readonly report: ReportDefect;
  readonly observe: (observations: readonly Observation[]) => void;
  readonly onDocument: (digest: string, text: string, from: OperationThread) => void;
}

/** The thread ended under work that was not to blame: it may be done again where it changes nothing. */
export class ThreadEnded extends StoreError {
  constructor() {
    super('STORE_UNAVAILABLE', 'the thread that executed the request ended; a change may or may not have been written');
  }
}

interface UnderWay {
  readonly isGivenUp: GivenUp;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Of an export. */
  readonly pieces: Pieces | undefined;
  readonly tired: NodeJS.Timeout | undefined;
  readonly rest: () => void;
}

/** Milliseconds past its own limit after which work that has not ended by itself is looked at, */
const GRACE = 250;
/** and within which its thread must answer a word. */
const PONG_WITHIN = 150;
const NO_POOL: StorePool = { size: 0, busy: 0, waiting: 0 };
const MEGABYTE = 1024 * 1024;

type PortGiven = Extract<ToThread, { writer: MessagePort } | { embeddings: MessagePort }>;

export class OperationThread {
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  #last = 0;
  #isClosing = false;
  readonly #underWay = new Map<number, UnderWay>();
  #pool: StorePool = NO_POOL;
  readonly #pongs = new Map<number, () => void>();

  constructor(private readonly options: ThreadOptions) {}

  get underWay(): number {
    return this.#underWay.size;
  }

  /** Of its store, when it answered last. */
  get pool(): StorePool {
    return this.#pool;
  }

  /** Starts it, so that the first request does not wait for it. Throws StoreError where the store cannot be opened. */
  async start(): Promise<void> {
    await this.#started();
  }

  /** @throws StoreError of its store, or TIMEOUT; ThreadEnded; InputError, TOO_COSTLY, for want of memory. */
  async run<Kind extends Work['kind']>(work: Extract<Work, { kind: Kind }>, options: WorkOptions = {}): Promise<AnswerOf[Kind]> {
    const worker = await this.#started();
    return this.#post(worker, ++this.#last, work, options) as Promise<AnswerOf[Kind]>;
  }

  /** The head of an export, and its bytes: the next piece is made when the one before it was taken. */
  async export(work: ExportWork, options: WorkOptions = {}): Promise<Exported> {
    const worker = await this.#started();
    const id = ++this.#last;
    const pieces = new Pieces(() => this.#send({ more: id }));
    const head = (await this.#post(worker, id, work, options, pieces)) as AnswerOf['export'];
    return { head, bytes: 'status' in head ? NOTHING : pieces.all() };
  }

  #post(worker: Worker, id: number, work: Work, { signal }: WorkOptions, pieces?: Pieces): Promise<unknown> {
    const isGivenUp = givenUpFlag();
    const gone = (): void => {
      giveUp(isGivenUp);
      this.#send({ gone: id });
      this.#fail(id, new StoreError('TIMEOUT', 'the client no longer waits for the answer'));
    };
    return new Promise((resolve, reject) => {
      // An export takes as long as its reader does.
      const tired = pieces ? undefined : setTimeout(() => void this.#overdue(id), this.options.settings.requestTimeout + GRACE);
      this.#underWay.set(id, { isGivenUp, resolve, reject, pieces, tired, rest: () => signal?.removeEventListener('abort', gone) });
      if (signal?.aborted) return gone();
      signal?.addEventListener('abort', gone, { once: true });
      worker.postMessage({ id, work, isGivenUp } satisfies ToThread);
      return undefined;
    });
  }

  tell(message: Extract<ToThread, { document: unknown }>): void {
    if (this.#worker) this.#send(message);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const worker = this.#worker;
    if (!worker) return;
    // Node itself can fail when a thread is ended by force while it still starts.
    await this.#ready?.catch(() => undefined);
    if (this.#worker !== worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    this.#send('close');
    const forced = setTimeout(() => void worker.terminate(), CLOSE_WITHIN);
    await ended;
    clearTimeout(forced);
  }

  #send(message: ToThread, transfer: readonly MessagePort[] = []): void {
    this.#worker?.postMessage(message, transfer);
  }

  async #started(): Promise<Worker> {
    if (this.#isClosing) throw new StoreError('STORE_UNAVAILABLE', 'the server is stopping');
    this.#ready ??= this.#launch();
    await this.#ready;
    return this.#worker!;
  }

  #launch(): Promise<void> {
    const { settings, store, givesWay, embeddings } = this.options;
    const workerData: OperationThreadData = {
      settings,
      givesWay,
      sharesWriter: store.connectWriter !== undefined,
      hasEmbeddings: embeddings !== undefined,
    };
    const worker = new Worker(WORKER, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(settings.operationMemoryMax / MEGABYTE) },
    });
    this.#worker = worker;
    return new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message === 'ready') resolve();
        else if (typeof message === 'object' && 'failed' in message) reject(asStoreError(message.failed));
        else this.#take(message);
      });
      let why: unknown;
      worker.on('error', (error) => (why = error));
      worker.on('exit', () => {
        if (this.#worker === worker) {
          this.#worker = undefined;
          this.#ready = undefined;
        }
        const error = this.#reasonOf(why);
        for (const id of this.#underWay.keys()) this.#fail(id, error);
        reject(error);
      });
    }).catch((error: unknown) => {
      this.#ready = undefined;
      this.#worker = undefined;
      void worker.terminate();
      throw error;
    });
  }

  /** Work that fills a thread's memory is told so where it was alone there. */
  #reasonOf(why: unknown): Error {
    const isOutOfMemory = (why as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (why !== undefined && !isOutOfMemory) this.options.report(why);
    if (!isOutOfMemory || this.#underWay.size !== 1) return new ThreadEnded();
    return InputError.of(
      'TOO_COSTLY',
      'the operation needs more memory than the limit',
      [],
      'request less at a time, or raise CLAIMGRAPH_OPERATION_MEMORY_MAX',
    );
  }

  #take(message: Exclude<FromThread, 'ready' | { failed: unknown }>): void {
    if (message === 'needsWriter') return void this.#give(async () => ({ writer: await this.options.store.connectWriter!() }));
    if (message === 'needsEmbeddings') return void this.#give(async () => ({ embeddings: await this.options.embeddings!.connect() }));
    if ('pong' in message) return this.#pongs.get(message.pong)?.();
    if ('defect' in message) return this.options.report(asError(message.defect));
    if ('document' in message) return this.options.onDocument(message.document.digest, message.document.text, this);
    if ('observations' in message) {
      this.options.observe(message.observations);
      this.#pool = message.pool;
    }
    const { id } = message;
    if ('bytes' in message) {
      this.#underWay.get(id)?.pieces?.push(message.bytes);
      if (message.bytes === undefined) this.#end(id);
    } else if ('thrown' in message) this.#fail(id, asStoreError(message.thrown));
    else {
      const isFollowedByBytes = this.#underWay.get(id)?.pieces !== undefined && !('status' in message.answer);
      (isFollowedByBytes ? this.#underWay.get(id) : this.#end(id))?.resolve(message.answer);
    }
    return undefined;
  }

  /** A port to a thread that this one has work for. */
  async #give(connect: () => Promise<PortGiven>): Promise<void> {
    try {
      const given = await connect();
      this.#send(given, Object.values<MessagePort>(given));
    } catch (error) {
      this.options.report(error);
    }
  }

  #end(id: number): UnderWay | undefined {
    const ended = this.#underWay.get(id);
    clearTimeout(ended?.tired);
    ended?.rest();
    this.#underWay.delete(id);
    return ended;
  }

  #fail(id: number, error: unknown): void {
    const failed = this.#end(id);
    failed?.pieces?.fail(error);
    failed?.reject(error);
  }

  /** Its time is over and it has no answer: where the thread still listens, it goes on without it; else it is ended. */
  async #overdue(id: number): Promise<void> {
    const overdue = this.#underWay.get(id);
    if (!overdue) return;
    const worker = this.#worker;
    giveUp(overdue.isGivenUp);
    this.#send({ gone: id });
    const listens = await new Promise<boolean>((resolve) => {
      const silent = setTimeout(() => resolve(false), PONG_WITHIN);
      this.#pongs.set(id, () => {
        clearTimeout(silent);
        resolve(true);
      });
      this.#send({ ping: id });
    });
    this.#pongs.delete(id);
    this.#fail(id, new StoreError('TIMEOUT', 'the request took longer than its limit'));
    if (!listens && worker !== undefined && worker === this.#worker) void worker.terminate();
  }
}

/** Milliseconds for a thread to finish with what it has when the server stops. */
const CLOSE_WITHIN = 2_000;

/** Pieces that one side gives and the other takes, one at a time. */
class Pieces {
  readonly #waiting: (Uint8Array | undefined)[] = [];
  #error: unknown;
  #wake: (() => void) | undefined;

  constructor(private readonly taken: () => void) {}

  push(piece: Uint8Array | undefined): void {
    this.#waiting.push(piece);
    this.#wake?.();
  }

  fail(error: unknown): void {
    this.#error = error;
    this.#wake?.();
  }

  async *all(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      while (this.#waiting.length === 0) {
        if (this.#error !== undefined) throw this.#error;
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      const piece = this.#waiting.shift();
      if (piece === undefined) return;
      yield piece;
      this.taken();
    }
  }
}

const NOTHING: AsyncIterable<Uint8Array> = (async function* () {})();

function asError({ name, message, stack }: Thrown): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}

function asStoreError(thrown: Thrown & { readonly code?: string | undefined }): Error {
  return thrown.code === undefined
    ? asError(thrown)
    : new StoreError(thrown.code as Extract<ErrorCode, StoreError['code']>, thrown.message);
}

const WORKER = new URL('./operation.worker.js', import.meta.url);
