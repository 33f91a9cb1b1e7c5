import type { FrameworkModel } from '../engine/model.ts';

const label = 'an HTTP request value';

/** Servlet and JAX-RS (jakarta.ee/specifications/servlet, jakarta.ee/specifications/restful-ws). */
export const servlet: FrameworkModel = {
  language: 'java',
  sources: [
    {
      refs: [
        'HttpServletRequest()',
        'ServletRequest()',
        'MultipartHttpServletRequest()',
        'HttpServletRequestWrapper()',
      ].flatMap(request =>
        [
          'getParameter',
          'getParameterValues',
          'getParameterMap',
          'getParameterNames',
          'getHeader',
          'getHeaders',
          'getHeaderNames',
          'getCookies',
          'getQueryString',
          'getRequestURI',
          'getRequestURL',
          'getPathInfo',
          'getPathTranslated',
          'getServletPath',
          'getInputStream',
          'getReader',
          'getPart',
          'getParts',
          'getRemoteUser',
          'getServerName',
          'getFile',
          'getFiles',
        ].map(method => `${request}.${method}()`),
      ),
      label,
    },
    {
      refs: [
        'ContainerRequestContext().getHeaderString()',
        'ContainerRequestContext().getEntityStream()',
        'UriInfo().getQueryParameters()',
        'UriInfo().getPathParameters()',
        'HttpHeaders().getHeaderString()',
        'HttpHeaders().getRequestHeader()',
        'HttpExchange().getRequestURI()',
        'HttpExchange().getRequestBody()',
        'HttpExchange().getRequestHeaders()',
      ],
      label,
    },
    {
      refs: ['HttpServletRequest().getPart().getSubmittedFileName()', 'Part().getSubmittedFileName()'],
      label,
    },
  ],
  entry({ code, decorators, parameterDecorators }) {
    const inputs =
      /^(?:QueryParam|PathParam|HeaderParam|CookieParam|FormParam|MatrixParam|BeanParam|FormDataParam)$/;
    // What has no annotation is the body (jakarta.ee/specifications/restful-ws, Entity Parameters).
    const hasBody = decorators.some(({ method }) => /^(?:POST|PUT|PATCH)$/.test(method));
    const isInput = (list: (typeof parameterDecorators)[number]): boolean =>
      list.some(({ method }) => inputs.test(method)) ||
      (hasBody && list.every(({ method }) => method === 'Valid'));
    if (!parameterDecorators.some(isInput)) return undefined;
    return code.parameters.map((_, at) => (isInput(parameterDecorators[at] ?? []) ? { label } : undefined));
  },
};
