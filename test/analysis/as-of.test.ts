/** What the graph answers as of a moment is what it answered at that moment: asked then, and asked again at the end. */
import { describe, expect, it } from 'vitest';
import { onRandomGraph } from '../support/shrink.js';
import { startServer } from '../support/server.js';
import { STORE_KINDS } from '../support/stores.js';

const ALL = 'first: 100, orderBy: [{ field: CREATED_AT }], asOf: $asOf';
const QUERY = `query ($asOf: DateTime) {
  stats(asOf: $asOf) { records { kind active retracted } }
  claims(${ALL}, retracted: INCLUDE) { totalCount nodes { key version recordedAt retracted text firstSaid lastSaid citationCount independentSupporting independentRefuting independentSeen knownOnlyThrough(first: 20) { totalCount nodes { key title } }
    subject { key defaultName mergedInto { key } } object { key } participants { roles entity { key } } history { version operation recordedUntil }
    corroboration { independentSupporting independentSupportingAtLeast independentRefuting independentRefutingAtLeast groupCount suspected(first: 50) { kind reason origin { source { key } } source { key } beginsAt(first: 50) { source { key } } } groups(first: 50) { originCount supportingCount refutingCount why { reason shared { id } } origins(first: 50) { source { key title } } } }
    contradictions { count found(first: 50) { kind certainty other { key independentSupporting } speaker { key } citationCount otherCitationCount } }
    citations(first: 100) { totalCount nodes { key stance effectiveDate source { key title publisher { key } } relays(first: 5) { nodes { key } } suspectedRelays { reason citation { key } } chain { depth steps { kind depth source { key } breaks suspicions(first: 5) { kind reason source { key } } } } } } } }
  entities(${ALL}) { totalCount nodes { key names { text } claims(first: 100) { totalCount nodes { key } } said(first: 100) { nodes { key } } mergedFrom(first: 10) { nodes { key } }
    neighbours(depth: 2, first: 50) { count complete found { depth claimCount entity { key } claims(first: 20) { key } } } } }
  sources(${ALL}, retracted: INCLUDE) { nodes { key title published publisher { key } derivations { kind source { key } } suspectedDerivations { kind reason source { key } } suspectedDerivatives(first: 20) { nodes { key } } claims(first: 50) { nodes { key } } retellings { sourceCount citationCount sources(first: 20) { key } } } }
  timeline(bucket: DECADE, asOf: $asOf) { total undated imprecise buckets { period surely possibly claims(first: 20) { key } } }
  claimCounts(by: PUBLISHER, first: 100, asOf: $asOf) { total groups { count record { id } } }
  contradictions(first: 100, asOf: $asOf) { complete found { kind claim { key } other { key } } }
  supported: claims(${ALL}, where: { independentSupporting: { gte: 1 }, citations: { some: { source: { publisher: { kind: { ne: PLACE } } } } } }) { nodes { key } }
  known: claims(${ALL}, where: { knownOnlyThrough: { some: {}, none: { publisherExists: false } } }) { totalCount nodes { key } }
  knownByMany: claims(${ALL}, where: { knownOnlyThrough: { none: {} } }) { totalCount nodes { key } }
}`;
const LIMITS = { costMax: '100000000', depthMax: '60', conditionDepthMax: '60', tokensMax: '50000' };

describe.each(STORE_KINDS)('the graph as it was on $name', ({ name, open }) => {
  it('answers as it answered then, analyses included', { timeout: 1_500_000 }, async () => {
    for (const seed of name === 'sqlite' ? [21, 22, 23] : [21]) {
      const then: { asOf: string; answer: unknown }[] = [];
      await onRandomGraph(seed, { entities: 8, sources: 8, claims: 10, citations: 20, links: 4 }, async (fill) => {
        then.length = 0;
        const under = await open();
        const server = await startServer(under.store, LIMITS);
        try {
          let writes = 0;
          await fill(under.store, async () => {
            // The first ones, and some of the later.
            if (++writes > 4 && writes % (name === 'sqlite' ? 2 : 5) !== 0) return;
            const last = await under.store.position();
            const [change] = last === 0 ? [] : await under.store.changes(last - 1, 1);
            if (change) then.push({ asOf: new Date(change.recordedAt).toISOString(), answer: await server.data(QUERY) });
          });
          for (const { asOf, answer } of then) expect(await server.data(QUERY, { asOf }), `as of ${asOf}`).toEqual(answer);
          const before = await server.data(QUERY, { asOf: '2001-01-01T00:00:00Z' });
          expect([before.claims.totalCount, before.entities.nodes, before.timeline.total]).toEqual([0, [], 0]);
        } finally {
          await server.stop();
          await under.close();
        }
      });
      expect(then.length).toBeGreaterThan(8);
      expect(new Set(then.map(({ answer }) => JSON.stringify(answer))).size).toBeGreaterThan(5);
    }
  });
});
