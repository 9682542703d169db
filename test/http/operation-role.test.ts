/** What a role may send at all, decided before its variables are looked at. */
import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';
import { JUDGING_MUTATIONS, roleRefusal } from '../../src/http/access/operation-role.js';
import { ROLES, type Role } from '../../src/model/roles.js';
import { fragmentsOf } from '../../src/plan/cost/operation-cost.js';

function fate(query: string, role: Role, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  return roleRefusal({ operation: getOperationAST(document)!, fragments: fragmentsOf(document), variables }, role)?.problems[0];
}
const ADD = 'mutation { addEntity(input: {}) { outcome } }';
const RETRACT = 'mutation ($dryRun: Boolean) { retract(input: {}, dryRun: $dryRun) { outcome } }';

it('lets everybody read and follow', () => {
  for (const role of ROLES)
    for (const query of ['{ stats { records { kind } } }', 'subscription { changes { position } }', 'mutation { __typename }'])
      expect(fate(query, role)).toBeUndefined();
});

it('lets readers write nothing, in whatever form they send it', () => {
  for (const query of [
    ADD,
    'mutation { ... { addEntity(input: {}) { outcome } } }',
    'mutation { ...F } fragment F on Mutation { addEntity(input: {}) { outcome } }',
  ])
    expect(fate(query, 'reader')).toMatchObject({ code: 'FORBIDDEN', path: ['addEntity'], hint: 'the role contributor' });
  expect(fate(`${ADD.slice(0, -1)} retract(input: {}) { outcome } }`, 'contributor')).toMatchObject({
    path: ['retract'],
    hint: 'the role editor',
  });
  expect(fate(ADD, 'contributor')).toBeUndefined();
  expect(fate(RETRACT, 'editor')).toBeUndefined();
});

it('lets everybody ask what a retraction would take away', () => {
  expect(fate(RETRACT, 'reader', { dryRun: true })).toBeUndefined();
  expect(fate(RETRACT.replace('$dryRun)', 'true)'), 'reader')).toBeUndefined();
  for (const dryRun of [false, null, 'true', 1]) expect(fate(RETRACT, 'reader', { dryRun })).toMatchObject({ code: 'FORBIDDEN' });
  expect(fate(RETRACT, 'reader')).toMatchObject({ code: 'FORBIDDEN' });
});

it('knows the mutations of the schema', async () => {
  const fields = Object.keys((await createSchema()).getMutationType()!.getFields());
  expect([...JUDGING_MUTATIONS].filter((name) => !fields.includes(name))).toEqual([]);
  for (const name of fields) expect(fate(`mutation { ${name} { __typename } }`, 'reader'), name).toMatchObject({ code: 'FORBIDDEN' });
});
