/** A random graph as changesets: every field and edge of the model, awkward values on purpose. */
import { fold } from '../../src/model/values/text.js';
import {
  CLAIM_LINK_KINDS,
  CONTRIBUTOR_ROLES,
  DERIVATION_KINDS,
  ENTITY_KINDS,
  MENTION_ROLES,
  SOURCE_KINDS,
  STANCES,
  VERDICTS,
} from '../../src/model/vocabulary.js';
import { itemName } from '../../src/model/changeset/input.js';
import type { Changeset } from '../../src/model/changeset/changeset.js';
import type { Store } from '../../src/store/store.js';
import { memoryGraph, type MemoryGraph } from './memory-graph.js';
import { Random } from './random.js';

export const WORDS = [
  'Éléonore',
  'œuvre',
  'straße',
  'Łódź',
  'naïve',
  'ALPHA',
  'beta',
  'العربية',
  'עברית',
  '漢字',
  '🚀 launch',
  'o’clock',
  '100%',
  "l'été",
  'a_b',
  'C:\\temp',
  '"quoted"',
  'ﬁne',
  'İstanbul',
  'zebra',
  'and OR not',
  'éa',
  'ea',
];
export const LANGUAGES = ['en', 'fr', 'fr-CA', 'de', 'ar', 'zh-Hant'];
export const DATES = [
  '2021',
  '2021-01',
  '2021-01-09',
  '2021-01-09~',
  '2021-01-11',
  '2020-12-31',
  '2021-01-09T18:07-08:00',
  '2021-01-09T18:07Z',
  '../2021-01-09',
  '2021-01-10/..',
  '2021-01/2021-03',
  '201X',
  '-0044-03-15',
  '2021-21',
  '2021?',
  '2021-01~/2021-02',
  '2020-24',
  '2021-01-09/2021-01',
];
export const AMOUNTS = ['0', '1', '-1.5', '9007199254740992', '9007199254740993', '0.1', '1000000', '-0.001'];

/** How many of each there are. */
export interface RandomGraphSize {
  readonly entities: number;
  readonly sources: number;
  readonly claims: number;
  readonly citations: number;
  readonly links: number;
}

export interface RandomGraph {
  readonly graph: MemoryGraph;
  readonly keys: readonly string[];
}

/**
 * Some records are not for readers, from the beginning or from the end on. What can be seen never refers to
 * them, but for relays and derivations, known and suspected, so that a graph without them can be made out of the log.
 */
export interface Secrets {
  readonly from: 'BEGINNING' | 'END';
}

/** Of records of a kind by their number; among them are some that only refer to one that is marked. */
const SECRET_EVERY: Record<string, number> = { entity: 5, source: 4, claim: 4, citation: 3, link: 3 };

/** Fills the store, then gives the same graph as plain objects. */
export async function fillRandomly(
  store: Store,
  random: Random,
  size: RandomGraphSize,
  afterWrite: () => Promise<void> = () => Promise.resolve(),
  secrets?: Secrets,
): Promise<RandomGraph> {
  const write = async (changeset: Changeset) => {
    const result = await store.write(changeset);
    await afterWrite();
    return result;
  };
  const keys: string[] = [];
  const key = (kind: string, index: number) => `${kind}-${index}`;
  const maybe = <T>(probability: number, make: () => T): T | undefined => (random.chance(probability) ? make() : undefined);
  const text = () => Array.from({ length: 1 + random.below(3) }, () => random.pick(WORDS)).join(' ');
  const label = (language?: string) => ({ language: language ?? random.pick(LANGUAGES), text: text() });
  const labels = () => LANGUAGES.filter(() => random.chance(0.3)).map((language) => label(language));
  const names = () => {
    const found = labels();
    return found.length > 0 ? found : [label('en')];
  };
  const isSecret = (kind: string, index: number) => secrets !== undefined && index % (SECRET_EVERY[kind] ?? Infinity) === 1;
  /** One of a kind that may be referred to from a record that is secret or not. */
  const numberOf = (kind: string, count: number, secret: boolean): number => {
    for (;;) {
      const index = random.below(count);
      if (secret || !isSecret(kind, index)) return index;
    }
  };
  const secretOf = (kind: string, count: number): number => {
    for (;;) {
      const index = random.below(count);
      if (isSecret(kind, index)) return index;
    }
  };
  const visibilityOf = (kind: string, index: number): Record<string, unknown> =>
    secrets?.from === 'BEGINNING' && isSecret(kind, index) ? { visibility: index % 2 === 0 ? 'DRAFT' : 'RESTRICTED' } : {};
  const entityFor = (secret: boolean) => () => key('entity', numberOf('entity', size.entities, secret));
  const predicates = ['says', 'holds', 'owns'];
  const value = () => {
    const kind = random.pick(['TEXT', 'QUANTITY', 'DATE', 'UNKNOWN', 'NONE'] as const);
    if (kind === 'TEXT') return { kind, text: text(), language: maybe(0.5, () => random.pick(LANGUAGES)) };
    if (kind === 'QUANTITY') return { kind, amount: random.pick(AMOUNTS), unit: maybe(0.5, () => random.pick(['km', 'EUR'])) };
    return kind === 'DATE' ? { kind, date: random.pick(DATES) } : { kind };
  };
  /** Made anew each time: the same record, other content. */
  const makers: (() => Record<string, unknown>)[] = predicates.map((slug, index) => () => ({
    predicate: {
      key: slug,
      labels: names(),
      inverseLabels: labels(),
      symmetric: random.chance(0.3),
      functional: index === 0,
      subjectKinds: index === 2 ? [...ENTITY_KINDS] : undefined,
    },
  }));
  for (let index = 0; index < size.entities; index++) {
    makers.push(() => ({
      entity: {
        ...visibilityOf('entity', index),
        key: key('entity', index),
        kind: random.pick(ENTITY_KINDS),
        names: names(),
        aliases: random.some(WORDS, 3).map((word) => ({ language: 'en', text: word })),
        descriptions: labels(),
        identifiers: random.some(['a', 'b', 'c'], 2).map((each) => ({ scheme: random.pick(['ftm', 'other']), value: each })),
      },
    }));
  }
  for (let index = 0; index < size.sources; index++) {
    const derivations = () =>
      index === 0
        ? []
        : random.some([...Array(index).keys()], 2).map((each) => ({ kind: random.pick(DERIVATION_KINDS), source: key('source', each) }));
    const entity = entityFor(isSecret('source', index));
    makers.push(() => {
      const from = derivations();
      return {
        source: {
          ...visibilityOf('source', index),
          key: key('source', index),
          kind: random.pick(SOURCE_KINDS),
          title: text(),
          language: maybe(0.7, () => random.pick(LANGUAGES)),
          url: maybe(0.6, () => `https://www.example.org/${index}?utm_source=x#top`),
          published: maybe(0.7, () => random.pick(DATES)),
          note: maybe(0.2, text),
          publisher: maybe(0.7, entity),
          contributors: random.some([1, 2], 2).map(() => ({ role: random.pick(CONTRIBUTOR_ROLES), entity: entity() })),
          archivedCopies: random.some([1], 1).map(() => ({ url: `https://archive.example/${index}`, capturedAt: random.pick(DATES) })),
          derivations: from,
          suspectedDerivations: maybe(0.8, () =>
            derivations()
              .filter(({ kind, source }) => !from.some((each) => each.kind === kind && each.source === source))
              .map((each) => ({ ...each, reason: text() })),
          ),
          text: maybe(0.3, () => `text of ${index} ${WORDS.join(' ')}`),
        },
      };
    });
  }
  for (let index = 0; index < size.claims; index++) {
    const entity = entityFor(isSecret('claim', index));
    makers.push(() => {
      const predicate = maybe(0.8, () => random.pick(predicates));
      const subject = predicate || random.chance(0.5) ? entity() : undefined;
      const [from, until] = random.chance(0.5) ? ['2020', maybe(0.5, () => '2021-06')] : [undefined, maybe(0.3, () => random.pick(DATES))];
      const claim = {
        ...visibilityOf('claim', index),
        key: key('claim', index),
        texts: names(),
        negated: random.chance(0.2),
        subject,
        predicate,
        ...(predicate ? (random.chance(0.5) ? { object: entity() } : { value: maybe(0.7, value) }) : {}),
        validFrom: from,
        validUntil: until,
        note: maybe(0.2, text),
        mentions: random.some([1, 2], 2).map(() => ({ role: random.pick(MENTION_ROLES), entity: entity() })),
        qualifiers: random
          .some([1, 2], 2)
          .map(() => ({ predicate: random.pick(predicates), ...(random.chance(0.5) ? { entity: entity() } : { value: value() }) })),
      };
      return { claim };
    });
  }
  const claimOf = new Map<number, string>();
  for (let index = 0; index < size.citations; index++) {
    const secret = isSecret('citation', index);
    const entity = entityFor(secret);
    makers.push(() => {
      const speaker = maybe(0.4, entity);
      const claim = key('claim', numberOf('claim', size.claims, secret));
      // Mostly of its own claim: a relay of another one holds nothing up.
      const others = [...Array(index).keys()];
      const alike = others.filter((each) => claimOf.get(each) === claim);
      const from = random.chance(0.8) ? alike : others;
      const relays = from.length === 0 ? [] : random.some(from, 2).map((each) => key('citation', each));
      const suspected = from.map((each) => key('citation', each)).filter((each) => !relays.includes(each));
      claimOf.set(index, claim);
      const citation = {
        key: key('citation', index),
        ...(secret && index % 2 === 0 ? {} : visibilityOf('citation', index)),
        claim,
        // Every other one is secret for its source alone.
        source: key('source', secret && index % 2 === 0 ? secretOf('source', size.sources) : numberOf('source', size.sources, secret)),
        stance: random.pick(STANCES),
        speaker,
        speakerUnknown: !speaker && random.chance(0.3),
        saidAt: maybe(0.5, () => random.pick(DATES)),
        quote: maybe(0.4, text),
        quoteLanguage: maybe(0.3, () => random.pick(LANGUAGES)),
        note: maybe(0.1, text),
        relays,
        suspectedRelays: maybe(0.8, () =>
          suspected.length === 0 ? [] : random.some(suspected, 2).map((each) => ({ citation: each, reason: text() })),
        ),
        passage: maybe(0.2, () => ({ exact: 'text of', start: 0 })),
        rating: maybe(0.2, () => ({
          label: maybe(0.8, text),
          value: maybe(0.5, () => random.pick(AMOUNTS)),
          verdict: maybe(0.5, () => random.pick(VERDICTS)),
        })),
      };
      return { citation };
    });
  }
  for (let index = 0; index < size.links; index++) {
    makers.push(() => {
      const secret = isSecret('link', index);
      const from = secret ? secretOf('claim', size.claims) : numberOf('claim', size.claims, false);
      const toAny = () => (from + 1 + random.below(size.claims - 1)) % size.claims;
      let to = toAny();
      if (!secret) while (isSecret('claim', to)) to = toAny();
      const claimLink = {
        key: key('link', index),
        from: key('claim', from),
        to: key('claim', to),
        kind: random.pick(CLAIM_LINK_KINDS),
        note: maybe(0.3, text),
      };
      return { claimLink };
    });
  }
  const items = makers.map((make) => make());
  const first = await write({ by: 'random', onProblem: 'SKIP_ITEM', items });
  const reasons = new Map<string, string>();
  const written = first.results.filter(({ status }) => status === 'CREATED');
  for (const { key: each } of written) if (each) keys.push(each);
  const retracted = written.filter(({ record }) => record !== 'Predicate' && random.chance(0.1));
  for (const { id } of retracted) reasons.set(id!, 'taken back');
  await write({
    by: 'editor',
    items: retracted.map(({ record, id }) => ({ retract: { kind: record, reference: id, reason: 'taken back' } })),
  });
  const restored = retracted.filter(() => random.chance(0.2));
  await write({ items: restored.map(({ record, id }) => ({ restore: { kind: record, reference: id } })) });
  await write({
    by: 'editor',
    onProblem: 'SKIP_ITEM',
    items: written
      .filter(({ record }) => record === 'Claim' && random.chance(0.1))
      .map(({ id }) => ({ claim: { id, note: 'changed later', negated: true } })),
  });
  const mergeable = written.filter(({ record }) => record === 'Entity' || record === 'Source');
  for (let round = 0; round < CHANGES; round++) {
    for (let index = 0; index < MERGES; index++) {
      const { record: kind, id: reference, key: own } = random.pick(mergeable);
      const isOne = (each: string | undefined) => isSecret(kind.toLowerCase(), Number(each?.split('-')[1]));
      const into = random.pick(mergeable.filter(({ record, key: each }) => record === kind && isOne(each) === isOne(own))).id;
      await write({
        by: 'merger',
        onProblem: 'SKIP_ITEM',
        items: [random.chance(0.7) ? { merge: { kind, reference, into, reason: 'the same' } } : { unmerge: { kind, reference } }],
      });
    }
    const changed = makers.filter(() => random.chance(0.15)).map((make) => cleared(make()));
    items.push(...changed);
    for (const item of changed) await write({ by: 'editor', onProblem: 'SKIP_ITEM', items: [item] });
    const again = written.filter(({ record, id }) => record !== 'Predicate' && !reasons.has(id!) && random.chance(0.03));
    for (const { id } of again) reasons.set(id!, 'taken back');
    await write({ items: again.map(({ record, id }) => ({ retract: { kind: record, reference: id, reason: 'taken back' } })) });
  }
  if (secrets?.from === 'END') {
    const kinds: Partial<Record<string, Parameters<typeof isSecret>[0]>> = {
      Entity: 'entity',
      Source: 'source',
      Claim: 'claim',
      Citation: 'citation',
      ClaimLink: 'link',
    };
    const marked = written.filter(({ record, key: each }) => {
      const index = Number(each?.split('-')[1]);
      const kind = kinds[record];
      return kind !== undefined && isSecret(kind, index) && !(kind === 'citation' && index % 2 === 0);
    });
    const marks = marked.map(({ record, id }) => ({ [itemName(record)]: { id, visibility: 'RESTRICTED' } }));
    await write({ by: 'editor', onProblem: 'SKIP_ITEM', items: marks });
  }
  const texts = new Map<string, string>();
  const { sha256 } = await import('../../src/model/changeset/passages.js');
  for (const item of items) {
    const given = (item['source'] as { text?: string } | undefined)?.text;
    if (given) texts.set(sha256(given), given);
  }
  return { graph: await memoryGraph(store, reasons, texts), keys };
}

/** Times that a part of the records is written anew. */
const CHANGES = 2;

/** Times that two records are merged, or a merge is taken back, each round. */
const MERGES = 8;

/** What the new content does not have is taken away, but for a text: what was once a source's stays found. */
function cleared(item: Record<string, unknown>): Record<string, unknown> {
  const [[kind, content]] = Object.entries(item) as [[string, Record<string, unknown>]];
  const whole = kind === 'claim' ? { object: null, value: null, ...content } : content;
  const filled = Object.entries(whole).map(([name, value]) => [name, value === undefined && name !== 'text' ? null : value]);
  return { [kind]: Object.fromEntries(filled) as Record<string, unknown> };
}

export const FOLDED_NEEDLES = WORDS.map(fold).filter((word) => [...word].length >= 3);
