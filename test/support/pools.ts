/** What random operations name: ids, moments and cursors of a random graph, and some that are none. */
import { RECORD_NAMES } from '../../src/model/graph.js';
import { encodeCursor } from '../../src/plan/cursor.js';
import { orderKeys } from '../../src/plan/page.js';
import { positionOf } from './evaluate.js';
import type { Random } from './random.js';
import type { RandomGraph } from './random-graph.js';
import type { Pools } from './random-query.js';

export function poolsOf({ graph }: RandomGraph, random: Random): Omit<Pools, 'keys'> {
  const all = RECORD_NAMES.flatMap((record) => [...graph.records.get(record)!.values()]);
  const forged = ['forged', Buffer.from('["Claim",[1],"x"]').toString('base64url')];
  const cursors = Object.fromEntries(
    RECORD_NAMES.map((record) => {
      const order = orderKeys(record, undefined, []);
      const real = [...graph.records.get(record)!.values()].map((each) => encodeCursor(record, order, positionOf(record, each, order)));
      return [`${record}Connection`, [...real, random.pick(forged)]];
    }),
  );
  const texts = all.flatMap(({ values }) =>
    ['defaultName', 'defaultText', 'title', 'quote'].flatMap((name) => (typeof values[name] === 'string' ? [values[name]] : [])),
  );
  const moments = graph.moments.flatMap((moment) => [moment - 1, moment, moment + 1].map((each) => new Date(each).toISOString()));
  return { moments, ids: [...all.map(({ id }) => id), '00000000-0000-7000-8000-000000000000', 'nothing'], texts, cursors };
}
