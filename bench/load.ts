import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** What a load came to; latencies in milliseconds. */
export type LoadResult = {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
};

/** Signed deliveries to a webhook endpoint: `connections` at once, either as fast as they go or at a fixed rate. */
export async function load(options: {
  readonly url: string;
  readonly secret: string;
  readonly event: string;
  readonly body: string;
  readonly count: number;
  readonly connections: number;
  /** Deliveries a second over all connections; undefined sends as fast as answers come. */
  readonly perSecond?: number;
}): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const signature = `sha256=${createHmac('sha256', options.secret).update(options.body).digest('hex')}`;
  const latencies: number[] = [];
  let errors = 0;
  let next = 0;
  const startedAt = performance.now();
  const lane = async (): Promise<void> => {
    while (next < options.count) {
      const number = next++;
      if (options.perSecond !== undefined) {
        const dueIn = startedAt + (number * 1000) / options.perSecond - performance.now();
        if (dueIn > 0) await new Promise(resolve => setTimeout(resolve, dueIn));
      }
      const before = performance.now();
      const status = await send({ ...options, signature, agent });
      latencies.push(performance.now() - before);
      if (status < 200 || status >= 300) errors++;
    }
  };
  await Promise.all(Array.from({ length: options.connections }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const quantile = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    errors,
  };
}

function send(options: {
  readonly url: string;
  readonly event: string;
  readonly body: string;
  readonly signature: string;
  readonly agent: Agent;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(options.url, {
      method: 'POST',
      agent: options.agent,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(options.body),
        'x-github-event': options.event,
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': options.signature,
      },
    });
    outgoing.on('response', response => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}
