/** What is kept for readers, looked over: which records and versions are withheld, and the numbers that claims have without them. */
import { SETTLED_AT_ONCE, type SettledCorroboration } from '../../../analysis/settling.js';
import type { Asking } from '../../../model/changeset/known.js';
import { edgeOf, OF_READERS, RECORD_NAMES } from '../../../model/graph.js';
import { KEPT_OF_CORROBORATION } from '../../../model/kept-corroboration.js';
import { WITHHOLDABLE } from '../../../model/withholding.js';
import type { Finding } from '../../check/checks.js';
import { corroborationFindings } from '../../check/corroboration.js';
import { KNOWN_THROUGH } from '../../filled-later.js';
import { NO_DATE } from '../../no-date.js';
import { DATE_PARTS, relationshipOf, RETRACTED, SHOWN_POSITION, UNSETTLED } from '../names.js';
import { readersDiffer } from '../settle.js';
import { isShownVersion } from '../shown-versions.js';
import { everWithheld, isToBeWithheld } from '../withhold.js';
import type { Pages } from './pages.js';

export async function* checkWithheld(pages: Pages): AsyncGenerator<Finding[]> {
  const ever = await everWithheld(pages.through);
  for (const record of WITHHOLDABLE) {
    const wrong = `(n.withheld IS NOT NULL) <> (${isToBeWithheld(record)})${ever ? '' : ` OR n.visibility <> 'PUBLIC'`}`;
    yield* pages.of(record, wrong, 'it is hidden from readers, or shown to them, contrary to its visibility');
  }
}

export async function* checkShownVersions(pages: Pages): AsyncGenerator<Finding[]> {
  for (const record of RECORD_NAMES) {
    const wrong = `EXISTS { MATCH (n)-[:HISTORY]->(v:Version) WHERE NOT coalesce(v.${SHOWN_POSITION} = v.position, v.${SHOWN_POSITION} IS NULL) OR (v.${SHOWN_POSITION} IS NOT NULL) <> (${isShownVersion}) }`;
    yield* pages.of(record, wrong, 'the change log shows readers its versions, or hides them, contrary to what readers may see');
  }
}

const STALE = 'its kept corroboration is stale for readers';

/** An expression: ids of the sources that a list of a claim leads to. */
export const keptSources = (claim: string, list: string): string =>
  `COLLECT { MATCH (${claim})-[r:${relationshipOf('Claim', edgeOf('Claim', list))}]->(s) WITH s, r ORDER BY r.position RETURN s.id }`;

/** Of settled claims, by id: some at a time. */
export async function* settledClaims(
  pages: Pages,
  kept: string,
  finding: (kept: readonly SettledCorroboration[]) => Promise<Finding[]>,
): AsyncGenerator<Finding[]> {
  for (let last = ''; ;) {
    const from = last;
    let upTo: string | undefined;
    const { found } = await pages.recurring(async () => {
      const rows = await pages.run<{ id: string; settled: boolean; kept: SettledCorroboration }>(
        `MATCH (c:Claim) WHERE c.id > $last WITH c ORDER BY c.id LIMIT ${SETTLED_AT_ONCE} RETURN c.id AS id, c.${UNSETTLED} IS NULL AS settled, ${kept} AS kept`,
        { last: from },
      );
      upTo = rows.at(-1)?.id;
      return { found: await finding(rows.flatMap((row) => (row.settled ? [row.kept] : []))) };
    });
    if (upTo === undefined) return;
    last = upTo;
    yield found;
  }
}

export async function* checkReadersNumbers(pages: Pages, answered: <T>(asking: Asking<T>) => Promise<T>): AsyncGenerator<Finding[]> {
  if (!(await everWithheld(pages.through))) {
    // Readers are given what everybody is.
    const [all, readers] = [keptSources('n', KNOWN_THROUGH.forAll), keptSources('n', KNOWN_THROUGH.forReaders)];
    yield* pages.of('Claim', `${all} <> ${readers}`, STALE);
    return;
  }
  const own = (name: string) => `${name}: CASE WHEN c.readersDiffer IS NULL THEN c.${name} ELSE c.${OF_READERS[name]!} END`;
  const sources = `knownOnlyThrough: ${keptSources('c', KNOWN_THROUGH.forReaders)}`;
  yield* settledClaims(pages, `{claim: c.id, ${[...KEPT_OF_CORROBORATION.map(own), sources].join(', ')}}`, (kept) =>
    corroborationFindings(kept, STALE, answered),
  );
  const stale =
    (message: string) =>
    (id: string): Finding => ({ record: 'Claim', id, message });
  const settled = `n.${UNSETTLED} IS NULL`;
  // Of claims that were worked out before anything was withheld there are none, and none are needed.
  const worked = `n.${OF_READERS['citationCount']!} IS NOT NULL`;
  yield* pages.found(
    'Claim',
    `${settled} AND (n.readersDiffer IS NOT NULL) <> (${worked} AND (${readersDiffer('n')}))`,
    stale('whether it has other numbers for readers is stale'),
  );
  yield* pages.found('Claim', `${settled} AND NOT ${saidIsRight}`, stale('its dates or its number of citations are stale for readers'));
}

/** True of a claim `n` whose dates and number of citations are, for readers, those of the citations that they see. */
const saidIsRight = (() => {
  const own = (name: string, bound = '') =>
    `CASE WHEN n.readersDiffer IS NULL THEN n.${name}${bound} ELSE n.${OF_READERS[name]!}${bound} END`;
  const date = (name: string, from: string) => [
    `coalesce(${own(name)}, '') = coalesce(${from}.effectiveDate, '')`,
    ...DATE_PARTS.map(({ suffix, absent }) => `${own(name, suffix)} = coalesce(${from}.effectiveDate${suffix}, ${absent})`),
  ];
  const conditions = [`${own('citationCount')} = citations`, ...date('firstSaid', 'first'), ...date('lastSaid', 'last')];
  return `head(COLLECT { OPTIONAL MATCH (n)<-[:CLAIM]-(x:Citation) WHERE x.${RETRACTED} = false AND x.withheld IS NULL
    WITH x ORDER BY x.effectiveDateLower, x.id WITH count(x) AS citations, [each IN collect(x) WHERE each.effectiveDateLower > ${NO_DATE}] AS dated
    WITH citations, dated[0] AS first, dated[-1] AS last RETURN coalesce(${conditions.join(' AND ')}, false) })`;
})();
