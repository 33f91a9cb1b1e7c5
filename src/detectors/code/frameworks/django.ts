import type { FrameworkModel, ParameterModel } from '../engine/model.ts';

const methodNames =
  /^(?:get|post|put|patch|delete|head|options|dispatch|get_queryset|get_context_data|form_valid|list|create|retrieve|update|destroy)$/;

/** Classes of Django, Django REST framework and aiohttp that find the request in `self.request`. */
const isView = /View(?:Set)?$|APIView|ViewSet$/;

/** Django and Django REST framework (docs.djangoproject.com/en/stable/ref/request-response). */
export const django: FrameworkModel = {
  language: 'python',
  sources: [
    {
      refs: [
        'GET',
        'POST',
        'COOKIES',
        'FILES',
        'META',
        'headers',
        'body',
        'path',
        'path_info',
        'get_full_path()',
        'build_absolute_uri()',
        'get_host()',
        'data',
        'query_params',
        'content_params',
        'query',
        'match_info',
        'rel_url',
        'post()',
        'text()',
        'json()',
        'query_string',
        'cookies',
        'args',
        'form',
        'values',
        'json',
        'params',
        'read()',
        'get_json()',
      ].map(part => `django.request.${part}`),
      label: 'an HTTP request value',
    },
    { refs: ['django.view.kwargs'], label: 'a URL path parameter' },
  ],
  instance: bases => (bases.some(base => isView.test(base)) ? 'django.view' : undefined),
  aliases: { 'django.view.request': 'django.request' },
  entry({ code, bases, decorators }) {
    const [self, second] = code.parameters;
    const inView = bases.some(base => isView.test(base) || /Resource$|Handler$/.test(base));
    if (code.instance !== undefined && second !== undefined && (second.name === 'request' || inView)) {
      if (!methodNames.test(code.name) && second.name !== 'request') return undefined;
      return code.parameters.map((parameter, at): ParameterModel => {
        if (at === 0) return undefined;
        if (parameter.name === 'request') return { ref: 'django.request' };
        return inView &&
          parameter.rest !== 'items' &&
          /^(?:get|post|put|patch|delete)$/.test(code.name) &&
          at > 1
          ? urlParameter(parameter.annotation)
          : undefined;
      });
    }
    if (self?.name !== 'request' && !/^(?:HttpRequest|WSGIRequest)\b/.test(self?.annotation ?? ''))
      return undefined;
    if (decorators.some(({ method }) => method === 'fixture')) return undefined;
    return code.parameters.map(
      (parameter, at): ParameterModel =>
        at === 0
          ? { ref: 'django.request' }
          : parameter.defaultValue === undefined
            ? urlParameter(parameter.annotation)
            : undefined,
    );
  },
};

function urlParameter(annotation: string): ParameterModel {
  return /^(?:int|float|bool|UUID|uuid\.UUID)\b/.test(annotation)
    ? undefined
    : { label: 'a URL path parameter' };
}
