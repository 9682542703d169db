/** Corroboration of random graphs against its definition, worked out with no thought of speed from what was written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';
import { Random } from '../support/random.js';

const GRAPHS = 12;
const en = (text: string) => [{ language: 'en', text }];

interface Source {
  readonly key: string;
  readonly publisher: string | undefined;
  readonly copies: readonly string[];
  readonly suspected: readonly string[];
  /** It has an address. */
  readonly seen: boolean;
}
interface Citation {
  readonly key: string;
  readonly claim: string;
  readonly source: string;
  readonly speaker: string | undefined;
  readonly stance: string;
  readonly relays: readonly string[];
  readonly suspected: readonly string[];
}
interface Graph {
  readonly entities: readonly string[];
  /** The owner, the owned, and what somebody does with the claim. */
  readonly owns: readonly (readonly [string, string, string])[];
  readonly sources: Source[];
  readonly claims: readonly string[];
  readonly citations: Citation[];
  readonly retracted: Set<string>;
}

function randomGraph(seed: number): Graph {
  const random = new Random(seed);
  const suspicions = new Random(seed + GRAPHS);
  const next = () => random.next();
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const maybe = <T>(chance: number, value: () => T): T | undefined => (next() < chance ? value() : undefined);
  const name = (kind: string, index: number) => `g${seed}-${kind}${index}`;
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

  const entities = many(7, (index) => name('e', index));
  const owns = many(
    below(4),
    () => [pick(entities), pick(entities), pick(['SUPPORTS', 'SUPPORTS', 'SUPPORTS', 'QUESTIONS', 'MENTIONS'])] as const,
  ).filter(([owner, owned]) => owner !== owned);
  const sources: Source[] = [];
  many(9, (index) =>
    sources.push({
      key: name('s', index),
      publisher: maybe(0.7, () => pick(entities)),
      copies: index === 0 ? [] : [...new Set(many(below(3) === 0 ? 1 + below(2) : 0, () => pick(sources).key))],
      suspected: index === 0 || suspicions.next() < 0.7 ? [] : [suspicions.pick(sources).key],
      seen: index % 3 > 0,
    }),
  );
  const claims = many(3, (index) => name('c', index));
  const citations: Citation[] = [];
  for (const claim of claims) {
    // One citation a source and claim: which of several is meant by a copy is nobody's to say.
    for (const source of sources.filter(() => next() < 0.8)) {
      const earlier = citations.filter((each) => each.claim === claim);
      citations.push({
        key: `${claim}-${source.key}`,
        claim,
        source: source.key,
        speaker: maybe(0.3, () => pick(entities)),
        stance: pick(['SUPPORTS', 'SUPPORTS', 'SUPPORTS', 'REFUTES', 'MENTIONS']),
        relays: earlier.length === 0 ? [] : [...new Set(many(below(3) === 0 ? 1 + below(2) : 0, () => pick(earlier).key))],
        // Now and then of another claim.
        suspected:
          citations.length === 0 || suspicions.next() < 0.7
            ? []
            : [suspicions.pick(earlier.length === 0 || suspicions.next() < 0.1 ? citations : earlier).key],
      });
    }
  }
  const retracted = new Set([...sources, ...citations].filter(() => next() < 0.08).map(({ key }) => key));
  return { entities, owns, sources, claims, citations, retracted };
}

function itemsOf(graph: Graph): object[] {
  const reason = 'the same slip';
  const source = ({ key, publisher, copies, suspected, seen }: Source) => ({
    source: {
      key,
      kind: 'ARTICLE',
      title: key,
      publisher,
      ...(seen ? { url: `https://example.org/${key}` } : {}),
      derivations: copies.map((copied) => ({ kind: 'SYNDICATES', source: copied })),
      suspectedDerivations: suspected
        .filter((copied) => !copies.includes(copied))
        .map((copied) => ({ kind: 'SYNDICATES', source: copied, reason })),
    },
  });
  const citing = ({ suspected, ...citation }: Citation) => ({
    ...citation,
    suspectedRelays: suspected.filter((key) => !citation.relays.includes(key)).map((key) => ({ citation: key, reason })),
  });
  return [
    { predicate: { key: 'owns', labels: en('owns') } },
    ...graph.entities.map((key) => ({ entity: { key, kind: 'ORGANIZATION', names: en(key) } })),
    { source: { key: 'register', kind: 'DOCUMENT', title: 'Register' } },
    ...graph.owns.map(([subject, object, stance], index) => ({
      claim: {
        key: `${subject}-owns-${object}-${index}`,
        texts: en('Owns'),
        subject,
        predicate: 'owns',
        object,
        citations: [{ key: `register-${subject}-${index}`, source: 'register', stance }],
      },
    })),
    ...graph.sources.map(source),
    ...graph.claims.map((key) => ({ claim: { key, texts: en(key) } })),
    ...graph.citations.map((citation) => ({ citation: citing(citation) })),
  ];
}

const byClaim = ([one]: readonly unknown[], [other]: readonly unknown[]): number => (String(one) < String(other) ? -1 : 1);

const sourceIn = (graph: Graph, key: string): Source => graph.sources.find((each) => each.key === key)!;

type Place = [Citation, string];
const nameOf = ([citation, source]: Place): string => `${citation.key} ${source}`;

const standsIn = (graph: Graph, key: string): boolean => !graph.retracted.has(key);
const isInForce = (graph: Graph, citation: Citation): boolean => standsIn(graph, citation.key) && standsIn(graph, citation.source);
/** What a source says of a claim, but for this citation. */
const saidIn = (graph: Graph, source: string, { claim, key }: Citation): Citation | undefined =>
  graph.citations.find((each) => each.claim === claim && each.source === source && each.key !== key);

/** Where a citation begins as it stands in a source. */
function originsFrom(graph: Graph, [start, at]: Place): Place[] {
  const stands = (key: string) => standsIn(graph, key);
  const inForce = (citation: Citation) => isInForce(graph, citation);
  const seen = new Set<string>();
  const originsOf = (citation: Citation, source: string): Place[] => {
    if (seen.has(`${citation.key} ${source}`)) return [];
    seen.add(`${citation.key} ${source}`);
    if (citation.relays.length > 0 && citation.source === source)
      return graph.citations
        .filter(({ key }) => citation.relays.includes(key))
        .filter(inForce)
        .flatMap((each) => originsOf(each, each.source));
    const { copies } = sourceIn(graph, source);
    if (copies.length === 0) return [[citation, source]];
    return copies.filter(stands).flatMap((copied) => {
      const there = saidIn(graph, copied, citation);
      if (there && !inForce(there)) return [];
      return originsOf(there ?? citation, copied);
    });
  };
  return originsOf(start, at);
}

/** The citations of a claim that stand, and where each begins. */
const originsIn = (graph: Graph, claim: string): (readonly [Citation, Place[]])[] =>
  graph.citations
    .filter((each) => each.claim === claim)
    .filter((each) => isInForce(graph, each))
    .map((citation) => [citation, originsFrom(graph, [citation, citation.source])] as const);

/** Of an origin of which something is suspected: where it would begin. Undefined where nothing is. */
function suspectedOf(graph: Graph, [citation, source]: Place): Place[] | undefined {
  const { copies, suspected } = sourceIn(graph, source);
  const relayed = citation.source === source ? citation.suspected.filter((key) => !citation.relays.includes(key)) : [];
  const places = [
    ...graph.citations.filter(({ key }) => relayed.includes(key)).map((each): Place => [each, each.source]),
    ...suspected.filter((key) => !copies.includes(key)).map((copied): Place => [saidIn(graph, copied, citation) ?? citation, copied]),
  ];
  if (places.length === 0) return undefined;
  return places
    .filter(([each, at]) => each.claim === citation.claim && isInForce(graph, each) && standsIn(graph, at))
    .flatMap((place) => originsFrom(graph, place));
}

/** The definition, straight from its words: of the origins in sources that are meant, and as if every suspicion held. */
function independent(
  graph: Graph,
  claim: string,
  stance: string,
  isMeant: (source: Source) => boolean = () => true,
  isSuspecting = false,
): number {
  const ownersOf = (entity: string, above = new Set<string>()): Set<string> => {
    const said = (stance: string, owner: string) => graph.owns.some(([by, of, its]) => by === owner && of === entity && its === stance);
    for (const [owner, owned] of graph.owns) {
      if (owned !== entity || above.has(owner) || !said('SUPPORTS', owner) || said('QUESTIONS', owner)) continue;
      ownersOf(owner, above.add(owner));
    }
    return above;
  };
  const marks = ([citation, source]: [Citation, string]): Set<string> => {
    const { publisher } = sourceIn(graph, source);
    return new Set([
      `source ${source}`,
      ...(citation.speaker ? [citation.speaker] : []),
      ...(publisher ? [publisher, ...ownersOf(publisher)] : []),
    ]);
  };
  const supported = new Map<string, Place>();
  const all = new Map<string, Place>();
  for (const [citation, origins] of originsIn(graph, claim)) {
    if (!['SUPPORTS', 'REFUTES'].includes(citation.stance)) continue;
    for (const origin of origins) {
      const name = nameOf(origin);
      all.set(name, origin);
      if (citation.stance === stance && isMeant(sourceIn(graph, origin[1]))) supported.set(name, origin);
    }
  }
  const links = new Map<string, Set<string>>();
  const lost = new Set<string>();
  if (isSuspecting) {
    for (const [name, origin] of all) {
      const begins = suspectedOf(graph, origin);
      if (!begins) continue;
      links.set(name, new Set(begins.map(nameOf)));
      for (const place of begins) all.set(nameOf(place), all.get(nameOf(place)) ?? place);
    }
    for (let before = -1; before < lost.size;) {
      before = lost.size;
      for (const [name, to] of links) if ([...to].every((each) => lost.has(each))) lost.add(name);
    }
  }
  // Classes by spreading a number until nothing changes.
  const names = [...all.keys()];
  const classOf = new Map(names.map((name, index) => [name, index]));
  for (let changed = true; changed;) {
    changed = false;
    for (const one of names) {
      for (const other of names) {
        const isLinked = links.get(one)?.has(other) || links.get(other)?.has(one);
        const shares = isLinked || [...marks(all.get(one)!)].some((mark) => marks(all.get(other)!).has(mark));
        if (shares && classOf.get(one)! < classOf.get(other)!) {
          classOf.set(other, classOf.get(one)!);
          changed = true;
        }
      }
    }
  }
  return new Set([...supported.keys()].filter((name) => !lost.has(name)).map((name) => classOf.get(name))).size;
}

/** The sources without which nobody seen would carry the claim. */
function onlyThrough(graph: Graph, claim: string): string[] {
  const isCarried = (withdrawn: readonly string[]) =>
    originsIn({ ...graph, retracted: new Set([...graph.retracted, ...withdrawn]) }, claim).some(
      ([{ source }, origins]) => origins.length > 0 && sourceIn(graph, source).seen,
    );
  if (!isCarried([])) return [];
  return graph.sources
    .map(({ key }) => key)
    .filter((key) => !isCarried([key]))
    .sort();
}

describe.each(STORE_KINDS)('corroboration of random graphs on $name', ({ open }) => {
  let under: StoreUnderTest;
  let server: RunningServer;
  beforeAll(async () => {
    under = await open();
    server = await startServer(under.store);
  });
  afterAll(async () => {
    await server.stop();
    await under.close();
  });
  const write = async (items: object[]) => {
    const { applied, results } = await under.store.write({ items });
    expect(applied, JSON.stringify(results.find(({ problems }) => problems.length > 0))).toBe(true);
  };
  const statusOf = (graph: Graph, status: 'retract' | 'restore') =>
    [...graph.retracted].map((reference) => ({
      [status]: {
        kind: graph.sources.some(({ key }) => key === reference) ? 'Source' : 'Citation',
        reference,
        ...(status === 'retract' ? { reason: 'a test' } : {}),
      },
    }));
  type Counts = [string, number, number, number, number, number];
  const counts = async (graph: Graph): Promise<Counts[]> => {
    const { body } = await server.ask(
      'query ($keys: [String!]) { claims(where: { key: { in: $keys } }, orderBy: [{ field: CREATED_AT }]) { nodes { key corroboration { independentSupporting independentRefuting independentSeen independentSupportingAtLeast independentRefutingAtLeast complete } } } }',
      { keys: graph.claims },
    );
    expect(body.errors).toBeUndefined();
    const found = body.data.claims.nodes.map(({ key, corroboration }: any) => [
      key,
      corroboration.independentSupporting,
      corroboration.independentRefuting,
      corroboration.independentSeen,
      corroboration.independentSupportingAtLeast,
      corroboration.independentRefutingAtLeast,
    ]);
    return found.sort(byClaim);
  };
  const defined = (graph: Graph) =>
    graph.claims
      .map((claim): Counts => [
        claim,
        independent(graph, claim, 'SUPPORTS'),
        independent(graph, claim, 'REFUTES'),
        independent(graph, claim, 'SUPPORTS', ({ seen }) => seen),
        independent(graph, claim, 'SUPPORTS', undefined, true),
        independent(graph, claim, 'REFUTES', undefined, true),
      ])
      .sort(byClaim);
  /** By claim: the sources through which alone it is known, as claims say it, as impacts of sources do, and as a filter finds them. */
  const known = async (graph: Graph): Promise<Record<'said' | 'foretold' | 'filtered', Record<string, string[]>>> => {
    const data = await server.data(
      `query ($claims: [String!], $sources: [String!]) { claims(where: { key: { in: $claims } }) { nodes { key knownOnlyThrough(first: 20) { nodes { key } } } }
        sources(where: { key: { in: $sources } }) { nodes { key impact { claims { losesLastSeenSource claim { key } } losingLastSeenSourceCount } } } }`,
      { claims: graph.claims, sources: graph.sources.map(({ key }) => key) },
    );
    const said = Object.fromEntries(
      data.claims.nodes.map(({ key, knownOnlyThrough }: any) => [key, knownOnlyThrough.nodes.map((each: any) => each.key).sort()]),
    );
    const foretold: Record<string, string[]> = Object.fromEntries(graph.claims.map((key) => [key, []]));
    for (const { key, impact } of data.sources.nodes) {
      const losing = impact.claims.filter((each: any) => each.losesLastSeenSource);
      expect(impact.losingLastSeenSourceCount).toBe(losing.length);
      for (const { claim } of losing) foretold[claim.key]!.push(key);
    }
    const filtered: Record<string, string[]> = Object.fromEntries(graph.claims.map((key) => [key, []]));
    for (const { key } of graph.sources) {
      const { claims } = await server.data(
        'query ($claims: [String!], $source: String) { claims(first: 100, where: { key: { in: $claims }, knownOnlyThrough: { some: { key: { eq: $source } } } }) { nodes { key } } }',
        { claims: graph.claims, source: key },
      );
      for (const claim of claims.nodes) filtered[claim.key]!.push(key);
    }
    for (const keys of [...Object.values(foretold), ...Object.values(filtered)]) keys.sort();
    return { said, foretold, filtered };
  };

  it(`is what its definition says, of ${GRAPHS} graphs; no copy raises it; restoring undoes retracting`, { timeout: 300_000 }, async () => {
    let [raised, alone, fewer] = [0, 0, 0];
    for (let seed = 1; seed <= GRAPHS; seed++) {
      const graph = randomGraph(seed);
      const whole = { ...graph, retracted: new Set<string>() };
      await write(itemsOf(graph));
      expect(await counts(whole), `seed ${seed}, nothing retracted`).toEqual(defined(whole));
      for (const [, supporting, refuting, , supportingAtLeast, refutingAtLeast] of defined(whole)) {
        expect(supportingAtLeast).toBeLessThanOrEqual(supporting);
        expect(refutingAtLeast).toBeLessThanOrEqual(refuting);
        fewer += Number(supportingAtLeast < supporting);
      }
      const through = Object.fromEntries(graph.claims.map((claim) => [claim, onlyThrough(whole, claim)]));
      expect(await known(whole), `seed ${seed}, known only through`).toEqual({ said: through, foretold: through, filtered: through });
      alone += Object.values(through).filter((keys) => keys.length > 0).length;
      if (graph.retracted.size > 0) {
        await write(statusOf(graph, 'retract'));
        expect(await counts(graph), `seed ${seed}, with retractions`).toEqual(defined(graph));
        await write(statusOf(graph, 'restore'));
        expect(await counts(whole), `seed ${seed}, restored`).toEqual(defined(whole));
      }
      const before = await counts(whole);
      const original = whole.citations.find(({ stance }) => stance === 'SUPPORTS')!;
      const outlet = `g${seed}-new-outlet`;
      await write([
        { entity: { key: outlet, kind: 'ORGANIZATION', names: en('New outlet') } },
        {
          source: {
            key: `${outlet}-copy`,
            kind: 'ARTICLE',
            title: 'Copy',
            publisher: outlet,
            derivations: [{ kind: 'SYNDICATES', source: original.source }],
          },
        },
        { citation: { claim: original.claim, source: `${outlet}-copy`, stance: 'SUPPORTS' } },
      ]);
      expect(await counts(whole), `seed ${seed}, after a copy`).toEqual(before);
      // The same by somebody new, of their own, does raise it: the test can tell.
      await write([
        { entity: { key: `${outlet}-2`, kind: 'ORGANIZATION', names: en('Newer outlet') } },
        { source: { key: `${outlet}-own`, kind: 'ARTICLE', title: 'Own', publisher: `${outlet}-2` } },
        { citation: { claim: original.claim, source: `${outlet}-own`, stance: 'SUPPORTS' } },
      ]);
      raised += Number(JSON.stringify(await counts(whole)) !== JSON.stringify(before));
    }
    expect(raised).toBe(GRAPHS);
    expect(alone).toBeGreaterThan(0);
    expect(fewer).toBeGreaterThan(0);
  });
});
