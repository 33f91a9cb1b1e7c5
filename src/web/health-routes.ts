import type { RunEngine } from '../contracts/engine.ts';
import type { Store } from '../contracts/store.ts';
import { answerJson, type Route } from './route.ts';

/** `GET /healthz`: the process answers. `GET /readyz`: the database answers and runs can be taken. */
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
  ];
}
