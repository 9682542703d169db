/** A failing case is cut down by leaving things out of it for as long as it still fails. */
import {
  BREAK,
  Kind,
  parse,
  print,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Changeset } from '../../src/model/changeset/changeset.js';
import type { Store } from '../../src/store/store.js';
import { Random } from './random.js';
import { fillRandomly, type RandomGraphSize } from './random-graph.js';
import type { RandomOperation } from './random-query.js';

/** Cases that are tried at most: a small one is wanted, not the smallest. */
const TRIES_MAX = 400;
/** Of those that write a graph. */
const GRAPHS_MAX = 60;

/** Leaves out halves first, then quarters, down to single items. */
export async function shrunkList<Item>(
  items: readonly Item[],
  stillFails: (fewer: readonly Item[]) => boolean | Promise<boolean>,
  triesMax = TRIES_MAX,
): Promise<readonly Item[]> {
  let least = items;
  let tries = 0;
  for (let size = Math.ceil(items.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length && tries < triesMax;) {
      const fewer = [...least.slice(0, at), ...least.slice(at + size)];
      tries++;
      if (await stillFails(fewer)) least = fewer;
      else at += size;
    }
  }
  return least;
}

/** A case of single characters or bytes. */
export async function shrunkBytes(bytes: Buffer, stillFails: (fewer: Buffer) => boolean | Promise<boolean>): Promise<Buffer> {
  return Buffer.from((await shrunkList([...bytes], (fewer) => stillFails(Buffer.from(fewer)))) as number[]);
}

type Fill = (store: Store, afterWrite: () => Promise<void>) => Promise<unknown>;

/**
 * Tries something on a random graph, in a store that `trial` opens and closes. Where it throws, it is tried again with
 * fewer writes, and the failure names the seed and the writes that are enough.
 */
export async function onRandomGraph(seed: number, size: RandomGraphSize, trial: (fill: Fill) => Promise<void>): Promise<void> {
  const written: Changeset[] = [];
  const failure = await failureOf(() =>
    trial((store, afterWrite) => {
      const recording: Store = {
        ...store,
        write: (changeset, options) => {
          written.push(changeset);
          return store.write(changeset, options);
        },
      };
      return fillRandomly(recording, new Random(seed), size, afterWrite);
    }),
  );
  if (failure === undefined) return;
  const again = (changesets: readonly Changeset[]) => (): Promise<void> =>
    trial(async (store, afterWrite) => {
      for (const changeset of changesets) {
        // What names something that was left out is refused.
        await store.write(changeset);
        await afterWrite();
      }
    });
  const fewest = await shrunkList(written, async (fewer) => (await failureOf(again(fewer))) !== undefined, GRAPHS_MAX);
  throw new Error(`seed ${seed}: ${failure.message}\nafter ${fewest.length} of ${written.length} writes alone: ${JSON.stringify(fewest)}`, {
    cause: failure,
  });
}

async function failureOf(work: () => Promise<void>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** The operation without the selections, arguments, values and fragments that it fails without, too. */
export async function shrunkOperation(
  schema: GraphQLSchema,
  operation: RandomOperation,
  stillFails: (smaller: RandomOperation) => Promise<boolean>,
): Promise<RandomOperation> {
  let least = operation;
  let tries = 0;
  for (let isSmaller = true; isSmaller && tries < TRIES_MAX;) {
    isSmaller = false;
    for (const smaller of smallerOnes(schema, least)) {
      if (tries++ >= TRIES_MAX) break;
      if (!(await stillFails(smaller))) continue;
      least = smaller;
      isSmaller = true;
      break;
    }
  }
  return least;
}

/** Each with one thing less, those first that lose most. */
function* smallerOnes(schema: GraphQLSchema, { query, variables }: RandomOperation): Generator<RandomOperation> {
  const document = parse(query);
  const count = omittable(document).length;
  for (let index = 0; index < count; index++) {
    const smaller = withoutUnused(without(document, omittable(document)[index]!));
    if (smaller === undefined || validate(schema, smaller).length > 0) continue;
    const declared = new Set(
      smaller.definitions
        .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
        .flatMap(({ variableDefinitions = [] }) => variableDefinitions.map(({ variable }) => variable.name.value)),
    );
    yield {
      query: print(smaller),
      variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))),
    };
  }
}

const OMITTABLE: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
]);

/** In the order of the text: what holds others comes before them. */
function omittable(document: DocumentNode): readonly ASTNode[] {
  const found: ASTNode[] = [];
  visit(document, { enter: (node) => void (OMITTABLE.has(node.kind) && found.push(node)) });
  return found;
}

const without = (document: DocumentNode, left: ASTNode): DocumentNode =>
  visit(document, { enter: (node) => (node === left ? null : undefined) });

/** Fragments and variables that nothing names any more go, too; undefined where a selection has become empty. */
function withoutUnused(document: DocumentNode): DocumentNode | undefined {
  for (let smaller = document; ;) {
    const named = new Set<string>();
    let isEmpty = false;
    visit(smaller, {
      FragmentSpread: ({ name }) => void named.add(`...${name.value}`),
      VariableDefinition: () => false,
      Variable: ({ name }) => void named.add(`$${name.value}`),
      SelectionSet: ({ selections }) => {
        if (selections.length > 0) return undefined;
        isEmpty = true;
        return BREAK;
      },
    });
    if (isEmpty) return undefined;
    const next: DocumentNode = visit(smaller, {
      FragmentDefinition: ({ name }) => (named.has(`...${name.value}`) ? undefined : null),
      VariableDefinition: ({ variable }) => (named.has(`$${variable.name.value}`) ? false : null),
    });
    if (next.definitions.length === smaller.definitions.length && print(next) === print(smaller)) return smaller;
    smaller = next;
  }
}
