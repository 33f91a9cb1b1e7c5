import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { EngineStatus } from '../../src/contracts/engine.ts';
import { silentLogger } from '../../src/logger.ts';
import { createHealthRoutes } from '../../src/web/health-routes.ts';
import { createHttpServer } from '../../src/web/http-server.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach(close => close()));

async function scrape(status: () => Promise<EngineStatus>): Promise<{ type: string; lines: string[] }> {
  const routes = createHealthRoutes({ store: { ping: async () => true }, engine: { status } });
  const server = createHttpServer(routes, silentLogger);
  closing.push(() => server.close());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  expect(answer.status).toBe(200);
  return { type: answer.headers.get('content-type') ?? '', lines: (await answer.text()).split('\n') };
}

describe('the metrics', () => {
  it('tell runs by state and what the process uses, in Prometheus’ text format', async () => {
    const { type, lines } = await scrape(async () => ({ queued: 3, running: 2, waiting: 1, failed: 0 }));
    expect(type).toContain('version=0.0.4');
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE devops_runs gauge',
        'devops_runs{state="queued"} 3',
        'devops_runs{state="running"} 2',
        'devops_runs{state="waiting"} 1',
        'devops_runs{state="failed"} 0',
        'devops_database_up 1',
        '# TYPE process_cpu_seconds_total counter',
        expect.stringMatching(/^process_resident_memory_bytes \d{7,}$/),
        expect.stringMatching(/^process_uptime_seconds [\d.]+$/),
      ]),
    );
    const samples = lines.filter(line => line !== '' && !line.startsWith('#'));
    for (const sample of samples) expect(sample).toMatch(/^[a-z_]+(\{state="[a-z]+"\})? [\d.e+-]+$/);
  });

  it('are there without the database, and say that it is not', async () => {
    const { lines } = await scrape(() => Promise.reject(new Error('connection refused')));
    expect(lines).toContain('devops_database_up 0');
    expect(lines.join('\n')).not.toMatch(/devops_runs|refused/);
  });
});
