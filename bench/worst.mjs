/**
 * The worst requests of one caller beside point reads of another, by `node bench/worst.mjs [scale] [pattern of names]`:
 * what each is said to cost, how it ends and when, and the longest that the other caller waited meanwhile. Each is sent
 * `TIMES` times, and the worst of them is shown.
 */
import { PREPARED, WORST } from '../test/support/worst.ts';
import { clientFrom, JSON_TYPE, onEachStore, quantile, serve } from './served.mjs';

const scale = Number(process.argv[2] ?? 0.15);
const only = new RegExp(process.argv[3] ?? '');
const TIMES = 2;
/** Milliseconds between two point reads. */
const PAUSE = 5;
/** Milliseconds after which a request that has no end, such as a subscription, is left. */
const LEFT_AFTER = 12_000;
const POINT = { headers: JSON_TYPE, body: JSON.stringify({ query: '{ entity(key: "e7") { id key defaultName } }' }) };

await onEachStore(scale, PREPARED, measure);

async function measure(name, address) {
  const server = await serve(address, ['--anonymous-role', 'contributor', '--rate-max', '0']);
  const [worst, other] = [clientFrom('127.0.0.2'), clientFrom('127.0.0.3')];
  for (let index = 0; index < 500; index++) await other.ask(server.url, POINT);
  const alone = (await beside(server, other, new Promise((resolve) => setTimeout(resolve, 3_000)))).sort((a, b) => a - b);
  console.log(
    `\n${name}, scale ${scale}: a point read alone p50 ${quantile(alone, 0.5).toFixed(1)}, p99 ${quantile(alone, 0.99).toFixed(1)}, longest ${alone.at(-1).toFixed(1)} ms\n`,
  );
  console.log('| request | cost | ends with | after ms | the other: p99 ms | longest ms |\n| --- | --- | --- | --- | --- | --- |');
  const over = [];
  for (const request of WORST.filter((each) => only.test(each.name))) {
    const shown = { after: 0, longest: 0, p99: 0 };
    for (let time = 0; time < TIMES; time++) {
      const began = performance.now();
      const ended = Promise.race([
        worst.ask(server.url, request),
        new Promise((resolve) => setTimeout(() => resolve({ status: 'left', text: '' }), LEFT_AFTER)),
      ]);
      const waits = (await beside(server, other, ended)).sort((a, b) => a - b);
      const { status, text } = await ended;
      shown.after = Math.max(shown.after, performance.now() - began);
      shown.longest = Math.max(shown.longest, waits.at(-1) ?? 0);
      shown.p99 = Math.max(shown.p99, quantile(waits, 0.99) || 0);
      shown.status = `${status} ${/"code":"(\w+)"/.exec(text)?.[1] ?? ''}`.trim();
      shown.cost = /"cost":\{"cost":(\d+)/.exec(text)?.[1] ?? '–';
    }
    if (shown.longest > 100) over.push(request.name);
    console.log(
      `| ${request.name} | ${shown.cost} | ${shown.status} | ${shown.after.toFixed(0)} | ${shown.p99.toFixed(1)} | ${shown.longest.toFixed(1)} |`,
    );
  }
  console.log(
    `\n${name}: ${over.length} of them kept the other caller waiting for more than 100 ms${over.length > 0 ? `: ${over.join('; ')}` : ''}`,
  );
  worst.close();
  other.close();
  await server.stop();
}

/** Point reads, one after the other, until something is over; milliseconds of each. */
async function beside(server, client, something) {
  const over = new AbortController();
  void something.finally(() => over.abort());
  const waits = [];
  do {
    const began = performance.now();
    const { status } = await client.ask(server.url, POINT);
    if (status !== 200) throw new Error(`a point read was answered ${status}`);
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  } while (!over.signal.aborted);
  return waits;
}
