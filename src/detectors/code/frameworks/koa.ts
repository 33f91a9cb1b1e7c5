import type { FrameworkModel } from '../engine/model.ts';

/** Koa: a handler receives a context (koajs.com/#context). */
export const koa: FrameworkModel = {
  language: 'javascript',
  sources: [
    {
      refs: [
        'query',
        'querystring',
        'params',
        'path',
        'url',
        'originalUrl',
        'href',
        'search',
        'headers',
        'header',
        'host',
        'hostname',
        'get()',
        'cookies.get()',
        'request.query',
        'request.body',
        'request.params',
        'request.url',
        'request.path',
        'request.headers',
        'request.header',
        'request.rawBody',
        'request.files',
        'request.get()',
        'req.url',
        'req.headers',
        'req.query()',
        'req.param()',
        'req.json()',
        'req.header()',
        'req.text()',
        'req.parseBody()',
        'req.queries()',
        'req.formData()',
        'req.raw',
        'req.path',
      ].map(name => `koa.context.${name}`),
      label: 'an HTTP request value',
    },
  ],
  entry({ code, passedTo }) {
    const [first] = code.parameters;
    const isContext =
      first !== undefined &&
      (/^(?:ctx|context)$/.test(first.name) ||
        /^(?:Koa\.)?(?:ParameterizedContext|Context|RouterContext)\b/.test(first.annotation));
    const isRoute =
      passedTo === undefined
        ? code.parameters.length <= 2
        : /^(?:get|post|put|patch|delete|all|use|del)$/.test(passedTo.method);
    return isContext && isRoute ? [{ ref: 'koa.context' }] : undefined;
  },
};
