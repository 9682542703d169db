/**
 * A seeded graph as changesets. Scale 1 is 20k entities, 200k claims, 40k sources, 400k citations and
 * 50k claim links, with Zipf degrees and chains of relays; other scales are in proportion.
 */
const PREDICATES = ['says', 'employs', 'owns', 'met', 'denies', 'opposes', 'funds', 'visited'];
const ENTITY_KINDS = ['PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK', 'PRODUCT', 'CONCEPT'];
const WORDS =
  'council minister harbour budget inquiry energy border strike école été marché réseau budget election river hospital bridge letter witness panel station factory union audit museum water forest grain market court'.split(
    ' ',
  );
const RELAY_CHANCE = 0.4;
/** Of every so many citations the first ones are one deep chain. */
const CHAIN_EVERY = 500;
const CHAIN_LENGTH = 30;

/** Seeded randomness (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export function sizes(scale) {
  const of = (count) => Math.max(10, Math.round(count * scale));
  return { entities: of(20_000), claims: of(200_000), sources: of(40_000), citations: of(400_000), links: of(50_000) };
}

/** Changesets of at most `size` items, each ready for a store. */
export function* changesets(scale, { seed = 1, size = 2_000 } = {}) {
  let batch = [];
  for (const item of items(scale, seed)) {
    batch.push(item);
    if (batch.length === size) {
      yield { by: 'bench', items: batch };
      batch = [];
    }
  }
  if (batch.length > 0) yield { by: 'bench', items: batch };
}

function* items(scale, seed) {
  const next = random(seed);
  const count = sizes(scale);
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  // Rank r is drawn in proportion to about 1/r.
  const zipf = (limit) => Math.min(limit - 1, Math.floor(Math.exp(next() * Math.log(limit))) - 1);
  const phrase = (words) => Array.from({ length: words }, () => pick(WORDS)).join(' ');
  const day = () => new Date(Date.UTC(2015, 0, 1) + below(4_000) * 86_400_000).toISOString().slice(0, 10);

  for (const key of PREDICATES) yield { predicate: { key, labels: [{ language: 'en', text: key }] } };
  for (let index = 0; index < count.entities; index++) {
    const name = `${phrase(2)} ${index}`;
    yield {
      entity: {
        key: `e${index}`,
        kind: pick(ENTITY_KINDS),
        names: [
          { language: 'en', text: name },
          { language: 'fr', text: `${name} (fr)` },
        ],
        identifiers: [{ scheme: 'wikidata', value: `Q${index + 1}` }],
      },
    };
  }
  for (let index = 0; index < count.sources; index++) {
    yield {
      source: {
        key: `s${index}`,
        kind: 'ARTICLE',
        title: phrase(6),
        url: `https://news${index % 500}.example/${index}`,
        language: pick(['en', 'fr', 'de']),
        published: day(),
        publisher: `e${zipf(count.entities)}`,
      },
    };
  }
  for (let index = 0; index < count.claims; index++) {
    yield {
      claim: {
        key: `c${index}`,
        texts: [{ language: 'en', text: phrase(8) }],
        subject: `e${zipf(count.entities)}`,
        predicate: pick(PREDICATES),
        object: `e${below(count.entities)}`,
        validFrom: next() < 0.3 ? day() : undefined,
      },
    };
  }
  for (let index = 0; index < count.citations; index++) {
    const inChain = index % CHAIN_EVERY > 0 && index % CHAIN_EVERY < CHAIN_LENGTH;
    const relaysAny = index > 0 && next() < RELAY_CHANCE;
    const relays = inChain ? [`r${index - 1}`] : relaysAny ? [`r${index - 1 - below(Math.min(index, 50))}`] : [];
    yield {
      citation: {
        key: `r${index}`,
        claim: `c${zipf(count.claims)}`,
        source: `s${zipf(count.sources)}`,
        stance: pick(['SUPPORTS', 'SUPPORTS', 'REFUTES', 'QUESTIONS', 'MENTIONS']),
        saidAt: next() < 0.6 ? day() : undefined,
        speaker: next() < 0.3 ? `e${zipf(count.entities)}` : undefined,
        relays,
      },
    };
  }
  for (let index = 0; index < count.links; index++) {
    const from = below(count.claims);
    yield {
      claimLink: {
        key: `l${index}`,
        from: `c${from}`,
        to: `c${(from + 1 + below(count.claims - 1)) % count.claims}`,
        kind: pick(['SUPPORTS', 'CONTRADICTS', 'REFINES']),
      },
    };
  }
}

const CORRECTED = 50;

/** Later corrections, so that there is a past: every fiftieth entity and source, every fiftieth claim. */
export function* corrections(scale) {
  const { entities, claims, sources } = sizes(scale);
  const every = (count, make) => Array.from({ length: Math.ceil(count / CORRECTED) }, (_, index) => make(index * CORRECTED));
  const items = [
    ...every(entities, (index) => ({ entity: { key: `e${index}`, descriptions: [{ language: 'en', text: 'corrected' }] } })),
    ...every(sources, (index) => ({ source: { key: `s${index}`, note: 'corrected' } })),
    ...every(claims, (index) => ({ claim: { key: `c${index}`, note: 'corrected' } })),
  ];
  for (let start = 0; start < items.length; start += 2_000) yield { by: 'bench', items: items.slice(start, start + 2_000) };
}
