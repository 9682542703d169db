/** How the table's names are spelt in the database: what a person browsing it sees. */
import type { EdgeDefinition, FieldDefinition, PartName, ShapeName } from '../../model/definition.js';
import { edgesOf } from '../../model/graph.js';

const constant = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();

/** `subject` is [:SUBJECT]; a hidden list is named by the edge that goes through it: [:RELAYS]. */
export function relationshipOf(record: ShapeName, edge: EdgeDefinition): string {
  if (edge.kind === 'parts' && edge.hidden) {
    const shown = edgesOf(record).find((other) => other.kind === 'through' && other.parts === edge.name);
    if (shown) return constant(shown.name);
  }
  return constant(edge.name);
}

/** A part with one reference and nothing else below it is a relationship with properties; any other is a node. */
export function isRelationship(part: PartName): boolean {
  const edges = edgesOf(part);
  return edges.length === 1 && edges[0]!.kind === 'reference';
}

export const propertyOf = (prefix: string, name: string): string => `${prefix}${name}`;
export const embeddedPrefix = (prefix: string, edge: string): string => `${prefix}${edge}_`;
export const presentProperty = (prefix: string, edge: string): string => `${embeddedPrefix(prefix, edge)}present`;
export const RETRACTED = presentProperty('', 'retraction');

/** The expression that sorts by a field; absent values sort lowest in it. */
export function sortExpression(alias: string, field: FieldDefinition): string {
  if (field.type === 'text') return `${alias}.${field.name}Folded`;
  if (field.type === 'date') return `${alias}.${field.name}Lower`;
  return field.required ? `${alias}.${field.name}` : `coalesce(${alias}.${field.name}, '')`;
}
