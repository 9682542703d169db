/** The file itself: sound, and with every table, index, trigger and view that it is to have. */
import Database from 'better-sqlite3';
import type { Finding } from '../../check/checks.js';
import { wholeSchema } from '../schema.js';
import type { Pages } from './pages.js';

interface Made {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

const MADE = `SELECT "type", "name", "sql" FROM sqlite_master WHERE "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
/** A file of an earlier model had columns added to it: its text is another. */
const ALTERED = 'model';

export async function* checkStorage({ database }: Pages): AsyncGenerator<Finding[]> {
  const rows = database.pragma('integrity_check') as { integrity_check: string }[];
  yield rows.filter((row) => row.integrity_check !== 'ok').map((row) => ({ message: row.integrity_check }));
  const wanted = new Database(':memory:');
  wanted.exec(wholeSchema());
  const expected = wanted.prepare(MADE).all() as Made[];
  wanted.close();
  const found = new Map((database.prepare(MADE).all() as Made[]).map((made) => [`${made.type} ${made.name}`, made.sql]));
  yield expected.flatMap(({ type, name, sql }) => {
    const made = found.get(`${type} ${name}`);
    if (made === undefined) return [{ message: `the ${type} ${name} is missing` }];
    return made === sql || name === ALTERED ? [] : [{ message: `the ${type} ${name} is not defined as expected` }];
  });
}
