/** References between the nodes of a JSON-LD document: a review with what it refers to in its place. */
import { EntryRefused, refusal } from '../reading/entry.js';

type Node = Readonly<Record<string, unknown>>;

/** Members that a review is read by; what others refer to is not looked at. */
const FOLLOWED = new Set(
  'author publisher creator sourceOrganization itemReviewed reviewRating appearance firstAppearance mainEntityOfPage'.split(' '),
);
/** Members whose nodes are named by their address alone. */
const ADDRESSES = new Set(['url', 'sameAs', 'mainEntityOfPage']);

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a name in JSON-LD is without its prefix or vocabulary. */
const plainName = (name: string): string => name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);

/** A node's name before it is expanded. */
export const idOf = (node: Node): string | undefined => [node['@id'], node['id']].find((id) => typeof id === 'string');

/** Whether a ClaimReview is in it, before it is expanded. */
export function hasReview(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (Array.isArray(each)) for (const element of each) waiting.push(element);
    else if (isNode(each)) {
      if ([each['@type'], each['type']].flat().some((type) => typeof type === 'string' && plainName(type) === 'ClaimReview')) return true;
      for (const member of Object.values(each)) waiting.push(member);
    }
  }
  return false;
}

/** The nodes that one refers to by the members that are followed, and those that these refer to; before they are expanded. */
export function referredTo(node: Node, find: (id: string) => Node | undefined): Node[] {
  const found = new Map<string, Node>();
  const waiting: Node[] = [node];
  for (const each of waiting)
    for (const [name, member] of Object.entries(each)) {
      // Whatever wraps a review may stand around it.
      for (const part of [member].flat()) {
        if (!isNode(part)) continue;
        const id = idOf(part);
        const other = id !== undefined && FOLLOWED.has(plainName(name)) && !found.has(id) ? find(id) : undefined;
        if (other) {
          found.set(id!, other);
          waiting.push(other);
        }
        waiting.push(part);
      }
    }
  return [...found.values()];
}

/** Every node of a document that says something, by its name; several that say something of one are one. */
export function nodesByName(nodes: readonly unknown[]): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const waiting: unknown[] = [...nodes].toReversed();
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...value);
    if (!isNode(value)) continue;
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1) found.set(id, { ...value, ...found.get(id) });
    waiting.push(...Object.values(value));
  }
  return found;
}

/**
 * A node with the nodes that it refers to, values without what JSON-LD wraps them in, lists as lists. Throws EntryRefused
 * where it would hold more than `max` values.
 */
export function followed(node: Node, nodes: ReadonlyMap<string, Node>, max: number): Node {
  let left = max;
  const plain = (value: unknown, name: string, around: ReadonlySet<string>): unknown => {
    if (--left < 0)
      throw new EntryRefused(
        refusal('TOO_LONG', '', `the review and the nodes that it refers to hold more than ${max} values`, 'a smaller document'),
      );
    if (Array.isArray(value)) return value.map((each) => plain(each, name, around));
    if (!isNode(value)) return value;
    if ('@value' in value) return value['@value'];
    const list = value['@list'] ?? value['@set'];
    if (list !== undefined) return plain(list, name, around);
    const id = value['@id'];
    if (typeof id !== 'string') return members(value, around);
    if (ADDRESSES.has(name) && Object.keys(value).length === 1) return id;
    const known = FOLLOWED.has(name) && !around.has(id) ? nodes.get(id) : undefined;
    const whole = members({ ...known, ...value }, new Set([...around, id]));
    // A name within the document says nothing outside of it.
    if (/^https?:/i.test(id) || Object.keys(whole).length === 1) return whole;
    const { '@id': _, ...said } = whole;
    return said;
  };
  const members = (given: Node, around: ReadonlySet<string>): Node =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, plain(value, name, around)]));
  const id = node['@id'];
  const review = members(node, new Set(typeof id === 'string' ? [id] : []));
  const language = [node['claimReviewed']].flat().flatMap((text) => (isNode(text) ? (text['@language'] ?? []) : []))[0];
  return language === undefined || review['inLanguage'] !== undefined ? review : { ...review, inLanguage: language };
}
