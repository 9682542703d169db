/** A ClaimWhere that did not come in a GraphQL operation: of an address, or of the command line. */
import { coerceInputValue, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { InputError } from '../model/errors.js';
import { refuseCostlyWhere, type ConditionLimits } from '../plan/cost/where-cost.js';
import { EVERYTHING, type Condition } from '../plan/plan.js';
import { whereCondition } from '../plan/where.js';

const HINT = 'a ClaimWhere of the API in JSON, such as {"subject":{"key":{"eq":"aws"}}}';

/** Everything where there is no text; as costly as it may be where no limits are given. Throws InputError. */
export function claimWhere(schema: GraphQLSchema, text: string | undefined, limits?: ConditionLimits): Condition {
  if (text === undefined) return EVERYTHING;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw InputError.of('BAD_INPUT', 'where is not JSON', ['where'], HINT);
  }
  if (limits) refuseCostlyWhere('Claim', given, limits, ['where']);
  const where = coerceInputValue(given, schema.getType('ClaimWhere') as GraphQLInputType, (path, _, error) => {
    throw InputError.of('BAD_INPUT', error.message, ['where', ...path], HINT);
  });
  return whereCondition('Claim', where as never, ['where']);
}
