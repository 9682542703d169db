/** `claimgraph schema`: what schema/schema.graphql holds. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../graphql/schema.js';

export async function printApiSchema(): Promise<number> {
  process.stdout.write(`${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
  return 0;
}
