import type { EntryView, FrameworkModel, ParameterModel } from '../engine/model.ts';

const parts = [
  'args',
  'form',
  'values',
  'json',
  'data',
  'cookies',
  'headers',
  'files',
  'query_string',
  'path',
  'full_path',
  'url',
  'base_url',
  'host',
  'stream',
  'get_json()',
  'get_data()',
  'environ',
  'view_args',
  'referrer',
  'user_agent',
  'remote_user',
];
const label = 'an HTTP request value';

/** Flask, Quart, Bottle and Sanic (flask.palletsprojects.com/api/#incoming-request-data). */
export const flask: FrameworkModel = {
  language: 'python',
  sources: [
    {
      refs: ['flask.request', 'quart.request', 'bottle.request', 'sanic.request'].flatMap(request =>
        parts.map(part => `${request}.${part}`),
      ),
      label,
    },
    {
      refs: ['query', 'forms', 'params', 'GET', 'POST', 'url_args'].map(part => `bottle.request.${part}`),
      label,
    },
  ],
  entry(entry) {
    const route = routeOf(entry);
    if (route === undefined) return undefined;
    return entry.code.parameters.map((parameter): ParameterModel => {
      if (parameter.name === 'self') return undefined;
      // `<int:id>` converts; `<id>` and `<path:id>` pass any text on.
      const converted = new RegExp(`<(?:int|float|uuid)(?:\\([^)]*\\))?:${parameter.name}>`).test(route);
      if (converted) return 'harmless';
      return !route.includes(parameter.name) ? undefined : { label: 'a URL path parameter' };
    });
  },
};

/** The path of the route decorator on a function; undefined when there is none or it is another framework's. */
function routeOf({ decorators }: EntryView): string | undefined {
  for (const decorator of decorators) {
    if (!/^(?:route|get|post|put|delete|patch)$/.test(decorator.method)) continue;
    const path = decorator.arg(0)?.constant ?? decorator.arg('rule')?.constant;
    if (typeof path === 'string' && path.includes('<')) return path;
  }
  return undefined;
}
