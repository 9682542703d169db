/** Load by HTTP: each client sends its next request when it has the last answer. Latencies in milliseconds, sorted. */
import { Agent, request } from 'node:http';

export async function press(url, bodies, clients, milliseconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + milliseconds;
  const times = [];
  const client = async (offset) => {
    for (let index = offset; performance.now() < until; index++) {
      const started = performance.now();
      await post(url, bodies[index % bodies.length], agent);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  agent.destroy();
  return times.sort((a, b) => a - b);
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
