/** Writes small changesets and says each one's key once it is acknowledged: `FILE NAME COUNT`. */
import { openSqliteStore } from '../../dist/store/sqlite/sqlite-store.js';

const [file, name, count] = process.argv.slice(2);
const store = openSqliteStore(file, { busyTimeout: 20_000 });
const en = (text) => [{ language: 'en', text }];
for (let index = 0; index < Number(count); index++) {
  const key = `${name}-${index}`;
  const result = await store.write({
    items: [
      { source: { key: `source-${key}`, kind: 'POST', title: 'A post' } },
      {
        claim: {
          key,
          texts: en(`Claim ${key}`),
          citations: [1, 2].map((number) => ({ key: `${key}-${number}`, source: `source-${key}`, stance: 'SUPPORTS' })),
        },
      },
    ],
  });
  if (!result.applied) throw new Error(JSON.stringify(result));
  process.stdout.write(`${key}\n`);
}
await store.close();
