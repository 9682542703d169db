/** A small log of changes that never changes: every kind of record, part and operation, with fixed ids and times. */
import type { Change, Store } from '../../src/store/store.js';
import { withStores } from './sqlite.js';

const en = (text: string) => [{ language: 'en', text }];
const TEXT = 'The mill burned down in the night. Nobody was hurt, the owner said.';

/** One transaction each. */
const CHANGESETS: readonly (readonly unknown[])[] = [
  [
    {
      predicate: {
        key: 'owns',
        labels: en('owns'),
        inverseLabels: en('is owned by'),
        functional: false,
        symmetric: false,
        subjectKinds: ['PERSON', 'ORGANIZATION'],
      },
    },
    { predicate: { key: 'burned', labels: en('burned on') } },
    {
      entity: {
        key: 'group',
        kind: 'ORGANIZATION',
        names: en('Müller Group'),
        identifiers: [{ scheme: 'lei', value: '5493000IBP32UQZ0KL24' }],
      },
    },
    {
      entity: {
        key: 'gazette',
        kind: 'ORGANIZATION',
        names: en('Bay Gazette'),
        aliases: en('The Gazette'),
        descriptions: en('A paper.'),
      },
    },
    { entity: { key: 'evening', kind: 'ORGANIZATION', names: en('Bay Evening') } },
    { entity: { key: 'mill', kind: 'PLACE', names: [{ language: 'fr', text: 'Le moulin à œufs' }] } },
    { entity: { key: 'mill-again', kind: 'PLACE', names: en('Old mill') } },
    { entity: { key: 'owner', kind: 'PERSON', names: en('Ada Miller') } },
    { claim: { key: 'owns-gazette', texts: en('The group owns the Gazette'), subject: 'group', predicate: 'owns', object: 'gazette' } },
  ],
  [
    {
      source: {
        key: 'article',
        kind: 'ARTICLE',
        title: 'A mill burns',
        url: 'https://www.gazette.example/mill?utm_source=x',
        publisher: 'gazette',
        published: '2020-05',
        language: 'en',
        text: TEXT,
        contributors: [{ entity: 'owner', role: 'AUTHOR' }],
        archivedCopies: [{ url: 'https://archive.example/1', capturedAt: '2020-06-01' }],
      },
    },
    {
      source: {
        key: 'copy',
        kind: 'ARTICLE',
        title: 'Mill burns down',
        publisher: 'evening',
        published: '2020-05-04',
        derivations: [{ kind: 'SYNDICATES', source: 'article' }],
      },
    },
    {
      source: {
        key: 'copy-again',
        kind: 'ARTICLE',
        title: 'Mill burns down!',
        publisher: 'evening',
        derivations: [{ kind: 'QUOTES', source: 'article' }],
        suspectedDerivations: [{ kind: 'SYNDICATES', source: 'copy', reason: 'the same title' }],
      },
    },
    {
      claim: {
        key: 'burned',
        texts: en('The mill burned down'),
        subject: 'mill',
        predicate: 'burned',
        value: { kind: 'DATE', date: '2020-05-03' },
        validFrom: '2020-05-03',
        mentions: [{ entity: 'owner', role: 'AGENT' }],
        qualifiers: [{ predicate: 'owns', entity: 'owner' }],
      },
    },
    { claim: { key: 'stands', texts: en('The mill stands'), subject: 'mill-again', predicate: 'burned', value: { kind: 'NONE' } } },
    {
      citation: {
        key: 'first',
        claim: 'burned',
        source: 'article',
        speaker: 'owner',
        stance: 'SUPPORTS',
        quote: 'Nobody was hurt',
        passage: { exact: 'Nobody was hurt' },
      },
    },
    { citation: { key: 'second', claim: 'burned', source: 'copy', stance: 'SUPPORTS', relays: ['first'], saidAt: '2020-05-05' } },
    {
      citation: {
        key: 'third',
        claim: 'burned',
        source: 'copy-again',
        stance: 'REFUTES',
        speakerUnknown: true,
        suspectedRelays: [{ citation: 'first', reason: 'the same slip' }],
        rating: { verdict: 'FALSE', value: '1', best: '5', worst: '1' },
      },
    },
    { claimLink: { key: 'against', from: 'burned', to: 'stands', kind: 'CONTRADICTS' } },
  ],
  [
    { claim: { key: 'burned', note: 'as reported', texts: en('The old mill burned down') } },
    { source: { key: 'article', published: '2020-05-02' } },
    { citation: { key: 'third', claim: 'stands' } },
  ],
  [{ merge: { kind: 'Entity', reference: 'mill-again', into: 'mill', reason: 'one mill' } }],
  [{ source: { key: 'copy-again', visibility: 'RESTRICTED' } }, { entity: { key: 'evening', visibility: 'DRAFT' } }],
  [{ retract: { kind: 'Citation', reference: 'first', reason: 'misread' } }],
  [{ entity: { key: 'evening', visibility: 'PUBLIC' } }, { restore: { kind: 'Citation', reference: 'first', reason: 'read again' } }],
  [
    { entity: { key: 'mill-again', names: en('The old mill') } },
    { source: { key: 'copy-too', kind: 'ARTICLE', title: 'Mill burns down', publisher: 'evening', published: '2020-05-04' } },
    {
      citation: {
        key: 'fourth',
        claim: 'stands',
        source: 'copy-too',
        stance: 'QUESTIONS',
        suspectedRelays: [{ citation: 'third', reason: 'the same mistake' }],
      },
    },
    { citation: { key: 'third', suspectedRelays: [] } },
  ],
  [{ merge: { kind: 'Source', reference: 'copy-too', into: 'copy', reason: 'one page' } }],
];

export interface Sample {
  readonly changes: readonly Change[];
  readonly texts: ReadonlyMap<string, string>;
  /** The moments at which something was recorded. */
  readonly moments: readonly number[];
}

const FIRST_MOMENT = Date.UTC(2021, 0, 1);
const BETWEEN = 1_000;

/** The log is written by a store of its own; then ids and times are given by where they first stand. */
export async function projectionSample(): Promise<Sample> {
  return withStores(1, async (store) => {
    for (const items of CHANGESETS) {
      const { results } = await store.write({ items });
      const refused = results.flatMap(({ problems }) => problems);
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    }
    return fixed(await store.changes(0, 10_000), store);
  });
}

async function fixed(changes: readonly Change[], store: Store): Promise<Sample> {
  const ids = new Map<string, string>();
  const times = new Map<number, number>();
  for (const { id, recordedAt } of changes) {
    if (!ids.has(id)) ids.set(id, `00000000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`);
    if (!times.has(recordedAt)) times.set(recordedAt, FIRST_MOMENT + times.size * BETWEEN);
  }
  const named = JSON.stringify(changes).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? id);
  const at = (time: number): number => times.get(time)!;
  const placed = (JSON.parse(named) as Change[]).map((change): Change => ({
    ...change,
    createdAt: at(change.createdAt),
    recordedAt: at(change.recordedAt),
    recordedBy: change.recordedBy,
    reason: change.reason,
    retraction: change.retraction && { ...change.retraction, at: at(change.retraction.at) },
    document: change.document,
  }));
  const digests = changes.flatMap(({ document }) => (document['digest'] as string | undefined) ?? []);
  return { changes: placed, texts: await store.texts(digests), moments: [...times.values()] };
}
