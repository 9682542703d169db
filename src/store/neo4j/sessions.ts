/** Sessions with the database: each has a connection of the driver's pool while it is at work. */
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { StorePool } from '../store.js';

export class Sessions {
  #open = 0;

  constructor(
    private readonly driver: Driver,
    private readonly database: string,
    private readonly poolSize: number,
  ) {}

  /** What the bookmarks stand for is seen, on whichever member of a cluster. */
  reading<T>(bookmarks: string[], work: (session: Session) => Promise<T>): Promise<T> {
    return this.#with(this.driver.session({ database: this.database, defaultAccessMode: neo4j.session.READ, bookmarks }), work);
  }

  writing<T>(bookmarks: string[], work: (session: Session) => Promise<T>): Promise<T> {
    return this.#with(this.driver.session({ database: this.database, defaultAccessMode: neo4j.session.WRITE, bookmarks }), work);
  }

  /** Those that have no connection yet wait for one. */
  get pool(): StorePool {
    const busy = Math.min(this.#open, this.poolSize);
    return { size: this.poolSize, busy, waiting: this.#open - busy };
  }

  async #with<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
    this.#open++;
    try {
      return await work(session);
    } finally {
      this.#open--;
      await session.close();
    }
  }
}
