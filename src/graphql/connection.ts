/** A page of rows in the shape of a GraphQL connection; each member is made when it is asked for. */
import type { RecordName } from '../model/definition.js';
import { encodeCursor } from '../plan/cursor.js';
import type { OrderKey, Position } from '../plan/plan.js';
import type { PageRows, Row } from '../plan/rows.js';

export class Connection {
  constructor(
    private readonly record: RecordName,
    private readonly order: readonly OrderKey[],
    private readonly page: PageRows,
  ) {}

  get nodes(): Row[] {
    return this.page.items.map(({ row }) => row);
  }

  get edges(): { cursor: string; node: Row }[] {
    return this.page.items.map(({ position, row }) => ({ cursor: this.#cursor(position), node: row }));
  }

  get totalCount(): number | undefined {
    return this.page.total;
  }

  get pageInfo(): { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null } {
    const { items, hasNext, hasPrevious } = this.page;
    const first = items[0];
    const last = items.at(-1);
    return {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: first ? this.#cursor(first.position) : null,
      endCursor: last ? this.#cursor(last.position) : null,
    };
  }

  #cursor(position: Position): string {
    return encodeCursor(this.record, this.order, position);
  }
}
