/**
 * Through whom an origin is known that nobody here has seen: the seen sources that go back to it with nothing seen
 * between, found from the origin back towards the citations.
 */
import { compareCodePoints } from '../model/values/text.js';
import type { Provenance } from './provenance.js';
import { isInForce, isPassable, nameOf, onward, type Place, type PlaceName, type Walk } from './walk.js';

/** Of walks from citations of one claim. What leads where is worked out when it is first asked for. */
export class NearestSeen {
  #leadingTo: ReadonlyMap<string, readonly PlaceName[]> | undefined;

  /** `withdrawn` is a citation or source that the walks take for retracted. */
  constructor(
    private readonly provenance: Provenance,
    private readonly walks: readonly Walk[],
    private readonly withdrawn: string | undefined,
  ) {}

  /** Ids of sources, in their order; none where the origin was seen itself, or nobody seen goes back to it. */
  of(origin: PlaceName): readonly string[] {
    const { sources, clock } = this.provenance;
    if (sources.get(origin.source)?.seen) return [];
    this.#leadingTo ??= this.#ways();
    const found = new Set<string>();
    const met = new Set([nameOf(origin)]);
    const waiting = [origin];
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      clock.check();
      for (const nearer of this.#leadingTo.get(nameOf(place)) ?? []) {
        if (met.has(nameOf(nearer))) continue;
        met.add(nameOf(nearer));
        if (sources.get(nearer.source)?.seen) found.add(nearer.source);
        else waiting.push(nearer);
      }
    }
    return [...found].sort(compareCodePoints);
  }

  /** By place: those that are one step nearer to the citations. */
  #ways(): Map<string, PlaceName[]> {
    const { provenance, withdrawn } = this;
    const leadingTo = new Map<string, PlaceName[]>();
    const met = new Set<string>();
    const starts = this.walks.filter(({ citation }) => isInForce(provenance, citation, withdrawn));
    const waiting: Place[] = starts.map(({ citation }) => ({ citation, source: citation.source }));
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      provenance.clock.check();
      const from = namesOf(place);
      if (met.has(nameOf(from))) continue;
      met.add(nameOf(from));
      for (const step of onward(provenance, place, place.citation.claim).steps) {
        if (!isPassable(provenance, step, withdrawn)) continue;
        const name = nameOf(namesOf(step));
        const nearer = leadingTo.get(name);
        if (nearer) nearer.push(from);
        else leadingTo.set(name, [from]);
        waiting.push(step);
      }
    }
    return leadingTo;
  }
}

const namesOf = ({ citation, source }: Place): PlaceName => ({ citation: citation.id, source });
