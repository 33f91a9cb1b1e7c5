import { defineCodeRule } from './define-code-rule.ts';
import type { CallView, CheckResult } from './engine/model.ts';
import { goMissingAuthentication } from './go/settings.ts';
import { javaMissingAuthentication } from './java/settings.ts';
import { authenticates, isLeftOpen } from './patterns/authentication.ts';

const message = 'Nothing in this file authenticates the caller of this administrative route.';

const administrative =
  /^\/(?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice)(?:\/|$)/i;
const isAdministrative = (call: CallView): boolean =>
  administrative.test(String(call.arg(0)?.constant ?? ''));

/** A file that authenticates anything at all may do so for all its routes. */
const speaks = (call: CallView): boolean =>
  call.mentions(
    /auth(?!or\b)|log_?in|logged_?in|(?<!\bdb\.)(?<!\w)session(?!maker)\b|passport|jwt|token|is_?admin|require_?(?:admin|user|role)|current_?user|guard|staff_(?:member|only)|Depends|Security|ensure[A-Z]|verify|protect|role|rbac|\bacl\b|api_?key/i,
  ) ||
  (call.mentions(/permission/i) && !call.mentions(/AllowAny|permission_classes\s*=\s*[[(]\s*[\])]/));

/** A route that changes data, left open among others that are not. */
function changes(call: CallView): CheckResult | undefined {
  const path = call.arg(0)?.constant;
  if (typeof path !== 'string' || !path.startsWith('/')) return undefined;
  const isChange =
    /^(?:post|put|patch|delete)$/.test(call.method) ||
    (call.method.endsWith('route') &&
      (call.items(call.arg('methods')) ?? []).some(({ constant }) =>
        /^(?:POST|PUT|PATCH|DELETE)$/.test(String(constant)),
      ));
  return isChange ? isLeftOpen(call, path) : undefined;
}

/** Whether the file puts routes on something: `panel.post(…)`. */
const hasRoutesOn = (call: CallView, name: string): boolean =>
  /^\w+$/.test(name) &&
  call.mentions(
    new RegExp(
      `\\b${name}\\.(?:get|post|put|patch|delete|all|del|route|api_route|websocket|add_url_rule|add_api_route)\\(`,
    ),
  );

/** CWE-306; cheatsheetseries.owasp.org, Authorization. */
export const missingAuthentication = defineCodeRule({
  id: 'missing-authentication',
  title: 'Administrative route without authentication',
  severity: 'medium',
  confidence: 'low',
  cwe: ['CWE-306'],
  owasp: ['A07'],
  what: 'Reports routes under administrative paths that nothing authenticates, and routes that change data where others of the file authenticate their callers.',
  why: 'Whoever finds the path can use it.',
  fix: 'Put a middleware or decorator that authenticates and authorises in front of the route.',
  references: [
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  keywords: [
    'admin',
    'internal',
    'manage',
    'backoffice',
    'auth',
    'required',
    'protect',
    'guard',
    'login',
    'allowany',
    'secured',
    'rolesallowed',
  ],
  withoutSource:
    /[(=:]\s*r?[`'"]\^?\/?(?:api\/|v\d\/)*(?:admin|administration|internal|manage|management|backoffice)[/`'"]|AllowAny|_required\b|\.(?:post|put|patch|delete|route)\(\s*['"`]\/[^\n]*(?:auth|protect|guard|login|admin|verify|permission|role)|Depends\(\s*(?:get_)?(?:current|require|verify)/i,
  examples: {
    bad: [
      {
        path: 'src/admin.ts',
        text: "app.delete('/admin/users/:id', async (req, res) => {\n  await removeUser(req.params.id);\n  res.end();\n});\n",
      },
      {
        path: 'app/admin.py',
        text: "from flask import Flask\n\napp = Flask(__name__)\n\n@app.route('/admin/users', methods=['POST'])\ndef users():\n    return remove_users()\n",
      },
    ],
    good: [
      {
        path: 'src/admin.ts',
        text: "app.delete('/admin/users/:id', requireAdmin, async (req, res) => {\n  await removeUser(req.params.id);\n  res.end();\n});\n",
      },
      {
        path: 'app/admin.py',
        text: "from flask import Flask\nfrom flask_login import login_required\n\napp = Flask(__name__)\n\n@app.route('/admin/users', methods=['POST'])\n@login_required\ndef users():\n    return remove_users()\n",
      },
    ],
  },
  models: {
    go: goMissingAuthentication,
    java: javaMissingAuthentication,
    javascript: {
      checks: [
        {
          // Every route of the router stands under the path.
          calls: ['*.use'],
          check: call => {
            const router = call.text(1);
            return call.count === 2 && isAdministrative(call) && hasRoutesOn(call, router) && !speaks(call)
              ? message
              : undefined;
          },
        },
        {
          calls: ['koa-router', '@koa/router', '@koa/router.Router', 'koa-router.Router', 'Router'],
          check: call =>
            administrative.test(String(call.option(0, 'prefix')?.constant ?? '')) &&
            hasRoutesOn(call, call.assignedTo) &&
            !speaks(call)
              ? message
              : undefined,
        },
        {
          calls: ['*.route'],
          check: call => {
            const path = ['url', 'path'].map(name => String(call.option(0, name)?.constant ?? ''));
            const hooks = ['preHandler', 'onRequest', 'preValidation', 'beforeHandler', 'options', 'config'];
            const open = hooks.every(name => call.option(0, name) === undefined);
            return path.some(text => administrative.test(text)) && open && !speaks(call)
              ? message
              : undefined;
          },
        },
        {
          calls: ['get', 'post', 'put', 'patch', 'delete', 'all'].map(name => `*.${name}`),
          check: call => {
            // `app.route('/admin/jobs').post(handler)`: the path stands before.
            const path = /\.route\(\s*['"`]([^'"`]*)['"`]\s*\)\s*(?:\.\w+\([^)]*\)\s*)*\.\w+$/.exec(
              call.chain,
            )?.[1];
            return path !== undefined && administrative.test(path) && call.count === 1 && !speaks(call)
              ? message
              : undefined;
          },
        },
        {
          calls: ['Controller', '@nestjs/common.Controller'],
          check: call => {
            const path = call.arg(0)?.constant ?? call.option(0, 'path')?.constant;
            return typeof path === 'string' &&
              administrative.test(`/${path.replace(/^\//, '')}`) &&
              !speaks(call)
              ? message
              : undefined;
          },
        },
        {
          calls: ['get', 'post', 'put', 'patch', 'delete', 'all'].map(name => `*.${name}`),
          check: call =>
            call.count === 2 && call.arg(1)?.code !== undefined
              ? isAdministrative(call)
                ? authenticates(call)
                  ? undefined
                  : message
                : changes(call)
              : undefined,
        },
      ],
    },
    python: {
      checks: [
        {
          calls: [
            'route',
            'api_route',
            'websocket',
            'get',
            'post',
            'put',
            'patch',
            'delete',
            'add_url_rule',
          ].map(name => `*.${name}`),
          check: call =>
            (/^(?:app|bp|blueprint|router|api|\w*_(?:bp|router|api|app|blueprint|panel))$/.test(
              call.receiverName,
            ) ||
              /^(?:flask|quart|sanic|fastapi|bottle|litestar)\b.*\(\)$/.test(call.receiver?.ref ?? '')) &&
            call.arg('dependencies') === undefined
              ? isAdministrative(call)
                ? authenticates(call)
                  ? undefined
                  : message
                : changes(call)
              : undefined,
        },
        {
          // Whoever writes this has thought of it, and means everybody.
          calls: ['rest_framework.decorators.permission_classes'],
          check: call =>
            (call.items(call.arg(0)) ?? []).some(item => item.ref?.endsWith('.AllowAny') === true) &&
            /api_view\([^)]*["'](?:PUT|PATCH|DELETE)["']/.test(call.declaration)
              ? { message: 'Everybody may call a route that changes or removes data.', confidence: 'low' }
              : undefined,
        },
        {
          // Every route of it stands under the path.
          calls: ['flask.Blueprint', 'fastapi.APIRouter', 'fastapi.routing.APIRouter'],
          check: call =>
            ['url_prefix', 'prefix'].some(name =>
              administrative.test(String(call.arg(name)?.constant ?? '')),
            ) &&
            call.arg('dependencies') === undefined &&
            call.mentions(/^\s*@\w+\.(?:route|api_route|get|post|put|patch|delete)\(/m) &&
            !speaks(call)
              ? message
              : undefined,
        },
        {
          calls: ['*.include_router', '*.register_blueprint'],
          check: call =>
            ['prefix', 'url_prefix'].some(name =>
              administrative.test(String(call.arg(name)?.constant ?? '')),
            ) &&
            call.arg('dependencies') === undefined &&
            hasRoutesOn(call, call.text(0)) &&
            !speaks(call)
              ? message
              : undefined,
        },
        {
          calls: ['tornado.web.Application'],
          check: call =>
            (call.items(call.arg(0)) ?? []).some(route =>
              administrative.test(String(call.items(route)?.[0]?.constant ?? '')),
            ) && !speaks(call)
              ? message
              : undefined,
        },
        {
          // aiohttp
          calls: ['get', 'post', 'put', 'patch', 'delete', 'view'].map(name => `*.add_${name}`),
          check: call =>
            call.receiverName.endsWith('router') &&
            isAdministrative(call) &&
            call.arg(1)?.code !== undefined &&
            !speaks(call)
              ? message
              : undefined,
        },
        {
          calls: ['django.urls.path', 'django.urls.re_path', 'django.conf.urls.url'],
          check: call =>
            administrative.test(`/${String(call.arg(0)?.constant ?? '').replace(/^\^?\/?/, '')}`) &&
            isViewOfFile(call) &&
            !speaks(call)
              ? message
              : undefined,
        },
      ],
    },
  },
});

/** What a view in another file asks of its callers is not known here. */
function isViewOfFile(call: CallView): boolean {
  if (call.arg(1)?.code !== undefined) return true;
  const name = /^(\w+)\.as_view\(/.exec(call.text(1))?.[1];
  return name !== undefined && call.mentions(new RegExp(`^class ${name}\\b`, 'm'));
}
