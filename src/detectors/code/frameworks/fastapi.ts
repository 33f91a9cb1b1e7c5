import type { FrameworkModel, ParameterModel } from '../engine/model.ts';

const harmlessTypes =
  /^(?:Optional\[)?(?:int|float|bool|UUID|uuid\.UUID|date|datetime|Decimal|\w*Session|BackgroundTasks|Response)\b/;

/** FastAPI: a path operation's parameters come from the request (fastapi.tiangolo.com/tutorial). */
export const fastapi: FrameworkModel = {
  language: 'python',
  sources: [
    {
      refs: [
        'query_params',
        'path_params',
        'headers',
        'cookies',
        'url',
        'json()',
        'body()',
        'form()',
        'stream()',
        'query_string',
        'args',
        'match_info',
        'post()',
        'text()',
        'rel_url',
        'query',
      ].map(part => `starlette.request.${part}`),
      label: 'an HTTP request value',
    },
  ],
  entry({ code, decorators, decorators: [first] }) {
    const route = decorators.find(decorator =>
      /^(?:get|post|put|patch|delete|head|options|api_route|websocket)$/.test(decorator.method),
    );
    if (route === undefined || first === undefined) {
      const typed = code.parameters.some(parameter =>
        /^(?:web\.|aiohttp\.web\.|starlette\.requests\.)?Request\b/.test(parameter.annotation),
      );
      return typed
        ? code.parameters.map(parameter =>
            /Request\b/.test(parameter.annotation) ? { ref: 'starlette.request' } : undefined,
          )
        : undefined;
    }
    return code.parameters.map((parameter): ParameterModel => {
      if (/(?:^|\.)Request\b/.test(parameter.annotation)) return { ref: 'starlette.request' };
      const depends =
        parameter.defaultValue?.kind === 'call' &&
        parameter.defaultValue.callee.kind === 'name' &&
        /^(?:Depends|Security)$/.test(parameter.defaultValue.callee.variable.name);
      if (depends || /Depends\(/.test(parameter.annotation) || harmlessTypes.test(parameter.annotation))
        return undefined;
      return parameter.name === 'self' || parameter.name === 'db'
        ? undefined
        : { label: 'an HTTP request value' };
    });
  },
};
