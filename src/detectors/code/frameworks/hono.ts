import type { FrameworkModel } from '../engine/model.ts';

/** Hono: a handler receives a context that is customarily called `c` (hono.dev/docs/api/context); Koa's model knows its parts. */
export const hono: FrameworkModel = {
  language: 'javascript',
  entry({ code, passedTo }) {
    const [first, second] = code.parameters;
    if (passedTo?.method === 'onError' && second?.name === 'c')
      return [{ ref: 'Error()' }, { ref: 'koa.context' }];
    if (first?.name !== 'c' || passedTo === undefined) return undefined;
    const path = passedTo.arg(0)?.constant;
    const isRoute =
      /^(?:get|post|put|patch|delete|all|use|on|notFound)$/.test(passedTo.method) &&
      (typeof path === 'string' ? /^[/*]|^[A-Z]+$/.test(path) : code.parameters.length <= 2);
    return isRoute ? [{ ref: 'koa.context' }] : undefined;
  },
};
