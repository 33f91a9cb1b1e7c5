import type { FrameworkModel } from '../engine/model.ts';

const label = 'an HTTP request value';

/** Tornado: a handler reads its arguments from itself (www.tornadoweb.org/en/stable/web.html). */
export const tornado: FrameworkModel = {
  language: 'python',
  sources: [
    {
      refs: [
        'get_argument()',
        'get_arguments()',
        'get_body_argument()',
        'get_body_arguments()',
        'get_query_argument()',
        'get_query_arguments()',
        'get_cookie()',
        'path_args',
        'path_kwargs',
        'request.body',
        'request.headers',
        'request.uri',
        'request.path',
        'request.query',
        'request.host',
        'request.arguments',
        'request.body_arguments',
        'request.query_arguments',
        'request.cookies',
        'request.files',
      ].map(part => `tornado.handler.${part}`),
      label,
    },
  ],
  instance: bases =>
    bases.some(base => /(?:RequestHandler|WebSocketHandler)$/.test(base)) ? 'tornado.handler' : undefined,
  entry({ code, bases }) {
    if (!bases.some(base => /(?:RequestHandler|WebSocketHandler|BaseHandler)$/.test(base))) return undefined;
    if (!/^(?:get|post|put|patch|delete|head|on_message)$/.test(code.name)) return undefined;
    return code.parameters.map((_, at) => (at === 0 ? undefined : { label: 'a URL path parameter' }));
  },
};
