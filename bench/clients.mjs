/**
 * How many clients are served, by `node bench/clients.mjs [scale] [seconds]`: 1 to 256 clients of one caller, each sending
 * its next question when it has the last answer; then a caller alone beside one that floods. On both stores, default limits.
 */
import { clientFrom, JSON_TYPE, onEachStore, quantile, serve } from './served.mjs';
import { bodies, SHAPES } from './shapes.mjs';

const scale = Number(process.argv[2] ?? 0.15);
const seconds = Number(process.argv[3] ?? 10);
const COUNTS = [1, 4, 8, 32, 64, 256];
const { query, variables } = SHAPES.find(({ name }) => name === 'dossier');
const asked = bodies(query, variables).map((body) => ({ headers: JSON_TYPE, body }));

await onEachStore(scale, [], async (name, address) => {
  const server = await serve(address);
  await closed(server, name);
  await besideAFlood(server, name);
  await server.stop();
});

async function closed(server, name) {
  console.log(
    `\n${name}, scale ${scale}, dossier\n\n| clients | answered / s | p50 / p95 / longest ms | not answered |\n| --- | --- | --- | --- |`,
  );
  await press(server, '127.0.0.2', 8, 5_000);
  for (const clients of COUNTS) {
    const { times, others } = await press(server, '127.0.0.2', clients, seconds * 1_000);
    console.log(`| ${clients} | ${Math.round(times.length / seconds)} | ${told(times)} | ${JSON.stringify(others)} |`);
  }
}

async function besideAFlood(server, name) {
  const alone = await press(server, '127.0.0.3', 1, seconds * 1_000);
  const flood = press(server, '127.0.0.2', 64, (seconds + 2) * 1_000);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const beside = await press(server, '127.0.0.3', 1, seconds * 1_000);
  await flood;
  const ratio = quantile(beside.times, 0.95) / quantile(alone.times, 0.95);
  console.log(
    `\n${name}: one client alone ${told(alone.times)}; beside another caller's 64 ${told(beside.times)} ms, not answered ${JSON.stringify(beside.others)}: p95 ${ratio.toFixed(2)} times`,
  );
}

/** What so many clients of one address are answered, each asking again at once. */
async function press(server, address, clients, milliseconds) {
  const caller = clientFrom(address, clients);
  const until = performance.now() + milliseconds;
  const times = [];
  const others = {};
  const client = async (offset) => {
    for (let index = offset; performance.now() < until; index++) {
      const began = performance.now();
      const { status } = await caller.ask(server.url, asked[index % asked.length]);
      if (status === 200) times.push(performance.now() - began);
      else others[status] = (others[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  caller.close();
  return { times: times.sort((a, b) => a - b), others };
}

function told(times) {
  return [quantile(times, 0.5), quantile(times, 0.95), times.at(-1) ?? NaN].map((each) => each.toFixed(1)).join(' / ');
}
