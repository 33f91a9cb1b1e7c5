import type { FrameworkModel, ParameterModel } from '../engine/model.ts';

const requestNames = /^_?(?:req|request)$/;
/** Hapi's toolkit among them. */
const responseNames = /^_?(?:res|response|reply|resp|h|toolkit)$/;
const requestTypes = /^(?:\w+\.)?(?:Request|IncomingMessage|FastifyRequest|NextApiRequest|HttpRequest)\b/;
const routeMethods = /^(?:get|post|put|patch|delete|del|all|use|route|head|options|param|createServer)$/;

/**
 * Express, Connect, Fastify, `node:http` and Next's API routes: a handler receives the request first
 * (expressjs.com/en/4x/api.html#req, fastify.dev/docs/latest/Reference/Request).
 */
export const express: FrameworkModel = {
  language: 'javascript',
  sources: [
    {
      refs: paths([
        'query',
        'params',
        'body',
        'cookies',
        'signedCookies',
        'headers',
        'files',
        'file',
        'rawBody',
        'subdomains',
      ]),
      label: 'an HTTP request value',
    },
    {
      refs: paths([
        'url',
        'originalUrl',
        'path',
        'hostname',
        'host',
        'get()',
        'header()',
        'param()',
        'raw',
        'text()',
        'json()',
        'rawHeaders',
      ]),
      label: 'an HTTP request value',
    },
  ],
  entry({ code, passedTo }) {
    const [first, second] = code.parameters;
    if (first === undefined) return undefined;
    // Express error handlers take the error first.
    const isError = /^(?:err|error|_err)$/.test(first.name) || code.parameters.length === 4;
    if (isError && second !== undefined && requestNames.test(second.name)) {
      return [{ ref: 'Error()' }, request, response];
    }
    // multer: `filename(request, file, callback)`.
    if (/^(?:filename|destination|fileFilter)$/.test(code.name) && code.parameters.length === 3)
      return [request, { ref: 'express.request.file' }, undefined];
    const route = passedTo !== undefined && routeMethods.test(passedTo.method);
    const byName =
      requestNames.test(first.name) &&
      (second === undefined ? route : responseNames.test(second.name) || route);
    const destructured = route && first.name === '' && first.target.kind === 'fields' && second !== undefined;
    return byName || requestTypes.test(first.annotation) || destructured ? [request, response] : undefined;
  },
};

const request: ParameterModel = { ref: 'express.request' };
const response: ParameterModel = { ref: 'express.response' };

function paths(names: readonly string[]): readonly string[] {
  return names.map(name => `express.request.${name}`);
}
