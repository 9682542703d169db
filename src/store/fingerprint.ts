/**
 * What a store's projections are made of: the model's table, the store's own schema, and the version of the code
 * that fills it. A database keeps the fingerprint that it was projected under; one of another is projected anew from
 * its log of versions.
 */
import { sha256 } from '../model/changeset/passages.js';
import { edgesOf, RECORD_NAMES, shapeOf, targetOf } from '../model/graph.js';
import type { ShapeName } from '../model/definition.js';
import { SEARCHED } from '../model/searched.js';

/**
 * Which claimgraph is the newer one: a database of a higher model version is not touched. Raise it whenever
 * test/store/fingerprint.test.ts says that the projections have changed.
 */
export const MODEL_VERSION = 8;

/** `schema`: every statement that makes the store's tables or indexes. */
export function projectionFingerprint(schema: readonly string[]): string {
  return sha256(JSON.stringify([MODEL_VERSION, modelOutline(), SEARCHED, schema]));
}

/** Every shape's fields and edges, without the limits of input and the weights of the planner, which no projection depends on. */
function modelOutline(): unknown {
  const seen = new Map<ShapeName, unknown>();
  const visit = (name: ShapeName): void => {
    if (seen.has(name)) return;
    const { order, fields, edges } = shapeOf(name);
    seen.set(name, [
      order,
      Object.values(fields).map(({ max: _max, selectivity: _selectivity, ...field }) => field),
      edgesOf(name).map((edge) => ({ ...edge, max: undefined, min: undefined })),
    ]);
    for (const edge of Object.values(edges)) visit(targetOf(edge));
  };
  RECORD_NAMES.forEach(visit);
  return [...seen];
}
