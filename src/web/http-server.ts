import { createServer, type Server } from 'node:http';
import { errorFields, type Logger } from '../logger.ts';
import { answerJson, type Route } from './route.ts';

/** An HTTP server over a fixed list of routes; everything else is 404, and an exception is a bare 500. */
export function createHttpServer(routes: readonly Route[], logger: Logger): Server {
  const byKey = new Map(routes.map(route => [`${route.method} ${route.path}`, route]));
  return createServer({ requestTimeout: 30_000 }, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const route = byKey.get(`${request.method} ${path}`);
    if (route === undefined) return answerJson(response, 404, { error: 'not found' });
    route.handle(request, response).catch((error: unknown) => {
      logger.error('Request failed', { path, ...errorFields(error) });
      if (!response.headersSent) answerJson(response, 500, { error: 'internal error' });
      else response.destroy();
    });
  });
}
