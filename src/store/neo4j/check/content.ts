/** Texts, passages and chains, looked over. */
import type { Finding } from '../../check/checks.js';
import { cycleFindings, passageFindings, textFindings, type KeptPassage } from '../../check/content.js';
import { textWords } from '../../../model/searched.js';
import { PEER_LISTS } from '../../../model/peers.js';
import { peerRelationship } from '../names.js';
import type { Pages } from './pages.js';

/** Each may bring a text of a megabyte with it. */
const PASSAGES_AT_ONCE = 50;
const TEXTS_AT_ONCE = 20;
const RELAYING_AT_ONCE = 1_000;

export async function* checkTexts(pages: Pages): AsyncGenerator<Finding[]> {
  for (let last = ''; ;) {
    const texts = await pages.run<{ digest: string; text: string }>(
      `MATCH (t:SourceText) WHERE t.digest > $last WITH t ORDER BY t.digest LIMIT ${TEXTS_AT_ONCE} RETURN t.digest AS digest, t.text AS text`,
      { last },
    );
    if (texts.length === 0) return;
    last = texts.at(-1)!.digest;
    yield textFindings(texts);
  }
}

/** Whether the search finds each text by its words. */
export async function* checkTextWords(pages: Pages): AsyncGenerator<Finding[]> {
  for (let last = ''; ;) {
    const texts = await pages.run<{ digest: string; text: string; words: string | null }>(
      `MATCH (t:SourceText) WHERE t.digest > $last WITH t ORDER BY t.digest LIMIT ${TEXTS_AT_ONCE} RETURN t.digest AS digest, t.text AS text, t.words AS words`,
      { last },
    );
    if (texts.length === 0) return;
    last = texts.at(-1)!.digest;
    yield texts.flatMap(({ digest, text, words }): Finding[] =>
      words === textWords(text) ? [] : [{ record: 'Source', message: `the search does not find the text ${digest} by exactly its words` }],
    );
  }
}

export async function* checkPassages(pages: Pages): AsyncGenerator<Finding[]> {
  const members = ['state', 'exact', 'prefix', 'suffix', 'start', 'end'].map((name) => `\`${name}\`: n.passage_${name}`);
  for (let last = ''; ;) {
    const rows = await pages.run<{ id: string; passage: KeptPassage | null }>(
      `MATCH (n:Citation) WHERE n.id > $last WITH n ORDER BY n.id LIMIT ${PASSAGES_AT_ONCE}
       RETURN n.id AS id, CASE WHEN n.passage_present THEN {id: n.id, ${members.join(', ')}, text: CASE WHEN n.passage_state = 'VERIFIED'
         THEN head(COLLECT { MATCH (n)-[:SOURCE]->(s) MATCH (t:SourceText) WHERE t.digest = s.digest RETURN t.text }) END} END AS passage`,
      { last },
    );
    if (rows.length === 0) return;
    last = rows.at(-1)!.id;
    yield passageFindings(rows.flatMap(({ passage }) => passage ?? []));
  }
}

export async function* checkCycles(pages: Pages): AsyncGenerator<Finding[]> {
  for (const { record, name } of PEER_LISTS) {
    const steps = new Map<string, readonly string[]>();
    for (let last = ''; ;) {
      const rows = await pages.run<{ id: string; to: string[] }>(
        `MATCH (n:${record}) WHERE n.id > $last WITH n ORDER BY n.id LIMIT ${RELAYING_AT_ONCE} RETURN n.id AS id, COLLECT { MATCH (n)-[:${peerRelationship(name)}]->(x) RETURN x.id } AS to`,
        { last },
      );
      if (rows.length === 0) break;
      last = rows.at(-1)!.id;
      for (const { id, to } of rows) if (to.length > 0) steps.set(id, to);
      yield [];
    }
    yield cycleFindings(record, steps);
  }
}
