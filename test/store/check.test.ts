/** What `check` finds: a sound store has nothing, and each way to damage one is found, on either store. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CHECK_NAMES, type CheckName } from '../../src/store/check/checks.js';
import { backUp } from '../../src/store/sqlite/backup.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { dumpedNeo4j, settled } from '../support/dump.js';
import { projectionSample, type Sample } from '../support/projection-sample.js';
import { Random } from '../support/random.js';
import { fillRandomly } from '../support/random-graph.js';
import { NEO4J, STORE_KINDS, temporaryFolder, type StoreUnderTest } from '../support/stores.js';

const SEED = Number(process.env['CLAIMGRAPH_TEST_SEED'] ?? 20_261_127);

/** What is done, and what the finding says. */
type Damages<Damage> = readonly (readonly [what: string, damage: Damage, message: RegExp])[];
type InSqlite = string;
/** How it is done, and how it is undone. */
type InNeo4j = readonly [damage: string, repair: string];

/** Moves relationships out of the way, and back. */
const away = (pattern: string, type: string): InNeo4j => [
  `MATCH (n${pattern}-[r:${type}]->(x) WITH n, r, x ORDER BY n.id LIMIT 1 CREATE (n)-[s:STASHED]->(x) SET s = properties(r) DELETE r`,
  `MATCH (n)-[s:STASHED]->(x) CREATE (n)-[r:${type}]->(x) SET r = properties(s) DELETE s`,
];
/** Sets a property of the first node that matches, and sets it back. */
const otherwise = (match: string, property: string, value: string): InNeo4j => [
  `MATCH ${match} WITH n ORDER BY n.id, n.version, n.position LIMIT 1 SET n.stashed = n.${property}, n.stash = true SET n.${property} = ${value}`,
  `MATCH (n) WHERE n.stash SET n.${property} = n.stashed REMOVE n.stashed, n.stash`,
];

const DAMAGES: Readonly<Record<CheckName, { readonly sqlite: Damages<InSqlite>; readonly neo4j: Damages<InNeo4j> }>> = {
  storage: {
    sqlite: [
      ['a lost index', 'DROP INDEX "version_by_time"', /the index version_by_time is missing/],
      ['a lost trigger', 'DROP TRIGGER "claim_past_update"', /the trigger claim_past_update is missing/],
      [
        'another index of the name',
        'DROP INDEX "claim_1"; CREATE INDEX "claim_1" ON "claim"("note")',
        /the index claim_1 is not defined as expected/,
      ],
    ],
    neo4j: [
      [
        'a lost index',
        ['DROP INDEX Version_position', 'CREATE INDEX Version_position FOR (n:Version) ON (n.position)'],
        /Version_position is missing/,
      ],
      [
        'a lost constraint',
        ['DROP CONSTRAINT Claim_key_unique', 'CREATE CONSTRAINT Claim_key_unique FOR (n:Claim) REQUIRE n.key IS UNIQUE'],
        /Claim_key_unique is missing/,
      ],
      [
        'another index of the name',
        [
          'DROP INDEX Claim_noteLost IF EXISTS; DROP INDEX Version_shownPosition; CREATE INDEX Version_shownPosition FOR (n:Version) ON (n.other)',
          'DROP INDEX Version_shownPosition; CREATE INDEX Version_shownPosition FOR (n:Version) ON (n.shownPosition)',
        ],
        /Version_shownPosition is not defined as expected/,
      ],
    ],
  },
  versions: {
    sqlite: [
      [
        'a history with a hole',
        `DELETE FROM "version" WHERE "record" = 'Claim' AND "version" = 1 AND "document" LIKE '%old mill%' OR "position" = 14`,
        /missing from its history|not in the history/,
      ],
      ['a version without a record', `UPDATE "version" SET "num" = 99999 WHERE "record" = 'ClaimLink'`, /it exists only in the history/],
      [
        'a gap in time',
        `UPDATE "version" SET "recorded_until" = "recorded_until" + 1 WHERE "recorded_until" IS NOT NULL`,
        /its history has a gap/,
      ],
    ],
    neo4j: [
      ['a history with a hole', away(':Claim {key: "burned"})', 'HISTORY'), /missing from its history|not in the history/],
      ['a version without a record', away(':ClaimLink)', 'HISTORY'), /it exists only in the history/],
      [
        'a gap in time',
        otherwise('(n:Version) WHERE n.recordedUntil IS NOT NULL', 'recordedUntil', 'n.recordedUntil + 1'),
        /its history has a gap/,
      ],
      [
        'a log that ends elsewhere',
        ['MATCH (l:ClaimgraphLog) SET l.position = l.position + 1', 'MATCH (l:ClaimgraphLog) SET l.position = l.position - 1'],
        /the end of the change log/,
      ],
    ],
  },
  documents: {
    sqlite: [
      [
        'a document in another form',
        `UPDATE "version" SET "document" = ' ' || "document" WHERE "record" = 'Predicate' AND "num" = 1`,
        /not in its normal form/,
      ],
      [
        'a document that refers to nothing',
        `UPDATE "version" SET "document" = replace("document", (SELECT "id" FROM "entity" WHERE "key" = 'group'), '00000000-0000-7000-8000-00000000ffff') WHERE "record" = 'Claim'`,
        /subject leads to no Entity/,
      ],
    ],
    neo4j: [
      [
        'a document in another form',
        otherwise("(n:Version {record: 'Predicate'})", 'document', "' ' + n.document"),
        /not in its normal form/,
      ],
      [
        'a document that refers to nothing',
        otherwise(
          "(n:Version {record: 'Claim'})<-[:HISTORY]-(:Claim {key: 'owns-gazette'})",
          'document',
          "replace(n.document, head(COLLECT { MATCH (e:Entity {key: 'group'}) RETURN e.id }), '00000000-0000-7000-8000-00000000ffff')",
        ),
        /subject leads to no Entity/,
      ],
    ],
  },
  references: {
    sqlite: [
      ['a reference that leads nowhere', `UPDATE "claim" SET "subject" = 999999 WHERE "key" = 'burned'`, /leads nowhere/],
      ['a part without an owner', 'UPDATE "claim_texts" SET "owner" = 999999 WHERE "num" = 1', /a part without an owner/],
    ],
    neo4j: [
      ['a reference that leads nowhere', away(':Citation)', 'SOURCE'), /source leads nowhere/],
      ['a part without an owner', away(':Claim)', 'TEXTS'), /a part without an owner/],
    ],
  },
  projections: {
    sqlite: [
      ['another title', `UPDATE "source" SET "title" = 'Other' WHERE "key" = 'article'`, /title differs/],
      ['wrong bounds of a date', `UPDATE "source" SET "published_lower" = 5 WHERE "key" = 'article'`, /published_lower differs/],
      ['another reference', `UPDATE "claim" SET "object" = "subject" WHERE "key" = 'owns-gazette'`, /object differs/],
      [
        'another text',
        `UPDATE "claim_texts" SET "text" = 'Other' WHERE "owner" = (SELECT "num" FROM "claim" WHERE "key" = 'burned')`,
        /texts differs/,
      ],
      ['a lost part', `DELETE FROM "entity_identifiers"`, /identifiers differs/],
      ['a value that is none', `UPDATE "claim" SET "value_date" = NULL WHERE "key" = 'burned'`, /value_date differs/],
    ],
    neo4j: [
      ['another title', otherwise('(n:Source {key: "article"})', 'title', '"Other"'), /title differs/],
      ['wrong bounds of a date', otherwise('(n:Source {key: "article"})', 'publishedLower', '5'), /publishedLower differs/],
      ['a copy of an id that is another', otherwise('(n:Claim {key: "owns-gazette"})', 'objectId', 'n.subjectId'), /objectId differs/],
      ['another text', otherwise('(n:Label)<-[:TEXTS]-(:Claim {key: "burned"})', 'text', '"Other"'), /texts differs/],
      ['a list that is another', otherwise('(n:Entity {key: "group"})', 'identifiersList', '"[]"'), /identifiersList differs/],
      ['a lost part', away(':Source {key: "copy"})', 'DERIVATIONS'), /derivations differs/],
      [
        'a reference to another',
        [
          'MATCH (n:Source {key: "copy"})-[r:PUBLISHER]->(x), (y:Entity {key: "group"}) CREATE (n)-[s:STASHED]->(x) SET s = properties(r) CREATE (n)-[t:PUBLISHER]->(y) SET t = properties(r) DELETE r',
          'MATCH (n)-[s:STASHED]->(x) MATCH (n)-[t:PUBLISHER]->() DELETE t CREATE (n)-[r:PUBLISHER]->(x) SET r = properties(s) DELETE s',
        ],
        /publisher differs/,
      ],
    ],
  },
  past: {
    sqlite: [
      ['a lost state', 'DELETE FROM "source_past"', /no state|gap between|end at different times/],
      ['a state that says something else', `UPDATE "claim_past" SET "note" = 'Other'`, /note of version 1 differs/],
      ['a lost part', 'DELETE FROM "claim_texts_past"', /texts of version 1 differs/],
      ['a state of no version', 'UPDATE "entity_past" SET "version" = 99', /belongs to no version/],
    ],
    neo4j: [
      ['a lost state', away(':PastSource)', 'PAST_OF'), /no state|gap between|end at different times/],
      ['a state that says something else', otherwise('(n:PastClaim {version: 1})', 'note', '"Other"'), /note of version 1 differs/],
      ['a lost part', away(':Claim)', 'WAS_TEXTS'), /texts of version 1 differs/],
      ['a state of no version', otherwise('(n:PastEntity)', 'version', '99'), /belongs to no version/],
      ['a state that is not found from its participants', away(':PastClaim)', 'PAST_PARTICIPANTS'), /not found from its participants/],
    ],
  },
  merges: {
    sqlite: [['a forgotten redirection', 'DELETE FROM "redirected"', /reads through merges/]],
    neo4j: [['a forgotten redirection', away(')', 'REDIRECTED'), /reads through merges/]],
  },
  words: {
    sqlite: [
      [
        'a record that the search does not find',
        `DELETE FROM "source_words" WHERE rowid = (SELECT "num" FROM "source" WHERE "key" = 'article')`,
        /the search does not find it/,
      ],
      ['words that nobody has', `INSERT INTO "entity_words"(rowid, "words") VALUES (9999, 'nobody')`, /by words that they do not have/],
      [
        'a text that a filter does not find',
        `DELETE FROM "source_title_folded_trigrams" WHERE rowid = 1`,
        /source\.title_folded do not find it/,
      ],
      ['a kept text that the search does not find', 'DELETE FROM "searched_text_words"', /does not find the text \w+ by all of its words/],
      ['a kept text that the search does not know', 'DELETE FROM "searched_text"', /does not know the text/],
      [
        'a text of words that nobody has',
        `INSERT INTO "searched_text_words"(rowid, "words") VALUES (9999, 'nobody')`,
        /finds texts by words/,
      ],
    ],
    neo4j: [
      ['words that are others', otherwise('(n:Source {key: "article"})', 'words', '"nobody"'), /its search words/],
      ['words of a kept text that are others', otherwise('(n:SourceText)', 'words', '"nobody"'), /does not find the text/],
    ],
  },
  derived: {
    sqlite: [
      ['a stale count', `UPDATE "claim" SET "citation_count" = 9 WHERE "key" = 'burned'`, /number of citations are stale/],
      ['a stale date', `UPDATE "claim" SET "last_said_upper" = 5 WHERE "key" = 'burned'`, /its dates .* are stale/],
      [
        'a stale date of a citation',
        `UPDATE "citation" SET "effective_date" = '1999' WHERE "key" = 'first'`,
        /its date by its source is stale/,
      ],
      ['a stale count of then', 'UPDATE "claim_past" SET "citation_count" = 9', /of an earlier state are stale/],
      ['a wrong total', 'UPDATE "tally" SET "active" = 99', /the count of its records is wrong/],
    ],
    neo4j: [
      ['a stale count', otherwise('(n:Claim {key: "burned"})', 'citationCount', '9'), /number of citations are stale/],
      ['a stale date', otherwise('(n:Claim {key: "burned"})', 'lastSaidUpper', '5'), /its dates .* are stale/],
      [
        'a stale date of a citation',
        otherwise('(n:Citation {key: "first"})', 'effectiveDate', '"1999"'),
        /its date by its source is stale/,
      ],
      ['a stale count of then', otherwise('(n:PastClaim)', 'citationCount', '9'), /of an earlier state are stale/],
      [
        'a stale sort key',
        [
          'MATCH (:Claim {key: "burned"})-[r:PARTICIPANTS]->() SET r.stash = r.firstSaidLower, r.firstSaidLower = 5',
          'MATCH ()-[r:PARTICIPANTS]->() WHERE r.stash IS NOT NULL SET r.firstSaidLower = r.stash REMOVE r.stash',
        ],
        /sort key/,
      ],
    ],
  },
  withheld: {
    sqlite: [
      ['a claim kept from readers', `UPDATE "claim" SET "withheld" = 1 WHERE "key" = 'burned'`, /contrary to its visibility/],
      ['a draft that is shown', `UPDATE "source" SET "withheld" = 0 WHERE "key" = 'copy-again'`, /contrary to its visibility/],
      ['a draft of which nobody knows', 'UPDATE "withholding" SET "ever" = 0', /contrary to its visibility/],
    ],
    neo4j: [
      ['a claim kept from readers', otherwise('(n:Claim {key: "burned"})', 'withheld', 'true'), /contrary to its visibility/],
      ['a draft that is shown', otherwise('(n:Source {key: "copy-again"})', 'withheld', 'null'), /contrary to its visibility/],
      [
        'a draft of which nobody knows',
        ['MATCH (l:ClaimgraphLog) SET l.withholds = false', 'MATCH (l:ClaimgraphLog) SET l.withholds = true'],
        /contrary to its visibility/,
      ],
    ],
  },
  'shown versions': {
    sqlite: [
      [
        'a version that is not shown',
        'DELETE FROM "shown_version" WHERE "position" = 1',
        /the change log shows readers its versions, or hides them/,
      ],
      [
        'a version that is shown',
        `INSERT INTO "shown_version" SELECT v."position" FROM "version" v JOIN "source" s ON s."key" = 'copy-again' AND v."id" = s."id"`,
        /the change log shows readers its versions, or hides them/,
      ],
      ['a position that is not there', 'INSERT INTO "shown_version" VALUES (9999)', /does not exist/],
    ],
    neo4j: [
      [
        'a version that is not shown',
        otherwise('(n:Version {position: 1})', 'shownPosition', 'null'),
        /the change log shows readers its versions, or hides them/,
      ],
      [
        'a version that is shown',
        otherwise('(n:Version)<-[:HISTORY]-(:Source {key: "copy-again"})', 'shownPosition', 'n.position'),
        /the change log shows readers its versions, or hides them/,
      ],
      [
        'a version that is shown elsewhere',
        otherwise('(n:Version {position: 1})', 'shownPosition', '9999'),
        /the change log shows readers its versions, or hides them/,
      ],
    ],
  },
  corroboration: {
    sqlite: [
      ['stale corroboration', `UPDATE "claim" SET "independent_supporting" = 9 WHERE "key" = 'burned'`, /corroboration is stale/],
      ['a stale number of what was seen', `UPDATE "claim" SET "independent_seen" = 9 WHERE "key" = 'burned'`, /corroboration is stale/],
      [
        'a stale number of what is left with suspicions',
        `UPDATE "claim" SET "independent_supporting_at_least" = 9 WHERE "key" = 'burned'`,
        /corroboration is stale/,
      ],
      ['a lost source that it is known only through', 'DELETE FROM "claim_known_through_parts"', /corroboration is stale/],
    ],
    neo4j: [
      ['stale corroboration', otherwise('(n:Claim {key: "burned"})', 'independentSupporting', '9'), /corroboration is stale/],
      ['a stale number of what was seen', otherwise('(n:Claim {key: "burned"})', 'independentSeen', '9'), /corroboration is stale/],
      [
        'a stale number of what is left with suspicions',
        otherwise('(n:Claim {key: "burned"})', 'independentSupportingAtLeast', '9'),
        /corroboration is stale/,
      ],
      ['a lost source that it is known only through', away(':Claim)', 'KNOWN_ONLY_THROUGH'), /corroboration is stale/],
    ],
  },
  'corroboration for readers': {
    sqlite: [
      [
        'stale numbers for readers',
        `UPDATE "claim" SET "readers_independent_supporting" = 9, "readers_differ" = 1 WHERE "key" = 'burned'`,
        /stale for readers/,
      ],
      [
        'stale counts for readers',
        `UPDATE "claim" SET "readers_citation_count" = 9, "readers_differ" = 1 WHERE "key" = 'stands'`,
        /number of citations are stale for readers/,
      ],
      ['a mark that is missing', `UPDATE "claim" SET "readers_differ" = 0 WHERE "key" = 'stands'`, /other numbers for readers/],
      ['a lost source that it is known only through', 'DELETE FROM "claim_readers_known_through_parts"', /stale for readers/],
    ],
    neo4j: [
      [
        'stale numbers for readers',
        [
          'MATCH (n:Claim {key: "stands"}) SET n.stash = n.readersIndependentRefuting, n.readersIndependentRefuting = 9',
          'MATCH (n:Claim {key: "stands"}) SET n.readersIndependentRefuting = n.stash REMOVE n.stash',
        ],
        /stale for readers/,
      ],
      [
        'stale counts for readers',
        otherwise('(n:Claim {key: "stands"})', 'readersCitationCount', '9'),
        /number of citations are stale for readers/,
      ],
      ['a mark that is missing', otherwise('(n:Claim {key: "stands"})', 'readersDiffer', 'null'), /other numbers for readers/],
      ['a lost source that it is known only through', away(':Claim)', 'READERS_KNOWN_ONLY_THROUGH'), /stale for readers/],
    ],
  },
  texts: {
    sqlite: [['another text', `UPDATE "source_text" SET "text" = "text" || '!'`, /has a different digest/]],
    neo4j: [['another text', otherwise('(n:SourceText)', 'text', 'n.text + "!"'), /has a different digest/]],
  },
  passages: {
    sqlite: [
      ['a drifted passage', `UPDATE "citation" SET "passage_state" = 'DRIFTED' WHERE "key" = 'first'`, /drifted/],
      [
        'a quote that is not there',
        `UPDATE "citation" SET "passage_exact" = 'Everybody was hurt' WHERE "key" = 'first'`,
        /the quote is not in the text/,
      ],
    ],
    neo4j: [
      ['a drifted passage', otherwise('(n:Citation {key: "first"})', 'passage_state', '"DRIFTED"'), /drifted/],
      [
        'a quote that is not there',
        otherwise('(n:Citation {key: "first"})', 'passage_exact', '"Everybody was hurt"'),
        /the quote is not in the text/,
      ],
    ],
  },
  cycles: {
    sqlite: [
      ['a circle of relays', 'UPDATE "citation_relay_parts" SET "citation" = "owner"', /leads back to itself/],
      ['a circle of suspected relays', 'UPDATE "citation_suspected_relays" SET "citation" = "owner"', /leads back to itself/],
      [
        'a circle of sources',
        `INSERT INTO "source_derivations" ("owner", "position", "held_since", "kind", "source") SELECT "source", 9, 1, 'QUOTES', "owner" FROM "source_derivations" LIMIT 1`,
        /leads back to itself/,
      ],
    ],
    neo4j: [
      [
        'a circle of relays',
        [
          'MATCH (n:Citation {key: "second"}) CREATE (n)-[:RELAYS {heldSince: 1, stash: true}]->(n)',
          'MATCH ()-[r:RELAYS]->() WHERE r.stash DELETE r',
        ],
        /leads back to itself/,
      ],
      [
        'a circle of suspected copies',
        [
          'MATCH (n:Source {key: "copy"}) CREATE (n)-[:SUSPECTED_DERIVATIONS {heldSince: 1, stash: true}]->(n)',
          'MATCH ()-[r:SUSPECTED_DERIVATIONS]->() WHERE r.stash DELETE r',
        ],
        /leads back to itself/,
      ],
      [
        'a circle of sources',
        [
          'MATCH (n:Source {key: "copy"})-[:DERIVATIONS]->(m) CREATE (m)-[:DERIVATIONS {heldSince: 1, stash: true}]->(n)',
          'MATCH ()-[r:DERIVATIONS]->() WHERE r.stash DELETE r',
        ],
        /leads back to itself/,
      ],
    ],
  },
};

const cases = <Damage>(store: 'sqlite' | 'neo4j') =>
  CHECK_NAMES.flatMap((name) =>
    (DAMAGES[name][store] as Damages<Damage>).map(([what, damage, message]) => [name, what, damage, message] as const),
  );

let sample: Sample;
beforeAll(async () => {
  sample = await projectionSample();
});

async function fill(store: Store): Promise<void> {
  await store.replay(sample.changes, sample.texts);
  await settled(store, sample.moments);
}

async function expectFinding(store: Store, check: CheckName, message: RegExp): Promise<void> {
  const findings = await store.check(() => undefined, [check]);
  expect(findings).toContainEqual(expect.objectContaining({ check, message: expect.stringMatching(message) as string }));
}

describe('a SQLite file', () => {
  const folder = temporaryFolder();
  const whole = join(folder, 'whole.db');
  let copies = 0;
  beforeAll(async () => {
    const store = openSqliteStore(whole);
    await fill(store);
    const steps: string[] = [];
    expect(await store.check(({ step }) => steps.push(step))).toEqual([]);
    expect(steps).toEqual(CHECK_NAMES);
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(cases<InSqlite>('sqlite'))('%s: finds %s', async (check, _what, damage, message) => {
    const file = join(folder, `damaged-${copies++}.db`);
    backUp(whole, file);
    const store = openSqliteStore(file);
    const database = new Database(file);
    database.pragma('foreign_keys = OFF');
    const before = database.prepare('SELECT total_changes()').pluck().get();
    database.exec(damage);
    if (!damage.startsWith('DROP')) expect(database.prepare('SELECT total_changes()').pluck().get()).not.toBe(before);
    database.close();
    await expectFinding(store, check, message);
    await store.close();
  });
});

describe.skipIf(inject('neo4j') === undefined)('a Neo4j', () => {
  const uri = inject('neo4j')!;
  let under: StoreUnderTest;
  let driver: Driver;
  let whole: string;
  beforeAll(async () => {
    under = await NEO4J.open();
    driver = neo4j.driver(uri);
    await fill(under.store);
    const steps: string[] = [];
    expect(await under.store.check(({ step }) => steps.push(step))).toEqual([]);
    expect(steps).toEqual(CHECK_NAMES);
    whole = await dumpedNeo4j(uri);
  });
  afterAll(async () => {
    await driver.close();
    await under.close();
  });

  const run = async (statements: string): Promise<boolean> => {
    const session = driver.session();
    let isChanged = false;
    for (const statement of statements.split('; ')) {
      const { summary } = await session.run(statement);
      isChanged ||= summary.counters.containsUpdates() || summary.counters.containsSystemUpdates();
    }
    await session.run('CALL db.awaitIndexes(60)');
    await session.close();
    return isChanged;
  };

  it.each(cases<InNeo4j>('neo4j'))('%s: finds %s', async (check, _what, [damage, repair], message) => {
    expect(await run(damage)).toBe(true);
    try {
      await expectFinding(under.store, check, message);
    } finally {
      await run(repair);
    }
  });

  it('is found sound again when all is repaired', async () => {
    expect(await dumpedNeo4j(uri)).toBe(whole);
    expect(await under.store.check(() => undefined)).toEqual([]);
  });
});

describe.each(STORE_KINDS)('a sound store on $name', ({ open }) => {
  let under: StoreUnderTest;
  beforeAll(async () => {
    under = await open();
    const sizes = { entities: 20, sources: 20, claims: 30, citations: 60, links: 15 };
    await fillRandomly(under.store, new Random(SEED), sizes, undefined, { from: 'END' });
  });
  afterAll(() => under.close());

  it('of random records, merges, retractions and drafts has nothing to be found', async () => {
    expect(await under.store.check(() => undefined)).toEqual([]);
  });

  it('has nothing to be found while it is written to', async () => {
    const writing = { goesOn: true };
    const written = (async () => {
      for (let index = 0; writing.goesOn; index++)
        await under.store.write({
          items: [
            { claim: { key: `written-${index % 5}`, texts: [{ language: 'en', text: `Written ${index}` }], note: `note ${index}` } },
            { source: { key: `source-${index % 3}`, kind: 'ARTICLE', title: `Title ${index}`, published: `20${10 + (index % 10)}` } },
            { citation: { key: `cited-${index % 15}`, claim: `written-${index % 5}`, source: `source-${index % 3}`, stance: 'SUPPORTS' } },
            {
              entity: {
                key: 'flickering',
                kind: 'PLACE',
                names: [{ language: 'en', text: 'X' }],
                visibility: index % 2 ? 'DRAFT' : 'PUBLIC',
              },
            },
          ],
        });
    })();
    try {
      for (let time = 0; time < 3; time++) expect(await under.store.check(() => undefined)).toEqual([]);
    } finally {
      writing.goesOn = false;
      await written;
    }
  });
});
