/** Relays and derivations lead back in time, and so do those that are suspected: a way around in one list is refused at write. */
import { PEER_LISTS } from '../peers.js';
import type { RecordDocument } from './changeset.js';
import { MERGEABLE } from './canonical.js';
import { isSound, refuseDraft, type Draft } from './draft.js';
import type { Asking } from './known.js';

export function* refuseCycles(drafts: readonly Draft[]): Asking<void> {
  for (const { name, record, list, reference } of PEER_LISTS) {
    const touched = drafts.filter(
      (draft) =>
        isSound(draft) &&
        draft.record === record &&
        draft.document?.[list] !== undefined &&
        draft.item?.kind === 'put' &&
        draft.item.values[list] !== undefined,
    );
    if (touched.length === 0) continue;
    const given = touched.map((draft) => (draft.document![list] as RecordDocument[]).map((part) => part[reference] as string));
    // What was given as a merged record is read through the other one, whose list leads on.
    const through = MERGEABLE.includes(record) ? new Map((yield { fetch: 'merged', ids: [...new Set(given.flat())] }).pairs) : undefined;
    const next = new Map<string, string[]>();
    for (const [index, draft] of touched.entries())
      next.set(
        draft.id!,
        given[index]!.flatMap((id) => [id, through?.get(id) ?? []].flat()),
      );
    // Only a stored record that is changed can close a circle through stored ones.
    if (touched.some((draft) => draft.stored)) {
      const from = [...new Set([...next.values()].flat())];
      for (const [a, b] of (yield { fetch: 'reachable', list: name, from }).pairs ?? []) {
        if (!touched.some((draft) => draft.id === a)) next.set(a, [...(next.get(a) ?? []), b]);
      }
    }
    const circles = circlesOf(next);
    const names = new Map(drafts.map(({ id, document }) => [id, document?.['key'] as string | undefined]));
    const nameOf = (id: string): string => `"${names.get(id) ?? id}"`;
    for (const draft of touched) {
      const circle = circles.get(draft.id!);
      if (circle === undefined) continue;
      const first = next.get(draft.id!)!.find((id) => circles.get(id) === circle)!;
      const way = first === draft.id ? 'leads straight back to it' : `leads back to it, by way of ${nameOf(first)}`;
      refuseDraft(draft, 'CYCLE', [name], `following ${name} from ${nameOf(draft.id!)} ${way}`, 'remove one step of the cycle');
    }
  }
}

/** The nodes that lie on a circle. */
export const onCircles = (next: ReadonlyMap<string, readonly string[]>): Set<string> => new Set(circlesOf(next).keys());

/**
 * By node that lies on a circle, the name of the circles that it can reach and that reach it, which is one of their nodes: strongly
 * connected components of more than one node, and self-loops (Tarjan 1972, without recursion).
 */
export function circlesOf(next: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found = new Map<string, string>();
  for (const start of next.keys()) {
    if (index.has(start)) continue;
    const frames: { node: string; at: number }[] = [{ node: start, at: 0 }];
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const { node } = frame;
      if (frame.at === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node)!);
        stack.push(node);
        onStack.add(node);
      }
      const child = (next.get(node) ?? [])[frame.at++];
      if (child !== undefined) {
        if (child === node) found.set(node, node);
        if (!index.has(child)) frames.push({ node: child, at: 0 });
        else if (onStack.has(child)) low.set(node, Math.min(low.get(node)!, index.get(child)!));
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent) low.set(parent.node, Math.min(low.get(parent.node)!, low.get(node)!));
      if (low.get(node) !== index.get(node)) continue;
      const component: string[] = [];
      for (let member = ''; member !== node;) {
        member = stack.pop()!;
        onStack.delete(member);
        component.push(member);
      }
      if (component.length > 1) component.forEach((member) => found.set(member, node));
    }
  }
  return found;
}
