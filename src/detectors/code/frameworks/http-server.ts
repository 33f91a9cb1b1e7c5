import type { FrameworkModel } from '../engine/model.ts';

/** Python's own HTTP server: a handler reads the request from itself (docs.python.org/3/library/http.server.html). */
export const httpServer: FrameworkModel = {
  language: 'python',
  sources: [
    {
      refs: ['path', 'headers', 'rfile', 'requestline', 'command'].map(part => `http.server.handler.${part}`),
      label: 'an HTTP request value',
    },
  ],
  instance: bases =>
    bases.some(base => base.endsWith('HTTPRequestHandler')) ? 'http.server.handler' : undefined,
};
