/** The references inside a record's values, by the table. */
import type { RecordName, ShapeName } from '../definition.js';
import { edgesOf } from '../graph.js';
import type { Path } from '../errors.js';
import type { RecordDocument } from './changeset.js';

export interface FoundReference {
  readonly to: RecordName;
  readonly value: string;
  readonly path: Path;
}

export function referencesIn(shapeName: ShapeName, values: RecordDocument, path: Path = []): FoundReference[] {
  return edgesOf(shapeName).flatMap((edge): FoundReference[] => {
    const value = values[edge.name];
    if (value === undefined || value === null) return [];
    // A hidden list is given, and spoken of, by the edge that goes through it: relays[0].
    const shown =
      edge.kind === 'parts' && edge.hidden
        ? edgesOf(shapeName).find((other) => other.kind === 'through' && other.parts === edge.name)
        : undefined;
    const at = [...path, shown?.name ?? edge.name];
    if (edge.kind === 'reference') return [{ to: edge.to, value: value as string, path: at }];
    if (edge.kind === 'embedded') return referencesIn(edge.part, value as RecordDocument, at);
    if (edge.kind === 'parts')
      return (value as RecordDocument[]).flatMap((part, index) =>
        referencesIn(edge.part, part, [...at, index]).map((found) => (shown ? { ...found, path: [...at, index] } : found)),
      );
    return [];
  });
}

/** The same values with every reference replaced. */
export function replaceReferences(
  shapeName: ShapeName,
  values: RecordDocument,
  replace: (to: RecordName, value: string) => string,
): RecordDocument {
  const replaced: Record<string, unknown> = { ...values };
  for (const edge of edgesOf(shapeName)) {
    const value = values[edge.name];
    if (value === undefined || value === null) continue;
    if (edge.kind === 'reference') replaced[edge.name] = replace(edge.to, value as string);
    if (edge.kind === 'embedded') replaced[edge.name] = replaceReferences(edge.part, value as RecordDocument, replace);
    if (edge.kind === 'parts') replaced[edge.name] = (value as RecordDocument[]).map((part) => replaceReferences(edge.part, part, replace));
  }
  return replaced;
}
