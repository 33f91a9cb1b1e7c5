import type { RunEngine } from '../contracts/engine.ts';
import type { Store } from '../contracts/store.ts';
import { metricsContentType, renderMetrics } from './metrics.ts';
import { answerJson, type Route } from './route.ts';

/**
 * `GET /healthz`: the process answers. `GET /readyz`: the database answers and runs can be taken. `GET /metrics`: both
 * in figures, for Prometheus; a database that does not answer is one of them.
 */
export function createHealthRoutes(parts: {
  readonly store: Pick<Store, 'ping'>;
  readonly engine: Pick<RunEngine, 'status'>;
}): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      handle: async (_request, response) => answerJson(response, 200, { status: 'ok' }),
    },
    {
      method: 'GET',
      path: '/readyz',
      async handle(_request, response) {
        const ready = await parts.store.ping().catch(() => false);
        if (!ready) return answerJson(response, 503, { status: 'database unavailable' });
        answerJson(response, 200, { status: 'ready', ...(await parts.engine.status()) });
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      async handle(_request, response) {
        const runs = await parts.engine.status().catch(() => undefined);
        const { user, system } = process.cpuUsage();
        const text = renderMetrics(runs, {
          residentBytes: process.memoryUsage.rss(),
          cpuMicroseconds: user + system,
          uptimeSeconds: process.uptime(),
        });
        response.writeHead(200, { 'content-type': metricsContentType }).end(text);
      },
    },
  ];
}
