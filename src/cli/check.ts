/** `claimgraph check`: exit code 0 when all is well, 1 when something was found. */
import { readFileSync } from 'node:fs';
import type { Settings } from '../config/settings.js';
import { sha256 } from '../model/changeset/passages.js';
import { anchorPassage } from '../model/values/passages.js';
import { EVERYTHING, type PlanOf, type Position, type Selection } from '../plan/plan.js';
import type { Row } from '../plan/rows.js';
import { openStore } from '../store/open.js';
import type { CheckFinding, Store } from '../store/store.js';

export async function check(settings: Settings, textFile: string | undefined): Promise<number> {
  const store = await openStore(settings);
  try {
    const findings = await store.check(({ step }) => console.log(`checking ${step}`));
    if (textFile !== undefined) findings.push(...(await checkText(store, readFileSync(textFile, 'utf8'))));
    for (const { check: name, record, id, message } of findings)
      console.log(`${name}: ${[record, id].filter(Boolean).join(' ')} ${message}`);
    console.log(findings.length === 0 ? 'all is well' : `${findings.length} findings`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

const PASSAGE: Selection = {
  shape: 'Citation',
  fields: ['id'],
  edges: [
    {
      kind: 'plain',
      slot: 'passage',
      edge: 'passage',
      selection: { shape: 'Passage', fields: ['exact', 'prefix', 'suffix', 'start', 'end'], edges: [] },
    },
  ],
};
const PASSAGES_AT_ONCE = 500;

/** Passages of a source whose text is not kept, against the text itself: its digest says which source it is. */
async function checkText(store: Store, text: string): Promise<CheckFinding[]> {
  const digest = sha256(text);
  const findings: CheckFinding[] = [];
  let checked = 0;
  for (let after: Position | undefined; ;) {
    const plan: PlanOf<'list'> = {
      kind: 'list',
      record: 'Citation',
      list: {
        where: {
          kind: 'all',
          conditions: [
            { kind: 'related', edge: 'passage', condition: EVERYTHING },
            { kind: 'related', edge: 'source', condition: { kind: 'in', field: 'digest', values: [digest] } },
          ],
        },
        retracted: 'EXCLUDE',
        order: [{ field: 'createdAt', direction: 'ASC', nulls: 'LAST' }],
        page: { size: PASSAGES_AT_ONCE, direction: 'forward', after, wants: { items: true, total: false, previous: false, next: false } },
        selection: PASSAGE,
      },
    };
    const rows = await store.read(plan);
    for (const { row } of rows.page.items) {
      checked++;
      const anchored = anchorPassage(text, withoutNulls(row['passage'] as Row));
      if (!anchored.ok)
        findings.push({
          check: 'text',
          record: 'Citation',
          id: row['id'] as string,
          message: `${anchored.refusal.message}; ${anchored.refusal.hint}`,
        });
    }
    if (!rows.page.hasNext) break;
    after = rows.page.items.at(-1)!.position;
  }
  console.log(`${checked} passages of the text ${digest} checked`);
  if (checked === 0) findings.push({ check: 'text', message: 'no source with passages has this text' });
  return findings;
}

function withoutNulls(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
