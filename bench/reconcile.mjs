/**
 * How well the reconciliation service finds who is meant: 500 names as people type them, of a graph of
 * some thousands in four scripts. `node bench/reconcile.mjs`: recall among the first five, and how often
 * the first is the right one, by what was done to the name.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../dist/config/settings.js';
import { createServer } from '../dist/http/server.js';
import { openStore } from '../dist/store/open.js';
import { random } from './generate.mjs';

const QUERIES = 500;

/** Given names and family names: as they are written, and as they are usually written in Latin letters. */
const PEOPLE = {
  ru: [
    'Владимир/Vladimir Сергей/Sergei Александр/Alexander Алексей/Alexey Дмитрий/Dmitry Наталья/Natalia Юлия/Yulia Екатерина/Ekaterina Михаил/Mikhail Фёдор/Fyodor Евгений/Yevgeny Ольга/Olga Татьяна/Tatiana Ирина/Irina Игорь/Igor',
    'Иванов/Ivanov Кузнецов/Kuznetsov Шевченко/Shevchenko Чайковский/Tchaikovsky Жуков/Zhukov Хрущёв/Khrushchev Ельцин/Yeltsin Щербаков/Shcherbakov Цветаева/Tsvetaeva Юрьев/Yuryev Соловьёв/Solovyov Яшин/Yashin Медведев/Medvedev Лебедев/Lebedev Гордеев/Gordeev',
  ],
  ar: [
    'محمد/Mohammed أحمد/Ahmed علي/Ali حسن/Hassan خالد/Khaled يوسف/Youssef عمر/Omar فاطمة/Fatima مريم/Mariam ليلى/Layla سعيد/Said طارق/Tariq',
    'السيسي/al-Sisi الأسد/al-Assad حداد/Haddad منصور/Mansour سلمان/Salman النجار/al-Najjar الحريري/Hariri زيدان/Zidane القذافي/Gaddafi بركات/Barakat',
  ],
  fr: [
    'Élise François Hélène André Noémie Jérôme Zoé Benoît Chloé Frédéric Inès Rémi Anaïs Stéphane Océane',
    'Lefèvre Dupré Béranger Châtelain Guérin Hébert Mélenchon Pécresse Trujillo Douliéry Côté Gaëtan Lœuillet Prévost Sœur',
  ],
  en: [
    'John Mary Catherine Stephen William Elizabeth George Margaret Philip Siobhan Thomas Harriet Edward Alice Geoffrey',
    'Matze Whittaker Thompson MacDonald O’Brien Featherstone Cholmondeley Blackwood Harrington Sutherland Fitzgerald Wainwright Abernathy Kowalski Vandenberg',
  ],
};
const ORGANIZATIONS =
  'Ministry of Energy|Banque nationale du Nord|Harbour Authority|Réseau des écoles|Institute for Water|Crown Broadcasting|Agence des marchés|Union of Journalists|Commission électorale|Grain Traders';

const next = random(20_260_101);
const below = (limit) => Math.floor(next() * limit);
const pick = (list) => list[below(list.length)];

function people() {
  const found = [];
  for (const [language, [given, family]] of Object.entries(PEOPLE)) {
    for (const first of given.split(' '))
      for (const last of family.split(' ')) {
        const written = [first, last].map((name) => name.split('/')[0]);
        const latin = [first, last].map((name) => name.split('/').at(-1));
        found.push({ language, kind: 'PERSON', name: written.join(' '), latin: latin.join(' ') });
      }
  }
  for (const name of ORGANIZATIONS.split('|'))
    for (let index = 1; index <= 60; index++)
      found.push({ language: 'fr', kind: 'ORGANIZATION', name: `${name} ${index}`, latin: `${name} ${index}` });
  return found.map((each, index) => ({ ...each, key: `n${index}` }));
}

const letters = (name) => [...name];

/** One letter missing, doubled, or two of them swapped; not the first of a word. */
function typo(name) {
  const points = letters(name);
  const places = points
    .map((_, index) => index)
    .filter((index) => index > 0 && /\p{L}/u.test(points[index]) && /\p{L}/u.test(points[index - 1]));
  const at = pick(places);
  const way = below(3);
  if (way === 0) points.splice(at, 1);
  else if (way === 1) points.splice(at, 0, points[at]);
  else if (/\p{L}/u.test(points[at + 1] ?? '')) points.splice(at, 2, points[at + 1], points[at]);
  else points.splice(at, 1);
  return points.join('');
}

const WAYS = {
  'as it is': ({ name }) => name,
  'without accents, capitals': ({ name }) => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
  'family name first': ({ name }) => name.split(' ').toReversed().join(', '),
  'one typo': ({ name }) => typo(name),
  'two typos': ({ name }) => typo(typo(name)),
  'in Latin letters': ({ latin }) => latin,
  'in Latin letters, family name first, a typo': ({ latin }) => typo(latin.split(' ').toReversed().join(' ')),
};

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-reconcile-'));
const settings = readSettings({ CLAIMGRAPH_STORE: join(folder, 'graph.db') });
const store = await openStore(settings, 'make');
const server = await createServer({ store, settings });
try {
  const all = people();
  const items = all.map(({ key, kind, language, name }) => ({ entity: { key, kind, names: [{ language, text: name }] } }));
  await store.write({ items });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const ids = new Map((await everything(url)).map(({ id, key }) => [key, id]));
  console.log(
    `${all.length} entities, ${QUERIES} names\n\n| what was done to the name | names | recall@5 | precision@1 |\n| --- | --- | --- | --- |`,
  );
  const totals = { asked: 0, among: 0, first: 0, elapsed: 0 };
  const ways = Object.entries(WAYS);
  for (const [way, make] of ways) {
    const meant = Array.from({ length: Math.ceil(QUERIES / ways.length) }, () => {
      // Latin letters say something of other scripts alone.
      const from = way.includes('Latin') ? all.filter(({ language }) => language === 'ru' || language === 'ar') : all;
      return pick(from);
    });
    const started = performance.now();
    const answers = await ask(url, meant.map(make));
    totals.elapsed += performance.now() - started;
    const places = meant.map(({ key }, index) => answers[index].findIndex(({ id }) => id === ids.get(key)));
    const among = places.filter((place) => place >= 0).length;
    const first = places.filter((place) => place === 0).length;
    totals.asked += meant.length;
    totals.among += among;
    totals.first += first;
    console.log(`| ${way} | ${meant.length} | ${share(among, meant.length)} | ${share(first, meant.length)} |`);
  }
  console.log(`| all | ${totals.asked} | ${share(totals.among, totals.asked)} | ${share(totals.first, totals.asked)} |`);
  console.log(`\n${(totals.elapsed / totals.asked).toFixed(1)} ms a name, in batches of 50`);
} finally {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
}

function share(count, of) {
  return (count / of).toFixed(3);
}

async function everything(url) {
  const found = [];
  for (let after = null; ;) {
    const query = 'query ($after: String) { entities(first: 100, after: $after) { nodes { id key } pageInfo { hasNextPage endCursor } } }';
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after } }),
    });
    const { nodes, pageInfo } = (await response.json()).data.entities;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

async function ask(url, names) {
  const answers = [];
  for (let start = 0; start < names.length; start += 50) {
    const queries = Object.fromEntries(names.slice(start, start + 50).map((query, index) => [`q${index}`, { query }]));
    const response = await fetch(`${url}/reconcile`, { method: 'POST', body: new URLSearchParams({ queries: JSON.stringify(queries) }) });
    const json = await response.json();
    answers.push(...Object.keys(queries).map((name) => json[name].result));
  }
  return answers;
}
