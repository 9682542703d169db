/**
 * The texts sent to Neo4j. Its planner takes the longer the more there is to plan, and it knows a text again
 * to the letter alone: a text must not say twice what it says once, nor hold the number of values.
 */
import { describe, expect, it } from 'vitest';
import type { Condition, ListRead, Plan } from '../../src/plan/plan.js';
import { planForReaders } from '../../src/plan/readers/plan.js';
import { compilePlan } from '../../src/store/neo4j/compile/compile.js';

const DAY = 86_400_000;

const firstClaims = (where: Condition): ListRead => ({
  where,
  retracted: 'EXCLUDE',
  order: [{ field: 'firstSaid', direction: 'DESC', nulls: 'LAST' }],
  page: { size: 3, direction: 'forward', wants: { items: true, total: false, previous: false, next: false } },
  selection: { shape: 'Claim', fields: ['id', 'key'], edges: [] },
});

const inBucket = (index: number): Condition => ({
  kind: 'within',
  field: 'firstSaid',
  lower: index * DAY,
  upper: (index + 1) * DAY - 1,
  match: 'POSSIBLY',
});

const timeline = (buckets: number, asOf?: number): Plan => ({
  kind: 'lists',
  record: 'Claim',
  lists: Array.from({ length: buckets }, (_, index) => firstClaims(inBucket(index))),
  asOf,
});

describe('the statement of a timeline', () => {
  it.each([
    ['now', undefined],
    ['as of an earlier time', 1_700_000_000_000],
  ])('is the same for 2 buckets and for 200, %s', (_, asOf) => {
    const [few, many] = [compilePlan(timeline(2, asOf)), compilePlan(timeline(200, asOf))];
    expect(many.cypher).toBe(few.cypher);
    expect(many.parameters).not.toEqual(few.parameters);
  });

  it('is the same for readers, whose claims are asked apart', () => {
    const [few, many] = [2, 200].map((buckets) => planForReaders(timeline(buckets)).plans.map((plan) => compilePlan(plan).cypher));
    expect(many).toEqual(few);
  });

  it('is as good with pages of several sizes', () => {
    const [one, other] = [firstClaims(inBucket(1)), firstClaims(inBucket(2))];
    const larger = { ...other, page: { ...other.page, size: 9 } };
    const { cypher } = compilePlan({ kind: 'lists', record: 'Claim', lists: [one, larger] });
    expect(cypher.match(/LIMIT \$p\d+/g)).toHaveLength(2);
  });
});

describe('the statement of conditions within conditions', () => {
  const person: Condition = { kind: 'in', field: 'kind', values: ['PERSON'] };
  const recorded: Condition = { kind: 'compare', field: 'recordedAt', operator: '<', value: 1_800_000_000_000 };
  const entities = (depth: number): Condition =>
    depth === 0
      ? person
      : {
          kind: 'all',
          conditions: [
            { kind: 'related', edge: 'claims', condition: { kind: 'related', edge: 'object', condition: entities(depth - 1) } },
            { kind: 'related', edge: 'contributions', condition: recorded },
          ],
        };
  const lengthAt = (depth: number, asOf: number | undefined): number => {
    const list: ListRead = {
      ...firstClaims(entities(depth)),
      order: [{ field: 'defaultName', direction: 'ASC', nulls: 'LAST' }],
      selection: { shape: 'Entity', fields: ['id'], edges: [] },
    };
    return compilePlan({ kind: 'list', record: 'Entity', list, asOf }).cypher.length;
  };

  it.each([
    ['now', undefined],
    ['as of an earlier time', 1_700_000_000_000],
  ])('grows by the same for each level, %s', (_, asOf) => {
    const steps = [2, 3, 4, 5, 6, 7].map((depth) => lengthAt(depth, asOf) - lengthAt(depth - 1, asOf));
    // Names of variables and parameters become a letter longer.
    expect(Math.max(...steps)).toBeLessThan(1.2 * Math.min(...steps));
  });
});
