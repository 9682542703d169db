/** The published schema is the code's; a change that breaks clients is seen as one. */
import { readFileSync } from 'node:fs';
import { diff, CriticalityLevel } from '@graphql-inspector/core';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphQLSchema } from 'graphql';
import { createSchema } from '../../src/graphql/schema.js';
import { ANALYSED, COMPUTED } from '../../src/plan/computed.js';
import { edgesOf, fieldsOf, isHidden, RECORD_NAMES, shapeOf } from '../../src/model/graph.js';

const published = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await createSchema();
  });

  it('is printed in schema/schema.graphql (npm run schema writes it)', () => {
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(published);
  });

  it('breaks nothing that was published', async () => {
    const changes = await diff(buildSchema(published), schema);
    expect(changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).map(({ message }) => message)).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    const bare: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (
        type.name.startsWith('__') ||
        ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation', 'Subscription'].includes(type.name)
      )
        continue;
      if (!type.description) bare.push(type.name);
      if (isEnumType(type)) for (const value of type.getValues()) if (!value.description) bare.push(`${type.name}.${value.name}`);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) if (!field.description) bare.push(`${type.name}.${field.name}`);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) bare.push(`${type.name}.${field.name}`);
        for (const argument of field.args) if (!argument.description) bare.push(`${type.name}.${field.name}(${argument.name})`);
      }
    }
    expect(bare).toEqual([]);
  });

  it('has every field and edge of the table, and no other that is not worked out', () => {
    for (const record of RECORD_NAMES) {
      const type = schema.getType(record);
      if (!isObjectType(type)) throw new Error(`${record} is no object type`);
      const shown = Object.keys(type.getFields());
      const inTable = [
        ...fieldsOf(record)
          .filter(({ hidden }) => !hidden)
          .map(({ name }) => name),
        ...edgesOf(record)
          .filter((edge) => !isHidden(edge))
          .map(({ name }) => name),
      ];
      expect(shown).toEqual(expect.arrayContaining(inTable));
      const others = shown.filter((name) => !shapeOf(record).fields[name] && !shapeOf(record).edges[name]);
      const workedOut = [...Object.keys(COMPUTED[record] ?? {}), ...(ANALYSED[record] ?? [])];
      expect(others.sort()).toEqual(workedOut.sort());
    }
  });
});
