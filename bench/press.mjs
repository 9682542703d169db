/** Load: each client sends its next request when it has the last answer. Latencies in milliseconds, sorted. */
import { Agent, request } from 'node:http';

export async function pressWith(send, clients, milliseconds) {
  const until = performance.now() + milliseconds;
  const times = [];
  const client = async (offset) => {
    for (let index = offset; performance.now() < until; index++) {
      const started = performance.now();
      await send(index);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return times.sort((a, b) => a - b);
}

/** The load by HTTP. */
export async function press(url, bodies, clients, milliseconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times = await pressWith((index) => post(url, bodies[index % bodies.length], agent), clients, milliseconds);
  agent.destroy();
  return times;
}

function post(url, body, agent) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode !== 200 || text.startsWith('{"errors"'))
            reject(new Error(`${response.statusCode} ${text.slice(0, 300)}`));
          else resolve(text);
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
